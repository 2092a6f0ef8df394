"""The networks that are run here and in SWMM: each a park and a scenario, with a drawing."""

from dataclasses import replace
from pathlib import Path

from sim.exchange import Routing
from sim.hydrology.runoff import rational, reservoir
from sim.hydrology.storms import StormFormula, chicago
from sim.load import load_case
from sim.park import (
    GateRating,
    GravityPipe,
    OrificeRating,
    Prism,
    RoundPipe,
    SiphonRating,
    StageTable,
    Trapezoid,
    WeirRating,
)
from tests.water.by_hand import HOUR, MINUTE, at, link, park_of, pool, pour, pump, script, spillway, valve

CHANGSHOU = Path(__file__).parents[2] / "scenarios" / "changshou-tank-fire.yaml"


def chain():
    """
    fire -> bund (600 m3) --over--> pool (1,500 m3) --over--> main (400 m3) --valve 0.1 m3/s--> treated
                                                                            --over--> out

    An overflow without a crest length needs some depth in SWMM: what passes in 0.6 of a step stands above the crest.
    """
    storages = [pool("bund", 600), pool("pool", 1500), pool("main", 400, "public")]
    links = [
        spillway("bund-over", "bund", "pool"),
        spillway("pool-over", "pool", "main"),
        valve("drain", "main", "treated", 0.1),
        spillway("main-over", "main", "out"),
    ]
    fire = pour("fire", "bund", (0, 0.25), (4 * HOUR, 0.5), (5 * HOUR, 0.0))
    return park_of(storages, links), script(fire, horizon_s=8 * HOUR)


def pumped():
    """
    fire -> pit (1,000 m3) --pump 0.25 m3/s, on 600, off 100 m3--> basin (3,000 m3) --pump 0.05 m3/s--> treated

    SWMM looks at the pit's level once a step, and switches the pump up to a step late; here the level is met exactly.
    """
    storages = [pool("pit", 1000, shape=Prism(400)), pool("basin", 3000, "public", shape=Prism(1000))]
    links = [
        pump("lift", "pit", "basin", 0.25, start_m3=600.0, stop_m3=100.0),
        pump("out-pump", "basin", "treated", 0.05),
    ]
    fire = pour("fire", "pit", (0, 0.15), (5 * HOUR, 0.3), (7 * HOUR, 0.0))
    return park_of(storages, links), script(fire, horizon_s=12 * HOUR)


def drained():
    """
    fire -> bund (1,000 m2, 1.2 m) --hole 0.03 m2, centre 0.2 m--> basin (surveyed) --hole 0.02 m2, 50 % open--> treated

    Both follow the same curve of flow over depth; here it is cut into 200 bands of volume, there into steps of time.
    """
    hole, second = OrificeRating(0.03, 0.2), OrificeRating(0.02)
    shape = StageTable((0.0, 1.0, 3.0), (0.0, 300.0, 1500.0))
    storages = [pool("bund", 1200, shape=Prism(1000), initial={"rain": 40}), pool("basin", 1500, shape=shape)]
    links = [
        link("orifice", "hole", "bund", "basin", rating=hole),
        link("orifice", "second", "basin", "treated", rating=second, opening=0.5),
    ]
    fire = pour("fire", "bund", (10 * MINUTE, 0.2), (4 * HOUR, 0.0))
    return park_of(storages, links), script(fire, horizon_s=24 * HOUR)


def weir_to_the_river():
    """
    fire -> bund (2,000 m3, 2 m) --crest of 5 m--> pool (1,000 m3, 2.5 m) --crest of 4 m--> out

    A true crest: the water stands above it while it passes. SWMM uses its own weir, we our bands.
    """
    storages = [pool("bund", 2000, shape=Prism(1000)), pool("pool", 1000, shape=Prism(400))]
    links = [
        spillway("bund-crest", "bund", "pool", rating=WeirRating(5, 2, 0.36)),
        spillway("pool-crest", "pool", "out", rating=WeirRating(4, 2.5)),
    ]
    fire = pour("fire", "bund", (0, 0.8), (HOUR, 0.3), (5 * HOUR, 0.0))
    return park_of(storages, links), script(fire, horizon_s=8 * HOUR)


