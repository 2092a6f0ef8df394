"""`ensemble`: play many accidents with numbers and lots drawn anew, and say how often each tier breaks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.drawn import add_drawn, pace, start_of, workers
from sim.cli.options import add_played
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import changes_of, warn_if_cold
from sim.cli.study import tables_as_json
from sim.errors import InputError
from sim.message import Message
from sim.words import text

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble import Ensemble, Findings, Start, Wanted
    from sim.record.table import Table

RUNS = 1000
"""Runs unless somebody says otherwise."""
MOST_RUNS = 1_000_000
"""The same where it goes on until it is sure enough."""


def _carry_out(given: Namespace) -> int:
    """Play the ensemble of the scenario that the words name; returns the exit status."""
    from sim.ensemble import findings_of, prepare, run_ensemble

    start, wanted = start_of(given, "ensemble", _runs(given)), _wanted(given)
    warn_if_cold(given.lang)
    folder = Path(given.out) / _folder_name(start, prepare(start).varying.case.inputs_hash)
    try:
        with pace(given.lang) as tell:
            ensemble = run_ensemble(start, wanted, folder, tell)
    except KeyboardInterrupt:
        print(text("ensemble_cut_off", given.lang, where=folder), file=sys.stderr)
        raise
    found = findings_of(ensemble)
    tables = _written(found, folder, bom=given.bom)
    if not given.quiet:
        with printing():
            _show(ensemble, found, tables, folder, given)
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
    from sim.result.folder import HASH_LETTERS

    design = f"{start.sampling}{start.runs or ''}"
    parts = (Path(start.scenario).stem, start.pick, "ensemble", f"seed{start.seed}", design, inputs_hash[:HASH_LETTERS])
    return "-".join(filter(None, parts))


def _written(found: Findings, folder: Path, *, bom: bool) -> dict[str, Table]:
    """The tables, which are put beside the runs."""
    from sim.ensemble.findings import TIERS, drivers_table, failures_table
    from sim.record.table import write_table

    tables = {"tiers.csv": TIERS.table(found.tiers), "goes-with.csv": drivers_table(found),
              "failed.csv": failures_table(found)}  # fmt: skip
    for name, table in tables.items():
        write_table(folder / name, table, bom)
    return tables


def _show(ensemble: Ensemble, found: Findings, tables: dict[str, Table], folder: Path, given: Namespace) -> None:
    """Print what was found."""
    if given.json:
        print(tables_as_json(tables), end="")
        return
    from sim.called import Called
    from sim.report.ensemble import print_ensemble

    case = ensemble.player.varying.case
    called = Called(case.park, case.scenario, given.lang)
    print_ensemble(make_console(), called, ensemble, found, str(folder), changes_of(case))


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("-n", "help_ensemble_runs", dest="runs", metavar="N", type=values.count)
    parser.add("--until", "help_ensemble_until", metavar="WIDTH", type=values.width)
    add_drawn(parser)


COMMAND = Command(
    "ensemble", "SCENARIO", "help_ensemble", "help_ensemble_more",
    {
        "ensemble scenarios/changshou-tank-fire-uncertain.yaml -n 200": "help_ensemble_plain",
        "ensemble scenarios/changshou-tank-fire-uncertain.yaml -n 128 --sampling sobol --seed 7": "help_ensemble_even",
        "run scenarios/changshou-tank-fire-uncertain.yaml --seed 1 --index 12": "help_ensemble_one",
    },
    _options, _carry_out,
)  # fmt: skip
