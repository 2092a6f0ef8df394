"""How a park stands at one instant of a run: water, links, people, alarms, tiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

import numpy as np

from sim.check import Judgement, Verdict, verdict_by
from sim.park import ORIGINS, Operation, Park
from sim.record.breakpoints import held, linear, rows_of_each
from sim.record.record import Floats, Record, Trace
from sim.scenario import Scenario

ENDS = ("done", "failed", "called-off")
"""Entries that end a job."""


@dataclass(frozen=True, slots=True)
class AtWork:
    """A team at a facility."""

    crew: str
    sheet: str


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
    at_work: tuple[AtWork, ...]
    alarms: frozenset[str]
    """Sensors that have raised an alarm which nobody has closed."""
    verdicts: Mapping[str, Verdict]
    """What had become of each tier by then."""


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
    trace = record.trace
    return Moment(
        at_s,
        {} if trace is None else _volumes(record, trace, at_s),
        {} if trace is None else _flows(record, trace, at_s),
        openings_at(park, scenario, record, at_s),
        _at_work(park, record, at_s),
        _alarms(record, at_s),
        {tier.tier: verdict_by(park, tier, at_s) for tier in judgement.tiers},
    )


def _volumes(record: Record, trace: Trace, at_s: float) -> dict[str, Floats]:
    rows = rows_of_each(trace.storage, len(record.storages.ids))
    now = np.array([at_s])
    found = {}
    for place, id in enumerate(record.storages.ids):
        own, start = rows[place], record.storages.initial[place]
        if not len(own):
            found[id] = start
        else:
            times = trace.storage_at_s[own]
            found[id] = np.array([linear(now, times, trace.volume[own, k], start[k])[0] for k in range(len(ORIGINS))])
    return found


def _flows(record: Record, trace: Trace, at_s: float) -> dict[str, Floats]:
    rows = rows_of_each(trace.link, len(record.links.ids))
    now = np.array([at_s])
    found = {}
    for place, id in enumerate(record.links.ids):
        own = rows[place]
        if len(own):
            times = trace.link_at_s[own]
            rates = np.array([held(now, times, trace.flow[own, k])[0] for k in range(len(ORIGINS))])
            if rates.sum() > 0:
                found[id] = rates
    return found


def openings_at(park: Park, scenario: Scenario, record: Record, at_s: float) -> dict[str, float]:
    """As the files have them, then as each action and sheet that was done has left them; 0 behind a plug or dam."""
    sealed: set[str] = set()
    found = {id: scenario.openings.get(id, link.opening) for id, link in park.links.items()}
    actions = {each.id: each.openings for each in scenario.actions}
    for entry in record.entries:
        if entry.at_s > at_s or entry.what != "done":
            continue
        id = entry.subject.partition("#")[0]
        found.update(actions.get(id, ()))
        sheet = park.sheets.get(id)
        if sheet is None or sheet.facility not in found or sheet.operation is Operation.CHECK:
            continue
        if sheet.operation is Operation.SEAL:
            sealed.add(sheet.facility)
        elif sheet.operation is Operation.UNSEAL:
            sealed.discard(sheet.facility)
        else:
            found[sheet.facility] = sheet.sets_to
    return found | dict.fromkeys(sealed, 0.0)


def _at_work(park: Park, record: Record, at_s: float) -> tuple[AtWork, ...]:
    """Jobs that have begun and not ended."""
    going: dict[str, AtWork] = {}
    for entry in record.entries:
        if entry.at_s > at_s:
            break
        if entry.what == "begins" and entry.detail in park.crews:
            going[entry.subject] = AtWork(entry.detail, entry.subject.partition("#")[0])
        elif entry.what in ENDS:
            going.pop(entry.subject, None)
    return tuple(going.values())


def _alarms(record: Record, at_s: float) -> frozenset[str]:
    """Sensors whose last alarm is not closed."""
    found: set[str] = set()
    for entry in record.entries:
        if entry.at_s > at_s:
            break
        if entry.what == "alarm":
            found.add(entry.subject)
        elif entry.what == "closed":
            found.discard(entry.subject)
    return frozenset(found)
