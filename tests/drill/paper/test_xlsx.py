"""The workbook: what stands in it, in which form, and that it is the same bytes for the same list."""

from datetime import datetime, timedelta
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from sim.drill import Kind, master_list
from sim.drill.paper import write_papers
from sim.drill.paper.columns import COLUMNS
from sim.drill.paper.workbook.read_me import READ_ME
from sim.drill.paper.workbook.style import LOOKS
from sim.drill.paper.xlsx import write
from sim.drill.texts import Texts
from sim.park import Name
from sim.words import WORDS
from tests.drill.paper.workbooks import FIRST_ROW, KEY, PLACE

SHEETS = {
    "en": ["Timeline", "Read me", "Evaluation", "Operation sheets", "Card Command post", "Card Control room",
           "Card Duty team", "Card People on the spot", "Card Works", "Card Head of the works",
           "Card County s or city s ecology", "Card Province s ecology and env", "Card County s government"],
    "zh": ["时间线", "填写说明", "评估表", "操作单", "卡 现场指挥部", "卡 中控室", "卡 值班队", "卡 现场有关人员",
           "卡 事发企业", "卡 企业主要负责人",
           "卡 县级或市级生态环境主管部门", "卡 省级生态环境主管部门", "卡 事发地县级人民政府"],
}  # fmt: skip


@pytest.fixture(scope="module")
def book(master, tmp_path_factory):
    (path,) = write(master, tmp_path_factory.mktemp("book"), "en")
    return load_workbook(path)


def rows(sheet):
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sheets(master, tmp_path, language):
    (path,) = write(master, tmp_path, language)
    book = load_workbook(path)

    assert sorted(each.title for each in book if each.sheet_state == "visible") == sorted(SHEETS[language])
    assert book.sheetnames[0] == SHEETS[language][0]


def test_every_line_is_a_row(master, book):
    sheet = book["Timeline"]

    assert [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)] == [x.number for x in master.lines]
    assert sheet.column_dimensions[sheet.cell(2, KEY).column_letter].hidden


def test_times_are_times_and_numbers_are_numbers(master, book, numbers):
    """
    The pump: T+2 h 1 min, 14:39:09 by the clock after 39 min 9 s of exercise; 54.9 % of the pool; to be done by
    T+1 h 48 min, done T+2 h 21 min: 33 min late.
    """
    sheet = book["Timeline"]
    line = next(line for line in master.lines if line.action == "transfer-start")
    row = FIRST_ROW + master.lines.index(line)
    cell = {key: sheet.cell(row, place) for key, place in PLACE.items()}

    assert cell["at"].value == timedelta(minutes=121)
    assert (cell["at"].number_format, cell["exercise"].value) == ("[h]:mm:ss", timedelta(minutes=39, seconds=9))
    assert cell["clock"].value == datetime(2025, 7, 14, 14, 39, 9)
    assert cell["share"].value == pytest.approx(0.549, abs=0.001)
    assert cell["share"].number_format == "0.0%"
    assert cell["slack"].value == pytest.approx(-33, abs=0.1)
    assert cell["deadline"].value.total_seconds() == pytest.approx(line.deadline_s, abs=0.01)


def test_it_prints(book):
    """
    Landscape A3 as wide as the page, heads on every page, filter and frozen heads; what is for programs is not printed.
    """
    sheet = book["Timeline"]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref.startswith("A2:")
    printed = sum(column.printed for column in COLUMNS)
    assert f"$A$1:${sheet.cell(1, printed).column_letter}$" in sheet.print_area


def test_kinds_differ_in_colour_and_on_grey_paper():
    """
    No two kinds have the same shade of grey (ITU-R BT.601) to 2 %, unless weight, slant or frame differs.
    """

    def grey(look):
        red, green, blue = (int(look.fill[k : k + 2], 16) for k in (0, 2, 4))
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255

    looks = list(LOOKS.values())
    assert set(LOOKS) == set(Kind)
    for place, one in enumerate(looks):
        for other in looks[place + 1 :]:
            form = [(each.bold, each.italic, each.dashed, each.ink) for each in (one, other)]
            assert abs(grey(one) - grey(other)) > 0.02 or form[0] != form[1]


