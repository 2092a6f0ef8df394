"""Head-dependent links against the true curve, integrated by scipy without any bands.

Volumes within half a percent of the capacity at every time, overflows within a minute.
"""

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from sim.park import GateRating, GravityPipe, OrificeRating, Prism, RoundPipe, StageTable, Trapezoid, WeirRating
from sim.water.rating import rating_m3_s
from tests.water.by_hand import HOUR, link, park_of, pool, pour, pump, run, spillway

SHARE = 0.005


def truth(rates, start, until_s, events=()):
    """The volumes over time of `rates(t, volumes)`, as a function of the time; and when events happen."""
    found = solve_ivp(
        rates, (0, until_s), start, dense_output=True, max_step=60, rtol=1e-8, atol=1e-6, events=events or None
    )
    return found.sol, found.t_events


def assert_same(seen, id, volumes, times_s, capacity_m3):
    """Whether a storage's trace is the truth within `SHARE` of its capacity."""
    assert seen.volume(id, times_s) == pytest.approx(volumes, abs=SHARE * capacity_m3)


def steps(*changes):
    """The inflow as a function of the time, from (from second, m3/s)."""
    times, rates = zip(*changes, strict=True)
    return lambda t: rates[np.searchsorted(times, t, side="right") - 1]


def test_a_tank_drains_through_a_hole():
    """
    tank (100 m2, 2 m full) --hole of 0.01 m2 at the floor--> treated
    """
    hole = OrificeRating(0.01)
    park = park_of(
        [pool("tank", 200, shape=Prism(100), initial={"rain": 200})],
        [link("orifice", "h", "tank", "treated", rating=hole)],
    )
    times = np.linspace(0, 8 * HOUR, 97)
    volume, _ = truth(lambda t, v: [-rating_m3_s(hole, v[0] / 100)], [200], 8 * HOUR)

    assert_same(run(park, horizon_s=8 * HOUR), "tank", volume(times)[0], times, 200)


def test_a_pool_spills_over_its_crest():
    """
    fire 1.5, 0.5, then 0 m3/s -> pool (100 m2, crest 2 m, half full) --weir of 5 m--> out
    """
    weir = WeirRating(length_m=5, crest_m=2)
    park = park_of(
        [pool("pool", 200, shape=Prism(100), initial={"rain": 100})], [spillway("weir", "pool", "out", rating=weir)]
    )
    changes = [(0, 1.5), (600, 0.5), (1800, 0.0)]
    flow = steps(*changes)
    times = np.linspace(0, HOUR, 121)
    volume, _ = truth(lambda t, v: [flow(t) - rating_m3_s(weir, v[0] / 100)], [100], HOUR)
    seen = run(park, pour("fire", "pool", *changes), horizon_s=HOUR)

    assert_same(seen, "pool", volume(times)[0], times, 200)
    assert seen.of("full_at_s", "pool") == pytest.approx(100 / 1.5)


def test_a_section_and_a_main_on_slopes_run_out():
    """
    rain 0.4 m3/s for 1 h -> main (DN1000, 2 permille, falls 2.4 m) --hole of 0.08 m2, centre 0.2 m--> section
    section (1,000 m at 1.5 permille, 1.8 m deep at the gate, so wet to its upper end) --gate 3 m x 1 m, 30 %--> out

    The section falls from there to a wedge of 0.2 m.
    """
    hole, gate = OrificeRating(0.08, 0.2), GateRating(3, 1)
    pipe, bed = RoundPipe(1.0, 1200, 0.002), Trapezoid(1000, 8, 1.5, bed_slope=0.0015)
    full = (pipe.full_m3, bed.volume_m3(2))
    start = (50.0, bed.volume_m3(1.8))
    storages = [
        pool("main", full[0], shape=pipe, initial={"rain": start[0]}),
        pool("section", full[1], "boundary", shape=bed, initial={"river": start[1]}),
    ]
    links = [
        link("orifice", "hole", "main", "section", rating=hole),
        link("gate", "gate", "section", "out", rating=gate, opening=0.3),
    ]
    changes = [(0, 0.4), (HOUR, 0.0)]
    flow = steps(*changes)

    def rates(t, v):
        out = rating_m3_s(hole, pipe.depth_m(v[0]))
        return [flow(t) - out, out - rating_m3_s(gate, bed.depth_m(v[1]), 0.3)]

    times = np.linspace(0, 6 * HOUR, 121)
    volumes, _ = truth(rates, start, 6 * HOUR)
    seen = run(park_of(storages, links), pour("rain", "main", *changes), horizon_s=6 * HOUR)

    for place, id in enumerate(("main", "section")):
        assert_same(seen, id, volumes(times)[place], times, full[place])
    assert bed.depth_m(volumes(6 * HOUR)[1]) < 0.3


