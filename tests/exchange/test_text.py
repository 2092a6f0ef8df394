"""What stands in a SWMM file, what its names stand for, and what it leaves out."""

from dataclasses import replace

import pytest

from sim.errors import InputError
from sim.exchange import Routing, as_played, swmm
from sim.exchange.swmm.ids import LONGEST, Ids
from sim.load import load_case
from sim.park import (
    GateRating,
    Inlet,
    Name,
    OrificeRating,
    Prism,
    Receiver,
    ReceiverKind,
    StageTable,
    Switching,
    Trapezoid,
    Treatment,
    WeirRating,
)
from sim.park.park import RESERVED_RECEIVERS
from sim.scenario import Correction, Detected, Rule
from tests.exchange.networks import CHANGSHOU
from tests.water.by_hand import HOUR, above, at, below, link, park_of, pool, pour, pump, script, spillway, valve


def lines(model, section):
    """The lines of a section, each as its cells."""
    parts = model.text.split(f"[{section}]\n")
    return [] if len(parts) == 1 else [line.split() for line in parts[1].split("\n[")[0].splitlines() if line]


def rules(model):
    """The control rules as they stand in the file."""
    return model.text.split("[CONTROLS]\n")[1].split("\n[")[0]


def written(storages, links=(), *inflows, **others):
    """The file of a park of these."""
    return swmm(park_of(storages, links), script(*inflows, horizon_s=HOUR, **others))


def test_ids_are_ascii_and_no_two_alike_whatever_their_case():
    """
    SWMM takes Pool and pool for one.
    """
    ids = Ids()
    given = [ids.give("storage", id) for id in ("罐区", "池", "Pool 1", "pool_1", "x" * 40, "x" * 41)]

    assert given[:4] == ["storage-1", "storage-2", "Pool_1", "pool_1-2"]
    assert all(len(each) <= LONGEST and each.isascii() for each in given)
    assert len({each.lower() for each in given}) == 6
    assert [id for _, _, id in ids.rows][:2] == ["罐区", "池"]


def test_storages_have_the_shape_of_their_park():
    """
    A prism of 200 m2, a trapezoid 100 m x (8 m + 2 x 1.5 h), a surveyed one of 300 then 600 m2, and one without a
    shape, 2 m deep; 50 m3 of the first are dead, and depths begin above them. They end 0.1 m above the brim, the least
    that what runs over gets.
    """
    shape = StageTable((0.0, 1.0, 2.0), (0.0, 300.0, 900.0))
    model = written([
        pool("prism", 450, shape=Prism(200), dead_m3=50, initial={"rain": 100}),
        pool("reach", 2000, shape=Trapezoid(100, 8, 1.5)),
        pool("survey", 900, shape=shape),
        pool("plain", 500),
    ])  # fmt: skip
    found = {name: cells for name, *cells in lines(model, "STORAGE")}

    assert found["prism"][1:] == ["2.1", "0.5", "FUNCTIONAL", "0", "0", "200", "0", "0"]
    assert found["reach"][3:7] == ["FUNCTIONAL", "300", "1", "800"]
    assert found["plain"][3:7] == ["FUNCTIONAL", "0", "0", "250"]
    assert found["survey"][3:5] == ["TABULAR", "survey"]
    curve = [cells[1:] for cells in lines(model, "CURVES") if cells[0] == "survey"]
    areas = [float(cells[-1]) for cells in curve]
    assert curve[0][0] == "STORAGE"
    assert areas == pytest.approx([300, 300, 600, 600], rel=1e-6)
    assert [float(cells[-2]) for cells in curve] == pytest.approx([0, 0.9999, 1.0001, 2.1])


