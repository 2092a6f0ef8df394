"""Which links are turned, when and by what, as control rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sim.exchange.swmm.sections import Sections
from sim.park import Link, Park, Switching
from sim.scenario import Action, Clock, Level, Scenario

MINUTE_S = 60
HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Start:
    """How things stand when a scenario begins, by their ids."""

    volumes_m3: Mapping[str, float]
    openings: Mapping[str, float]
    switchings: Mapping[str, Switching]
    """How links with levels of their own are switched."""

    @classmethod
    def of(cls, park: Park, scenario: Scenario) -> Start:
        """As the park has them, but for what the scenario has otherwise."""
        volumes = {id: sum(scenario.initial.get(id, each.initial).values()) for id, each in park.storages.items()}
        openings = {id: scenario.openings.get(id, each.opening) for id, each in park.links.items()}
        switchings = {id: scenario.switchings.get(id, each.switching) for id, each in park.links.items()}
        return cls(volumes, openings, switchings)


@dataclass(frozen=True, slots=True)
class Turn:
    """A link is set to a share: at a time, or whenever a storage stands beyond a volume."""

    action: str
    link: str
    opening: float
    when: Clock | Level
    starts: bool = True
    """Whether one with levels of its own starts at once, and is not left to them."""


def turns_of(actions: Iterable[Action], start: Start) -> list[Turn]:
    """What the actions do that SWMM can do too: by the clock, and on a level without delay."""
    found = []
    for action in actions:
        when = carried(action, start)
        if when is not None:
            found += [Turn(action.id, *turn, when, turn[0] not in action.automatic) for turn in action.openings]
    return found


def carried(action: Action, start: Start) -> Clock | Level | None:
    """When SWMM does an action; None when it cannot.

    It does not know whether a level that is low has been higher, so that a fall counts only where
    it changes nothing at the start.
    """
    match action.when:
        case Clock():
            return Clock(action.when.at_s + action.after_s)
        case Level() if action.after_s == 0:
            at_once = not action.when.rising and start.volumes_m3[action.when.storage] <= action.when.volume_m3
            changes = any(start.openings[link] != opening for link, opening in action.openings)
            return None if at_once and changes else action.when
        case _:
            return None


def asks(link: Link, opening: float) -> float:
    """The share of its flow that a link passes at an opening, with what leaks [-]."""
    return max(opening, link.leak)


def stands(kind: str, share: float) -> float:
    """What SWMM has a link at before any rule: pumps stopped or running, all else open [-]."""
    return 1.0 if kind != "PUMP" or share > 0 else 0.0


def clock_text(at_s: float) -> str:
    """A time of the run as rules have it, to the second.

    >>> clock_text(93784.4)
    '26:03:04'
    """
    whole = round(at_s)
    return f"{whole // HOUR_S}:{whole % HOUR_S // MINUTE_S:02d}:{whole % MINUTE_S:02d}"


def write_turns(
    sections: Sections, kind: str, name: str, link: Link, opening: float, turns: Sequence[tuple[Turn, str]]
) -> None:
    """Rules for a link that follows no level of its own; `turns` come with the premise of those on a level.

    Of rules that are true at once SWMM takes the one of the highest priority, and of equal ones the first in the file.
    Where all go by the clock each holds from its time on, and a later one is above it: so nothing is lost between
    steps. Beside rules on levels, which would never act again, one by the clock is true for a single step.
    """
    by_clock = sorted((turn.when.at_s, place) for place, (turn, _) in enumerate(turns) if isinstance(turn.when, Clock))
    priorities = {place: number for number, (_, place) in enumerate(by_clock, start=2)}
    sign = ">=" if len(by_clock) == len(turns) else "="
    share = asks(link, opening)
    if share != stands(kind, share):
        _rule(sections, f"{name}-start", f"SIMULATION TIME {sign} 0:00:00", kind, name, share, priority=1)
    for place, (turn, premise) in enumerate(turns):
        when = f"SIMULATION TIME {sign} {clock_text(turn.when.at_s)}" if isinstance(turn.when, Clock) else premise
        _rule(sections, f"{name}-{place + 1}", when, kind, name, asks(link, turn.opening), priorities.get(place, 1))


def write_switch(
    sections: Sections, name: str, link: Link, opening: float, turns: Sequence[Turn], levels: Mapping[str, str]
) -> None:
    """Rules for a pump with a dead band that is not allowed to run all the time.

    `levels` are the premises under which it starts and stops by itself. One that is started by hand starts at that
    time. Of what falls into one step the last order holds, and a stop level before any order to start.
    """
    times = [(turn.when.at_s, turn.opening, turn.starts) for turn in turns if isinstance(turn.when, Clock)]
    spans = [(0.0, opening, False), *sorted(times, key=lambda each: each[0]), (float("inf"), 0.0, False)]
    for number, ((from_s, share, starts), (until_s, *_)) in enumerate(pairwise(spans), start=1):
        if until_s <= from_s:
            continue
        span = f"SIMULATION TIME >= {clock_text(from_s)}"
        span += "" if until_s == float("inf") else f"\nAND SIMULATION TIME < {clock_text(until_s)}"
        if asks(link, share) <= 0:
            _rule(sections, f"{name}-{number}-off", span, "PUMP", name, 0.0, 2 * number)
            continue
        for side, premise in levels.items():
            speed, rank = (asks(link, share), 2 * number) if side == "start" else (0.0, 2 * number + 1)
            _rule(sections, f"{name}-{number}-{side}", f"{span}\nAND {premise}", "PUMP", name, speed, rank)
        if starts:
            now = f"SIMULATION TIME = {clock_text(from_s)}"
            _rule(sections, f"{name}-{number}-hand", now, "PUMP", name, asks(link, share), 2 * number)


def _rule(sections: Sections, rule: str, premise: str, kind: str, name: str, setting: float, priority: int = 0) -> None:
    above = f"PRIORITY {priority}\n" if priority else ""
    sections.add("CONTROLS", f"RULE {rule}\nIF {premise}\nTHEN {kind} {name} SETTING = {setting:.6g}\n{above}")
