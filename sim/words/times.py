"""Spans of time as a language writes them."""

from __future__ import annotations

import re

from sim.words.catalogue import template
from sim.words.say import text

END = r"(?![A-Za-z0-9])"
"""A unit ends here; Chinese follows it without a space."""
PIECE = rf"\d[\d.,]* (?:d|h|min|s){END}(?!/)"
SPAN = re.compile(rf"(?<![\d.,]){PIECE}(?: {PIECE})* ?")


class Spoken(str):
    """A time in English that is said in any language; others than its spans of time are words of the catalogue.

    >>> Spoken("T+3 h 4 min").in_language("zh"), Spoken("30 min").in_language("zh"), Spoken("never").in_language("zh")
    ('T+3小时4分', '30分钟', '始终未')
    """

    __slots__ = ()

    def in_language(self, language: str) -> str:
        """The same in a language."""
        return spans(self, language).replace("never", template("span_never", language))


def spans(words: str, language: str) -> str:
    """A text with its spans of time as the language writes them; minutes alone may have a longer word.

    >>> spans("41 min 41 s后48 m3，共 300 min", "zh"), spans("41 min 41 s, 2.5 h", "en")
    ('41分41秒后48 m3，共 300分钟', '41 min 41 s, 2.5 h')
    """
    return SPAN.sub(lambda span: _span(span[0], language), words)


def _span(english: str, language: str) -> str:
    joint, found = text("span_joint", language, one="", other=""), english.split()
    pieces = list(zip(found[::2], found[1::2], strict=True))
    alone = "_alone" if [unit for _, unit in pieces] == ["min"] else ""
    said = joint.join(text(f"span_{unit}{alone}", language, count=count) for count, unit in pieces)
    return said + (joint if english.endswith(" ") else "")
