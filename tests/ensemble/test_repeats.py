"""The interval of an ensemble held against a hundred ensembles."""

from pathlib import Path

from sim.ensemble import Start
from sim.ensemble.interval import interval
from sim.ensemble.player import Player

HERE = Path(__file__).parent


def test_ninety_of_a_hundred_intervals_have_the_chance():
    """
    50 to 150 m3 evenly into 120 m3: 30 of 100 overflow. Runs are drawn each by itself, so each hundred of one seed's
    runs is a study of its own. An interval of 95 % has the 0.3 in some 95 of 100, in fewer than 90 once in a hundred
    times.
    """
    runs = Player(Start(str(HERE / "small.yaml"), 1)).play(0, 10_000)
    breached = [run.tiers[0].breached for run in runs]
    found = [interval(sum(breached[first : first + 100]), 100) for first in range(0, 10_000, 100)]

    assert sum(each.low <= 0.3 <= each.high for each in found) >= 90
