"""The page's tables: cells for people, each with the number it is sorted by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import isfinite, isnan, nan
from typing import Any

from sim.check import FillTime, TierVerdict, Verdict
from sim.check.reports import OwedReport, reports_owed
from sim.park import ORIGINS
from sim.record.column import Column, Row, Sort, columns, placed
from sim.record.event import ENDS, NO_CAUSE, Cause, Event, Failed, Ordered, RuleBegan
from sim.report.clock import clock_of
from sim.report.deadlines import off_text
from sim.report.numbers import NOTHING
from sim.report.page.said import Said, behind, both, event, named, reasons, said, words
from sim.report.table import scaled, told
from sim.result import Result
from sim.result.tables import (
    ACTIONS,
    ASSUMPTIONS,
    CROSSINGS,
    MARGINS,
    RECEPTORS,
    SECTIONS,
    Acted,
    acted,
    assumptions_table,
    crossed,
)
from sim.study import Deadline, pressing
from sim.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and what it is sorted by; `kind` is a class for its looks."""

    said: Said
    by: float | str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table that sorts."""

    id: str
    title: Said
    header: Sequence[Said]
    rows: Sequence[Sequence[Cell]]
    numbers: frozenset[int] = frozenset()
    """Columns of numbers."""
    filtered: bool = False
    """Whether a field narrows it down."""
    shown: int = 1_000_000
    """How many rows are shown until they are filtered."""


MANY = 12
"""Rows beyond which a field narrows a table down."""
MOST_ASSUMPTIONS = 400
"""Assumed numbers that are shown until somebody filters them."""
PARTS = ("sources", "corrected", "initial", "stored", "travelling", "treated", "recovered", "out")
"""Of the ledger."""


def tables(result: Result, deadlines: Sequence[Deadline]) -> list[PageTable]:
    """Every table that has a row."""
    every = (
        _tiers(result), _storages(result), _crossings(result), _actions(result, deadlines), _sections(result),
        _receptors(result), _reports(result), _events(result), _ledger(result), _assumptions(result),
    )  # fmt: skip
    return [each for each in every if each.rows]


def _table(
    result: Result, id: str, shown: Sequence[Column[Row]], rows: Iterable[Row], many: int | None = None, **heads: str
) -> PageTable:
    """A table of some columns, filtered beyond `many` rows; `heads` are those that are not a column's key."""
    header = [words(f"page_col_{heads.get(each.key, each.key)}") for each in shown]
    cells = [[_cell(result, each, row) for each in shown] for row in rows]
    numbers = frozenset(place for place, each in enumerate(shown) if each.sort.numeric)
    return PageTable(id, words(f"page_table_{id}"), header, cells, numbers, many is not None and len(cells) > many)


def _cell(result: Result, column: Column[Row], row: Row) -> Cell:
    """What a column has of a row; times break between the clock and what stands in brackets, or nowhere."""
    sort, value = column.sort, column.of(row)
    if isinstance(value, Cell):
        return value
    when = clock_of(result.scenario.starts)
    words = said(result, lambda called: told(called, sort, value, when))
    if sort in (Sort.ELAPSED, Sort.SPAN):
        words = {language: text.replace(" ", "\u00a0").replace("\u00a0(", " (") for language, text in words.items()}
    return Cell(words, _key(scaled(sort, value)), column.mark(row)) if sort.numeric else _name(words, column.mark(row))


def _key(value: float) -> float | str:
    return round(value, 6) if isfinite(value) else ("" if isnan(value) else 1e18)


def _name(said: Said, kind: str = "") -> Cell:
    return Cell(said, said[LANGUAGES[0]].lower(), kind)


