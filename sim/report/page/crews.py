"""What a crew is called where there is little room: what tells it from the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from sim.park import Park
from sim.report.page.lettering import width_px
from sim.report.page.said import Said, named
from sim.words import LANGUAGES

ASIDE = re.compile(r"(?<!\s)\s*[:：（(].*$")
"""What follows a colon or stands in brackets at the end of a name."""


def crew_names(park: Park) -> dict[str, Said]:
    """The whole name of each crew, or its id where it has none."""
    return {id: named(crew.name, id) for id, crew in park.crews.items()}


def short_names(park: Park, most_px: float, size: float) -> dict[str, Said]:
    """A name for each crew that is no wider than `most_px`, as far as that leaves anything to read."""
    names = crew_names(park)
    short = {language: _told_apart({id: said[language] for id, said in names.items()}, most_px, size)
             for language in LANGUAGES}  # fmt: skip
    return {id: {language: short[language][id] for language in LANGUAGES} for id in names}


def _told_apart(names: Mapping[str, str], most_px: float, size: float) -> dict[str, str]:
    found = {}
    for id, name in names.items():
        others = [other for each, other in names.items() if each != id]
        found[id] = told_apart(name, others, most_px, size)
    return found


def told_apart(name: str, others: Iterable[str], most_px: float, size: float) -> str:
    """What of a name tells it from others, if the whole does not fit.

    >>> told_apart("Duty team of A-001", ["Duty team of B-001", "Fire brigade"], 90, 13)
    'A-001'
    >>> told_apart("其余180家企业值班班组", ["A-001值班班组"], 110, 13)
    '其余180家企业'
    >>> told_apart("Duty teams of the 180 other enterprises", ["Duty team of B-001"], 115, 13)
    'other enterprises'
    """
    if width_px(name, size) <= most_px:
        return name
    plain = ASIDE.sub("", name)
    if width_px(plain, size) <= most_px:
        return plain
    return _without_first_words(plain, others, most_px, size) if " " in plain else _without_end(plain, others)


def _without_first_words(name: str, others: Iterable[str], most_px: float, size: float) -> str:
    """Without the words that it begins with like others, and without more of them where that is still too wide."""
    words = name.split()
    shared = max((_alike(words, other.split()) for other in others), default=0)
    rest = words[shared:]
    while shared and len(rest) > 1 and width_px(" ".join(rest), size) > most_px:
        rest = rest[1:]
    return " ".join(rest) or name


def _alike(parts: Sequence[str], others: Sequence[str]) -> int:
    """With how many equal words or letters two names begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(parts, others, strict=False)))


def _without_end(name: str, others: Iterable[str]) -> str:
    """Without the letters that it ends with like another."""
    shared = max((_alike(name[::-1], other[::-1]) for other in others), default=0)
    return name[: len(name) - shared] or name
