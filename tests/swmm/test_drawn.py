"""A dozen random networks here and in EPA SWMM; `python -m tests.swmm.drawn -n 200` runs more of them."""

import numpy as np
import pytest

from tests.swmm.draw_networks import network
from tests.swmm.drawn import PEAK_P95, outcome, table, trusted

SEED, COUNT = "gate", 12


@pytest.fixture(scope="module")
def drawn():
    return [outcome(network(SEED, number)) for number in range(COUNT)]


@pytest.fixture(scope="module")
def found(drawn):
    """Every storage."""
    return [each for peaks, _ in drawn for each in peaks]


@pytest.fixture(scope="module")
def overs(drawn):
    """Every crest and wall that water ran over."""
    return [each for _, some in drawn for each in some]


def test_95_of_100_peaks_are_those_of_swmm(found, overs):
    good = trusted(found)

    assert len(good) > 0.8 * len(found)
    assert np.percentile([abs(each.apart) for each in good], 95) < PEAK_P95, table(found, overs)


def test_95_of_100_volumes_over_crests_and_walls_are_those_of_swmm(found, overs):
    """Within 0.5 % of the inflow, as on the networks by hand."""
    assert np.percentile([abs(each.passed_apart) for each in trusted(overs)], 95) < 0.5, table(found, overs)


def test_in_no_storage_only_one_program_overflows(found):
    assert [each for each in found if each.only_one] == []


def test_some_crests_are_reached_and_some_walls_overtopped(found):
    """Else the two before would say nothing."""
    assert sum(each.theirs >= 100 for each in found) >= 10
    assert sum(each.theirs >= each.wall * 0.99999 for each in found) >= 5


def test_the_draw_has_everything_and_is_the_same_again():
    nets = [network(SEED, number) for number in range(COUNT)]

    assert {way.kind for net in nets for way in net.ways} == {
        "hole", "back", "sluice", "flap", "weir", "crest", "valve", "pump", "float",
    }  # fmt: skip
    assert {basin.kind for net in nets for basin in net.basins} == {"vertical", "trapezoid", "pit", "slope"}
    assert nets == [network(SEED, number) for number in range(COUNT)]
    assert nets != [network("other", number) for number in range(COUNT)]
