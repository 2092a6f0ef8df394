"""Two moves of one facility the other way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sim.lint.move import Move, moves
from sim.park import Park
from sim.scenario import Level, Scenario


@dataclass(frozen=True, slots=True)
class Pair:
    """One rule or action shuts what another opens."""

    shut: Move
    open: Move

    @property
    def is_one_event(self) -> bool:
        """Whether one thing sets off both, whatever their dead bands."""
        one, other = self.shut.when, self.open.when
        if isinstance(one, Level) and isinstance(other, Level):
            return self.is_on_one_storage and (one.volume_m3, one.rising) == (other.volume_m3, other.rising)
        return one == other

    @property
    def is_on_one_storage(self) -> bool:
        """Whether both wait for levels of one storage."""
        one, other = self.shut.when, self.open.when
        return isinstance(one, Level) and isinstance(other, Level) and one.storage == other.storage

    @property
    def band(self) -> tuple[Level, Level] | None:
        """The level of a storage that is fallen below, and the one that is risen above; None when there are none."""
        one, other = self.shut.when, self.open.when
        if not (isinstance(one, Level) and isinstance(other, Level)) or one.storage != other.storage:
            return None
        if one.rising == other.rising:
            return None
        return (other, one) if one.rising else (one, other)

    @property
    def hunts(self) -> bool:
        """Whether there is no dead band between the two: where one acts the other has acted already."""
        return self.band is not None and self.band[0].volume_m3 >= self.band[1].volume_m3


def pairs(park: Park, scenario: Scenario) -> Iterator[Pair]:
    """Every two moves of one facility the other way, at least one of them by a rule."""
    of: dict[str, list[Move]] = defaultdict(list)
    for move in moves(park, scenario):
        of[move.facility].append(move)
    for same in of.values():
        for one, other in combinations(same, 2):
            if one.opens != other.opens and _are_two(one, other):
                yield Pair(other, one) if one.opens else Pair(one, other)


def _are_two(one: Move, other: Move) -> bool:
    """Whether they are two rules, or a rule and an action."""
    return one.is_action != other.is_action or (not one.is_action and one.by != other.by)
