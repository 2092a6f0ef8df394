"""Which numbers behind a run are assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import attrgetter

import numpy as np

from sim.park import Basis, Park, Provenance, Uncertain
from sim.record.record import Record
from sim.scenario import Scenario

PATH = attrgetter("path")


@dataclass(frozen=True, slots=True)
class Assumed:
    """How the numbers of a park and a scenario are known, and which ones the water met are assumed."""

    counts: Mapping[Basis, int]
    """Numbers of each basis, park and scenario together; 0 where there is none."""
    met: tuple[Provenance, ...]
    """Assumed numbers of storages and links that accident water reached, in the order of the file."""

    @property
    def count(self) -> int:
        """Assumed numbers."""
        return self.counts[Basis.ASSUMED]

    @property
    def total(self) -> int:
        """Numbers of every basis."""
        return sum(self.counts.values())


def assumed(park: Park, scenario: Scenario, record: Record) -> Assumed:
    """Which of the numbers behind a run are assumed.

    A spillway's numbers belong to its storage, as they do in the park file.
    """
    numbers = behind(park, scenario)
    found = Counter(each.basis for each in (*numbers, *scenario.provenance))
    reached = wet(record)
    met = (each for each in numbers if each.basis is Basis.ASSUMED and owner(park, each) in reached)
    return Assumed({basis: found[basis] for basis in Basis}, tuple(met))


def behind(park: Park, scenario: Scenario) -> tuple[Provenance, ...]:
    """The park's numbers behind a run, in the order of the file.

    Of sheets, crews and equipment only those count that the response plan names, sensors only
    where there is a plan, storm formulas only where rain follows them, what lies downstream only
    where the product has a density, and what the sizing standards are asked with never.
    """
    used = tuple((collection, frozenset(ids)) for collection, ids in named(park, scenario).items())
    return tuple(compress(park.provenance, _chosen(tuple(map(PATH, park.provenance)), used)))


@lru_cache(maxsize=8)
def _chosen(paths: tuple[str, ...], named: tuple[tuple[str, frozenset[str]], ...]) -> list[bool]:
    """Which of the numbers at some paths are behind a run; of run upon run in one park found once."""
    used = dict(named)
    return [counts(path, used) for path in paths]


def named(park: Park, scenario: Scenario) -> dict[str, set[str]]:
    """Ids that the response plan names, by collection, and the storm formulas of its rain."""
    sheets = [park.sheets[id] for rule in scenario.rules for id in (*rule.do, *rule.otherwise)]
    called = {id for rule in scenario.rules for id in rule.call}
    return {
        "sheets": {sheet.id for sheet in sheets},
        "crews": called | {sheet.crew for sheet in sheets},
        "equipment": called | {id for sheet in sheets for id in sheet.needs},
        "sensors": set(park.sensors) if scenario.rules else set(),
        "storm_formulas": {each.formula for each in scenario.inflows},
        "reaches": set(park.reaches) if scenario.product.density_kg_m3 else set(),
        "receptors": set(park.receptors) if scenario.product.density_kg_m3 else set(),
        "sizing": set(),
    }


def counts(path: str, named: Mapping[str, Set[str]]) -> bool:
    """Whether the number at a path is behind the run."""
    collection, _, rest = path.partition(".")
    if collection not in named:
        return True
    while rest and rest not in named[collection]:
        rest = rest.rpartition(".")[0]
    return bool(rest)


def wet(record: Record) -> set[tuple[str, str]]:
    """Storages and links that accident water reached, as collection and id."""
    storages = np.flatnonzero(~np.isnan(record.storages.reached_at_s)).tolist()
    links = np.flatnonzero(record.links.accident_m3 > 0).tolist()
    found = {("storages", record.storages.ids[index]) for index in storages}
    return found | {("links", record.links.ids[index]) for index in links}


def owner(park: Park, number: Provenance | Uncertain) -> tuple[str, str]:
    """The storage or link that a number is of, by its collection and id."""
    ids = {"storages": park.storages, "links": park.links}.get(number.collection, {})
    return number.collection, number.owner(ids)