def test_a_gate_opens_into_a_pool_with_an_outlet():
    """
    reach (trapezoid, 1.8 m) --gate 1 m x 0.8 m, 30 % open--> pool (500 m2) --hole of 0.15 m2, centre 0.3 m--> out
    """
    gate, hole, shape = GateRating(1, 0.8), OrificeRating(0.15, 0.3), Trapezoid(300, 6, 1.5)
    full = shape.volume_m3(2)
    storages = [
        pool("reach", full, "boundary", shape=shape, initial={"river": shape.volume_m3(1.8)}),
        pool("pool", 1250, "boundary", shape=Prism(500)),
    ]
    links = [
        link("gate", "gate", "reach", "pool", rating=gate, opening=0.3),
        link("orifice", "hole", "pool", "out", rating=hole),
    ]

    def rates(t, v):
        through = rating_m3_s(gate, shape.depth_m(max(v[0], 0)), 0.3)
        return [-through, through - rating_m3_s(hole, v[1] / 500)]

    times = np.linspace(0, 6 * HOUR, 121)
    volume, _ = truth(rates, [shape.volume_m3(1.8), 0], 6 * HOUR)
    seen = run(park_of(storages, links), horizon_s=6 * HOUR)

    assert_same(seen, "reach", volume(times)[0], times, full)
    assert_same(seen, "pool", volume(times)[1], times, 1000)
    assert volume(times)[1].max() < 1250


def test_a_basin_empties_through_a_gravity_pipe():
    """
    basin (surveyed, 3 m) --DN400, 300 m, falls 1.5 m, invert 0.4 m above the floor--> out
    """
    pipe = GravityPipe(0.4, 300, 1.5, invert_m=0.4)
    shape = StageTable((0.0, 1.0, 3.0), (0.0, 300.0, 1500.0))
    park = park_of(
        [pool("basin", 1500, shape=shape, initial={"rain": 1500})], [link("pipe", "pipe", "basin", "out", rating=pipe)]
    )
    times = np.linspace(0, 6 * HOUR, 121)
    volume, _ = truth(lambda t, v: [-rating_m3_s(pipe, shape.depth_m(v[0]))], [1500], 6 * HOUR)

    assert_same(run(park, horizon_s=6 * HOUR), "basin", volume(times)[0], times, 1500)


def test_a_pool_with_two_outlets():
    """
    fire -> pool (200 m2, crest 3 m) --hole of 0.05 m2 at the floor--> treated
                                     --weir of 1 m at 1.5 m, 60 % open--> out
    """
    hole, weir = OrificeRating(0.05), WeirRating(1.0, 1.5)
    links = [
        link("orifice", "hole", "pool", "treated", rating=hole),
        link("weir", "weir", "pool", "out", rating=weir, opening=0.6),
    ]
    changes = [(0, 0.4), (HOUR, 1.2), (2 * HOUR, 0.1)]
    flow = steps(*changes)

    def rates(t, v):
        return [flow(t) - rating_m3_s(hole, v[0] / 200) - 0.6 * rating_m3_s(weir, v[0] / 200)]

    times = np.linspace(0, 4 * HOUR, 121)
    volume, _ = truth(rates, [0], 4 * HOUR)
    seen = run(
        park_of([pool("pool", 600, shape=Prism(200))], links), pour("fire", "pool", *changes), horizon_s=4 * HOUR
    )

    assert_same(seen, "pool", volume(times)[0], times, 600)


