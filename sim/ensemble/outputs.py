"""What a study of sensitivity asks of a run: for every tier, figures that are numbers in each run.

No index is ever made of what is a number in some runs only, such as the time of an escape: one run without it would
make indices of all inputs wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isnan
from typing import NamedTuple

from sim.ensemble.player import Player, Point, Run, Start, TierOutcome, prepare
from sim.park import Park
from sim.scenario import Scenario


class Kind(StrEnum):
    """What is asked of a tier."""

    MARGIN = "margin"
    """Room left in what the tier hangs on, or less what escaped; where no accident water came into space that counts,
    all the room that was free in it at the start."""
    ESCAPED = "escaped"
    """Accident water that left uncontrolled; 0 for none."""
    BREACHED = "breached"
    """1 where some did, 0 elsewhere."""

    @property
    def unit(self) -> str:
        """Of its numbers."""
        return "-" if self is Kind.BREACHED else "m3"


@dataclass(frozen=True, slots=True)
class Output:
    """One figure of one tier."""

    tier: str
    kind: Kind


class Answer(NamedTuple):
    """What one run says."""

    values: tuple[float, ...]
    """Of all outputs, in their order; none when it failed."""
    untouched: tuple[bool, ...]
    """Of every tier, whether all its free room stands for a margin."""
    lots: int | None
    failed: str = ""
    """Why it could not be played."""


def outputs_of(player: Player) -> tuple[Output, ...]:
    """All that is asked, tier by tier."""
    return tuple(Output(tier, kind) for tier in player.tiers for kind in Kind)


def answers(start: Start, points: Sequence[Point]) -> list[Answer]:
    """What runs say that a study has chosen, played in this process."""
    player = prepare(start)
    return [_answer(player, run) for run in player.play_points(points)]


def _answer(player: Player, run: Run) -> Answer:
    if run.failed:
        return Answer((), (), run.lots, run.failed)
    untouched = tuple(isnan(each.margin_m3) for each in run.tiers)
    rooms = free_rooms_m3(*player.varying.drawn(run.numbers)) if any(untouched) else {}
    values = (value for tier, each in zip(player.tiers, run.tiers, strict=True)
              for value in _values(each, rooms.get(tier, 0.0)))  # fmt: skip
    return Answer(tuple(values), untouched, run.lots)


def _values(outcome: TierOutcome, room_m3: float) -> tuple[float, float, float]:
    """The numbers of a tier, in the order of `Kind`."""
    margin_m3 = room_m3 if isnan(outcome.margin_m3) else outcome.margin_m3
    return margin_m3, outcome.escaped_m3, float(outcome.breached)


def free_rooms_m3(park: Park, scenario: Scenario) -> dict[str, float]:
    """What is free at the start in all space of each tier that counts, below its freeboard.

    >>> from sim.park import Name, Storage
    >>> pool = Storage("pool", Name("pool"), "plant", "pool", capacity_m3=900, freeboard_m3=100)
    >>> free_rooms_m3(Park.of([pool]), Scenario("s", Name("s"), 3600, initial={"pool": {"rain": 300}}))
    {'plant': 500.0}
    """
    rooms_m3 = dict.fromkeys(park.tiers, 0.0)
    for each in park.storages.values():
        if each.counts:
            stands = scenario.initial.get(each.id)
            occupied_m3 = each.initial_m3 if stands is None else sum(stands.values())
            rooms_m3[each.tier] += max(each.allowed_m3 - occupied_m3, 0)
    return rooms_m3
