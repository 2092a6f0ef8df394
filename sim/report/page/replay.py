"""What the page's script needs to show the run at any instant, exact to what is printed: the record, made compact.

Volumes are linear between the rows of a storage and rates hold until the next, as in the record. Times are seconds
after the start, to the microsecond; volumes are cubic metres, to the litre.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from sim.check import TierVerdict, phases
from sim.check.warning import alarms
from sim.park import ORIGINS, Park
from sim.record.course import Course
from sim.record.event import Event, FaultBegan, Repaired
from sim.record.job import jobs
from sim.record.record import Floats, Record
from sim.report.figures.time_axis import eventful_until_s
from sim.report.map import Plan
from sim.report.map.hindrance import hindrances, in_force
from sim.report.map.moment import told_at
from sim.report.numbers import lasting
from sim.report.page.crews import crew_names, short_names
from sim.report.page.said import Said, action, both, event, link, named, place, tier, words
from sim.result import Result
from sim.scenario.fault import Hindrance
from sim.study import Deadline
from sim.units import SECONDS_A_MINUTE
from sim.words import WORDS, text

REPLAY_WORDS = (
    "untouched", "held", "relieved", "breached", "untouched_uncounted", "held_uncounted", "relieved_uncounted",
    "page_play", "page_pause", "page_free", "page_on_its_way", "page_at_work", "page_mark_verdict",
    "page_mark_deadline", "page_worst_now", "colon", "when_day", "when_since",
    *(key for key in WORDS if key.startswith(("origin_", "span_", "month_short_"))),
)  # fmt: skip
"""Words of the catalogue that the replay's script says."""
SPEEDS_S = (60, 600, 3600, 21600)
"""Seconds of the run that a second of the replay may take."""
SPEED_S = 600
LABEL_PX, LABEL_SIZE = 110.0, 13.0
"""How wide the name of a crew on its way may be, and its size, in map units."""


def replay_data(result: Result, deadlines: Sequence[Deadline], plan: Plan, at_s: float) -> dict[str, Any]:
    """Everything that moves on the map, which opens at an instant [s]."""
    park, record = result.park, result.record
    until_s = eventful_until_s(result) if record.trace else record.horizon_s
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
        "openings": openings(result, routes),
        "hindered": _hindered(result, routes),
        "tiers": [{"id": each.tier, "name": tier(park, each.tier), "states": tier_states(result, each)}
                  for each in result.verdict.tiers],
        "trips": trips(park, record),
        "crews": about_crews(park),
        "alarms": alarmed(record),
        "events": [_event(result, each) for each in record.events],
        "deadlines": _deadlines(result, deadlines),
        "receptors": _receptors(result),
        "place": worst_place(result),
    }


def speeds() -> list[tuple[int, Said]]:
    """How fast the replay may go, and what that is called."""
    return [(each, words("page_a_second", span=lasting(each))) for each in SPEEDS_S]


def _storages(park: Park, record: Record, shown: set[str]) -> dict[str, Any]:
    """The volumes of each storage that is drawn large, by origin."""
    found: dict[str, Any] = {}
    course = Course(record) if record.trace else None
    for at, id in enumerate(record.storages.ids):
        if id not in shown:
            continue
        times, volumes = np.zeros(1), record.storages.initial[at : at + 1]
        if course is not None and len(course.breakpoints(id)[0]):
            times, volumes = _last_of_each(*course.breakpoints(id), times, volumes)
        found[id] = {
            "t": np.round(times, 6).tolist(),
            "v": np.round(volumes.T, 4).tolist(),
            **about_storage(park, id),
        }
    return found


def about_storage(park: Park, id: str) -> dict[str, Any]:
    """What is said of a storage whatever stands in it."""
    there = park.storages[id]
    return {
        "holds": round(there.holds_m3, 3),
        "allowed": round(there.allowed_m3, 3),
        "counts": there.counts,
        "name": place(park, id),
        "tier": there.tier,
    }


def _last_of_each(at_s: Floats, values: Floats, times: Floats, before: Floats) -> tuple[Floats, Floats]:
    """Rows by time, of several at one time the last; after what was before."""
    last = np.append(at_s[1:] != at_s[:-1], True)
    kept_s, kept = at_s[last], values[last]
    if len(kept_s) and kept_s[0] <= times[-1]:
        return kept_s, kept
    return np.concatenate((times, kept_s)), np.concatenate((before, kept))


def _links(park: Park, record: Record, routes: set[str]) -> dict[str, Any]:
    """The rates of each link that is drawn and carried anything, by origin [m3/s]."""
    found: dict[str, Any] = {}
    course = Course(record) if record.trace else None
    for at, id in enumerate(record.links.ids):
        if id not in routes or course is None or not len(course.rates(id)[0]):
            continue
        times, rates = _last_of_each(*course.rates(id), np.full(1, -1.0), np.zeros((1, len(ORIGINS))))
        found[id] = {
            "t": np.round(times, 6).tolist(),
            "q": np.round(rates.T, 7).tolist(),
            **about_link(park, record, at),
        }
    return found


def about_link(park: Park, record: Record, at: int) -> dict[str, Said]:
    """What is said of the link at a place of the record, whatever it carries."""
    ends = {"from": record.links.sources[at], "to": record.links.targets[at]}
    return {"name": link(park, record.links.ids[at]), **{side: place(park, id) for side, id in ends.items()}}


def openings(result: Result, routes: Collection[str]) -> dict[str, list[tuple[float, float]]]:
    """How far each drawn link that somebody can set is open, from when on."""
    at_first = told_at(result.park, result.scenario, result.record, 0.0)
    found = {id: [(0.0, share)] for id, share in at_first.items() if id in routes}
    for state in result.record.states:
        steps = found.get(state.link, [(0.0, state.opening)])
        if steps[-1][1] != state.opening:
            steps.append((state.at_s, state.opening))
    by_level = {id for id, link in result.park.links.items() if link.start_m3 is not None}
    course = result.course if result.record.trace else None
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


def tier_states(result: Result, found: TierVerdict) -> list[tuple[float, str]]:
    """What had become of a tier, from when on."""
    return [(each.since_s, each.word) for each in phases(result.park, found, result.record.horizon_s)]


def alarmed(record: Record) -> dict[str, list[tuple[float, float]]]:
    """Of each sensor from when to when it has an alarm that nobody closed [s]."""
    return {id: [(since, min(until, record.horizon_s)) for since, until in spans]
            for id, spans in alarms(record).items()}  # fmt: skip


def trips(park: Park, record: Record) -> list[dict[str, Any]]:
    """Who was where from when to when: on the way, at work, and where."""
    return [
        {"crew": each.crew, "sheet": sheet.id, "facility": sheet.facility, "from": each.begun_s, "until": each.ended_s,
         "leaves": each.leaves_s, "name": named(sheet.name, sheet.id)}
        for each in jobs(record.events, record.horizon_s) if each.crew and each.begun_s == each.begun_s
        for sheet in [park.sheets[each.sheet]]
    ]  # fmt: skip


def about_crews(park: Park) -> dict[str, Any]:
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


def worst_place(result: Result) -> str:
    """The storage to look at first: where water left the outermost tier that was breached, else the tightest."""
    tiers = result.verdict.tiers
    escapes = [tier.first_escape.source for tier in tiers if tier.first_escape]
    tightest = [tier.tightest.storage for tier in tiers if tier.tightest]
    return (escapes or tightest or [""])[-1]

