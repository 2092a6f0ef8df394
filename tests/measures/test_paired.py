"""Differences of two designs on the same draws: numbers by hand, and how often their intervals are right."""

from itertools import product
from math import comb, inf, isnan, sqrt

import numpy as np
import pytest

from sim.ensemble.paired import Difference, Pairs, mean_difference


def test_the_interval_of_paired_shares_is_the_published_one():
    """
    Newcombe's example of 50 pairs, of which 20 are both, 12 the first alone, 2 the second alone, 16 neither: 0.64 and
    0.44, less 0.20. Wilson: 0.64 in 0.5014 to 0.7586, 0.44 in 0.3116 to 0.5769. 20 x 16 - 12 x 2 = 296, less half of
    50 is 271, over sqrt(32 x 18 x 22 x 28) = 595.7: phi 0.455. Arms sqrt(0.1284^2 - 2 x 0.455 x 0.1284 x 0.1186 +
    0.1186^2) = 0.1292 downwards and sqrt(0.1369^2 - 2 x 0.455 x 0.1369 x 0.1386 + 0.1386^2) = 0.1438 upwards.
    """
    found = Pairs(20, 12, 2, 16).difference

    assert found.value == pytest.approx(-0.20)
    assert (found.low, found.high) == pytest.approx((-0.3292, -0.0562), abs=5e-5)
    assert found.sure


def test_no_pair_that_differs_is_not_no_difference():
    """
    Of 200 pairs none breaches: Wilson's end is z^2 / (200 + z^2) = 3.8415 / 203.8415 = 1.885 %, to either side.
    """
    found = Pairs(0, 0, 0, 200).difference

    assert (found.low, found.high) == pytest.approx((-0.018845, 0.018845), abs=1e-6)
    assert not found.sure


@pytest.mark.parametrize("pairs", [(5, 3, 7, 10), (0, 4, 0, 6), (40, 1, 9, 0)])
def test_which_is_first_does_not_matter(pairs):
    both, first, second, neither = pairs
    one, other = Pairs(both, first, second, neither).difference, Pairs(both, second, first, neither).difference

    assert (one.low, one.high) == pytest.approx((-other.high, -other.low))


def test_the_chance_is_the_binomial_one():
    """
    Of 14 runs that differ 12 lean one way: 2 x (1 + 14 + 91) / 2^14 = 212 / 16384.
    """
    assert Pairs(20, 12, 2, 16).chance == pytest.approx(2 * (1 + 14 + 91) / 2**14)
    assert Pairs(20, 0, 0, 30).chance == 1.0


def test_the_interval_holds_what_it_says():
    """
    Of 20 pairs that are both with 0.3, first alone 0.2, second alone 0.05: the difference -0.15 lies in the interval of
    at least 94 % of all tables, summed over the multinomial law, not drawn. (Newcombe finds 95 % on average.)
    """
    chances, of = (0.3, 0.2, 0.05, 0.45), 20
    inside = 0.0
    for both, first, second in product(range(of + 1), repeat=3):
        if (neither := of - both - first - second) >= 0:
            found = Pairs(both, first, second, neither).difference
            ways = comb(of, both) * comb(of - both, first) * comb(of - both - first, second)
            if found.low <= -0.15 <= found.high:
                inside += ways * np.prod(np.power(chances, (both, first, second, neither)))

    assert 0.94 <= inside < 0.99


def test_of_no_pairs_nothing_is_known():
    found = Pairs(0, 0, 0, 0).difference

    assert isnan(found.value)
    assert (found.low, found.high) == (-inf, inf)


def test_a_difference_of_means_is_student_s():
    """
    Differences 1, 2, 3 m3: mean 2, scatter 1, t of 2 degrees 4.3027: 2 -+ 4.3027 / sqrt(3).
    """
    found = mean_difference(np.array([5.0, 5.0, 0.0]), np.array([6.0, 7.0, 3.0]))

    assert found.value == 2
    assert (found.low, found.high) == pytest.approx((2 - 4.3027 / sqrt(3), 2 + 4.3027 / sqrt(3)), abs=1e-4)
    assert mean_difference(np.zeros(5), np.zeros(5)) == Difference(0.0, -inf, inf)
