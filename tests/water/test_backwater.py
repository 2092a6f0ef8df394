"""Links that feel the water behind them, against the true curves integrated by scipy without bands or steps.

Steps of the water behind a link are 1/200 of the height through which it is felt, so volumes are
within 1 % of capacity.
"""

import numpy as np
import pytest

from sim.park import (
    GateRating,
    GravityPipe,
    LinkKind,
    Name,
    OrificeRating,
    Prism,
    Receiver,
    ReceiverKind,
    SiphonRating,
    Trapezoid,
    WeirRating,
)  # fmt: skip
from sim.park.park import RESERVED_RECEIVERS
from sim.water.backwater import Backwater
from sim.water.demand import push_back, until_level
from sim.water.network import network_of
from sim.water.rating import against_m3_s, rating_m3_s
from sim.water.water import Water
from tests.water.by_hand import HOUR, at, link, park_of, pool, pour, run
from tests.water.test_curves import steps, truth

SHARE = 0.01


def flow(rating, depth_m, tail_m, flap_m=0.0):
    """What a link passes between two levels."""
    return float(against_m3_s(rating, np.array([depth_m]), np.array([tail_m]), flap_m)[0, 0])


def flap(id, source, target, rating, **others):
    """A flap gate."""
    return link("flap-gate", id, source, target, rating=rating, backwater=True, **others)


def test_a_drowned_hole_runs_under_the_difference_of_the_levels():
    """0.61 x 0.2 m2 x sqrt(2 g x 0.8 m) = 0.48334 m3/s from 3.0 to 2.2 m; nothing from 2.2 to 2.2 m or to more."""
    hole = OrificeRating(0.2, 0.3)

    assert flow(hole, 3.0, 2.2) == pytest.approx(0.48334, abs=5e-6)
    assert flow(hole, 2.2, 2.2) == flow(hole, 2.2, 2.5) == 0


def test_water_below_a_hole_does_not_reach_it():
    """The hole's lower edge is 0.3 - 0.2236 = 0.0764 m up; at 0.07 m behind it, it falls freely."""
    hole = OrificeRating(0.2, 0.3)

    assert flow(hole, 3.0, 0.07) == rating_m3_s(hole, 3.0)


def test_a_flap_costs_its_head():
    """With 0.1 m to open it: 0.61 x 0.2 x sqrt(2 g x 0.7 m) = 0.452125 m3/s from 3.0 to 2.2 m; none below 0.1 m."""
    hole = OrificeRating(0.2, 0.3)

    assert flow(hole, 3.0, 2.2, flap_m=0.1) == pytest.approx(0.452125, abs=5e-6)
    assert flow(hole, 2.3, 2.2, flap_m=0.1) == pytest.approx(0, abs=1e-6)


def test_a_drowned_crest():
    """Villemonte: 0.42 x 2 m x sqrt(2 g) = 3.7208 at a head of 1 m; with 0.5 m behind (1 - 0.5^1.5)^0.385 = 0.84538 of
    it, 3.1455 m3/s."""
    assert flow(WeirRating(2, 1.0), 2.0, 1.5) == pytest.approx(3.1455, abs=5e-5)


def test_a_siphon_runs_full_from_the_lip_of_its_outlet_on():
    """Two DN600 of 60 m, n 0.013, losses 1.5, lip 1.0 m up, water at 1.5 m: R = 0.15, R^(4/3) = 0.079700;
    friction 2 g n2 L / R^(4/3) = 19.62 x 0.000169 x 60 / 0.0797 = 2.4962; head 0.5 m over 3.9962 velocity heads:
    v = sqrt(9.81 / 3.9962) = 1.5668 m/s, 2 x 0.282743 m2 x 1.5668 = 0.8860 m3/s. Up to the lip nothing passes."""
    siphon = SiphonRating(0.6, 60, 1.0, pipes=2)

    assert rating_m3_s(siphon, 1.5) == pytest.approx(0.8860, abs=5e-5)
    assert rating_m3_s(siphon, 1.0) == rating_m3_s(siphon, 0.4) == 0
    assert flow(siphon, 2.0, 1.5) == pytest.approx(0.8860, abs=5e-5)


