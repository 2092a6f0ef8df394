"""What the page's script needs to show the run at any instant, exact to what is printed: the record, made compact.

Volumes are linear between the rows of a storage and rates hold until the next, as in the record. Times are seconds
after the start, to the microsecond; volumes are cubic metres, to the litre.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

import numpy as np

from sim.check import TierVerdict, phases
from sim.check.warning import alarms
from sim.park import ORIGINS, Park
from sim.record.course import Course
from sim.record.event import Event, FaultBegan, Repaired
from sim.record.job import jobs
from sim.record.record import Floats, Record
from sim.report.figures.courses import courses
from sim.report.figures.time_axis import eventful_until_s
from sim.report.map import Plan
from sim.report.map.hindrance import hindrances, in_force
from sim.report.map.moment import told_at
from sim.report.page.crews import crew_names, short_names
from sim.report.page.said import Said, action, both, event, link, named, place, tier
from sim.result import Result
from sim.scenario.fault import Hindrance
from sim.study import Deadline
from sim.units import SECONDS_A_MINUTE
from sim.words import text

LABEL_PX, LABEL_SIZE = 110.0, 13.0
"""How wide the name of a crew on its way may be, and its size, in map units."""


def replay_data(result: Result, deadlines: Sequence[Deadline], plan: Plan, at_s: float) -> dict[str, Any]:
    """Everything that moves on the map, which opens at an instant [s]."""
    park, record = result.park, result.record
    until_s = eventful_until_s(result, courses(record)) if record.trace else record.horizon_s
    shown = {node.id for node in plan.nodes if node.sort == "storage" and node.main}
    routes = {edge.id for edge in plan.edges}
    return {
        "horizon": record.horizon_s,
        "until": until_s,
        "at": at_s,
        "starts": result.scenario.starts,
        "origins": list(ORIGINS),
        "storages": _storages(park, record, shown),
        "links": _links(park, record, routes),
        "openings": _openings(result, routes),
        "hindered": _hindered(result, routes),
        "tiers": [_tier(park, each, record.horizon_s) for each in result.verdict.tiers],
        "trips": trips(park, record),
        "crews": _crews(park),
        "alarms": {id: [(since, min(until, record.horizon_s)) for since, until in spans]
                   for id, spans in alarms(record).items()},
        "events": [_event(result, each) for each in record.events],
        "deadlines": _deadlines(result, deadlines),
        "receptors": _receptors(result),
        "place": _worst_place(result),
    }


def _storages(park: Park, record: Record, shown: set[str]) -> dict[str, Any]:
    """The volumes of each storage that is drawn large, by origin."""
    found: dict[str, Any] = {}
    course = Course(record) if record.trace else None
    for at, id in enumerate(record.storages.ids):
        if id not in shown:
            continue
        times, volumes = [0.0], [record.storages.initial[at]]
        if course is not None and len(course.breakpoints(id)[0]):
            times, volumes = _last_of_each(*course.breakpoints(id), times, volumes)
        there = park.storages[id]
        found[id] = {
            "t": [round(each, 6) for each in times],
            "v": [[round(float(each[k]), 4) for each in volumes] for k in range(len(ORIGINS))],
            "holds": round(there.holds_m3, 3),
            "allowed": round(there.allowed_m3, 3),
            "counts": there.counts,
            "name": place(park, id),
            "tier": there.tier,
        }
    return found


def _last_of_each(
    at_s: Floats, values: Floats, times: list[float], before: list[Floats]
) -> tuple[list[float], list[Floats]]:
    """Rows by time, of several at one time the last; after what was before."""
    last = np.append(at_s[1:] != at_s[:-1], True)
    kept_s, kept = at_s[last].tolist(), list(values[last])
    if kept_s and kept_s[0] <= times[-1]:
        return kept_s, kept
    return [*times, *kept_s], [*before, *kept]


def _links(park: Park, record: Record, routes: set[str]) -> dict[str, Any]:
    """The rates of each link that is drawn and carried anything, by origin [m3/s]."""
    found: dict[str, Any] = {}
    course = Course(record) if record.trace else None
    for at, id in enumerate(record.links.ids):
        if id not in routes or course is None or not len(course.rates(id)[0]):
            continue
        times, rates = _last_of_each(*course.rates(id), [-1.0], [np.zeros(len(ORIGINS))])
        found[id] = {
            "t": [round(each, 6) for each in times],
            "q": [[round(float(each[k]), 7) for each in rates] for k in range(len(ORIGINS))],
            "name": link(park, id),
            "from": place(park, record.links.sources[at]),
            "to": place(park, record.links.targets[at]),
        }
    return found


def _openings(result: Result, routes: set[str]) -> dict[str, list[tuple[float, float]]]:
    """How far each drawn link that somebody can set is open, from when on."""
    at_first = told_at(result.park, result.scenario, result.record, 0.0)
    found = {id: [(0.0, share)] for id, share in at_first.items() if id in routes}
    for state in result.record.states:
        steps = found.get(state.link, [(0.0, state.opening)])
        if steps[-1][1] != state.opening:
            steps.append((state.at_s, state.opening))
    by_level = {id for id, link in result.park.links.items() if link.start_m3 is not None}
    course = Course(result.record) if result.record.trace else None
    return {
        id: _while_it_runs(course, id, steps) if course and id in by_level else steps
        for id, steps in found.items()
    }


def _while_it_runs(course: Course, id: str, told: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """What a link that levels of its own start and stop was told, and 0 while it passed nothing."""
    at_s, rates = course.rates(id)
    turns = np.flatnonzero(np.diff(rates.any(axis=1), prepend=False))
    times = [float(each) for each in at_s[turns]]
    steps: list[tuple[float, float]] = []
    for when in sorted({*times, *(each for each, _ in told)}):
        share = told[bisect_right(told, when, key=lambda each: each[0]) - 1][1]
        goes = bisect_right(times, when) % 2 == 1
        if not steps or steps[-1][1] != share * goes:
            steps.append((when, share * goes))
    return steps


def _hindered(result: Result, routes: set[str]) -> dict[str, list[tuple[float, Said | None]]]:
    """What keeps drawn links from working, from when on; None for nothing."""
    record = result.record
    times = sorted({0.0, *(each.at_s for each in record.events if isinstance(each, FaultBegan | Repaired))})
    found: dict[str, list[tuple[float, Said | None]]] = {}
    for at_s in times:
        now = hindrances(result.park, in_force(result.scenario, record, at_s))
        for id in sorted(routes & (now.keys() | found.keys())):
            found.setdefault(id, []).append((at_s, _in_words(now[id]) if id in now else None))
    return found


def _in_words(found: Sequence[Hindrance]) -> Said:
    return both(lambda language: text("comma", language).join(text(f"hindrance_{each}", language) for each in found))


def _tier(park: Park, found: TierVerdict, horizon_s: float) -> dict[str, Any]:
    """What had become of a tier, from when on."""
    states = [(each.since_s, each.word) for each in phases(park, found, horizon_s)]
    return {"id": found.tier, "name": tier(park, found.tier), "states": states}


def trips(park: Park, record: Record) -> list[dict[str, Any]]:
    """Who was where from when to when: on the way, at work, and where."""
    return [
        {"crew": each.crew, "sheet": sheet.id, "facility": sheet.facility, "from": each.begun_s, "until": each.ended_s,
         "leaves": each.leaves_s, "name": named(sheet.name, sheet.id)}
        for each in jobs(record.events, record.horizon_s) if each.crew and each.begun_s == each.begun_s
        for sheet in [park.sheets[each.sheet]]
    ]  # fmt: skip


def _crews(park: Park) -> dict[str, Any]:
    """What crews are called, and in short beside their marks."""
    short = short_names(park, LABEL_PX, LABEL_SIZE)
    return {id: {"name": name, "short": short[id]} for id, name in crew_names(park).items()}


def _event(result: Result, what: Event) -> dict[str, Any]:
    """A line of what happened."""
    return {"t": what.at_s, "what": what.what, "id": what.subject, "said": event(result, what)}


def _deadlines(result: Result, deadlines: Sequence[Deadline]) -> list[dict[str, Any]]:
    """By when something must be done, for the marks on the slider: the earliest of each action [s]."""
    found: dict[str, float] = {}
    for each in deadlines:
        if each.needed and each.latest_s >= SECONDS_A_MINUTE:
            found[each.action] = min(found.get(each.action, each.latest_s), each.latest_s)
    return [{"t": at_s, "said": action(result, id)} for id, at_s in sorted(found.items(), key=lambda one: one[1])]


def _receptors(result: Result) -> dict[str, float]:
    """From when on each receptor below the park that saw more than its limit did so [s]."""
    return {each.receptor: each.above_from_s for each in result.downstream.arrivals if each.hit}


def _worst_place(result: Result) -> str:
    """The storage to look at first: where water left the outermost tier that was breached, else the tightest."""
    tiers = result.verdict.tiers
    escapes = [tier.first_escape.source for tier in tiers if tier.first_escape]
    tightest = [tier.tightest.storage for tier in tiers if tier.tightest]
    return (escapes or tightest or [""])[-1]

