"""The response plan: the park, its waters, its risks and its spaces, then every scenario, then whom to call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sim.check import assumed
from sim.dossier.dossier import Dossier
from sim.dossier.names import kind, owner
from sim.dossier.page import Page, versions
from sim.dossier.played import Played
from sim.dossier.question import questions
from sim.dossier.scenario import write_scenario
from sim.dossier.spaces import less, usable_m3
from sim.drill.paper.sheets import sheet_cells
from sim.office.document import Document
from sim.park import Plant, Provenance, ReceiverKind, Storage, StorageKind
from sim.record.column import Sort, placed
from sim.report.numbers import figure
from sim.units import concentration_text, volume_text

MOST_SPACES = 40
"""Spaces that the plan lists even if no scenario's water reaches them; beyond that the list has them."""
MAP_CM = 17.0
PLAYED = placed(("pack_scenario", 5), ("pack_product", 3), ("pack_spilt", Sort.AMOUNT, 3), ("pack_into", 6))
WORKS = placed(
    ("pack_works", 6), ("pack_sub_area", 2), ("pack_trade", 4.5), ("pack_major", Sort.AMOUNT, 2), ("pack_quantity", 2.5)
)
ROOM = placed(
    ("tier", 5), ("pack_number", Sort.COUNT, 2), ("pack_gross", Sort.AMOUNT, 3.5), ("pack_counted", Sort.COUNT, 3),
    ("pack_usable", Sort.AMOUNT, 3.5),
)  # fmt: skip
SPACES = placed(
    ("pack_space", 2.6), ("pack_kind", 1.5), ("pack_owner", 2), ("tier", 1.9), ("pack_gross", Sort.AMOUNT, 2.5),
    ("pack_usable", Sort.AMOUNT, 2.5), ("pack_less", 2.4), ("pack_basis", 1.7),
)  # fmt: skip
USED = placed(
    ("pack_space", 2.2), ("pack_who", 2.5), ("pack_with", 2), ("pack_sheets", 4.7), ("pack_fed", 2),
    ("pack_connects", 3.8),
)  # fmt: skip
POSTS = placed(
    ("pack_post", 4.2), ("pack_duty", 5), ("pack_person", 2.6), ("pack_telephone", 2.8), ("pack_deputy", 2.6)
)
NUMBERS = placed(("pack_number_of", 6), ("pack_value", Sort.AMOUNT, 2.6), ("pack_source", 6.9), ("pack_scenario", 1.5))
SHEETS = placed(("pack_id", 2.8), ("sheet", 3.6), ("crew", 3), ("takes", Sort.AMOUNT, 2), ("how", 5.6))
OPEN = placed(("number", Sort.COUNT, 1), ("pack_open_what", 9), ("pack_open_whom", 3.5), ("pack_open_answer", 3.5))


def write_plan(dossier: Dossier, language: str, picture: bytes, sheets: Sequence[bytes]) -> Document:
    """The plan, with the map of the park and the command map of each scenario as pictures."""
    called = dossier.called(language)
    title = called.says("pack_plan_of", park=called.name(dossier.park))
    document = Document(title, language)
    names = called.says("semicolon").join(called.name(each.scenario) for each in dossier.played)
    facts = [(called.says("paper_park"), called.name(dossier.park)), (called.says("pack_scenarios"), names),
             *versions(dossier, called), *((called.says(f"pack_sign_{each}"), "") for each in SIGNED)]  # fmt: skip
    document.cover(called.says("pack_plan_above"), title, facts, called.says("pack_draft"))
    page = Page(document, dossier, called)
    for chapter in (_notes, _park, _risks, _spaces, _used):
        chapter(page)
    page.heading("pack_map")
    document.picture(picture, MAP_CM)
    for number, each in enumerate(dossier.played, start=1):
        write_scenario(page, each, dossier.orders[number - 1], number, sheets[number - 1])
    for chapter in (_communication, _assumed, _sheets, _unknown):
        chapter(page)
    return document


SIGNED = ("made", "checked", "issued", "date")
"""What is filled in by hand on the cover."""


def _notes(page: Page) -> None:
    """What the plan is, and what its words mean."""
    page.heading("pack_notes")
    page.text("pack_notes_text")
    page.points(page.say("pack_notes_points").split("\n"))
    page.heading("pack_terms", level=2)
    rows = [tuple(page.say(f"pack_term_{each}").split(" = ", 1)) for each in TERMS]
    page.table(placed(("pack_term", 3), ("pack_meaning", 14)), rows)


TERMS = ("tier", "usable", "held", "relieved", "breached", "t_plus", "latest", "sheet", "unknown")


