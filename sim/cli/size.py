"""`size`: what the sizing standards ask for, beside what there is."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.output import make_console, printing
from sim.cli.parser import program, size_parser
from sim.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.hydrology.size_sheet import SizeSheet
    from sim.hydrology.standards import Sizes


def main(words: Sequence[str]) -> int:
    """Ask the standards with the sheet that the words name; returns the exit status."""
    parser = size_parser()
    given = parser.understand(words)
    if given.help:
        with printing():
            print(parser.format_help(), end="")
        return 0
    path = _only(given.sheet)

    from sim.hydrology.standards import size_by_standards
    from sim.load.size_form import load_sheet

    sheet = load_sheet(path)
    sizes = size_by_standards(sheet)
    where = "" if given.out is None else _write(sizes, given)
    with printing():
        _show(sheet, sizes, where, given)
    return 0


def _only(sheets: list[str]) -> str:
    """The one sheet.

    Raises:
        InputError: there is none, or another one.
    """
    if not sheets:
        raise InputError(f"name a sizing sheet, such as: {program()} size docs/sizing/works.yaml")
    if len(sheets) > 1:
        raise InputError(f"one sizing sheet at a time; found {', '.join(sheets)}")
    if os.path.isdir(sheets[0]):
        raise InputError(f"{sheets[0]} is a folder; name a sizing sheet, a file with groups: and rain:")
    return sheets[0]


def _show(sheet: SizeSheet, sizes: Sizes, where: str, given: Namespace) -> None:
    """Print what was asked for."""
    if given.json:
        from sim.report.size_data import sizes_data

        data = sizes_data(sheet, sizes, given.lang)
        print(json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False))
    elif not given.quiet:
        from sim.report.sizing import print_sizes

        print_sizes(make_console(), sheet, sizes, given.lang, where)


def _write(sizes: Sizes, given: Namespace) -> str:
    """Write the table into a folder; returns its file.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import write_table
    from sim.report.size_data import sizes_table

    path = Path(given.out) / "sizing.csv"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_table(path, sizes_table(sizes, given.lang), given.bom)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
    return str(path)
