"""Numbers that people count in: 1, 2 and 5 with noughts."""

from __future__ import annotations

from math import floor, log10


def round_step(least: float) -> float:
    """The smallest of them that is no smaller.

    >>> round_step(180), round_step(0.03), round_step(1000)
    (200.0, 0.05, 1000.0)
    """
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= least * (1 - 1e-9))


def round_down(most: float) -> float:
    """The largest of them that is no larger.

    >>> round_down(180), round_down(0.06), round_down(1000)
    (100.0, 0.05, 1000.0)
    """
    power = 10.0 ** floor(log10(most))
    return float(f"{max(each for each in (1, 2, 5) if each * power <= most * (1 + 1e-9)) * power:.3g}")
