"""The same water here and in SWMM, and how far the two are apart."""

import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from sim.engine import play
from sim.exchange import Routing, as_played, swmm
from sim.park import LinkKind, Park
from sim.record.record import Record
from sim.scenario import Scenario

RUN = Path(__file__).with_name("swmm_run.py")
BARS = {"peak": 1.0, "overflow": 1.0, "first": 3.0}
"""What is allowed: % of capacity, % of inflow, minutes."""
STEP_S = 1.0
REPORT_S = 5.0


@dataclass(frozen=True)
class Difference:
    """SWMM's figure beside ours, and their difference in the unit of the bar."""

    what: str
    """peak, overflow or first."""
    id: str
    ours: float
    theirs: float
    apart: float
    """Of peaks the share of capacity [%], of overflows that of all inflow [%], of first overflows minutes."""


@dataclass(frozen=True)
class Pair:
    """A network that was run here and in SWMM."""

    park: Park
    scenario: Scenario
    record: Record
    theirs: dict
    """What SWMM reports: `at_s`, and `volume NAME` [m3] and `flow NAME` [m3/s] by SWMM's names."""
    names: dict
    """SWMM's names of storages and links by their ids."""

    def volume_m3(self, id):
        """What stands in a storage of SWMM's at every time it reports [m3]."""
        return self.theirs[f"volume {self.names[id]}"]

    def first_s(self, id):
        """When a storage of SWMM's was full for the first time [s]; nan when it never was."""
        over = np.flatnonzero(self.volume_m3(id) >= self.park.storages[id].holds_m3 * (1 - 1e-5))
        return self.theirs["at_s"][over[0]] if len(over) else float("nan")

    @cached_property
    def differences(self):
        """How far the two are apart in every peak, overflow and first overflow."""
        poured = sum(each.volume_m3(self.scenario.horizon_s) for each in self.scenario.inflows)
        found = []
        for place, id in enumerate(self.record.storages.ids):
            found.append(self._peak(place, id))
            found.append(_first(id, self.record.storages.full_at_s[place], self.first_s(id)))
        for place, id in enumerate(self.record.links.ids):
            if id in self.names and (id not in self.park.links or self.park.links[id].kind is LinkKind.SPILLWAY):
                passed = float(np.trapezoid(self.theirs[f"flow {self.names[id]}"], self.theirs["at_s"]))
                found.append(_overflow(id, self.record.links.passed[place].sum(), passed, poured))
        return [each for each in found if each is not None]

    def _peak(self, place, id):
        ours, theirs = float(self.record.storages.peak_m3[place]), float(self.volume_m3(id).max())
        return Difference("peak", id, ours, theirs, (theirs - ours) / self.park.storages[id].holds_m3 * 100)


def run_both(network, routing=Routing.KINWAVE, step_s=STEP_S, report_s=REPORT_S):
    """A network run here and in SWMM; what people do in it SWMM does when they did it here."""
    park, scenario = network()
    script = as_played(park, scenario) if park.sheets else scenario
    model = swmm(park, script, routing, step_s, report_s)
    names = {id: name for name, kind, id in model.ids if kind in ("storage", "link")}
    return Pair(park, scenario, play(park, scenario), run_swmm(model.text, names.values()), names)


def differences(network, routing=Routing.KINWAVE, step_s=STEP_S, report_s=REPORT_S):
    """Every difference of a network."""
    return run_both(network, routing, step_s, report_s).differences


def run_swmm(text, names):
    """What SWMM reports of the storages and links of a file, in a process of its own."""
    with TemporaryDirectory() as folder:
        inp = Path(folder) / "model.inp"
        inp.write_text(text, encoding="ascii")
        inp.with_suffix(".txt").write_text("\n".join(names), encoding="ascii")
        done = subprocess.run([sys.executable, RUN, inp], capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            report = inp.with_suffix(".rpt")
            raise RuntimeError(done.stderr + (report.read_text(encoding="utf-8") if report.exists() else ""))
        with np.load(inp.with_suffix(".npz")) as arrays:
            return dict(arrays)


def _first(id, ours, theirs):
    """When it was full for the first time; None when it never was, here and there."""
    if np.isnan(ours) and np.isnan(theirs):
        return None
    return Difference("first", id, float(ours) / 60, float(theirs) / 60, float(theirs - ours) / 60)


def _overflow(id, ours, theirs, poured):
    if ours == 0 and theirs < 1e-3:
        return None
    return Difference("overflow", id, float(ours), theirs, float(theirs - ours) / poured * 100)


def worst(found, what):
    """The largest difference of a kind; nothing when there is none."""
    return max((each for each in found if each.what == what), key=lambda each: abs(each.apart), default=None)


def missed(found):
    """The differences beyond their bars, as (what, id)."""
    return [(each.what, each.id) for each in found if not abs(each.apart) <= BARS[each.what]]
