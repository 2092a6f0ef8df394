"""`faults`: which single fault breaks which tier, and which two together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_played
from sim.cli.parser import Parser
from sim.cli.study import Findings, Tell, play_study

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.result import Result


def _carry_out(given: Namespace) -> int:
    """Try the faults of the scenario that the words name; returns the exit status."""
    return play_study("faults", given, _study)


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
    from sim.called import Called
    from sim.report.faults import fault_notes, print_faults
    from sim.study import fault_table
    from sim.study.tables import faults_table

    park = result.park
    found = fault_table(park, result.scenario, given.of, not given.no_pairs, tell)
    tiers = tuple(park.tiers)
    tables = {"faults.csv": faults_table(found.singles, tiers)}
    if not given.no_pairs:
        tables["fault-pairs.csv"] = faults_table(found.pairs, tiers)
    return Findings(
        tables,
        lambda console: print_faults(console, Called(park, language=given.lang), found),
        fault_notes(Called(park, language=given.lang), found),
    )


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("--of", "help_faults_of", *values.FAULT_SORTS, metavar="SORT,...", default=values.FAULT_SORTS,
               type=values.fault_sorts)  # fmt: skip
    parser.add("--no-pairs", "help_faults_no_pairs", action="store_true")


COMMAND = Command(
    "faults", "SCENARIO", "help_faults", "help_faults_more",
    {
        "faults scenarios/changshou-tank-fire.yaml": "",
        "faults scenarios/changshou-storm-relief.yaml --of pump,power --no-pairs": "",
    },
    _options, _carry_out,
)  # fmt: skip
