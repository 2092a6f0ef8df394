"""Numbers as people read them in a table."""

from __future__ import annotations

from math import isnan

from sim.units import SECONDS_A_DAY, SECONDS_A_MINUTE, SECONDS_AN_HOUR, time_text
from sim.words.times import Spoken

NOTHING = "-"
"""Stands where there is nothing to say."""


def figure(value: float) -> str:
    """A number for a table: whole from 100 on, below that three digits that count, to the thousandth.

    >>> figure(1669000.4), figure(-12.345), figure(0.0404), figure(-1e-12), figure(float("nan"))
    ('1,669,000', '-12.3', '0.04', '0', '-')
    """
    if isnan(value):
        return NOTHING
    rounded = round(value) if abs(value) >= 99.95 else round(float(f"{value:.3g}"), 3)
    return f"{rounded or 0:,.10g}"


def exact(value: float) -> str:
    """A number with six digits that count, and every digit before the point.

    >>> exact(36210000), exact(140270.0), exact(8200 / 86400), exact(0)
    ('36,210,000', '140,270', '0.0949074', '0')
    """
    digits = f"{value:,.0f}" if abs(value) >= 1e5 else f"{value:,.6g}"
    return digits if digits != "-0" else "0"


def error(value: float) -> str:
    """A number that should be very small: two digits of it, unless it is not small.

    >>> error(2.13e-10), error(0), error(312.4)
    ('2.1e-10', '0', '312')
    """
    return f"{value:.2g}" if abs(value) < 1e-3 else figure(value)


def after_start(time_s: float) -> Spoken:
    """A time after the start of the scenario.

    >>> after_start(5430)
    'T+1 h 30 min'
    """
    return Spoken(f"T+{time_text(time_s)}")


def at_minute(time_s: float) -> Spoken:
    """The same, to the minute whatever the time.

    >>> at_minute(1234), at_minute(17_423)
    ('T+21 min', 'T+4 h 50 min')
    """
    return after_start(round(time_s / SECONDS_A_MINUTE) * SECONDS_A_MINUTE)


def hours(time_s: float) -> Spoken:
    """The same, for narrow columns: to a tenth of an hour, or to the minute below one.

    >>> hours(2040), hours(49_680)
    ('T+34 min', 'T+13.8 h')
    """
    if time_s < SECONDS_AN_HOUR:
        return Spoken(f"T+{time_s / SECONDS_A_MINUTE:.0f} min")
    return Spoken(f"T+{time_s / SECONDS_AN_HOUR:.1f} h")


def span(time_s: float) -> Spoken:
    """A stretch of time to the minute, or to the second below ten minutes.

    >>> span(8591.7), span(95.6), span(30)
    ('2 h 23 min', '1 min 36 s', '30 s')
    """
    step = SECONDS_A_MINUTE if time_s >= 10 * SECONDS_A_MINUTE else 1
    return Spoken(time_text(round(time_s / step) * step))


def days(time_s: float) -> Spoken:
    """A long stretch of time in days and hours; less than two days as `span` has it.

    >>> days(379677), days(259200), days(100_000)
    ('4 d 9 h', '3 d', '27 h 47 min')
    """
    if time_s < 2 * SECONDS_A_DAY:
        return span(time_s)
    whole, hours = divmod(round(time_s / SECONDS_AN_HOUR), SECONDS_A_DAY // SECONDS_AN_HOUR)
    return Spoken(f"{whole} d {hours} h" if hours else f"{whole} d")


def lasting(time_s: float) -> Spoken:
    """A stretch of time as the input has it, to the second below an hour.

    >>> lasting(72 * 3600), lasting(12_000).in_language("zh")
    ('72 h', '3小时20分')
    """
    return Spoken(time_text(time_s))
