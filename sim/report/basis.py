"""What a run rests on that nobody knows, in a line or two."""

from __future__ import annotations

from sim.check import Assumed, Judgement
from sim.park import Park
from sim.report.naming import place_name
from sim.words import text


def basis_lines(park: Park, judgement: Judgement, found: Assumed, language: str, see: bool) -> list[str]:
    """How many numbers are assumed, and the capacities among them that the verdicts hang on.

    No line without any numbers; `see` tells whether there is a list to point to.
    """
    if not found.total:
        return []
    if not found.count:
        return [text("assumed_none", language, total=f"{found.total:,}")]
    first = text("assumed", language, count=f"{found.count:,}", total=f"{found.total:,}")
    if see:
        first += text("assumed_see", language)
    return [first, *_met(park, judgement, found, language)]


def _met(park: Park, judgement: Judgement, found: Assumed, language: str) -> list[str]:
    """How many of them the accident water met, and where it matters most."""
    if not found.met:
        return []
    line = text("assumed_met", language, count=f"{len(found.met):,}")
    if names := [place_name(park, id, language) for id in _deciding(judgement, found)]:
        line += text("assumed_capacity", language, names=_listed(names, language))
    return [line]


def _deciding(judgement: Judgement, found: Assumed) -> list[str]:
    """Of each tier the storage it hangs on, if its capacity is assumed."""
    assumed = {each.path for each in found.met}
    tightest = [tier.tightest or next(iter(tier.reached), None) for tier in judgement.tiers]
    return [each.storage for each in tightest if each and assumed & _of_capacity(each.storage)]


def _of_capacity(storage: str) -> set[str]:
    """The numbers that a storage's capacity may stand on."""
    return {f"storages.{storage}.{key}" for key in ("capacity", "allowed.level")}


def _listed(names: list[str], language: str) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *firsts, last = names
    return text("comma", language).join(firsts) + text("and", language) + last if firsts else last
