"""Boxes are where they were put, and nowhere where there is nothing."""

import numpy as np
import pytest

from sim.ensemble.prim import Limit, boxes, inside, without

DOUBTFUL = 0.02
"""How far a limit may be from its place, as a share of the range."""


def drawn(seed, runs, numbers):
    """Even numbers from 0 to 1."""
    return np.random.default_rng(seed).random((runs, numbers))


@pytest.mark.parametrize("seed", range(5))
def test_a_box_is_found_where_it_was_put(seed):
    """
    It happens above 0.7 of the first, below 0.4 of the second and between 0.2 and 0.9 of the third of ten numbers, in
    0.3 x 0.4 x 0.7 = 8.4 % of 3,000 runs.
    """
    numbers = drawn(seed, 3000, 10)
    hit = (numbers[:, 0] > 0.7) & (numbers[:, 1] < 0.4) & (numbers[:, 2] > 0.2) & (numbers[:, 2] < 0.9)
    found, = boxes(numbers, hit, [False] * 10)

    assert set(found.columns) == {0, 1, 2}
    limits = found.limits
    assert limits[0].low == pytest.approx(0.7, abs=DOUBTFUL)
    assert limits[1].high == pytest.approx(0.4, abs=DOUBTFUL)
    assert (limits[2].low, limits[2].high) == (pytest.approx(0.2, abs=DOUBTFUL), pytest.approx(0.9, abs=DOUBTFUL))
    assert found.density > 0.95
    assert found.hits > 0.95 * hit.sum()


def test_values_of_a_choice_are_found_as_a_set():
    """
    It happens with 0, 1 or 3, never with 2, above 0.6 of another number.
    """
    numbers = drawn(1, 2000, 6)
    numbers[:, 4] = np.random.default_rng(2).integers(0, 4, 2000)
    hit = (numbers[:, 4] != 2) & (numbers[:, 0] > 0.6)
    found, = boxes(numbers, hit, [False] * 4 + [True, False])

    assert found.limits[4] == Limit(values=(0.0, 1.0, 3.0))
    assert found.limits[0].low == pytest.approx(0.6, abs=DOUBTFUL)
    assert set(found.limits) == {0, 4}


def test_numbers_that_say_nothing_are_not_named():
    """
    It happens by chance in one of five runs, whatever twenty numbers are: of forty such studies hardly one has a box.
    """
    named = 0
    for seed in range(40):
        numbers = drawn(seed, 400, 20)
        named += bool(boxes(numbers, np.random.default_rng(seed + 100).random(400) < 0.2, [False] * 20))

    assert named <= 2


def test_a_box_in_which_it_mostly_happens_is_found():
    """
    In it it happens in 80 of 100 runs, elsewhere in 5: it is 0.4 x 0.5 = 20 % of all, so it covers
    0.2 x 0.8 / (0.2 x 0.8 + 0.8 x 0.05) = 80 % of what happens.
    """
    numbers = drawn(3, 4000, 20)
    within = (numbers[:, 0] > 0.6) & (numbers[:, 1] < 0.5)
    hit = np.random.default_rng(4).random(4000) < np.where(within, 0.8, 0.05)
    found, = boxes(numbers, hit, [False] * 20)

    assert set(found.columns) == {0, 1}
    assert found.density == pytest.approx(0.8, abs=0.03)
    assert found.hits / hit.sum() == pytest.approx(0.8, abs=0.03)


def test_two_boxes_are_found_one_after_the_other():
    """
    It happens in two corners that have no number in common; each is found once, and neither covers runs of the other's.
    """
    numbers = drawn(5, 3000, 8)
    one = (numbers[:, 0] > 0.8) & (numbers[:, 1] < 0.5)
    other = (numbers[:, 2] > 0.7) & (numbers[:, 3] < 0.3)
    first, second = boxes(numbers, one | other, [False] * 8)

    assert {frozenset(first.columns), frozenset(second.columns)} == {frozenset({0, 1}), frozenset({2, 3})}
    assert first.hits + second.hits > 0.95 * (one | other).sum()
    rest = ~inside(first.limits, numbers)
    assert second.runs == (inside(second.limits, numbers) & rest).sum()