def test_players_cards_tell_neither_deadlines_nor_consequences(master, book):
    """
    The duty team: what reaches it and what it is to do; nothing of T+1 h 48 min, nor of what escapes.
    """
    told = [str(cell) for row in rows(book["Card Duty team"]) for cell in row if cell is not None]
    cards = [
        str(cell) for sheet in book if sheet.title.startswith("Card") for row in rows(sheet) for cell in row if cell
    ]

    assert any("Start the transfer pump" in each for each in told)
    for line in master.of(Kind.CONTINGENCY, Kind.MEASUREMENT):
        assert line.text.en not in cards
    assert not any("1:48" in each or "10,625" in each or "10625" in each for each in cards)


def test_every_expected_action_can_be_rated(master, book):
    """
    A block each, with a cell that takes P, S, M or U, and what is planned and latest.
    """
    sheet = book["Evaluation"]
    (rule,) = sheet.data_validations.dataValidation
    heads = [str(row[0]) for row in rows(sheet) if row[0]]

    assert rule.formula1 == '"P,S,M,U"'
    assert len(str(rule.sqref).split()) == len(list(master.of(Kind.ACTION)))
    for line in master.of(Kind.ACTION):
        assert any(head.startswith(f"{line.number}  ") for head in heads)
    assert any("(T+ 1:48:00)" in str(cell) for row in rows(sheet) for cell in row)


def test_operation_sheets_name_roles(book):
    """
    Both sheets that are called, with their crew.
    """
    table = rows(book["Operation sheets"])[2:]

    assert [row[1] for row in table if row[1]] == ["Shut the outfall", "Start the transfer pump"]
    assert {row[2] for row in table if row[1]} == {"Duty team"}


def test_words_are_offered(book):
    """
    Phases, tiers, kinds, people and media.
    """
    rules = book["Timeline"].data_validations.dataValidation

    assert len(rules) == 6
    assert all(rule.formula1.startswith("'_lists'!") for rule in rules)


def test_text_that_looks_like_a_formula_is_text(plan, tmp_path):
    """
    Nothing that anybody writes is worked out by a spreadsheet.
    """
    texts = Texts({"alarm_level": Name('=HYPERLINK("x")', '=1+1 <&> "quoted"\n|')})
    (path,) = write(master_list([plan], texts=texts), tmp_path, "zh")
    cells = [cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]

    (found,) = (cell for cell in cells if str(cell.value).startswith("=1+1"))
    assert (found.data_type, found.value) == ("s", '=1+1 <&> "quoted"\n|')


@pytest.mark.parametrize("format", ["xlsx", "csv", "json"])
def test_same_list_same_bytes(master, tmp_path, format):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    files = [write_papers(master, tmp_path / folder, "zh", [format])[0] for folder in ("one", "two")]

    assert files[0].read_bytes() == files[1].read_bytes()


def test_no_time_of_writing_is_in_a_workbook(master, tmp_path):
    """
    Neither in the parts of its zip nor in its properties: all of 1980.
    """
    (path,) = write(master, tmp_path, "en")
    with ZipFile(path) as parts:
        assert {info.date_time[0] for info in parts.infolist()} == {1980}
    properties = load_workbook(path).properties

    assert (properties.created.year, properties.modified.year) == (1980, 1980)


def test_all_that_the_read_me_says_has_words():
    assert {*READ_ME, *(each for sentences in READ_ME.values() for each in sentences)} <= set(WORDS)


def test_without_its_library_it_says_what_to_install(master, tmp_path, monkeypatch):
    import sys

    from sim.errors import InputError

    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(
        InputError, match="workbooks need openpyxl, which is not installed for this Python; install the extra"
    ):
        write(master, tmp_path, "en")
