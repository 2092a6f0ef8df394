"""The answer on top of the page, from records written by hand."""

from math import nan

import pytest

from sim.check import Verdict
from sim.report.page.answer import headline, tier_answers
from sim.result import Result
from sim.study import Deadline
from tests.check.by_hand import HOUR, Passed, Wet, accident, small_park, small_record


def result_of(wet, passed):
    park = small_park()
    return Result(park, accident(), small_record(park, wet, passed))


def lost_to_the_river(**volumes):
    """The river section loses water through its gate at 2 h."""
    return result_of({"river": Wet(9000, reached=HOUR)}, {"gate": Passed(2 * HOUR, **volumes)})


def plain(said):
    return {language: words.replace("\u00a0", " ") for language, words in said.items()}


def late(action, done_h, latest_h, tier="boundary"):
    """An action and the time by which it alone would have kept the tier; both in hours."""
    return Deadline(action, tier, Verdict.RELIEVED, done_h * HOUR, latest_h * HOUR, nan)


def test_the_headline_tells_accident_water_from_what_mixed_with_it():
    """
    40 + 8 + 2 m3 of product, fire and process water, 150 m3 of rain and 800 m3 of river water: 1,000 in all.
    """
    found = lost_to_the_river(product=40, firewater=8, process=2, rain=150, river=800)

    assert plain(headline(found)) == {
        "en": "Lost: Park boundary. 1,000 m³ of accident water left the park. 50 m³ of it is product, fire water and "
        "process water, 950 m³ is rain and river water that mixed with it.",
        "zh": "失守：三级防控（园区边界）。1,000 m³事故水流出园区。"
        "其中物料、消防水和生产废水50 m³，混入的雨水和河水950 m³。",
    }


def test_where_nothing_mixed_with_it_the_headline_says_one_number():
    assert plain(headline(lost_to_the_river(product=40, firewater=8)))["en"] == (
        "Lost: Park boundary. 48 m³ of accident water left the park."
    )


def test_a_tier_names_only_the_water_that_mixed_in():
    boundary = tier_answers(lost_to_the_river(product=40, river=800), [])[2]

    assert plain(dict(enumerate(boundary.story["en"]))) == {
        0: "T+2 h, 840 m³",
        1: "Gate 1: River section 1 → Yangtze",
        2: "40 m³ of it is product, fire water and process water, 800 m³ is river water that mixed with it.",
    }


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "No single action in reach would have kept this tier."),
        ([late("x", 9, 1, tier="plant")], "No single action in reach would have kept this tier."),
        ([late("x", 9, nan)], "No single action in reach would have kept this tier."),
        ([late("x", 9, 1), late("y", 5, 4), late("z", nan, 3)],
         "Nearest miss: y, 1 h too late. Done by T+4 h, it alone would have kept this tier."),
        ([late("x", nan, 1), late("z", nan, 3)],
         "Nearest miss: z, never done. Done by T+3 h, it alone would have kept this tier."),
    ],
)  # fmt: skip
def test_a_breached_tier_says_what_was_the_least_late(found, said):
    assert tier_answers(lost_to_the_river(product=40), found)[2].nearest["en"] == said


def test_a_tier_that_held_has_no_miss():
    held = result_of({"pool": Wet(700, reached=10)}, {})

    assert [each.nearest for each in tier_answers(held, [late("x", 9, 1)])] == [None] * 3
    assert plain(headline(held))["en"].startswith("Every tier that accident water reached held it")
