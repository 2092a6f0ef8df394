"""The workbook of an exercise: timeline, read me, evaluation forms, operation sheets, a card for each player."""

from __future__ import annotations

from pathlib import Path

from sim.drill.master_list import MasterList
from sim.drill.paper.workbook.cards import add_cards
from sim.drill.paper.workbook.evaluation import add_evaluation
from sim.drill.paper.workbook.memory import add_memory
from sim.drill.paper.workbook.operations import add_operations
from sim.drill.paper.workbook.read_me import add_read_me
from sim.drill.paper.workbook.timeline import add_timeline
from sim.office.book import new_book, save

FILE = "master-list.xlsx"


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write the workbook.

    Raises:
        InputError: openpyxl is not installed.
    """
    book = new_book()
    for add in (add_timeline, add_read_me, add_evaluation, add_operations, add_cards, add_memory):
        add(book, master, language)
    path = folder / FILE
    save(book, path)
    return [path]
