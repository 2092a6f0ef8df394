"""Ranks of many values, in little more memory than the values take."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

AT_ONCE = 1 << 16
"""Values that are ranked at a time."""


def rank_correlations(values: Floats, marks: Sequence[Flags]) -> list[float]:
    """How the ranks of values go with each of some marks, yes or no: the correlation of the two [-].

    Equal values share the middle of their ranks (Spearman 1904, Kendall 1945). Twice a rank is a whole number, so the
    sums are exact. NaN where all values, or all marks, are the same.

    >>> import numpy as np
    >>> rank, = rank_correlations(np.array([0.5, 7.0, 1.0, 30.0]), [np.array([False, True, False, True])])
    >>> round(rank, 4), round(0.5 / (1.25**0.5 * 0.25**0.5), 4)
    (0.8944, 0.8944)
    """
    import numpy as np

    count, squares, sums = len(values), 0, [0] * len(marks)
    ordered = np.sort(values)
    for first in range(0, count, AT_ONCE):
        some = slice(first, first + AT_ONCE)
        order = values[some].argsort()  # what is looked up in order is found six times as fast
        least = values[some][order]
        twice = ordered.searchsorted(least, "left") + ordered.searchsorted(least, "right") + 1
        squares += int(twice @ twice)
        sums = [before + int(twice[each[some][order]].sum()) for before, each in zip(sums, marks, strict=True)]
    spread = squares - count * (count + 1) ** 2
    marked = [int(each.sum()) for each in marks]
    return [(total - of * (count + 1)) / sqrt(spread * of * (count - of) / count) if spread * of * (count - of) else nan
            for total, of in zip(sums, marked, strict=True)]  # fmt: skip
