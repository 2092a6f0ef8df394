"""`reconcile`: published totals of a park beside the sum of their parts, part by part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.command import Command
from sim.cli.options import add_csv, add_language, add_out, add_quiet_or_json
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import one
from sim.cli.study import tables_as_json
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.record.table import Table


def _carry_out(given: Namespace) -> int:
    """Set the totals of the park that the words name against their parts; returns the exit status."""
    from sim.called import Called
    from sim.load import load_park
    from sim.report.totals import parts_table, print_totals, totals_table

    park = load_park(one(given.files, "reconcile", Message("park"), "configs/changshou-yanjia"))
    called = Called(park, language=given.lang)
    tables = {"reconciliation.csv": totals_table(called), "reconciliation-parts.csv": parts_table(called)}
    if given.out is not None:
        _write(tables, Path(given.out), given.bom)
    if not given.quiet:
        with printing():
            if given.json:
                print(tables_as_json(tables), end="")
            else:
                print_totals(make_console(), called, given.all)
    return 0


def _write(tables: dict[str, Table], folder: Path, bom: bool) -> None:
    """Write the tables.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import write_table

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            write_table(folder / name, table, bom)
    except OSError as error:
        raise InputError(about(folder, Message("cannot be written: {reason}", reason=cause(error)))) from error


def _options(parser: Parser) -> None:
    parser.add("files", "help_reconcile_files", metavar="PARK", nargs="*")
    parser.add("--all", "help_reconcile_all", action="store_true")
    add_out(parser, "help_reconcile_out")
    add_csv(parser)
    add_language(parser)
    add_quiet_or_json(parser, "help_reconcile_json")


COMMAND = Command(
    "reconcile", "PARK", "help_reconcile", "help_reconcile_more",
    {
        "reconcile configs/changshou-yanjia": "",
        "reconcile configs/changshou-yanjia --all --lang zh": "",
    },
    _options, _carry_out,
)  # fmt: skip
