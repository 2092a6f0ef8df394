"""Plain data out of JSON that people may have changed, or a disk damaged."""

from __future__ import annotations

import json
import re
from typing import Any

from sim.letters import fit, letter_text, unfit

ESCAPED = re.compile(r"\\(?:[bf]|u(?:00[01789]|[dD][89a-fA-F]|[fF]{3}))")
"""Escapes that may stand for letters which belong in no text, and for other letters that need a second look."""


def from_json(text: str | bytes) -> Any:
    """What JSON says; texts in it have letters that every document can hold.

    >>> from_json('{"name": "Duty\\\\u000bteam"}')
    {'name': 'Duty team'}

    Raises:
        ValueError: it says nothing, is nested thousands deep, or has a letter that belongs in no text.
    """
    written = text if isinstance(text, str) else text.decode("utf-8")
    try:
        data = json.loads(written)
        return _fitting(data) if ESCAPED.search(written) or next(unfit(written), None) is not None else data
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _fitting(data: Any) -> Any:
    """The same data with every text looked at."""
    if isinstance(data, dict):
        return {_fitting(key): _fitting(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_fitting(each) for each in data]
    if not isinstance(data, str):
        return data
    at = next(unfit(data), None)
    if at is not None:
        raise ValueError(f"the character {letter_text(data[at])} does not belong in a text file; delete it")
    return fit(data)