@pytest.mark.parametrize("rating", [
    OrificeRating(0.2, 0.3), GateRating(2, 0.6, 0.1), WeirRating(2, 0.5), GravityPipe(0.6, 50, 0.2, 0.1),
    SiphonRating(0.6, 60, 0.4),
], ids=lambda each: type(each).__name__)  # fmt: skip
def test_flows_rise_with_the_water_before_and_fall_with_that_behind(rating):
    """Never negative, never more than free, never falling to the right, never rising downwards; 0 where it is level."""
    depths, tails = np.linspace(0, 4, 81), np.linspace(-1, 4, 101)

    flows = against_m3_s(rating, depths, tails)

    assert (flows >= 0).all()
    assert (flows <= np.array([rating_m3_s(rating, each) for each in depths]) + 1e-12).all()
    assert (np.diff(flows, axis=1) >= -1e-12).all()
    assert (np.diff(flows, axis=0) <= 1e-12).all()
    assert all(flow(rating, each, each) == 0 for each in depths[1:] if each > 0.5)


def test_a_main_behind_a_flap_gate_waits_for_the_river_to_fall():
    """
    rain 0.3 m3/s -> main (200 m2, 3 m, floor +1 m) --flap gate 0.5 m2, centre 0.4 m--> river section (trapezoid)
    river 6 m3/s for 2 h, then 0.5 -> river --gate 2 m x 0.5 m, sill 0.3 m--> out
    """
    shape, gate, hole = Trapezoid(400, 8, 1.5), GateRating(2, 0.5, 0.3), OrificeRating(0.5, 0.4)
    full = shape.volume_m3(4)
    storages = [
        pool("main", 600, shape=Prism(200), floor_m=1.0),
        pool("river", full, "boundary", shape=shape, floor_m=0.0, initial={"river": shape.volume_m3(0.5)}),
    ]
    links = [flap("flap", "main", "river", hole), link("gate", "gate", "river", "out", rating=gate)]
    rain, base = [(0, 0.1), (5 * HOUR, 0.0)], [(0, 6.0), (2 * HOUR, 0.5)]
    times = np.linspace(0, 10 * HOUR, 121)

    inflows = pour("rain", "main", *rain), pour("river", "river", *base)

    seen = run(park_of(storages, links), *inflows, horizon_s=10 * HOUR)

    rains, flows = steps(*rain), steps(*base)

    def rates(t, volumes):
        main, river = max(volumes[0], 0) / 200, shape.depth_m(max(volumes[1], 0))
        over = flow(hole, main, river - 1.0)
        return [rains(t) - over, flows(t) + over - rating_m3_s(gate, river)]

    volumes = truth(rates, [0.0, shape.volume_m3(0.5)], 10 * HOUR)[0](times)
    assert seen.volume("main", times) == pytest.approx(volumes[0], abs=SHARE * 600)
    assert seen.volume("river", times) == pytest.approx(volumes[1], abs=SHARE * full)
    assert volumes[0].max() > 300  # the river did stand before the flap


def test_water_never_runs_back():
    """
    river (full, 3 m over +0 m) behind a flap gate of an empty main at +1 m: nothing enters or leaves.
    """
    storages = [
        pool("main", 600, shape=Prism(200), floor_m=1.0),
        pool("river", 3000, "boundary", shape=Prism(1000), floor_m=0.0, initial={"river": 3000}),
    ]

    seen = run(park_of(storages, [flap("flap", "main", "river", OrificeRating(0.5, 0.4))]), horizon_s=HOUR)

    assert (seen.holds("main"), seen.holds("river"), seen.passed("flap")) == (0, 3000, 0)


@pytest.mark.parametrize("rating", [OrificeRating(0.3, 0.4), SiphonRating(0.6, 60, 0.1), WeirRating(1.5, 0.2)])
def test_two_pools_come_to_one_level(rating):
    """
    upper (300 m2, 3 m full) --> lower (500 m2, empty), floors level: both end at 900 / 800 = 1.125 m, 337.5 and
    562.5 m3, and nothing goes on running to and fro.
    """
    storages = [
        pool("upper", 900, shape=Prism(300), floor_m=0.0, initial={"firewater": 900}),
        pool("lower", 1500, shape=Prism(500), floor_m=0.0),
    ]
    links = [link("pipe", "pipe", "upper", "lower", rating=rating, backwater=True)]
    times = np.linspace(0, 6 * HOUR, 61)

    seen = run(park_of(storages, links), horizon_s=24 * HOUR)

    def rates(_, volumes):
        over = flow(rating, volumes[0] / 300, volumes[1] / 500)
        return [-over, over]

    volumes = truth(rates, [900.0, 0.0], 6 * HOUR)[0](times)
    assert seen.volume("lower", times) == pytest.approx(volumes[1], abs=SHARE * 1500)
    assert seen.holds("lower") == pytest.approx(562.5, abs=SHARE * 1500)
    assert len(seen.record.trace.storage) < 1500


