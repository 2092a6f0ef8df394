"""A small park with crews and operation sheets, and response plans in it, by hand.

    bund (600 m3) -(valve, open)-> main (500 m3) -(gate, open)-> river (10,000 m3) -> out
                                     -(lift, stopped)-> pool (5,000 m3) -(works, stopped)-> treated
"""

from sim.called import Called
from sim.lint import Kind, find_conflicts
from sim.park import (
    Crew,
    Equipment,
    Link,
    LinkKind,
    Name,
    Operation,
    Park,
    Quantity,
    Sensor,
    SensorKind,
    Sheet,
    Storage,
    Tier,
)
from sim.report.conflicts import conflict_lines
from sim.scenario import Detected, Ending, Inflow, InflowKind, Level, Rule, Scenario, SheetEnds

MINUTE = 60.0
HOUR = 3600.0

TIERS = {id: Tier(id, Name(id), Name("")) for id in ("plant", "public", "boundary")}
STORAGES = [
    Storage("bund", Name("Bund"), "plant", "bund", 600),
    Storage("main", Name("Rain main"), "public", "pipe", 500),
    Storage("pool", Name("Public pool"), "public", "accident-pool", 5000),
    Storage("river", Name("River"), "boundary", "river-section", 10_000, initial={"river": 2000}),
]
LINKS = [
    Link("valve", Name("Rain valve"), LinkKind.VALVE, "bund", "main", 1.0),
    Link("gate", Name("Outfall"), LinkKind.GATE, "main", "river", 2.0),
    Link("lift", Name("Lift"), LinkKind.PUMP, "main", "pool", 0.5, opening=0.0, power="west"),
    Link("works", Name("Works"), LinkKind.PUMP, "pool", "treated", 0.05, opening=0.0),
    Link("weir", Name("weir"), LinkKind.SPILLWAY, "river", "out"),
]
CREWS = [
    Crew("gates", Name("Gate crew"), 2),
    Crew("pumps", Name("Pump crew"), 1),
    Crew("far", Name("City"), 2, arrives_s=HOUR),
]
EQUIPMENT = [Equipment("truck", Name("Truck pump"), 2, "pump"), Equipment("bags", Name("Sandbags"), 300, spent=True)]
EYES = [
    Sensor("eye", Name("Camera"), SensorKind.CAMERA, "bund", Quantity.PRESENCE, every_s=MINUTE),
    Sensor("gauge", Name("Gauge"), SensorKind.LEVEL, "main", Quantity.VOLUME, 100, reset=50),
    Sensor("meter", Name("Meter"), SensorKind.FLOW, "gate", Quantity.FLOW, 0.1, reset=0.05),
]


def sheet(id, operation=None, facility=None, **others):
    """A sheet such as `shut-gate`, whose name says what is done where."""
    verb, _, place = id.partition("-")
    return Sheet(id, Name(id), facility or place, Operation(operation or verb), **others)


SHEETS = [
    sheet("shut-gate", crew="gates", travel_s=10 * MINUTE, work_s=10 * MINUTE),
    sheet("open-gate", crew="gates", travel_s=10 * MINUTE, work_s=10 * MINUTE),
    sheet("shut-valve", crew="gates", travel_s=10 * MINUTE, work_s=5 * MINUTE),
    sheet("start-lift", crew="pumps", travel_s=5 * MINUTE, work_s=10 * MINUTE),
    sheet("stop-lift", crew="pumps", travel_s=5 * MINUTE, work_s=5 * MINUTE),
    sheet("start-works", crew="pumps", travel_s=5 * MINUTE, work_s=10 * MINUTE),
    sheet("check-main", crew="gates", travel_s=5 * MINUTE, work_s=5 * MINUTE),
]


def park(*sheets, storages=(), links=(), crews=(), equipment=(), sensors=()):
    """The park of the drawing with more sheets, or others of the same id."""
    def by_id(*parts):
        return {each.id: each for each in parts}

    others = {
        "tiers": TIERS, "sheets": by_id(*SHEETS, *sheets), "crews": by_id(*CREWS, *crews),
        "equipment": by_id(*EQUIPMENT, *equipment), "sensors": by_id(*EYES, *sensors),
    }  # fmt: skip
    return Park.of([*STORAGES, *storages], [*LINKS, *links], **others)


SPILL = Inflow("spill", InflowKind.RELEASE, ("bund",), (1.0,), (0.0, HOUR), (0.1, 0.0))
FIRE = Inflow("fire", InflowKind.FIRE, ("bund",), (1.0,), (0.0, 5 * HOUR), (0.2, 0.0))


KNOWN = Detected()
"""What most plans begin with."""


def plan(*rules, actions=(), **others):
    """A scenario with rules: 360 m3 of product within the first hour and 3,600 m3 of fire water within five."""
    parts = {"horizon_s": 72 * HOUR, "inflows": (SPILL, FIRE), **others}
    return Scenario("fire", Name("Fire"), rules=rules, actions=tuple(actions), **parts)


def rule(id, when, *do, **others):
    """A rule that orders sheets."""
    return Rule(id, when, do=do, **others)


def above(storage, volume_m3, reset_m3=None):
    return Level(storage, volume_m3, reset_m3=reset_m3)


def below(storage, volume_m3, reset_m3=None):
    return Level(storage, volume_m3, rising=False, reset_m3=reset_m3)


def done(id):
    return SheetEnds(id, Ending.DONE)


def failed(id):
    return SheetEnds(id, Ending.FAILED)


def found(scenario, where=None, kind=Kind.OPPOSED):
    """What is found of a kind."""
    called = Called(where or park(), scenario)
    every = find_conflicts(called.park, scenario)
    assert len(conflict_lines(called, every)) == len(every) + 1  # whatever is found can be said
    return [each for each in every if each.kind is kind]


def blind(id):
    """A camera that sees nothing."""
    return Sensor(id, Name(id), SensorKind.CAMERA, "bund", Quantity.PRESENCE, misses=1.0)
