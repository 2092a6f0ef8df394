"""Two networks whose figures a run prints as JSON, to compare the compiled kernel with the plain one.

python -m tests.water.everything
"""

import json

import numpy as np

from sim.engine import play
from sim.park import GateRating, GravityPipe, OrificeRating, Outlet, Prism, StageTable, Trapezoid, WeirRating
from tests.water.by_hand import (
    HOUR,
    above,
    at,
    below,
    link,
    park_of,
    pool,
    pour,
    pump,
    script,
    sparing,
    spillway,
    valve,
)


def chain():
    """
    fire -> bund --crest of 5 m--> pool --DN300, 800 s--> public pool --pump with a dead band--> treated
    """
    storages = [pool("bund", 200, shape=Prism(100)), pool("pool", 300, shape=Prism(100)), pool("public", 600, "public")]
    links = [
        spillway("crest", "bund", "pool", rating=WeirRating(5, 2)),
        link("pipe", "pipe", "pool", "public", rating=GravityPipe(0.3, 800, 4.0), lag_s=800),
        pump("lift", "public", "treated", 0.13, start_m3=250.0, stop_m3=50.0),
    ]
    inflows = [pour("release", "bund", (0, 0.3), (600, 0.0)), pour("fire", "bund", (300, 0.11), (3 * HOUR, 0.0))]
    return park_of(storages, links), script(*inflows, horizon_s=4 * HOUR, mixture_quantum=0.1)


def everything(behaviour):
    """All kinds of links, shapes, outlets, inflows and actions in one park; a loop with travel time; a full pool."""
    storages = [
        pool("bund", 100, initial={"product": 20, "rain": 30}, shape=Prism(50), dead_m3=5),
        pool("yard", 60, initial={"rain": 10}, shape=StageTable((0.0, 0.5, 1.0), (0.0, 20.0, 60.0))),
        pool("pool", 150, "public", shape=Prism(75)),
        pool("well", 40, "public"),
        pool("river", 900, "boundary", initial={"river": 400}, shape=Trapezoid(100, 5, 1.5)),
    ]
    links = [
        valve("drain", "bund", "yard", 0.05, opening=0.0, leak=0.02),
        link("pump", "skimmer", "bund", "recovered", 0.01, outlet=Outlet.TOP),
        link("orifice", "hole", "yard", "pool", rating=OrificeRating(0.02, 0.1), lag_s=120),
        link("weir", "notch", "yard", "river", rating=WeirRating(0.5, 0.7), priority=1),
        pump("transfer", "pool", "well", 0.07, back_pressure=True, lag_s=60, transfer=True),
        pump("lift", "well", "pool", 0.02, start_m3=30.0, stop_m3=5.0, lag_s=300),
        link("gate", "gate", "river", "out", rating=GateRating(0.8, 0.5), opening=0.2, leak=0.01),
        link("pipe", "culvert", "pool", "river", rating=GravityPipe(0.2, 50, 0.5, invert_m=1.0), lag_s=90),
        spillway("crest", "bund", "yard", rating=WeirRating(2, 2, head_m=0.3)),
        spillway("over", "pool", "river"),
    ]
    inflows = [
        pour("release", "bund", (0, 0.03), (1500, 0.0)),
        pour("fire", "bund", (300, 0.04), (5000, 0.0)),
        pour("process", "yard", (100, 0.005)),
        pour("rain", ("yard", "river"), (600, 1e-5), (2400, 2e-5), (4200, 0.0), factors=(900.0, 2500.0)),
        pour("river", "river", (0, 0.2)),
    ]
    actions = [
        above("bund", 70, ("drain", 0.5), id="let-down", after_s=60),
        below("bund", 40, ("drain", 0.0), id="keep"),
        at(2000, ("gate", 0.0), ("skimmer", 0.0), id="shut"),
        above("river", 800, ("gate", 0.5), id="open"),
    ]
    script_ = script(*inflows, horizon_s=2 * HOUR, actions=actions, behaviour=behaviour, mixture_quantum=0.1)
    return park_of(storages, links), script_


def figures():
    """Every number of the records, by its name."""
    cases = {"chain": chain(), **{name: everything(name) for name in ("mixes", "floats", "sinks")}}
    park, scenario = everything("mixes")
    cases["packed"] = sparing(park), scenario
    return {f"{name}.{column}": values for name, case in cases.items() for column, values in _of(play(*case)).items()}


def _of(record):
    """The numbers of one record."""
    parts = {part: getattr(record, part) for part in ("storages", "links", "tiers", "ledger", "trace")}
    arrays = {
        f"{part}.{name}": getattr(columns, name)
        for part, columns in parts.items()
        for name in columns.__slots__
        if isinstance(getattr(columns, name), np.ndarray)
    }
    numbers = {name: values.ravel().tolist() for name, values in arrays.items()}
    return {**numbers, "events": [[each.at_s, each.what, each.subject] for each in record.events]}


if __name__ == "__main__":
    print(json.dumps(figures()))
