"""The master list as one CSV file, for spreadsheets and to compare."""

from __future__ import annotations

from pathlib import Path

from sim.drill.master_list import MasterList
from sim.drill.paper.columns import COLUMNS, cell_text, header, value_of
from sim.record.table import Table, write_table

FILE = "master-list.csv"


def write(master: MasterList, folder: Path, language: str, bom: bool = False) -> list[Path]:
    """Write every column of every line, in the order of the exercise; numbers in the units of their headers."""
    path = folder / FILE
    write_table(path, list_table(master, language), bom)
    return [path]


def list_table(master: MasterList, language: str) -> Table:
    """The list as a table of text."""
    headers = tuple(header(column, master, language).replace("\n", " ") for column in COLUMNS)
    rows = [[cell_text(each, value_of(each, master, line, language)) for each in COLUMNS] for line in master.lines]
    return Table(headers, rows)