def test_links_are_weirs_pumps_and_outlets():
    """
    A crest that is always open is a weir, `m sqrt(2 g)` 1.86; a sluice is an orifice, whose setting moves its lip; a
    valve and a hole are outlets with our ratings; what leads out has an outfall of its own. Over the brim, 400 m2
    settle in 0.6 of 5 s: 133.3 m2/s; over the wall, 0.5 m above the crest, 200 m2.
    """
    links = [
        spillway("crest", "upper", "lower", rating=WeirRating(5, 2)),
        link("gate", "gate", "upper", "lower", rating=GateRating(2, 1, sill_m=0.25), opening=0.25),
        link("orifice", "hole", "upper", "lower", rating=OrificeRating(0.2)),
        pump("lift", "lower", "treated", 0.2, start_m3=600.0, stop_m3=100.0),
        valve("drain", "lower", "treated", 0.1),
    ]
    model = written([pool("upper", 400, shape=Prism(200)), pool("lower", 800, shape=Prism(400))], links)

    assert lines(model, "WEIRS") == [["crest", "upper", "lower", "TRANSVERSE", "2", "1.86036771", "NO", "0", "0", "NO"]]
    assert lines(model, "PUMPS") == [["lift", "lower", "treated.lift", "lift", "OFF", "1.5", "0.25"]]
    assert [each[:6] for each in lines(model, "OUTLETS")] == [
        ["hole", "upper", "lower", "0", "TABULAR/DEPTH", "hole"],
        ["upper_wall", "upper", "ground.upper_wall", "2.5", "FUNCTIONAL/DEPTH", "66.6666667"],
        ["drain", "lower", "treated.drain", "0", "TABULAR/DEPTH", "drain"],
        ["lower_ground", "lower", "ground.lower_ground", "2", "FUNCTIONAL/DEPTH"] + ["133.333333"],
    ]
    assert lines(model, "ORIFICES") == [["gate", "upper", "lower", "SIDE", "0.25", "0.6", "NO", "0"]]
    assert ["gate", "RECT_CLOSED", "1", "2", "0", "0"] in lines(model, "XSECTIONS")
    assert "RULE gate-start\nIF SIMULATION TIME >= 0:00:00\nTHEN ORIFICE gate SETTING = 0.25\n" in rules(model)
    assert {("treated.lift", "receiver", "treated"), ("lower_ground", "link", "lower>ground")} <= set(model.ids)
    rating = {float(cells[-2]): float(cells[-1]) for cells in lines(model, "CURVES") if cells[0] == "hole"}
    assert max(rating) == pytest.approx(2.6)
    assert rating[max(rating)] == pytest.approx(0.61 * 0.2 * (2 * 9.81 * 2.6) ** 0.5)


def test_a_wall_is_a_spill_of_its_own():
    """
    wall-overtopped: the storage ends where what runs over the wall at 2.5 m stands, 3 x 0.6 x 5 s x 5 m3/s / 1,000 m2
    = 0.045 m above it, and so the least room of 0.1 m. It runs to where the park says.
    """
    crest = spillway("crest", "bund", "pool", rating=WeirRating(1, 2, head_m=0.5))
    bund = pool("bund", 2000, shape=Prism(1000), over_wall="pool")
    model = written([bund, pool("pool", 50_000)], [crest], pour("fire", "bund", (0, 5.0)))

    assert lines(model, "STORAGE")[0][2] == "2.6"
    assert lines(model, "WEIRS")[0][:5] == ["crest", "bund", "pool", "TRANSVERSE", "2"]
    assert lines(model, "OUTLETS")[0] == [
        "bund_wall", "bund", "pool", "2.5", "FUNCTIONAL/DEPTH", "333.333333", "1", "YES"
    ]  # fmt: skip


