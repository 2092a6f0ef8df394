"""What is answered to an entry of exercise control."""

from __future__ import annotations

from collections.abc import Mapping

from sim.words import text

NAMES = ("noticed", "ordered", "begun", "done", "failed", "jump")
"""What can be said of a line; filled into sentences by their words."""


def reply(key: str, language: str, values: Mapping[str, object]) -> str:
    """A sentence with its values put in.

    >>> reply("marked", "zh", {"number": 14, "what": "done", "time": "T+1 h"})
    '已记：14 完成，T+1 h'
    """
    return text(key, language, **{place: _named(value, language) for place, value in values.items()})


def _named(value: object, language: str) -> object:
    """What happened in the language's word, alone or in a list."""
    parts = str(value).split(", ")
    return ", ".join(text(f"play_{each}", language) for each in parts) if set(parts) <= set(NAMES) else value
