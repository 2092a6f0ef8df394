"""What a tier holds at most, in words."""

from math import inf, nan

import pytest

from sim.park import Name, Park, Storage
from sim.report.limits import limit_notes
from sim.study.limits import Limit, Load

PARK = Park.of([Storage("pool", Name("Pool"), "plant", "basin", 900)])


@pytest.mark.parametrize(("largest", "said"), [
    (nan, "降雨量为零时也失守"), (inf, "降雨量试算范围内均守住"), (0.03, "降雨量 30 mm"),
])  # fmt: skip
def test_no_blank_stands_before_words(largest, said):
    (note,) = limit_notes(PARK, [Limit("plant", Load.RAIN, 0.03, largest, nan, True, 9)], "zh")["plant"]

    assert said in note
