"""Cards to hold in the rain: one a scenario (what happens, who does what by when), one a post (what is yours)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.facilities import operation
from sim.dossier.order import Order
from sim.dossier.owed import reports_owed
from sim.dossier.page import Page, at
from sim.dossier.played import Played
from sim.dossier.scenario import ended, latest, what, who, worse
from sim.drill.paper.typeset import typeset
from sim.office.document import A4_CM, A5_CM, Document
from sim.park import Sheet
from sim.park.names import in_chinese
from sim.report.faults import fault_name
from sim.units import volume_text

MOST_ORDERS, MOST_TASKS, MOST_SHEETS = 8, 7, 5
"""Rows that fit on a card: orders on that of a scenario, orders and sheets on that of a post."""
MOST_FAULTS, MOST_REPORTS = 2, 3
NAME_LETTERS = 60
"""Of a name on a card [-]."""


def write_scenario_cards(dossier: Dossier, language: str) -> Document:
    """A card a scenario, A4 across."""
    called = dossier.called(language)
    document = Document(called.says("pack_scenario_cards"), language, True, A4_CM, margin_cm=1.2, cover=False)
    for number, each in enumerate(dossier.played, start=1):
        page = Page(document, dossier, each.called(language))
        if number > 1:
            document.new_page()
        page.heading("pack_card_of", numbered=False, number=number, name=page.called.name(each.scenario))
        _scenario_card(page, each, dossier.orders[number - 1])
    return document


def _scenario_card(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """What runs out, what becomes of it, who does what, what makes it worse, whom to tell."""
    scenario = played.scenario
    product = scenario.product.name.in_language(page.language)
    spilt = page.say("pack_card_spill", product=product, volume=volume_text(scenario.spilt_m3))
    page.document.line(spilt if scenario.spilt_m3 > 0 else page.say("pack_no_release"), 12)
    page.document.line(page.say("pack_card_verdicts", verdicts=_verdicts(page, played)), 12, bold=True)
    _orders(page, orders)
    harmful = [each for each in played.faults.singles if each.worse][:MOST_FAULTS]
    if harmful:
        said = [page.say("colon", name=fault_name(page.called, each), what=worse(page, each)) for each in harmful]
        page.document.line(page.say("pack_card_worse", faults=page.called.says("semicolon").join(said)), 10)
    reports = [page.say("pack_card_report", to=line.receiver.in_language(page.language),
                        due=at(line.deadline_s, page.language)) for line in reports_owed(played)[:MOST_REPORTS]]  # fmt: skip
    told = page.called.says("semicolon").join(dict.fromkeys(reports))
    page.document.line(page.say("pack_card_reports", reports=told or page.not_known), 10)


def _verdicts(page: Page, played: Played) -> str:
    """Every tier's verdict in the run."""
    said = [page.called.says("colon", name=page.called.tier(each.tier), what=page.called.says(each.word))
            for each in played.run.result.verdict.tiers]  # fmt: skip
    return page.called.says("semicolon").join(said)


def _orders(page: Page, orders: Sequence[Order]) -> None:
    """The orders that fit, those first on which a verdict hangs."""
    if not orders:
        page.unknown("pack_what_orders")
        return
    first = sorted(orders, key=lambda each: (not each.hangs, each.number))[:MOST_ORDERS]
    rows = [(str(each.number), _short(what(page, each)), who(page, each), at(each.job.ordered_s, page.language),
             latest(page, each), ended(page, each).partition("\n")[0])
            for each in sorted(first, key=lambda each: each.number)]  # fmt: skip
    head = ("number", "pack_do", "pack_who", "pack_ordered", "pack_latest", "pack_done_in_run")
    page.table(head, rows, (1, 10, 5.5, 3, 3.2, 3), size_pt=12)
    if len(orders) > len(first):
        page.document.line(page.say("pack_card_more", count=len(orders) - len(first)), 10)


def _short(text: str) -> str:
    """A text of one line, cut where a card has no room."""
    line = text.replace("\n", " | ")
    return line if len(line) <= 2 * NAME_LETTERS else f"{line[: 2 * NAME_LETTERS - 1]}…"


def write_post_cards(dossier: Dossier, language: str) -> Document:
    """A card a post, A5 upright: the command post's, then one a crew, those with orders first."""
    called = dossier.called(language)
    document = Document(called.says("pack_post_cards"), language, paper_cm=A5_CM, margin_cm=1.0, cover=False)
    page = Page(document, dossier, called)
    page.document.heading(page.say("pack_post_command"), numbered=False)
    _command_card(page)
    tasks = _tasks(dossier)
    for id in sorted(dossier.park.crews, key=lambda id: (id not in tasks, id)):
        document.new_page()
        page.document.heading(called.crew(id), numbered=False)
        _crew_card(page, id, tasks.get(id, []))
    return document


