"""A park small enough to know every drill of it by heart.

    plant-1: bund --drain valve (power a), shut by hand--> main --outfall (power a), plug--> out
                                                           main --pump (power a)--> pool
    outside crew `helpers` (there 1 h after the call) raises the bund's crest; it can be lowered again
"""

from dataclasses import replace

from sim.drill.cover import Candidate, Sort
from sim.park import Crew, Link, LinkKind, Name, Operation, Park, Plant, PowerArea, Sheet, Storage
from sim.scenario import Detected, Detection, Inflow, InflowKind, Rule, Scenario

MINUTE, HOUR = 60.0, 3600.0


def sheet(id, facility, operation, minutes, crew="duty", **others):
    """A sheet of so many minutes of work on the spot."""
    return Sheet(id, Name(id), facility, operation, crew=crew, travel_s=0.0, work_s=minutes * MINUTE, **others)


SHEETS = (
    sheet("bund-check", "bund", Operation.CHECK, 5),
    sheet("bund-raise", "bund", Operation.RAISE, 60, "helpers"),
    sheet("bund-lower", "bund", Operation.LOWER, 30, "helpers"),
    sheet("drain-shut", "drain", Operation.SHUT, 2, power=True),
    sheet("drain-open", "drain", Operation.OPEN, 2, power=True),
    sheet("drain-by-hand", "drain", Operation.SHUT, 30),
    sheet("outfall-shut", "outfall", Operation.SHUT, 10),
    sheet("outfall-open", "outfall", Operation.OPEN, 10),
    sheet("outfall-plug", "outfall", Operation.SEAL, 30),
    sheet("pump-start", "pump", Operation.START, 5, power=True),
    sheet("pump-stop", "pump", Operation.STOP, 5),
)


def park(*more, **others):
    """The park; with more sheets."""
    storages = [
        Storage("bund", Name("Bund", "围堰"), "plant", "bund", 600, plant="plant-1", raise_m3=60),
        Storage("main", Name("Main", "雨水管"), "public", "pipe", 200),
        Storage("pool", Name("Pool", "事故池"), "public", "accident-pool", 1000),
    ]
    links = [
        Link("drain", Name("Drain", "雨水阀"), LinkKind.VALVE, "bund", "main", 0.1, power="a"),
        Link("outfall", Name("Outfall", "排口"), LinkKind.GATE, "main", "out", 1.0),
        Link("pump", Name("Pump", "截流泵"), LinkKind.PUMP, "main", "pool", 0.1, opening=0.0, power="a"),
        Link("bund-crest", Name("Crest"), LinkKind.SPILLWAY, "bund", "main", opening=1.0),
    ]
    parts = {
        "plants": {"plant-1": Plant("plant-1", Name("Plant 1", "企业1"), "A", hazardous=True)},
        "power_areas": {"a": PowerArea("a", Name("a"))},
        "crews": {"duty": Crew("duty", Name("Duty", "值班队"), 1),
                  "helpers": Crew("helpers", Name("Helpers", "抢险队"), 1, arrives_s=HOUR)},
        "sheets": {each.id: each for each in (*SHEETS, *more)},
    }  # fmt: skip
    return Park.of(storages, links, **{**parts, **others})


def given(here, *rules, faults=(), actions=(), horizon_s=2 * HOUR, id="spill"):
    """A spill into the bund that is reported after 1 min, with a response plan."""
    spill = Inflow("spill", InflowKind.RELEASE, ("bund",), (1.0,), (0.0, 60.0), (0.1, 0.0))
    scenario = Scenario(id, Name("Spill", "泄漏"), horizon_s, (spill,), actions, rules=rules,
                        detection=Detection(60.0), faults=faults)  # fmt: skip
    return Candidate(id, scenario.name, Sort.GIVEN, scenario, here)


def order(*sheets, **others):
    """A rule that orders sheets when the incident is known."""
    return replace(Rule("order", Detected(), do=sheets), **others)
