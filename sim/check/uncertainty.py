"""Which numbers behind a run are uncertain, and were taken at their middle."""

from __future__ import annotations

from dataclasses import dataclass

from sim.check.assumption import counts, named, owner, wet
from sim.park import Park, Uncertain
from sim.record.record import Record
from sim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Taken:
    """The uncertain numbers of a run of which each was taken at the middle of what it may be."""

    every: tuple[Uncertain, ...]
    met: tuple[Uncertain, ...]
    """Those of storages and links that accident water reached, of what people used, and of the scenario."""


def taken(park: Park, scenario: Scenario, record: Record) -> Taken:
    """The uncertain numbers behind a run; none where they were drawn."""
    used, reached = named(park, scenario), wet(record)
    met = (each for each in park.uncertain if counts(each.path, used) and _is_met(park, each, reached))
    return Taken((*park.uncertain, *scenario.uncertain), (*met, *scenario.uncertain))


def _is_met(park: Park, number: Uncertain, reached: set[tuple[str, str]]) -> bool:
    """Whether accident water reached what a number is of; of what holds no water it is enough that it was used."""
    return number.collection not in ("storages", "links") or owner(park, number) in reached
