"""Workbooks for tests, with what spreadsheets put into them and libraries do not."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook


def book(path, *rows, title="Sheet", formats=()):
    """A workbook of one sheet; `formats` are cells with the number of their built-in format."""
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    for cell, number in formats:
        made.active[cell].number_format = "0.000"  # gives the cell a style of its own
        made.active[cell]._style.numFmtId = number
    made.save(path)
    return made


def with_part(path, change, part="xl/worksheets/sheet1.xml"):
    """Change a part of a workbook as it lies in the file."""
    old = ZipFile(BytesIO(path.read_bytes()))
    with ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
