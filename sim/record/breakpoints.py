"""What a trace says between its breakpoints.

Each function takes the rows of one storage or link: their times, never falling, and a value a
row. Of several rows at one time the last one holds.
"""

from __future__ import annotations

import numpy as np

from sim.record.record import Floats


def all_times_s(at_s: Floats, horizon_s: float) -> Floats:
    """Every time at which something changed, start and end included, each once [s]."""
    times: Floats = np.unique(np.concatenate(([0.0, horizon_s], at_s)))
    return times


def linear(times_s: Floats, at_s: Floats, values: Floats, otherwise: float) -> Floats:
    """The values at `times_s`, in a straight line between rows; `otherwise` when there is no row.

    >>> linear(np.array([0.5, 1.0]), np.array([0.0, 1.0, 1.0]), np.array([0.0, 2.0, 3.0]), otherwise=0.0).tolist()
    [1.5, 3.0]
    """
    if not len(at_s):
        return np.full(len(times_s), otherwise)
    last = np.append(at_s[1:] != at_s[:-1], True)
    found: Floats = np.interp(times_s, at_s[last], values[last])
    return found


def held(times_s: Floats, at_s: Floats, values: Floats) -> Floats:
    """The values at `times_s`, each held until the next row; 0 before the first.

    >>> held(np.array([0.0, 1.0, 9.0]), np.array([1.0, 1.0, 2.0]), np.array([5.0, 6.0, 7.0])).tolist()
    [0.0, 6.0, 7.0]
    """
    rows = np.searchsorted(at_s, times_s, side="right")
    return np.concatenate(([0.0], values))[rows]
