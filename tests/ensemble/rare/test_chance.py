"""The product of counted shares, and how sure it is, by hand."""

from math import exp, log, sqrt

import numpy as np
import pytest

from sim.ensemble.interval import bounds, interval
from sim.ensemble.rare.chance import Counted, chance_of


def counted(inside, chain=None, lineage=None):
    places = np.arange(len(inside))
    return Counted(np.array(inside, float), places if chain is None else np.array(chain),
                   places if lineage is None else np.array(lineage))  # fmt: skip


def test_one_level_has_the_plain_interval():
    """
    30 of 100 that are drawn by themselves: Clopper and Pearson's interval, and a spread of sqrt(0.7 / 0.3 / 100).
    """
    chance, plain = chance_of([counted([1] * 30 + [0] * 70)]), interval(30, 100)

    assert (chance.share, chance.low, chance.high) == pytest.approx((0.3, plain.low, plain.high))
    assert chance.spread == pytest.approx(sqrt(0.7 / 30))
    assert chance.plain_runs == pytest.approx(100)


def test_none_of_many_is_not_never():
    """
    0 of 200: at most 1.83 %, as (1 - p)^200 = 0.025.
    """
    chance = chance_of([counted([0] * 200)])

    assert (chance.share, chance.low, chance.high) == (0, 0, pytest.approx(1 - 0.025 ** (1 / 200)))


def test_two_levels_multiply_and_their_variances_add():
    """
    10 of 100 twice, all of lines of their own: 1 %, and 0.09 + 0.09 of its logarithm's variance.
    """
    level = counted([1] * 10 + [0] * 90)
    later = counted([1] * 10 + [0] * 90, lineage=range(100, 200))
    chance = chance_of([level, later])
    low, high = bounds(10, 100)

    assert chance.share == pytest.approx(0.01)
    assert chance.spread == pytest.approx(sqrt(0.18))
    assert chance.low == pytest.approx(exp(log(0.01) - sqrt(2) * log(0.1 / low)))
    assert chance.high == pytest.approx(exp(log(0.01) + sqrt(2) * log(high / 0.1)))


def test_a_chain_that_never_moves_counts_as_one_run():
    """
    40 chains of 5 equal runs, 4 of which go on: as sure as 4 of 40, so 0.9 / 4 and not 0.9 / 20.
    """
    inside = np.repeat([1] * 4 + [0] * 36, 5)
    level = counted(inside, np.repeat(range(40), 5), np.repeat(range(40), 5))

    assert level.chained == pytest.approx(0.9 / 4)
    assert chance_of([level]).spread == pytest.approx(sqrt(0.9 / 4))
    assert chance_of([level]).low == pytest.approx(bounds(4, 40)[0])


def test_what_comes_from_one_run_counts_as_one():
    """
    The ten that go on come from two runs of the first level, five from each, though their chains have nothing in
    common: the parts are 5 (1 - 0.1) / 10 twice, and 45 * 0.1 / 10 less in two other lines: 4 * 0.45^2.
    """
    lineage = [0] * 5 + [1] * 5 + [2] * 45 + [3] * 45
    level = counted([1] * 10 + [0] * 90, lineage=lineage)

    assert chance_of([level]).spread == pytest.approx(sqrt(4 * 0.45**2))


def test_a_level_that_nothing_goes_through_has_an_upper_end():
    """
    A tenth, and then none of 100 in 20 chains: at most what a tenth may be, times what 0 of 20 may be.
    """
    first = counted([1] * 20 + [0] * 180)
    last = counted([0] * 100, np.repeat(range(20), 5), np.repeat(range(20), 5))
    chance = chance_of([first, last])

    assert (chance.share, chance.low) == (0, 0)
    assert chance.high == pytest.approx(bounds(20, 200)[1] * (1 - 0.025 ** (1 / 20)))
