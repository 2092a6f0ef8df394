"""What coverage and a year's drills come to, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from math import nan
from typing import Any

from sim.called import Called
from sim.drill.cover.coverage import Seen
from sim.drill.cover.groups import Group, Sorter, groups
from sim.drill.cover.play import Played
from sim.drill.cover.study import Study, weight
from sim.drill.cover.year import Planned, Year
from sim.drill.exercise import ExerciseType
from sim.park import Name, Sheet
from sim.record.column import Columns, columns, placed
from sim.record.table import Table
from sim.units import SECONDS_AN_HOUR
from sim.words import LANGUAGES

FIELD = (ExerciseType.FULL_SCALE, ExerciseType.NO_NOTICE)
PLAYED = (*FIELD, ExerciseType.FUNCTIONAL)
GROUPS: Columns[tuple[str, Group]] = columns(
    None, ("by", "0"), ("group", "1.key"), ("sheets", "1.sheets"), ("exercised", "1.done"), ("tried only", "1.tried"),
    ("ordered only", "1.ordered"), ("within reach", "1.reachable"),
)  # fmt: skip
"""A row a group of sheets."""
HELD: Columns[tuple[Played, str]] = columns(None, ("drill", "0.candidate.id"), ("sheet", "1"))
"""A row a sheet of a drill of the set."""


def tables(found: Study) -> dict[str, Table]:
    """Every table of a study by the name of its file."""
    return {
        "coverage.csv": coverage_table(found),
        "coverage-groups.csv": groups_table(found),
        "uncovered.csv": uncovered_table(found),
        "drill-set.csv": drills_table(found),
        "drill-set-sheets.csv": held_table(found),
    }


def _names(name: Callable[[Any], Name]) -> Iterator[tuple[str, Callable[[Any], str]]]:
    """Columns of the name of a row's subject in every language."""
    def of(language: str) -> Callable[[Any], str]:
        return lambda row: name(row).in_language(language)

    return ((f"name {language}", of(language)) for language in LANGUAGES)


def _sheet(sorter: Sorter) -> list[tuple[str, Callable[[Seen], str]]]:
    """Columns of a sheet and of what it belongs to."""
    sheets = sorter.park.sheets

    def of(read: Callable[[Sheet], str]) -> Callable[[Seen], str]:
        return lambda seen: read(sheets[seen.sheet])

    return [
        ("sheet", lambda seen: seen.sheet), *_names(lambda seen: sheets[seen.sheet].name),
        ("facility", of(lambda sheet: sheet.facility)), ("tier", of(sorter.tier)), ("kind", of(sorter.kind)),
        ("crew", of(sorter.crew)), ("sub-area", of(sorter.sub_area)),
    ]  # fmt: skip


def coverage_table(found: Study) -> Table:
    """A row a sheet."""
    sorter, called = Sorter(found.park), Called(found.park)
    by_given = Counter(id for each in found.given for id in each.done)
    by_any = Counter(id for each in found.pool for id in each.done)
    return columns(
        Seen, *_sheet(sorter), ("stands", lambda each: each.how.name.lower()), ("in", "drill"),
        ("detail", lambda each: each.said(called)), ("exercised by", lambda each: by_given[each.sheet]),
        ("drills in all", lambda each: by_any[each.sheet]),
    ).table(found.coverage.seen)  # fmt: skip


def groups_table(found: Study) -> Table:
    """The groups of every sort."""
    return GROUPS.table((by, each) for by in Sorter(found.park).by() for each in groups(found, by))


def uncovered_table(found: Study) -> Table:
    """A row a sheet that the given scenarios do not exercise: why, and what would."""
    called = Called(found.park)

    def beyond(each: Seen) -> str:
        """How far it gets in generated drills, in which, and what stands in its way."""
        nearest = each.beyond
        said = (nearest.how.name.lower(), nearest.drill, nearest.said(called)) if nearest else ()
        return ": ".join(filter(None, said))

    return columns(
        Seen, *_sheet(Sorter(found.park)), ("why", lambda each: each.how.name.lower()), ("in", "drill"),
        ("detail", lambda each: each.said(called)), ("under fault", "fault"), ("of scenario", "fault_in"),
        ("generated drill", "generated"), ("beyond all drills", beyond),
    ).table(found.coverage.uncovered)  # fmt: skip


def with_gains(found: Study) -> Iterator[tuple[Played, int, int]]:
    """The drills of the smallest set, each with how many sheets it adds to those before it, and how many that makes."""
    seen: set[str] = set()
    for each in found.chosen:
        new = (each.done & set(found.sheets)) - seen
        seen |= new
        yield each, len(new), len(seen)


def drills_table(found: Study) -> Table:
    """The smallest set, each with what it adds to those before it."""
    shown: Columns[tuple[Played, int, int]] = columns(
        None, ("drill", "0.candidate.id"), *_names(lambda row: row[0].candidate.name), ("sort", "0.candidate.sort"),
        ("length [h]", lambda row: row[0].length_s / SECONDS_AN_HOUR), ("teams", lambda row: teams_text(row[0].teams)),
        ("sheets", lambda row: len(row[0].done)), ("new sheets", "1"), ("sheets so far", "2"),
        ("season", lambda row: row[0].season.name.lower()), ("weight", lambda row: weight(row[0], found.weigh)),
    )  # fmt: skip
    return shown.table(with_gains(found))


def held_table(found: Study) -> Table:
    """The sheets of every drill of the set, in the park's order."""
    order = {id: place for place, id in enumerate(found.park.sheets)}
    return HELD.table((each, id) for each in found.chosen for id in sorted(each.done, key=order.__getitem__))


def teams_text(teams: Mapping[str, int]) -> str:
    """Teams by crew, in a cell.

    >>> teams_text({"park-duty": 2, "contractor": 1})
    'park-duty 2; contractor 1'
    """
    return "; ".join(f"{crew} {count}" for crew, count in teams.items())


CALENDAR = columns(
    Planned, ("date", lambda each: "" if each.day is None else each.day.isoformat()), ("drill", "key"),
    *_names(lambda each: each.name), "type", ("plant's own", "plant"),
    ("length [h]", lambda each: each.length_s / SECONDS_AN_HOUR or nan), ("teams", lambda each: teams_text(each.teams)),
    ("sheets", lambda each: len(each.sheets)), ("plants", lambda each: len(each.plants)),
    ("season", lambda each: each.season.name.lower()), "in season",
)  # fmt: skip
"""A row a drill."""
CUMULATIVE = placed("date", "in the field", "in the field or control rooms", "or talked through")
"""Sheets exercised so far, a row a day on which a drill is held."""


def calendar_tables(year: Year) -> dict[str, Table]:
    """The year as tables, with the date of everything: for exercise control."""
    return {"drill-calendar-control.csv": CALENDAR.table(year.drills),
            "drill-cumulative.csv": CUMULATIVE.table(cumulative(year))}  # fmt: skip


def cumulative(year: Year) -> list[tuple[date, int, int, int]]:
    """Days on which a drill is held, with how many sheets were exercised by then: in the field, and so on."""
    series = (year.cumulative(*types) for types in (FIELD, PLAYED, tuple(ExerciseType)))
    return [(day, field, played, talked) for (day, field), (_, played), (_, talked) in zip(*series, strict=True)]