def test_a_chain_from_the_bund_to_the_public_pool():
    """
    fire, spill -> bund (2,000 m3, 2 m) --crest of 5 m--> plant pool (3,000 m3, 3 m) --crest of 4 m--> drain (1e5 m3)
    plant pool --DN300, 800 m, 800 s--> public pool (6,000 m3, 3 m) --pump 0.25 m3/s, on 2,500, off 500 m3--> treated

    scipy integrates the bund and the plant pool, then the public pool from what entered the pipe 800 s before; the
    pump's switching is an event there.
    """
    crest, second, pipe = WeirRating(5, 2), WeirRating(4, 3), GravityPipe(0.3, 800, 4.0, invert_m=0.2)
    storages = [
        pool("bund", 2000, shape=Prism(1000)),
        pool("pool", 3000, shape=Prism(1000)),
        pool("drain", 1e5),
        pool("public", 6000, "public", shape=Prism(2000)),
    ]
    links = [
        spillway("crest", "bund", "pool", rating=crest),
        spillway("second", "pool", "drain", rating=second),
        link("pipe", "pipe", "pool", "public", rating=pipe, lag_s=800),
        pump("lift", "public", "treated", 0.25, start_m3=2500.0, stop_m3=500.0),
    ]
    spill, fire = [(0, 1.0), (1200, 0.0)], [(600, 0.35), (600 + 6 * HOUR, 0.0)]
    flow, horizon = steps(*spill, (600, 1.35), (1200, 0.35)), 24 * HOUR
    flow = steps((0, 1.0), (600, 1.35), (1200, 0.35), (600 + 6 * HOUR, 0.0))

    def rates(t, v):
        over = rating_m3_s(crest, v[0] / 1000)
        return [flow(t) - over, over - rating_m3_s(second, v[1] / 1000) - rating_m3_s(pipe, v[1] / 1000)]

    def full(place, level):
        return lambda t, v: v[place] - level

    upper, (bund_s, pool_s) = truth(rates, [0, 0], horizon, [full(0, 2000), full(1, 3000)])
    times = np.linspace(0, horizon, 289)
    lower, starts = _public_pool(
        lambda t: rating_m3_s(pipe, upper(t - 800)[1] / 1000) if t > 800 else 0.0, horizon, times
    )
    seen = run(
        park_of(storages, links), pour("release", "bund", *spill), pour("fire", "bund", *fire), horizon_s=horizon
    )

    assert_same(seen, "bund", upper(times)[0], times, 2000)
    assert_same(seen, "pool", upper(times)[1], times, 3000)
    assert_same(seen, "public", lower, times, 6000)
    assert seen.of("full_at_s", "bund") == pytest.approx(bund_s[0], abs=60)
    assert seen.of("full_at_s", "pool") == pytest.approx(pool_s[0], abs=60)
    assert seen.turns("lift")[0::2] == pytest.approx(starts, abs=300)


def _public_pool(inflow, horizon_s, times_s):
    """Volume of the public pool at each time, and when its pump starts; the pump switches at events."""
    at_s, volume, runs, starts, found = 0.0, 0.0, False, [], np.zeros_like(times_s)
    while at_s < horizon_s:
        level = 500 if runs else 2500
        switch = _crossing(level, -1 if runs else 1)
        piece = solve_ivp(
            lambda t, v, out=0.25 * runs: [inflow(t) - out], (at_s, horizon_s), [volume],
            dense_output=True, max_step=120, rtol=1e-7, atol=1e-4, events=switch,
        )  # fmt: skip
        inside = (times_s >= at_s) & (times_s <= piece.t[-1])
        found[inside] = piece.sol(times_s[inside])[0]
        at_s, volume = piece.t[-1], piece.y[0, -1]
        if piece.status == 1:
            runs = not runs
            starts += [at_s] if runs else []
    return found, starts


def _crossing(level, direction):
    """An event that ends an integration where the volume crosses a level."""

    def crossed(t, v):
        return v[0] - level

    crossed.terminal, crossed.direction = True, direction
    return crossed
