"""What coverage and a year's drills come to, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import nan

from sim.called import Called
from sim.drill.cover.coverage import Seen
from sim.drill.cover.groups import Sorter, groups
from sim.drill.cover.study import Study, weight
from sim.drill.cover.year import Planned, Year
from sim.drill.exercise import ExerciseType
from sim.park import Name
from sim.record.table import Cell, Table
from sim.units import SECONDS_AN_HOUR
from sim.words import LANGUAGES

NAMES = tuple(f"name {language}" for language in LANGUAGES)
SHEET = ("sheet", *NAMES, "facility", "tier", "kind", "crew", "sub-area")
COVERAGE = (*SHEET, "stands", "in", "detail", "exercised by", "drills in all")
UNCOVERED = (*SHEET, "why", "in", "detail", "under fault", "of scenario", "generated drill",
             "beyond all drills")  # fmt: skip
GROUPS = ("by", "group", "sheets", "exercised", "tried only", "ordered only", "within reach")
DRILLS = ("drill", *NAMES, "sort", "length [h]", "teams", "sheets", "new sheets", "sheets so far",
          "season", "weight")  # fmt: skip
CALENDAR = ("date", "drill", *NAMES, "type", "plant's own", "length [h]", "teams", "sheets", "plants",
            "season", "in season")  # fmt: skip
CUMULATIVE = ("date", "in the field", "in the field or control rooms", "or talked through")
FIELD = (ExerciseType.FULL_SCALE, ExerciseType.NO_NOTICE)
PLAYED = (*FIELD, ExerciseType.FUNCTIONAL)


def tables(found: Study) -> dict[str, Table]:
    """Every table of a study by the name of its file."""
    return {
        "coverage.csv": coverage_table(found),
        "coverage-groups.csv": groups_table(found),
        "uncovered.csv": uncovered_table(found),
        "drill-set.csv": drills_table(found),
        "drill-set-sheets.csv": held_table(found),
    }


def _names(name: Name) -> list[str]:
    return [name.in_language(language) for language in LANGUAGES]


def _sheet(sorter: Sorter, id: str) -> tuple[str, ...]:
    sheet = sorter.park.sheets[id]
    name = sheet.name
    return (id, *_names(name), sheet.facility, sorter.tier(sheet),
            sorter.kind(sheet), sheet.crew, sorter.sub_area(sheet))  # fmt: skip


def coverage_table(found: Study) -> Table:
    """A row a sheet."""
    sorter, called = Sorter(found.park), Called(found.park)
    by_given = Counter(id for each in found.given for id in each.done)
    by_any = Counter(id for each in found.pool for id in each.done)
    rows: list[tuple[Cell, ...]] = []
    for each in found.coverage.seen:
        counts = by_given[each.sheet], by_any[each.sheet]
        rows.append((*_sheet(sorter, each.sheet), each.how.name.lower(), each.drill, each.said(called), *counts))
    return Table(COVERAGE, rows)


def groups_table(found: Study) -> Table:
    """A row a group of sheets."""
    return Table(GROUPS, [(by, each.key, each.sheets, each.done, each.tried, each.ordered, each.reachable)
                          for by in Sorter(found.park).by() for each in groups(found, by)])  # fmt: skip


def uncovered_table(found: Study) -> Table:
    """A row a sheet that the given scenarios do not exercise: why, and what would."""
    sorter, called = Sorter(found.park), Called(found.park)
    rows = [(*_sheet(sorter, each.sheet), *_nearest(each, called), each.fault, each.fault_in, each.generated,
             ": ".join(filter(None, _nearest(each.beyond, called))) if each.beyond else "")
            for each in found.coverage.uncovered]  # fmt: skip
    return Table(UNCOVERED, rows)


def _nearest(each: Seen, called: Called) -> tuple[str, str, str]:
    """How far it got, in which drill, and what stands in its way."""
    return each.how.name.lower(), each.drill, each.said(called)


def drills_table(found: Study) -> Table:
    """The smallest set, each with what it adds to those before it."""
    seen: set[str] = set()
    rows: list[tuple[Cell, ...]] = []
    for each in found.chosen:
        new = (each.done & set(found.sheets)) - seen
        seen |= new
        of = each.candidate
        rows.append((of.id, *_names(of.name), str(of.sort),
                     each.length_s / SECONDS_AN_HOUR, teams_text(each.teams), len(each.done), len(new), len(seen),
                     each.season.name.lower(), weight(each, found.weigh)))  # fmt: skip
    return Table(DRILLS, rows)


def held_table(found: Study) -> Table:
    """A row a sheet of a drill of the set."""
    order = {id: place for place, id in enumerate(found.park.sheets)}
    return Table(("drill", "sheet"), [(each.candidate.id, id) for each in found.chosen
                                      for id in sorted(each.done, key=order.__getitem__)])  # fmt: skip


def teams_text(teams: Mapping[str, int]) -> str:
    """Teams by crew, in a cell.

    >>> teams_text({"park-duty": 2, "contractor": 1})
    'park-duty 2; contractor 1'
    """
    return "; ".join(f"{crew} {count}" for crew, count in teams.items())


def calendar_tables(year: Year) -> dict[str, Table]:
    """The year as tables, with the date of everything: for exercise control."""
    return {"drill-calendar-control.csv": calendar_table(year.drills), "drill-cumulative.csv": cumulative_table(year)}


def calendar_table(drills: Sequence[Planned]) -> Table:
    """A row a drill."""
    rows: list[tuple[Cell, ...]] = [
        ("" if each.day is None else each.day.isoformat(), each.key, *_names(each.name), str(each.type), each.plant,
         each.length_s / SECONDS_AN_HOUR or nan, teams_text(each.teams), len(each.sheets), len(each.plants),
         each.season.name.lower(), each.in_season)
        for each in drills
    ]  # fmt: skip
    return Table(CALENDAR, rows)


def cumulative_table(year: Year) -> Table:
    """Sheets exercised so far, a row a day on which a drill is held."""
    series = [list(year.cumulative(*types)) for types in (FIELD, PLAYED, tuple(ExerciseType))]
    return Table(CUMULATIVE, [(day.isoformat(), field, played, talked)
                              for (day, field), (_, played), (_, talked) in zip(*series, strict=True)])  # fmt: skip
