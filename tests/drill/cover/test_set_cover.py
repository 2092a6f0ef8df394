"""The smallest set: against every subset where these can be counted, against greedy and bound elsewhere."""

from itertools import combinations
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from sim.drill.cover import smallest
from sim.drill.cover.set_cover import greedy, harmonic

SETS = st.lists(st.frozensets(st.sampled_from("abcdefg"), min_size=1), min_size=1, max_size=8)


def by_trying_all(sets, costs):
    """The least cost of any subset that covers."""
    wanted = set().union(*sets)
    best = inf
    for size in range(1, len(sets) + 1):
        for chosen in combinations(range(len(sets)), size):
            if set().union(*(sets[each] for each in chosen)) == wanted:
                best = min(best, sum(costs[each] for each in chosen))
    return best


def test_greedy_falls_into_the_trap_and_the_exact_search_does_not():
    """
    abcd|ef is 2; the set of the first 4 and that of the last 4 look better to greedy: bcde has 4, then a and f: 3.
    """
    sets = [frozenset("bcde"), frozenset("abc"), frozenset("def")]

    answer = smallest(sets, [1, 1, 1])

    assert (answer.chosen, answer.cost, answer.bound, answer.proved) == ((1, 2), 2.0, 2.0, True)
    assert len(greedy(sets, [1, 1, 1])) == 2  # abc and def cover bcde: what became needless is dropped


def test_weights_decide():
    """
    One set of all at 5 against three singles at 1.5 = 4.5.
    """
    sets = [frozenset("abc"), frozenset("a"), frozenset("b"), frozenset("c")]

    assert smallest(sets, [5, 1.5, 1.5, 1.5]).chosen == (1, 2, 3)
    assert smallest(sets, [4, 1.5, 1.5, 1.5]).chosen == (0,)


@settings(deadline=None)
@given(SETS, st.data())
def test_always_as_good_as_trying_all(sets, data):
    costs = data.draw(st.lists(st.integers(1, 9), min_size=len(sets), max_size=len(sets)))

    answer = smallest(sets, costs)

    assert answer.cost == by_trying_all(sets, costs)
    assert answer.proved
    assert answer.greedy_cost <= harmonic(max(map(len, sets))) * answer.cost + 1e-9


@pytest.mark.parametrize("seed", range(5))
def test_larger_ones_lie_between_the_linear_bound_and_greedy(seed):
    """
    A cover covers; it costs no more than greedy, no less than the linear programme.
    """
    random = np.random.default_rng(seed)
    sets = [frozenset(map(str, random.choice(120, random.integers(1, 12), replace=False))) for _ in range(150)]
    costs = [float(each) for each in random.uniform(1, 5, len(sets))]
    wanted = sorted(set().union(*sets))
    matrix = np.array([[element in each for each in sets] for element in wanted], float)
    relaxed = linprog(costs, -matrix, -np.ones(len(wanted)), bounds=(0, 1)).fun

    answer = smallest(sets, costs)

    assert set().union(*(sets[each] for each in answer.chosen)) == set(wanted)
    assert relaxed - 1e-6 <= answer.bound <= answer.cost + 1e-9 <= answer.greedy_cost + 2e-9
    assert answer.proved


def test_without_time_greedy_stands_with_its_own_bound():
    """
    No search: what is known is the greedy cover and that the least is no less than its cost over H(n).
    """
    random = np.random.default_rng(7)
    sets = [frozenset(map(str, random.choice(400, 12, replace=False))) for _ in range(400)]
    costs = [float(each) for each in random.uniform(1, 2, len(sets))]

    answer = smallest(sets, costs, seconds=0.0)

    assert set().union(*(sets[each] for each in answer.chosen)) == set().union(*sets)
    assert answer.greedy_cost / harmonic(12) <= answer.bound + 1e-9
    assert answer.bound <= answer.cost <= answer.greedy_cost
    assert 0 <= answer.gap < 1


def test_nothing_to_cover_costs_nothing():
    assert smallest([], []).chosen == ()
    with pytest.raises(ValueError, match="every set must cost something"):
        smallest([frozenset("a")], [0])
