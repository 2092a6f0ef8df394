"""A scenario in the response plan: what happens, the verdict, who does what by when, what is left if it fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from math import isnan

from sim.check import Margin
from sim.check.reports import OwedReport
from sim.dossier.names import listed
from sim.dossier.order import Order
from sim.dossier.page import Page, at, done_at
from sim.dossier.played import Played
from sim.drill.paper.typeset import no_later_s
from sim.office.document import A3_CM
from sim.park import ORIGINS
from sim.record.column import Sort, placed
from sim.report.deadlines import deadline_notes
from sim.report.faults import fault_name
from sim.report.figures.command_map import HIGH_MM, WIDE_MM
from sim.report.limits import limit_text, size_text
from sim.report.numbers import NOTHING, days
from sim.report.recovery import because
from sim.report.story import story
from sim.study import Broken
from sim.study.recovery import SLACK_M3
from sim.units import volume_text

MOST_FAULTS = 15
"""Single faults that the plan names; the table of the run has them all."""
REACHED = placed(
    ("pack_space", 4.4), ("tier", 2.6), ("pack_reached", Sort.AMOUNT, 2), ("pack_peak", Sort.AMOUNT, 2.2),
    ("pack_peak_at", Sort.AMOUNT, 2), ("pack_full_at", Sort.AMOUNT, 2), ("pack_left", Sort.AMOUNT, 2),
)  # fmt: skip
VERDICTS = placed(("tier", 2.6), ("promise", 3.4), ("pack_verdict_of", 2.2), ("pack_story", 8.8))
ORDERS = placed(
    ("number", Sort.COUNT, 1), ("pack_do", 3.6), ("pack_who", 2.2), ("pack_ordered", Sort.AMOUNT, 1.8),
    ("pack_set_out", Sort.AMOUNT, 1.7), ("pack_there", Sort.AMOUNT, 1.7), ("pack_done", 1.7),
    ("pack_latest", 1.9), ("pack_if_fails", 2.2),
)  # fmt: skip
LIMITS = placed(("tier", 5), ("pack_load", 4), ("pack_now", Sort.AMOUNT, 4), ("pack_at_most", Sort.AMOUNT, 4))
FAULTS = placed(("what_fails", 8), ("pack_then", 9))
RECOVERY = placed(
    ("pack_space", 5), ("pack_held", Sort.AMOUNT, 3), ("pack_back", Sort.AMOUNT, 3.5), ("pack_waits", 5.5)
)
REPORTS = placed(
    ("number", Sort.COUNT, 0.9), ("pack_due", Sort.AMOUNT, 2.1), ("pack_from", 2.4), ("pack_to", 3.1),
    ("pack_report", 3.3), ("pack_by", 1.9), ("page_col_rule", 3.9),
)  # fmt: skip
BESIDE_SHEET_CM = 2.4
"""Room for the heading above a command map, and below it."""


def write_scenario(page: Page, played: Played, orders: Sequence[Order], number: int, sheet: bytes) -> None:
    """The chapter of one scenario; at its end a page of its own, to fold out, with its command map as a picture."""
    own = Page(page.document, page.dossier, played.called(page.language))
    page.document.new_page()
    page.heading("pack_scenario_of", number=number, name=own.called.name(played.scenario))
    for section in (_happens, _verdict, _orders, _limits, _faults, _recovery, _reports):
        section(own, played, orders)
    with page.document.across(A3_CM) as (wide_cm, high_cm):
        page.heading("pack_command_map", level=2)
        page.document.picture(sheet, min(wide_cm, (high_cm - BESIDE_SHEET_CM) * WIDE_MM / HIGH_MM))


def _happens(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """The accident in words, its water by origin, and the spaces that it reaches."""
    scenario, ledger = played.scenario, played.run.result.ledger
    page.heading("pack_happens", level=2)
    if str(scenario.description):
        page.document.text(scenario.description.in_language(page.language))
    if scenario.starts:
        page.text("pack_begins_at", clock=f"{datetime.fromisoformat(scenario.starts):%Y-%m-%d %H:%M}")
    else:
        page.unknown("pack_what_clock")
    water = [page.say("pack_water_of", origin=page.say(f"pack_origin_{origin}"), volume=volume_text(float(volume)))
             for origin, volume in zip(ORIGINS, ledger.sources, strict=True) if volume > 0]  # fmt: skip
    product = scenario.product.name.in_language(page.language)
    page.text("pack_water", product=product, water=page.called.says("semicolon").join(water))
    if scenario.faults:
        page.points(page.say("pack_fault", fault=page.called.fault(each)) for each in scenario.faults)
    reached = [each for tier in played.run.result.verdict.tiers
               for each in sorted(tier.reached, key=lambda margin: margin.reached_at_s)]  # fmt: skip
    rows = [(page.called.place(each.storage), page.called.tier(page.called.park.storages[each.storage].tier),
             at(each.reached_at_s, page.language), *_peak(page, each),
             _full(page, each.full_at_s), volume_text(max(each.margin_m3, 0.0))) for each in reached]  # fmt: skip
    if rows:
        page.text("pack_reaches", leads=True)
        page.table(REACHED, rows)
    else:
        page.text("pack_reaches_nothing")


def _peak(page: Page, margin: Margin) -> tuple[str, str]:
    """What stood there at most and when; what it only flows through has neither."""
    if margin.peak_m3 <= SLACK_M3:
        return page.say("pack_flows_through"), "-"
    return volume_text(margin.peak_m3), at(margin.peak_at_s, page.language)


def _full(page: Page, full_at_s: float) -> str:
    return page.say("pack_never_full") if isnan(full_at_s) else at(full_at_s, page.language)


def _verdict(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """What becomes of every tier, and which action decides it."""
    page.heading("pack_verdict", level=2)
    notes = deadline_notes(page.called, played.run.deadlines)
    rows = []
    for tier in played.run.result.verdict.tiers:
        there = page.called.park.tiers[tier.tier]
        came = story(page.called, tier, none="pack_no_escape")
        if came == NOTHING:
            came = page.say("pack_not_reached")
        told = "\n".join([came, *notes.get(tier.tier, ())])
        rows.append((page.called.tier(tier.tier), there.promise.in_language(page.language) or page.not_known,
                     f"{page.called.says(tier.word)}\t", told))  # fmt: skip
    page.table(VERDICTS, rows)


def _orders(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """Who opens, shuts and starts what in which order, by when, and what is left if it fails."""
    page.heading("pack_orders", level=2)
    if not orders:
        page.unknown("pack_what_orders")
        return
    page.text("pack_orders_text", leads=True)
    rows = [(str(each.number), what(page, each), who(page, each), at(each.job.ordered_s, page.language),
             _went(page, each, each.job.leaves_s), _went(page, each, each.job.begun_s), ended(page, each),
             latest(page, each), _fails(page, each)) for each in orders]  # fmt: skip
    page.table(ORDERS, rows, size_pt=8)


def what(page: Page, order: Order) -> str:
    """What is done, with its operation sheet."""
    name = page.called.job(order.id)
    if not order.job.sheet:
        return f"{name}\n{page.say('pack_no_sheet')}"
    return f"{name}\n{order.job.sheet}"


def who(page: Page, order: Order) -> str:
    """Which team goes; of what no crew stands behind, that it is not known."""
    job = order.job
    if not job.crew:
        return page.say("pack_by_control_room") if job.sheet else page.not_known
    crew = page.called.crew(job.crew)
    return page.say("pack_team", crew=crew, team=job.team) if job.team > 1 else crew


def _went(page: Page, order: Order, time_s: float) -> str:
    """When somebody set out or was there; a dash where nobody goes, and not known where nobody is named."""
    if not isnan(time_s):
        return at(time_s, page.language)
    if order.job.crew:
        return page.say("pack_nobody")
    return "-" if order.job.sheet else page.not_known


def ended(page: Page, order: Order) -> str:
    """When it was done, or how else it ended."""
    if order.done:
        return done_at(order.job.ended_s, page.language)
    why = page.called.says("semicolon").join(page.called.reason(each) for each in order.job.why)
    return page.say(f"pack_outcome_{order.job.outcome}") + (f"\n{why}" if why else "")


def latest(page: Page, order: Order) -> str:
    """By when it must be done, and not before when; of what decides no verdict whether it matters all the same."""
    said = []
    if order.latest_s < float("inf"):
        said.append(at(no_later_s(order.latest_s), page.language))
        if order.late:
            said.append(page.say("pack_missed"))
    if order.earliest_s == float("inf"):
        said.append(page.called.says("not_at_all"))
    elif order.earliest_s > 0:
        said.append(page.say("not_before", when=done_at(order.earliest_s, page.language)))
    return "\n".join(said) or page.say("deadline_lost" if order.matters else "pack_no_deadline")


def _fails(page: Page, order: Order) -> str:
    """What becomes of the tiers when what is operated does not follow."""
    said = [worse(page, each) for each in order.fails]
    return "\n".join(dict.fromkeys(said)) or page.say("pack_not_tried")


def worse(page: Page, broken: Broken) -> str:
    """Which tiers are worse, and how much more escapes; or that nothing is."""
    if not broken.worse and broken.escaped_m3 <= 0:
        return page.say("pack_no_worse")
    tiers = [page.called.tier(each) for each in broken.worse]
    more = page.say("pack_more_escapes", volume=volume_text(broken.escaped_m3)) if broken.escaped_m3 > 0 else ""
    verdicts = page.say("pack_worse", tiers=page.called.listed(tiers)) if tiers else ""
    return listed(page.called, filter(None, (verdicts, more)))


def _limits(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """The largest accident that each tier still holds."""
    page.heading("pack_limits", level=2)
    if not played.limits:
        page.unknown("pack_what_limits")
        return
    page.text("pack_limits_text", leads=True)
    rows = [(page.called.tier(each.tier), page.called.says(each.load), _said(page, size_text(each.load, each.size)),
             limit_text(page.called, each)) for each in played.limits]  # fmt: skip
    page.table(LIMITS, rows)


def _said(page: Page, value: object) -> str:
    """A value in the language of the page."""
    in_language = getattr(value, "in_language", None)
    return str(in_language(page.language)) if in_language else str(value)


def _faults(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """Which single fault makes it worse."""
    page.heading("pack_faults", level=2)
    found = played.faults
    harmful = [each for each in found.singles if each.worse or each.escaped_m3 > 0]
    page.text("pack_faults_text", total=f"{len(found.singles):,}", felt=f"{sum(each.felt for each in found.singles):,}",
              count=f"{len(harmful):,}", leads=bool(harmful))  # fmt: skip
    if not found.singles:
        page.unknown("pack_what_faults")
    rows = [(fault_name(page.called, each), worse(page, each)) for each in harmful[:MOST_FAULTS]]
    if rows:
        page.table(FAULTS, rows)


def _recovery(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """When every space is empty again, and what it waits for."""
    page.heading("pack_recovery", level=2)
    found = played.recovery
    occupied = [each for each in found.storages if each.held_m3 > SLACK_M3 or found.after(each.back_s) > 0]
    if not occupied:
        page.text("pack_recovery_nothing")
        return
    page.text("pack_recovery_text", leads=True)
    rows = [(page.called.place(each.id), volume_text(each.held_m3),
             _said(page, days(found.after(each.back_s))) if each.is_back else page.called.says("rec_never"),
             because(page.called, each)) for each in occupied]  # fmt: skip
    page.table(RECOVERY, rows)


def _reports(page: Page, played: Played, orders: Sequence[Order]) -> None:
    """Who owes whom a report by when."""
    page.heading("pack_reports", level=2)
    if not played.reports:
        page.unknown("pack_what_reports")
        return
    page.text("pack_reports_text", leads=True)
    rows = [(str(number), *_report_cells(page, each)) for number, each in enumerate(played.reports, start=1)]
    page.table(REPORTS, rows)
    page.points(_contents(page, played.reports))


def _report_cells(page: Page, owed: OwedReport) -> tuple[str, ...]:
    """When it is due, who tells whom of what, how, and by which rule."""
    duty = owed.duty
    sender, receiver, name, rule = (
        each.in_language(page.language) for each in (duty.sender, duty.receiver, duty.name, duty.rule)
    )
    by = page.say(f"text_{duty.medium}")
    return due(page, owed), sender, receiver, name, by, rule or page.not_known


def due(page: Page, owed: OwedReport) -> str:
    """By when it must be made; what has no time of grace, at once."""
    when = at(owed.due_s, page.language)
    return when if owed.duty.within_s > 0 else page.say("pack_at_once", when=when)


def _contents(page: Page, owed: Sequence[OwedReport]) -> Iterator[str]:
    """What reports must say, once for all that must say the same."""
    by_text: dict[str, list[str]] = {}
    for number, each in enumerate(owed, start=1):
        by_text.setdefault(each.duty.says.in_language(page.language) or page.not_known, []).append(str(number))
    for text, numbers in by_text.items():
        yield page.say("pack_report_says", numbers=page.called.says("comma").join(numbers), text=text)
