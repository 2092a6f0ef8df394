"""The cheapest drills that together exercise every sheet: weighted set cover, exactly or with what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isfinite

from sim.message import Message

SECONDS = 10.0
"""How long the exact search may take [s]."""
EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Answer:
    """A cover, and how far it may be from the cheapest."""

    chosen: tuple[int, ...]
    """Places of the sets, in order."""
    cost: float
    bound: float
    """No cover costs less."""
    greedy_cost: float
    """What the greedy cover costs."""
    largest: int
    """Elements of the largest set."""

    @property
    def proved(self) -> bool:
        """Whether nothing cheaper exists."""
        return self.cost <= self.bound + EPSILON

    @property
    def gap(self) -> float:
        """Share of the cost by which a cheaper cover could undercut it at most [-]."""
        return max(0.0, (self.cost - self.bound) / self.cost) if self.cost else 0.0

    @property
    def guarantee(self) -> float:
        """The greedy cover costs at most so many times the cheapest: H(n) of the largest set (Chvatal 1979) [-]."""
        return harmonic(self.largest)


def harmonic(n: int) -> float:
    """1 + 1/2 + ... + 1/n.

    >>> harmonic(1), harmonic(4)
    (1.0, 2.083333333333333)
    """
    return sum(1 / k for k in range(1, n + 1))


def greedy(sets: Sequence[frozenset[str]], costs: Sequence[float]) -> list[int]:
    """Take the set that costs least for each new element until all are covered; then drop what became needless.

    >>> greedy([frozenset("ab"), frozenset("bc"), frozenset("abc")], [1, 1, 1])
    [2]
    """
    left = set().union(*sets)
    chosen: list[int] = []
    while left:
        fresh = ((place, len(left & each)) for place, each in enumerate(sets))
        best = min((costs[place] / new, place) for place, new in fresh if new)[1]
        chosen.append(best)
        left -= sets[best]
    return sorted(_thinned(sets, costs, chosen))


def _thinned(sets: Sequence[frozenset[str]], costs: Sequence[float], chosen: Sequence[int]) -> list[int]:
    """Without sets whose elements the others cover, the dearest first."""
    kept = list(chosen)
    for place in sorted(chosen, key=lambda each: (-costs[each], each)):
        others = [each for each in kept if each != place]
        if sets[place] <= set().union(*(sets[each] for each in others)):
            kept = others
    return kept


def smallest(sets: Sequence[frozenset[str]], costs: Sequence[float], seconds: float = SECONDS) -> Answer:
    """The cheapest sets that together have every element that any of them has.

    Solved as an integer programme by HiGHS (`scipy.optimize.milp`). When the time is up before it is
    proved, the better of its cover and the greedy one is taken, with the bound found so far; without
    a bound, that of the greedy cover stands: its cost over H(n).

    Raises:
        ValueError: a cost is not above zero.
    """
    if any(cost <= 0 for cost in costs):
        raise ValueError(Message("every set must cost something"))
    largest = max(map(len, sets), default=0)
    if not largest:
        return Answer((), 0.0, 0.0, 0.0, 0)
    first = greedy(sets, costs)
    first_cost = _cost(costs, first)
    found, bound = _exact(sets, costs, seconds)
    bound = max(bound, first_cost / harmonic(largest))
    if all(float(cost).is_integer() for cost in costs):
        bound = float(ceil(bound - EPSILON))
    best = min([each for each in (found, first) if each], key=lambda each: _cost(costs, each))
    cost = _cost(costs, best)
    return Answer(tuple(best), cost, min(bound, cost), first_cost, largest)


def _cost(costs: Sequence[float], chosen: Sequence[int]) -> float:
    return float(sum(costs[each] for each in chosen))


def _exact(sets: Sequence[frozenset[str]], costs: Sequence[float], seconds: float) -> tuple[list[int], float]:
    """The best cover found in time, none if there is none, and the cost that no cover undercuts."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_matrix

    rows = {element: row for row, element in enumerate(sorted(set().union(*sets)))}
    held = [(rows[element], column) for column, each in enumerate(sets) for element in each]
    at = tuple(np.array(held).T)
    covers = csr_matrix((np.ones(len(held)), at), shape=(len(rows), len(sets)))
    done = milp(np.array(costs, float), constraints=LinearConstraint(covers, 1, np.inf),
                integrality=np.ones(len(sets), int), bounds=Bounds(0, 1),
                options={"time_limit": seconds, "mip_rel_gap": 0.0})  # fmt: skip
    bound = 0.0 if done.mip_dual_bound is None else float(done.mip_dual_bound)
    taken = [] if done.x is None else [int(each) for each in np.flatnonzero(done.x > 0.5)]
    return taken, bound if isfinite(bound) else 0.0