def test_a_sluice_that_swmm_cannot_move_has_its_lip_in_a_table():
    """
    With a limit of its own an orifice will not do. Standing at 0.1 m of 1 m it passes 0.6 x 2 x 0.1 x sqrt(2 g x 0.95)
    = 0.518 m3/s at 1 m, without a rule; one that is turned passes a share, and that is said.
    """
    gate = GateRating(2, 1)
    links = [
        link("gate", "still", "upper", "out", 0.6, rating=gate, opening=0.1),
        link("gate", "turned", "upper", "out", 0.6, rating=gate, opening=0.1),
    ]
    turns = [at(600, ("turned", 1.0))]
    model = swmm(park_of([pool("upper", 400, shape=Prism(200))], links), script(horizon_s=HOUR, actions=turns))

    rows = [(float(row[-2]), float(row[-1])) for row in lines(model, "CURVES") if row[0] == "still"]
    below, above = max(flow for depth, flow in rows if depth <= 1), min(flow for depth, flow in rows if depth >= 1)
    assert below <= 0.6 * 2 * 0.1 * (2 * 9.81 * 0.95) ** 0.5 <= above
    assert max(flow for _, flow in rows) == 0.6
    assert "still" not in rules(model)
    assert "lips: these pass a share of their full flow while partly open: turned" in model.not_carried


def test_inflows_are_steps_of_all_that_comes():
    fires = pour("fire", "bund", (0, 0.5), (600, 0.0)), pour("rain", "bund", (300, 0.25))
    model = written([pool("bund", 600)], (), *fires)

    found = [(round(float(hour) * 3600, 1), float(rate)) for _, hour, rate in lines(model, "TIMESERIES")]
    assert found == [(0, 0.5), (299.5, 0.5), (300.5, 0.75), (599.5, 0.75), (600.5, 0.25), (3601, 0.25)]


def test_actions_are_rules():
    """
    By the clock from their time on, later ones above earlier ones; beside a rule on a level for the one step in which
    that time lies. A delay after a level, and a fall that would count before anything has risen, are left.
    """
    links = [valve("a", "pool", "out", 0.1), valve("b", "pool", "out", 0.1, opening=0.0, leak=0.01)]
    actions = [
        at(600, ("a", 0.0), after_s=300, id="shut"),
        above("pool", 450, ("b", 0.5), id="open"),
        above("pool", 300, ("b", 1.0), id="late", after_s=60),
        below("pool", 150, ("a", 0.0), id="low"),
    ]
    model = written([pool("pool", 600, shape=Prism(300))], links, actions=actions)

    assert rules(model) == (
        "RULE a-1\nIF SIMULATION TIME >= 0:15:00\nTHEN OUTLET a SETTING = 0\nPRIORITY 2\n\n"
        "RULE b-start\nIF SIMULATION TIME = 0:00:00\nTHEN OUTLET b SETTING = 0.01\nPRIORITY 1\n\n"
        "RULE b-1\nIF NODE pool DEPTH >= 1.5\nTHEN OUTLET b SETTING = 0.5\nPRIORITY 1\n\n"
    )
    assert "actions that wait for people or, after a level, for a time: late, low" in model.not_carried


def test_a_pump_with_a_dead_band_runs_only_when_it_may():
    """
    Started by hand at 10 min: until then off, at that time on where the water is not below its stop level, from then
    on between its levels.
    """
    pumps = [pump("lift", "pit", "treated", 0.25, opening=0.0, start_m3=600.0, stop_m3=200.0)]
    actions = [at(600, ("lift", 1.0))]
    model = swmm(park_of([pool("pit", 1000, shape=Prism(400))], pumps), script(horizon_s=HOUR, actions=actions))

    assert lines(model, "PUMPS") == [["lift", "pit", "treated.lift", "lift", "OFF", "0", "0"]]
    assert rules(model) == (
        "RULE lift-1-off\nIF SIMULATION TIME >= 0:00:00\nAND SIMULATION TIME < 0:10:00\n"
        "THEN PUMP lift SETTING = 0\nPRIORITY 2\n\n"
        "RULE lift-2-start\nIF SIMULATION TIME >= 0:10:00\nAND NODE pit DEPTH >= 1.5\nTHEN PUMP lift SETTING = 1\n"
        "PRIORITY 4\n\n"
        "RULE lift-2-stop\nIF SIMULATION TIME >= 0:10:00\nAND NODE pit DEPTH <= 0.5\nTHEN PUMP lift SETTING = 0\n"
        "PRIORITY 5\n\n"
        "RULE lift-2-hand\nIF SIMULATION TIME = 0:10:00\nTHEN PUMP lift SETTING = 1\nPRIORITY 4\n\n"
    )


