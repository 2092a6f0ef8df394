"""`faults`: which single fault breaks which tier, and which two together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.called import Called
from sim.cli.parser import faults_parser
from sim.cli.study import Findings, Tell, play_study

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.result import Result


def main(words: Sequence[str]) -> int:
    """Try the faults of the scenario that the words name; returns the exit status."""
    return play_study("faults", faults_parser(), words, _study)


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
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
