"""Cards to hold in the rain: one a scenario (what happens, who does what by when), one a post (what is yours)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.fit import fitting, height_pt
from sim.dossier.order import Order
from sim.dossier.page import Page, at
from sim.dossier.played import Played
from sim.dossier.scenario import due, ended, latest, what, who, worse
from sim.dossier.use import sheet_name
from sim.office.document import A4_CM, A5_CM, Document
from sim.park import Sheet
from sim.park.names import is_written_in
from sim.record.column import Column, Sort, placed
from sim.report.faults import fault_name
from sim.units import time_text, volume_text

MARGIN_CM = 1.2
TITLE_PT = 20.0
A4_HIGH_PT, A5_HIGH_PT = 510.0, 505.0
"""Room between the margins of A4 across and A5 upright, less the gap below a table and some to spare."""
SIZES_PT = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
"""Letters of a scenario's card, the largest first."""
POST_SIZES_PT = (13.0, 12.0, 11.0, 10.0, 9.0)
ORDERS = placed(
    ("number", Sort.COUNT, 1.6), ("pack_do", 8.8), ("pack_who", 5.2), ("pack_ordered", Sort.AMOUNT, 3.3),
    ("pack_latest", 3.6), ("pack_done_in_run", 3.3),
)  # fmt: skip
TASKS = placed(
    ("pack_scenario", 2.4), ("pack_do", 4), ("pack_ordered", Sort.AMOUNT, 2.1), ("pack_latest", 2.3),
    ("takes", Sort.AMOUNT, 2.4),
)  # fmt: skip
MOST_FAULTS, MOST_REPORTS, MOST_FREE = 2, 3, 4
"""What a card says of each at most."""


@dataclass(slots=True)
class _Card:
    """A card that is being laid out: what stands above and below its table, which gets the rest of the page."""

    page: Page
    title: str
    high_pt: float
    sizes_pt: Sequence[float]
    above: list[tuple[str, float, bool]] = field(default_factory=list)
    """Lines with their size, and whether they are bold."""
    below: list[tuple[str, float, bool]] = field(default_factory=list)

    def write(self, columns: Sequence[Column[Sequence[str]]], rows: Sequence[Sequence[str]]) -> None:
        """Title, lines, table and lines; rows that have no room are counted at its foot.

        Those that have are put in the order of their numbers, where they have any.
        """
        document = self.page.document
        document.heading(self.title, numbered=False, size_pt=TITLE_PT)
        _write(document, self.above)
        if rows:
            self._table(self.page.typed(columns), rows)
        _write(document, self.below)

    def _table(self, columns: Sequence[Column[Sequence[str]]], rows: Sequence[Sequence[str]]) -> None:
        document = self.page.document
        wide_cm, widths = document.width_cm, document.widths_cm(columns)
        texts = [[each.title for each in columns], *([each.of(row) for each in columns] for row in rows)]
        more = self.page.say("pack_card_more", count=len(rows))
        told = [(self.title, 1.5 * TITLE_PT), (more, self.sizes_pt[-1]),
                *((text, size) for text, size, _ in (*self.above, *self.below))]  # fmt: skip
        room_pt = self.high_pt - sum(height_pt(text, size, wide_cm) for text, size in told)
        count, size_pt = fitting(texts, widths, room_pt, self.sizes_pt)
        shown = list(rows[: count - 1])
        if columns[0].sort is Sort.COUNT:
            shown.sort(key=lambda row: int(row[0]))
        document.table(columns, shown, size_pt)
        if count <= len(rows):
            more = self.page.say("pack_card_more", count=len(rows) - count + 1)
            document.line(more, self.sizes_pt[-1])


def _write(document: Document, lines: Sequence[tuple[str, float, bool]]) -> None:
    for text, size_pt, bold in lines:
        document.line(text, size_pt, bold)


def write_scenario_cards(dossier: Dossier, language: str) -> Document:
    """A card a scenario, A4 across."""
    called = dossier.called(language)
    title = called.says("pack_scenario_cards")
    document = Document(title, language, True, A4_CM, margin_cm=MARGIN_CM, cover=False)
    for number, (played, orders) in enumerate(zip(dossier.played, dossier.orders, strict=True), start=1):
        page = Page(document, dossier, played.called(language))
        if number > 1:
            document.new_page()
        _scenario_card(page, played, orders, number)
    return document


