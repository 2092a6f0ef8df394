"""A year of drills as a workbook: calendar, operation sheets of each drill, cumulative coverage with its chart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.drill.cover.calendar_file import hours_of, teams_said
from sim.drill.cover.tables import cumulative_table
from sim.drill.cover.year import REST_DAYS, Planned, Year
from sim.drill.exercise import ExerciseType
from sim.drill.paper.labels import TYPES
from sim.office.book import new_book, save
from sim.office.look import A4, DARK, PALE, fill, font
from sim.words import text as say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from sim.drill.cover.holidays import Holiday

LINE = "BFBFBF"
FILLS = {ExerciseType.FULL_SCALE: "BDD7EE", ExerciseType.FUNCTIONAL: "D5E8C8", ExerciseType.TABLE_TOP: "F2F2F2",
         ExerciseType.NO_NOTICE: "F8CBAD"}  # fmt: skip
"""By type of a drill; dark to light in grey as well."""
COLUMNS = (("date", 11), ("weekday", 6), ("from", 7), ("until", 7), ("year_drill", 38), ("year_type", 16),
           ("year_teams", 48), ("year_sheets", 10), ("year_new", 9), ("plants", 34), ("season", 18),
           ("key", 24))  # fmt: skip
"""Of the calendar, with their widths in letters."""
COVERED = (("date", 11), ("year_drill", 40), ("year_sheet", 50), ("facility", 24), ("year_crew", 34), ("key", 30))
CUMULATIVE = (("date", 14), ("field", 18), ("played", 30), ("talked", 22))
CHART_CM = (26.0, 12.0)
STROKES = (("1F3864", "solid"), ("2E75B6", "dash"), ("7F7F7F", "sysDot"))
"""Of the chart's lines."""
MOST_PLANTS = 3
"""Plants that a cell names; of more it says how many."""
LINE_PT = 12.5
"""Height of a line of nine points [pt]."""


def write_book(path: Path, called: Called, year: Year, holidays: Sequence[Holiday], control: bool) -> None:
    """Write the workbook; for `control` with the day of the no-notice drill.

    Raises:
        InputError: openpyxl is not installed.
    """
    book = new_book()
    _add_calendar(book, called, year, control)
    _add_covered(book, called, year)
    _add_cumulative(book, year, called.language)
    _add_about(book, holidays, called.language)
    save(book, path)


def _add_calendar(book: Workbook, called: Called, year: Year, control: bool) -> None:
    sheet = book.create_sheet(called.says("sheet_calendar"))
    _title(sheet, called.says("year_title", year=year.year, park=called.name(called.park)), called.language)
    _title(sheet, called.says("control" if control else "distributed"), called.language, small=True)
    _heads(sheet, COLUMNS, called.language)
    seen: set[str] = set()
    for drill in year.drills:
        new = set(drill.sheets) - seen
        seen |= new
        _row(sheet, COLUMNS, _cells(called, drill, len(new)), called.language, FILLS[drill.type])
    _printed(sheet, rows=3)


def _cells(called: Called, drill: Planned, new: int) -> list[object]:
    """A drill's cells, in the order of the columns."""
    when: list[object] = [called.says("no_day" if drill.type is ExerciseType.NO_NOTICE else "unplaced"), "", "", ""]
    if drill.day is not None:
        begins, ends = hours_of(drill)
        when = [drill.day, called.says("weekdays").split(" ")[drill.day.weekday()], begins.time(), ends.time()]
    season = called.says(f"season_{drill.season.name.lower()}")
    if not drill.in_season:
        season = called.says("out_of_season", season=season)
    day, weekday, begins_at, ends_at = when
    name, kind = drill.name.in_language(called.language), TYPES[drill.type].in_language(called.language)
    return [day, weekday, begins_at, ends_at, name, kind, teams_said(called, drill), len(drill.sheets), new,
            _plants(called, drill), season, drill.key]  # fmt: skip


def _plants(called: Called, drill: Planned) -> str:
    names = [called.name(called.park.plants[id]) for id in drill.plants]
    some = called.listed(names[:MOST_PLANTS])
    more = len(names) - MOST_PLANTS
    count = more if called.language == "en" else len(names)
    return called.says("and_more", plants=some, count=count) if more > 0 else some


def _add_covered(book: Workbook, called: Called, year: Year) -> None:
    sheet = book.create_sheet(called.says("sheet_covered"))
    _heads(sheet, COVERED, called.language)
    for drill in year.drills:
        for id in drill.sheets:
            each = called.park.sheets[id]
            crew = called.crew(each.crew) if each.crew else called.says("control_room")
            cells = [drill.day or "", drill.name.in_language(called.language), called.job(id), each.facility, crew, id]
            _row(sheet, COVERED, cells, called.language, FILLS[drill.type])
    _printed(sheet, rows=1)


