"""`ensemble`: play many accidents with numbers and lots drawn anew, and say how often each tier breaks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.drawn import add_drawn, folder_name, pace, start_of, workers, write_files, write_tables
from sim.cli.options import add_played, add_sheet
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.rare import look_for
from sim.cli.scenario import changes_of, warn_if_cold
from sim.cli.study import progress, tables_as_json
from sim.errors import InputError
from sim.message import Message
from sim.words import text

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble import Start, Wanted
    from sim.ensemble.answer import Answer
    from sim.record.table import Table

RUNS = 1000
"""Runs unless somebody says otherwise."""
MOST_RUNS = 1_000_000
"""The same where it goes on until it is sure enough."""
PAGE = "ensemble.html"
"""One file with all that was found."""


def _carry_out(given: Namespace) -> int:
    """Play the ensemble of the scenario that the words name; returns the exit status."""
    if given.rare is not None:
        return look_for(given)
    from sim.ensemble import prepare, run_ensemble
    from sim.ensemble.answer import answer_of
    from sim.report.ensemble import Pace

    start, wanted = start_of(given, "ensemble", _runs(given)), _wanted(given)
    warn_if_cold(given.lang)
    folder = Path(given.out) / _folder_name(start, prepare(start).varying.case.inputs_hash)
    try:
        with pace(lambda: Pace(given.lang).line, "ensemble", lambda tally: tally.done / tally.wanted) as tell:
            ensemble = run_ensemble(start, wanted, folder, tell)
    except KeyboardInterrupt:
        print(text("ensemble_cut_off", given.lang, where=folder), file=sys.stderr)
        raise
    answer = answer_of(ensemble, fans=not given.no_figures)
    tables = answer.tables
    write_tables(folder, tables, given.bom)
    if not given.no_figures:
        write_files(folder, _drawn(answer, given))
    if not given.quiet:
        with printing():
            _show(answer, tables, folder, given)
    return 0


def _runs(given: Namespace) -> int:
    """How many runs there are at most."""
    return given.runs or (MOST_RUNS if given.until else RUNS)


def _wanted(given: Namespace) -> Wanted:
    """How many runs, how sure, and who plays them.

    Raises:
        InputError: it shall stop early, and belongs together.
    """
    from sim.ensemble import Sampling, Wanted

    if given.until and given.sampling != Sampling.MC:
        raise InputError(Message("--until stops before all runs are played, and runs of --sampling {sampling} belong "
                                 "together; leave one of the two out", sampling=given.sampling))  # fmt: skip
    return Wanted(_runs(given), given.until or 0.0, workers(given))


def _folder_name(start: Start, inputs_hash: str) -> str:
    """The name of the folder that an ensemble goes into: the same for the same inputs, seed and sampling."""
    return folder_name(start, inputs_hash, "ensemble", f"{start.sampling}{start.runs or ''}")


def _drawn(answer: Answer, given: Namespace) -> dict[str, bytes]:
    """The figures, and the page that has all of them, by the names of their files."""
    from sim.report.figures import Look, Sheet, as_files
    from sim.report.figures.ensemble import draw_ensemble, figures_of
    from sim.report.page.ensemble import ensemble_html

    changes = changes_of(answer.ensemble.player.varying.case)
    look = Look(given.lang, Sheet[given.sheet.upper()], changes, given.pick or "")
    names = figures_of(answer)
    files: dict[str, bytes] = {}
    with progress("figures") as tell:
        for place, name in enumerate(names):
            files |= as_files(name, draw_ensemble(name, answer, look))
            tell((place + 1) / (len(names) + 1))
        files[PAGE] = ensemble_html(answer, look).encode("utf-8")
    return files


def _show(answer: Answer, tables: dict[str, Table], folder: Path, given: Namespace) -> None:
    """Print what was found."""
    if given.json:
        print(tables_as_json(tables), end="")
        return
    from sim.called import Called
    from sim.report.discovery import cause_lines, discovery_lines
    from sim.report.ensemble import print_ensemble
    from sim.report.incidents import incident_lines

    case = answer.ensemble.player.varying.case
    called = Called(case.park, case.scenario, given.lang)
    sentences = [*incident_lines(called, answer.incidents), *cause_lines(called, answer.found),
                 *discovery_lines(called, answer.boxes)]
    print_ensemble(make_console(), called, answer.ensemble, answer.found, str(folder), changes_of(case), sentences)


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("-n", "help_ensemble_runs", dest="runs", metavar="N", type=values.count)
    parser.add("--until", "help_ensemble_until", metavar="WIDTH", type=values.width)
    parser.add("--rare", "help_ensemble_rare", metavar="TIER")
    add_drawn(parser)
    add_sheet(parser)
    parser.add("--no-figures", "help_ensemble_no_figures", action="store_true")


COMMAND = Command(
    "ensemble", "SCENARIO", "help_ensemble", "help_ensemble_more",
    {
        "ensemble scenarios/changshou-tank-fire-uncertain.yaml -n 200": "help_ensemble_plain",
        "ensemble scenarios/changshou-tank-fire-uncertain.yaml -n 128 --sampling sobol --seed 7": "help_ensemble_even",
        "ensemble scenarios/changshou-tank-fire-uncertain.yaml --rare boundary -n 200": "help_ensemble_seldom",
        "run scenarios/changshou-tank-fire-uncertain.yaml --seed 1 --index 12": "help_ensemble_one",
    },
    _options, _carry_out,
)  # fmt: skip
