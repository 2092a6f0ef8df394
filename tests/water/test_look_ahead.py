"""The mixture that is fixed for the outflow, as it will be when a share has drifted by 0.9 of what it may."""

import pytest

from sim.water.mixture import look_ahead
from sim.water.network import network_of
from sim.water.water import Water
from tests.water.by_hand import park_of, pool, valve


def standing(parts, inflow=(0.0,) * 6):
    """A pool of 1,000 m3 with so much of each origin in it and coming in."""
    state = Water(network_of(park_of([pool("pool", 1000)], [valve("drain", "pool", "treated", 1.0)]))).state
    store = state.storages[0]
    store["parts"], store["volume"], store["inflow"] = parts, sum(parts), inflow
    return state, store


def test_all_shares_are_those_of_the_time_when_the_first_has_drifted():
    """
    Product, fire water and rain: 400, 200, 400 m3, 0.25 m3/s of fire water and rain each come in, 0.5 leave. A
    hundredth of 0.2 times 0.9 is 0.0018, at (0.25 - 0.2 x 0.5) / 1000 a second 12 s: earlier than product, after 18 s,
    and rain.
    """
    state, store = standing((400.0, 200.0, 400.0, 0.0, 0.0, 0.0), (0.0, 0.25, 0.25, 0.0, 0.0, 0.0))
    state.clock[0]["quantum"] = 0.01

    look_ahead(state, store, 1000.0, 0.5, 0.5)

    assert store["mixture"].tolist() == pytest.approx([0.3976, 0.2018, 0.4006, 0, 0, 0], abs=1e-9)


def test_nobody_looks_further_ahead_than_half_of_it_lasts():
    """
    Half rain, half river; 0.1 m3/s come, 55 % of it rain, 1 m3/s leaves. 500 m3 are left after 500 / 0.9 s, rain among
    them 500 + (0.055 - 0.5) x 500 / 0.9: 1 - 0.445 / 0.9 = 0.50556. It would be 0.9 % more only after 687 s.
    """
    state, store = standing((0.0, 0.0, 500.0, 0.0, 500.0, 0.0), (0.0, 0.0, 0.055, 0.0, 0.045, 0.0))
    state.clock[0]["quantum"] = 0.01

    look_ahead(state, store, 1000.0, 0.1, 1.0)

    assert store["mixture"].tolist() == pytest.approx([0, 0, 1 - 0.445 / 0.9, 0, 1 - 0.455 / 0.9, 0], abs=1e-9)
