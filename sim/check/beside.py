"""A plant's own water in a run, to stand beside what the sizing standards add up for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import fsum, isnan, nan

import numpy as np

from sim.check.crossings import crossings
from sim.check.judgement import Judgement
from sim.check.tier_verdict import Crossing, Verdict, word
from sim.check.water_of import WaterOf
from sim.errors import InputError
from sim.message import Message
from sim.park import LinkKind, Park
from sim.record.course import Course
from sim.record.record import Record
from sim.scenario import Scenario
from sim.scenario.inflow import InflowKind

ASIDE = ("tank", "treatment-plant", "accident-pool")
"""Kinds of a plant's storages that water is moved to, where they are not the spaces in question."""
SAME_M3 = 1e-6
"""Volumes closer than that are the same."""
HITS = (InflowKind.RELEASE, InflowKind.FIRE)


@dataclass(frozen=True, slots=True)
class Balance:
    """What came to a plant and where it was by then; all water, clean or not [m3]."""

    at_s: float
    spilled_m3: float
    fire_m3: float
    process_m3: float
    rain_m3: float
    came_m3: float
    """From elsewhere in the park, or a river."""
    moved_m3: float
    """Out of the plant by design, or over into its tanks."""
    left_m3: float
    """Out of the plant in any other way."""
    held_m3: float
    """In bunds, drains and pits, and on the way from one storage to another, on top of what stood there before."""
    in_spaces_m3: float
    """In the spaces for accident water, on top of what stood there before."""

    @property
    def error_m3(self) -> float:
        """What does not add up."""
        came = (self.spilled_m3, self.fire_m3, self.process_m3, self.rain_m3, self.came_m3)
        return fsum(came) - fsum((self.moved_m3, self.left_m3, self.held_m3, self.in_spaces_m3))


@dataclass(frozen=True, slots=True)
class Beside:
    """What a run made of a plant's spaces for accident water."""

    plant: str
    tier: str
    verdict: Verdict
    """Of the whole tier."""
    only_uncounted: bool
    """Whether it was not breached only because of space that does not count."""
    spaces: tuple[str, ...]
    """Storages that the standards count as available."""
    room_m3: float
    """What these hold below crest and freeboard."""
    over_m3: float
    """What went over their own crests; all water."""
    full_at_s: float
    """First time one of them was full; NaN for never."""
    full_first: str
    """Which one; empty when none was."""
    escapes: tuple[Crossing, ...]
    """Accident water that left the plant uncontrolled, the first in time first."""
    free_m3: float
    """Room below the crests of the spaces when it first escaped; NaN when nothing did."""
    stood_m3: float
    """What stood in the spaces when the run began."""
    fullest: Balance
    """When the spaces were fullest."""
    whole: Balance
    """At the end of the run."""

    @property
    def peak_m3(self) -> float:
        """The highest volume in the spaces, with what stood there before."""
        return self.stood_m3 + self.fullest.in_spaces_m3

    @property
    def word(self) -> str:
        """What the verdict on the whole tier is called."""
        return word(self.verdict, self.only_uncounted)

    @property
    def margin_m3(self) -> float:
        """Room left in the spaces at their fullest, or, negative, what did not fit into them."""
        return -self.over_m3 if self.over_m3 > 0 else self.room_m3 - self.peak_m3

    @property
    def escaped_m3(self) -> float:
        """Accident water that left the plant uncontrolled."""
        return fsum(each.volume_m3 for each in self.escapes)


def plants_hit(park: Park, scenario: Scenario) -> tuple[str, ...]:
    """The plants into whose storages a scenario's releases and fires run, in the order of the file."""
    into = (id for each in scenario.inflows if each.kind in HITS for id in each.into)
    plants = (park.storages[id].plant for id in into)
    return tuple(dict.fromkeys(plant for plant in plants if plant is not None))


def beside(
    park: Park, scenario: Scenario, record: Record, judgement: Judgement, plant: str, spaces: Collection[str]
) -> Beside:
    """What a run made of a plant's `spaces`; those that the park does not know are left out.

    Raises:
        InputError: the run kept no trace, or no storage of the park is the plant's.
    """
    if record.trace is None:
        raise InputError(Message("the run of {scenario} kept no trace; run it again with one",
                                 scenario=record.scenario))  # fmt: skip
    own = tuple(id for id, each in park.storages.items() if each.plant == plant)
    if not own:
        raise InputError(Message("no storage of {id} belongs to {plant}; write plant: {plant} at those that do",
                                 id=park.id, plant=plant))  # fmt: skip
    known = tuple(id for id in own if id in spaces)
    course = Course(record)
    water = WaterOf(park, course, own)
    tier = min((park.storages[id].tier for id in own), key=park.tier_rank)
    escapes = _escapes(park, scenario, record, tier, own)
    full_at_s, full_first = min(_filled(record, known), default=(nan, ""))
    return Beside(
        plant=plant,
        tier=tier,
        verdict=judgement.tier(tier).verdict,
        only_uncounted=judgement.tier(tier).only_uncounted,
        spaces=known,
        room_m3=fsum(park.storages[id].holds_m3 - park.storages[id].freeboard_m3 for id in known),
        over_m3=_over_m3(park, record, known, own),
        full_at_s=full_at_s,
        full_first=full_first,
        escapes=escapes,
        free_m3=_free_m3(water, known, escapes[0].first_s) if escapes else nan,
        stood_m3=fsum(float(course.initial_m3(id).sum()) for id in known),
        fullest=_balance(water, scenario, known, _fullest_s(course, known)),
        whole=_balance(water, scenario, known, record.horizon_s),
    )


