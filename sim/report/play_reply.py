"""What is answered to an entry of exercise control."""

from __future__ import annotations

from collections.abc import Mapping

from sim.park import Name
from sim.words import text
from sim.words.say import said

WORDED = ("what", "other", "may")
"""Places that hold such words; a note is what somebody typed."""
NAMES = ("noticed", "ordered", "begun", "done", "failed", "released", "jump", "tell", "note")
"""What can be said of a line; filled into sentences by their words."""


def reply(key: str, language: str, values: Mapping[str, object]) -> str:
    """A sentence with its values put in, and the note that was kept with it, so that nothing typed goes unseen.

    >>> reply("marked", "zh", {"number": 14, "what": "done", "time": "T+1 h", "note": "slow"})
    '已记：14 完成，T+1 h；备注：slow'
    """
    sentence = text(key, language, **{place: _named(place, value, language) for place, value in values.items()})
    return sentence + (text("marked_note", language, note=values["note"]) if values.get("note") else "")


def _named(place: str, value: object, language: str) -> object:
    """What happened in the language's word, alone or in a list; a name or an error in the language."""
    if isinstance(value, Name):
        return value.in_language(language)
    if isinstance(value, Exception):
        return said(str(value), language)
    parts = str(value).split(", ")
    if place not in WORDED or not set(parts) <= set(NAMES):
        return value
    return text("comma", language).join(text(f"play_{each}", language) for each in parts)
