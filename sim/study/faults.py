"""Which single fault breaks which tier, and which two together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from sim.check.outcome import Outcome
from sim.park import SETTABLE, Link, LinkKind, Park
from sim.record.event import Event, FaultBegan
from sim.record.record import Record
from sim.scenario import (
    Blindness,
    CrewAbsent,
    EquipmentMissing,
    Failure,
    Fault,
    PowerLoss,
    Refuses,
    Scenario,
    SensorFault,
    Trips,
)
from sim.study.trial import Tell, Trial, nobody

SORTS = (*map(str, SETTABLE), "power", "crew", "equipment", "sensor")
"""What may fail, in the order of the table."""
MOST_PAIRED = 40
"""Single faults of which all pairs are tried: the worst of those that change anything."""
Part = tuple[str, str, Failure]
"""What may fail: its sort, its id, and how it fails."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One fault, or several at once, and what became of each tier."""

    faults: tuple[str, ...]
    """What fails: the ids of links, areas, crews, equipment, sensors."""
    sorts: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    """Tier by tier, inside out."""
    worse: tuple[str, ...]
    """Tiers whose verdict is worse than without."""
    escaped_m3: float
    """What escaped more than without, from the last tier that more escaped from [m3]."""
    felt: bool
    """Whether anything went otherwise than without: what people did, or what flowed."""


@dataclass(frozen=True, slots=True)
class FaultTable:
    """The run as it is, every single fault, and the pairs of the worst."""

    base: tuple[Outcome, ...]
    singles: tuple[Broken, ...]
    pairs: tuple[Broken, ...]
    runs: int

    @property
    def harmful(self) -> tuple[Broken, ...]:
        """Single faults that make some tier's verdict worse."""
        return tuple(each for each in self.singles if each.worse)


def components(park: Park, sorts: Sequence[str] = SORTS) -> Iterator[Part]:
    """Everything that may fail: its sort, its id, and how it fails.

    Gates and valves stay as they stand, pumps do not run, power areas go dark, crews do not come,
    equipment is not there, sensors are silent.
    """
    links = (link for link in park.links.values() if link.kind in SETTABLE)
    found: list[Part] = [(str(link.kind), link.id, _failure(link)) for link in links]
    found += [("power", id, PowerLoss(id)) for id in park.power_areas]
    found += [("crew", id, CrewAbsent(id)) for id in park.crews]
    found += [("equipment", id, EquipmentMissing(id)) for id in park.equipment]
    found += [("sensor", id, SensorFault(id, Blindness.SILENT)) for id in park.sensors]
    return (each for sort in SORTS for each in found if each[0] == sort and sort in sorts)


def _failure(link: Link) -> Failure:
    return Trips(link.id) if link.kind is LinkKind.PUMP else Refuses(link.id)


def fault_table(
    park: Park, scenario: Scenario, sorts: Sequence[str] = SORTS, pairs: bool = True, tell: Tell = nobody
) -> FaultTable:
    """Play the scenario with every single fault from the start on, then with pairs of them.

    Paired are those that change anything, the worst first; of a pair in the table both together
    are worse than each alone. What stands by for another that fails, and is not used otherwise, is
    not paired.
    """
    bench = _Bench(Trial.of(park, scenario))
    parts = list(components(park, sorts))
    singles = []
    for place, part in enumerate(parts):
        singles.append(bench.play([part]))
        tell((place + 1) / (len(parts) + (MOST_PAIRED**2 / 2 if pairs else 0)))
    singles.sort(key=_badness)
    doubles = _pairs(bench, parts, singles, tell) if pairs else []
    return FaultTable(bench.base, tuple(singles), tuple(doubles), bench.trial.runs)


class _Bench:
    """The run without faults of our own, to compare others with."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self.base = tuple(trial.play())
        assert trial.last is not None  # it has just been played
        self.record = trial.last

    def play(self, parts: Sequence[Part]) -> Broken:
        """What becomes of the tiers when parts of the park fail."""
        trial = self.trial
        faults = tuple(Fault(f"fault of {id}", what) for _, id, what in parts)
        seen = tuple(trial.play(faults=(*trial.scenario.faults, *faults)))
        both = list(zip(seen, self.base, strict=True))
        more = [now.escaped_m3 - before.escaped_m3 for now, before in both]
        return Broken(
            faults=tuple(id for _, id, _ in parts),
            sorts=tuple(sort for sort, _, _ in parts),
            outcomes=seen,
            worse=tuple(now.tier for now, before in both if now.rank > before.rank),
            escaped_m3=next((each for each in reversed(more) if each > trial.scenario.limits.escape_m3), 0.0),
            felt=self._differs(),
        )

    def _differs(self) -> bool:
        """Whether the last run went otherwise: what people did when, or what flowed."""
        assert self.trial.last is not None  # it has just been played
        told = [_told(record) for record in (self.trial.last, self.record)]
        return told[0] != told[1] or not np.array_equal(self.trial.last.links.passed, self.record.links.passed)


def _told(record: Record) -> list[Event]:
    """The events of a record but for those of faults."""
    return [each for each in record.events if not isinstance(each, FaultBegan)]


def _pairs(bench: _Bench, parts: list[Part], singles: list[Broken], tell: Tell) -> list[Broken]:
    """The pairs that are worse together than each alone."""
    known = {(sort, id): (sort, id, what) for sort, id, what in parts}
    felt = [each for each in singles if each.felt][:MOST_PAIRED]
    work = list(combinations(felt, 2))
    found = []
    for number, (one, other) in enumerate(work):
        both = bench.play([known[each.sorts[0], each.faults[0]] for each in (one, other)])
        if _is_worse(both, one) and _is_worse(both, other):
            found.append(both)
        tell((len(parts) + number + 1) / (len(parts) + len(work)))
    return sorted(found, key=_badness)


def _badness(broken: Broken) -> tuple[list[int], float, tuple[str, ...]]:
    """The outermost tier counts first, then what escaped."""
    return [-each.rank for each in reversed(broken.outcomes)], -broken.escaped_m3, broken.faults


def _is_worse(both: Broken, one: Broken) -> bool:
    """Whether two faults do more harm than one."""
    return set(both.worse) > set(one.worse) or both.escaped_m3 > 1.01 * one.escaped_m3 + 1.0
