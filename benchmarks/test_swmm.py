"""A run of ours beside one of EPA SWMM, of the same plants for 72 h.

    make bench

SWMM routes by the kinematic wave in steps of 30 s and reports once an hour; only its solver is timed, in a process of
its own. Times are the processor's, so that what else the machine does counts on neither side. Each plant is Changshou's
A-001 with a rain main of its own; 25 of them share a section of river. Two cases:

- *one wet*: a fire at one plant, no water anywhere else but in the river;
- *all wet*: the same, and a 2-year storm on every plant.

The third is the Changshou park as it is, with people, in its tank fire in a storm. Since most of a SWMM file are the
conduits of travel times, SWMM is timed with one conduit for each as well ("lean"), which would be too coarse to trust.
"""

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, replace

from benchmarks import runs
from benchmarks.parks import changshou as changshou_case
from sim.engine import play
from sim.exchange import Routing, as_played, swmm
from sim.exchange.swmm import reach
from sim.hydrology.storms import StormFormula, chicago
from sim.park import Park
from sim.result import run
from sim.scenario import InflowKind
from tests.exchange.networks import changshou
from tests.water.by_hand import HOUR, MINUTE, pour

TIMED = """
import sys, time
from swmm.toolkit import solver
begins = time.process_time()
solver.swmm_run(*sys.argv[1:])
print("\\ntook", time.process_time() - begins)
"""
NUMBERS = (1, 10, 50, 186)
WET = {"one wet": False, "all wet": True}
SHARE = 25
"""Plants at one section of river."""
RIVER = "river-1"
RAINED_ON = {"a-001-drain": 68_000.0, "a-001-bund": 4_000.0}
"""What sheds rain into a plant's storages, times its runoff coefficient [m2]."""
BAR = 100
"""How many times faster than SWMM a run of 186 plants is."""


def plants(number, wet):
    """Plants side by side for 72 h, with a fire at the first; in a storm when all are `wet`."""
    park, scenario = changshou()
    stand = [(place, id) for place in range(number) for id in park.storages if id != RIVER or place % SHARE == 0]
    storages = [replace(park.storages[id], id=_name(place, id)) for place, id in stand]
    links = [_linked(place, each, park) for place, id in stand for each in park.links.values() if each.source == id]
    rivers = [_name(place, id) for place, id in stand if id == RIVER]
    inflows = [_poured(each, rivers) for each in scenario.inflows]
    if wet:
        areas = {_name(place, id): area for place in range(number) for id, area in RAINED_ON.items()}
        storm = chicago(StormFormula(1111, 0.945, 9.713, 0.561), 2 * HOUR, period_a=2, step_s=8 * MINUTE)
        inflows.append(pour("rain", tuple(areas), *storm, factors=tuple(areas.values())))
    actions = [replace(each, openings=tuple((_name(0, link), to) for link, to in each.openings))
               for each in scenario.actions]  # fmt: skip
    many = Park.of(storages, links, tiers=park.tiers)
    return many, replace(scenario, inflows=tuple(inflows), actions=tuple(actions), horizon_s=72 * HOUR)


def _name(place, id):
    """What something of a plant is called; the river's section has the name of the first plant at it."""
    return f"{place // SHARE * SHARE if id == RIVER else place}.{id}"


def _linked(place, link, park):
    target = _name(place, link.target) if link.target in park.storages else link.target
    return replace(link, id=f"{place}.{link.id}", source=_name(place, link.source), target=target)


def _poured(inflow, rivers):
    """An inflow of the plant at the first of many; the river's base flow in each of its sections."""
    if inflow.kind is InflowKind.RIVER:
        return replace(inflow, into=tuple(rivers), factors=(1.0,) * len(rivers))
    return replace(inflow, into=tuple(_name(0, id) for id in inflow.into))


@dataclass
class Timed:
    """The same plants here and in SWMM; times are medians of processor time [s]."""

    case: str
    number: int
    events: int
    conduits: int
    first: float
    """Our first run in this park, its network made."""
    ours: float
    whole: float
    """Ours with trace and verdict."""
    theirs: float
    lean: float
    """SWMM with one conduit for every travel time."""

    @property
    def row(self):
        """A line of the table."""
        ratios = self.theirs / self.ours, self.lean / self.ours
        cells = (
            f"{self.case}", f"{self.number}", f"{self.events:,}", f"{self.conduits:,}", f"{self.ours * 1e3:.1f} ms",
            f"{self.theirs:.2f} s", f"{ratios[0]:,.0f}", f"{self.lean:.2f} s", f"{ratios[1]:,.0f}",
            f"{self.whole * 1e3:.1f} ms", f"{self.lean / self.whole:,.0f}", f"{self.first * 1e3:.0f} ms",
        )  # fmt: skip
        return f"| {' | '.join(cells)} |"


