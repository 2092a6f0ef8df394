"""Searches for rare breaches held against chances that are known by hand.

Most play no water: what a run leaves is a formula of its two numbers, as normal scores, and of its lots, so that a
search takes a fraction of a second and can be repeated.
"""

from collections.abc import Callable
from math import isnan, nan, sqrt
from pathlib import Path

import numpy as np
import pytest
from scipy.special import ndtr, ndtri

from sim.ensemble.interval import interval
from sim.ensemble.player import Player, Start, TierOutcome
from sim.ensemble.rare import End, rare_findings, run_rare
from sim.errors import InputError

HERE = Path(__file__).parent
TWO = str(HERE / "two.yaml")
ONE_IN_TEN_THOUSAND = -float(ndtri(1e-4))
"""What a normal score exceeds so often: 3.719."""

Left = Callable[[float, float, int], float | tuple[float, float]]
"""The room left by two scores and the seed of lots, in one tier or in both; NaN where no water came."""


def nobody(pace):
    """Told of the progress, and silent."""


def outcome(left_m3):
    """What became of a tier with so much room left; it was breached where that is less than nothing."""
    if isnan(left_m3):
        return TierOutcome("untouched", False, 0.0, nan, nan)
    return TierOutcome("breached" if left_m3 < 0 else "held", left_m3 < 0, max(-left_m3, 0.0), nan, left_m3)


@pytest.fixture
def search(monkeypatch):
    """Looks for breaches in runs that leave what a formula says."""

    def searched(left: Left, seed=1, runs=1000, tier="plant", **start):
        def of_run(self, numbers, lots):
            left_m3 = left(*((number - 100) / 10 for number in numbers), lots)
            both = left_m3 if isinstance(left_m3, tuple) else (left_m3, nan)
            return tuple(map(outcome, both))

        monkeypatch.setattr(Player, "outcome", of_run)
        return run_rare(Start(TWO, seed, **start), tier, runs, 1, nobody)

    return searched


def sum_of(one, two, lots):
    """How far the sum of both scores stays below what 1 of 10,000 sums exceeds."""
    return ONE_IN_TEN_THOUSAND - (one + two) / sqrt(2)


def test_a_spill_that_overflows_one_time_in_ten_thousand():
    """
    200 m3 with a standard deviation of 14.142 m3 into 252.595 m3, water and all. 95 of 100 seeds have 1e-4 in their
    interval. Each spill is 3.719 / sqrt(2) = 2.63 deviations and a little more above its mean where it overflows, so
    126 m3 or more.
    """
    rare = run_rare(Start(TWO, 1), "plant", 1000, 1, nobody)
    found = rare_findings(rare)

    assert rare.end is End.BREACHED
    assert len(rare.levels) in (4, 5)
    assert rare.chance.low <= 1e-4 <= rare.chance.high
    assert rare.played < rare.chance.plain_runs / 10
    assert {each.uncertain.path for each in found.takes} == {"releases.one.volume", "releases.two.volume"}
    assert sum(each.shift for each in found.takes) == pytest.approx(5.5, abs=0.4)
    assert sum(each.breached for each in found.takes) == pytest.approx(255, abs=4)
    assert not found.lots


def test_the_interval_and_the_spread_are_those_of_repeats(search):
    """
    Of 25 searches some 24 have the chance in their interval: fewer than 20 but in 1 of 30 were it 90 %. The logarithms
    of the chances scatter as the searches say, within 30 %, and all take less than a tenth of the runs that would do.
    """
    chances = [search(sum_of, seed).chance for seed in range(25)]
    scatter = np.std([np.log(each.share) for each in chances], ddof=1)

    assert sum(each.low <= 1e-4 <= each.high for each in chances) >= 20
    assert np.sqrt(np.mean([each.spread**2 for each in chances])) == pytest.approx(scatter, rel=0.3)
    assert np.mean([each.share for each in chances]) == pytest.approx(1e-4, rel=4 * 0.3 / sqrt(25))
    assert 1e4 / scatter**2 > 10 * 4500


