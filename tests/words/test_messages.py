"""Every message that can be said has its Chinese, and says the same there."""

import ast
import pickle
import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.in_source import OF_OTHERS, PUT_TOGETHER, constants, fixed, made, raised
from sim.errors import Problems
from sim.load.kinds.blocks import Collection, Record
from sim.load.park_form import PARK
from sim.load.scenario_form import SCENARIO
from sim.message import Listed, Message, a, about
from sim.words.po import words_of
from sim.words.say import said

from .chinese import ENGLISH


def places(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


CHINESE = {english: said for (key, english), said in words_of("zh").items() if not key}


def test_every_message_of_the_source_is_in_the_chinese_file():
    said_there = {each: one.where for one in made() for each in one.templates if re.search("[a-zA-Z]", fixed(each))}

    assert len(said_there) > 500
    assert {where: each for each, where in said_there.items() if each not in CHINESE} == {}


def test_every_place_of_a_message_is_filled():
    wrong = [
        f"{one.where}: {each}" for one in made() for each in one.templates
        if one.places is not None and set(places(each)) != one.places
    ]  # fmt: skip

    assert wrong == []


def test_nothing_that_is_raised_is_plain_text():
    """
    A template and its values become text where they are printed, and not before.
    """
    assert [where for where, each in raised() if isinstance(each, ast.JoinedStr | ast.BinOp)] == []
    assert [where for where, each in raised() if isinstance(each, ast.Constant) and isinstance(each.value, str)
            and " " in each.value] == []  # fmt: skip


def test_no_place_is_filled_with_english():
    """
    What is put together in a place would stay English: it must be a message of its own.
    """
    texts = [
        (one.where, text.value) for one in made() for value in one.values for text in ast.walk(value)
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and not _is_made(text, value)
    ]  # fmt: skip

    assert [(where, text) for where, text in texts if ENGLISH.search(text)] == []


def _is_made(text, value):
    """Whether a text stands in a message within a place."""
    calls = (each for each in ast.walk(value) if isinstance(each, ast.Call))
    return any(getattr(each.func, "id", "") in ("Message", "Listed", "hint", "a") and text in ast.walk(each)
               for each in calls)  # fmt: skip


def test_no_message_of_the_chinese_file_is_left_over():
    assert [each for each in CHINESE if each not in constants() | {*PUT_TOGETHER, *OF_OTHERS}] == []


@pytest.mark.parametrize("english", CHINESE)
def test_a_message_has_the_same_places_in_chinese(english):
    """
    A place that stands there twice does so in Chinese.
    """
    assert places(CHINESE[english]) == places(english)
    assert CHINESE[english] != english


WRONG = Message("no {sorts} is named '{text}'; {hint}", sorts=Message("link"), text="storage",
                hint=Message("there are {names}", names=Listed(["sensor", "area"])))  # fmt: skip


def test_a_message_in_english_is_its_text():
    assert said(WRONG, "en") == str(WRONG) == "no link is named 'storage'; there are sensor, area"


def test_what_somebody_wrote_is_not_translated():
    """
    `storage` is a thing where messages speak of things, and a name where somebody wrote it.
    """
    wrong = Message("'{text}' is {a}; {wanted} is wanted here", text="sensor", a=a("storage"),
                    wanted=Message("the id of {a}", a=a("link")))  # fmt: skip

    assert said(WRONG, "zh") == "没有名为“storage”的连接；现有 sensor、area"
    assert said(wrong, "zh") == "“sensor”是储存设施；此处应为连接的 id"


def test_an_error_keeps_its_message_on_the_way_from_a_worker():
    error = pickle.loads(pickle.dumps(Problems([about("a.yaml:1:2", WRONG)])))

    assert said(error.message, "zh") == "共1个问题：\n  a.yaml:1:2: 没有名为“storage”的连接；现有 sensor、area"
    assert str(error) == "1 problem:\n  a.yaml:1:2: no link is named 'storage'; there are sensor, area"


def test_a_text_of_another_program_stays():
    assert said("the sky fell", "zh") == "the sky fell"


@given(st.text(max_size=60))
def test_any_text_can_stand_in_a_place(text):
    """
    Whatever a user writes, braces and quotes too, stands in both languages as it was written.
    """
    message = Message("no {sorts} is named '{text}'; {hint}", sorts=Listed([text]), text=text, hint=text)

    assert message == f"no {text} is named '{text}'; {text}"
    assert said(message, "zh") == f"没有名为“{text}”的{text}；{text}"


def names_of(kind):
    """What the forms call their things."""
    if isinstance(kind, Record):
        return {kind.name}.union(*(names_of(each.kind) for each in kind.fields))
    return {kind.name} | names_of(kind.of) if isinstance(kind, Collection) else set()


@pytest.mark.parametrize("name", sorted(names_of(PARK) | names_of(SCENARIO)))
def test_everything_that_the_forms_have_a_name_for_has_one_in_chinese(name):
    assert not re.search("[a-z]{3}", said(name, "zh"))