def lagged():
    """
    fire -> bund (800 m3) --valve 0.2 m3/s, 800 m, 800 s--> pool (2,000 m3) --over--> out

    Here water arrives as it left, 800 s later. In SWMM it runs through 40 conduits and its front is blurred: the first
    of it comes early, the last of it late, and the wave of the front makes a little water that was not there.
    """
    storages = [pool("bund", 800), pool("pool", 2000)]
    links = [
        valve("pipe", "bund", "pool", 0.2, lag_s=800, length_m=800),
        spillway("pool-over", "pool", "out"),
    ]
    fire = pour("fire", "bund", (0, 0.25), (4 * HOUR, 0.0))
    return park_of(storages, links), script(fire, horizon_s=8 * HOUR)


def rained_on():
    """
    rain on 6 ha -> pool (900 m3) --pump 0.02 m3/s from 30 min to 6 h--> treated
                                  --over--> main (300 m3) --valve 0.15 m3/s, served first, shut at 90 min--> out
                                                          --pump 0.03 m3/s--> well (800 m3)

    The rain stands above the crest as a film in SWMM, and the gate and the pump share the main's water by ramps one
    above the other; here they do so in their order.
    """
    storages = [pool("pool", 900, shape=Prism(450)), pool("main", 300, "public"), pool("well", 800, "public")]
    links = [
        pump("pump", "pool", "treated", 0.02, opening=0.0),
        spillway("pool-over", "pool", "main"),
        valve("gate", "main", "out", 0.15),
        pump("intercept", "main", "well", 0.03, priority=1),
    ]
    depths = (2, 4, 9, 21, 48, 33, 20, 12, 8, 5, 3, 2)
    changes = [(place * 10 * MINUTE, mm / 1000 / HOUR) for place, mm in enumerate(depths)]
    rain = pour("rain", ("pool", "main"), *changes, (2 * HOUR, 0.0), factors=(60000.0, 12000.0))
    turns = [
        at(30 * MINUTE, ("pump", 1.0), id="start"),
        at(6 * HOUR, ("pump", 0.0), id="stop"),
        at(80 * MINUTE, ("gate", 0.0), id="shut", after_s=10 * MINUTE),
    ]
    return park_of(storages, links), script(rain, horizon_s=8 * HOUR, actions=turns)


def river():
    """
    river, accident water -> upper (trapezoid, 2.5 m) --gate 4 m x 1 m, 20 % open, shut at 2 h; 10 min--> lower
    upper --over; 10 min--> lower (trapezoid, 2 m) --gate 4 m x 1 m, 30 % open--> out

    The dynamic wave slows the first of what gate 1 lets through, and the conduits hold a little more than the water
    under way here.
    """
    one, two = Trapezoid(600, 8, 1.5), Trapezoid(500, 8, 2.0)
    full = (one.volume_m3(2.5), two.volume_m3(2))
    storages = [
        pool("upper", full[0], "boundary", shape=one, initial={"river": one.volume_m3(0.8)}),
        pool("lower", full[1], "boundary", shape=two, initial={"river": two.volume_m3(0.5)}),
    ]
    gate = GateRating(4, 1)
    links = [
        link("gate", "gate-1", "upper", "lower", rating=gate, opening=0.2, lag_s=600, length_m=300),
        spillway("upper-over", "upper", "lower", lag_s=600, length_m=300),
        link("gate", "gate-2", "lower", "out", rating=gate, opening=0.3),
        spillway("lower-over", "lower", "out"),
    ]
    base = pour("river", "upper", (0, 2.0))
    fire = pour("fire", "upper", (HOUR, 0.5), (4 * HOUR, 0.0))
    shut = [at(2 * HOUR, ("gate-1", 0.0), id="shut")]
    return park_of(storages, links), script(base, fire, horizon_s=8 * HOUR, actions=shut)


def on_a_slope():
    """
    rain -> main (DN1000, 1,200 m at 2 permille, 850 m3 and dead 20) --hole 0.1 m2, centre 0.2 m--> section
    river, accident water -> section (1,000 m at 1.5 permille, 2.5 m) --gate 3 m x 1 m, 30 % open, shut at 2 h--> out
    section --pump 0.02 m3/s--> treated; section --over--> out, main --over--> section
    """
    pipe, bed = RoundPipe(1.0, 1200, 0.002), Trapezoid(1000, 8, 1.5, bed_slope=0.0015)
    storages = [
        pool("main", 850, "public", shape=pipe, dead_m3=20),
        pool("section", bed.volume_m3(2.5), "boundary", shape=bed, initial={"river": bed.volume_m3(1.0)}),
    ]
    links = [
        link("orifice", "outfall", "main", "section", rating=OrificeRating(0.1, 0.2)),
        spillway("main-over", "main", "section"),
        link("gate", "gate", "section", "out", rating=GateRating(3, 1), opening=0.3),
        pump("pump", "section", "treated", 0.02),
        spillway("section-over", "section", "out"),
    ]
    base = pour("river", "section", (0, 1.2))
    rain = pour("rain", "main", (0, 0.1), (30 * MINUTE, 0.8), (90 * MINUTE, 0.2), (3 * HOUR, 0.0))
    shut = [at(2 * HOUR, ("gate", 0.0), id="shut")]
    return park_of(storages, links), script(base, rain, horizon_s=8 * HOUR, actions=shut)


