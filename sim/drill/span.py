"""Spans of time, and how full something is, in words of either language."""

from __future__ import annotations

from re import Match, compile

from sim.park import Name
from sim.units import share_text, time_text

END = r"(?![A-Za-z0-9])"
"""A unit ends here; Chinese follows it without a space."""
LEAST_SHARE = 0.001
SPAN = compile(rf"(?<![\d.,])(?:(\d+) h{END} ?)?(?:(\d+) min{END} ?)?(?:(\d+) s{END})?(?!/)")


def span_name(time_s: float, before: str = "") -> Name:
    """A span of time in both languages, with what stands before it.

    >>> span_name(518), str(span_name(1598, "T+"))
    (Name(en='8 min 38 s', zh='8分38秒'), 'T+26 min 38 s')
    """
    text = time_text(time_s)
    return Name(before + text, before + spans_in_chinese(text))


def share_name(share: float) -> Name:
    """How full something is, as somebody can read it off: what is under a thousandth is not told in figures.

    >>> str(share_name(0.355)), share_name(0.000181)
    ('35.5 %', Name(en='under 0.1 %', zh='不足0.1 %'))
    """
    if 0 < share < LEAST_SHARE:
        least = share_text(LEAST_SHARE)
        return Name(f"under {least}", f"不足{least}")
    return Name(share_text(share), share_text(share))


def spans_in_chinese(text: str) -> str:
    """A text with its spans of time in Chinese.

    >>> spans_in_chinese("41 min 41 s后48 m3"), spans_in_chinese("300 min")
    ('41分41秒后48 m3', '300分钟')
    """
    return SPAN.sub(_span, text)


def _span(found: Match[str]) -> str:
    """A span of time in Chinese; minutes alone are said in full."""
    hours, minutes, seconds = found.groups()
    if not any(found.groups()):
        return found[0]
    words = f"{hours}小时" if hours else ""
    words += (f"{minutes}分" if hours or seconds else f"{minutes}分钟") if minutes else ""
    words += f"{seconds}秒" if seconds else ""
    return words
