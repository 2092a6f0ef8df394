"""`run`: play a scenario, save what was seen, print the verdict."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.output import make_console, printing
from sim.cli.parser import program, run_parser
from sim.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.load import Case
    from sim.result import Result

BREACHED = 1


def main(words: Sequence[str]) -> int:
    """Play the scenario that the words name; returns the exit status."""
    parser = run_parser()
    given = parser.understand(words)
    if given.help:
        with printing():
            print(parser.format_help(), end="")
        return 0
    result, case, folder = _play(_only(given.scenario), given)
    with printing():
        _show(result, case, folder, given)
    return BREACHED if given.fail_on_breach and result.verdict.breached else 0


def _only(scenarios: list[str]) -> str:
    """The one scenario.

    Raises:
        InputError: there is none, or another one.
    """
    if not scenarios:
        raise InputError(f"name a scenario, such as: {program()} run scenarios/changshou-tank-fire.yaml")
    if len(scenarios) > 1:
        raise InputError(f"one scenario at a time; found {', '.join(scenarios)}")
    if os.path.isdir(scenarios[0]):
        raise InputError(f"{scenarios[0]} is a folder; name a scenario, a file with park: and horizon:")
    if "." not in scenarios[0]:
        _refuse_bare(scenarios[0])
    return scenarios[0]


def _refuse_bare(name: str) -> None:
    """Say which file is meant by a name without folder and ending.

    Raises:
        InputError: there is no file of that name, but a scenario of that name or nearly so.
    """
    from sim.load.suggest import did_you_mean

    scenarios = {path.stem: path for path in Path("scenarios").glob("*.yaml")}
    close = None if os.path.exists(name) else did_you_mean(name, scenarios)
    if close:
        raise InputError(f"there is no file {name}; did you mean '{scenarios[close].as_posix()}'?")


def _play(scenario: str, given: Namespace) -> tuple[Result, Case, Path]:
    """Load, run and save."""
    from sim.load import load_case

    case = load_case(scenario, given.pick, given.set)

    from sim.result import run, save
    from sim.water.jit import is_cold

    if is_cold() and sys.stderr.isatty():
        print("Compiling the water kernel: about 20 s, once on this machine.", file=sys.stderr)
    result = run(case.park, case.scenario, trace=not given.no_trace)
    return result, case, save(result, case, given.out, bom=given.bom)


def _show(result: Result, case: Case, folder: Path, given: Namespace) -> None:
    """Print what was asked for."""
    if given.json:
        print((folder / "summary.json").read_text(encoding="utf-8"), end="")
    elif not given.quiet:
        from sim.report import print_result

        changes = [*filter(None, [case.pick]), *case.sets]
        print_result(make_console(), result.park, result.scenario, result.record, result.verdict,
                     str(folder), given.lang, changes)  # fmt: skip