def _tiers(result: Result) -> PageTable:
    def seen(name: str) -> Callable[[TierVerdict], float]:
        return lambda tier: getattr(tier, name) if tier.reached else nan

    def left(name: str) -> Callable[[TierVerdict], float]:
        """Nothing of a breached tier, of which is told what escaped."""
        return lambda tier: nan if tier.verdict is Verdict.BREACHED else getattr(tier, name)

    shown = columns(
        TierVerdict, "tier", ("verdict", lambda each: Cell(words(each.word), each.verdict.rank, f"chip {each.word}")),
        ("peak [m3]", seen("peak_m3")), ("peak at [s]", seen("peak_at_s")), ("usable [m3]", seen("usable_m3")),
        ("margin [m3]", left("margin_m3")), ("margin [-]", left("margin_share")), "escaped [m3]", "transferred [m3]",
    )  # fmt: skip
    return _table(result, "tiers", shown, result.verdict.tiers)


def _marked(column: Column[Row]) -> Column[Row]:
    """A column of what should be so, with what is not so set off."""
    return replace(column, mark=lambda row: "" if column.of(row) else "bad")


def _storages(result: Result) -> PageTable:
    *shown, counts = MARGINS.named("storage", "tier", "usable_m3", "occupied_m3", "peak_m3", "peak_at_s", "full_at_s",
                                   "margin_m3", "margin_share", "counts")  # fmt: skip
    rows = [each for tier in result.verdict.tiers for each in tier.reached]
    return _table(result, "storages", [*shown, _marked(counts)], rows, MANY)


def _crossings(result: Result) -> PageTable:
    tier, link, source, target, controlled, *numbers = CROSSINGS.named(
        "tier", "link", "from", "to", "controlled", "accident_water_m3", "first_s", "peak_m3_s"
    )
    shown = [tier, link, source, target, _marked(controlled), *numbers]
    return _table(result, "crossings", shown, crossed(result.verdict))


def _actions(result: Result, deadlines: Sequence[Deadline]) -> PageTable:
    decisive = pressing(result.park, result.scenario, deadlines)
    action, *times = ACTIONS.named("action", "ordered_at_s", "begun_at_s", "done_at_s")
    shown = [
        action, Column("state", partial(_state, result)), *times,
        Column("earliest", lambda row: _time_s(decisive.get(row.id), "earliest_s") or nan, Sort.ELAPSED),
        Column("latest", lambda row: _time_s(decisive.get(row.id), "latest_s"), Sort.ELAPSED),
        Column("spare", lambda row: _off(result, decisive.get(row.id)), Sort.FIGURE),
    ]  # fmt: skip
    return _table(result, "actions", shown, acted(result.park, result.scenario, result.record), MANY)


def _time_s(each: Deadline | None, name: str) -> float:
    return nan if each is None else getattr(each, name)


def _off(result: Result, each: Deadline | None) -> Cell:
    """How far off on which side something was."""
    if each is None:
        return Cell(both(lambda _: NOTHING), "")
    bad = "bad" if each.off_s > 0 else ""
    return Cell(said(result, lambda called: off_text(called, each)), _key(each.margin_s), bad)


def _state(result: Result, of: Acted) -> Cell:
    """How an action or a job stands at the end, why it failed and what was ordered in its place."""
    own = [each for each in result.events if each.subject == of.id]
    last = next((each for each in reversed(own) if isinstance(each, ENDS)), None)
    if last is None:
        never = not any(isinstance(each, Ordered) for each in own)
        key = "never" if never else ("waits" if isnan(of.begun_s) else "going")
        return _name(words(f"page_state_{key}"))
    if not isinstance(last, Failed):
        return _name(words(f"page_state_{last.what}"))
    failed = words("page_state_failed")
    if last.reasons:
        failed = words("page_state_failed_why", why=reasons(result, of.id, last.reasons))
    instead = _instead(result, last)
    if instead:
        failed = words(
            "page_state_instead",
            failed=failed,
            jobs=said(result, lambda called: called.listed(map(called.job, instead))),
        )
    return _name(failed, "bad")


