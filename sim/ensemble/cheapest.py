"""The cheapest set of measures that brings a tier under a target, every set played on the same draws.

Sets are tried in the order of their cost, and the least risk of a cheaper one is the bar: once a set has breached as
often as that one in all its runs, no further run can make it worth its money, and it is let go. So what is found is
what playing all runs of all sets would find. Where there are too many sets for that, `climb` finds a good one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import fsum

from sim.ensemble.climb import Climb
from sim.ensemble.ensemble import check_ends
from sim.ensemble.player import Player, Start, prepare
from sim.ensemble.sets import Chosen, cost_of, count_sets, sets_of, text_of, with_measures, with_needed
from sim.ensemble.trials import SLACK, Target, Trials, Tried
from sim.ensemble.workers import Asked, workers_of
from sim.errors import InputError, Problems
from sim.load.measures import Measures
from sim.message import Message, about
from sim.record.column import Columns, Made, columns

MOST_SETS = 4096
"""More sets than these are not all tried: as many as twelve measures without steps have."""
TOGETHER = 16
"""Sets that are tried against one bar at most, so that it does not hang on who plays them."""

Tell = Callable[[float], None]
"""Told of the share that is done."""


@dataclass(slots=True)
class Search:
    """What was found."""

    player: Player
    measures: Measures
    target: Target
    runs: int
    results: Mapping[Chosen, Tried]
    exhaustive: bool
    """Whether no cheaper set can do it: else it is what a search found."""
    sets: int
    """How many sets there are."""
    left_out: tuple[int, ...]
    """Runs that cannot be played without measures, and count for no set."""

    @property
    def tried(self) -> list[Tried]:
        """Every set that was tried, in that order."""
        return list(self.results.values())

    @property
    def base(self) -> Tried:
        """No measures at all."""
        return self.tried[0]

    @property
    def front(self) -> list[Tried]:
        """Sets than which none that was tried is both as cheap and less risky, the cheapest first."""
        front: list[Tried] = []
        for each in sorted((each for each in self.tried if each.whole and each.failed is None), key=_order):
            if not front or each.risk.value < front[-1].risk.value - SLACK:
                front.append(each)
        return front

    @property
    def best(self) -> Tried | None:
        """The cheapest that reaches the target; None where none does."""
        return next((each for each in self.front if self.target.reached_by(each)), None)

    @property
    def nearest(self) -> Tried | None:
        """The least risky of those that do not reach it, of the cheaper ones if one does; None where there is none."""
        best = self.best
        short = [each for each in self.front if best is None or each.cost < best.cost]
        return short[-1] if short else None


def _order(tried: Tried) -> tuple[float, float, int]:
    return tried.cost, tried.risk.value, len(tried.chosen)


def check_measures(start: Start, measures: Measures) -> None:
    """Look whether each measure can be taken, alone or with those it needs, all the way.

    Raises:
        Problems: one cannot; says which, where it stands, and what the reader says.
    """
    wrong: dict[Message, None] = {}
    for each in measures.each.values():
        chosen = with_needed(each.options[-1], measures)
        try:
            check_ends(Player(with_measures(start, chosen)))
        except InputError as error:
            said = error.messages if isinstance(error, Problems) else [error.message]
            place = f"{each.place}: measures.{each.id}"
            wrong |= dict.fromkeys(about(place, message) for message in said)
    if wrong:
        raise Problems(list(wrong))


def find_cheapest(
    start: Start, measures: Measures, target: Target, runs: int, workers: Asked, tell: Tell, *, front: bool = False,
    most_sets: int = MOST_SETS,
) -> Search:
    """Look for the cheapest set that reaches the target; with `front` go on to the least risk there is.

    Raises:
        Problems: a measure cannot be taken.
        InputError: no tier has that name, or no run can be played.
    """
    player = prepare(start)
    check_ends(player)
    _check_tier(player, target)
    check_measures(start, measures)
    with workers_of(workers) as who:
        trials = Trials(start, target, runs, who)
        trials.begin()
        sets = count_sets(measures)
        search = Search(player, measures, target, runs, trials.tried, sets <= most_sets, sets, trials.left_out)
        if search.exhaustive:
            _try_all(search, trials, front, tell)
        else:
            Climb(trials, measures, tell).whole()
    prepare(start)
    return search


def _check_tier(player: Player, target: Target) -> None:
    from sim.load.suggest import hint

    if target.tier not in player.tiers:
        raise InputError(about("--target", Message("no tier is named '{tier}'; {hint}", tier=target.tier,
                                                   hint=hint(target.tier, player.tiers))))  # fmt: skip


def _try_all(search: Search, trials: Trials, front: bool, tell: Tell) -> None:
    """Try sets in the order of their cost, until one reaches the target, or to the last."""
    sets = sets_of(search.measures)[1:]
    first, size = 0, 1
    while first < len(sets):
        best, bar = search.best, fsum(search.front[-1].losses)
        todo = [each for each in sets[first : first + size] if front or best is None or cost_of(each) <= best.cost]
        if not todo or bar <= SLACK:
            break
        trials.play(todo, bar)
        first, size = first + size, min(2 * size, TOGETHER)
        tell(min(first / len(sets), 1.0))
    tell(1.0)


def tried_columns(search: Search) -> Columns[Tried]:
    """A row for every set that was tried."""
    front, unit = search.front, "m3" if search.target.of_volume else "-"
    heads: list[Made[Tried]] = [
        ("set", lambda each: text_of(each.chosen)), ("cost", "cost"), ("money", lambda each: search.measures.money),
        ("runs", lambda each: len(each.losses)), ("all runs", "whole"), (f"risk [{unit}]", "risk.value"),
        (f"at least [{unit}]", "risk.low"), (f"at most [{unit}]", "risk.high"),
        ("reaches target", search.target.reached_by), ("on front", lambda each: each in front),
        *((f"{tier}: breached", lambda each, k=k: each.breached[k] if each.breached else None)
          for k, tier in enumerate(search.player.tiers)),
        ("changes", lambda each: " ".join(f'--set "{x}"' for option in each.chosen for x in option.sets)),
        ("failed", lambda each: "" if each.failed is None else each.failed[1]),
    ]  # fmt: skip
    return columns(None, *heads)
