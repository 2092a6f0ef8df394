"""What a drill makes of operation sheets when it is played: done, tried, waited for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from sim.drill.cover.candidate import Candidate
from sim.engine import play
from sim.park import Operation, Park
from sim.record.event import Began, Done, Failed, OfJob, Ordered, Reason, Waits
from sim.scenario import InflowKind


class Reached(IntEnum):
    """How far a sheet got in a run; more is further."""

    WAITED = 1
    """Ordered, and nobody came to do it before the run ended."""
    BEGUN = 2
    """Begun, and not finished before the run ended."""
    FAILED = 3
    """Tried, and it did not work."""
    DONE = 4


STEPS = {Ordered: Reached.WAITED, Began: Reached.BEGUN, Failed: Reached.FAILED, Done: Reached.DONE}


class Season(IntEnum):
    """The time of the year that a drill belongs into."""

    ANY = 0
    WET = 1
    """Storms, and what is done when they are forecast."""
    LOW_WATER = 2
    """Work in the river's bed."""


@dataclass(frozen=True, slots=True)
class Played:
    """A drill that was played once."""

    candidate: Candidate = field(repr=False)
    sheets: Mapping[str, Reached]
    """Every sheet that was ordered, and how far it got."""
    why: Mapping[str, tuple[Reason, ...]]
    """What the run says of sheets that failed or waited."""
    length_s: float
    """Until the last sheet is done [s]."""
    teams: Mapping[str, int]
    """Teams that turn out, by crew; at most as many as it has."""
    season: Season = Season.ANY

    @property
    def done(self) -> frozenset[str]:
        """What it exercises."""
        return frozenset(id for id, reached in self.sheets.items() if reached is Reached.DONE)

    @property
    def whole(self) -> bool:
        """Whether everything ordered came to an end before the run did."""
        return all(reached >= Reached.FAILED for reached in self.sheets.values())


def played(candidate: Candidate) -> Played:
    """Play a drill once, and say what became of each sheet."""
    park, scenario = candidate.park, candidate.scenario
    events = [each for each in play(park, scenario, trace=False).events if isinstance(each, OfJob) and each.sheet]
    sheets: dict[str, Reached] = {}
    why: dict[str, tuple[Reason, ...]] = {}
    for each in events:
        if isinstance(each, Failed):
            why[each.sheet] = each.reasons
        elif isinstance(each, Waits) and each.reason is not None:
            why[each.sheet] = (each.reason,)
        if (step := STEPS.get(type(each))) is not None:
            sheets[each.sheet] = max(sheets.get(each.sheet, Reached.WAITED), step)
    length_s = max((each.at_s for each in events if isinstance(each, Done)), default=0.0)
    rain = any(each.kind is InflowKind.RAIN for each in scenario.inflows)
    done = [id for id, reached in sheets.items() if reached is Reached.DONE]
    return Played(candidate, sheets, why, length_s, _teams(park, events), season(park, done, rain))


def _teams(park: Park, events: Sequence[OfJob]) -> dict[str, int]:
    """Teams of each crew that are out at once: jobs between order and end, but never more than there are."""
    turns: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for each in events:
        crew = park.sheets[each.sheet].crew
        if crew and isinstance(each, Ordered | Done | Failed):
            turns[crew].append((each.at_s, 1 if isinstance(each, Ordered) else -1))
    return {crew: min(_most(times), park.crews[crew].most_teams) for crew, times in sorted(turns.items())}


def _most(turns: Iterable[tuple[float, int]]) -> int:
    """The highest running count; of one time the ends come first."""
    most = now = 0
    for _, step in sorted(turns):
        now += step
        most = max(most, now)
    return max(most, 1)


def season(park: Park, done: Iterable[str], rain: bool = False) -> Season:
    """When a drill with these sheets is best held: rain and raised crests when it is wet, river gates at low water."""
    sheets = [park.sheets[id] for id in done]
    if rain or any(each.operation is Operation.RAISE for each in sheets):
        return Season.WET
    moved = [park.links[each.facility].source for each in sheets if each.facility in park.links]
    river = any(park.storages[id].kind == "river-section" for id in moved)
    return Season.LOW_WATER if river else Season.ANY
