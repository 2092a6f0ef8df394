"""After the accident: when every space is empty again, what it waits for, and what a second accident would find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf, isnan

from sim.engine import play
from sim.errors import InputError
from sim.message import Message
from sim.park import Link, Park, Storage
from sim.park.names import named
from sim.record.course import Course
from sim.record.record import Record
from sim.scenario import Action, Clock, Inflow, InflowKind, Scenario
from sim.study.measures import Measures, measures_of
from sim.study.trial import Tell, nobody
from sim.study.waiting import MEASURES, Stay, Waiting
from sim.units import SECONDS_A_DAY, time_text

UP_TO_S = 90.0 * SECONDS_A_DAY
"""How long after the accident the park is looked at, unless somebody says otherwise [s]."""
AFTER_S = tuple(float(days * SECONDS_A_DAY) for days in (1, 3, 7, 14, 30))
"""When a second accident might come, after the first one's horizon [s]."""
SLACK_M3 = 1.0
"""A storage is back when it holds no more than this above where it started or its pumps stop [m3]."""
ENDS = (InflowKind.RELEASE, InflowKind.FIRE, InflowKind.PROCESS)
"""Inflows that are over when the accident is."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """One storage that accident water reached, a tier, or the whole park; times since the start of the run [s]."""

    id: str
    """Of the storage or tier; empty for the whole park."""
    tier: str
    """Empty for the whole park."""
    start_m3: float
    """What stood in it when the run began."""
    standing_m3: float
    """What stood in it when the accident was over, at the scenario's horizon."""
    held_m3: float
    """The same above its starting level."""
    usable_m3: float
    """Room for an accident when the run began; of a tier that of its reached storages that count."""
    back_s: float
    """When it was back for good, at its starting level or where its pumps stop by themselves, whichever is higher; inf
    for not until the study ended, 0 for always there."""
    left_m3: float = 0.0
    """What stands above its starting level when the study ends, of one that is not back."""
    waits_for: str = ""
    """The link it waited for; of a tier what the last of its storages waited for. Empty for none."""
    why: Stay | None = None
    """Why it is not back; None when it is."""
    others_s: float = 0.0
    """Of a tier or the park when the last of those was back that ever are."""

    @property
    def share(self) -> float:
        """What it held as a share of its usable room [-]."""
        return self.held_m3 / self.usable_m3 if self.usable_m3 > 0 else float("nan")

    @property
    def is_back(self) -> bool:
        """Whether it is back before the study ends."""
        return self.back_s < inf


@dataclass(frozen=True, slots=True)
class Room:
    """What a second accident would find in a storage, a tier or the whole park."""

    after_s: float
    """After the first one's horizon [s]."""
    id: str
    """Of the storage or tier; empty for the whole park."""
    tier: str
    room_m3: float
    """Below crest and freeboard, in the storages that accident water reached and that count."""
    usable_m3: float
    """What the first accident found there."""

    @property
    def share(self) -> float:
        """What is there again [-]."""
        return self.room_m3 / self.usable_m3 if self.usable_m3 > 0 else float("nan")


@dataclass(frozen=True, slots=True)
class Recovery:
    """What the time after an accident looks like."""

    park: Park
    scenario: Scenario
    """As it was played on, with the measures."""
    record: Record
    horizon_s: float
    """When the accident was over [s]."""
    from_s: float
    """When the measures were ordered [s]."""
    measures: Measures
    storages: tuple[Emptied, ...]
    """Every storage that accident water reached, tier by tier, then by its id."""
    tiers: tuple[Emptied, ...]
    """Every tier that it reached."""
    whole: Emptied
    rooms: tuple[Room, ...]

    def after(self, back_s: float) -> float:
        """A time since the end of the accident; 0 for what was back by then [s]."""
        return max(back_s - self.horizon_s, 0.0)


def recovery(
    park: Park, scenario: Scenario, *, up_to_s: float = UP_TO_S, from_s: float | None = None, tell: Tell = nobody
) -> Recovery:
    """Play a scenario and go on past its horizon, with every designed transfer towards treatment ordered to run.

    Spills, fires and process water end at the horizon; rain, rivers and the plants' loads go on as they were, and so do
    actions, rules and crews. Gates, and all else, stay as they stand.

    Raises:
        InputError: the measures would begin when the study is over.
    """
    whole = park.with_links(scenario.links)
    ends_s = scenario.horizon_s + up_to_s
    begins_s = scenario.horizon_s if from_s is None else from_s
    if begins_s >= ends_s:
        raise InputError(Message("the measures begin at T+{time}, and the study ends at T+{time2}; let them "
                                 "begin earlier, or look further with --up-to", time=time_text(begins_s),
                                 time2=time_text(ends_s)))  # fmt: skip
    measures = measures_of(whole, play(whole, scenario, trace=False))
    tell(0.1)
    prolonged = _prolonged(scenario, measures, begins_s, ends_s)
    record = play(whole, prolonged)
    tell(0.9)
    course = Course(record)
    waiting = Waiting(whole, course, measures, begins_s)
    reached = _reached(whole, record)
    storages = tuple(_emptied(whole, scenario.horizon_s, course, waiting, id, ends_s) for id in reached)
    tiers = tuple(_together(each, each, park, storages) for each in park.tiers if any(s.tier == each for s in storages))
    rooms = tuple(_rooms(whole, scenario.horizon_s, course, storages, up_to_s))
    return Recovery(whole, prolonged, record, scenario.horizon_s, begins_s, measures, storages, tiers,
                    _together("", "", park, storages), rooms)  # fmt: skip


