"""`plot`: the figures of a run, each as PNG and SVG and with the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_changes, add_levels, add_printing, add_run_or_result, add_sheet
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.study import progress
from sim.cli.subject import Subject, subject_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.record.table import Table
    from sim.report.figures import Look
    from sim.report.figures.every import Found


def _carry_out(given: Namespace) -> int:
    """Draw the run that the words name; returns the exit status."""
    subject = subject_of(given, "plot")
    files, tables = _drawn(_studied(subject, given.only), given, subject.changes)
    folder = subject.keep(files, tables, given.bom)
    if not given.quiet:
        with printing():
            _show(folder, tables, given)
    return 0


def _studied(subject: Subject, names: Sequence[str]) -> Found:
    """The run with the studies that the figures need."""
    from sim.report.figures.every import SORTS, Found
    from sim.study import fault_table

    result = subject.result
    needed = {SORTS[name].needs for name in names}
    found = Found(result)
    if "deadlines" in needed:
        with progress("deadlines") as tell:
            found = Found(result, subject.deadlines(tell))
    if "faults" in needed:
        with progress("faults") as tell:
            found = Found(result, found.deadlines, fault_table(result.park, result.scenario, tell=tell))
    return found


def _drawn(found: Found, given: Namespace, changes: Sequence[str]) -> tuple[dict[str, bytes], dict[str, Table]]:
    """Every figure's files, and every figure's table."""
    from sim.report.figures import Look, Sheet
    from sim.report.figures.every import SORTS

    look = Look(given.lang, Sheet[given.sheet.upper()], changes, given.pick or "")
    files: dict[str, bytes] = {}
    with progress("figures") as tell:
        for place, name in enumerate(given.only):
            files |= _files(name, found, given.formats, look)
            tell((place + 1) / len(given.only))
    return files, {name: SORTS[name].table(found) for name in given.only}


def _files(name: str, found: Found, formats: Sequence[str], look: Look) -> dict[str, bytes]:
    """One figure, by the names of its files."""
    from sim.report.figures import as_files
    from sim.report.figures.every import SORTS

    return as_files(name, SORTS[name].draw(found, look), formats)


def _show(folder: Path, tables: dict[str, Table], given: Namespace) -> None:
    """Say what was drawn and where it is."""
    from rich.text import Text

    from sim.words import text

    if given.json:
        from sim.cli.study import tables_as_json

        print(tables_as_json(tables), end="")
        return
    console = make_console()
    for name in given.only:
        kinds = ", ".join((*given.formats, "csv"))
        console.print(Text(f"{name:12} {text(f'plot_{name}', given.lang)} ({kinds})"), soft_wrap=True)
    console.print(Text(text("plot_where", given.lang, where=str(folder))), soft_wrap=True)


def _options(parser: Parser) -> None:
    add_run_or_result(parser)
    parser.add("--only", "help_plot_only", *values.FIGURES, metavar="FIGURE,...", default=values.FIGURES,
               type=values.figures)  # fmt: skip
    add_sheet(parser)
    parser.add("--formats", "help_plot_formats", *values.FIGURE_FORMATS, metavar="FORMAT,...", default=("png", "svg"),
               type=values.figure_formats)  # fmt: skip
    add_changes(parser)
    add_levels(parser)
    add_printing(parser, "help_plot_json")


COMMAND = Command(
    "plot", "SCENARIO|RESULT", "help_plot", "help_plot_more",
    {
        "plot scenarios/changshou-night-shift.yaml": "",
        "plot scenarios/changshou-storm-relief.yaml --only stack,race,sankey --lang zh --formats pdf": "",
        "plot results/changshou-tank-fire-1a2b3c4d --sheet screen": "",
    },
    _options, _carry_out,
)  # fmt: skip
