"""Coverage and calendar of drills say the same in both languages."""

from string import Formatter

import pytest

from sim.drill.cover.coverage import How
from sim.drill.cover.study import Weigh
from sim.drill.cover.words import WORDS as CALENDAR
from sim.park import LinkKind
from sim.report.coverage_words import WORDS


def places(words):
    """The names of the places that are filled in."""
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("key", WORDS)
def test_a_word_is_there_in_both_languages_with_the_same_places(key):
    assert places(WORDS[key]["en"]) == places(WORDS[key]["zh"])
    assert all(WORDS[key].values())


@pytest.mark.parametrize("key", CALENDAR)
def test_a_word_of_the_calendar_is_there_in_both_languages(key):
    assert CALENDAR[key].zh != ""
    assert places(CALENDAR[key].en) == places(CALENDAR[key].zh)


def test_every_how_weight_and_kind_of_link_has_a_word():
    wanted = [f"why_{each.name.lower()}" for each in How if each is not How.DONE]
    wanted += [*(f"weigh_{each}" for each in Weigh), *(f"kind_{each}" for each in LinkKind)]

    assert [each for each in wanted if each not in WORDS] == []
