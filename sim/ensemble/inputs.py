"""What a study of sensitivity varies one at a time: a number, numbers that move together, or the luck of all lots.

Numbers that hang together cannot be told apart by what they do: a group is one input, and what it decides is what its
numbers decide between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sim.ensemble.player import Player

LUCK = "lots"
"""The name of all lots as one input."""


class Sort(StrEnum):
    """What an input is."""

    NUMBER = "number"
    GROUP = "group"
    """Numbers that move together."""
    LOTS = "lots"
    """Whatever works or fails by lot."""


@dataclass(frozen=True, slots=True)
class Input:
    """What is varied as one."""

    name: str
    """The path of a number, the name of a group, or `lots`."""
    sort: Sort
    places: tuple[int, ...] = ()
    """Of its numbers among all that are uncertain; none of lots."""


def inputs_of(player: Player) -> tuple[Input, ...]:
    """All inputs in the order of their numbers; a group stands where its first number does."""
    uncertain, groups = player.uncertain, {places[0]: places for _, places, _ in player.design.groups}
    later = {place for places in groups.values() for place in places[1:]}
    return tuple(Input(each.group, Sort.GROUP, groups[k]) if k in groups else Input(each.path, Sort.NUMBER, (k,))
                 for k, each in enumerate(uncertain) if k not in later)  # fmt: skip


def draws_lots(player: Player) -> bool:
    """Whether something works or fails by lot while people act: a sheet, or a sensor."""
    park, scenario = player.varying.case.park, player.varying.case.scenario
    chances = (*(each.works for each in park.sheets.values()), *(each.misses for each in park.sensors.values()))
    return bool(scenario.rules or scenario.actions) and any(0 < each < 1 for each in chances)
