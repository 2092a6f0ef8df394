"""The page's tables: cells for people, each with the number it is sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite, isinf, isnan, nan

from sim.check import FillTime, Margin, TierVerdict, Verdict
from sim.check.reports import reports_owed
from sim.park import ORIGINS, Name, ReportDuty
from sim.record.event import ENDS, NO_CAUSE, Cause, Failed, Ordered, RuleBegan
from sim.record.table import Table
from sim.report.clock import clock_of
from sim.report.deadlines import off_text
from sim.report.numbers import NOTHING, span
from sim.report.numbers import figure as number
from sim.report.page.said import Said, action, behind, both, event, link, named, place, reasons, said, words
from sim.report.page.said import tier as tier_said
from sim.result import Result
from sim.result.tables import actions_table, assumptions_table
from sim.study import Deadline, pressing
from sim.words import LANGUAGES
from sim.words.times import Spoken


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


def tables(result: Result, deadlines: Sequence[Deadline]) -> list[PageTable]:
    """Every table that has a row."""
    every = (
        _tiers(result), _storages(result), _crossings(result), _actions(result, deadlines), _sections(result),
        _receptors(result), _reports(result), _events(result), _ledger(result), _assumptions(result),
    )  # fmt: skip
    return [each for each in every if each.rows]


def _same(words: str) -> Said:
    return both(lambda _: words)


def _volume(value: float) -> Cell:
    return Cell(_same(number(value)), _key(value))


def _at(result: Result, value: float) -> Cell:
    """A time, by the clock and after the start."""
    never = isnan(value) or isinf(value)
    return Cell(_same(NOTHING) if never else _spoken(clock_of(result.scenario.starts)(value)), _key(value))


def _spoken(words: Spoken) -> Said:
    """A time, which breaks between the clock and what stands in brackets, or nowhere."""
    return both(lambda language: words.in_language(language).replace(" ", "\u00a0").replace("\u00a0(", " ("))


def _span(value: float) -> Cell:
    """A stretch of time."""
    return Cell(_spoken(span(value)) if isfinite(value) else _same(NOTHING), _key(value))


def _key(value: float) -> float | str:
    return round(value, 6) if isfinite(value) else ("" if isnan(value) else 1e18)


def _name(said: Said, kind: str = "") -> Cell:
    return Cell(said, said[LANGUAGES[0]].lower(), kind)


def _heads(*keys: str) -> list[Said]:
    return [words(f"page_col_{key}") for key in keys]


def _tiers(result: Result) -> PageTable:
    park = result.park
    rows = [
        [_name(tier_said(park, each.tier)),
         Cell(words(each.word), each.verdict.rank, f"chip {each.word}"),
         _volume(each.peak_m3 if each.reached else nan), _at(result, each.peak_at_s if each.reached else nan),
         _volume(each.usable_m3 if each.reached else nan), *_left(each), _volume(each.escaped_m3),
         _volume(each.transferred_m3)]
        for each in result.verdict.tiers
    ]  # fmt: skip
    header = _heads("tier", "verdict", "peak", "peak_at", "usable", "margin", "margin_share", "escaped", "moved")
    return PageTable("tiers", words("page_table_tiers"), header, rows, frozenset(range(2, 9)))


def _left(tier: TierVerdict) -> list[Cell]:
    """The margin and its share; none of a breached tier, of which is told what escaped."""
    if tier.verdict is Verdict.BREACHED:
        return [_volume(nan), _volume(nan)]
    return [_volume(tier.margin_m3), _volume(tier.margin_share * 100)]


def _storages(result: Result) -> PageTable:
    rows = [_margin(result, each) for tier in result.verdict.tiers for each in tier.reached]
    header = _heads("storage", "tier", "usable", "occupied", "peak", "peak_at", "full_at", "margin", "margin_share",
                    "counts")  # fmt: skip
    return PageTable("storages", words("page_table_storages"), header, rows, frozenset(range(2, 9)), len(rows) > 12)


def _margin(result: Result, each: Margin) -> list[Cell]:
    park = result.park
    return [
        _name(place(park, each.storage)),
        _name(tier_said(park, each.tier)),
        _volume(each.usable_m3), _volume(each.occupied_m3), _volume(each.peak_m3), _at(result, each.peak_at_s),
        _at(result, each.full_at_s), _volume(each.margin_m3), _volume(each.margin_share * 100),
        _name(words("yes" if each.counts else "page_no"), "" if each.counts else "bad"),
    ]  # fmt: skip


def _crossings(result: Result) -> PageTable:
    park = result.park
    rows = [
        [_name(tier_said(park, tier.tier)),
         _name(link(park, each.link)),
         _name(place(park, each.source)),
         _name(place(park, each.target)),
         _name(words("yes" if each.controlled else "page_no"), "" if each.controlled else "bad"),
         _volume(each.volume_m3), _at(result, each.first_s), _volume(each.peak_m3_s * 1000)]
        for tier in result.verdict.tiers for each in (*tier.escapes, *tier.transfers)
    ]  # fmt: skip
    header = _heads("tier", "way", "from", "to", "controlled", "accident", "first", "rate")
    return PageTable("crossings", words("page_table_crossings"), header, rows, frozenset(range(5, 8)))


def _actions(result: Result, deadlines: Sequence[Deadline]) -> PageTable:
    scenario = result.scenario
    decisive = pressing(result.park, scenario, deadlines)
    rows = []
    for row in actions_table(result.park, scenario, result.record).rows:
        id = str(row[0])
        ordered, begun, done = (float(cell or 0) if cell is not None else nan for cell in row[1:4])
        state, kind = _state(result, id, begun)
        rows.append([
            _name(action(result, id)), _name(state, kind),
            _at(result, ordered), _at(result, begun), _at(result, done), *_deadline(result, decisive.get(id)),
        ])  # fmt: skip
    header = _heads("action", "state", "ordered", "begun", "done", "earliest", "latest", "spare")
    return PageTable("actions", words("page_table_actions"), header, rows, frozenset(range(2, 8)), len(rows) > 12)


def _deadline(result: Result, each: Deadline | None) -> list[Cell]:
    """From when on and by when something must be done, and how far off on which side it was."""
    if each is None:
        return [_at(result, nan), _at(result, nan), Cell(_same(NOTHING), "")]
    early = _at(result, each.earliest_s if each.earliest_s > 0 else nan)
    off = Cell(
        said(result, lambda called: off_text(called, each)), _key(each.margin_s), "bad" if each.off_s > 0 else ""
    )
    return [early, _at(result, each.latest_s), off]


def _state(result: Result, id: str, begun_s: float) -> tuple[Said, str]:
    """How an action or a job stands at the end, why it failed and what was ordered in its place; and its looks."""
    own = [each for each in result.events if each.subject == id]
    last = next((each for each in reversed(own) if isinstance(each, ENDS)), None)
    if last is None:
        never = not any(isinstance(each, Ordered) for each in own)
        key = "never" if never else ("waits" if isnan(begun_s) else "going")
        return words(f"page_state_{key}"), ""
    if not isinstance(last, Failed):
        return words(f"page_state_{last.what}"), ""
    failed = words("page_state_failed")
    if last.reasons:
        failed = words("page_state_failed_why", why=reasons(result, id, last.reasons))
    instead = _instead(result, last)
    if instead:
        failed = words(
            "page_state_instead",
            failed=failed,
            jobs=said(result, lambda called: called.listed(map(called.job, instead))),
        )
    return failed, "bad"


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
    park = result.park
    rows = [
        [_name(place(park, each.storage)),
         _shut(result, each), _volume(each.room_m3), _volume(each.inflow_m3_s * 1000),
         _at(result, each.full_at_s), _span(each.fill_s)]
        for each in result.sections.found
    ]  # fmt: skip
    header = _heads("section", "shut", "room", "inflow", "full_at", "fill_time")
    return PageTable("sections", words("page_table_sections"), header, rows, frozenset(range(1, 6)))


def _shut(result: Result, each: FillTime) -> Cell:
    """When it was shut; of one that nobody shut that it stood empty."""
    cell = _at(result, each.shut_at_s)
    return replace(cell, said=words("page_stood_empty")) if each.stood_empty else cell


def _receptors(result: Result) -> PageTable:
    park = result.park
    rows = [
        [_name(named(park.receptors[each.receptor].name, each.receptor)),
         _volume(each.limit_kg_m3 * 1000), _volume(each.peak_kg_m3 * 1000), _at(result, each.peak_at_s),
         _at(result, each.above_from_s), _span(each.above_for_s)]
        for each in result.downstream.arrivals
    ]  # fmt: skip
    header = _heads("receptor", "limit", "peak_mg", "peak_at", "above_from", "above_for")
    return PageTable("receptors", words("page_intakes"), header, rows, frozenset(range(1, 6)))


def _reports(result: Result) -> PageTable:
    """Reports that are owed while the grade is not settled, by the time at which they are due."""
    rows = [
        [_at(result, each.due_s), *(_name(named(name, NOTHING)) for name in _of_report(each.duty))]
        for each in reports_owed(result.park, result.record, result.verdict)
        if each.holds
    ]
    header = _heads("due", "report", "reports", "told", "rule")
    return PageTable("reports", words("page_table_reports"), header, rows, frozenset({0}))


def _of_report(duty: ReportDuty) -> tuple[Name, ...]:
    return duty.name, duty.sender, duty.receiver, duty.rule


def _events(result: Result) -> PageTable:
    rows = [
        [_at(result, each.at_s), _name(event(result, each)), _name(behind(result, each.cause))]
        for each in result.events
    ]
    header = _heads("time", "event", "because")
    return PageTable("events", words("page_table_events"), header, rows, frozenset({0}), filtered=True)


def _ledger(result: Result) -> PageTable:
    it = result.ledger
    parts = (it.sources, it.initial, it.stored, it.travelling, it.treated, it.recovered, it.out)
    rows = [
        [_name(words(f"origin_{origin}")), *(_volume(float(part[k])) for part in parts)]
        for k, origin in enumerate(ORIGINS)
        if any(part[k] for part in parts)
    ]
    rows.append([_name(words("page_all"), "sum"), *(_volume(float(part.sum())) for part in parts)])
    header = _heads("origin", "sources", "initial", "stored", "travelling", "treated", "recovered", "out")
    return PageTable("ledger", words("page_table_ledger"), header, rows, frozenset(range(1, 8)))


def _assumptions(result: Result) -> PageTable:
    found: Table = assumptions_table(result.park, result.scenario)
    first = met_first(found.rows)
    rows = [[_name(_same(str(cell or ""))) for cell in (row[0], row[1], row[2], row[4])] for row in first]
    header = _heads("file", "path", "value", "source")
    return PageTable(
        "assumptions", words("page_table_assumptions"), header, rows, filtered=True, shown=MOST_ASSUMPTIONS
    )


MOST_ASSUMPTIONS = 400
"""Assumed numbers that are shown until somebody filters them."""


def met_first(rows: Iterable[Sequence[object]]) -> list[Sequence[object]]:
    """The scenario's before the park's."""
    return sorted(rows, key=lambda row: row[0] != "scenario.yaml")
