"""When something happened, as it is typed while an exercise is held: a time, then whatever else there is to note.

A time is never taken for a note: what begins as one, or follows `at`, is read or refused.
"""

from __future__ import annotations

import re

from sim.errors import InputError
from sim.message import Message

_AT = re.compile(r"(?:at(?![a-z])|于|@|在(?=\s*[\dTE]))\s*", re.IGNORECASE)
_UNIT = r"(?:h|min|s|小时|分钟|分|秒)(?![a-z])"
_OTHER_UNIT = r"(?:hours?|hrs?|minutes?|mins?|m|seconds?|secs?|days?|d|点|时|刻|天|日)(?![a-z])"
_NUMBER = r"\d+(?:\.\d+)?"
_SPAN = rf"(?:{_NUMBER}\s*{_UNIT}\s*)+"
_CLOCK = r"\d{1,3}:\d\d(?::\d\d(?:\.\d+)?)?"
_MINUTES = rf"{_NUMBER}(?!\s*(?:{_UNIT}|{_OTHER_UNIT}))"
_SINCE = rf"(?:T|E|演练)\s*\+\s*(?:{_CLOCK}|{_SPAN}|{_MINUTES})"
_DATED = rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}\s+{_CLOCK}"
_END = r"(?![\d:a-z+]|\.\d|\s*[ap]\.?m(?![a-z]))"
_TIME = re.compile(rf"(?:({_SINCE}|{_DATED}|{_CLOCK})|({_SPAN})){_END}\s*", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:T|E|演练)\s*[+-]\s*\d|\d{1,4}\s*[:点时]|\d{4}-\d|(?:上午|下午|凌晨|早上|中午|晚上)\s*\d", re.IGNORECASE
)
"""How a time begins that was written without `at`."""
_BARE = re.compile(rf"\d{{1,4}}|{_SPAN}", re.IGNORECASE)
"""What may be a time or a note when it stands alone."""


def time_and_note(rest: str) -> tuple[str, str]:
    """The time that an entry gives, empty for now, and the note that is left.

    After `at` a span of time is one since the incident began, as on a radio.

    >>> time_and_note("at T+25 slow"), time_and_note("01:40"), time_and_note("于 25 min"), time_and_note("slow")
    (('T+25', 'slow'), ('01:40', ''), ('T+25 min', ''), ('', 'slow'))

    Raises:
        InputError: there stands a time, or something after `at`, that is none.
    """
    at = _AT.match(rest)
    text = rest[at.end() :] if at else rest
    if not at and not _BEGINS.match(text) and not _BARE.fullmatch(text):
        return "", rest
    found = _TIME.match(text)
    if found is None or not (found[1] or at):
        raise InputError(Message("{text!r} is no time; write at T+25 min, at T+1:20 or at 01:40, and a note after it; "
                                 "a note by itself begins with a word", text=text.strip()))  # fmt: skip
    return found[1] or f"T+{found[2].strip()}", text[found.end() :]
