"""`limits`: how large an accident each tier holds, and where more room would have been enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.called import Called
from sim.cli.parser import limits_parser
from sim.cli.study import Findings, Tell, play_study

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.result import Result


def main(words: Sequence[str]) -> int:
    """Find the limits of the scenario that the words name; returns the exit status."""
    return play_study("limits", limits_parser(), words, _study)


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
    from sim.report.limits import limit_notes, print_limits
    from sim.study import limits, spaces
    from sim.study.tables import limits_table, space_table

    park, scenario = result.park, result.scenario
    found = limits(park, scenario, lambda done: tell(done / 2))
    space = spaces(park, scenario, lambda done: tell((1 + done) / 2))
    return Findings(
        {"limits.csv": limits_table(found), "space.csv": space_table(space)},
        lambda console: print_limits(console, Called(park, language=given.lang), found, space),
        limit_notes(Called(park, language=given.lang), found),
    )
