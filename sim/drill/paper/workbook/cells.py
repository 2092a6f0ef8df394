"""What designers write into cells: times in every way that a spreadsheet and people have for them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from sim.message import Message
from sim.units import Dimension, UnitError, parse

EPOCH = datetime(1899, 12, 30)
"""Day 0 of spreadsheets."""
SAME_S = 1.0
"""Times closer than that are the same: spreadsheets keep them as fractions of a day [s]."""
SAME_SHARE = 1e-6
A_TIME = Message("write a time such as 0:40:00 or 40 min")
A_CLOCK = Message("write a clock time such as 09:40 or 2026-06-10 09:40")
_HMS = re.compile(r"(?:T\s*\+\s*)?(\d+):([0-5]\d)(?::([0-5]\d))?$", re.IGNORECASE)
_T_PLUS = re.compile(r"^T\s*\+\s*", re.IGNORECASE)


def elapsed_s(value: Any) -> float:
    """A time since something began [s].

    >>> elapsed_s("T+1 h 2 min"), elapsed_s("0:40"), elapsed_s(timedelta(hours=30))
    (3720.0, 2400.0, 108000.0)

    Raises:
        ValueError: it is none; says what to write.
    """
    if isinstance(value, timedelta):
        return _not_negative(value.total_seconds())
    if isinstance(value, datetime):
        return _not_negative((value - EPOCH).total_seconds())
    if isinstance(value, time):
        return (datetime.combine(EPOCH, value) - EPOCH).total_seconds()
    if isinstance(value, str):
        return _spoken_s(value.strip())
    raise ValueError(A_TIME)


def _spoken_s(text: str) -> float:
    if match := _HMS.fullmatch(text):
        hours, minutes, seconds = (float(each or 0) for each in match.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds).total_seconds()
    try:
        return _not_negative(parse(_T_PLUS.sub("", text), Dimension.TIME))
    except UnitError:
        raise ValueError(A_TIME) from None


def _not_negative(seconds: float) -> float:
    if seconds < 0:
        raise ValueError(Message("a time before the start; {a_time}", a_time=A_TIME))
    return seconds


def clock_time(value: Any, begins: datetime) -> datetime:
    """A clock time, without its zone; a bare time of day is the first after the exercise begins.

    >>> clock_time(time(0, 15), datetime(2026, 6, 10, 22, 0))
    datetime.datetime(2026, 6, 11, 0, 15)

    Raises:
        ValueError: it is none; says what to write.
    """
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, time):
        return _first_after(value, begins)
    if isinstance(value, str):
        text = value.strip()
        try:
            if re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?", text):
                return _first_after(
                    time.fromisoformat(text.zfill(8) if text.count(":") == 2 else text.zfill(5)), begins
                )
            return datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            raise ValueError(A_CLOCK) from None
    raise ValueError(A_CLOCK)


def _first_after(value: time, begins: datetime) -> datetime:
    found = datetime.combine(begins.date(), value)
    return found if found >= begins else found + timedelta(days=1)


def plain_text(value: Any) -> str:
    """A cell as text, its line ends all alike.

    >>> plain_text("a\\r\\nb "), plain_text(None), plain_text(3.0)
    ('a\\nb', '', '3')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()


def shown(value: Any) -> str:
    """What was found in a cell, for a message."""
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    return repr(plain_text(value))
