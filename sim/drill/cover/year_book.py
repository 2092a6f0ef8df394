"""A year of drills as a workbook: calendar, operation sheets of each drill, cumulative coverage with its chart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.drill.cover.calendar_file import hours_of, teams_said
from sim.drill.cover.tables import cumulative
from sim.drill.cover.year import DRILLED_BY, REST_DAYS, Planned, Year
from sim.drill.exercise import ExerciseType
from sim.drill.paper.labels import TYPES
from sim.drill.paper.workbook.facts import pages
from sim.office.book import new_book, save
from sim.office.look import PALE, lines_of_text, printed, wrapped
from sim.office.sheet_table import put_table, put_title
from sim.record.column import Columns, Sort, placed
from sim.words import text as say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from sim.drill.cover.holidays import Holiday

    Row = Sequence[Any]

FILLS = {ExerciseType.FULL_SCALE: "BDD7EE", ExerciseType.FUNCTIONAL: "D5E8C8", ExerciseType.TABLE_TOP: "F2F2F2",
         ExerciseType.NO_NOTICE: "F8CBAD"}  # fmt: skip
"""By type of a drill; dark to light in grey as well."""
COLUMNS = placed(
    ("date", Sort.CLOCK, 11), ("weekday", Sort.CLOCK, 6), ("from", Sort.CLOCK, 7), ("until", Sort.CLOCK, 7),
    ("year_drill", Sort.TEXT, 38), ("year_type", Sort.TEXT, 16), ("year_teams", Sort.TEXT, 48),
    ("year_sheets", Sort.COUNT, 10), ("year_new", Sort.COUNT, 9), ("plants", Sort.TEXT, 34), ("season", Sort.TEXT, 18),
    ("key", Sort.TEXT, 24),
)  # fmt: skip
"""Of the calendar."""
COVERED = placed(("date", Sort.CLOCK, 11), ("year_drill", Sort.TEXT, 40), ("year_sheet", Sort.TEXT, 50),
                 ("facility", Sort.TEXT, 24), ("year_crew", Sort.TEXT, 34), ("key", Sort.TEXT, 30))  # fmt: skip
CUMULATIVE = placed(("date", Sort.CLOCK, 14), ("field", Sort.COUNT, 18), ("played", Sort.COUNT, 30),
                    ("talked", Sort.COUNT, 22))  # fmt: skip
CHART_CM = (26.0, 12.0)
STROKES = (("1F3864", "solid"), ("2E75B6", "dash"), ("7F7F7F", "sysDot"))
"""Of the chart's lines."""
MOST_PLANTS = 3
"""Plants that a cell names; of more it says how many."""
ABOUT = 110
"""Letters that a line of the explanations has."""


def write_book(path: Path, called: Called, year: Year, holidays: Sequence[Holiday], control: bool) -> None:
    """Write the workbook; for `control` with the day of the no-notice drill.

    Raises:
        InputError: openpyxl is not installed.
    """
    book = new_book()
    _add_calendar(book, called, year, control)
    _add_covered(book, called, year)
    _add_cumulative(book, called, year)
    _add_about(book, called, year, holidays)
    save(book, path)


def _add_calendar(book: Workbook, called: Called, year: Year, control: bool) -> None:
    sheet = book.create_sheet(called.says("sheet_calendar"))
    put_title(sheet, 1, _year_title(called, year), called.language)
    put_title(sheet, 2, called.says("control" if control else "distributed"), called.language, 9)
    seen: set[str] = set()
    rows = []
    for drill in year.drills:
        new = set(drill.sheets) - seen
        seen |= new
        rows.append([*_cells(called, drill, len(new)), drill.type])
    _put(sheet, COLUMNS, rows, 3, called, year)


def _year_title(called: Called, year: Year) -> str:
    return called.says("year_title", year=year.year, park=called.name(called.park))


def _put(sheet: Worksheet, shown: Columns[Row], rows: Sequence[Row], at: int, called: Called, year: Year) -> None:
    """A table that can be filtered, its rows in the colour of their type of drill, which stands behind the cells."""
    from openpyxl.utils import get_column_letter

    put_table(sheet, shown, rows, at, called.language, shade=lambda row: FILLS.get(row[-1], PALE))
    sheet.auto_filter.ref = f"A{at}:{get_column_letter(len(shown))}{at}"
    printed(sheet, _year_title(called, year), pages(called.language), landscape=True)


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
    return called.says("and_more", plants=some, count=more) if more > 0 else some


def _add_covered(book: Workbook, called: Called, year: Year) -> None:
    rows = []
    for drill in year.drills:
        for id in drill.sheets:
            each = called.park.sheets[id]
            crew = called.crew(each.crew) if each.crew else called.says("control_room")
            name = drill.name.in_language(called.language)
            rows.append([drill.day or "", name, called.job(id), each.facility, crew, id, drill.type])
    _put(book.create_sheet(called.says("sheet_covered")), COVERED, rows, 1, called, year)


def _add_cumulative(book: Workbook, called: Called, year: Year) -> None:
    """The table behind the chart, and the chart."""
    sheet = book.create_sheet(called.says("sheet_cumulative"))
    rows = cumulative(year)
    _put(sheet, CUMULATIVE, rows, 1, called, year)
    sheet.add_chart(_chart(sheet, len(rows), called.language), "F2")


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


def _add_about(book: Workbook, called: Called, year: Year, holidays: Sequence[Holiday]) -> None:
    """What stands behind it."""
    sheet, language = book.create_sheet(called.says("sheet_about")), called.language
    sheet.column_dimensions["A"].width = ABOUT
    guessed = [f"{each.name.in_language(language)} {each.first} - {each.last}" for each in holidays
               if each.basis == "assumed"]  # fmt: skip
    assumed = called.listed(guessed) or called.says("none")
    for row, key in enumerate(("about_set", "about_own", "about_types", "about_rest"), start=1):
        text = called.says(key, days=REST_DAYS, assumed=assumed, rule=DRILLED_BY)
        put_title(sheet, row, text, language, 10)
        sheet.cell(row, 1).alignment = wrapped()
        sheet.row_dimensions[row].height = 14 * (lines_of_text(text, ABOUT * 0.92) + 1)
    printed(sheet, _year_title(called, year), pages(language), landscape=True)
