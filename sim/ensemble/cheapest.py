"""The cheapest set of measures that brings a tier under a target, every set played on the same draws.

Sets are tried in the order of their cost, and the least risk of a cheaper one is the bar: once a set has breached as often
as that one in all its runs, no further run can make it worth its money, and it is let go. So what is found is what playing
all runs of all sets would find. Where there are too many sets for that, a search from none upwards and an exchange of
single measures find a good one, which need not be the cheapest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from math import fsum, inf, nan, prod
from typing import NamedTuple

from sim.ensemble.ensemble import BATCH, check_ends
from sim.ensemble.interval import interval
from sim.ensemble.paired import Difference, mean_difference
from sim.ensemble.player import Player, Run, Start, TierOutcome, play_range, prepare
from sim.ensemble.workers import Workers, workers_of
from sim.errors import InputError, Problems
from sim.load.measures import Measure, Measures, Option
from sim.message import Message, about
from sim.record.column import Columns, columns

MOST_SETS = 4096
"""More sets than these are not all tried: as many as twelve measures without steps have."""
TOGETHER = 16
"""Sets that are tried against one bar at most, so that it does not hang on who plays them."""
FEW = 200
"""Runs by which a search chooses its next step."""
SLACK = 1e-9
"""Of a sum of losses, what rounding may bring about."""

Chosen = tuple[Option, ...]
"""A set of measures, in the order of their file."""


@dataclass(frozen=True, slots=True)
class Target:
    """What shall be reached."""

    tier: str
    most: float
    """A chance of a breach [-], or what escapes on average [m3]."""
    of_volume: bool = False
    sure: bool = False
    """Whether the whole interval must lie below."""

    def loss(self, tier: TierOutcome) -> float:
        """What a run counts."""
        return tier.escaped_m3 if self.of_volume else float(tier.breached)

    def risk(self, losses: Sequence[float]) -> Difference:
        """The mean loss, and between what it lies with 95 % confidence."""
        import numpy as np

        if self.of_volume:
            return mean_difference(np.zeros(len(losses)), np.array(losses))
        found = interval(int(sum(losses)), len(losses))
        return Difference(found.share, found.low, found.high)


@dataclass(frozen=True, slots=True)
class Tried:
    """A set of measures, as far as it was played."""

    chosen: Chosen
    cost: float
    losses: tuple[float, ...]
    """Of each run that counts, as far as it came."""
    breached: tuple[int, ...]
    """Runs that breached each tier, inside out."""
    risk: Difference
    whole: bool
    """Whether all runs were played: else it is already no better than a cheaper one, or than it may be."""
    failed: tuple[int, str] | None = None
    """The first run that could not be played though it could without measures, and why; -1 for none of them."""


@dataclass(slots=True)
class Search:
    """What was found."""

    player: Player
    measures: Measures
    target: Target
    runs: int
    tried: list[Tried]
    exhaustive: bool
    """Whether no cheaper set can do it: else it is what a search found."""
    sets: int
    """How many sets there are."""
    left_out: tuple[int, ...]
    """Runs that cannot be played without measures, and count for no set."""

    def passes(self, tried: Tried) -> bool:
        """Whether a set reaches the target."""
        reached = tried.risk.high if self.target.sure else tried.risk.value
        return tried.whole and tried.failed is None and reached <= self.target.most

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
        return next((each for each in self.front if self.passes(each)), None)

    @property
    def nearest(self) -> Tried | None:
        """Of those that do not reach it the least risky, among the cheaper ones if one does; None where there is none."""
        best = self.best
        short = [each for each in self.front if best is None or each.cost < best.cost]
        return short[-1] if short else None


def _order(tried: Tried) -> tuple[float, float, int]:
    return tried.cost, tried.risk.value, len(tried.chosen)


class Task(NamedTuple):
    """A set to be played: its changes, from which run on, and what it must stay below."""

    chosen: Chosen
    first: int
    stop: int
    bar: float
    """The sum of losses at which it is let go."""
    target: Target
    left_out: tuple[int, ...]


class Losses(NamedTuple):
    """What came of it."""

    losses: tuple[float, ...]
    breached: tuple[int, ...]
    done: bool
    """Whether it stayed below the bar to the last run."""
    failed: tuple[int, str] | None


def with_measures(start: Start, chosen: Chosen) -> Start:
    """A start with measures taken."""
    return replace(start, sets=(*start.sets, *(each for option in chosen for each in option.sets)))


def try_set(start: Start, task: Task) -> Losses:
    """Play a set of measures in this process, until it has lost as much as it may."""
    try:
        player = prepare(with_measures(start, task.chosen))
    except Problems as error:
        return Losses((), (), False, (-1, " ".join(str(error).split())))
    place = player.tiers.index(task.target.tier)
    losses: list[float] = []
    breached = [0] * len(player.tiers)
    for first in range(task.first, task.stop, BATCH):
        for run in player.play(first, min(first + BATCH, task.stop)):
            if run.index in task.left_out:
                continue
            if run.failed:
                return Losses(tuple(losses), tuple(breached), False, (run.index, run.failed))
            losses.append(task.target.loss(run.tiers[place]))
            breached = [count + tier.breached for count, tier in zip(breached, run.tiers, strict=True)]
        if fsum(losses) >= task.bar - SLACK:
            return Losses(tuple(losses), tuple(breached), False, None)
    return Losses(tuple(losses), tuple(breached), True, None)


Tell = Callable[[float], None]
"""Told of the share that is done."""


@dataclass
class Trials:
    """Sets of measures while they are tried."""

    start: Start
    measures: Measures
    target: Target
    runs: int
    workers: Workers
    tried: dict[Chosen, Tried] = field(default_factory=dict)
    left_out: tuple[int, ...] = ()

    @cached_property
    def counted(self) -> int:
        """Runs that count."""
        return self.runs - len(self.left_out)

    def begin(self) -> Tried:
        """Play all runs without measures, which tells those that cannot be played at all.

        Raises:
            InputError: none can.
        """
        ranges = [(first, min(first + BATCH, self.runs)) for first in range(0, self.runs, BATCH)]
        runs: list[Run] = [run for each in self.workers.each(play_range, self.start, ranges) for run in each]
        good = [run for run in runs if not run.failed]
        if not good:
            raise InputError(Message("no run can be played even without measures: {why}", why=runs[0].failed))
        self.left_out = tuple(run.index for run in runs if run.failed)
        place = prepare(self.start).tiers.index(self.target.tier)
        losses = tuple(self.target.loss(run.tiers[place]) for run in good)
        breached = tuple(sum(run.tiers[k].breached for run in good) for k in range(len(good[0].tiers)))
        return self._keep((), Losses(losses, breached, True, None), True)

    def play(self, sets: Sequence[Chosen], bar: float, stop: int | None = None) -> list[Tried]:
        """Play sets that have not been played so far yet, all against one bar, as far as `stop`."""
        stop = stop or self.runs
        todo = [each for each in sets if each not in self.tried]
        tasks = [Task(each, 0, stop, bar, self.target, self.left_out) for each in todo]
        if tasks:
            for chosen, losses in zip(todo, self.workers.each(try_set, self.start, tasks), strict=True):
                self._keep(chosen, losses, stop == self.runs)
        return [self.tried[each] for each in sets]

    def finish(self, tried: Tried, bar: float) -> Tried:
        """Play the rest of a set's runs."""
        if tried.whole or tried.failed:
            return tried
        del self.tried[tried.chosen]
        return self.play([tried.chosen], bar)[0]

    def _keep(self, chosen: Chosen, found: Losses, whole: bool) -> Tried:
        risk = self.target.risk(found.losses) if found.losses else Difference(nan, -inf, inf)
        self.tried[chosen] = Tried(chosen, cost_of(chosen), found.losses, found.breached, risk, whole and found.done,
                                   found.failed)  # fmt: skip
        return self.tried[chosen]

    def search(self, exhaustive: bool, sets: int) -> Search:
        """What has been found so far."""
        return Search(prepare(self.start), self.measures, self.target, self.runs, list(self.tried.values()), exhaustive,
                      sets, self.left_out)  # fmt: skip


