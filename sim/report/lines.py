"""Words in lines that fit, in print and on the page alike: where they may be broken, and how to make lines even."""

from __future__ import annotations

import re
from collections.abc import Callable

UNIT = r"(h|min|s|m[³3]|%|L/s|m[³3]/s|m|mm|km)(?![A-Za-z0-9])"
"""Units that stay with their numbers."""
WHOLE = r"(（[^）]*）[，。、：；]?|T\+(?:\d+(?:天|小时|分钟|分|秒))+(?:完成)?)"
"""What Chinese lines are not broken within: brackets, and times since the accident began, or by which it is done."""


def filled(words: str, most: float, wide: Callable[[str], float]) -> list[str]:
    """The words in lines, each as full as it gets by what `wide` says of words; only what cannot be broken is wider.

    They are broken between words; Chinese ones before a bracket, else anywhere but within a time.

    >>> filled("Yanjia river section 7", 20, len), filled("F-001雨水沟（及集水池）", 10, len)
    (['Yanjia river section', '7'], ['F-001雨水沟', '（及集水池）'])
    >>> filled("雨水管（F片区），备用", 6, len)
    ['雨水管', '（F片区），', '备用']
    >>> filled("关闭3号闸；T+2小时5分完成", 9, len)
    ['关闭3号闸；', 'T+2小时5分完成']
    """
    lines = [""]
    for piece in _pieces(words, most, wide):
        longer = lines[-1] + piece
        if lines[-1] and wide(longer.rstrip()) > most:
            lines.append(piece.lstrip())
        else:
            lines[-1] = longer
    return [each.rstrip() for each in lines]


def even(words: str, most: float, wide: Callable[[str], float], step: float) -> list[str]:
    """The words in as few lines as they need, all about as long, lest a number stands alone; `step` is how closely.

    Chinese ones that are broken before a bracket stay so.

    >>> even("Yanjia river section 7", 20, len, 1)
    ['Yanjia river', 'section 7']
    """
    found = filled(words, most, wide)
    while not any(each.startswith("（") for each in found):
        most = max(wide(each) for each in found) - step
        closer = filled(words, most, wide)
        if len(closer) > len(found) or any(wide(each) > most for each in closer):
            break
        found = closer
    return found


def _pieces(words: str, most: float, wide: Callable[[str], float]) -> list[str]:
    """What lines may be broken between: words with their blanks, brackets and times that fit a line, single letters."""
    pieces: list[str] = []
    for part in re.split(WHOLE, words):
        whole = part.startswith(("（", "T+")) and wide(part) <= most
        pieces += [part] if whole else _with_units(_letters(part))
    return pieces


def _with_units(pieces: list[str]) -> list[str]:
    """Pieces with each unit in that of its number, as `4 h 28 min` is one.

    >>> _with_units(["at ", "T+4 ", "h ", "28 ", "min; ", "room"])
    ['at ', 'T+4 h 28 min; ', 'room']
    """
    joined: list[str] = []
    for piece in pieces:
        number = bool(joined) and re.search(r"[0-9] $", joined[-1])
        minutes = bool(joined) and re.search(r"[0-9] (h|min) $", joined[-1]) and re.match(r"[0-9]+ $", piece)
        if minutes or (number and re.match(UNIT, piece)):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _letters(words: str) -> list[str]:
    """Words with their blanks, and single Chinese letters, to which stops, brackets and exponents stick.

    >>> _letters("Park boundary"), _letters("3号池，满（空）"), _letters("9 m³；")
    (['Park ', 'boundary'], ['3', '号', '池，', '满', '（空）'], ['9 ', 'm³；'])
    """
    pieces: list[str] = []
    for letter in words:
        joins = pieces and not pieces[-1].endswith(" ") and letter.isascii() and pieces[-1].isascii()
        if joins or (pieces and (letter in "，。、：；）³,.;:)" or pieces[-1] == "（")):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
