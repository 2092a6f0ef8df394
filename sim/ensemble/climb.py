"""A search among too many sets of measures to try: from none upwards, then one measure in another's place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import fsum, inf

from sim.ensemble.sets import Chosen, cost_of, fits, next_step, with_needed
from sim.ensemble.trials import SLACK, Trials, Tried
from sim.load.measures import Measures, Option

FEW = 200
"""Runs by which it chooses its next step."""
TOGETHER = 16
"""Sets that are tried at once."""


class Climb:
    """A search from no measures upwards, and an exchange of single ones: good sets among too many to try."""

    def __init__(self, trials: Trials, measures: Measures, tell: Callable[[float], None]) -> None:
        self.trials = trials
        self.measures = measures
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

    def _up(self) -> Tried | None:
        """Take the step that spares most for its money until the target is reached; None when nothing more helps."""
        now = self.trials.tried[()]
        while not self.trials.target.reached_by(now):
            found = self.trials.play(list(self._more(now.chosen)), inf, self.few)
            worth = {each.chosen: _worth(now, each) for each in found if not each.failed}
            best = max(worth, key=lambda each: (worth[each], -cost_of(each)), default=())
            if worth.get(best, 0.0) <= 0:
                return None
            now = self.trials.finish(self.trials.tried[best], inf)
        return now

    def _cheaper(self, best: Tried) -> Tried | None:
        """The cheapest set that still reaches the target with one measure less, or one in another's place."""
        sets = sorted((each for each in self._other(best.chosen) if cost_of(each) < best.cost), key=cost_of)
        for first in range(0, len(sets), TOGETHER):
            for each in self.trials.play(sets[first : first + TOGETHER], self.allowed + 1):
                whole = self.trials.finish(each, self.allowed + 1) if len(each.losses) <= self.few else each
                if self.trials.target.reached_by(whole):
                    return whole
        return None

    def _more(self, chosen: Chosen) -> Iterator[Chosen]:
        """Sets with one step more, and what that needs."""
        taken = {each.measure: each for each in chosen}
        for measure in self.measures.each.values():
            longer = next_step(measure, taken.get(measure.id))
            if longer:
                yield from self._fitting({**{each.measure: each for each in with_needed(longer, self.measures)},
                                          **taken, measure.id: longer})  # fmt: skip

    def _other(self, chosen: Chosen) -> Iterator[Chosen]:
        """Sets with one measure less or shorter, and with another, longer or not, in its place."""
        taken = {each.measure: each for each in chosen}
        for id, far in taken.items():
            shorter = [each for each in self.measures.each[id].options if each.cost < far.cost]
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


def _worth(now: Tried, then: Tried) -> float:
    """What a set spares for its money, of the losses of the runs that it has played."""
    return (fsum(now.losses[: len(then.losses)]) - fsum(then.losses)) / (then.cost - now.cost or SLACK)