def test_the_strength_of_a_limit_is_the_one_by_hand():
    """
    0 to 99, and it happens from 50 on: without the limit 50 of 100, so 50 of 50 come by chance with 0.5^50. The mean is
    1 with it, and 2 x 50 / (100 + 50) = 2/3 without.
    """
    numbers = np.arange(100.0).reshape(-1, 1)
    found, = boxes(numbers, numbers[:, 0] >= 50, [False])
    side, = found.sides

    assert found.limits == {0: Limit(low=49.5)}
    assert (side.column, side.end) == (0, "low")
    assert side.p == pytest.approx(0.5**50)
    assert side.loss == pytest.approx(1 / 3)


def test_peeling_goes_from_all_runs_to_few():
    """
    The first step has all of 1,000 runs, each next one a twentieth less; the share in which it happens ends at 1.
    """
    numbers = drawn(6, 1000, 3)
    found, = boxes(numbers, numbers[:, 0] > 0.5, [False] * 3)
    runs = [step.runs for step in found.steps]

    assert runs[:3] == [1000, 950, 903]
    assert found.steps[-1].hits == found.steps[-1].runs
    taken = found.steps[found.peeled]
    total = found.steps[0].hits
    assert all(2 * step.hits / (step.runs + total) <= 2 * taken.hits / (taken.runs + total) for step in found.steps)


def test_runs_that_are_alike_are_not_parted():
    """
    A number that takes 0 in half of the runs has no limit within them.
    """
    numbers = np.maximum(drawn(7, 2000, 2) - 0.5, 0.0)
    found, = boxes(numbers, numbers[:, 0] > 0.2, [False] * 2)

    assert found.limits.keys() == {0}
    assert found.limits[0].low == pytest.approx(0.2, abs=DOUBTFUL / 2)


def test_a_limit_stands_between_values_that_are_apart():
    """
    A number counts from 0 to 3, and it happens in 6 of 10 runs with 3: the limit is half-way from 2.
    """
    numbers = drawn(9, 1000, 3)
    numbers[:, 1] = np.floor(numbers[:, 1] * 4)
    hit = (numbers[:, 1] == 3) & (np.random.default_rng(10).random(1000) < 0.6)
    found, = boxes(numbers, hit, [False] * 3)

    assert found.limits == {1: Limit(low=2.5)}
    assert found.runs == (numbers[:, 1] == 3).sum()


def test_every_limit_stands_where_the_mean_is_largest():
    """
    It happens above a slanting line, which no box has for an edge: no other place of one limit, the other held, gives
    a larger mean of coverage and density.
    """
    numbers = drawn(11, 1000, 4)
    hit = numbers[:, 0] + numbers[:, 1] > 1.3
    box = boxes(numbers, hit, [False] * 4)[0].limits

    def mean(limits):
        within = inside(limits, numbers)
        return 2 * hit[within].sum() / (within.sum() + hit.sum())

    assert box.keys() == {0, 1}
    best = mean(box)
    for column in box:
        assert all(mean({**box, column: Limit(low=each)}) <= best + 1e-12 for each in numbers[:, column])


@pytest.mark.parametrize("seed", [0, 12, 16, 19])
def test_no_single_limit_is_better_than_the_box(seed):
    """
    Three of twelve numbers make it likelier, and 600 runs are few: peeling alone keeps another number than the best.
    """
    numbers = drawn(seed, 600, 12)
    likely = 0.1 + 0.5 * (numbers[:, 0] > 0.9) + 0.3 * (numbers[:, 1] < 0.15) + 0.15 * (numbers[:, 2] > 0.7)
    hit = np.random.default_rng(seed + 50).random(600) < likely
    found = boxes(numbers, hit, [False] * 12)[0]

    best = 0.0
    for column in range(12):
        for order in (numbers[:, column].argsort(), (-numbers[:, column]).argsort()):
            means = 2 * hit[order].cumsum() / (np.arange(1, 601) + hit.sum())
            best = max(best, means.max())
    assert 2 * found.hits / (found.runs + hit.sum()) >= best - 1e-12


def test_nothing_happens_always_or_never_in_a_box():
    numbers = drawn(8, 500, 4)

    assert boxes(numbers, np.zeros(500, dtype=bool), [False] * 4) == []
    assert boxes(numbers, np.ones(500, dtype=bool), [False] * 4) == []


def test_a_limit_that_goes_leaves_the_others():
    assert without({0: Limit(1.0), 2: Limit(values=(1.0,))}, (0, "low")) == {2: Limit(values=(1.0,))}
    assert without({0: Limit(1.0, 2.0)}, (0, "high")) == {0: Limit(1.0)}
