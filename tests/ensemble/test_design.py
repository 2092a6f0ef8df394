"""Points of ensembles: strata, correlations, and what a run hangs on."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from sim.ensemble.design import Design, Sampling
from sim.ensemble.interval import interval


def test_strata_stay_where_numbers_move_together():
    """
    After the columns are put into another order each of 500 equal parts still has one number of each column, and the
    ranks of three columns have the correlation 0.7 asked for, within 0.02: what scatters is not the draw, but the
    normal scores. Without Iman and Conover they would scatter by 1 / sqrt(500) = 0.045 around 0.
    """
    shares = Design(3, tuple("abcd"), Sampling.LHS, 500, (("storm", (0, 2, 3), 0.7),)).shares(0, 500)
    ranks = spearmanr(shares).statistic

    assert (np.sort(np.floor(shares * 500), axis=0) == np.arange(500)[:, None]).all()
    assert [ranks[0, 2], ranks[0, 3], ranks[2, 3]] == pytest.approx([0.7] * 3, abs=0.02)
    assert abs(ranks[0, 1]) < 0.14


def test_single_draws_move_together():
    """
    Of 5,000 the correlation of ranks scatters by less than 1 / sqrt(5000) = 0.014.
    """
    shares = Design(3, tuple("abc"), groups=(("storm", (0, 2), 0.5),)).shares(0, 5000)

    assert spearmanr(shares[:, 0], shares[:, 2]).statistic == pytest.approx(0.5, abs=0.04)
    assert [spearmanr(shares[:, 1], shares[:, k]).statistic for k in (0, 2)] == pytest.approx([0, 0], abs=0.05)
    assert [each.mean() for each in shares.T] == pytest.approx([0.5] * 3, abs=0.02)


@pytest.mark.parametrize("first", [0, 3, 4, 7, 1001])
def test_a_run_is_the_same_whatever_is_drawn_with_it(first):
    few, many = Design(9, tuple("abcde")), Design(9, tuple("abcde"))

    assert (few.shares(first, first + 6) == many.shares(0, 1100)[first : first + 6]).all()
    assert few.lots(7) == many.lots(7) != many.lots(8)


@pytest.mark.parametrize("sampling", [Sampling.MC, Sampling.LHS])
def test_one_number_more_leaves_the_others_as_they_are(sampling):
    few, many = (Design(9, tuple(paths), sampling, 32).shares(0, 32) for paths in ("bd", "abcd"))

    assert (few == many[:, [1, 3]]).all()
    assert len(np.unique(many)) == many.size


def test_one_more_that_moves_together_leaves_the_others_as_they_are():
    """
    Those of the group share one stream by its name; another group has another.
    """
    few = Design(9, ("b", "c"), groups=(("storm", (0, 1), 0.5),)).shares(0, 50)
    many = Design(9, ("a", "b", "c"), groups=(("storm", (0, 1, 2), 0.5),)).shares(0, 50)
    other = Design(9, ("b", "c"), groups=(("haste", (0, 1), 0.5),)).shares(0, 50)

    assert (few == many[:, 1:]).all()
    assert (few != other).all()


@pytest.mark.parametrize("sampling", list(Sampling))
def test_every_seed_has_points_of_its_own(sampling):
    one, two = (Design(seed, ("a", "b"), sampling, 16).shares(0, 16) for seed in (1, 2))

    assert (one != two).all()


def test_sobol_points_lie_evenly():
    """
    256 of them have one point in each of 256 equal parts of every axis, and 64 in each quarter of two axes.
    """
    shares = Design(1, tuple("abc"), Sampling.SOBOL, 256).shares(0, 256)
    quarters = np.floor(shares[:, :2] * 2).astype(int)

    assert (np.sort(np.floor(shares * 256), axis=0) == np.arange(256)[:, None]).all()
    assert np.bincount(quarters[:, 0] * 2 + quarters[:, 1]).tolist() == [64] * 4


def test_the_interval_holds_what_it_says():
    """
    Of a chance of 0.1 the 95 % interval of 50 draws misses it in at most 5 of 100, whatever is counted: summed over
    the binomial law, not drawn.
    """
    from scipy.stats import binom

    inside = sum(float(binom.pmf(count, 50, 0.1)) for count in range(51)
                 if interval(count, 50).low <= 0.1 <= interval(count, 50).high)  # fmt: skip

    assert inside >= 0.95
