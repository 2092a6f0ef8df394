"""Workbooks as a designer has them in hands: opened, changed cell by cell, saved."""

from openpyxl import load_workbook

from sim.drill import Exercise, master_list
from sim.drill.paper.back import read_earlier
from sim.drill.paper.columns import BY_KEY, COLUMNS
from sim.drill.paper.xlsx import write

FIRST_ROW = 3
PLACE = {column.key: place for place, column in enumerate(COLUMNS, start=1)}
KEY = len(COLUMNS) + 1


class Designer:
    """Somebody with a workbook."""

    def __init__(self, master, folder, language="en"):
        self.master, self.language = master, language
        (self.path,) = write(master, folder, language)
        self.book = load_workbook(self.path)
        self.sheet = self.book.worksheets[0]

    def row(self, number):
        """The row of a line."""
        numbers = [self.sheet.cell(row, 1).value for row in range(FIRST_ROW, self.sheet.max_row + 1)]
        return numbers.index(number) + FIRST_ROW

    def write(self, number, /, **cells):
        """Change cells of a line, by the columns' keys."""
        self._put(self.row(number), cells)

    def _put(self, row, cells):
        for key, value in cells.items():
            self._type(self.sheet.cell(row, PLACE[key]), value)

    def _type(self, cell, value):
        """Write a value; text is text, as what is typed after an apostrophe."""
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def add(self, **cells):
        """Write a new row below."""
        row = self.sheet.max_row + 1
        self._put(row, cells)
        return row

    def delete(self, number):
        self.sheet.delete_rows(self.row(number))

    def sort(self, order):
        """Put the rows into another order: as sorting and moving rows by hand do."""
        rows = [[self.sheet.cell(row, place).value for place in range(1, KEY + 1)]
                for row in range(FIRST_ROW, self.sheet.max_row + 1)]  # fmt: skip
        for row, values in enumerate(order(rows), start=FIRST_ROW):
            for place, value in enumerate(values, start=1):
                self._type(self.sheet.cell(row, place), value)

    def hand_back(self):
        """What the program finds."""
        self.book.save(self.path)
        return read_earlier(self.path, self.master.park)


def made(runs, earlier=None, exercise=None, texts=None):
    """A list, with what an earlier one remembers."""
    if earlier is None:
        return master_list(runs, exercise or Exercise(), texts)
    return master_list(runs, exercise or earlier.exercise, texts, known=earlier.given, edits=earlier.edits)


def header_of(key, language="en"):
    return " ".join(BY_KEY[key].header.in_language(language).split())
