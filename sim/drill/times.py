"""Times as people write them in a log: clock time, time of the incident (T+), time of the exercise (E+)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sim.drill.exercise_clock import ExerciseClock
from sim.errors import InputError
from sim.load.clock_text import plain_clock
from sim.message import Message
from sim.units import SECONDS_A_DAY, SECONDS_A_MINUTE, SECONDS_AN_HOUR, Dimension, UnitError, parse, time_text

EXAMPLES = Message("write a clock time such as 02:50, T+80 min since the incident began, or E+45 min since the "
                   "exercise did")  # fmt: skip
_SINCE = re.compile(r"(T|E|演练)\s*([+-])\s*(.+)", re.IGNORECASE)
_COLONS = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?")
_BARE = re.compile(r"\d+(?:\.\d+)?")
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[ T].*")


def incident_time(text: str, clock: ExerciseClock) -> tuple[str, float]:
    """By which clock a time is written - T, E or C - and the time of the incident that it is [s].

    >>> clock = ExerciseClock(jumps=((600, 6000),), starts=datetime(2025, 9, 18, 23, 50), lasts_s=7200)
    >>> [incident_time(text, clock) for text in ("T+80 min", "T+1:20", "E+11 min", "23:55", "00:20")]
    [('T', 4800.0), ('T', 4800.0), ('E', 6660.0), ('C', 300.0), ('C', 7800.0)]

    Raises:
        InputError: it is no time, or fits no day of the exercise, or several.
    """
    plain = plain_clock(text)
    if match := _SINCE.fullmatch(plain):
        sort = "T" if match[1].upper() == "T" else "E"
        since_s = _span_s(match[3], text) * (-1 if match[2] == "-" else 1)
        return sort, since_s if sort == "T" else clock.incident_s(since_s)
    if _DATED.fullmatch(plain):
        return "C", clock.incident_s(_dated_s(plain, text, clock))
    if match := _COLONS.fullmatch(plain):
        return "C", clock.incident_s(_of_day_s(match, text, clock))
    raise InputError(Message("{text!r} is no time; {examples}", text=text, examples=EXAMPLES))


def _span_s(written: str, text: str) -> float:
    """A span of time, `80 min` or `1:20`; a bare number is minutes, as people say it over a radio [s]."""
    if match := _COLONS.fullmatch(written.strip()):
        return _colons_s(match)
    if _BARE.fullmatch(written.strip()):
        return float(written) * SECONDS_A_MINUTE
    try:
        return parse(written, Dimension.TIME)
    except UnitError as error:
        raise InputError(Message("{text!r}: {error}", text=text, error=error.message)) from error


def _colons_s(match: re.Match[str]) -> float:
    hours, minutes, seconds = match.groups()
    return int(hours) * SECONDS_AN_HOUR + int(minutes) * SECONDS_A_MINUTE + float(seconds or 0)


def _of_day_s(match: re.Match[str], text: str, clock: ExerciseClock) -> float:
    """The time of the exercise at which a clock shows a time of day [s].

    Raises:
        InputError: it never does, or on several days.
    """
    if clock.starts is None:
        raise InputError(Message("{text} is a clock time, and nobody said when the exercise begins; write T+ or E+, or "
                                 "starts: into the scenario", text=text))  # fmt: skip
    at_s = _colons_s(match)
    days = clock.days(at_s) if at_s < SECONDS_A_DAY else []
    if not days:
        raise InputError(Message("{text} fits no day of the exercise, which begins {said} and plays {time}",
                                 text=text, said=_said(clock.starts), time=time_text(clock.lasts_s)))  # fmt: skip
    if len(days) > 1:
        raise InputError(Message("{text} comes on {days} days of the exercise; write the date too, such as {starts} "
                                 "{group}", text=text, days=len(days), starts=f"{clock.starts:%Y-%m-%d}",
                                 group=match.group()))  # fmt: skip
    return days[0]


def _dated_s(plain: str, text: str, clock: ExerciseClock) -> float:
    """The time of the exercise at a date and clock time [s].

    Raises:
        InputError: it is none, or the exercise has no clock time.
    """
    try:
        at = datetime.fromisoformat(re.sub(r"(?<!\s)\s+(?=[+-]\d\d:?\d\d$|Z$)", "", plain))
    except ValueError:
        raise InputError(Message("{text!r} is no time; {examples}", text=text, examples=EXAMPLES)) from None
    if clock.starts is None:
        raise InputError(Message("{text} is a clock time, and nobody said when the exercise begins; write T+ or E+, or "
                                 "starts: into the scenario", text=text))  # fmt: skip
    zone = clock.starts.tzinfo
    starts = clock.starts if zone else clock.starts.replace(tzinfo=UTC)
    return ((at if at.tzinfo else at.replace(tzinfo=starts.tzinfo)) - starts).total_seconds()


def _said(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
