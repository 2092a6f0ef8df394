"""The least extra volume that turns a breach into held, and where; only in space that counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf, nan

from sim.check.outcome import Outcome
from sim.park import Park, Prism, RoundPipe, Shape, StageTable, Storage, Trapezoid
from sim.scenario import Scenario
from sim.study.search import halve
from sim.study.trial import Tell, Trial, nobody

TOLERANCE_M3 = 1.0
"""How closely a volume is found [m3]."""
MOST_PLACES = 12
"""Storages that are tried for a tier: those that were fullest."""


@dataclass(frozen=True, slots=True)
class Space:
    """Extra volume in one storage that would have kept one tier from being breached."""

    tier: str
    storage: str
    extra_m3: float
    """The least that was tried and is enough; NaN when no volume there would do [m3]."""
    lost_m3: float
    """The most below it that was tried and is not enough [m3]."""
    runs: int

    @property
    def helps(self) -> bool:
        """Whether more room there helps at all."""
        return self.extra_m3 == self.extra_m3


def spaces(park: Park, scenario: Scenario, tell: Tell = nobody) -> list[Space]:
    """For every tier that is not held by space that counts, what each reached storage would need, least first.

    One storage at a time is made larger, its walls higher or its floor wider, and everything else
    stays: starts and levels of pumps, and the plan. Tried are storages of the tier and of those
    before it, the fullest first.
    """
    trial = Trial.of(park, scenario)
    base = trial.play()
    lost = [place for place, each in enumerate(base) if not each.held]
    work = [(place, id) for place in lost for id in _candidates(trial, place)]
    found = []
    for number, (place, id) in enumerate(work):
        found.append(_space(trial, base[place], place, id))
        tell((number + 1) / len(work))
    order = {tier: place for place, tier in enumerate(park.tiers)}
    return sorted(found, key=lambda each: (order[each.tier], each.extra_m3 if each.helps else inf, each.storage))


def _candidates(trial: Trial, place: int) -> list[str]:
    """Storages up to a tier that count and that accident water reached in the run, the fullest first."""
    assert trial.last is not None  # the run has been played
    seen, park = trial.last.storages, trial.park
    fill = {
        id: seen.peak_m3[k] / park.storages[id].capacity_m3
        for k, id in enumerate(seen.ids)
        if seen.reached_at_s[k] == seen.reached_at_s[k]
        and park.storages[id].counts
        and park.tier_rank(park.storages[id].tier) <= place
    }
    return sorted(fill, key=lambda id: (-fill[id], id))[:MOST_PLACES]


def _space(trial: Trial, base: Outcome, place: int, id: str) -> Space:
    """What one storage would need for one tier."""
    before = trial.runs

    def holds(extra_m3: float) -> bool:
        return trial.play(park=enlarged(trial.park, {id: extra_m3}))[place].held

    step, least = max(2 * (base.escaped_m3 + base.uncounted_m3), 100.0), 0.0
    for _ in range(6):
        if holds(step):
            good, bad = halve(holds, step, least, TOLERANCE_M3)
            return Space(base.tier, id, good, bad, trial.runs - before)
        least, step = step, 4 * step
    return Space(base.tier, id, nan, least, trial.runs - before)


def enlarged(park: Park, extra_m3: Mapping[str, float]) -> Park:
    """The park with more room in some storages [m3]."""
    larger = {id: _larger(park.storages[id], more) for id, more in extra_m3.items()}
    return replace(park, storages={**park.storages, **larger})


def _larger(storage: Storage, more_m3: float) -> Storage:
    factor = (storage.capacity_m3 + more_m3) / storage.capacity_m3
    return replace(storage, capacity_m3=storage.capacity_m3 + more_m3, shape=_wider(storage.shape, factor))


def _wider(shape: Shape | None, factor: float) -> Shape | None:
    """The shape of the same depths and fall that holds more: crests and sills stay where they are."""
    match shape:
        case Prism(area_m2=area):
            return Prism(area * factor)
        case Trapezoid(length_m=length, bed_slope=slope):
            return replace(shape, length_m=length * factor, bed_slope=slope / factor)
        case RoundPipe(length_m=length, slope=slope):
            return replace(shape, length_m=length * factor, slope=slope / factor)
        case StageTable(volumes_m3=volumes):
            return replace(shape, volumes_m3=tuple(volume * factor for volume in volumes))
        case None:
            return None