def _park(page: Page) -> None:
    """The park, its tiers, its waters and what is sensitive below it."""
    park, called = page.dossier.park, page.called
    page.heading("pack_park")
    page.text("pack_park_text", park=called.name(park), storages=f"{len(park.storages):,}",
              links=f"{len(park.links):,}", plants=f"{len(park.plants):,}", crews=f"{len(park.crews):,}",
              sheets=f"{len(park.sheets):,}", sensors=f"{len(park.sensors):,}")  # fmt: skip
    rows = [(called.name(tier), tier.promise.in_language(page.language) or page.not_known)
            for tier in park.tiers.values()]  # fmt: skip
    page.table(placed(("tier", 5), ("promise", 12)), rows)
    _waters(page)
    _sensitive(page)


def _waters(page: Page) -> None:
    """River sections, and which water lies below the park."""
    park, called = page.dossier.park, page.called
    page.heading("pack_waters", level=2)
    sections = [each for each in park.storages.values() if each.kind == StorageKind.RIVER_SECTION]
    if sections:
        rows = [(called.place(each.id), called.tier(each.tier), volume_text(each.capacity_m3),
                 page.dossier.uses[each.id].connects(called)) for each in sections]  # fmt: skip
        page.table(placed(("pack_section", 5), ("tier", 3), ("pack_holds", Sort.AMOUNT, 3), ("pack_leads_on", 6)), rows)
    else:
        page.unknown("pack_what_sections")
    outside = [called.place(each.id) for each in park.receivers.values()
               if each.kind is ReceiverKind.OUT and each.id != each.kind]  # fmt: skip
    if outside:
        page.text("pack_outside", names=called.says("semicolon").join(outside))
    else:
        page.unknown("pack_what_outside")


def _sensitive(page: Page) -> None:
    """What must not be hit below the park."""
    page.heading("pack_sensitive", level=2)
    receptors = page.dossier.park.receptors.values()
    if not receptors:
        page.unknown("pack_what_receptors")
        return
    rows = [(page.called.name(each), f"{figure(each.at_m / 1000)} km", concentration_text(each.limit_kg_m3))
            for each in receptors]  # fmt: skip
    page.table(placed(("pack_receptor", 8), ("pack_below", Sort.AMOUNT, 4), ("pack_stands", Sort.AMOUNT, 5)), rows)


def _risks(page: Page) -> None:
    """Works that hold hazardous chemicals, and what the scenarios let run out."""
    page.heading("pack_risks")
    _works(page)
    page.heading("pack_risks_played", level=2)
    rows = [(page.called.name(each.scenario), each.scenario.product.name.in_language(page.language),
             volume_text(each.scenario.spilt_m3), _into(page, each)) for each in page.dossier.played]  # fmt: skip
    page.table(PLAYED, rows)


def _works_cells(page: Page, plant: Plant) -> tuple[str, ...]:
    """Works with what they make, and how many major hazard sources they have; how much of what is to be filled in."""
    trade = plant.trade.in_language(page.language)
    hazards = f"{plant.major_hazards:,}" if plant.major_hazards else ""
    told = (plant.sub_area, trade, hazards, "")
    return page.called.name(plant), *(each or page.not_known for each in told)


def _works(page: Page) -> None:
    """Works that hold hazardous chemicals; how much of what is to be filled in."""
    park = page.dossier.park
    hazardous = [each for each in park.plants.values() if each.hazardous or each.major_hazards]
    if hazardous:
        page.text("pack_risks_text", count=f"{len(hazardous):,}", all=f"{len(park.plants):,}", leads=True)
        rows = [_works_cells(page, each) for each in hazardous]
        page.table(WORKS, rows)
    else:
        page.unknown("pack_what_works")


def _into(page: Page, played: Played) -> str:
    """Where a scenario's product runs out."""
    into = [page.called.place(id) for each in played.scenario.inflows if each.kind == "release" for id in each.into]
    return page.called.says("semicolon").join(dict.fromkeys(into)) or page.say("pack_no_release")


def _spaces(page: Page) -> None:
    """How much room there is, tier by tier, and why less is usable than is there."""
    called, park = page.called, page.dossier.park
    page.heading("pack_spaces")
    page.text("pack_spaces_text", leads=True)
    rows = []
    for tier in park.tiers:
        inside = [each for each in park.storages.values() if each.tier == tier]
        counted = [each for each in inside if each.counts]
        gross_m3, usable = sum(each.capacity_m3 for each in inside), sum(map(usable_m3, inside))
        rows.append((called.tier(tier), f"{len(inside):,}", volume_text(gross_m3), f"{len(counted):,}",
                     volume_text(usable)))  # fmt: skip
    page.table(ROOM, rows)
    _one_by_one(page)


