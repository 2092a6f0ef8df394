"""Which runs make a level, whatever equals there are among them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ensemble.rare.nearness import Level, Nearness, next_level


def of(*rooms):
    """Runs that held with so much room left."""
    return [Nearness(False, 0, -float(room)) for room in rooms]


BREACHED = Nearness(True, 0, 1.0)
RUNS = st.lists(st.tuples(st.booleans(), st.integers(-1, 1), st.integers(0, 3)), min_size=1, max_size=60)


@given(RUNS)
def test_a_level_is_some_of_the_runs_and_the_nearest(drawn):
    """
    Neither none nor all of them, and whoever is not in it came no nearer than whoever is. Where there is none, a tenth
    breached the tier, or all are equal, or only those that breached it would be in it.
    """
    runs = [Nearness(*each) for each in drawn]
    level = next_level(runs)
    breached = sum(each.breached for each in runs)
    if level is None:
        assert breached or len(set(runs)) == 1
        return
    inside = [each for each in runs if level.holds(each)]
    outside = [each for each in runs if not level.holds(each)]

    assert inside
    assert outside
    assert min(inside) > max(outside)
    assert breached < max(len(runs) // 10, 1)


def test_a_tenth_is_enough():
    assert next_level([BREACHED] * 2 + of(*range(18))) is None
    assert next_level([BREACHED] + of(*range(19))) == Level(of(1)[0])


def test_equals_at_the_bound_are_all_in_it():
    """
    5 of 20 have 1 m3 left, and two were looked for: all five come along, a quarter. The nearest left behind has 2 m3.
    """
    runs = of(1, 1, 1, 1, 1, *range(2, 17))
    level = next_level(runs)

    assert level == Level(of(2)[0])
    assert sum(map(level.holds, runs)) == 5


def test_on_a_plateau_those_above_it_go_on():
    """
    18 of 20 have 5 m3 left: no level is made of all 20, but of the one that has 3 m3.
    """
    runs = of(*[5] * 18, 7, 3)

    assert next_level(runs) == Level(of(5)[0])
    assert next_level(of(*[5] * 20)) is None
    assert next_level([*of(*[5] * 19), BREACHED]) is None


def test_most_that_are_equal_go_on_where_none_is_nearer():
    assert next_level(of(*[5] * 15, *range(6, 11))) == Level(of(6)[0])


def test_the_chance_beyond_a_level_is_what_its_share_says():
    """
    Of 30 rooms between 0 and 1, 3 go on. A chance p beyond the bound is estimated as 0.1 times the share p / bound of
    those beyond it. The bound is the 4th of 30, of whose inverse the mean is 30 / 3: the estimates have p for a mean.
    (Were it the 3rd, which goes on, the mean would be 30 / 2 and the estimates half as high again.) The inverse
    scatters by sqrt(30 x 29 / (3 x 2) - 100) = 6.7, in the mean of 4,000 by 1.1 %.
    """
    rng = np.random.default_rng(1)
    bounds = [-next_level(of(*rng.random(30))).bound.over_m3 for _ in range(4000)]

    assert 0.1 * np.mean(1 / np.array(bounds)) == pytest.approx(1, abs=0.045)
