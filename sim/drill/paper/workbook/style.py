"""How the workbook looks: kinds told apart by colour, and on grey paper by shade, weight and slant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sim.drill.line import Kind
from sim.office.look import ELAPSED, INK
from sim.record.column import Sort
from sim.units import SECONDS_A_MINUTE

if TYPE_CHECKING:
    from datetime import datetime

FORMATS = {
    Sort.TEXT: "General", Sort.COUNT: "0", Sort.ELAPSED: ELAPSED, Sort.CLOCK: "hh:mm",
    Sort.SPAN: "#,##0;[Red]-#,##0", Sort.VOLUME: "[=0]0;[<10]0.00;#,##0", Sort.LENGTH: "0.00", Sort.SHARE: "0.0%",
}  # fmt: skip
CLOCK_WITH_DATE = "mm-dd hh:mm"
CENTRED = (Sort.COUNT, Sort.ELAPSED, Sort.CLOCK)
RIGHT = (Sort.SPAN, Sort.VOLUME, Sort.LENGTH, Sort.SHARE)


@dataclass(frozen=True, slots=True)
class Look:
    """How lines of a kind look."""

    fill: str
    ink: str = INK
    bold: bool = False
    italic: bool = False
    dashed: bool = False


LOOKS = {
    Kind.INJECT: Look("FFFFFF"),
    Kind.ACTION: Look("BDD7EE", bold=True),
    Kind.CONTINGENCY: Look("F8CBAD", italic=True, dashed=True),
    Kind.MEASUREMENT: Look("F2F2F2", ink="595959"),
    Kind.REPORT: Look("D5E8C8"),
    Kind.JUMP: Look("A6A6A6", bold=True),
}
"""In grey their shades are 100, 82, 84, 95, 88 and 65 %."""


def side_of(sort: Sort) -> str:
    """On which side of its cell a value stands."""
    return "center" if sort in CENTRED else ("right" if sort in RIGHT else "left")


def excel_value(value: str | float | datetime | None, sort: Sort) -> str | float | datetime | timedelta | None:
    """A value in the form in which a spreadsheet counts with it: times as times, spans in minutes."""
    if value is None or isinstance(value, str):
        return value
    if not isinstance(value, int | float):
        return value.replace(tzinfo=None)
    if sort is Sort.ELAPSED:
        return timedelta(seconds=float(value))
    return value / SECONDS_A_MINUTE if sort is Sort.SPAN else value
