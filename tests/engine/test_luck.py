"""Lots drawn for a batch of runs are those that each run draws alone."""

import numpy as np
import pytest

from sim.engine.luck import Lots, Luck
from sim.engine.streams import first_share, states, words
from sim.ensemble.design import Design

SEEDS = [0, 1, 7, 2**32 - 1, 2**32, 2**53 - 1, *range(1000, 1020)]
"""Of one word and of two, enough that streams are seeded side by side."""


@pytest.mark.parametrize("id", ["sheet valve-shut", "sensor well-a"])
def test_lots_of_a_batch_are_those_of_each_run_alone(id):
    """As Luck draws them, stream by stream, time after time: succeeding says on which side of a chance each lies."""
    lots = Lots(SEEDS)
    chances = (0.5, 0.2, 0.9, 0.6, 0.4)
    together = [[luck.succeeds(id, chance) for chance in chances] for luck in map(lots.luck, SEEDS)]
    alone = [[luck.succeeds(id, chance) for chance in chances] for luck in map(Luck, SEEDS)]

    assert together == alone
    assert len({tuple(each) for each in alone}) > 8


@pytest.mark.parametrize("length", [1, 3, 4, 5, 7])
def test_streams_are_seeded_as_numpy_seeds_them(length):
    """Of entropy shorter than the pool, as long, and longer; then the generator's first number."""
    rows = np.random.default_rng(length).integers(0, 2**32, (40, length), dtype=np.uint32)
    seeds = [np.random.SeedSequence(row.tolist()) for row in rows]

    seeded = states(rows, 4).tolist()
    assert seeded == [seed.generate_state(4, np.uint64).tolist() for seed in seeds]
    assert [first_share(state) for state in seeded] == [np.random.default_rng(seed).random() for seed in seeds]


@pytest.mark.parametrize("seed", [0, 5, 2**32, 2**130 + 3])
def test_lots_of_many_runs_are_those_of_each(seed):
    """Of seeds of one word, of two, and of more than the pool has."""
    design = Design(seed, 2)

    assert design.lots_of(3, 30) == [design.lots(index) for index in range(3, 30)]
    assert len(words(seed)) == max(-(-seed.bit_length() // 32), 1)
