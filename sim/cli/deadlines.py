"""`deadlines`: by when each action must be done for each tier to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.cli.command import Command
from sim.cli.options import add_played
from sim.cli.parser import Parser
from sim.cli.study import Findings, Tell, play_study

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.result import Result


def _carry_out(given: Namespace) -> int:
    """Find the deadlines of the scenario that the words name; returns the exit status."""
    return play_study("deadlines", given, _study)


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
    from sim.called import Called
    from sim.report.deadlines import deadline_notes, print_deadlines
    from sim.study import deadlines
    from sim.study.tables import DEADLINES

    park, scenario = result.park, result.scenario
    found = deadlines(park, scenario, tell)
    return Findings(
        {"deadlines.csv": DEADLINES.table(found)},
        lambda console: print_deadlines(console, Called(park, scenario, given.lang), found),
        deadline_notes(Called(park, scenario, given.lang), found),
    )


def _options(parser: Parser) -> None:
    add_played(parser)


COMMAND = Command(
    "deadlines", "SCENARIO", "help_deadlines", "help_deadlines_more",
    {
        "deadlines scenarios/changshou-storm-relief.yaml": "",
        "deadlines scenarios/changshou-boundary-breach.yaml --pick by-the-book --json": "",
    },
    _options, _carry_out,
)  # fmt: skip