def _scenario_card(page: Page, played: Played, orders: Sequence[Order], number: int) -> None:
    """What runs out, what becomes of it, who does what, what makes it worse, whom to tell."""
    scenario = played.scenario
    title = page.say("pack_card_of", number=number, name=page.called.name(scenario))
    card = _Card(page, title, A4_HIGH_PT, SIZES_PT)
    product = scenario.product.name.in_language(page.language)
    spilt = page.say("pack_card_spill", product=product, volume=volume_text(scenario.spilt_m3))
    card.above.append((spilt if scenario.spilt_m3 > 0 else page.say("pack_no_release"), 14, False))
    card.above.append((page.say("pack_card_verdicts", verdicts=_verdicts(page, played)), 14, True))
    if not orders:
        card.above.append((page.say("pack_not_known_what", what=page.say("pack_what_orders")), 14, True))
    if harmful := [each for each in played.faults.singles if each.worse][:MOST_FAULTS]:
        said = [page.say("pack_card_fault", fault=fault_name(page.called, each), then=worse(page, each))
                for each in harmful]  # fmt: skip
        card.below.append((page.say("pack_card_worse", faults=page.called.says("semicolon").join(said)), 11, False))
    card.below.append((_reports(page, played), 12, True))
    rows = [(str(each.number), _flat(what(page, each)), who(page, each), at(each.job.ordered_s, page.language),
             latest(page, each), ended(page, each).partition("\n")[0]) for each in _first(orders)]  # fmt: skip
    card.write(ORDERS, rows)


def _first(orders: Sequence[Order]) -> Sequence[Order]:
    """Orders, those first on which a verdict hangs, then those that matter: they stand there if not all have room."""
    return sorted(orders, key=lambda each: (not each.hangs, not each.matters, each.number))


def _reports(page: Page, played: Played) -> str:
    """Whom to tell by when."""
    said = [page.say("pack_card_report" if each.duty.within_s > 0 else "pack_card_report_at_once",
                     to=each.duty.receiver, due=at(each.due_s, page.language))
            for each in played.reports[:MOST_REPORTS]]  # fmt: skip
    told = page.called.says("semicolon").join(dict.fromkeys(said))
    return page.say("pack_card_reports", reports=told or page.not_known)


def _verdicts(page: Page, played: Played) -> str:
    """Every tier's verdict in the run."""
    said = [page.called.says("colon", name=page.called.tier(each.tier), what=page.called.says(each.word))
            for each in played.run.result.verdict.tiers]  # fmt: skip
    return page.called.says("semicolon").join(said)


def _flat(text: str) -> str:
    """A text of several lines in one."""
    return text.replace("\n", " | ")


def write_post_cards(dossier: Dossier, language: str) -> Document:
    """A card a post, A5 upright: the command post's, then one a crew, those with orders first."""
    called = dossier.called(language)
    document = Document(called.says("pack_post_cards"), language, paper_cm=A5_CM, margin_cm=MARGIN_CM, cover=False)
    page = Page(document, dossier, called)
    _command_card(page)
    tasks = _tasks(dossier)
    if "" in tasks:
        document.new_page()
        _crew_card(page, "", called.says("pack_post_control_room"), tasks[""])
    for id in sorted(dossier.park.crews, key=lambda id: (id not in tasks, id)):
        document.new_page()
        _crew_card(page, id, called.crew(id), tasks.get(id, []))
    return document


def _tasks(dossier: Dossier) -> Mapping[str, Sequence[tuple[Played, Order]]]:
    """Every crew's orders, scenario by scenario; those of sheets that nobody goes for by the empty id."""
    found: defaultdict[str, list[tuple[Played, Order]]] = defaultdict(list)
    for played, order in dossier.given:
        if order.job.sheet:
            found[order.job.crew].append((played, order))
    return found


def _blank(page: Page) -> list[tuple[str, float, bool]]:
    """Where names and numbers are written by hand."""
    lines = (("pack_person", "pack_telephone"), ("pack_deputy", "pack_command_telephone"))
    return [(BETWEEN.join(page.say("pack_blank", what=page.say(key)) for key in line), 11, False) for line in lines]


BETWEEN = "\u2003"
"""A wide blank between what is filled in."""