def _prolonged(scenario: Scenario, measures: Measures, from_s: float, until_s: float) -> Scenario:
    """The scenario with a longer horizon and the measures as one more action."""
    openings = tuple((link.id, 1.0) for links in measures.values() for link in links)
    words = named("recovery_measures")
    action = Action(MEASURES, Clock(from_s), 0.0, openings, words)
    inflows = tuple(_ended(each, scenario.horizon_s) for each in scenario.inflows)
    actions = (*scenario.actions, action) if openings else scenario.actions
    return replace(scenario, horizon_s=until_s, inflows=inflows, actions=actions)


def _ended(inflow: Inflow, at_s: float) -> Inflow:
    """An inflow of the accident, over at a time at the latest."""
    if inflow.kind not in ENDS:
        return inflow
    steps = [(time, rate) for time, rate in zip(inflow.times_s, inflow.rates, strict=True) if time < at_s]
    times, rates = zip(*steps, (at_s, 0.0), strict=True)
    return replace(inflow, times_s=times, rates=rates)


def _reached(park: Park, record: Record) -> list[str]:
    """Storages that accident water came into, tier by tier, then by id."""
    seen = zip(record.storages.ids, record.storages.reached_at_s.tolist(), strict=True)
    reached = [id for id, at_s in seen if not isnan(at_s)]
    return sorted(reached, key=lambda id: (park.tier_rank(park.storages[id].tier), id))


def _emptied(park: Park, horizon_s: float, course: Course, waiting: Waiting, id: str, ends_s: float) -> Emptied:
    """What becomes of one storage."""
    storage, start_m3 = park.storages[id], float(course.initial_m3(id).sum())
    standing_m3 = course.stands_m3(id, horizon_s)
    back_s = course.last_above_s(id, max(start_m3, _stops_m3(waiting.measures.get(id, ()))) + SLACK_M3)
    found = Emptied(
        id=id,
        tier=storage.tier,
        start_m3=start_m3,
        standing_m3=standing_m3,
        held_m3=max(standing_m3 - start_m3, 0.0),
        usable_m3=max(storage.holds_m3 - storage.freeboard_m3 - start_m3, 0.0) if storage.counts else 0.0,
        back_s=back_s,
    )
    if back_s <= max(horizon_s, waiting.from_s):
        return found
    waits = waiting.of(id, min(back_s, ends_s))
    if found.is_back:
        return replace(found, waits_for=waits.link)
    left_m3 = max(course.stands_m3(id, ends_s) - start_m3, 0.0)
    return replace(found, waits_for=waits.link, why=waits.why, left_m3=left_m3)


def _stops_m3(outlets: Iterable[Link]) -> float:
    """Where the last of a storage's outlets stops by itself; 0 when one goes on to the floor [m3]."""
    return min((link.stop_m3 or 0.0 for link in outlets), default=0.0)


def _together(id: str, tier: str, park: Park, storages: Iterable[Emptied]) -> Emptied:
    """A tier, or the whole park: its reached storages together, back when the last of them is."""
    inside = [each for each in storages if not tier or each.tier == tier]
    last = max(inside, key=lambda each: each.back_s, default=None)
    return Emptied(
        id=id,
        tier=tier,
        start_m3=sum(each.start_m3 for each in inside),
        standing_m3=sum(each.standing_m3 for each in inside),
        held_m3=sum(each.held_m3 for each in inside),
        usable_m3=sum(each.usable_m3 for each in inside),
        back_s=last.back_s if last else 0.0,
        left_m3=sum(each.left_m3 for each in inside),
        waits_for=last.waits_for if last else "",
        why=last.why if last else None,
        others_s=max((each.back_s for each in inside if each.is_back), default=0.0),
    )


def _rooms(
    park: Park, horizon_s: float, course: Course, storages: Iterable[Emptied], up_to_s: float
) -> Iterable[Room]:
    """What a second accident would find: storages, then tiers, then the park, time by time."""
    counted = [each for each in storages if park.storages[each.id].counts]
    for after_s in (each for each in AFTER_S if each <= up_to_s):
        found = [_room(park.storages[each.id], after_s, each, course, horizon_s) for each in counted]
        yield from found
        for tier in (*park.tiers, ""):
            inside = [each for each in found if tier in ("", each.tier)]
            if inside:
                room_m3, usable_m3 = sum(each.room_m3 for each in inside), sum(each.usable_m3 for each in inside)
                yield Room(after_s, tier, tier, room_m3, usable_m3)


def _room(storage: Storage, after_s: float, emptied: Emptied, course: Course, horizon_s: float) -> Room:
    """The room in one storage some time after the horizon."""
    standing_m3 = course.stands_m3(storage.id, horizon_s + after_s)
    room_m3 = max(storage.holds_m3 - storage.freeboard_m3 - standing_m3, 0.0)
    return Room(after_s, storage.id, storage.tier, room_m3, emptied.usable_m3)
