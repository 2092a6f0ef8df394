"""Which operation sheets drills exercise, the smallest set of drills, and a year of it, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.called import Called
from sim.drill.cover.candidate import Sort
from sim.drill.cover.coverage import Seen
from sim.drill.cover.groups import Group, groups, tags, whole
from sim.drill.cover.study import AROUND_S, Study
from sim.drill.cover.tables import cumulative_table
from sim.drill.cover.year import Year
from sim.report.naming import tier_name
from sim.report.numbers import figure, lasting
from sim.report.styles import plain_table
from sim.units import SECONDS_AN_HOUR, share_text
from sim.words import WORDS
from sim.words import text as say

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
    from rich.text import Text

    def lines(texts: Iterator[str]) -> None:
        for each in texts:
            console.print(Text(each))

    found = about.found
    lines(_head(about, language))
    for by in BY:
        console.print()
        console.print(_groups(found, by, language))
    console.print()
    lines(_why(found, language))
    console.print()
    lines(_set_head(found, language))
    if found.chosen:
        console.print()
        console.print(_drills(found, language))
        lines(_after_set(found, language))
    if about.year is not None:
        console.print()
        lines(_year(found, about.year, language))
        if about.holidays_assumed:
            console.print(Text(say("year_assumed", language, year=about.year.year)))
    console.print()
    lines(_end(about, language))


def _head(about: Printed, language: str) -> Iterator[str]:
    found = about.found
    if not found.given:
        yield say("head_none", language, all=_count(len(found.sheets)))
    else:
        every = whole(found)
        yield say("head", language, scenarios=about.scenarios, runs=len(found.given), **_of(every))
        for tag in tags(found):
            yield say("head_tag", language, tag=tag, **_of(whole(found, tag)))
    if about.elsewhere:
        yield say("elsewhere", language, files=say("comma", language).join(about.elsewhere))


def _of(group: Group) -> dict[str, str]:
    return {"done": _count(group.done), "all": _count(group.sheets), "share": share_text(group.done / group.sheets)}


def _count(number: int) -> str:
    return f"{number:,}"


def _groups(found: Study, by: str, language: str) -> Table:
    from rich.text import Text

    table = plain_table()
    table.add_column(say(f"group_{by}", language), overflow="fold", min_width=24)
    for key in ("sheets", "coverage_done", "share", "tried", "ordered", "reach"):
        table.add_column(say(key, language), justify="right", no_wrap=True)
    for each in groups(found, by):
        share = f"{100 * each.done / each.sheets:.0f}"
        numbers = (each.sheets, each.done, share, each.tried, each.ordered, each.reachable)
        cells = [n if isinstance(n, str) else _count(n) for n in numbers]
        table.add_row(Text(_group_name(found, by, each.key, language)), *cells)
    return table


def _group_name(found: Study, by: str, key: str, language: str) -> str:
    if by == "tier":
        return tier_name(found.park, key, language)
    if by == "crew":
        return found.park.crews[key].name.in_language(language) if key else say("control_room", language)
    if by == "kind":
        return say(f"kind_{key}", language) if f"kind_{key}" in WORDS else key
    return key or say("shared", language)


def _why(found: Study, language: str) -> Iterator[str]:
    """Of what is not exercised how much stands how, with an example each."""
    left = found.coverage.uncovered
    if not left or not found.given:
        return
    called = Called(found.park, language=language)
    yield say("why", language)
    for how in sorted({each.how for each in left}, reverse=True):
        here = [each for each in left if each.how is how]
        example = _example(here[0], called)
        yield "  " + say(f"why_{how.name.lower()}", language, count=_count(len(here)), example=example)
    if under := [each for each in left if each.fault]:
        first = under[0]
        yield "  " + say("under_fault", language, count=len(under), sheet=first.sheet, fault=first.fault,
                         scenario=first.fault_in)  # fmt: skip


def _example(seen: Seen, called: Called) -> str:
    said = seen.said(called)
    detail = f" ({said})" if said else ""
    return f"{seen.drill}: {seen.sheet}{detail}"


def _set_head(found: Study, language: str) -> Iterator[str]:
    chosen, answer = found.chosen, found.answer
    if not chosen:
        yield say("set_none", language)
        return
    hours = sum(each.length_s for each in chosen) / SECONDS_AN_HOUR
    around = len(chosen) * AROUND_S / SECONDS_AN_HOUR
    yield say("set_head", language, count=len(chosen), hours=figure(hours), around=figure(around),
              reach=_count(len(found.reachable)), all=_count(len(found.sheets)))  # fmt: skip
    sorts = [each.candidate.sort for each in found.pool]
    faulty, generated = sorts.count(Sort.FAULT), sum(sort.generated for sort in sorts)
    yield say("set_of", language, pool=len(sorts), given=sorts.count(Sort.GIVEN), faulty=faulty, generated=generated,
              longest=lasting(found.longest_s))  # fmt: skip
    key = "set_proved" if answer.proved else "set_bound"
    yield say(key, language, weigh=say(f"weigh_{found.weigh}", language), cost=figure(answer.cost),
              bound=figure(answer.bound), gap=share_text(answer.gap))  # fmt: skip
    yield say("set_greedy", language, greedy=figure(answer.greedy_cost), largest=answer.largest,
              guarantee=figure(answer.guarantee))  # fmt: skip


def _drills(found: Study, language: str) -> Table:
    from rich.text import Text

    table = plain_table()
    table.add_column(say("drill", language), overflow="fold")
    for key in ("length", "teams", "sheets", "new", "so_far"):
        table.add_column(say(key, language), justify="right", no_wrap=True)
    seen: set[str] = set()
    for each in found.chosen[:SHOWN]:
        new = (each.done & set(found.sheets)) - seen
        seen |= new
        numbers = (sum(each.teams.values()), len(each.done), len(new), len(seen))
        name = Text(each.candidate.name.in_language(language) or each.candidate.id)
        table.add_row(name, lasting(each.length_s).in_language(language), *map(_count, numbers))
    return table


def _after_set(found: Study, language: str) -> Iterator[str]:
    if len(found.chosen) > SHOWN:
        yield say("more_drills", language, count=len(found.chosen) - SHOWN)
    if beyond := [id for id in found.sheets if id not in found.reachable]:
        yield say("beyond", language, count=len(beyond), example=beyond[0])


def _year(found: Study, year: Year, language: str) -> Iterator[str]:
    park = [each for each in year.drills if not each.plant]
    yield say("year_head", language, year=year.year, park=len(park), own=len(year.drills) - len(park))
    yield say("year_season", language, count=sum(not each.in_season for each in park),
              unplaced=len(year.drills) - len(year.placed))  # fmt: skip
    if rows := cumulative_table(year).rows:
        field, played, talked = (_count(int(str(n))) for n in rows[-1][1:])
        yield say("year_covered", language, field=field, played=played, talked=talked, all=_count(len(found.sheets)))


def _end(about: Printed, language: str) -> Iterator[str]:
    yield say("coverage_files", language, folder=about.folder)
    if about.written:
        yield say("written", language, count=about.written, folder=about.written_to)
    yield say("took", language, runs=_count(about.found.runs), time=f"{about.took_s:.1f} s")
