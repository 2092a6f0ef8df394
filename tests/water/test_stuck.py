"""A storage that is visited for ever is named, whichever it is, and the run ends."""

import pytest

from sim.errors import KernelError
from sim.water import kernel
from sim.water.network import network_of
from sim.water.water import Water
from tests.water.by_hand import park_of, pool, valve


@pytest.fixture
def water():
    """first (the first of all) and second, both dry."""
    return Water(network_of(park_of([pool("first", 100), pool("second", 100)], [valve("v", "first", "out", 0.1)])))


@pytest.mark.parametrize("id", ["first", "second"])
def test_visited_more_than_a_thousand_times_in_an_instant(water, id):
    place = water.network.storage_index[id]
    row = water.state.storages[place]
    row["visits"], row["instant"] = kernel.MOST_VISITS, 0.0
    water.pour([id], [1.0], "rain", 0.0, 0.01)

    with pytest.raises(KernelError, match=id):
        water.advance(1.0)


@pytest.mark.parametrize("id", ["first", "second"])
def test_more_events_than_any_run_has(water, id):
    water.state.clock["events"] = kernel.MOST_EVENTS
    water.pour([id], [1.0], "rain", 0.0, 0.01)

    with pytest.raises(KernelError, match=id):
        water.advance(1.0)
