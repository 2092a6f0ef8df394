"""Of a park whose numbers are drawn nothing is looked at but what may be another: what that is, and that it is all."""

import pickle

import pytest

from sim.ensemble import Start
from sim.ensemble.player import Player
from sim.water.varied import share_network

SPREAD = "uniform: [{}], basis: assumed, source: varied"
NUMBERS = {
    "links.a-001-transfer.capacity": "0.1 m3/s, 0.2 m3/s",
    "storages.a-001-pool.capacity": "8000 m3, 10000 m3",
    "storages.a-001-pool.freeboard": "0 m3, 300 m3",
    "sheets.a-001-pool-raise.raise": "100 m3, 500 m3",
}
"""Numbers of the park, and between what they are drawn."""


def others(these, those):
    return {id for id in these if these[id] is not those[id]}


@pytest.mark.parametrize("path", NUMBERS)
def test_what_is_another_is_among_what_may_be(path):
    """
    What comes out as it was stays the same object; the water runs as if everything had been looked at.
    """
    set_ = f"park.{path}={{{SPREAD.format(NUMBERS[path])}}}"
    player = Player(Start("scenarios/changshou-tank-fire.yaml", 1, sets=(set_,)))
    varying = player.varying
    park, _ = varying.drawn(player.numbers(0, 1)[0])
    base = varying.case.park
    found = {key: others(getattr(park, key), getattr(base, key)) for key in ("storages", "links", "sensors")}

    assert all(found[key] <= set(varying.touched[key]) for key in found)
    assert any(found.values())
    assert "a-001-pool-valve" not in found["links"]


def test_it_runs_as_if_everything_had_been_looked_at(monkeypatch):
    set_ = f"park.storages.a-001-pool.capacity={{{SPREAD.format(NUMBERS['storages.a-001-pool.capacity'])}}}"
    start = Start("scenarios/changshou-tank-fire.yaml", 1, sets=(set_,))
    told = pickle.dumps(Player(start).play(0, 5))
    monkeypatch.setattr("sim.ensemble.player.share_network", lambda park, base, _: share_network(park, base))

    assert pickle.dumps(Player(start).play(0, 5)) == told
