"""Which ranges of the uncertain numbers together breach a tier: scenario discovery on the runs of an ensemble."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite, nan
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.ensemble.ensemble import BREACHED, Ensemble
from sim.ensemble.prim import Found, Limit, boxes
from sim.ensemble.shards import FAILED, MARGIN, VERDICT, head_of, unit_of
from sim.park import Uncertain
from sim.park.spread import Weighted
from sim.record.column import Columns, columns
from sim.record.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

MOST_RUNS = 20_000
"""Runs that are looked at; more would tell no more, and take longer than playing them."""
FEWEST = 20
"""Breached runs, and others, of which boxes can say anything."""


class NumberLimit(NamedTuple):
    """What a box asks of one uncertain number."""

    uncertain: Uncertain
    limit: Limit
    p: dict[str, float]
    """Of each of its ends, with what chance chance would do as well [-]."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found of the breaches of a tier, or of several that were breached in the same runs."""

    tiers: tuple[str, ...]
    breached: Flags
    """In which runs."""
    margin_m3: Floats
    """Of the first of them, in every run; NaN where no accident water came."""
    boxes: tuple[Found, ...]
    """One after the other, each of what those before leave; none where no range is worth telling."""

    @property
    def breaches(self) -> int:
        """In how many runs."""
        return int(self.breached.sum())

    @property
    def enough(self) -> bool:
        """Whether there are breaches and others enough to say anything."""
        return enough(self.breaches, len(self.breached))

    def coverage(self, box: Found) -> float:
        """The share of all breaches that lie in a box [-]."""
        return box.hits / self.breaches


@dataclass(frozen=True, slots=True)
class Discoveries:
    """What was found in an ensemble."""

    uncertain: tuple[Uncertain, ...]
    """Those that are drawn in every run, whatever its incident."""
    numbers: Floats
    """What was drawn, shape (runs, numbers), in SI."""
    runs: int
    """How many the ensemble has, those that were not looked at included."""
    tiers: tuple[Discovery, ...]
    """Inside out."""

    @property
    def looked_at(self) -> int:
        """Runs that boxes were sought in."""
        return len(self.numbers)

    def limits(self, box: Found) -> list[NumberLimit]:
        """What a box asks of each number that it asks something of, the strongest first."""
        p = {k: {each.end: each.p for each in box.sides if each.column == k} for k in box.columns}
        return [NumberLimit(self.uncertain[k], box.limits[k], p[k]) for k in box.columns]


def enough(breaches: int, runs: int) -> bool:
    """Whether so many breaches of so many runs can say which numbers bring them about."""
    return min(breaches, runs - breaches) >= FEWEST


def discoveries_of(ensemble: Ensemble) -> Discoveries:
    """What the runs on disk of an ensemble tell; nothing where no number is uncertain."""
    import numpy as np

    shards, done = ensemble.shards, ensemble.tally.done
    runs = min(done, MOST_RUNS) if shards.uncertain else 0
    if not runs:
        return Discoveries((), np.zeros((0, 0)), done, ())
    good = shards.column(FAILED, runs) == ""
    drawn = [(each, column) for each in shards.uncertain
             if not np.isnan(column := _values(each, shards.column(head_of(each), runs)[good])).any()]  # fmt: skip
    numbers = np.column_stack([column for _, column in drawn])
    choices = [isinstance(each.spread, Weighted) for each, _ in drawn]
    alike: dict[bytes, list[str]] = {}
    for tier in shards.tiers:
        alike.setdefault((shards.column(f"{tier}: {VERDICT}", runs)[good] == BREACHED).tobytes(), []).append(tier)
    found = []
    for flags, tiers in alike.items():
        breached = np.frombuffer(flags, dtype=bool)
        sought = boxes(numbers, breached, choices) if enough(int(breached.sum()), len(breached)) else []
        margin_m3 = shards.column(f"{tiers[0]}: {MARGIN}", runs)[good]
        found.append(Discovery(tuple(tiers), breached, margin_m3, tuple(sought)))
    return Discoveries(tuple(each for each, _ in drawn), numbers, done, tuple(found))


def _values(uncertain: Uncertain, column: Any) -> Floats:
    """What was drawn of a number, as numbers; NaN in runs of incidents that have not drawn it."""
    import numpy as np

    if not uncertain.names:
        return np.asarray(column, dtype=float)
    places = {name: float(place) for place, name in enumerate(uncertain.names)}
    return np.array([places[each] for each in column], dtype=float)


class _Row(NamedTuple):
    """A number of a box of a tier."""

    tier: str
    box: int
    found: Found
    of: Discovery
    number: NumberLimit

    @property
    def values(self) -> str:
        """Those that it lets through, of one that takes several."""
        return ";".join(map(self.number.uncertain.written, self.number.limit.values or ()))


BOXES: Columns[_Row] = columns(
    None, "tier", "box", ("number", "number.uncertain.path"), ("unit", lambda row: unit_of(row.number.uncertain)),
    ("from", lambda row: _told(row.number.limit.low)), ("to", lambda row: _told(row.number.limit.high)),
    ("one of", "values"), ("p of from [-]", lambda row: row.number.p.get("low")),
    ("p of to [-]", lambda row: row.number.p.get("high")), ("p of one of [-]", lambda row: row.number.p.get("values")),
    ("runs", "found.runs"), ("breached", "found.hits"), ("density [-]", "found.density"),
    ("coverage [-]", lambda row: row.of.coverage(row.found)),
)  # fmt: skip
"""A row for every number of every box of every tier, in SI; an empty cell is no limit."""
PEELING = ("tier", "box", "step", "coverage [-]", "density [-]", "mass [-]", "numbers", "taken")


def _told(limit: float) -> float:
    return limit if isfinite(limit) else nan


def _found(found: Discoveries) -> Iterator[tuple[str, int, Discovery, Found]]:
    """Every box of every tier, counted from 1."""
    for each in found.tiers:
        for tier in each.tiers:
            yield from ((tier, count, each, box) for count, box in enumerate(each.boxes, 1))


def boxes_table(found: Discoveries) -> Table:
    """A row for every number that a box of a tier asks something of."""
    return BOXES.table(_Row(tier, count, box, each, number) for tier, count, each, box in _found(found)
                       for number in found.limits(box))  # fmt: skip


def peeling_table(found: Discoveries) -> Table:
    """A row for every step on which a box was peeled, from all runs that no box before it covers."""
    return Table(PEELING, [
        [tier, count, place, step.hits / each.breaches, step.hits / step.runs, step.runs / found.looked_at,
         step.numbers, place == box.peeled]
        for tier, count, each, box in _found(found) for place, step in enumerate(box.steps)
    ])  # fmt: skip
