"""`measures`: the cheapest set of measures that brings a tier's risk under a target."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.drawn import add_drawn, start_of, workers
from sim.cli.options import add_played, add_sheet
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import warn_if_cold
from sim.cli.study import progress, tables_as_json
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble import Start
    from sim.ensemble.cheapest import Search
    from sim.ensemble.trials import Target
    from sim.load.measures import Measures
    from sim.record.table import Table

RUNS = 1000
"""Runs of each set at most unless somebody says otherwise."""


def _carry_out(given: Namespace) -> int:
    """Look for the cheapest set of measures; returns the exit status."""
    from sim.ensemble import prepare
    from sim.ensemble.cheapest import find_cheapest
    from sim.load.measures import load_measures

    runs = given.runs or RUNS
    target = _target(given)
    if given.measures is None:
        raise InputError(Message("name the measures to choose from with --measures FILE, such as "
                                 "configs/changshou-yanjia/measures.yaml"))  # fmt: skip
    start = start_of(given, "measures", runs)
    warn_if_cold(given.lang)
    measures = load_measures(given.measures, prepare(start).varying.loaded)
    with progress("measures") as tell:
        found = find_cheapest(start, measures, target, runs, workers(given), tell, front=given.front)
    folder = Path(given.out) / _folder_name(start, measures, target)
    tables = _written(found, folder, given)
    if not given.quiet:
        with printing():
            if given.json:
                print(tables_as_json(tables), end="")
            else:
                from sim.report.measures import print_measures

                print_measures(make_console(), found, str(folder), given.lang)
    return 0


def _target(given: Namespace) -> Target:
    """What is to be reached.

    Raises:
        InputError: nobody says, or it is a volume and shall be sure.
    """
    from sim.ensemble.trials import Target

    if given.target is None:
        raise InputError(Message("say what is to be reached with --target, such as --target plant=1% or --target "
                                 "public=50m3"))  # fmt: skip
    tier, most, of_volume = given.target
    if given.sure and of_volume:
        raise InputError(Message("--sure goes with a chance such as --target plant=1%; leave it out, or name a chance"))
    return Target(tier, most, of_volume, given.sure)


def _folder_name(start: Start, measures: Measures, target: Target) -> str:
    """The name of the folder that a search goes into: the same for the same inputs, seed and sampling."""
    from sim.ensemble import prepare
    from sim.result.folder import HASH_LETTERS

    texts = [prepare(start).varying.case.inputs_hash, repr(target),
             *(repr(option) for each in measures.each.values() for option in each.options)]  # fmt: skip
    digest = sha256("\0".join(texts).encode()).hexdigest()[:HASH_LETTERS]
    design = f"{start.sampling}{start.runs or ''}"
    parts = (Path(start.scenario).stem, start.pick, "measures", f"seed{start.seed}", design, digest)
    return "-".join(filter(None, parts))


def _written(found: Search, folder: Path, given: Namespace) -> dict[str, Table]:
    """The table and the figure.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import write_table
    from sim.report.figures import Look, Sheet, as_files, draw_pareto, pareto_table

    tables = {"measures.csv": pareto_table(found)}
    figures = as_files("pareto", draw_pareto(found, Look(given.lang, Sheet[given.sheet.upper()])))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            write_table(folder / name, table, given.bom)
        for name, data in figures.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise InputError(about(folder, Message("the results cannot be written: {reason}",
                                               reason=cause(error)))) from error  # fmt: skip
    return tables


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("--measures", "help_measures_file", metavar="FILE", type=values.file)
    parser.add("--target", "help_measures_target", metavar="TIER=RISK", type=values.target)
    parser.add("--sure", "help_measures_sure", action="store_true")
    parser.add("--front", "help_measures_whole", action="store_true")
    parser.add("-n", "help_measures_runs", dest="runs", metavar="N", type=values.count)
    add_drawn(parser)
    add_sheet(parser)


COMMAND = Command(
    "measures", "SCENARIO --measures FILE --target TIER=RISK", "help_measures", "help_measures_more",
    {
        "measures scenarios/changshou-open-outfall-uncertain.yaml -n 200 \\\n"
        "      --measures configs/changshou-yanjia/measures.yaml --target boundary=2%": "help_measures_first",
        "measures scenarios/changshou-open-outfall-uncertain.yaml -n 100 \\\n"
        "      --measures configs/changshou-yanjia/measures.yaml --target public=20m3 --front": "help_measures_front",
    },
    _options, _carry_out,
)  # fmt: skip
