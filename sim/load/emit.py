"""Plain data to YAML text that reads back letter by letter.

Files and collections are blocks, what stands deeper is written in one line.
"""

from __future__ import annotations

import json
import re
from functools import cache

Data = str | list["Data"] | dict[str, "Data"]
"""What YAML can say when every value is text."""

_PLAIN = re.compile(r"[\w一-鿿][\w一-鿿 .%/+()³²-]*(?<! )", re.ASCII)
_DECIMAL = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_WORDS = {"null", "yes", "no", "on", "off", "y", "n"}
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
BLOCK_DEPTH = 3
"""Levels that are written line by line."""


def to_yaml(data: dict[str, Data]) -> str:
    """YAML text of a file.

    >>> print(to_yaml({"pools": {"a": {"capacity": "5 m3", "tags": ["x", "12:00"]}}}), end="")
    pools:
      a:
        capacity: 5 m3
        tags: [x, "12:00"]
    """
    return "".join(_lines(data, 0))


def _lines(data: dict[str, Data], depth: int) -> list[str]:
    lines: list[str] = []
    for key, value in data.items():
        head = f"{'  ' * depth}{_text(key)}:"
        if isinstance(value, dict) and value and depth + 1 < BLOCK_DEPTH:
            lines.append(f"{head}\n")
            lines.extend(_lines(value, depth + 1))
        else:
            lines.append(f"{head} {in_one_line(value)}\n")
    return lines


def in_one_line(data: Data) -> str:
    """YAML text of a value, in one line.

    >>> in_one_line({"value": "5 m3", "source": "survey: 2026"})
    '{value: 5 m3, source: "survey: 2026"}'
    """
    if isinstance(data, str):
        return _text(data)
    if isinstance(data, list):
        return f"[{', '.join(map(in_one_line, data))}]"
    return "{" + ", ".join(f"{_text(key)}: {in_one_line(value)}" for key, value in data.items()) + "}"


@cache
def _text(text: str) -> str:
    """Plain where no YAML reader could take it for anything else, quoted otherwise."""
    guessed = text[:1].isdigit() and " " not in text and not _DECIMAL.fullmatch(text)
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not guessed:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
