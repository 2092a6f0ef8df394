"""How a published total that is not the sum of its parts may have come about: possibilities, nothing is certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import isclose

from sim.park import PLANTS_OWN, Park, Reconciliation

NEAR = 1e-3
"""How closely a possibility must give the published total, as a share of it: totals are rounded [-]."""
TENS = (-4, -3, -2, -1, 1, 2, 3, 4)
"""Powers of ten by which one slips: places, and units of ten thousand."""
MOST = 5
"""Possibilities of a total that are told."""


class Slip(StrEnum):
    """What may have happened."""

    TENFOLD = "tenfold"
    """The published figure is a power of ten off, such as a unit of ten thousand read as one."""
    PART_TENFOLD = "part_tenfold"
    """One part is a power of ten off."""
    TWICE = "twice"
    """The published figure counts a part twice."""
    LEFT_OUT = "left_out"
    """The published figure leaves a part out, or the park has it once too often."""
    TREATMENT = "treatment"
    """The published figure counts what belongs to treatment plants."""
    ALSO = "also"
    """The published figure counts something that is no part of it here."""


@dataclass(frozen=True, slots=True)
class Possibility:
    """What may have happened, and to which part."""

    slip: Slip
    part: str = ""
    """Its id; empty for the total itself."""
    factor: float = 1.0
    """By how much it would be off [-]."""


def possibilities(park: Park, found: Reconciliation) -> list[Possibility]:
    """How a total that does not agree may have come about, the first few; none where it agrees.

    >>> from sim.park import Name, Published, Storage
    >>> pools = [Storage(id, Name(id), "public", "accident-pool", m3) for id, m3 in (("a", 1000.0), ("b", 200.0))]
    >>> park = Park.of(pools, published={"all": Published("all", 2200, "capacity_m3", "storages")})
    >>> possibilities(park, park.reconcile()[0])
    [Possibility(slip=<Slip.TWICE: 'twice'>, part='a', factor=1.0)]
    """
    if found.agrees:
        return []
    return [each for each, value in _tried(park, found) if isclose(value, found.published.value, rel_tol=NEAR)][:MOST]


def _tried(park: Park, found: Reconciliation) -> Iterator[tuple[Possibility, float]]:
    """What may have happened, with the total that it would give."""
    total, parts = found.found, park.parts(found.published)
    if found.published.field == "count":
        return
    yield from ((Possibility(Slip.TENFOLD, factor=10.0**power), total * 10.0**power) for power in TENS)
    own = {id: each.capacity_m3 for id, each in park.storages.items() if each.kind in PLANTS_OWN and id not in parts}
    if found.published.field == "capacity_m3" and own:
        yield Possibility(Slip.TREATMENT), total + sum(own.values())
    for id, value in parts.items():
        yield Possibility(Slip.TWICE, id), total + value
        yield Possibility(Slip.LEFT_OUT, id), total - value
        for power in TENS:
            yield Possibility(Slip.PART_TENFOLD, id, 10.0**power), total + value * (10.0**power - 1)
    for id, part in getattr(park, found.published.of).items():
        if id not in parts and [id] != [*own]:
            yield Possibility(Slip.ALSO, id), total + (getattr(part, found.published.field) or 0)