WAYS = {
    "either of two numbers is too large": (
        lambda one, two, lots: 3.0 - max(one, two), 1 - float(ndtr(3.0)) ** 2,
    ),
    "one is too large or too small": (
        lambda one, two, lots: 3.5 - abs(one), 2 * float(ndtr(-3.5)),
    ),
    "both lie far off, wherever": (  # the sum of two squares exceeds r^2 with a chance of exp(-r^2 / 2)
        lambda one, two, lots: 4.0 - sqrt(one**2 + two**2), float(np.exp(-8.0)),
    ),
    "more room again on the way": (
        lambda one, two, lots: 3.3 - one + 0.5 * (2.0 < one < 2.4), float(ndtr(-3.3)),
    ),
    "one of a hundred lots, and one number in a hundred": (
        lambda one, two, lots: (2.326 if lots % 100 == 0 else 9.0) - one, 1e-2 * float(ndtr(-2.326)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_whatever_way_a_breach_comes_about(way, search):
    """
    Of 24 searches some 23 have the chance in their interval; fewer than 19 but in 1 of 40 were it 90 %.
    """
    left, chance = WAYS[way]
    found = [search(left, seed).chance for seed in range(24)]

    assert sum(each.low <= chance <= each.high for each in found) >= 19


def test_lots_that_matter_are_told(search):
    left, _ = WAYS["one of a hundred lots, and one number in a hundred"]

    assert rare_findings(search(left)).lots
    assert not rare_findings(search(sum_of)).lots


def test_numbers_that_move_together_do_so_in_chains(search, tmp_path):
    """
    A rank correlation of 0.7 is one of scores of 2 sin(0.7 pi / 6) = 0.717, so their sum has a deviation of
    sqrt(2 + 2 * 0.717) = 1.853, of which 3.719 are exceeded by 1 of 10,000; as if independent it would be 1 in 1e6.
    """
    sets = ("correlated={storm: 0.7}", *(
        f"releases.{each}.volume={{normal: {{mean: 100 m3, sd: 10 m3}}, with: storm}}" for each in ("one", "two")))
    wide = sqrt(2 + 4 * np.sin(0.7 * np.pi / 6))
    found = [search(lambda one, two, lots: ONE_IN_TEN_THOUSAND * wide - one - two, seed, sets=sets).chance
             for seed in range(12)]  # fmt: skip

    assert sum(each.low <= 1e-4 <= each.high for each in found) >= 9


def test_an_outer_tier_that_water_hardly_comes_to_is_led_to_by_the_inner_one(search):
    """
    The public tier is reached once the plant's is full, at a sum of 3 deviations, and breached at 3.719. Runs in which
    water does not come to it are told apart by the room in the plant.
    """
    def left(one, two, lots):
        far = (one + two) / sqrt(2)
        return 3.0 - far, ONE_IN_TEN_THOUSAND - far if far > 3.0 else nan

    rare = search(left, tier="public")

    assert rare.chance.low <= 1e-4 <= rare.chance.high
    assert [each.level and each.level.bound.rank for each in rare.levels[:3]] == [None, 0, 0]


def test_none_is_never_said_to_be_for_certain(search):
    """
    Whoever sees nothing but what escapes finds all runs alike as long as none of 300,000 escapes: 0 of 1000, so at most
    0.37 %, and no level leads further.
    """
    rare = search(lambda one, two, lots: -1.0 if one > 4.5 else 0.0)

    assert (rare.end, rare.played, rare.chance.share) == (End.FLAT, 1000, 0)
    assert rare.chance.high == pytest.approx(interval(0, 1000).high)


def test_the_few_that_stand_above_a_plateau_are_counted_right(search):
    """
    Water comes 1 time in 200, at a score of 2.576, else all is alike; 1 in 10,000 breaches. The first level of 1000 has
    some 5 that water came to, which scatter by 1 / sqrt(5) = 0.45 and so does what is said; of none it says nothing.
    """
    far = -float(ndtri(1 / 200))
    found = [search(lambda one, two, lots: ONE_IN_TEN_THOUSAND - one if one > far else nan, seed) for seed in range(12)]

    assert sum(each.chance.low <= 1e-4 <= each.chance.high for each in found) >= 9
    assert all(each.levels[1].level.bound.rank == -1 for each in found if len(each.levels) > 1)
    assert np.nanmedian([each.chance.spread for each in found]) > 0.4


def test_a_breach_that_cannot_be_ends_where_nothing_is_believed(search):
    """
    Room of 1 m3 and more whatever is drawn: a tenth nine times is 1e-9, and nothing rarer is looked for.
    """
    rare = search(lambda one, two, lots: 1 + ndtr(-one), runs=100)

    assert rare.end is End.FAR
    assert len(rare.levels) == 10
    assert (rare.chance.share, rare.chance.low) == (0, 0)
    assert 1e-9 <= rare.chance.high < 1e-7


def test_runs_that_cannot_be_played_do_not_count(search):
    """
    Of a score below 0 none can be played; of the others, which are half, 1 of 5,000 exceeds 3.719.
    """
    def left(one, two, lots):
        if one < 0:
            raise ValueError("a volume that does not fit")
        return ONE_IN_TEN_THOUSAND - one

    rare = search(left)

    assert rare.chance.low <= 2e-4 <= rare.chance.high
    assert len([each for each in rare.failed if each.index < 1000]) == 1000 - len(rare.plain)
    assert 430 < len(rare.plain) < 570
    assert {each.failed for each in rare.failed} == {"ValueError: a volume that does not fit"}


def test_hardly_any_run_that_can_be_played_is_an_error(search):
    def left(one, two, lots):
        raise ValueError("a volume that does not fit")

    with pytest.raises(InputError) as caught:
        search(left, runs=100)
    assert str(caught.value) == "100 of 100 runs could not be played; the first: ValueError: a volume that does not fit"


def test_the_first_level_is_the_ensemble_of_the_seed(search):
    """
    Its runs are what `run --seed 1 --index K` plays.
    """
    rare = search(sum_of, runs=100)

    assert [each.run for each in rare.plain] == Player(Start(TWO, 1)).play(0, 100)


def test_each_run_of_a_level_came_as_near(search):
    """
    The runs of the last level have no more room than it says, and their numbers are what their scores mean.
    """
    rare = search(sum_of)
    level = rare.levels[-1].level

    assert all(level.holds(each.near) for each in rare.last)
    assert all(each.run.numbers == pytest.approx(100 + 10 * each.scores) for each in rare.last)
    assert len(rare.last) == 1000
    further = [int(each.counted.inside.sum()) for each in rare.levels]
    assert [each.played for each in rare.levels] == [1000, *(1000 - each for each in further[:-1])]
    assert sum(each.played for each in rare.levels) == rare.played