def test_when_two_pools_will_be_level():
    """
    upper (300 m2) stands at 2 m, lower (500 m2) at 1.2 m; 0.3 m3/s run over: 1 mm/s down, 0.6 mm/s up: level in 500 s.
    """
    storages = [
        pool("lower", 1500, shape=Prism(500), floor_m=0.0, initial={"firewater": 600}),
        pool("upper", 900, shape=Prism(300), floor_m=0.0, initial={"firewater": 600}),
    ]
    pipe = link("pipe", "pipe", "upper", "lower", rating=OrificeRating(0.3, 0.4), backwater=True)
    network = network_of(park_of(storages, [pipe]))
    state = Water(network).state
    lower, upper = (network.storage_index[id] for id in ("lower", "upper"))
    joined = state.links[network.link_index["pipe"]]
    joined["rate"], joined["behind"] = 0.3, 1.2
    state.storages[upper]["net"], state.storages[lower]["arriving"] = -0.3, 0.3

    assert until_level(state, upper, 0.0) == pytest.approx(500)


@pytest.mark.parametrize(
    ("mains", "count", "first_m3"),
    [([1.0], 201, 995), ([1.0, 1.95], 1001, 999), ([2.5], 2, 1999.9)],
)
def test_steps_are_as_fine_as_the_lowest_rise_that_a_link_feels(mains, count, first_m3):
    """
    river (1,000 m2, 2 m), behind the floors of mains at so many metres: felt from there to the top of its wall, one
    step from below there on. From 1 m: 200 steps of 5 mm. From 1.95 m as well: of 0.25 mm, if a storage had more than
    1,000 steps of, here, 1 mm. A main that lies wholly above has one step, of a 200th of a hundredth: 0.1 mm.
    """
    storages = [pool("river", 2000, "boundary", shape=Prism(1000), floor_m=0.0)]
    storages += [pool(f"main-{floor}", 600, shape=Prism(200), floor_m=floor) for floor in mains]
    links = [
        link("pipe", f"pipe-{floor}", f"main-{floor}", "river", rating=OrificeRating(0.01), backwater=True)
        for floor in mains
    ]
    park = park_of(storages, links)

    steps_m3 = Backwater.of(park, {id: [] for id in park.storages}).steps_m3["river"]

    assert len(steps_m3) == count
    assert (steps_m3[0], steps_m3[-1]) == (pytest.approx(first_m3), 2000)


def test_a_river_at_a_fixed_level_pushes_back_all_the_time():
    """
    main (200 m2, floor 170 m) --flap gate, hole 0.3 m2, centre 0.4 m--> Yangtze at 172 m: what stands up to 2 m stays.
    Poured in: 0.2 m3/s for 50 min, 600 m3, 3 m. It drains to 2 m, 400 m3.
    """
    yangtze = Receiver("yangtze", Name("Yangtze"), ReceiverKind.OUT, level_m=172.0)
    park = park_of(
        [pool("main", 800, shape=Prism(200), floor_m=170.0)],
        [flap("flap", "main", "yangtze", OrificeRating(0.3, 0.4))],
        receivers={**RESERVED_RECEIVERS, "yangtze": yangtze},
    )

    seen = run(park, pour("rain", "main", (0, 0.2), (3000, 0.0)), horizon_s=12 * HOUR)

    assert seen.holds("main") == pytest.approx(400, abs=2)
    assert seen.passed("flap") == pytest.approx(200, abs=2)


def test_a_shut_link_feels_nothing_and_opens_against_today_s_water():
    """
    Shut for 2 h while the lower pool rises from 0 to 1 m (0.0694 m3/s x 7,200 s = 500 m3); open then, 3 m against 1 m.
    """
    hole = OrificeRating(0.01, 0.2)
    storages = [
        pool("upper", 900, shape=Prism(300), floor_m=0.0, initial={"firewater": 900}),
        pool("lower", 1500, shape=Prism(500), floor_m=0.0),
    ]
    links = [link("valve", "valve", "upper", "lower", rating=hole, backwater=True, opening=0.0)]
    rain = pour("rain", "lower", (0, 500 / 7200), (2 * HOUR, 0.0))

    seen = run(park_of(storages, links), rain, horizon_s=3 * HOUR, actions=[at(2 * HOUR, ("valve", 1.0))])

    assert seen.passed("valve") > 0
    assert seen.rate("valve", 2 * HOUR + 1) == pytest.approx(flow(hole, 3.0, 1.0), rel=0.01)


