"""Networks in our words and in SWMM's own elements, each with a drawing."""

from math import sqrt
from pathlib import Path

from sim.load import load_case
from sim.park import GateRating, OrificeRating, Prism, Trapezoid, WeirRating
from tests.swmm.twice import Twice
from tests.water.by_hand import HOUR, MINUTE, at, link, park_of, pool, pour, script, spillway

LIP_HEADS_M = (0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Depths of water before a sluice whose lip hangs 0.2 m up."""


def wall_overtopped():
    """
    fire 5 m3/s, 1 h -> bund (1,000 m2, crest of 1 m at 2 m, wall at 2.5 m) --crest--> pool (50,000 m3)
                                                                          --over the wall--> ground

    There a storage of 2.5 m, whose flooding is what runs over the wall, and a weir.
    """
    crest = spillway("crest", "bund", "pool", rating=WeirRating(1, 2, head_m=0.5))
    storages = [pool("bund", 2000, shape=Prism(1000)), pool("pool", 50_000, "public")]
    inp = """
[STORAGE]
bund 10 2.5 0 FUNCTIONAL 0 0 1000 0 0
pool -20 10 0 FUNCTIONAL 0 0 5000 0 0
[OUTFALLS]
away -100 FREE NO
[WEIRS]
crest bund pool TRANSVERSE 2 1.86037 NO 0 0 NO
spare pool away TRANSVERSE 9.9 1.86037 NO 0 0 NO
[XSECTIONS]
crest RECT_OPEN 2 1 0 0
spare RECT_OPEN 2 1 0 0
[INFLOWS]
bund FLOW burst FLOW 1 1
[TIMESERIES]
burst 0 5
burst 0.99999 5
burst 1.00001 0
burst 9 0
"""
    fire = pour("fire", "bund", (0, 5.0), (HOUR, 0.0))
    ways = {"crest": "crest", "bund>wall": "flooded bund"}
    return Twice(park_of(storages, [crest]), script(fire, horizon_s=6 * HOUR), inp, ways)


def under_a_lip():
    """
    eleven reaches (1,000,000 m2), water 0.2 to 4 m deep --sluice 2 m x 2 m, 10 % open--> out

    There an orifice at the side, 2 m x 2 m, set to 0.1.
    """
    storages, links, stores, orifices, sections, outfalls, rules = [], [], [], [], [], [], []
    for place, head_m in enumerate(LIP_HEADS_M):
        reach, sluice = f"reach{place}", f"sluice{place}"
        capacity_m3 = 1.6e6 * head_m
        storages.append(pool(reach, capacity_m3, shape=Prism(1e6), initial={"river": 1e6 * head_m}))
        links.append(link("gate", sluice, reach, "out", rating=GateRating(2, 2), opening=0.1))
        stores.append(f"{reach} 0 {1.6 * head_m} {head_m} FUNCTIONAL 0 0 1000000 0 0")
        outfalls.append(f"away{place} -10 FREE NO")
        orifices.append(f"{sluice} {reach} away{place} SIDE 0 0.6 NO 0")
        sections.append(f"{sluice} RECT_CLOSED 2 2 0 0")
        rules.append(f"RULE {sluice}\nIF SIMULATION TIME >= 0\nTHEN ORIFICE {sluice} SETTING = 0.1\n")
    parts = {"STORAGE": stores, "OUTFALLS": outfalls, "ORIFICES": orifices, "XSECTIONS": sections, "CONTROLS": rules}
    inp = "".join("\n".join([f"[{name}]", *lines, ""]) for name, lines in parts.items())
    ways = {each.id: each.id for each in links}
    return Twice(park_of(storages, links), script(horizon_s=5 * MINUTE), inp, ways)


def gates_that_move():
    """
    river 3 m3/s, from 3 h on 0.5 -> upper (400 m x 8 m, sides 1 to 1.5, 3 m) --sluice 3 m x 2 m, 8 % open;
      15 % from 1 h, 40 % from 2 h, shut from 5 h--> lower (300 m x 8 m, sides 1 to 1.5, 2.5 m)
    lower --sluice 3 m x 1 m, 25 % open--> out; both over a crest of 6 m, walls 0.5 m above it

    There orifices at the side with settings; storages as FUNCTIONAL 2 x 1.5 x L x depth + 8 L.
    """
    one, two = Trapezoid(400, 8, 1.5), Trapezoid(300, 8, 1.5)
    storages = [
        pool("upper", one.volume_m3(3), "boundary", shape=one, initial={"river": one.volume_m3(0.5)}),
        pool("lower", two.volume_m3(2.5), "boundary", shape=two, initial={"river": two.volume_m3(0.5)}),
    ]
    links = [
        link("gate", "sluice-1", "upper", "lower", rating=GateRating(3, 2), opening=0.08),
        spillway("crest-1", "upper", "lower", rating=WeirRating(6, 3)),
        link("gate", "sluice-2", "lower", "out", rating=GateRating(3, 1), opening=0.25),
        spillway("crest-2", "lower", "out", rating=WeirRating(6, 2.5)),
    ]
    turns = [
        at(HOUR, ("sluice-1", 0.15), id="a"),
        at(2 * HOUR, ("sluice-1", 0.4), id="b"),
        at(5 * HOUR, ("sluice-1", 0.0), id="c"),
    ]
    inp = """
[STORAGE]
upper 10 3.5 0.5 FUNCTIONAL 1200 1 3200 0 0
lower 0 3 0.5 FUNCTIONAL 900 1 2400 0 0
[OUTFALLS]
away -10 FREE NO
beside -10 FREE NO
[ORIFICES]
sluice-1 upper lower SIDE 0 0.6 NO 0
sluice-2 lower away SIDE 0 0.6 NO 0
[WEIRS]
crest-1 upper lower TRANSVERSE 3 1.86037 NO 0 0 NO
crest-2 lower beside TRANSVERSE 2.5 1.86037 NO 0 0 NO
[XSECTIONS]
sluice-1 RECT_CLOSED 2 3 0 0
sluice-2 RECT_CLOSED 1 3 0 0
crest-1 RECT_OPEN 2 6 0 0
crest-2 RECT_OPEN 2 6 0 0
[INFLOWS]
upper FLOW river FLOW 1 1
[TIMESERIES]
river 0 3
river 2.9999 3
river 3.0001 0.5
river 99 0.5
[CONTROLS]
RULE a
IF SIMULATION TIME >= 0
THEN ORIFICE sluice-1 SETTING = 0.08
AND ORIFICE sluice-2 SETTING = 0.25
PRIORITY 1

RULE b
IF SIMULATION TIME >= 1:00
THEN ORIFICE sluice-1 SETTING = 0.15
PRIORITY 2

RULE c
IF SIMULATION TIME >= 2:00
THEN ORIFICE sluice-1 SETTING = 0.4
PRIORITY 3

RULE d
IF SIMULATION TIME >= 5:00
THEN ORIFICE sluice-1 SETTING = 0
PRIORITY 4
"""
    river = pour("river", "upper", (0, 3.0), (3 * HOUR, 0.5))
    scenario = script(river, horizon_s=12 * HOUR, actions=turns)
    return Twice(park_of(storages, links), scenario, inp, {each: each for each in ("crest-1", "crest-2")})


def backwater_on_a_slope():
    """
    spill 300 m3 in 30 min -> pit (200 m2, 4 m) --hole 0.2 m x 0.2 m at the floor, flap--> river section
    flood 3 m3/s, 2 h -> river section (1,000 m x 10 m at 4 permille, 4 m: 1,250 depth2) --sill of 4 m at 0.1 m--> out

    There a storage whose surface is 2,500 depth, an orifice with a gate against backflow, a weir.
    """
    bed = Trapezoid(1000, 10, 0.0, bed_slope=0.004)
    storages = [
        pool("pit", 800, shape=Prism(200), floor_m=0.0),
        pool("river", 20_000, "boundary", shape=bed, floor_m=0.0),
    ]
    links = [
        link("orifice", "hole", "pit", "river", rating=OrificeRating(0.04, 0.1), backwater=True),
        link("weir", "sill", "river", "out", rating=WeirRating(4, 0.1)),
    ]
    inp = """
[STORAGE]
pit 0 4 0 FUNCTIONAL 0 0 200 0 0
river 0 4 0 FUNCTIONAL 2500 1 0 0 0
[OUTFALLS]
away -100 FREE NO
[ORIFICES]
hole pit river SIDE 0 0.61 YES 0
[WEIRS]
sill river away TRANSVERSE 0.1 1.86037 NO 0 0 NO
[XSECTIONS]
hole RECT_CLOSED 0.2 0.2 0 0
sill RECT_OPEN 10 4 0 0
[INFLOWS]
pit FLOW spill FLOW 1 1
river FLOW flood FLOW 1 1
[TIMESERIES]
spill 0 0.166666667
spill 0.49999 0.166666667
spill 0.50001 0
spill 99 0
flood 0 3
flood 1.99999 3
flood 2.00001 0
flood 99 0
"""
    spill = pour("release", "pit", (0, 300 / 1800), (30 * MINUTE, 0.0))
    flood = pour("river", "river", (0, 3.0), (2 * HOUR, 0.0))
    scenario = script(spill, flood, horizon_s=24 * HOUR)
    return Twice(park_of(storages, links), scenario, inp, {"sill": "sill"}, report_s=10)


def pump_with_levels():
    """
    hose 0.02 m3/s, 20 h -> sump (100 m2, 10 m) --pump 100 m3/h, on at 6 m, off at 2 m, stopped--> pool (5,000 m3)

    Ours is the YAML in `sump`. There a pump of one flow at all depths (PUMP2), off at the start, with the same two
    depths.
    """
    inp = """
[STORAGE]
sump 20 10 0 FUNCTIONAL 0 0 100 0 0
pool 0 10 0 FUNCTIONAL 0 0 500 0 0
[OUTFALLS]
away -30 FREE NO
[PUMPS]
lift sump pool flow OFF 6 2
[WEIRS]
spare pool away TRANSVERSE 9.9 1.86037 NO 0 0 NO
[XSECTIONS]
spare RECT_OPEN 2 1 0 0
[CURVES]
flow PUMP2 100 0.0277777778
[INFLOWS]
sump FLOW hose FLOW 1 1
[TIMESERIES]
hose 0 0.02
hose 19.9999 0.02
hose 20.0001 0
hose 99 0
"""
    case = load_case(Path(__file__).with_name("sump") / "hose.yaml")
    return Twice(case.park, case.scenario, inp, {"lift": "lift"}, report_s=10)


def weir_in_balance():
    """
    river 0.5 m3/s -> tank (200 m2, 3 m) --weir of 1 m at 1 m--> out

    It comes to stand where the weir passes 0.5 m3/s: (0.5 / 1.86037)^(2/3) = 0.41647 m above its crest.
    """
    storages = [pool("tank", 600, shape=Prism(200))]
    weir = link("weir", "weir", "tank", "out", rating=WeirRating(1, 1))
    inp = """
[STORAGE]
tank 0 3 0 FUNCTIONAL 0 0 200 0 0
[OUTFALLS]
away -10 FREE NO
[WEIRS]
weir tank away TRANSVERSE 1 1.86037 NO 0 0 NO
[XSECTIONS]
weir RECT_OPEN 5 1 0 0
[INFLOWS]
tank FLOW river FLOW 1 1
[TIMESERIES]
river 0 0.5
river 99 0.5
"""
    river = pour("river", "tank", (0, 0.5))
    return Twice(park_of(storages, [weir]), script(river, horizon_s=4 * HOUR), inp, {"weir": "weir"})


def two_tanks_joined(other_m2=100.0):
    """
    one (100 m2, 3.1 m deep of 4 m) --hole 0.2 m x 0.2 m, 0.5 m up, flap--> other (100 m2, 1.5 m deep of 4 m)
    """
    storages = [
        pool("one", 400, shape=Prism(100), floor_m=0.0, initial={"rain": 310}),
        pool("other", 4 * other_m2, shape=Prism(other_m2), floor_m=0.0, initial={"rain": 1.5 * other_m2}),
    ]
    hole = link("orifice", "hole", "one", "other", rating=OrificeRating(0.04, 0.6), backwater=True)
    inp = f"""
[STORAGE]
one 0 4 3.1 FUNCTIONAL 0 0 100 0 0
other 0 4 1.5 FUNCTIONAL 0 0 {other_m2} 0 0
[OUTFALLS]
away -10 FREE NO
[ORIFICES]
hole one other SIDE 0.5 0.61 YES 0
[WEIRS]
spare other away TRANSVERSE 3.9 1.86037 NO 0 0 NO
[XSECTIONS]
hole RECT_CLOSED 0.2 0.2 0 0
spare RECT_OPEN 2 1 0 0
"""
    return Twice(park_of(storages, [hole]), script(horizon_s=4 * HOUR), inp)


def chain_of_walls():
    """
    fire 2 m3/s 40 min, 0.3 m3/s to 5 h -> dike (600 m2, crest of 0.8 m at 1.5 m, wall at 2 m)
      --crest--> pool (sloping sides: 300 m2 at the floor, 120 m2 more a metre, crest of 1.2 m at 3 m, wall at 3.5 m)
      --crest--> out; pool --hole 0.15 m x 0.15 m at the floor--> main (400 m2, 2 m, no crest: ground)
    """
    shape = Trapezoid(60, 5, 1.0)  # 300 m2 at the floor, 2 x 60 m2 more a metre
    storages = [
        pool("dike", 900, shape=Prism(600)),
        pool("pool", shape.volume_m3(3), "public", shape=shape),
        pool("main", 800, "public", shape=Prism(400)),
    ]
    links = [
        spillway("crest-1", "dike", "pool", rating=WeirRating(0.8, 1.5)),
        spillway("crest-2", "pool", "out", rating=WeirRating(1.2, 3.0)),
        link("orifice", "hole", "pool", "main", rating=OrificeRating(0.15**2, 0.075)),
    ]
    inp = """
[STORAGE]
dike 20 2 0 FUNCTIONAL 0 0 600 0 0
pool 10 3.5 0 FUNCTIONAL 120 1 300 0 0
main 0 2 0 FUNCTIONAL 0 0 400 0 0
[OUTFALLS]
away -10 FREE NO
[ORIFICES]
hole pool main SIDE 0 0.61 NO 0
[WEIRS]
crest-1 dike pool TRANSVERSE 1.5 1.86037 NO 0 0 NO
crest-2 pool away TRANSVERSE 3 1.86037 NO 0 0 NO
[XSECTIONS]
hole RECT_CLOSED 0.15 0.15 0 0
crest-1 RECT_OPEN 2 0.8 0 0
crest-2 RECT_OPEN 2 1.2 0 0
[INFLOWS]
dike FLOW fire FLOW 1 1
[TIMESERIES]
fire 0 2
fire 0.66666 2
fire 0.66667 0.3
fire 4.99999 0.3
fire 5.00001 0
fire 99 0
"""
    fire = pour("fire", "dike", (0, 2.0), (40 * MINUTE, 0.3), (5 * HOUR, 0.0))
    ways = {"crest-1": "crest-1", "crest-2": "crest-2", "dike>wall": "flooded dike", "main>ground": "flooded main"}
    return Twice(park_of(storages, links), script(fire, horizon_s=10 * HOUR), inp, ways)


def lip_m3_s(depth_m):
    """What a lip 0.2 m up and 2 m wide passes: mu b a sqrt(2 g (h - a / 2)) [m3/s]."""
    return 0.6 * 2 * 0.2 * sqrt(2 * 9.81 * (depth_m - 0.1))


NETWORKS = {
    "wall overtopped": wall_overtopped,
    "gates that move": gates_that_move,
    "backwater on a slope": backwater_on_a_slope,
    "pump with levels": pump_with_levels,
    "weir in balance": weir_in_balance,
    "two tanks joined": two_tanks_joined,
    "chain of walls": chain_of_walls,
}
