"""What a master list is known by, so that nothing is read with the numbers of another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from sim.drill.line import Line

LETTERS = 11
"""Of the hash in a mark, which people may copy by hand."""


def list_hash(lines: Sequence[Line]) -> str:
    """The hash of what a log hangs on: the numbers, keys and times of a list."""
    told = [(line.number, line.incident, line.key, line.at_s, line.exercise_s) for line in lines]
    return sha256(json.dumps(told).encode()).hexdigest()


def list_mark(lines: Sequence[Line]) -> str:
    """The first letters of the hash, as they stand in logs and on covers.

    An L goes before them: spreadsheets take `12e4567` for a number.
    """
    return f"L{list_hash(lines)[:LETTERS]}"
