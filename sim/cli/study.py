"""What the studies have in common: read, run, study with a progress bar, save, print."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sim.cli.onlooker import onlooker
from sim.cli.output import make_console, printing
from sim.cli.scenario import changes_of, only, read, warn_if_cold

if TYPE_CHECKING:
    from argparse import Namespace

    from rich.console import Console

    from sim.load import Case
    from sim.record.table import Table
    from sim.result import Result

Tell = Callable[[float], None]


class Findings(NamedTuple):
    """What a study found: tables and figures for the folder, notes for the verdict table, how the rest is printed."""

    tables: Mapping[str, Table]
    show: Callable[[Console], None]
    notes: Mapping[str, Sequence[str]]
    figures: Mapping[str, bytes] = {}
    """By the names of their files."""


Study = Callable[["Result", "Namespace", Tell], Findings]
Prepare = Callable[["Namespace"], None]


def play_study(command: str, given: Namespace, study: Study, prepare: Prepare = lambda given: None) -> int:
    """Do a study of the scenario that the words name; returns the exit status.

    `prepare` may turn words of the study's own into changes of the scenario, before it is read.
    """
    prepare(given)
    case = read(only(given.scenario, command), given)
    warn_if_cold(given.lang)

    from sim.result import run, save

    result = run(case.park, case.scenario)
    with progress(command) as tell:
        findings = study(result, given, tell)
    folder = save(result, case, given.out, bom=given.bom, studies=findings.tables, figures=findings.figures)
    if not given.quiet:
        with printing():
            _show(result, case, folder, findings, given)
    return 0


def _show(result: Result, case: Case, folder: Path, findings: Findings, given: Namespace) -> None:
    """Print the verdict with what the study says of it, then the study."""
    if given.json:
        print(tables_as_json(findings.tables), end="")
        return
    from sim.called import Called
    from sim.report.terminal import print_result

    console = make_console()
    called = Called(result.park, result.scenario, given.lang)
    print_result(console, called, result.record, result.verdict, str(folder), changes_of(case), findings.notes,
                 result.downstream)  # fmt: skip
    console.print()
    findings.show(console)


def tables_as_json(tables: Mapping[str, Table]) -> str:
    """The tables as lists of objects, by the names of their files; None for never and unknown."""
    from math import isfinite

    from sim.result.summary import json_text

    def plain(cell: object) -> object:
        return None if isinstance(cell, float) and not isfinite(cell) else cell

    rows = {
        name.removesuffix(".csv"): [dict(zip(table.header, map(plain, row), strict=True)) for row in table.rows]
        for name, table in tables.items()
    }
    return json_text(rows)


@contextmanager
def progress(what: str) -> Iterator[Tell]:
    """A bar for somebody who looks on, or word to whoever does from elsewhere; nothing otherwise."""
    if told := onlooker():
        yield partial(told, what)
        return
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=1.0)
        yield lambda done: progress.update(task, completed=done)
