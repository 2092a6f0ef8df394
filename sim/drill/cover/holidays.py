"""Days on which nobody holds a drill: weekends and public holidays, these from a table that anybody may replace."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sim.errors import InputError
from sim.park import Basis, Name

SHIPPED = Path(__file__).parent / "holidays.csv"
COLUMNS = ("from", "until", "name_en", "name_zh", "basis", "source")
ADVICE = f"write a table with the columns {','.join(COLUMNS)} and days such as 2027-02-05"
LONGEST_DAYS = 31


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
        InputError: the table cannot be read, rows are wrong, all of which are named, or none is of that year.
    """
    rows = _rows(path)
    found: list[Holiday] = []
    wrong: list[str] = []
    for line, row in rows:
        try:
            found.append(_holiday(row))
        except ValueError as error:
            wrong.append(f"  {path}:{line}: {error}")
    if wrong:
        raise InputError("\n".join([f"{len(wrong)} problem{'s' * (len(wrong) > 1)}:", *wrong]))
    fit = [each for each in found if year in (each.first.year, each.last.year)]
    if not fit:
        years = ", ".join(sorted({str(each.first.year) for each in found})) or "none"
        raise InputError(f"{path} has no public holidays of {year}, only of: {years}; {ADVICE}, "
                         "and name it with --holidays FILE")  # fmt: skip
    return fit


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a table with their lines.

    Raises:
        InputError: it cannot be read, or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            rows = [(table.line_num, row) for row in table]
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, csv.Error) as error:
        raise InputError(f"{path} is no table: {error}") from error
    lacking = [each for each in COLUMNS[:4] if each not in (table.fieldnames or ())]
    if lacking:
        raise InputError(f"{path}:1: no column is headed {', '.join(lacking)}; {ADVICE}")
    return rows


def _holiday(row: Mapping[str, str]) -> Holiday:
    """A row as a holiday.

    Raises:
        ValueError: a day is none, the last comes before the first, or the basis is unknown.
    """
    first, last = (_day(row, key) for key in ("from", "until"))
    if last < first:
        raise ValueError(f"until {last} comes before from {first}")
    if (last - first).days >= LONGEST_DAYS:
        raise ValueError(f"{first} to {last} is no holiday; {LONGEST_DAYS} days at most")
    basis = row.get("basis") or Basis.ASSUMED
    if basis not in list(Basis):
        raise ValueError(f"basis: found '{basis}'; there are {', '.join(Basis)}")
    return Holiday(first, last, Name(row["name_en"] or "", row["name_zh"] or ""), Basis(basis), row.get("source") or "")


def _day(row: Mapping[str, str], key: str) -> date:
    """A cell as a day.

    Raises:
        ValueError: it is none.
    """
    try:
        return date.fromisoformat((row[key] or "").strip())
    except ValueError:
        raise ValueError(f"{key}: found '{row[key] or ''}'; write a day such as 2027-02-05") from None


def working_days(year: int, holidays: list[Holiday]) -> list[date]:
    """Mondays to Fridays of a year without its holidays. Weekends that are worked to make up for one stay free.

    >>> days = working_days(2026, [Holiday(date(2026, 1, 1), date(2026, 1, 3), Name("New Year"), Basis.PUBLISHED)])
    >>> days[0].isoformat(), len(days)
    ('2026-01-05', 259)
    """
    off = {each.first + timedelta(days=k) for each in holidays for k in range((each.last - each.first).days + 1)}
    every = (date(year, 1, 1) + timedelta(days=k) for k in range(366))
    return [day for day in every if day.year == year and day.weekday() < 5 and day not in off]