def _instead(result: Result, failed: Failed) -> list[str]:
    """What was ordered because something failed: what its rule has for that case, and rules that waited for it."""
    orders = [each for each in result.events if isinstance(each, Ordered)]
    caused = next((each.cause for each in orders if each.subject == failed.subject), NO_CAUSE)
    own = next((rule.otherwise for rule in result.scenario.rules if Cause("rule", rule.id) == caused), ())
    at_once = [each for each in orders if each.at_s == failed.at_s and each.cause == caused]
    found = [each.subject for each in at_once if each.sheet in own]
    because, rules = Cause(failed.what, failed.subject), (each for each in result.events if isinstance(each, RuleBegan))
    waited = {Cause("rule", each.subject) for each in rules if each.cause == because}
    return [*found, *(each.subject for each in orders if each.cause in waited)]


def _sections(result: Result) -> PageTable:
    storage, shut, *rest = SECTIONS.named("storage", "shut_at_s", "room_m3", "inflow_m3_s", "full_at_s", "fill_time_s")

    def shut_at(each: FillTime) -> Any:
        """When it was shut; of one that nobody shut that it stood empty."""
        at_s = shut.of(each)
        return Cell(words("page_stood_empty"), _key(at_s)) if each.stood_empty else at_s

    shown = [storage, replace(shut, of=shut_at), *rest]
    return _table(result, "sections", shown, result.sections.found, storage="section")


def _receptors(result: Result) -> PageTable:
    shown = RECEPTORS.named("receptor", "limit_mg_l", "peak_mg_l", "peak_at_s", "above_limit_from_s",
                            "above_limit_for_s")  # fmt: skip
    return _table(result, "receptors", shown, result.downstream.arrivals)


def _reports(result: Result) -> PageTable:
    """Reports that are owed while the grade is not settled, by the time at which they are due."""
    def said_of(name: str) -> Callable[[OwedReport], Cell]:
        return lambda each: _name(named(getattr(each.duty, name), NOTHING))

    shown = columns(
        OwedReport, Column("due", lambda each: each.due_s, Sort.ELAPSED), ("report", said_of("name")),
        ("reports", said_of("sender")), ("told", said_of("receiver")), ("rule", said_of("rule")),
    )  # fmt: skip
    owed = reports_owed(result.park, result.record, result.verdict)
    return _table(result, "reports", shown, [each for each in owed if each.holds])


def _events(result: Result) -> PageTable:
    shown = columns(
        Event, Column("time", lambda each: each.at_s, Sort.ELAPSED),
        ("event", lambda each: _name(event(result, each))), ("because", lambda each: _name(behind(result, each.cause))),
    )  # fmt: skip
    return _table(result, "events", shown, result.events, 0)


def _ledger(result: Result) -> PageTable:
    shown = [part for part in PARTS if part != "corrected" or getattr(result.ledger, part).any()]
    parts = [getattr(result.ledger, part) for part in shown]
    rows = [
        (_name(words(f"origin_{origin}")), *(float(part[k]) for part in parts))
        for k, origin in enumerate(ORIGINS)
        if any(part[k] for part in parts)
    ]
    rows.append((_name(words("page_all"), "sum"), *(float(part.sum()) for part in parts)))
    return _table(result, "ledger", placed("origin", *((part, Sort.VOLUME) for part in shown)), rows)


def _assumptions(result: Result) -> PageTable:
    every = met_first(assumptions_table(result.park, result.scenario).rows)
    rows = [[str(cell or "") for cell in row] for row in every]
    shown = placed(*ASSUMPTIONS).named("file", "path", "value", "source")
    return replace(_table(result, "assumptions", shown, rows, 0), shown=MOST_ASSUMPTIONS)


def met_first(rows: Iterable[Sequence[object]]) -> list[Sequence[object]]:
    """The scenario's before the park's."""
    return sorted(rows, key=lambda row: row[0] != "scenario.yaml")
