"""The workbook of an exercise: timeline, read me, evaluation forms, operation sheets, a card for each player."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from sim.drill.master_list import MasterList
from sim.drill.paper import not_installed
from sim.drill.paper.same_bytes import same_bytes
from sim.drill.paper.workbook.cards import add_cards
from sim.drill.paper.workbook.evaluation import add_evaluation
from sim.drill.paper.workbook.memory import add_memory
from sim.drill.paper.workbook.operations import add_operations
from sim.drill.paper.workbook.read_me import add_read_me
from sim.drill.paper.workbook.timeline import add_timeline

FILE = "master-list.xlsx"


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write the workbook.

    Raises:
        InputError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError:
        raise not_installed("openpyxl", "workbooks") from None

    book = Workbook()
    book.remove(book.worksheets[0])
    for add in (add_timeline, add_read_me, add_evaluation, add_operations, add_cards, add_memory):
        add(book, master, language)
    data = BytesIO()
    book.save(data)
    path = folder / FILE
    path.write_bytes(same_bytes(data.getvalue()))
    return [path]
