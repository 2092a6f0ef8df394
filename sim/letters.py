"""Letters that texts may have: what comes in from outside reaches every document, or is refused where it stands.

Most control characters belong in no text: XML, and so every Word document, workbook and SVG, cannot hold them, and some
steer a terminal. Two stand for a line break in other programs (U+000B, which Word and PowerPoint write, and U+000C):
they become a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAKS = str.maketrans("\v\f", "  ")
UNFIT = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""Control characters but tab and line ends, halves of letters, and what Unicode keeps for no letter."""


def fit(text: str) -> str:
    """A text whose breaks of other programs are spaces; it has as many letters as before.

    >>> fit("Duty\\vteam")
    'Duty team'
    """
    return text.translate(BREAKS) if "\v" in text or "\f" in text else text


def unfit(text: str) -> Iterator[int]:
    """Where letters stand that belong in no text.

    >>> list(unfit("a\\x07b\\tc")), list(unfit("\\ud800"))
    ([1], [0])
    """
    return (found.start() for found in UNFIT.finditer(text))


def letter_text(letter: str) -> str:
    """A letter that cannot be shown, made readable.

    >>> letter_text("\\x07"), letter_text("\\ud800")
    ("'\\\\x07'", "'\\\\ud800'")
    """
    return repr(letter)