def _tasks(dossier: Dossier) -> Mapping[str, Sequence[tuple[Played, Order]]]:
    """Every crew's orders, scenario by scenario."""
    found: defaultdict[str, list[tuple[Played, Order]]] = defaultdict(list)
    for played, orders in zip(dossier.played, dossier.orders, strict=True):
        for each in orders:
            if each.job.crew:
                found[each.job.crew].append((played, each))
    return found


def _command_card(page: Page) -> None:
    """What the command post decides and reports."""
    _lines_to_fill(page)
    page.document.line(page.say("pack_card_command"), 11)
    rows = [(_name(page, played), at(line.deadline_s, page.language), line.receiver.in_language(page.language),
             line.text.in_language(page.language))
            for played in page.dossier.played for line in reports_owed(played)[:MOST_REPORTS]][:MOST_TASKS]  # fmt: skip
    if rows:
        page.table(("pack_scenario", "pack_due", "pack_to", "pack_report"), rows, (3.2, 2.4, 3.2, 4.6), size_pt=9.5)
    else:
        page.unknown("pack_what_reports")
    free = [(_name(page, played), order) for played, orders in zip(page.dossier.played, page.dossier.orders, strict=True)
            for order in orders if not order.job.crew]  # fmt: skip
    if free:
        names = [page.called.says("colon", name=name, what=_own(page, order)) for name, order in free[:MOST_SHEETS]]
        page.document.line(page.say("pack_card_free", count=len(free)), 10, bold=True)
        page.points(names)


def _own(page: Page, order: Order) -> str:
    """What an order is called in whichever scenario gives it."""
    found = (played.called(page.language).job(order.id)
             for played, orders in zip(page.dossier.played, page.dossier.orders, strict=True) if order in orders)  # fmt: skip
    return next(found, order.id)


def _name(page: Page, played: Played) -> str:
    return page.called.name(played.scenario)


def _lines_to_fill(page: Page) -> None:
    """Where names and numbers are written by hand."""
    page.table((), [(page.say("pack_person"), "", page.say("pack_telephone"), ""),
                    (page.say("pack_deputy"), "", page.say("pack_command_telephone"), "")], (2.6, 4, 2.8, 4), size_pt=10)  # fmt: skip


def _crew_card(page: Page, id: str, tasks: Sequence[tuple[Played, Order]]) -> None:
    """Who the crew is, what it is told in each scenario, what it takes along and looks at."""
    crew = page.dossier.park.crews[id]
    _lines_to_fill(page)
    people = f"{crew.people:,}" if crew.people else page.not_known
    page.document.line(page.say("pack_teams", teams=f"{crew.most_teams:,}", people=people), 11, bold=True)
    sheets = _sheets(page, id, tasks)
    if tasks:
        rows = [(_name(page, played), _task(page, played, order), at(order.job.ordered_s, page.language),
                 latest(page, order)) for played, order in tasks[:MOST_TASKS]]  # fmt: skip
        page.table(("pack_scenario", "pack_do", "pack_ordered", "pack_latest"), rows, (3.2, 5.6, 2.2, 2.4), size_pt=10)
        if len(tasks) > MOST_TASKS:
            page.document.line(page.say("pack_card_more", count=len(tasks) - MOST_TASKS), 10)
    else:
        page.document.line(page.say("pack_card_no_orders", count=f"{len(sheets):,}"), 11)
    _ways(page, sheets)
    _take_along(page, sheets)


def _task(page: Page, played: Played, order: Order) -> str:
    return _short(what(Page(page.document, page.dossier, played.called(page.language)), order))


def _sheets(page: Page, id: str, tasks: Sequence[tuple[Played, Order]]) -> list[Sheet]:
    """The crew's operation sheets: those that it is ordered, else all that it has."""
    park = page.dossier.park
    ordered = dict.fromkeys(order.job.sheet for _, order in tasks if order.job.sheet)
    return [park.sheets[each] for each in ordered] or [each for each in park.sheets.values() if each.crew == id]


def _ways(page: Page, sheets: Sequence[Sheet]) -> None:
    """How long way and work take, and what to look at afterwards."""
    page.points(_short(typeset(operation(page.called, each), page.language)) for each in sheets[:MOST_SHEETS])
    checks = [each.check for each in sheets if each.check and in_chinese(each.check) == (page.language == "zh")]
    if checks:
        page.document.line(page.say("pack_card_check", what=_short("; ".join(dict.fromkeys(checks)))), 10)


def _take_along(page: Page, sheets: Sequence[Sheet]) -> None:
    """Equipment that the sheets need."""
    units: dict[str, float] = {}
    for sheet in sheets[:MOST_SHEETS]:
        for id, count in sheet.needs.items():
            units[id] = max(units.get(id, 0.0), count)
    if units:
        page.document.line(page.say("pack_card_take", what=_needs(page.called, units)), 10, bold=True)


def _needs(called: Called, units: Mapping[str, float]) -> str:
    return called.listed(called.says("need", what=called.equipment(id), units=f"{count:,.15g}")
                         for id, count in units.items())  # fmt: skip
