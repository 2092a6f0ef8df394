"""`run`: play a scenario, save what was seen, print the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.called import Called
from sim.cli.output import make_console, printing
from sim.cli.parser import run_parser
from sim.cli.scenario import changes_of, only, read, warn_if_cold

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

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
    result, case, folder = _play(only(given.scenario, "run"), given)
    with printing():
        _show(result, case, folder, given)
    return BREACHED if given.fail_on_breach and result.verdict.breached else 0


def _play(scenario: str, given: Namespace) -> tuple[Result, Case, Path]:
    """Load, run and save."""
    from dataclasses import replace

    case = replace(read(scenario, given), seed=given.seed)
    warn_if_cold(given.lang)

    from sim.result import run, save

    result = run(case.park, case.scenario, trace=not given.no_trace, seed=given.seed)
    return result, case, save(result, case, given.out, bom=given.bom)


def _show(result: Result, case: Case, folder: Path, given: Namespace) -> None:
    """Print what was asked for."""
    if given.json:
        print((folder / "summary.json").read_text(encoding="utf-8"), end="")
    elif not given.quiet:
        from sim.report.terminal import print_result

        print_result(make_console(), Called(result.park, result.scenario, given.lang), result.record, result.verdict,
                     str(folder), changes_of(case), below=result.downstream,
                     sections=result.sections)  # fmt: skip
