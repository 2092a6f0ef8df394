"""Clock times and dates as people, spreadsheets and their programs write them, brought to one written form."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from unicodedata import normalize

from sim.units import SECONDS_A_DAY, SECONDS_A_MINUTE, SECONDS_AN_HOUR

MORNING, NOON, AFTERNOON, EVENING = "morning", "noon", "afternoon", "evening"
HALVES = {
    **dict.fromkeys(("am", "上午", "早上", "早晨", "凌晨"), MORNING), **dict.fromkeys(("中午",), NOON),
    **dict.fromkeys(("pm", "下午"), AFTERNOON), **dict.fromkeys(("晚上", "夜间", "晚"), EVENING),
}  # fmt: skip
"""Words for a part of the day, beside an hour from 1 to 12."""
_HALF = "|".join(sorted((each for each in HALVES if not each.isascii()), key=len, reverse=True))
_DATE = r"(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})(?:\s*日)?"
_DATED = re.compile(rf"{_DATE}(?:[\sT]*(.+))?")
_OF_DAY = re.compile(
    rf"({_HALF})?\s*(\d{{1,3}})\s*(?::|时|点)\s*(?:(\d{{1,2}})\s*(?:(?::|分)\s*(?:(\d{{1,2}}(?:\.\d+)?)\s*秒?)?)?)?"
    r"\s*([AaPp]\.?\s*[Mm]\.?)?\s*(Z|[+-]\d\d:?\d\d)?"
)
FIRST_DAY = datetime(1899, 12, 30)
"""Day 0 of spreadsheets, as they count after February 1900."""
DAYS = range(20_000, 80_000)
"""Days that a number may stand for, October 1954 to January 2119; others are numbers."""


def plain_clock(text: str) -> str:
    """A date, a clock time or both as `2025-07-14 15:58:00`; the text itself when it is nothing of the sort.

    >>> plain_clock("2025/7/14 13:50"), plain_clock("2025年7月14日 下午3时5分"), plain_clock("T+80 min")
    ('2025-07-14 13:50', '2025-07-14 15:05', 'T+80 min')
    >>> [plain_clock(each) for each in ("11:40 PM", "12:35 AM", "下午3:58", "15时58分30秒", "2时55分", "下午3点")]
    ['23:40', '00:35', '15:58', '15:58:30', '02:55', '15:00']
    """
    plain = normalize("NFKC", text).strip()
    match = _DATED.fullmatch(plain)
    if match is None:
        return _of_day(plain) or plain
    year, month, day, rest = match.groups()
    date = f"{year}-{int(month):02}-{int(day):02}"
    if not rest:
        return date
    time = _of_day(rest)
    return f"{date} {time}" if time else plain


def _of_day(text: str) -> str:
    """A time of day as `15:58` or `15:58:30`, with its offset from UTC if it has one; empty when it is none."""
    match = _OF_DAY.fullmatch(text)
    if match is None:
        return ""
    before, hour, minute, second, after, offset = match.groups()
    half = before or (after and re.sub(r"[.\s]", "", after).lower())
    on_24 = int(hour) if half is None else _on_24(int(hour), HALVES[half])
    if on_24 is None or max(int(minute or 0), float(second or 0)) >= SECONDS_A_MINUTE or (before and after):
        return ""
    seconds = f":{'0' * (not second[1:2].isdigit())}{second}" if second else ""
    return f"{on_24:02}:{int(minute or 0):02}{seconds}{offset or ''}"


def _on_24(hour: int, half: str) -> int | None:
    """The hour on a clock of 24; None where word and hour do not go together."""
    if half == MORNING:
        return hour % 12 if 0 <= hour <= 12 else None
    if half == EVENING:
        return {12: 0}.get(hour, hour + 12) if 5 <= hour <= 12 else hour if 17 <= hour <= 23 else None
    if 12 <= hour <= 23:
        return hour
    return hour + 12 if 1 <= hour <= (11 if half == AFTERNOON else 3) else hour if half == NOON and hour == 11 else None


def spreadsheet_clock(text: str) -> str | None:
    """The clock time that a bare number is in a spreadsheet - days, or a part of one; None for other numbers.

    >>> spreadsheet_clock("0.6652777777777777"), spreadsheet_clock("45852.576388888889"), spreadsheet_clock("14")
    ('15:58:00', '2025-07-14 13:50:00', None)
    """
    try:
        days = float(text)
    except ValueError:
        return None
    seconds = timedelta(seconds=round(days % 1 * SECONDS_A_DAY)) if 0 < days < DAYS.stop else timedelta()
    if 0 < days < 1 and "." in text:
        return clock_of(seconds) if seconds < timedelta(days=1) else None
    return (FIRST_DAY + timedelta(days=int(days)) + seconds).isoformat(sep=" ") if int(days) in DAYS else None


def clock_of(span: timedelta) -> str:
    """A span as spreadsheets show it under `[h]:mm:ss`.

    >>> clock_of(timedelta(days=1, hours=15, minutes=58))
    '39:58:00'
    """
    hours, left = divmod(abs(round(span.total_seconds())), SECONDS_AN_HOUR)
    minutes, seconds = divmod(left, SECONDS_A_MINUTE)
    return f"{'-' * (span < timedelta())}{hours:02}:{minutes:02}:{seconds:02}"


def without_hours(text: str) -> str:
    """A date without a time of day that is midnight, as spreadsheets keep dates.

    >>> without_hours("2027-02-05 00:00:00"), without_hours("2027-02-05")
    ('2027-02-05', '2027-02-05')
    """
    day, _, rest = text.partition(" ")
    return day if rest.strip("0:") == "" else text