def test_an_order_on_a_level_to_a_pump_with_levels_of_its_own_stays_behind():
    """
    Its rules go by its own levels; the valve's is written.
    """
    links = [
        pump("lift", "pit", "treated", 0.25, start_m3=600.0, stop_m3=200.0),
        valve("drain", "pit", "out", 0.1, opening=0.0),
    ]
    actions = [above("pit", 800, ("lift", 0.0), id="stop"), above("pit", 900, ("drain", 1.0), id="open")]
    model = swmm(park_of([pool("pit", 1000, shape=Prism(400))], links), script(horizon_s=HOUR, actions=actions))

    assert "actions on a level, for what starts and stops at levels of its own: stop" in model.not_carried
    assert "once only: SWMM does these again whenever the level is there: open" in model.not_carried


def test_a_pump_with_a_dead_band_is_written_as_it_stands_at_the_start():
    """
    500 m3 lie between its levels, 1.5 and 0.5 m: running at the start it is on, manual it has no depth to start at.
    """
    lift = pump("lift", "pit", "treated", 0.25, start_m3=600.0, stop_m3=200.0)
    stands = {
        "waits": lift,
        "runs": replace(lift, switching=Switching(runs=True)),
        "goes": replace(lift, switching=Switching(runs=True, manual=True)),
    }
    pit = pool("pit", 1000, shape=Prism(400), initial={"rain": 500.0})
    pumps = {
        name: lines(swmm(park_of([pit], [each]), script(horizon_s=HOUR)), "PUMPS")[0][4:]
        for name, each in stands.items()
    }

    assert pumps == {"waits": ["OFF", "1.5", "0.5"], "runs": ["ON", "1.5", "0.5"], "goes": ["ON", "0", "0.5"]}


def test_what_stays_behind_is_said():
    links = [
        pump("lift", "pit", "treated", 0.25, back_pressure=True),
        valve("never", "pit", "treated", 0.1, opening=0.0),
    ]
    fire = pour("release", "pit", (0, 0.1), (60, 0.0))
    rules = (Rule("go", Detected(), do=("sheet",)),)
    scenario = script(fire, horizon_s=HOUR, behaviour="floats", rules=rules)

    assert swmm(park_of([pool("pit", 1000, raise_m3=10)], links), scenario).not_carried == [
        "people: 1 rule of the response plan, with sheets, crews and equipment",
        "what the water is made of: SWMM sees volumes, no origins, shares of product or escapes",
        "product that floats: outlets from the top or the bottom pass the same water",
        "back-pressure: these do not slow down when their target is full: lift",
        "links that never open here, left out: never",
        "crests that can be raised: pit",
    ]


def test_levels_that_were_measured_stay_behind():
    scenario = replace(script(horizon_s=HOUR), corrections=(Correction("at-40", "pit", 2400.0, 300.0),))
    assert "levels that were measured meanwhile: at-40" in swmm(park_of([pool("pit", 1000)]), scenario).not_carried


def test_a_plants_hours_and_what_it_refuses_stay_behind():
    """
    SWMM is given the most that the plant has in any hour, and no limit.
    """
    plant = Treatment(0.5, 0.25, (0.5,) * 12 + (1.5,) * 12)
    links = [
        pump("tp", "pool", "treated", plant.largest_m3_s, treatment=plant),
        pump("in", "pool", "treated", 0.1, inlet=Inlet(0.01, 0.005)),
    ]
    model = swmm(park_of([pool("pool", 100)], links), script(horizon_s=HOUR))

    assert model.not_carried[1:] == [
        "the hours of treatment plants: these take their largest headroom all day: tp",
        "inlet limits: treatment plants never refuse: in",
    ]