def _command_card(page: Page) -> None:
    """What the command post decides and reports, and the orders that nobody is named for."""
    card = _Card(page, page.say("pack_post_command"), A5_HIGH_PT, POST_SIZES_PT)
    card.above += [*_blank(page), (page.say("pack_card_command"), 11, False)]
    rows = [(page.called.name(played.scenario), due(page, each),
             each.duty.receiver.in_language(page.language), each.duty.name.in_language(page.language))
            for played in page.dossier.played for each in played.reports]  # fmt: skip
    if not rows:
        card.above.append((page.say("pack_not_known_what", what=page.say("pack_what_reports")), 11, True))
    free = [played.called(page.language).job(order.id)
            for played, order in page.dossier.given if not order.job.sheet]  # fmt: skip
    if free:
        names = page.called.says("semicolon").join(free[:MOST_FREE])
        card.below.append((page.say("pack_card_free", count=len(free), names=names), 10, True))
    card.write(placed(("pack_scenario", 3), ("pack_due", Sort.AMOUNT, 2.4), ("pack_to", 3), ("pack_report", 4.6)), rows)


def _crew_card(page: Page, id: str, name: str, tasks: Sequence[tuple[Played, Order]]) -> None:
    """Who the crew is, what it is told in each scenario, what it takes along and looks at."""
    card = _Card(page, name, A5_HIGH_PT, POST_SIZES_PT)
    card.above += _blank(page)
    if id:
        crew = page.dossier.park.crews[id]
        people = f"{crew.people:,}" if crew.people else page.not_known
        card.above.append((page.say("pack_teams", teams=f"{crew.most_teams:,}", people=people), 11, True))
    sheets = _sheets(page, id, tasks)
    card.below += _along(page, sheets)
    if tasks:
        rows = [(page.called.name(played.scenario), f"{order.number}. {page.called.job(order.id)} ({order.job.sheet})",
                 at(order.job.ordered_s, page.language), latest(page, order),
                 _takes(page, page.called.park.sheets[order.job.sheet])) for played, order in tasks]  # fmt: skip
        card.write(TASKS, rows)
        return
    card.above.append((page.say("pack_card_no_orders", count=f"{len(sheets):,}"), 11, False))
    own = [(sheet_name(page.called, each), _takes(page, each)) for each in sheets[:MOST_SHEETS]]
    card.write(placed(("sheet", 9.5), ("takes", Sort.AMOUNT, 3)), own)


def _takes(page: Page, sheet: Sheet) -> str:
    """How long way and work take, one below the other."""
    way = [time_text(sheet.travel_s) if sheet.travel_s is not None else page.not_known] if sheet.crew else []
    return "\n".join([*way, time_text(sheet.work_s)])


MOST_SHEETS = 8
"""Operation sheets that the card of a post without orders names; the list of facilities has all."""


def _sheets(page: Page, id: str, tasks: Sequence[tuple[Played, Order]]) -> Sequence[Sheet]:
    """The crew's operation sheets: those that it is ordered, else all that it has."""
    sheets = page.dossier.park.sheets
    ordered = dict.fromkeys(order.job.sheet for _, order in tasks)
    return [sheets[each] for each in ordered] or [each for each in sheets.values() if each.crew == id]


def _along(page: Page, sheets: Sequence[Sheet]) -> list[tuple[str, float, bool]]:
    """What to take along, and what to look at afterwards."""
    units: dict[str, float] = {}
    for sheet in sheets[:MOST_SHEETS]:
        for id, count in sheet.needs.items():
            units[id] = max(units.get(id, 0.0), count)
    lines = [(page.say("pack_card_take", what=_needs(page.called, units)), 11.0, True)] if units else []
    checks = dict.fromkeys(each.check for each in sheets if is_written_in(each.check, page.language))
    said = [each for each in checks if each][:MOST_CHECKS]
    if said:
        lines.append((page.say("pack_card_check", what=page.called.says("semicolon").join(said)), 10.0, False))
    return lines


MOST_CHECKS = 3
"""What a card tells to look at."""


def _needs(called: Called, units: Mapping[str, float]) -> str:
    return called.listed(called.says("need", what=called.equipment(id), units=f"{count:,.15g}")
                         for id, count in units.items())  # fmt: skip
