"""The same columns in a Word document, on a sheet, in the terminal and as CSV: said once, they look alike."""

from io import StringIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import load_workbook
from rich.console import Console

from sim.office.book import new_book, save
from sim.office.document import A4_CM, MARGIN_CM, Document
from sim.office.sheet_table import put_table
from sim.record.column import Sort, columns, placed
from sim.report.table import terminal_table
from sim.words import text

COLUMNS = placed(("what", 3), ("number", Sort.COUNT, 1), ("missed", Sort.AMOUNT, 2))
ROWS = [("pool", 7, "8 m3"), ("drain", 12, "-")]
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT


@pytest.fixture
def document(tmp_path):
    """A document with a table, the second row grey, and facts."""
    made = Document("Title", "en")
    made.table(placed(*(("what", 3), ("number", Sort.COUNT, 1))), [("pool", "7"), ("drain", "12")],
               grey=lambda row: row[0] == "drain")  # fmt: skip
    made.facts([("place\t", "the yard"), ("day\t", "")], 4)
    return docx.Document(made.write(tmp_path / "made.docx"))


def test_figures_stand_on_the_right_in_a_document(document):
    table, facts = document.tables

    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    assert sides == [[None, RIGHT]] * 3
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [text("what", "en"), text("number", "en")], ["pool", "7"], ["drain", "12"],
    ]  # fmt: skip
    assert [[cell.paragraphs[0].alignment for cell in row.cells] for row in facts.rows] == [[None, None]] * 2


def test_widths_are_shares_of_the_page(document):
    """
    A4 less two margins of 1.8 cm is 17.4 cm: at 3 to 1 these are 13.05 and 4.35 cm; facts have 4 and 13.4.
    """
    wide_cm = A4_CM[0] - 2 * MARGIN_CM
    table, facts = ([cell.width.cm for cell in each.rows[-1].cells] for each in document.tables)

    assert table == pytest.approx([wide_cm * 3 / 4, wide_cm / 4], abs=0.01)
    assert facts == pytest.approx([4, wide_cm - 4], abs=0.01)


def test_a_head_is_repeated_and_only_what_is_said_is_grey(document):
    table, facts = document.tables
    grey = [["E4E7EB" in cell._tc.xml for cell in row.cells] for row in table.rows]

    assert ["w:tblHeader" in row._tr.xml for row in table.rows] == [True, False, False]
    assert grey == [[False, False], [False, False], [True, True]]
    assert not any("w:tblHeader" in row._tr.xml for row in facts.rows)
    assert facts.rows[0].cells[0].paragraphs[0].runs[0].bold


def test_figures_stand_on_the_right_of_a_sheet_and_nothing_stays_nothing(tmp_path):
    """
    8.5 shows what stands behind its point, 8,500 does not; where None stands, a cell is as it was.
    """
    book = new_book()
    shown = placed(("what", 20), ("missed", Sort.VOLUME, 9))
    last = put_table(book.create_sheet("a"), shown, [("=1+1", 8.5), ("pool", 8500.0), (None, None)], 2, "en", held=1)
    save(book, tmp_path / "made.xlsx")

    sheet = load_workbook(tmp_path / "made.xlsx").worksheets[0]
    assert (last, sheet.freeze_panes) == (5, "B3")
    assert [sheet.cell(3, k).alignment.horizontal for k in (1, 2)] == ["left", "right"]
    assert [sheet.cell(k, 2).number_format for k in (3, 4)] == ["#,##0.######", "#,##0"]
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert (sheet["A5"].value, sheet["A5"].has_style) == (None, False)


def test_in_the_terminal_columns_share_the_whole_width_and_pieces_stand_below_each_other():
    """
    The last column's figures end with the line, at letter 40; what goes with the first piece stands below it.
    """
    console = Console(file=StringIO(), width=40)
    shown = columns(None, ("what", lambda row: (row[0], "ask whom"), 3), ("number", "1", Sort.COUNT, 1))
    console.print(terminal_table("en", shown, ROWS, whole_width=True))

    _, _, first, below, *_ = console.file.getvalue().splitlines()
    assert first.split() == ["pool", "7"]
    assert (len(first.rstrip()), below.split()) == (40, ["ask", "whom"])


def test_programs_read_keys_and_people_what_they_are_called():
    assert COLUMNS.table(ROWS).header == ("what", "number", "missed")
    assert COLUMNS.table(ROWS, lambda key: text(key, "en")).header[1] == text("number", "en")
    assert COLUMNS.table(ROWS).rows[0] == ["pool", 7, "8 m3"]
