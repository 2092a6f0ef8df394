"""The one scenario that a command is about: named, read, and warned about."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.parser import program
from sim.errors import InputError
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.load import Case
    from sim.result import Result



def only(scenarios: list[str], command: str) -> str:
    """The one scenario.

    Raises:
        InputError: there is none, or another one.
    """
    scenario = one(scenarios, command, Message("scenario"), "scenarios/changshou-tank-fire.yaml")
    if os.path.isdir(scenario):
        raise InputError(Message("{scenario} is a folder; name a scenario, a file with park: and horizon:",
                                 scenario=scenario))  # fmt: skip
    return scenario


def one(paths: list[str], command: str, what: Message, example: str) -> str:
    """The one file or folder that a command is about.

    Raises:
        InputError: there is none, another one, or the bare name of a scenario.
    """
    if not paths:
        raise InputError(Message("name a {what}, such as: {program} {command} {example}", what=what,
                                 program=program(), command=command, example=example))  # fmt: skip
    if len(paths) > 1:
        raise InputError(Message("one {what} at a time; found {paths}", what=what, paths=Listed(paths)))
    if "." not in paths[0]:
        _refuse_bare(paths[0])
    return paths[0]


def _refuse_bare(name: str) -> None:
    """Say which file is meant by a name without folder and ending.

    Raises:
        InputError: there is no file of that name, but a scenario of that name or nearly so.
    """
    from sim.load.suggest import did_you_mean

    scenarios = {path.stem: path for path in Path("scenarios").glob("*.yaml")}
    close = None if os.path.exists(name) else did_you_mean(name, scenarios)
    if close:
        raise InputError(Message("there is no file {name}; did you mean '{close}'?", name=name,
                                 close=scenarios[close].as_posix()))  # fmt: skip


def read(scenario: str, given: Namespace, incident: str = "") -> Case:
    """The scenario with the changes that the words ask for, and the incident that was drawn for it, if any.

    Raises:
        InputError: an age is named, and no levels that could have it.
    """
    from sim.load import load_case

    if given.levels is None and given.max_age is not None:
        raise InputError(Message("--max-age says how old measured levels may be; write --levels FILE too, or leave it "
                                 "out"))  # fmt: skip
    age = {} if given.max_age is None else {"max_age_s": given.max_age}
    return load_case(scenario, given.pick, given.set, given.levels, incident=incident or None, **age)


def is_result(path: str | Path) -> bool:
    """Whether a path is the folder of a result."""
    from sim.record.store import RECORD

    return (Path(path) / RECORD).is_file()


def refuse_beyond(at_s: float | None, result: Result) -> None:
    """Refuse a time of which a run knows nothing.

    Raises:
        InputError: the time lies beyond the end of the run.
    """
    from sim.units import time_text

    end_s = result.record.horizon_s
    if at_s is not None and at_s > end_s:
        raise InputError(about("--at", Message("{time} lies beyond the end of the run, {time2}; name a time "
                                               "up to then", time=time_text(at_s),
                                               time2=time_text(end_s))))  # fmt: skip


def warn_if_cold(language: str) -> None:
    """Tell somebody who looks on why the first run takes so long."""
    from sim.water.native import is_cold

    if is_cold() and sys.stderr.isatty():
        from sim.words import text

        print(text("command_compiling", language), file=sys.stderr)


def changes_of(case: Case) -> list[str]:
    """What was changed in the scenario for this run, as it was written."""
    levels = f"--levels {case.levels}" if case.levels else ""
    seed = "" if case.seed is None else case.draw or f"--seed {case.seed}"
    return [*filter(None, [case.pick, case.incident, levels]), *case.sets, *filter(None, [seed])]