def test_links_are_told_of_the_step_in_which_the_water_stands():
    """Just above the fifth step they are told half a step ahead: midway from the fifth to the sixth."""
    storages = [
        pool("lower", 1500, shape=Prism(500), floor_m=0.0),
        pool("upper", 900, shape=Prism(300), floor_m=0.0, initial={"firewater": 600}),
    ]
    pipe = link("pipe", "pipe", "upper", "lower", rating=OrificeRating(0.3, 0.4), backwater=True)
    network = network_of(park_of(storages, [pipe]))
    state, place = Water(network).state, network.storage_index["lower"]
    lower = state.storages[place]
    steps = state.edges[lower["first_step"] :][: lower["steps"]]
    lower["volume"] = steps["volume"][5] + 1e-6

    push_back(state, place, 0.0)

    assert lower["step"] == 5
    assert lower["stands"] == pytest.approx((steps["level"][5] + steps["level"][6]) / 2)


def test_the_kind_of_a_flap_gate():
    """Its word is flap-gate."""
    assert LinkKind("flap-gate") is LinkKind.FLAP_GATE


@pytest.mark.parametrize(("lower_m2", "level_m"), [(300, 1.5), (500, 1.125), (2700, 0.3)])
def test_two_tanks_joined_end_level(lower_m2, level_m):
    """
    upper (300 m2, 3 m full) --hole--> lower (empty): 900 m3 over both end at 1.5, 1.125 and 0.3 m, to a millimetre, and
    from then on nothing moves.
    """
    storages = [
        pool("upper", 900, shape=Prism(300), floor_m=0.0, initial={"firewater": 900}),
        pool("lower", 3 * lower_m2, shape=Prism(lower_m2), floor_m=0.0),
    ]
    links = [link("orifice", "hole", "upper", "lower", rating=OrificeRating(0.09, 0.15), backwater=True)]

    seen = run(park_of(storages, links), horizon_s=48 * HOUR)

    assert seen.holds("upper") / 300 == pytest.approx(level_m, abs=0.001)
    assert seen.holds("lower") / lower_m2 == pytest.approx(level_m, abs=0.001)
    assert seen.rate("hole", 48 * HOUR) == 0


def test_backwater_step():
    """
    pit (200 m2, 4 m) --hole 0.04 m2, centre 0.1 m--> river (V = 1,250 h2, 20,000 m3) --weir 4 m at 0.10 m--> out

    300 m3 come into the pit in 30 min, a flood of 3 m3/s into the river for 2 h. A hundredth of the river's room was
    0.40 m at its foot, and the pit kept 80 m3 for ever; the river ends at its weir, 0.10 m, and so does the pit, with
    20.0 m3 (EPA SWMM 5.2: 144.3, 129.1 and 20.0 m3 after 1, 2 and 24 h).
    """
    weir, hole = WeirRating(4, 0.10), OrificeRating(0.04, 0.1)
    storages = [
        pool("pit", 800, shape=Prism(200), floor_m=0.0),
        pool("river", 20_000, "boundary", shape=Trapezoid(1000, 10, 0, bed_slope=0.004), floor_m=0.0),
    ]
    links = [
        link("orifice", "hole", "pit", "river", rating=hole, backwater=True),
        link("weir", "weir", "river", "out", rating=weir),
    ]
    inflows = pour("release", "pit", (0, 300 / 1800), (1800, 0.0)), pour("river", "river", (0, 3.0), (2 * HOUR, 0.0))

    seen = run(park_of(storages, links), *inflows, horizon_s=24 * HOUR)

    assert seen.volume("pit", [HOUR, 2 * HOUR]) == pytest.approx([144.3, 129.1], abs=4)  # 0.5 % of 800 m3
    assert seen.holds("pit") == pytest.approx(20.0, abs=0.5)


def test_water_behind_a_link_stands_at_the_start_as_high_as_it_stands():
    """Lower holds 600 m3 on 500 m2, its floor 0.5 m above upper's: 1.2 m deep, 1.7 m over that floor."""
    storages = [
        pool("lower", 1500, shape=Prism(500), floor_m=0.5, initial={"firewater": 600}),
        pool("upper", 900, shape=Prism(300), floor_m=0.0),
    ]
    pipe = link("pipe", "pipe", "upper", "lower", rating=OrificeRating(0.3, 0.4), backwater=True)

    network = network_of(park_of(storages, [pipe]))

    assert network.rest.links[network.link_index["pipe"]]["behind"] == pytest.approx(1.7)
