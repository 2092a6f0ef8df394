"""Correlations of ranks held against those that are known by hand, and against SciPy's."""

from math import isnan

import numpy as np
import pytest
from scipy.stats import rankdata, spearmanr

from sim.ensemble import ranks


@pytest.mark.parametrize("at_once", [1, 7, 1 << 16])
def test_ranks_go_with_marks_as_scipy_has_it(at_once, monkeypatch):
    """
    A correlation of ranks is Pearson's of them, and Spearman's with a mark of two values; a third of the values are
    equal to others. It does not hang on how many are ranked at a time.
    """
    monkeypatch.setattr(ranks, "AT_ONCE", at_once)
    chance = np.random.default_rng(3)
    values = np.where(chance.random(60) < 0.3, 0.5, chance.random(60))
    marks = [values + chance.random(60) > limit for limit in (0.6, 1.2)]

    found = ranks.rank_correlations(values, marks)

    assert found == pytest.approx([spearmanr(values, each).statistic for each in marks])
    assert found == pytest.approx([np.corrcoef(rankdata(values), each)[0, 1] for each in marks])


def test_what_is_all_the_same_goes_with_nothing():
    alike, mark = np.ones(4), np.array([True, False, True, False])

    assert isnan(ranks.rank_correlations(alike, [mark])[0])
    assert isnan(ranks.rank_correlations(np.arange(4.0), [mark | True])[0])
