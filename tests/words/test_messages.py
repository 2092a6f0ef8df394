"""Every message that can be said has its Chinese, and says the same there."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.export import lost
from sim.load.kinds.blocks import Collection, Record
from sim.load.park_form import PARK
from sim.load.scenario_form import SCENARIO
from sim.words.messages import MESSAGES, TOPICS, export, pieces, system
from sim.words.say import in_language

from .ways_in import messages

TESTS = Path(__file__).parent.parent
OTHERS = ("load/levels.txt", "load/flags.txt", "cli/messages.txt", "drill/log_messages.txt")
GOLDEN = [*sorted((TESTS / "load" / "messages").glob("*.txt")), *(TESTS / name for name in OTHERS)]
SAME = {
    "three-tier", "python run_sim.py", "park.yaml", "park.", "0 min", "an", "{} ha", "{}-spillway",
    "{} export swmm scenarios/changshou-tank-fire.yaml", "pip install three-tier-containment[tables]",
    "{} {} scenarios/changshou-tank-fire.yaml", "107.05, latitude: 29.8}}",
    '--storm "formula: yubei-2017, lasts: 2 h, shape: chicago, on: all, at: 30 min"',
}  # fmt: skip
"""Words of commands and files, which are the same in every language."""
TOGETHER = {
    "{} problem{}:": "{number} problems:",
    ", {} m deep": "{held}, {depth_m} m deep",
    "crew '{}' {}speed": "crew '{id}' a speed",
    "longitude, latitude (or x, y) and ": "crew '{id}' longitude, latitude (or x, y) and speed",
    "write each value by its name alone, such as {{": "write each value by its name alone, such as {{{name}}}",
}
"""Pieces that the source puts together, and a whole message of the catalogue that has them."""
ENGLISH = re.compile(
    r"(?i)\b(the|an|or|and|with|must|write|leave|that|it|found|wanted|here|there|named|such|no|not|its|this|has|have|"
    r"unknown|keep|already|did|you|mean|cannot|neither|nobody|needs|belongs|goes)\b"
)
"""Words of English sentences that are no key of any form."""


def bare(text):
    """A message with its places alike."""
    return re.sub(r"(?<!\{)\{\w+\}", "{}", text)


def places(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def test_every_message_of_the_source_is_in_the_catalogue():
    known = {bare(english) for english in MESSAGES}
    said = {bare(text): f"{where}: {text}" for text, where in messages().items()}

    assert [where for text, where in said.items() if text not in known | SAME | set(TOGETHER)] == []
    assert set(TOGETHER.values()) <= set(MESSAGES)


def test_no_message_of_the_catalogue_is_left_over():
    said = {bare(text) for text in messages()}
    read = [english for topic in TOPICS if topic not in (export, pieces, system) for english in topic.MESSAGES]

    assert [english for english in read if bare(english) not in said] == []


def left_behind():
    """Every line that says what SWMM cannot be told, with something in its places."""
    for node in ast.walk(ast.parse(Path(lost.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Yield):
            parts = node.value.values if isinstance(node.value, ast.JoinedStr) else [node.value]
            yield "".join(part.value if isinstance(part, ast.Constant) else filled(part.value) for part in parts)


def filled(place):
    """What may stand in a place: a number of things, a behaviour, ids."""
    if isinstance(place, ast.Call) and place.func.id == "_count":
        return f"2 {place.args[1].value}s"
    return "floats" if isinstance(place, ast.Attribute) else "a-1, b-2"


@pytest.mark.parametrize("line", list(left_behind()))
def test_what_swmm_cannot_be_told_is_said_in_chinese(line):
    """
    Every line, whole, with what stands in its places.
    """
    said = in_language(line, "zh")

    assert not ENGLISH.search(said), said
    assert all(each in said for each in ("a-1", "b-2", "floats") if each in line)


def test_nothing_is_left_over_of_what_swmm_cannot_be_told():
    lines = [bare(re.sub(r"a-1, b-2|floats|\b2(?= )", "{x}", line)) for line in left_behind()]

    assert {bare(english) for english in export.MESSAGES if "{number} rule " not in english
            and "{number} sensor " not in english} == set(lines)  # fmt: skip


def test_no_message_stands_in_two_topics():
    assert len(MESSAGES) == sum(len(topic.MESSAGES) for topic in TOPICS)


@pytest.mark.parametrize("english", MESSAGES)
def test_a_message_has_the_same_places_in_chinese(english):
    assert places(MESSAGES[english]) == places(english)
    assert MESSAGES[english] != english


def golden():
    """Every message of the golden files; the changes and rows that make them are left out."""
    for path in GOLDEN:
        begin = r"[^$\s]" if path.name == "messages.txt" else r"--\w|[\w./-]+\.(yaml|csv):"
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(begin, line.strip()):
                yield pytest.param(line, id=f"{path.stem}: {line[:60]}")


@pytest.mark.parametrize("message", list(golden()))
def test_no_english_is_left_of_any_message(message):
    said = in_language(message, "zh")

    own = re.sub(r"“[^”]*”|'[^']*'|^\s*\S+:\d+:\d+|\S*[=:](?= |$)|YAML：[^；]*|--[a-z-]+", "", said)
    assert not ENGLISH.search(own), said
    assert re.search("[一-鿿]", said)


def test_a_message_in_english_is_left_alone():
    assert in_language("no link is named 'x'; did you mean 'y'?", "en") == "no link is named 'x'; did you mean 'y'?"


def test_what_somebody_wrote_is_not_translated():
    """
    `storage` is a thing where messages speak of things, and a name where somebody wrote it.
    """
    assert in_language("no link is named 'storage'; there are sensor, area", "zh") == (
        "没有名为“storage”的连接；现有 sensor、area"
    )
    assert in_language("a.yaml:1:2: sensors.area: 'sensor' is a storage; the id of a link is wanted here", "zh") == (
        "a.yaml:1:2: sensors.area: “sensor”是储存设施；此处应为连接的 id"
    )


def test_a_text_nobody_knows_stays():
    assert in_language("x.yaml: the sky fell", "zh") == "x.yaml: the sky fell"


@settings(deadline=None)  # the first message builds the index, whatever the machine is doing
@given(st.text(max_size=60))
def test_any_text_can_be_asked_for(text):
    """
    Whatever a user writes ends in some message: nothing raises, and no line is lost.
    """
    message = f"a.yaml:1:2: x: no link is named '{text}'; there are {text}"

    assert in_language(message, "zh").count("\n") == message.count("\n")


def names_of(kind):
    """What the forms call their things."""
    if isinstance(kind, Record):
        return {kind.name}.union(*(names_of(each.kind) for each in kind.fields))
    return {kind.name} | names_of(kind.of) if isinstance(kind, Collection) else set()


@pytest.mark.parametrize("name", sorted(names_of(PARK) | names_of(SCENARIO)))
def test_everything_that_the_forms_have_a_name_for_has_one_in_chinese(name):
    said = in_language(f"{name} knows a, b", "zh")

    assert said.endswith("可用的键有 a、b")
    assert not re.search("[a-z]{3}", said)