def _one_by_one(page: Page) -> None:
    """Spaces with their owners, volumes and why less is usable."""
    called, park, listed = page.called, page.dossier.park, _listed(page)
    page.text("pack_spaces_listed", count=f"{len(listed):,}", all=f"{len(park.storages):,}", leads=True)
    rows = [(called.place(each.id), kind(called, each), owner(called, each), called.tier(each.tier),
             volume_text(each.capacity_m3), volume_text(usable_m3(each)), less(called, each),
             page.dossier.uses[each.id].basis_text(called)) for each in listed]  # fmt: skip
    page.table(SPACES, rows)


def _listed(page: Page) -> Sequence[Storage]:
    """Spaces that the plan speaks of one by one."""
    park = page.dossier.park
    return list(park.storages.values()) if len(park.storages) <= MOST_SPACES else list(page.dossier.touched)


def _used(page: Page) -> None:
    """Who uses each space with what."""
    called = page.called
    page.heading("pack_used")
    page.text("pack_used_text", leads=True)
    uses = [page.dossier.uses[each.id] for each in _listed(page)]
    ordered = page.dossier.ordered
    rows = [(called.place(use.storage.id), use.who(called), use.with_what(called), use.by_sheets(called, ordered),
             use.filled(called), use.connects(called)) for use in uses]  # fmt: skip
    page.table(USED, rows)


def _communication(page: Page) -> None:
    """Whom to call; the numbers are filled in by hand."""
    page.heading("pack_communication")
    page.text("pack_communication_text", leads=True)
    rows = [(post, duty, "", "", "") for post, duty in _posts(page).items()]
    page.table(POSTS, rows)


def _posts(page: Page) -> dict[str, str]:
    """Posts with what they do: command, those who get reports, crews with orders, those to be told downstream."""
    called, language = page.called, page.language
    posts = {page.say("pack_post_command"): page.say("pack_duty_command"),
             page.say("pack_post_control_room"): page.say("pack_duty_control_room")}  # fmt: skip
    for each in page.dossier.played:
        for owed in each.reports:
            posts.setdefault(owed.duty.receiver.in_language(language), page.say("pack_duty_informed"))
    ordered = {order.job.crew for _, order in page.dossier.given if order.job.crew}
    for id in sorted(page.dossier.park.crews, key=lambda id: (id not in ordered, id)):
        posts[called.crew(id)] = page.say("pack_duty_ordered" if id in ordered else "pack_duty_stands_by")
    for receptor in page.dossier.park.receptors.values():
        posts[called.name(receptor)] = page.say("pack_duty_warned")
    return posts


def _assumed(page: Page) -> None:
    """What the scenarios rest on that nobody has measured: how much of each, then every such number once."""
    page.heading("pack_assumed", numbered=False)
    found = [assumed(each.run.park, each.scenario, each.run.result.record) for each in page.dossier.played]
    page.points(page.say("pack_assumed_text", number=number, name=page.called.name(each.scenario),
                         count=f"{of.count:,}", all=f"{of.total:,}", met=f"{len(of.met):,}")
                for number, (each, of) in enumerate(zip(page.dossier.played, found, strict=True), start=1))  # fmt: skip
    where: defaultdict[Provenance, list[str]] = defaultdict(list)
    for number, of in enumerate(found, start=1):
        for each in of.met:
            where[each].append(str(number))
    rows = [(each.path, each.text, each.source or page.not_known, page.called.says("comma").join(numbers))
            for each, numbers in list(where.items())[:MOST_ASSUMED]]  # fmt: skip
    if rows:
        page.table(NUMBERS, rows)
    if len(where) > MOST_ASSUMED:
        page.text("pack_assumed_more", count=f"{len(where) - MOST_ASSUMED:,}")


MOST_ASSUMED = 60
"""Assumed numbers that the plan names; the workbook has all."""


def _sheets(page: Page) -> None:
    """The operation sheets that the scenarios order."""
    page.heading("pack_sheets_called", numbered=False)
    park = page.dossier.park
    ids = dict.fromkeys(order.job.sheet for _, order in page.dossier.given if order.job.sheet)
    if not ids:
        page.text("pack_sheets_none")
        return
    rows = [(id, *(cell or page.not_known for cell in sheet_cells(page.called, park.sheets[id]))) for id in ids]
    page.table(SHEETS, rows)


def _unknown(page: Page) -> None:
    """What nobody has said."""
    page.heading("pack_appendix_open", numbered=False)
    rows = [(str(number), each.text, each.whom, "")
            for number, each in enumerate(questions(page.dossier, page.language), start=1)]  # fmt: skip
    page.table(OPEN, rows)
