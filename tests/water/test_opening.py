"""Where a lip stands decides what a gate passes, and the kernel's formulas are those of the page."""

import numpy as np
import pytest

from sim.park import GateRating, GravityPipe, OrificeRating, Prism, SiphonRating, WeirRating
from sim.water.network import network_of
from sim.water.opening import passes
from sim.water.rating import against_m3_s, rating_m3_s
from sim.water.water import Water
from tests.water.by_hand import HOUR, link, park_of, pool, pour, run

RATINGS = [
    OrificeRating(0.2, 0.3), GateRating(2, 0.6, 0.1), WeirRating(2, 0.5), GravityPipe(0.6, 50, 0.2, 0.1),
    SiphonRating(0.6, 60, 0.4),
]  # fmt: skip


def reach(opening):
    """
    reach (2,000 m2, 3 m, 1 m of water) --sluice 2 m x 2 m--> out
    """
    sluice = link("gate", "sluice", "reach", "out", rating=GateRating(2, 2), opening=opening)
    return park_of([pool("reach", 6000, "boundary", shape=Prism(2000), initial={"river": 2000})], [sluice])


@pytest.mark.parametrize(
    ("depth_m", "flow_m3_s"), [(0.3, 0.475), (0.5, 0.672), (1.0, 1.009), (1.5, 1.258), (3.0, 1.810)]
)
def test_partial_gate_by_hand(depth_m, flow_m3_s):
    """
    10 % of 2 m is a lip at 0.2 m: 0.6 x 2 m x 0.2 m x sqrt(2 g (h - 0.1 m)), as EPA SWMM's orifice at SETTING 0.1.
    """
    assert rating_m3_s(GateRating(2, 2), depth_m, opening=0.1) == pytest.approx(flow_m3_s, abs=0.0006)


def test_partial_gate_in_a_run():
    """
    0.7 m3/s come into the reach, and pass under the lip at h = (0.7 / 1.0630)^2 + 0.1 = 0.534 m; scaled, the full flow
    would have needed 1.515 m.
    """
    seen = run(reach(0.1), pour("river", "reach", (0, 0.7)), horizon_s=48 * HOUR)

    assert seen.holds("reach") / 2000 == pytest.approx(0.534, abs=0.015)  # a band
    assert seen.rate("sluice", 48 * HOUR) == pytest.approx(0.7)


def test_a_partly_open_gate_is_a_lower_gate():
    """
    10 % of 2 m, and a gate of 0.2 m that is open: the same to the last bit.
    """
    low = link("gate", "sluice", "reach", "out", rating=GateRating(2, 0.2))
    other = park_of([pool("reach", 6000, "boundary", shape=Prism(2000), initial={"river": 2000})], [low])
    seen = [run(park, pour("river", "reach", (0, 0.7)), horizon_s=6 * HOUR) for park in (reach(0.1), other)]

    assert seen[0].holds("reach") == pytest.approx(seen[1].holds("reach"), rel=1e-12)


@pytest.mark.parametrize("opening", [0.05, 0.4, 1.0])
@pytest.mark.parametrize("rating", RATINGS, ids=lambda each: type(each).__name__)
def test_the_kernel_passes_what_the_formulas_say(rating, opening):
    """
    In the middle of every band, freely and against water at many heights behind: `rating.py` to twelve digits.
    """
    storages = [
        pool("upper", 600, shape=Prism(150), floor_m=0.0),
        pool("lower", 6000, shape=Prism(1500), floor_m=0.0),
    ]
    kind = {GateRating: "gate", WeirRating: "weir", OrificeRating: "orifice"}.get(type(rating), "pipe")
    park = park_of(storages, [link(kind, "way", "upper", "lower", rating=rating, backwater=True)])
    water = Water(network_of(park))
    place = water.network.link_index["way"]
    edges = int(water.state.storages[water.network.storage_index["upper"]]["edges"])
    first = int(water.state.storages[water.network.storage_index["upper"]]["first_edge"])
    depths = water.state.edges["depth"][first : first + edges - 1]
    for tail in (-1.0, 0.3, 0.55, 1.7):
        water.state.links["behind"][place] = tail
        got = np.array([passes(water.state, place, band, opening) for band in range(edges - 1)])
        wanted = against_m3_s(rating, depths, np.array([tail]), opening=opening)[0]
        apart = np.abs(depths - tail) > 4.0 / 200  # within that band water runs until both are level

        assert got[apart] == pytest.approx(wanted[apart], rel=1e-12, abs=1e-12)
