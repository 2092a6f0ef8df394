"""Coverage of a park by drills, and the smallest set that covers all that can be covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sim.drill.cover.candidate import Candidate
from sim.drill.cover.coverage import Coverage, coverage, with_faults
from sim.drill.cover.generate import Generator
from sim.drill.cover.play import Played, played
from sim.drill.cover.set_cover import SECONDS, Answer, smallest
from sim.park import Park
from sim.units import SECONDS_AN_HOUR

LONGEST_S = 12.0 * SECONDS_AN_HOUR
"""The longest drill anybody holds in a day, unless somebody says otherwise; assumed [s]."""
AROUND_S = 1.0 * SECONDS_AN_HOUR
"""Briefing before and hot wash after a drill, together; assumed [s]."""
Tell = Callable[[float], None]


class Weigh(StrEnum):
    """What the smallest set is smallest in."""

    DRILLS = "drills"
    """How many there are."""
    HOURS = "hours"
    """Their length with briefing and hot wash [h]."""
    TEAM_HOURS = "team-hours"
    """The same times the teams that turn out [h]."""


@dataclass(frozen=True)
class Study:
    """What the given scenarios exercise, what else could, and the smallest set of drills."""

    park: Park
    sheets: tuple[str, ...]
    """The sheets asked about."""
    given: tuple[Played, ...]
    faulty: tuple[Played, ...]
    """Given scenarios with a fault of ours."""
    generated: tuple[Played, ...]
    coverage: Coverage
    weigh: Weigh
    longest_s: float
    answer: Answer
    """Of the pool of all drills."""
    pool: tuple[Played, ...]

    @cached_property
    def chosen(self) -> list[Played]:
        """The smallest set found, in the order in which it exercises most that is new."""
        wanted, left = set(self.sheets), [self.pool[place] for place in self.answer.chosen]
        order: list[Played] = []
        while left:
            best = max(left, key=lambda each: (len(each.done & wanted), -each.length_s))
            order.append(best)
            left.remove(best)
            wanted -= best.done
        return order

    @property
    def of_plants(self) -> dict[str, Played]:
        """The generated drill at each plant, with everything working."""
        at = {f"leak-{id}": id for id in self.park.plants}
        return {at[each.candidate.id]: each for each in self.generated if each.candidate.id in at}

    @property
    def runs(self) -> int:
        """Drills that were played and proved something."""
        return len(self.given) + len(self.faulty) + len(self.generated)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """What any drill of the pool exercises."""
        return frozenset().union(*(each.done for each in self.pool)) & frozenset(self.sheets)


def weight(drill: Played, weigh: Weigh) -> float:
    """What a drill counts in the smallest set: 1, its hours, or its team-hours."""
    if weigh is Weigh.DRILLS:
        return 1.0
    hours = (drill.length_s + AROUND_S) / SECONDS_AN_HOUR
    return hours if weigh is Weigh.HOURS else hours * max(1, sum(drill.teams.values()))


def study(
    park: Park,
    scenarios: Sequence[Candidate],
    weigh: Weigh = Weigh.DRILLS,
    longest_s: float = LONGEST_S,
    tag: str = "",
    generate: bool = True,
    seconds: float = SECONDS,
    tell: Tell = lambda done: None,
) -> Study:
    """Play what is given, what is given with faults, and what is generated; then choose the smallest set.

    `tag` asks about the sheets with that tag alone. A scenario that takes longer than `longest_s` counts for
    what it exercises, and is too long to be held as a drill.
    """
    sheets = tuple(sheet.id for sheet in park.sheets.values() if not tag or tag in sheet.tags)
    given = []
    for place, each in enumerate(scenarios):
        given.append(played(each))
        tell(0.2 * (place + 1) / len(scenarios))
    faulty = with_faults(given)
    tell(0.25)
    generated = Generator(park, longest_s).all(lambda done: tell(0.25 + 0.5 * done)) if generate else []
    pool = [each for each in (*given, *faulty, *generated) if each.done & set(sheets) and each.length_s <= longest_s]
    answer = smallest([each.done & frozenset(sheets) for each in pool], [weight(each, weigh) for each in pool], seconds)
    tell(1.0)
    found = coverage(sheets, given, faulty, generated)
    return Study(park, sheets, tuple(given), tuple(faulty), tuple(generated), found, weigh, longest_s, answer,
                 tuple(pool))  # fmt: skip

