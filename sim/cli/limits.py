"""`limits`: how large an accident each tier holds, and where more room would have been enough."""

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
    """Find the limits of the scenario that the words name; returns the exit status."""
    return play_study("limits", given, _study)


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
    from sim.called import Called
    from sim.report.limits import limit_notes, print_limits
    from sim.study import limits, spaces
    from sim.study.tables import LIMITS, SPACE

    park, scenario = result.park, result.scenario
    found = limits(park, scenario, lambda done: tell(done / 2))
    space = spaces(park, scenario, lambda done: tell((1 + done) / 2))
    return Findings(
        {"limits.csv": LIMITS.table(found), "space.csv": SPACE.table(space)},
        lambda console: print_limits(console, Called(park, language=given.lang), found, space),
        limit_notes(Called(park, language=given.lang), found),
    )


def _options(parser: Parser) -> None:
    add_played(parser)


COMMAND = Command(
    "limits", "SCENARIO", "help_limits", "help_limits_more",
    {
        "limits scenarios/changshou-tank-fire.yaml": "",
        "limits scenarios/changshou-boundary-breach.yaml --lang zh": "",
    },
    _options, _carry_out,
)  # fmt: skip
