"""Figures as they are printed: raised digits in units, and spans of time in Chinese words."""

from __future__ import annotations

from math import ceil, floor, isfinite
from re import compile

from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR, time_text
from sim.words import text as say
from sim.words.times import END, spans

UNIT = compile(rf"(?<=\d )(mm?|km)([23]){END}")
VOLUME = compile(r"(?<![\d.,])([\d.,]*\d) m3(?![A-Za-z0-9/])")
SPACES = compile(" {2,}")
"""What is left of a place that nothing was put into."""
RAISED = {"2": "²", "3": "³"}
ROUNDING_S = 0.5
"""To what deadlines are found, and clocks shown; a minute is not lost to it [s]."""


def typeset(text: str, language: str) -> str:
    """A text with its units and spans of time as they are printed.

    >>> typeset("1,066 m3 in 2 h 6 min", "en"), typeset("41 min 41 s后48 m3，20 m3/h", "zh")
    ('1,066 m³ in 2 h 6 min', '41分41秒后48立方米，20 m³/h')
    """
    text = VOLUME.sub(lambda found: say("volume_m3", language, count=found[1]), SPACES.sub(" ", text))
    text = spans(text, language)
    return UNIT.sub(lambda found: found[1] + RAISED[found[2]], text)


def span(time_s: float, language: str) -> str:
    """A span of time.

    >>> span(5700, "en"), span(5700, "zh"), span(300, "zh")
    ('1 h 35 min', '1小时35分', '5分钟')
    """
    return typeset(time_text(time_s), language)


def t_plus(at_s: float, language: str) -> str:
    """A time since the incident began, to the second; from one hour on the minute in which it falls, as clocks show it.

    >>> t_plus(0, "en"), t_plus(7956, "zh")
    ('T+0', 'T+2小时12分')
    """
    return f"T+{span(no_later_s(at_s) if at_s >= SECONDS_AN_HOUR else at_s, language)}" if at_s else "T+0"


def no_later_s(at_s: float) -> float:
    """The minute in which a time falls: what a clock shows, and a latest time that may be said [s].

    >>> no_later_s(8732.1)
    8700
    """
    return floor((at_s + ROUNDING_S) / SECONDS_A_MINUTE) * SECONDS_A_MINUTE if isfinite(at_s) else at_s


def no_sooner_s(at_s: float) -> float:
    """When something is surely done, as it may be said: to the second, from one hour on to the minute [s].

    >>> no_sooner_s(8732.1), no_sooner_s(1934.3)
    (8760, 1934)
    """
    if not at_s >= SECONDS_AN_HOUR:
        return round(at_s) if isfinite(at_s) else at_s
    return ceil((at_s - ROUNDING_S) / SECONDS_A_MINUTE) * SECONDS_A_MINUTE if isfinite(at_s) else at_s