def test_the_kinematic_wave_is_refused_a_loop():
    """
    pit --pump--> pool --over--> pit, the pump with travel time
    """
    park = park_of(
        [pool("pit", 100), pool("pool", 100)],
        [pump("lift", "pit", "pool", 0.1, lag_s=60), spillway("back", "pool", "pit")],
    )

    with pytest.raises(InputError, match=r"knows no loops, and water can run round pit -> pool -> pit; take dynwave$"):
        swmm(park, script(horizon_s=HOUR), Routing.KINWAVE)
    assert swmm(park, script(horizon_s=HOUR)).routing is Routing.DYNWAVE


def test_people_are_carried_as_they_were_played():
    """
    In the night shift the crew shuts gate 2 at 85 min; a link whose order failed is not turned.
    """
    case = load_case(CHANGSHOU.with_name("changshou-night-shift.yaml"))
    played = as_played(case.park, case.scenario)

    assert played.rules == ()
    assert (85 * 60, (("gate-2", 0.0),)) in [(each.when.at_s, each.openings) for each in played.actions]
    assert "RULE gate-2-1\nIF SIMULATION TIME >= 1:25:00\n" in swmm(case.park, played).text


def test_links_that_feel_the_water_behind_them_are_orifices_or_outlets_over_the_head():
    """
    A hole 0.4 m up and 0.1 m2 is a square of 0.316 m, 0.242 m up. One that is turned is an outlet, so that it passes a
    share: 0.61 x 0.1 x sqrt(2 g) = 0.270196 m3/s under a metre. Nothing runs back. The main stands 1 m above the river
    as in the park, the Yangtze at 2 m above the river's floor.
    """
    hole = OrificeRating(0.1, 0.4)
    storages = [
        pool("main", 400, shape=Prism(200), floor_m=171.0),
        pool("river", 2000, shape=Prism(500), floor_m=170.0),
    ]
    links = [
        link("flap-gate", "flap", "main", "river", rating=hole, backwater=True, flap_m=0.05),
        link("flap-gate", "half", "main", "river", rating=hole, backwater=True, opening=0.5),
        link("flap-gate", "out-flap", "river", "yangtze", rating=hole, backwater=True),
    ]
    receivers = {**RESERVED_RECEIVERS, "yangtze": Receiver("yangtze", Name("Yangtze"), ReceiverKind.OUT, 172.0)}
    model = swmm(park_of(storages, links, receivers=receivers), script(horizon_s=HOUR))
    height = {name: float(cells[0]) for name, *cells in lines(model, "STORAGE")}

    assert model.routing is Routing.DYNWAVE
    assert lines(model, "ORIFICES")[0] == ["flap", "main", "river", "SIDE", "0.241886117", "0.61", "YES", "0"]
    assert ["flap", "RECT_CLOSED", "0.316227766", "0.316227766", "0", "0"] in lines(model, "XSECTIONS")
    assert lines(model, "OUTLETS")[0] == [
        "half", "main", "river", "0.4", "FUNCTIONAL/HEAD", "0.270196262", "0.5", "YES"
    ]  # fmt: skip
    assert height["main"] - height["river"] == 1
    outfalls = {name: cells for name, *cells in lines(model, "OUTFALLS")}
    assert outfalls["yangtze.out-flap"][1] == "FIXED"
    assert float(outfalls["yangtze.out-flap"][2]) - height["river"] == 2
    assert "the head that it takes to open these flap gates: flap" in model.not_carried
    halved = "the lower half of these openings: SWMM lets through what stands above their middle: half"
    assert halved in model.not_carried


def test_the_kinematic_wave_knows_no_backwater():
    """
    Asked for by name it gets the free flow, and the file says so.
    """
    storages = [pool("main", 400, shape=Prism(200), floor_m=1.0), pool("river", 2000, shape=Prism(500), floor_m=0.0)]
    flap = link("flap-gate", "flap", "main", "river", rating=OrificeRating(0.1, 0.4), backwater=True)
    model = swmm(park_of(storages, [flap]), script(horizon_s=HOUR), Routing.KINWAVE)

    assert "backwater: the water of these falls freely there: flap" in model.not_carried
