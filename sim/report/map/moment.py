"""How a park stands at one instant of a run: water, links, people, alarms, tiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

import numpy as np

from sim.check import Judgement, Verdict, uncounted_since_s, verdict_by
from sim.check.warning import alarms
from sim.park import Park
from sim.record.course import flows_at, volumes_at
from sim.record.job import GOING, jobs
from sim.record.record import Floats, Record
from sim.record.state import states_at
from sim.report.map.hindrance import hindrances, in_force
from sim.scenario import Scenario
from sim.scenario.fault import Hindrance


@dataclass(frozen=True, slots=True)
class AtWork:
    """A team at a facility, or on its way there."""

    crew: str
    sheet: str
    there_s: float
    """When it is there, or has been since [s]."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant of a run, after everything that happened at it."""

    at_s: float
    volumes: Mapping[str, Floats]
    """Of each storage its water by origin [m3]; empty when the run kept no trace."""
    flows: Mapping[str, Floats]
    """What enters each link through which water runs, by origin [m3/s]."""
    openings: Mapping[str, float]
    """How far each link is open, of those that somebody can set [-]."""
    teams: tuple[AtWork, ...]
    """Teams at work, then those that are on their way."""
    hindered: Mapping[str, tuple[Hindrance, ...]]
    """What keeps links and sensors from working, of those that a fault has hit."""
    alarms: frozenset[str]
    """Sensors that have raised an alarm which nobody has closed."""
    verdicts: Mapping[str, Verdict]
    """What had become of each tier by then."""
    only_uncounted: frozenset[str] = frozenset()
    """Tiers that were not breached by then only because of space that does not count."""


def worst_s(judgement: Judgement) -> float:
    """When it was worst: the first escape from the outermost tier that was breached, else when the fullest storage
    that was reached was fullest; 0 where accident water reached nothing [s].
    """
    escapes = [tier.first_escape.first_s for tier in judgement.tiers if tier.first_escape]
    if escapes:
        return escapes[-1]
    reached = [each for tier in judgement.tiers for each in tier.reached if not isnan(each.margin_share)]
    fullest = min(reached, key=lambda each: (each.margin_share, each.storage), default=None)
    return fullest.peak_at_s if fullest and not isnan(fullest.peak_at_s) else 0.0


def moment(park: Park, scenario: Scenario, record: Record, judgement: Judgement, at_s: float) -> Moment:
    """The park at an instant [s]."""
    flows, told = flows_at(record, at_s), told_at(park, scenario, record, at_s)
    return Moment(
        at_s,
        volumes_at(record, at_s),
        flows,
        _openings(park, told, flows) if record.trace else told,
        _teams(park, record, at_s),
        hindrances(park, in_force(scenario, record, at_s)),
        _alarms(record, at_s),
        {tier.tier: verdict_by(park, tier, at_s) for tier in judgement.tiers},
        frozenset(tier.tier for tier in judgement.tiers if uncounted_since_s(tier) <= at_s),
    )


def _openings(park: Park, told: Mapping[str, float], flows: Mapping[str, Floats]) -> dict[str, float]:
    """How far each link is open; one that levels of its own start and stop is 0 while it passes nothing."""
    waits = (id for id, link in park.links.items() if link.start_m3 is not None and not np.any(flows.get(id, 0.0)))
    return {**told, **dict.fromkeys(waits, 0.0)}


def told_at(park: Park, scenario: Scenario, record: Record, at_s: float) -> dict[str, float]:
    """How far each link may open: as the files have it, then as orders and faults have left it."""
    told = {id: scenario.openings.get(id, link.opening) for id, link in park.links.items()}
    return told | {id: each.opening for id, each in states_at(record.states, at_s).items() if id in told}


def _teams(park: Park, record: Record, at_s: float) -> tuple[AtWork, ...]:
    """Jobs whose team has set out and that have not ended, in the order in which teams were there."""
    return tuple(
        AtWork(each.crew, each.sheet, each.begun_s)
        for each in jobs(record.events, record.horizon_s)
        if each.crew in park.crews and each.leaves_s <= at_s
        and (at_s < each.ended_s or (each.outcome == GOING and each.begun_s <= at_s))
    )  # fmt: skip


def _alarms(record: Record, at_s: float) -> frozenset[str]:
    """Sensors whose last alarm is not closed."""
    return frozenset(id for id, spans in alarms(record).items() if any(since <= at_s < until for since, until in spans))