def cost_of(chosen: Iterable[Option]) -> float:
    """What a set costs, the same whatever the order of its measures."""
    return fsum(each.cost for each in chosen)


def fits(chosen: Chosen, measures: Measures) -> bool:
    """Whether the measures of a set may be taken together, and all are there that one of them needs."""
    ids = {each.measure for each in chosen}
    return all(not ids & measures.each[id].excludes and measures.each[id].needs <= ids for id in ids)


def count_sets(measures: Measures) -> int:
    """How many ways there are to take or leave each measure."""
    return prod(len(each.options) + 1 for each in measures.each.values())


def sets_of(measures: Measures) -> list[Chosen]:
    """Every set that may be taken, the cheapest first, of equal ones the one with fewer measures."""
    ways: list[Sequence[Option | None]] = [(None, *each.options) for each in measures.each.values()]
    found = (tuple(each for each in taken if each) for taken in product(*ways))
    return sorted((each for each in found if fits(each, measures)), key=lambda each: (cost_of(each), len(each)))


def check_measures(start: Start, measures: Measures) -> None:
    """Look whether each measure can be taken, alone or with those it needs, all the way.

    Raises:
        Problems: one cannot; says which, where it stands, and what the reader says.
    """
    wrong: dict[Message, None] = {}
    for each in measures.each.values():
        chosen = _with_needed(each.options[-1], measures)
        try:
            check_ends(Player(with_measures(start, chosen)))
        except InputError as error:
            said = error.messages if isinstance(error, Problems) else [error.message]
            place = f"{each.place}: measures.{each.id}"
            wrong |= dict.fromkeys(about(place, message) for message in said)
    if wrong:
        raise Problems(list(wrong))


