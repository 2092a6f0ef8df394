"""What a tier holds at most, in words."""

from math import inf, nan

import pytest

from sim.called import Called
from sim.park import Name, Park, Storage
from sim.report.limits import limit_notes, limit_text
from sim.study.limits import Limit, Load

PARK = Park.of([Storage("pool", Name("Pool"), "plant", "basin", 900)])


@pytest.mark.parametrize(("largest", "said"), [
    (nan, "降雨量为零时也失守"), (inf, "降雨量试算范围内均守住"), (0.03, "降雨量 30 mm"),
])  # fmt: skip
def test_no_blank_stands_before_words(largest, said):
    (note,) = limit_notes(
        Called(PARK, language="zh"), [Limit("plant", Load.RAIN, 0.03, largest, nan, True, 9, largest)]
    )["plant"]

    assert said in note


@pytest.mark.parametrize(("language", "said"), [("en", "7 h 49 min"), ("zh", "7小时49分")])
def test_how_long_a_fire_may_last_is_said_in_the_language_of_the_reader(language, said):
    """
    7 h 49 min are 28,140 s.
    """
    limit = Limit("plant", Load.FIRE, 14400, 28140, nan, True, 9, 28140)

    assert limit_text(Called(PARK, language=language), limit) == said


@pytest.mark.parametrize(("of_all", "said"), [(inf, "降雨量试算范围内均守住"), (0.05, "降雨量 50 mm")])
def test_nor_before_those_of_space_that_does_not_count(of_all, said):
    notes = limit_notes(Called(PARK, language="zh"), [Limit("plant", Load.RAIN, 0.03, 0.02, nan, True, 9, of_all)])[
        "plant"
    ]

    assert notes == ["可守住的上限：降雨量 20 mm", f"若计入不计入应急容积的空间：{said}"]