def under_head():
    """
    rain -> yard (800 m3, 2 m) --DN500, 600 m, falls 3 m; 6 min--> pool (1,500 m3) --over--> out
    yard --over--> out

    The pipe's flow follows the yard's depth, and so changes all the time; it arrives 6 min later, in SWMM a little
    blurred.
    """
    storages = [pool("yard", 800, shape=Prism(400)), pool("pool", 1500)]
    links = [
        link("pipe", "pipe", "yard", "pool", rating=GravityPipe(0.5, 600, 3.0), lag_s=360, length_m=600),
        spillway("yard-over", "yard", "out"),
        spillway("pool-over", "pool", "out"),
    ]
    rain = pour("rain", "yard", (0, 0.02), (HOUR, 0.6), (2 * HOUR, 0.1), (4 * HOUR, 0.3), (5 * HOUR, 0.0))
    return park_of(storages, links), script(rain, horizon_s=8 * HOUR)


def against_the_river():
    """
    rain -> main (200 m2, floor 1 m up) --flap gate, hole 0.3 m2, 0.4 m up--> river (trapezoid, floor 0 m)
    main --over, 3.5 m up--> yard (600 m3) ; river, 6 m3/s for 3 h, then 0.5 --gate 2 m x 0.5 m, 0.3 m up--> out

    The hole is an orifice in SWMM, 0.55 m x 0.55 m, which lets nothing back.
    """
    shape = Trapezoid(400, 8, 1.5)
    storages = [
        pool("main", 700, shape=Prism(200), floor_m=1.0),
        pool("yard", 600),
        pool("river", shape.volume_m3(4), "boundary", shape=shape, floor_m=0.0,
             initial={"river": shape.volume_m3(0.5)}),
    ]  # fmt: skip
    links = [
        link("flap-gate", "flap", "main", "river", rating=OrificeRating(0.3, 0.4), backwater=True),
        spillway("main-over", "main", "yard"),
        link("gate", "gate", "river", "out", rating=GateRating(2, 0.5, 0.3)),
        spillway("river-over", "river", "out"),
    ]
    rain = pour("rain", "main", (0, 0.12), (2 * HOUR, 0.3), (3 * HOUR, 0.0))
    base = pour("river", "river", (0, 6.0), (3 * HOUR, 0.5))
    return park_of(storages, links), script(rain, base, horizon_s=12 * HOUR)


def under_the_river():
    """
    fire -> bund (300 m2) --two DN400 below a ditch, 40 m, lip 0.3 m up--> pool (500 m2, floor 0.5 m lower)
    --valve 0.05 m3/s--> treated, --crest of 3 m at 2 m--> out
    """
    storages = [
        pool("bund", 900, shape=Prism(300), floor_m=0.5, initial={"rain": 60}),
        pool("pool", 1000, "public", shape=Prism(500), floor_m=0.0),
    ]
    links = [
        link("pipe", "siphon", "bund", "pool", rating=SiphonRating(0.4, 40, 0.3, pipes=2), backwater=True),
        spillway("bund-over", "bund", "out"),
        valve("drain", "pool", "treated", 0.05),
        spillway("pool-crest", "pool", "out", rating=WeirRating(3, 2)),
    ]
    fire = pour("fire", "bund", (0, 0.5), (2 * HOUR, 0.1), (5 * HOUR, 0.0))
    return park_of(storages, links), script(fire, horizon_s=10 * HOUR)