def _with_needed(option: Option, measures: Measures) -> Chosen:
    """An option with the first ones of all measures that it needs, in the order of the file."""
    needed, work = {option.measure: option}, [option.measure]
    while work:
        for id in measures.each[work.pop()].needs - needed.keys():
            needed[id] = measures.each[id].options[0]
            work.append(id)
    return tuple(needed[id] for id in measures.each if id in needed)


def find_cheapest(
    start: Start, measures: Measures, target: Target, runs: int, workers: int, tell: Tell, *, front: bool = False,
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
    trials = Trials(start, measures, target, runs, workers_of(workers))
    trials.begin()
    sets = count_sets(measures)
    if sets <= most_sets:
        _try_all(trials, sets_of(measures)[1:], front, tell)
    else:
        _Climb(trials, tell).whole()
    return trials.search(sets <= most_sets, sets)


def _check_tier(player: Player, target: Target) -> None:
    from sim.load.suggest import hint

    if target.tier not in player.tiers:
        raise InputError(about("--target", Message("no tier is named '{tier}'; {hint}", tier=target.tier,
                                                   hint=hint(target.tier, player.tiers))))  # fmt: skip


def _try_all(trials: Trials, sets: Sequence[Chosen], front: bool, tell: Tell) -> None:
    """Try sets in the order of their cost, until one reaches the target, or to the last."""
    first, size = 0, 1
    while first < len(sets):
        found = trials.search(True, len(sets))
        best, bar = found.best, fsum(found.front[-1].losses)
        todo = [each for each in sets[first : first + size] if front or best is None or cost_of(each) <= best.cost]
        if not todo or bar <= SLACK:
            break
        trials.play(todo, bar)
        first, size = first + size, min(2 * size, TOGETHER)
        tell(min(first / len(sets), 1.0))
    tell(1.0)


class _Climb:
    """A search from no measures upwards, and an exchange of single ones: good sets among too many to try."""

    def __init__(self, trials: Trials, tell: Tell) -> None:
        self.trials = trials
        self.measures = trials.measures
        self.few = min(FEW, trials.runs)
        self.allowed = trials.target.most * trials.counted
        self.tell = tell

    def whole(self) -> None:
        """Go up until the target is reached, then look for less money."""
        best = self._up()
        while best is not None:
            self.tell(0.5)
            best = self._cheaper(best)
        self.tell(1.0)

    def _reaches(self, tried: Tried) -> bool:
        return self.trials.search(False, 0).passes(tried)

    def _up(self) -> Tried | None:
        """Take the step that spares most for its money until the target is reached; None when nothing more helps."""
        now = self.trials.tried[()]
        while not self._reaches(now):
            found = self.trials.play(list(self._more(now.chosen)), inf, self.few)
            lost = fsum(now.losses[: self.few])
            gains = [((lost - fsum(each.losses[: self.few])) / (each.cost - now.cost or SLACK), -each.cost, each)
                     for each in found if not each.failed]  # fmt: skip
            gain, _, chosen = max(gains, key=lambda each: each[:2], default=(0.0, 0.0, now))
            if gain <= 0:
                return None
            now = self.trials.finish(chosen, inf)
        return now

    def _cheaper(self, best: Tried) -> Tried | None:
        """The cheapest set that still reaches the target with one measure less, or one in another's place."""
        sets = sorted((each for each in self._other(best.chosen) if cost_of(each) < best.cost), key=cost_of)
        for first in range(0, len(sets), TOGETHER):
            for each in self.trials.play(sets[first : first + TOGETHER], self.allowed + 1):
                whole = self.trials.finish(each, self.allowed + 1) if len(each.losses) == self.few else each
                if self._reaches(whole):
                    return whole
        return None

    def _more(self, chosen: Chosen) -> Iterator[Chosen]:
        """Sets with one step more, and what that needs."""
        taken = {each.measure: each for each in chosen}
        for measure in self.measures.each.values():
            longer = _next(measure, taken.get(measure.id))
            if longer:
                yield from self._fitting({**{each.measure: each for each in _with_needed(longer, self.measures)},
                                          **taken, measure.id: longer})  # fmt: skip

    def _other(self, chosen: Chosen) -> Iterator[Chosen]:
        """Sets with one measure less or shorter, and with another, longer or not, in its place."""
        taken = {each.measure: each for each in chosen}
        for id in taken:
            shorter = [each for each in self.measures.each[id].options if each.cost < taken[id].cost]
            for less in (None, *shorter):
                rest = {**taken, id: less}
                yield from self._fitting(rest)
                for other in self.measures.each.values():
                    for option in other.options if other.id != id else ():
                        yield from self._fitting({**rest, other.id: option})

    def _fitting(self, taken: dict[str, Option | None]) -> Iterator[Chosen]:
        """The set, if its measures may be taken together."""
        chosen = tuple(option for id in self.measures.each if (option := taken.get(id)))
        if fits(chosen, self.measures):
            yield chosen


def _next(measure: Measure, taken: Option | None) -> Option | None:
    """The next step of a measure; None after the last."""
    place = measure.options.index(taken) + 1 if taken else 0
    return measure.options[place] if place < len(measure.options) else None


def text_of(chosen: Chosen) -> str:
    """A set for programs: ids, with how many steps."""
    return "; ".join(f"{each.measure} x {each.steps}" if each.steps else each.measure for each in chosen)


def tried_columns(search: Search) -> Columns[Tried]:
    """A row for every set that was tried."""
    front, unit = search.front, "m3" if search.target.of_volume else "-"
    heads = [("set", lambda each: text_of(each.chosen)), ("cost", "cost"), ("money", lambda each: search.measures.money),
             ("runs", lambda each: len(each.losses)), ("all runs", "whole"),
             (f"risk [{unit}]", "risk.value"), (f"at least [{unit}]", "risk.low"), (f"at most [{unit}]", "risk.high"),
             ("reaches target", search.passes), ("on front", lambda each: each in front),
             *((f"{tier}: breached", lambda each, k=k: each.breached[k] if each.breached else None)
               for k, tier in enumerate(search.player.tiers)),
             ("changes", lambda each: " ".join(f'--set "{x}"' for option in each.chosen for x in option.sets)),
             ("failed", lambda each: "" if each.failed is None else each.failed[1])]  # fmt: skip
    return columns(None, *heads)
