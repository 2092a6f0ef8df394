"""The mixture that is fixed for the outflow, as it will be when a share has drifted by 0.9 of what it may."""

import pytest

from sim.water.mixture import look_ahead
from sim.water.network import network_of
from sim.water.water import Water
from tests.water.by_hand import park_of, pool, valve


def standing(parts, inflow=(0.0,) * 5):
    """A pool of 1,000 m3 with so much of each origin in it and coming in."""
    state = Water(network_of(park_of([pool("pool", 1000)], [valve("drain", "pool", "treated", 1.0)]))).state
    store = state.storages[0]
    store["parts"], store["volume"], store["inflow"] = parts, sum(parts), inflow
    return state, store


def test_all_shares_are_those_of_the_time_when_the_first_has_drifted():
    """
    Product, fire water and rain: 400, 200, 400 m3, 0.25 m3/s of fire water and rain each come in, 0.5 leave. A hundredth
    of 0.2 times 0.9 is 0.0018, at (0.25 - 0.2 x 0.5) / 1000 a second 12 s: earlier than product, after 18 s, and rain.
    """
    state, store = standing((400.0, 200.0, 400.0, 0.0, 0.0), (0.0, 0.25, 0.25, 0.0, 0.0))
    state.clock[0]["quantum"] = 0.01

    look_ahead(state, store, 1000.0, 0.5, 0.5)

    assert store["mixture"].tolist() == pytest.approx([0.3976, 0.2018, 0.4006, 0, 0], abs=1e-9)


def test_nobody_looks_further_ahead_than_half_of_it_lasts():
    """
    Half rain, half river, of what comes 50.5 % rain, which is within a hundredth and never drifts. 0.5 m3/s come, 1 m3/s
    leave: 500 m3 are left after 1,000 s, (500 + (0.2525 - 0.5) x 1000) / 500 = 50.5 % of them rain.
    """
    state, store = standing((0.0, 0.0, 500.0, 0.0, 500.0), (0.0, 0.0, 0.2525, 0.0, 0.2475))
    state.clock[0]["quantum"] = 0.01

    look_ahead(state, store, 1000.0, 0.5, 1.0)

    assert store["mixture"].tolist() == pytest.approx([0, 0, 0.505, 0, 0.495], abs=1e-9)
