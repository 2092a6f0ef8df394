"""People read people's names."""

from dataclasses import replace

import pytest

from sim.called import Called, in_both
from sim.park import Link, LinkKind, Name, Receiver, ReceiverKind
from sim.report.map.hindrance import Hindrance
from sim.scenario import Action, Clock
from sim.words import WORDS
from sim.words.catalogue import template
from tests.check.by_hand import RECEIVERS, accident, small_park


@pytest.mark.parametrize(
    ("id", "en", "zh"),
    [
        ("pool", "Accident pool of A-001", "A-001事故池"),
        ("yangtze", "Yangtze", "长江"),
        ("ground", "ground", "地面"),
        ("out", "outside the park", "园区外"),
        ("treated", "treatment", "处理"),
        ("recovered", "recovery", "回收"),
    ],
)
def test_a_place_has_its_name_in_both_languages(id, en, zh):
    """
    Storages and receivers by their names; ends that every park has by the report's own words.
    """
    park = small_park()

    assert in_both(park, None, lambda called: called.place(id)) == Name(en, zh)


def test_a_park_that_names_its_treatment_is_quoted():
    works = Receiver("treated", Name("Central works"), ReceiverKind.TREATED)
    park = small_park(receivers={**RECEIVERS, "treated": works})

    assert in_both(park, None, lambda called: called.place("treated")) == Name("Central works", "Central works")


@pytest.mark.parametrize(
    ("id", "name", "leads"),
    [
        ("pool-spillway", "overflow of Accident pool of A-001", "overflow of Accident pool of A-001 -> Rain main 05"),
        ("basin>ground", "over the wall of Public pool 1", "over the wall of Public pool 1 -> ground"),
        ("valve", "Rain valve of A-001", "Rain valve of A-001: Accident pool of A-001 -> Rain main 05"),
    ],
)
def test_overflow_and_wall_have_one_name_each(id, name, leads):
    """
    The loader gives a spillway its id as a name; where such water comes from its name says.
    """
    called = Called(small_park())

    assert (called.way(id), called.thing(id), called.leads(id)) == (name, name, leads)
    assert Called(small_park(), language="zh").way("basin>ground") == "1号公共事故池漫顶"


def test_a_spillway_with_a_name_keeps_it():
    park = small_park(Link("side-weir", Name("Side weir"), LinkKind.SPILLWAY, "pool", "main"))

    assert Called(park).way("side-weir") == "Side weir"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (Name("Stop the transfer.", "停止转输。"), Name("Stop the transfer", "停止转输")),
        (Name("停止转输。"), Name("Transfer pump of A-001 stopped", "停止转输")),
        (Name("Stop the transfer."), Name("Stop the transfer", "停运A-001转输泵")),
        (Name(), Name("Transfer pump of A-001 stopped", "停运A-001转输泵")),
    ],
)
def test_an_action_is_called_by_its_text_else_by_what_it_turns(text, name):
    """
    In the languages in which somebody wrote its text, without the point at its end; plain text may be Chinese.
    """
    stop = Action("stop", Clock(0), 0.0, (("pump", 0.0),), text=text)
    scenario = replace(accident(), actions=(stop,))

    assert in_both(small_park(), scenario, lambda called: called.job("stop")) == name


def test_what_fails_is_said_alike_in_sentences_and_on_the_map():
    for each in Hindrance:
        if f"failure_{each}" in WORDS:
            assert template(f"failure_{each}", "zh") == "{name}" + template(f"hindrance_{each}", "zh")