def _add_cumulative(book: Workbook, year: Year, language: str) -> None:
    """The table behind the chart, and the chart."""
    from datetime import date

    sheet = book.create_sheet(say("sheet_cumulative", language))
    _heads(sheet, CUMULATIVE, language)
    rows = cumulative_table(year).rows
    for day, *counts in rows:
        _row(sheet, CUMULATIVE, [date.fromisoformat(str(day)), *counts], language)
    sheet.add_chart(_chart(sheet, len(rows), language), "F2")
    _printed(sheet, rows=1)


def _chart(sheet: Worksheet, rows: int, language: str) -> Any:
    from openpyxl.chart import LineChart, Reference
    from openpyxl.chart.axis import DateAxis
    from openpyxl.chart.legend import Legend

    chart: Any = LineChart()
    chart.title = say("sheets_so_far", language)
    chart.width, chart.height = CHART_CM
    chart.add_data(Reference(sheet, min_col=2, max_col=4, min_row=1, max_row=rows + 1), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=rows + 1))
    chart.x_axis = DateAxis(crossAx=100, majorTimeUnit="months", delete=False)
    chart.x_axis.number_format = "yyyy-mm"
    chart.y_axis.crossAx, chart.y_axis.delete = 500, False
    for series, (colour, dash) in zip(chart.series, STROKES, strict=True):
        series.graphicalProperties.line.solidFill, series.graphicalProperties.line.dashStyle = colour, dash
        series.graphicalProperties.line.width = 25000
        series.smooth = False
    chart.legend = Legend(legendPos="b")
    return chart


def _add_about(book: Workbook, holidays: Sequence[Holiday], language: str) -> None:
    """What stands behind it."""
    from openpyxl.styles import Alignment

    sheet = book.create_sheet(say("sheet_about", language))
    sheet.column_dimensions["A"].width = 110
    guessed = [f"{each.name.in_language(language)} {each.first} - {each.last}" for each in holidays
               if each.basis == "assumed"]  # fmt: skip
    assumed = say("comma", language).join(guessed) or say("none", language)
    for key in ("about_set", "about_own", "about_types", "about_rest"):
        sheet.append([say(key, language, days=REST_DAYS, assumed=assumed)])
        cell = sheet.cell(sheet.max_row, 1)
        cell.font, cell.alignment = font(language, 10), Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[sheet.max_row].height = LINE_PT * (_lines(str(cell.value), 100) + 1)
    _printed(sheet, rows=0)


def _title(sheet: Worksheet, text: str, language: str, small: bool = False) -> None:
    sheet.append([text])
    sheet.cell(sheet.max_row, 1).font = font(language, 9 if small else 14, bold=not small)


def _heads(sheet: Worksheet, columns: Sequence[tuple[str, int]], language: str) -> None:
    """The heads of a table, with the widths of its columns; what stands below scrolls under them."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    sheet.append([say(key, language) for key, _ in columns])
    row = sheet.max_row
    for place, (_, width) in enumerate(columns, 1):
        cell = sheet.cell(row, place)
        cell.font, cell.fill = font(language, 9, bold=True, ink=PALE), fill(DARK)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[row].height = 2.3 * LINE_PT
    sheet.freeze_panes = f"A{row + 1}"
    sheet.auto_filter.ref = f"A{row}:{get_column_letter(len(columns))}{row}"


def _row(
    sheet: Worksheet, columns: Sequence[tuple[str, int]], cells: Sequence[object], language: str, colour: str = ""
) -> None:
    """A row as high as its fullest cell: programs do not raise rows of a file by themselves."""
    from datetime import date, time

    from openpyxl.styles import Alignment, Border, Side

    sheet.append(list(cells))
    widths = [width for _, width in columns]
    lines = max(_lines(str(value), width) for value, width in zip(cells, widths, strict=True))
    sheet.row_dimensions[sheet.max_row].height = LINE_PT * lines + 2
    side = Side(style="thin", color=LINE)
    for place, value in enumerate(cells, 1):
        cell = sheet.cell(sheet.max_row, place)
        cell.font, cell.border = font(language, 9), Border(bottom=side)
        centred = isinstance(value, date | time | int) or columns[place - 1][0] == "weekday"
        cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str),
                                   horizontal="center" if centred else None)  # fmt: skip
        if isinstance(value, str):
            cell.data_type = "s"  # a name that begins with = is no formula
        elif isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        elif isinstance(value, time):
            cell.number_format = "hh:mm"
        if colour:
            cell.fill = fill(colour)


def _lines(text: str, width: int) -> int:
    """Lines that a text takes in a cell so many letters wide; a Chinese letter counts as two, words stay whole."""
    letters = sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
    return max(1, -(-letters * 11 // (width * 10)))


def _printed(sheet: Worksheet, rows: int) -> None:
    """Set a page up: A4 across, as wide as the page, heads on each."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_view.showGridLines = False
    if rows:
        sheet.print_title_rows = f"1:{rows}"
