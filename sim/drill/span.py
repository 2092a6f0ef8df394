"""Spans of time, and how full something is, in words of every language."""

from __future__ import annotations

from sim.park import Name
from sim.park.names import named
from sim.units import share_text, time_text
from sim.words.times import Spoken

LEAST_SHARE = 0.001


def span_name(time_s: float, before: str = "") -> Name:
    """A span of time in every language, with what stands before it.

    >>> span_name(518), str(span_name(1598, "T+"))
    (Name(en='8 min 38 s', zh='8分38秒'), 'T+26 min 38 s')
    """
    return Name.of(Spoken(before + time_text(time_s)).in_language)


def share_name(share: float) -> Name:
    """How full something is, as somebody can read it off: what is under a thousandth is not told in figures.

    >>> str(share_name(0.355)), share_name(0.000181)
    ('35.5 %', Name(en='under 0.1 %', zh='不足0.1 %'))
    """
    if 0 < share < LEAST_SHARE:
        return named("under_share", share=share_text(LEAST_SHARE))
    return Name.of(lambda language: share_text(share))
