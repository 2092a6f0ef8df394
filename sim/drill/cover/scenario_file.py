"""A generated drill as a scenario file that loads again to the same scenario."""

from __future__ import annotations

import os
from pathlib import Path

from sim.drill.cover.candidate import Candidate
from sim.drill.cover.duty import Hindrance, failing_id
from sim.drill.cover.template import LEAK_S
from sim.load.emit import Data, to_yaml
from sim.park import Name
from sim.scenario import (
    Detected,
    Ending,
    Fault,
    Rule,
    Scenario,
    SheetEnds,
    Trigger,
)
from sim.units import SECONDS_AN_HOUR
from sim.words import LANGUAGES


def write_scenario(candidate: Candidate, park: Path, folder: Path) -> Path:
    """Write the scenario of a generated drill, which plays in the park of a folder or file; returns the file."""
    path = folder / f"{candidate.scenario.id}.yaml"
    path.write_text(to_yaml(_data(candidate.scenario, os.path.relpath(park, folder))), encoding="utf-8", newline="\n")
    return path


def _data(scenario: Scenario, park: str) -> dict[str, Data]:
    """What the reader would read, in its words."""
    (leak,) = scenario.inflows
    report_s = scenario.detection.report_s
    assert report_s is not None  # generated incidents are reported
    data: dict[str, Data] = {
        "name": _names(scenario.name),
        "park": Path(park).as_posix(),
        "starts": scenario.starts,
        "horizon": f"{scenario.horizon_s / SECONDS_AN_HOUR:.15g} h",
        "basis": "assumed",
        "source": "generated to exercise operation sheets",
        "releases": {leak.id: {"into": leak.into[0], "at": "0 s", "over": _time(LEAK_S),
                               "volume": f"{round(leak.rates[0] * LEAK_S, 3):.15g} m3"}},
        "detection": {"report": _time(report_s)},
        "response": {rule.id: _rule(rule) for rule in scenario.rules},
    }  # fmt: skip
    if scenario.faults:
        data["faults"] = {fault.id: _fault(fault) for fault in scenario.faults}
    return data


def _names(name: Name) -> Data:
    return {language: name.in_language(language) for language in LANGUAGES}


def _time(time_s: float) -> str:
    return f"{time_s:.15g} s"


def _rule(rule: Rule) -> Data:
    said: dict[str, Data] = {"when": _when(rule.when), "after": _time(rule.after_s)}
    said |= {key: list(ids) for key, ids in (("do", rule.do), ("call", rule.call)) if ids}
    return said


def _when(trigger: Trigger) -> Data:
    match trigger:
        case SheetEnds(sheet=sheet, how=how):
            return {"done" if how is Ending.DONE else "failed": sheet}
        case Detected():
            return "detected"
        case _:
            raise TypeError(f"no generated drill waits for {trigger}")


def _fault(fault: Fault) -> Data:
    what = fault.what
    assert isinstance(what, Hindrance)  # no other is in a generated drill
    return {what.key: failing_id(what)}
