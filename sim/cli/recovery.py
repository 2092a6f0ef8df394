"""`recovery`: when every space is empty again after an accident, and what a second one would find."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_played
from sim.cli.parser import Parser
from sim.cli.study import Findings, Tell, play_study
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.result import Result
    from sim.study import Recovery


def _carry_out(given: Namespace) -> int:
    """Play on after the scenario that the words name; returns the exit status."""
    return play_study("recovery", given, _study)


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
    from sim.called import Called
    from sim.report.recovery import print_recovery, recovery_notes
    from sim.study import recovery
    from sim.study.tables import recovery_table, second_event_table

    park = result.park
    span = {} if given.up_to is None else {"up_to_s": given.up_to}
    found = recovery(park, result.scenario, from_s=given.from_, tell=tell, **span)
    if given.levels_at is not None:
        _write_levels(found, *given.levels_at, bom=given.bom)
    return Findings(
        {"recovery.csv": recovery_table(found), "second-event.csv": second_event_table(found)},
        lambda console: print_recovery(console, Called(park, language=given.lang), found),
        recovery_notes(Called(park, language=given.lang), found),
    )


def _write_levels(found: Recovery, after: str, file: str, *, bom: bool) -> None:
    """Write what still stands in the park some time after the horizon, for `run --levels`.

    Raises:
        InputError: the time is none, or the file cannot be written.
    """
    from sim.record.table import write_table
    from sim.study.levels import levels_at
    from sim.units import Dimension, UnitError, parse

    try:
        after_s = parse(after, Dimension.TIME)
    except UnitError as error:
        raise InputError(about("--levels-at", error.message)) from error
    if after_s < 0:
        raise InputError(about("--levels-at", Message("must not be negative, found {text}", text=after)))
    table = levels_at(found, after_s)
    try:
        write_table(Path(file), table, bom)
    except OSError as error:
        raise InputError(about(file, Message("the levels cannot be written: {reason}", reason=cause(error)))) from error


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("--up-to", "help_recovery_up_to", metavar="TIME", type=values.time_s)
    parser.add("--from", "help_recovery_from", dest="from_", metavar="TIME", type=values.time_s)
    parser.add("--levels-at", "help_recovery_levels_at", metavar=("TIME", "FILE"), nargs=2)


COMMAND = Command(
    "recovery", "SCENARIO", "help_recovery", "help_recovery_more",
    {
        "recovery scenarios/changshou-storm-relief.yaml": "",
        'recovery scenarios/changshou-storm-relief.yaml --pick load-over-the-day --from "96 h"': "",
        "recovery scenarios/changshou-storm-relief.yaml --levels-at 3d still-full.csv": "help_recovery_then",
        "run scenarios/changshou-tank-fire.yaml --levels still-full.csv \\\n"
        '      --set "starts=2025-07-20 14:20 +08:00"': "",
    },
    _options, _carry_out,
)  # fmt: skip
