"""Which operation sheets drills exercise, the smallest set of drills, and a year of it, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from sim.called import Called
from sim.drill.cover.candidate import Sort as DrillSort
from sim.drill.cover.coverage import Seen
from sim.drill.cover.groups import Group, groups, tags, whole
from sim.drill.cover.study import AROUND_S, Study
from sim.drill.cover.tables import cumulative, with_gains
from sim.drill.cover.year import Year
from sim.record.column import Sort, placed
from sim.report.numbers import figure, lasting
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.units import SECONDS_AN_HOUR, share_text
from sim.words import WORDS

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

BY = ("tier", "kind", "crew", "sub-area")
SHOWN = 12
"""Drills of the set that are printed; the rest stands in the table."""


@dataclass(frozen=True)
class Printed:
    """What is printed."""

    found: Study
    year: Year | None
    holidays_assumed: bool
    scenarios: int
    elsewhere: Sequence[str]
    folder: str
    written_to: str
    written: int
    took_s: float


def print_coverage(console: Console, about: Printed, language: str = "en") -> None:
    """Print what is exercised, by what it belongs to, why the rest is not, the smallest set, and the year."""
    found, called = about.found, Called(about.found.park, language=language)
    put(console, *_head(about, called))
    for by in BY:
        put(console, "", _groups(found, by, called))
    put(console, "", *_why(found, called), "", *_set_head(found, called))
    if found.chosen:
        put(console, "", _drills(found, called), *_after_set(found, called))
    if about.year is not None:
        put(console, "", *_year(found, about.year, called))
        if about.holidays_assumed:
            put(console, called.says("year_assumed", year=about.year.year))
    put(console, "", *_end(about, called))


def _head(about: Printed, called: Called) -> Iterator[str]:
    found = about.found
    if not found.given:
        yield called.says("head_none", all=_count(len(found.sheets)))
    else:
        every = whole(found)
        yield called.says("head", scenarios=about.scenarios, runs=len(found.given), **_of(every))
        for tag in tags(found):
            yield called.says("head_tag", tag=tag, **_of(whole(found, tag)))
    if about.elsewhere:
        yield called.says("elsewhere", files=called.listed(about.elsewhere))


def _of(group: Group) -> dict[str, str]:
    return {"done": _count(group.done), "all": _count(group.sheets), "share": share_text(group.done / group.sheets)}


def _count(number: int) -> str:
    return f"{number:,}"


def _groups(found: Study, by: str, called: Called) -> Table:
    numbers = [(key, Sort.COUNT) for key in ("sheets", "coverage_done", "share", "tried", "ordered", "reach")]
    rows = [(_group_name(found, by, each.key, called), each.sheets, each.done, f"{100 * each.done / each.sheets:.0f}",
             each.tried, each.ordered, each.reachable) for each in groups(found, by)]  # fmt: skip
    return terminal_table(called.language, placed((f"group_{by}", Sort.TEXT, 24), *numbers), rows)


def _group_name(found: Study, by: str, key: str, called: Called) -> str:
    if by == "tier":
        return called.tier(key)
    if by == "crew":
        return called.crew(key) if key else called.says("control_room")
    if by == "kind":
        return called.says(f"kind_{key}") if f"kind_{key}" in WORDS else key
    return key or called.says("shared")


def _why(found: Study, called: Called) -> Iterator[str]:
    """Of what is not exercised how much stands how, with an example each."""
    left = found.coverage.uncovered
    if not left or not found.given:
        return
    yield called.says("why")
    for how in sorted({each.how for each in left}, reverse=True):
        here = [each for each in left if each.how is how]
        example = _example(here[0], called)
        yield "  " + called.says(f"why_{how.name.lower()}", count=_count(len(here)), example=example)
    if under := [each for each in left if each.fault]:
        first = under[0]
        yield "  " + called.says("under_fault", count=len(under), sheet=first.sheet, fault=first.fault,
                         scenario=first.fault_in)  # fmt: skip


def _example(seen: Seen, called: Called) -> str:
    said = seen.said(called)
    detail = f" ({said})" if said else ""
    return f"{seen.drill}: {seen.sheet}{detail}"


def _set_head(found: Study, called: Called) -> Iterator[str]:
    chosen, answer = found.chosen, found.answer
    if not chosen:
        yield called.says("set_none")
        return
    hours = sum(each.length_s for each in chosen) / SECONDS_AN_HOUR
    around = len(chosen) * AROUND_S / SECONDS_AN_HOUR
    yield called.says("set_head", count=len(chosen), hours=figure(hours), around=figure(around),
              reach=_count(len(found.reachable)), all=_count(len(found.sheets)))  # fmt: skip
    sorts = [each.candidate.sort for each in found.pool]
    faulty, generated = sorts.count(DrillSort.FAULT), sum(sort.generated for sort in sorts)
    yield called.says("set_of", pool=len(sorts), given=sorts.count(DrillSort.GIVEN), faulty=faulty, generated=generated,
              longest=lasting(found.longest_s))  # fmt: skip
    key = "set_proved" if answer.proved else "set_bound"
    yield called.says(key, weigh=called.says(f"weigh_{found.weigh}"), cost=figure(answer.cost),
              bound=figure(answer.bound), gap=share_text(answer.gap))  # fmt: skip
    yield called.says("set_greedy", greedy=figure(answer.greedy_cost), largest=answer.largest,
              guarantee=figure(answer.guarantee))  # fmt: skip


def _drills(found: Study, called: Called) -> Table:
    rows = [(called.name(each.candidate), lasting(each.length_s).in_language(called.language),
             sum(each.teams.values()), len(each.done), new, so_far)
            for each, new, so_far in islice(with_gains(found), SHOWN)]  # fmt: skip
    numbers = [(key, Sort.COUNT) for key in ("length", "teams", "sheets", "new", "so_far")]
    return terminal_table(called.language, placed("drill", *numbers), rows)


def _after_set(found: Study, called: Called) -> Iterator[str]:
    if len(found.chosen) > SHOWN:
        yield called.says("more_drills", count=len(found.chosen) - SHOWN)
    if beyond := [id for id in found.sheets if id not in found.reachable]:
        yield called.says("beyond", count=len(beyond), example=beyond[0])


def _year(found: Study, year: Year, called: Called) -> Iterator[str]:
    park = [each for each in year.drills if not each.plant]
    yield called.says("year_head", year=year.year, park=len(park), own=len(year.drills) - len(park))
    yield called.says("year_season", count=sum(not each.in_season for each in park),
              unplaced=len(year.drills) - len(year.placed))  # fmt: skip
    if rows := cumulative(year):
        field, played, talked = map(_count, rows[-1][1:])
        yield called.says("year_covered", field=field, played=played, talked=talked, all=_count(len(found.sheets)))


def _end(about: Printed, called: Called) -> Iterator[str]:
    yield called.says("coverage_files", folder=about.folder)
    if about.written:
        yield called.says("written", count=about.written, folder=about.written_to)
    yield called.says("took", runs=_count(about.found.runs), time=f"{about.took_s:.1f} s")