HEADING = (
    "| case | plants | our events | conduits | ours | SWMM | times faster | SWMM, lean | times faster "
    "| ours, trace and verdict | lean, times | ours, first run |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def timed(case, number, park, scenario, folder, monkeypatch):
    """Run the plants here and there, several times each."""
    script = as_played(park, scenario) if park.sheets else scenario
    park = replace(park)  # one that has not been run before
    full = swmm(park, script, Routing.KINWAVE, step_s=30.0, report_s=HOUR).text
    with monkeypatch.context() as patch:
        patch.setattr(reach, "PIECES", 1)
        lean = swmm(park, script, Routing.KINWAVE, step_s=30.0, report_s=HOUR).text
    first = _span(lambda: play(park, scenario, trace=False))
    spans = {"ours": [], "whole": [], "theirs": [], "lean": []}
    for _ in range(3):
        spans["ours"] += [_span(lambda: play(park, scenario, trace=False)) for _ in range(10)]
        spans["whole"] += [_span(lambda: run(park, scenario).verdict) for _ in range(5)]
        spans["theirs"].append(_swmm_s(full, folder))
        spans["lean"].append(_swmm_s(lean, folder))
    medians = {name: statistics.median(found) for name, found in spans.items()}
    events = play(park, scenario, trace=False).kernel_events
    return Timed(case, number, events, _conduits(full), first, **medians)


def _span(action):
    """What it takes of the processor [s]."""
    begins = time.process_time()
    action()
    return time.process_time() - begins


def _swmm_s(text, folder):
    """What SWMM's solver takes in a process of its own [s]."""
    inp = folder / "model.inp"
    inp.write_text(text, encoding="ascii")
    files = [inp, inp.with_suffix(".rpt"), inp.with_suffix(".out")]
    done = subprocess.run([sys.executable, "-c", TIMED, *files], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def _conduits(text):
    return len(text.split("[CONDUITS]\n")[1].split("\n[")[0].splitlines())


def test_runs_beside_swmm(tmp_path, monkeypatch, capsys):
    """A run of 186 plants is 100 times faster than SWMM's, with one plant wet, with all of them, and in Changshou."""
    play(*plants(1, wet=False), trace=False)
    cases = [(name, number, *plants(number, wet)) for name, wet in WET.items() for number in NUMBERS]
    case = changshou_case("storm-relief")
    cases.append(("Changshou", 186, case.park, case.scenario))
    found = []
    with capsys.disabled():
        print(f"\n{HEADING}")
        for each in cases:
            found.append(timed(*each, tmp_path, monkeypatch))
            print(found[-1].row, flush=True)

    assert [each.theirs / each.ours >= BAR for each in found if each.number == 186] == [True, True, True]


ENSEMBLE = 100
"""Runs of ours, outcome included; of SWMM's the first few, since each takes seconds."""
ENSEMBLE_BARS = {(Routing.KINWAVE, 30.0): 1000, (Routing.DYNWAVE, 5.0): 4000}
"""How many times faster a run of ours is than one of SWMM's of the lean file, by its routing and its steps [s]."""


def test_an_ensemble_beside_swmm(tmp_path, monkeypatch, capsys):
    """The same uncertain fires at one of 186 plants: ours with their outcome, SWMM's in a process each."""
    park, scenario = plants(186, wet=False)
    fires = [(park, runs.varied(scenario, seed), None) for seed in range(ENSEMBLE)]
    runs.run(*fires[0])
    ours = _span(lambda: [runs.run(*each) for each in fires]) / ENSEMBLE
    monkeypatch.setattr(reach, "PIECES", 1)
    ratios = {}
    with capsys.disabled():
        for routing, step_s in ENSEMBLE_BARS:
            theirs = [_swmm_s(swmm(park, fire, routing, step_s=step_s, report_s=HOUR).text, tmp_path)
                      for _, fire, _ in fires[:2]]  # fmt: skip
            ratios[routing, step_s] = statistics.mean(theirs) / ours
            print(f"\n{routing.name} in steps of {step_s:g} s: {statistics.mean(theirs):.2f} s, "
                  f"ours {ours * 1e3:.2f} ms, {ratios[routing, step_s]:,.0f} times", flush=True)  # fmt: skip

    assert {key: ratio >= ENSEMBLE_BARS[key] for key, ratio in ratios.items()} == dict.fromkeys(ENSEMBLE_BARS, True)