def storms():
    """
    storm of 2 h, once in 10 years (Yubei 2017, Chicago, steps of 5 min)
    -> roofs and roads, 5 ha x 0.85, 15 min (rational) -> drain (400 m3) --valve 0.25 m3/s, 300 m, 5 min--> pool
                                                           --over--> river section
    -> green, 8 ha x 0.25, reservoir of 40 min -> pool (3,000 m3, 3 m) --crest of 3 m--> river section (3,000 m3)
    river section --gate 3 m x 1 m, 20 % open--> out

    Runoff is computed here, and SWMM gets the same runoff as inflow in steps: its own subcatchments are not used. What
    is compared is what becomes of rain in steps, not how ground sheds it.
    """
    storm = chicago(StormFormula(1111, 0.945, 9.713, 0.561), 2 * HOUR, period_a=10, step_s=5 * MINUTE)
    paved, green = rational(storm, 15 * MINUTE), reservoir(storm, 40 * MINUTE)
    reach = Trapezoid(300, 6, 2.0)
    storages = [
        pool("drain", 400, shape=Prism(400)),
        pool("pool", 3000, shape=Prism(1000)),
        pool("river", 3000, "boundary", shape=reach, initial={"river": reach.volume_m3(0.3)}),
    ]
    links = [
        valve("rain-valve", "drain", "pool", 0.25, lag_s=300, length_m=300),
        spillway("drain-over", "drain", "river"),
        spillway("pool-crest", "pool", "river", rating=WeirRating(3, 3)),
        link("gate", "gate", "river", "out", rating=GateRating(3, 1), opening=0.2),
        spillway("river-over", "river", "out"),
    ]
    falls = [
        pour("rain", "drain", *paved, id="paved", factors=(50_000 * 0.85,)),
        pour("rain", "pool", *green, id="green", factors=(80_000 * 0.25,)),
        pour("river", "river", (0, 0.4)),
    ]
    return park_of(storages, links), script(*falls, horizon_s=10 * HOUR)


def changshou():
    """
    Plant A-001 of the Changshou park with what is below it, in a fire of 10 h whose rain valve is shut after 2 h:
    bund, spare tank, drain, pool, rain main 05, river section 1, each over its crest; the pool valve open from 2 h on.

    The drain and the main are never more than wet here; in SWMM a film stands in them, what passes in 0.6 of a step. Of
    the drain's 500 m3 it is 0.3 %, the largest difference.
    """
    case = load_case(CHANGSHOU)
    kept = ("a-001-bund", "a-001-spare-tank", "a-001-drain", "a-001-pool", "rain-05", "river-1")
    storages = [case.park.storages[id] for id in kept]
    links = [
        each if each.target in kept else replace(each, target="out")
        for each in case.park.links.values()
        if each.source in kept
    ]
    fires = [
        pour("release", "a-001-bund", (0, 2.0), (25 * MINUTE, 0.0)),
        pour("fire", "a-001-bund", (10 * MINUTE, 0.3), (10 * HOUR, 0.0)),
        pour("process", "a-001-drain", (20 * MINUTE, 0.3), (10 * HOUR, 0.0)),
        pour("river", "river-1", (0, 2.0)),
    ]
    turns = [
        at(2 * HOUR, ("a-001-rain-valve", 0.0), ("a-001-pool-valve", 1.0), id="turn over"),
        at(3 * HOUR, ("a-001-bund-valve", 1.0), id="open bund valve"),
    ]
    return park_of(storages, links), script(*fires, horizon_s=16 * HOUR, actions=turns)


def whole_park():
    """
    The whole Changshou park, 396 storages, in the tank fire in a 2-year storm, its first 24 h.

    People turn valves and gates in SWMM at the times at which they did so here. `rain-36` is a main that a burst of
    92 s fills to 28 %: SWMM's front out of 900 s of pipe comes a little early, and makes 13 m3 more of it. `river-6`
    and `river-7` stand lower in SWMM, where the flood wave has flattened from section to section; ours is on the safe
    side for the last gates. Most of the others above ours are the films of mains with 6 to 12 m3/s in them.
    """
    case = load_case(CHANGSHOU.with_name("changshou-storm-relief.yaml"))
    return case.park, replace(case.scenario, horizon_s=24 * HOUR)


NETWORKS = {
    "chain with overflows": chain,
    "pump with a dead band": pumped,
    "drained through holes": drained,
    "weirs to the river": weir_to_the_river,
    "pipe of 800 s": lagged,
    "rain and a pool": rained_on,
    "river sections with gates": river,
    "main and river section on a slope": on_a_slope,
    "gravity pipe of 6 min": under_head,
    "flap gate against a river": against_the_river,
    "siphon to a pool that rises": under_the_river,
    "storm on paved and green ground": storms,
    "plant A-001 of Changshou": changshou,
}

BACKWATER = {"flap gate against a river", "siphon to a pool that rises"}
"""Where water downstream pushes back, which SWMM's kinematic wave does not know."""


def routings(name):
    """The routings of SWMM that can play a network."""
    return (Routing.DYNWAVE,) if name in BACKWATER else tuple(Routing)
