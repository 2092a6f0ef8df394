"""`recovery`: when every space is empty again after an accident, and what a second one would find."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.called import Called
from sim.cli.parser import recovery_parser
from sim.cli.study import Findings, Tell, play_study
from sim.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.result import Result
    from sim.study import Recovery


def main(words: Sequence[str]) -> int:
    """Play on after the scenario that the words name; returns the exit status."""
    return play_study("recovery", recovery_parser(), words, _study)


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
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
        raise InputError(f"--levels-at: {error}") from error
    if after_s < 0:
        raise InputError(f"--levels-at: must not be negative, found {after}")
    table = levels_at(found, after_s)
    try:
        write_table(Path(file), table, bom)
    except OSError as error:
        raise InputError(f"{file}: the levels cannot be written: {error.strerror or error}") from error
