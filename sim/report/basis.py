"""What a run rests on that nobody knows, in a line or two."""

from __future__ import annotations

from sim.called import Called
from sim.check import Assumed, Judgement
from sim.check.uncertainty import Taken


def basis_lines(called: Called, judgement: Judgement, found: Assumed, see: bool) -> list[str]:
    """How many numbers are assumed, and the capacities among them that the verdicts hang on.

    No line without any numbers; `see` tells whether there is a list to point to.
    """
    if not found.total:
        return []
    if not found.count:
        return [called.says("assumed_none", total=f"{found.total:,}")]
    first = called.says("assumed", count=f"{found.count:,}", total=f"{found.total:,}")
    if see:
        first += called.says("assumed_see")
    return [first, *_met(called, judgement, found)]


def uncertain_lines(called: Called, found: Taken) -> list[str]:
    """How many numbers are uncertain and were taken at their middle; no line without any."""
    if not found.every:
        return []
    line = called.says("uncertain_line", count=f"{len(found.every):,}", met=f"{len(found.met):,}")
    return [line + called.says("uncertain_see")]


def _met(called: Called, judgement: Judgement, found: Assumed) -> list[str]:
    """How many of them the accident water met, and where it matters most."""
    if not found.met:
        return []
    line = called.says("assumed_met", count=f"{len(found.met):,}")
    if names := [called.place(id) for id in _deciding(judgement, found)]:
        line += called.says("assumed_capacity", names=_listed(called, names))
    return [line]


def _deciding(judgement: Judgement, found: Assumed) -> list[str]:
    """Of each tier the storage it hangs on, if its capacity is assumed."""
    assumed = {each.path for each in found.met}
    tightest = [tier.tightest or next(iter(tier.reached), None) for tier in judgement.tiers]
    return [each.storage for each in tightest if each and assumed & _of_capacity(each.storage)]


def _of_capacity(storage: str) -> set[str]:
    """The numbers that a storage's capacity may stand on."""
    return {f"storages.{storage}.{key}" for key in ("capacity", "allowed.level")}


def _listed(called: Called, names: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *firsts, last = names
    return called.listed(firsts) + called.says("and") + last if firsts else last
