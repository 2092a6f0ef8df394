"""Words that fit: how wide they are in print, and where to break or shrink them."""

from __future__ import annotations

import re
from math import inf

from sim.report.figures.style import FALLBACK, FONT, MM_A_POINT, letters

MISSING = "〓"
"""What Chinese printers set for a letter they do not have."""
SMALLEST_PT = 5.0
STEP_PT = 0.25
UNIT = r"(h|min|s|m³|%|L/s|m³/s|m|mm|km)(?![A-Za-z])"
"""Units that stay with their numbers."""
LINE_MM = 0.41
"""Height of a line of numbers of one point."""
LINES = {"en": 1.1, "zh": 1.3}
"""From line to line, by the language: Chinese letters fill the height of a line."""


def printable(words: str) -> str:
    """The words with a mark for each letter that no font has, such as a rare one in somebody's name.

    >>> printable("3号池 \u3400")
    '3号池 〓'
    """
    return "".join(each if ord(each) in letters() or each == "\n" else MISSING for each in words)


def width_mm(words: str, size_pt: float) -> float:
    """How wide the widest line of some words is in print."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=[FONT, FALLBACK], size=size_pt)
    lines = printable(words).split("\n")
    points = max(text_to_path.get_text_width_height_descent(each, font, ismath=False)[0] for each in lines)
    return float(points * MM_A_POINT)


def lines_mm(words: str, size_pt: float, language: str) -> float:
    """How high the lines of some words are in print."""
    return (words.count("\n") + 1) * size_pt * LINE_MM * LINES[language]


def broken(words: str, size_pt: float, most_mm: float) -> str:
    """The words in lines of at most a width, broken between words; Chinese ones before a bracket, else anywhere."""
    lines = [""]
    for piece in _pieces(words, size_pt, most_mm):
        longer = lines[-1] + piece
        if lines[-1] and width_mm(longer.rstrip(), size_pt) > most_mm:
            lines.append(piece.lstrip())
        else:
            lines[-1] = longer
    return "\n".join(each.rstrip() for each in lines)


def _pieces(words: str, size_pt: float, most_mm: float) -> list[str]:
    """What lines may be broken between: words with their blanks, brackets that fit a line, single Chinese letters."""
    pieces: list[str] = []
    for part in re.split("(（[^）]*）)", words):
        if part.startswith("（") and width_mm(part, size_pt) <= most_mm:
            pieces.append(part)
        else:
            pieces += _with_units(_letters(part))
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
        if joins or (pieces and (letter in "，。、：；）³" or pieces[-1] == "（")):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def fitting_pt(words: str, size_pt: float, most_mm: float, high_mm: float = inf) -> float:
    """The size, at most `size_pt`, at which words are no wider and no higher than they may be, down to the smallest."""
    lines = words.count("\n") + 1
    while size_pt > SMALLEST_PT and (width_mm(words, size_pt) > most_mm or lines * size_pt * LINE_MM > high_mm):
        size_pt -= STEP_PT
    return size_pt


def fitted(words: str, size_pt: float, most_mm: float, high_mm: float) -> tuple[str, float]:
    """The words in lines, and the size, at most `size_pt`, at which they fit; broken anew for each smaller size."""
    while True:
        lines = "\n".join(broken(each, size_pt, most_mm) for each in words.split("\n"))
        if size_pt <= SMALLEST_PT or fitting_pt(lines, size_pt, most_mm, high_mm) == size_pt:
            return lines, size_pt
        size_pt -= STEP_PT
