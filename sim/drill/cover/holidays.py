"""Days on which nobody holds a drill: weekends and public holidays, these from a table that anybody may replace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sim.errors import InputError
from sim.load.clock_text import plain_clock, spreadsheet_clock, without_hours
from sim.load.files import Files
from sim.load.kinds.blocks import Field, Record
from sim.load.kinds.words import Names, Text
from sim.load.node import Block, Broken, Scalar
from sim.load.place import Faults, Place
from sim.load.table import Table, open_table
from sim.load.table_form import TableForm
from sim.message import Listed, Message, a, about
from sim.park import Basis, Name
from sim.words import LANGUAGES

SHIPPED = Path(__file__).parent / "holidays.csv"
COLUMNS = ("from", "until", "name_en", "name_zh", "basis", "source")
ADVICE = Message("write a table with the columns {columns} and days such as 2027-02-05", columns=",".join(COLUMNS))
LONGEST_DAYS = 31
HEADERS = {
    **dict.fromkeys(("开始", "开始日期", "起始日期", "放假开始"), "from"),
    **dict.fromkeys(("结束", "结束日期", "截止日期", "放假结束"), "until"),
}  # fmt: skip
FORM = TableForm(Record(a("holiday"), (
    Field("from", Text(), "First day."),
    Field("until", Text(), "Last day."),
    Field("name", Names(), "What it is called."),
)), HEADERS, (("from",), ("until",)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday, both days included."""

    first: date
    last: date
    name: Name
    basis: Basis
    source: str = ""


def load_holidays(path: Path, year: int) -> list[Holiday]:
    """The holidays of a year.

    Raises:
        InputError: none is of that year.
        Problems: the table cannot be read, or rows are wrong, all of which are named.
    """
    files = Files()
    found = [each for row in _rows(path, files) if (each := _holiday(row, files.faults)) is not None]
    files.faults.raise_any()
    fit = [each for each in found if year in (each.first.year, each.last.year)]
    if not fit:
        years = Listed(sorted({each.first.year for each in found})) or Message("none")
        raise InputError(Message("{path} has no public holidays of {year}, only of: {years}; {advice}, and name it "
                                 "with --holidays FILE", path=path, year=year, years=years, advice=ADVICE))  # fmt: skip
    return fit


def _rows(path: Path, files: Files) -> Iterator[Block]:
    """The rows of a table, CSV or a workbook; what is wrong with its columns is noted."""
    table = open_table(str(path), Place(str(path)), FORM, files)
    if table is not None and _has_all(table, files.faults):
        yield from table.blocks()


def _has_all(table: Table, faults: Faults) -> bool:
    """Whether every column is there that must be, and right; notes those that are not there."""
    found = {".".join(column.path) for column in table.columns}
    lacking = [each for each in COLUMNS[:4] if each.replace("_", ".") not in found]
    if lacking and not table.is_broken:
        place = table.header[0].place if table.header else Place(table.file)
        faults.add(place, "", Message("no column is headed {lacking}; {advice}", lacking=Listed(lacking),
                                      advice=ADVICE))  # fmt: skip
    return not lacking and not table.is_broken


def _holiday(row: Block, faults: Faults) -> Holiday | None:
    """A row as a holiday; None when a day is none, the last comes before the first, or the basis is unknown: noted."""
    first, last = (_day(row, key, faults) for key in ("from", "until"))
    basis = _text(row, "basis") or Basis.ASSUMED
    if basis not in list(Basis):
        faults.add(row.place, "", about("basis", Message("found '{basis}'; there are {basis2}", basis=basis,
                                                         basis2=Listed(Basis))))  # fmt: skip
        return None
    if first is None or last is None:
        return None
    if last < first:
        faults.add(row.place, "", Message("until {last} comes before from {first}", last=last, first=first))
        return None
    if (last - first).days >= LONGEST_DAYS:
        faults.add(row.place, "", Message("{first} to {last} is no holiday; {longest_days} days at most", first=first,
                                          last=last, longest_days=LONGEST_DAYS))  # fmt: skip
        return None
    name = Name(**{language: _text(row.within("name"), language) for language in LANGUAGES})
    return Holiday(first, last, name, Basis(basis), _text(row, "source"))


def _text(row: Block, key: str) -> str:
    node = row.get(key)
    return node.text if isinstance(node, Scalar) else ""


def _day(row: Block, key: str, faults: Faults) -> date | None:
    """A cell as a day; None when it is none, which is noted."""
    written = _text(row, key)
    try:
        return date.fromisoformat(without_hours(plain_clock(spreadsheet_clock(written) or written)))
    except ValueError:
        node = row.get(key) or row
        if not isinstance(node, Broken):
            faults.add(node.place, "",
                       about(key, Message("found '{row}'; write a day such as 2027-02-05", row=written)))  # fmt: skip
        return None


def working_days(year: int, holidays: list[Holiday]) -> list[date]:
    """Mondays to Fridays of a year without its holidays. Weekends that are worked to make up for one stay free.

    >>> days = working_days(2026, [Holiday(date(2026, 1, 1), date(2026, 1, 3), Name("New Year"), Basis.PUBLISHED)])
    >>> days[0].isoformat(), len(days)
    ('2026-01-05', 259)
    """
    off = {each.first + timedelta(days=k) for each in holidays for k in range((each.last - each.first).days + 1)}
    every = (date(year, 1, 1) + timedelta(days=k) for k in range(366))
    return [day for day in every if day.year == year and day.weekday() < 5 and day not in off]