def _escapes(
    park: Park, scenario: Scenario, record: Record, tier: str, own: Collection[str]
) -> tuple[Crossing, ...]:
    """The uncontrolled crossings of a tier that begin at a plant's own storages."""
    left = crossings(park, record, scenario.limits.escape_m3)[park.tier_rank(tier)]
    return tuple(each for each in left if each.source in own and not each.controlled)


def _is_held(park: Park, storage: str, spaces: Collection[str]) -> bool:
    """Whether a storage is a bund, a drain or a pit, so that water in it has neither come nor gone."""
    return storage not in spaces and park.storages[storage].kind not in ASIDE


def _fullest_s(course: Course, spaces: Collection[str]) -> float:
    """When most stood in the spaces together, the first time; volumes are straight lines in between [s]."""
    times = course.times_s(spaces)
    total = np.sum([course.volume_m3(id, times) for id in spaces], axis=0)
    return float(times[total >= total.max() - SAME_M3][0]) if spaces else course.record.horizon_s


def _over_m3(park: Park, record: Record, spaces: Collection[str], own: Collection[str]) -> float:
    """What went over the crests of the spaces and out of the plant, onto the ground where there is no spillway [m3]."""
    links = record.links
    crests = (
        place for place, (link, source, target) in enumerate(zip(links.ids, links.sources, links.targets, strict=True))
        if source in spaces and target not in own
        and (link not in park.links or park.links[link].kind is LinkKind.SPILLWAY)
    )  # fmt: skip
    return fsum(float(links.passed[place].sum()) for place in crests)


def _filled(record: Record, spaces: Collection[str]) -> Iterator[tuple[float, str]]:
    """When each of the spaces was first full [s]; those that never were are left out."""
    for id in spaces:
        at_s = float(record.storages.full_at_s[record.storages.ids.index(id)])
        if not isnan(at_s):
            yield at_s, id


def _free_m3(water: WaterOf, spaces: Collection[str], at_s: float) -> float:
    """Room below the crests of the spaces then [m3]."""
    free = (water.park.storages[id].holds_m3 - water.course.stands_m3(id, at_s) for id in spaces)
    return fsum(max(each, 0.0) for each in free)


def _balance(water: WaterOf, scenario: Scenario, spaces: Collection[str], at_s: float) -> Balance:
    """What came to the plant and where it was by then."""
    own, course = water.storages, water.course
    more = {id: course.stands_m3(id, at_s) - float(course.initial_m3(id).sum()) for id in own}
    held = [id for id in own if _is_held(water.park, id, spaces)]
    aside = [id for id in own if id not in spaces and id not in held]
    passed = list(water.passed(at_s))
    under_way = (each.entered_m3 - each.arrived_m3 for each in passed if each.source in own and each.target in own)
    out = [each for each in passed if each.source in own and each.target not in own]
    poured = {kind: _poured_m3(scenario, kind, own, at_s) for kind in InflowKind}
    return Balance(
        at_s=at_s,
        spilled_m3=poured[InflowKind.RELEASE],
        fire_m3=poured[InflowKind.FIRE],
        process_m3=poured[InflowKind.PROCESS],
        rain_m3=poured[InflowKind.RAIN],
        came_m3=poured[InflowKind.RIVER] + fsum(each.arrived_m3 for each in passed if each.source not in own),
        moved_m3=fsum(more[id] for id in aside) + fsum(each.entered_m3 for each in out if each.controlled),
        left_m3=fsum(each.entered_m3 for each in out if not each.controlled),
        held_m3=fsum(more[id] for id in held) + fsum(under_way),
        in_spaces_m3=fsum(more[id] for id in spaces),
    )


def _poured_m3(scenario: Scenario, kind: InflowKind, storages: Collection[str], until_s: float) -> float:
    """What inflows of a kind have brought into these storages by then [m3]."""
    found = []
    for each in scenario.inflows:
        share = fsum(factor for id, factor in zip(each.into, each.factors, strict=True) if id in storages)
        if each.kind is kind and share:
            found.append(each.volume_m3(until_s) * share / sum(each.factors))
    return fsum(found)
