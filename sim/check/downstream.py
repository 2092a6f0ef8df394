"""What became of the river below the park when product came into it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np

from sim.hydrology.plume import (
    MassRate,
    Stream,
    bank_factor,
    fischer_m2_s,
    mixed,
    mixing_length_m,
    passage,
    passing,
    shear_velocity_m_s,
    transverse_m2_s,
)
from sim.park import ORIGINS, Park, Reach, Receptor
from sim.record.course import Course
from sim.record.record import Floats, Record
from sim.scenario import Scenario

PRODUCT = ORIGINS.index("product")


class Unknown(StrEnum):
    """Why nobody knows what came downstream, though product escaped."""

    DENSITY = "no-density"
    """The scenario does not say what its product weighs."""
    TRACE = "no-trace"
    """The run kept no trace, so when it escaped is not known."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a receptor saw; times since the start of the run, which may lie beyond its end."""

    receptor: str
    reach: str
    limit_kg_m3: float
    peak_kg_m3: float
    """Mean of the section."""
    peak_at_s: float
    above_from_s: float
    """First time above the limit; NaN for never [s]."""
    above_for_s: float
    """Time above the limit, all stretches together [s]."""
    passed_kg: float
    """Product that comes by in all."""
    mixed_after_m: float
    """Way after which what comes in at a bank of its reach is mixed across [m]."""
    bank_factor: float
    """How many times as much as in the mean there may be at the bank it came in on [-]."""

    @property
    def hit(self) -> bool:
        """Whether it saw more than it can stand."""
        return self.peak_kg_m3 > self.limit_kg_m3


@dataclass(frozen=True, slots=True)
class Downstream:
    """What each receptor saw, in the order of their ids; empty when no product came its way, or nobody knows."""

    arrivals: tuple[Arrival, ...] = ()
    unknown: Unknown | None = None


def downstream(park: Park, scenario: Scenario, record: Record) -> Downstream:
    """What the product that escaped into the receivers made of the reaches below.

    Product counts from the scenario's `limits.escape_m3` on. What enters a receiver's links until the
    end of the run is followed down the river for as long as it takes; what would have gone on
    escaping after that is not known.
    """
    least = scenario.limits.escape_m3
    receptors = (park.receptors[id] for id in sorted(park.receptors))
    hit = [each for each in receptors if _escaped_m3(record, mouth(park, each)) > least]
    density = scenario.product.density_kg_m3
    if not hit:
        return Downstream()
    if density is None:
        return Downstream(unknown=Unknown.DENSITY)
    if record.trace is None:
        return Downstream(unknown=Unknown.TRACE)

    @cache
    def into(reach: Reach) -> MassRate:
        above = park.reaches.get(reach.source)
        if above is None:
            return _released(park, Course(record), reach.source, density).thinned()
        return passing(stream(above), into(above), above.length_m).thinned()

    reaches = (park.reaches[each.reach] for each in hit)
    return Downstream(tuple(_arrival(park, each, reach, into(reach)) for each, reach in zip(hit, reaches, strict=True)))


def stream(reach: Reach) -> Stream:
    """A reach as the formulas see it; nothing decays in it."""
    dispersion = reach.dispersion_m2_s
    if dispersion is None:
        shear = shear_velocity_m_s(reach.depth_m, reach.slope)
        dispersion = fischer_m2_s(reach.width_m, reach.depth_m, reach.velocity_m_s, shear)
    return Stream(reach.width_m * reach.depth_m, reach.velocity_m_s, dispersion)


def mouth(park: Park, receptor: Receptor) -> str:
    """The receiver that the reaches above a receptor begin at."""
    place = receptor.reach
    while place in park.reaches:
        place = park.reaches[place].source
    return place


def _escaped_m3(record: Record, receiver: str) -> float:
    """Product that went into a receiver."""
    links = record.links
    into = [place for place, target in enumerate(links.targets) if target == receiver]
    return float(links.passed[into, PRODUCT].sum())


def _released(park: Park, course: Course, receiver: str, density_kg_m3: float) -> MassRate:
    """Mass of product that comes into a receiver, over time; each link's with its travel time."""
    times, jumps = [np.empty(0)], [np.empty(0)]
    links = course.record.links
    for link in (link for link, target in zip(links.ids, links.targets, strict=True) if target == receiver):
        at_s, flow = course.rates(link)
        if len(at_s):
            lag = park.links[link].lag_s if link in park.links else 0.0
            times.append(np.append(at_s, course.record.horizon_s) + lag)
            jumps.append(np.diff(flow[:, PRODUCT], prepend=0.0, append=0.0))
    return _steps(np.concatenate(times), np.concatenate(jumps) * density_kg_m3)


def _steps(times_s: Floats, jumps: Floats) -> MassRate:
    """Jumps of a rate, in any order, as a rate that changes in steps, from its first to its last."""
    at, place = np.unique(times_s, return_inverse=True)
    rates = np.cumsum(np.bincount(place, jumps))
    rates[rates < 1e-12 * rates.max()] = 0.0
    rates[-1] = 0.0
    some = np.flatnonzero(rates)
    used = slice(some[0], some[-1] + 2)
    changed = np.diff(rates[used], prepend=0.0) != 0
    return MassRate(at[used][changed], rates[used][changed])


def _arrival(park: Park, receptor: Receptor, reach: Reach, release: MassRate) -> Arrival:
    """What one receptor saw of what came into its reach."""
    river = stream(reach)
    seen = passage(river, release, receptor.at_m, receptor.limit_kg_m3)
    return Arrival(
        receptor=receptor.id,
        reach=reach.id,
        limit_kg_m3=receptor.limit_kg_m3,
        peak_kg_m3=seen.peak_kg_m3,
        peak_at_s=seen.peak_at_s,
        above_from_s=seen.above_from_s,
        above_for_s=seen.above_for_s,
        passed_kg=release.mass_kg * river.left(receptor.at_m),
        mixed_after_m=mixing_length_m(reach.width_m, reach.velocity_m_s, _across_m2_s(reach)),
        bank_factor=bank_factor(_mixed(reach, receptor.at_m) + _mixed_above(park, reach)),
    )


def _across_m2_s(reach: Reach) -> float:
    """How fast a reach mixes across."""
    return transverse_m2_s(reach.depth_m, shear_velocity_m_s(reach.depth_m, reach.slope))


def _mixed(reach: Reach, x_m: float) -> float:
    return mixed(x_m, reach.width_m, reach.velocity_m_s, _across_m2_s(reach))


def _mixed_above(park: Park, reach: Reach) -> float:
    """How far mixing across has come by the top of a reach."""
    above = park.reaches.get(reach.source)
    return _mixed(above, above.length_m) + _mixed_above(park, above) if above else 0.0
