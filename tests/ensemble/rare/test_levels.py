"""Which runs make a level, whatever equals there are among them."""

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
    assert next_level([BREACHED] + of(*range(19))) == Level(of(0)[0])


def test_equals_at_the_bound_are_all_in_it():
    """
    5 of 20 have 1 m3 left, and two were looked for: all five come along, a quarter.
    """
    runs = of(1, 1, 1, 1, 1, *range(2, 17))
    level = next_level(runs)

    assert level == Level(of(1)[0])
    assert sum(map(level.holds, runs)) == 5


def test_on_a_plateau_those_above_it_go_on():
    """
    18 of 20 have 5 m3 left: no level is made of all 20, but of the one that has 3 m3.
    """
    runs = of(*[5] * 18, 7, 3)

    assert next_level(runs) == Level(of(5)[0], beyond=True)
    assert next_level(of(*[5] * 20)) is None
    assert next_level([*of(*[5] * 19), BREACHED]) is None


def test_most_that_are_equal_go_on_where_none_is_nearer():
    assert next_level(of(*[5] * 15, *range(6, 11))) == Level(of(5)[0])
