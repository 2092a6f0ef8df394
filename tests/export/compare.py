"""The same water here and in SWMM, and how far the two are apart.

    make crosscheck

prints the table of docs/validation.md anew.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from sim.engine import play
from sim.export import Routing, as_played, swmm
from sim.park import LinkKind
from tests.export.networks import NETWORKS, whole_park

RUN = Path(__file__).with_name("swmm_run.py")
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


def differences(network, routing=Routing.KINWAVE, step_s=STEP_S, report_s=REPORT_S):
    """Every difference of a network; what people do in it SWMM does when they did it here."""
    park, scenario = network()
    script = as_played(park, scenario) if park.sheets else scenario
    model = swmm(park, script, routing, step_s, report_s)
    names = {id: name for name, kind, id in model.ids if kind in ("storage", "link")}
    theirs = run_swmm(model.text, names.values())
    record = play(park, scenario, trace=False)
    poured = sum(each.volume_m3(scenario.horizon_s) for each in scenario.inflows)
    found = []
    for place, id in enumerate(record.storages.ids):
        volume, holds = theirs[f"volume {names[id]}"], park.storages[id].holds_m3
        found.append(_peak(id, record.storages.peak_m3[place], volume.max(), holds))
        found.append(_first(id, record.storages.full_at_s[place], theirs["at_s"], volume, holds))
    for place, id in enumerate(record.links.ids):
        if id in names and (id not in park.links or park.links[id].kind is LinkKind.SPILLWAY):
            passed = float(np.trapezoid(theirs[f"flow {names[id]}"], theirs["at_s"]))
            found.append(_overflow(id, record.links.passed[place].sum(), passed, poured))
    return [each for each in found if each is not None]


def run_swmm(text, names):
    """What SWMM reports of the storages and links of a file, in a process of its own."""
    with TemporaryDirectory() as folder:
        inp = Path(folder) / "model.inp"
        inp.write_text(text, encoding="ascii")
        inp.with_suffix(".txt").write_text("\n".join(names), encoding="ascii")
        done = subprocess.run([sys.executable, RUN, inp], capture_output=True, text=True, check=False, timeout=60)
        if done.returncode:
            report = inp.with_suffix(".rpt")
            raise RuntimeError(done.stderr + (report.read_text(encoding="utf-8") if report.exists() else ""))
        with np.load(inp.with_suffix(".npz")) as arrays:
            return dict(arrays)


def _peak(id, ours, theirs, holds):
    return Difference("peak", id, float(ours), float(theirs), float(theirs - ours) / holds * 100)


def _first(id, ours, at_s, volume, holds):
    """When it was full for the first time; None when it never was, here and there."""
    over = np.flatnonzero(volume >= holds * (1 - 1e-5))
    theirs = at_s[over[0]] if len(over) else float("nan")
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


def table(routing=Routing.KINWAVE):
    """The table, a line a network."""
    lines = [
        "| network | peaks, of capacity | overflows, of inflow | first overflows |",
        "|---|---|---|---|",
    ]
    for name, network in NETWORKS.items():
        found = differences(network, routing)
        lines.append(_line(name, found))
    return "\n".join(lines)


def _line(name, found):
    """A line of the table."""
    cells = [_cell(worst(found, what), unit) for what, unit in (("peak", "%"), ("overflow", "%"), ("first", "min"))]
    return f"| {name} | {' | '.join(cells)} |"


def _cell(found, unit):
    return "none" if found is None else f"{found.apart:+.2f} {unit} ({found.id})"


if __name__ == "__main__":
    for routing in Routing:
        print(f"{routing}\n\n{table(routing)}\n")
    whole = differences(whole_park, Routing.KINWAVE, report_s=60.0)
    print(_line("whole Changshou park, kinwave", whole))
    beyond = [each for each in whole if each.what == "peak" and abs(each.apart) > 1]
    print("peaks beyond 1 %:", ", ".join(f"{each.id} {each.apart:+.2f}" for each in beyond))
