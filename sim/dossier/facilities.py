"""The list of facilities and means: what is opened, shut and started, what is carried there, and who does it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.names import as_printed, not_known, on_earth
from sim.dossier.use import sheet_name
from sim.park import SETTABLE, AnyPlace, Basis, Crew, Equipment, Link, LinkKind, Park, Sensor, Sheet
from sim.record.column import Sort, placed
from sim.record.table import Cell, Table
from sim.units import flow_text, share_text, time_text
from sim.words import WORDS

COLUMNS = placed(
    ("pack_col_no", Sort.COUNT, 5), ("pack_col_facility", 30), ("pack_col_category", 12), ("pack_col_size", 18),
    ("pack_col_at_start", 14), ("pack_col_serves", 34), ("pack_col_longitude", Sort.AMOUNT, 11),
    ("pack_col_latitude", Sort.AMOUNT, 11), ("pack_col_operations", 50), ("pack_col_power", 16),
    ("pack_col_basis", 10), ("pack_col_id", 22),
)  # fmt: skip


def facilities_table(dossier: Dossier, language: str) -> Table:
    """A row for every gate, valve and pump, then sites of the inventory, equipment, stores, crews and sensors."""
    called, park = dossier.called(language), dossier.park
    known = _basis(park)
    rows: list[list[Cell]] = []
    for collection, made in MADE.items():
        for *cells, id in made(called):
            basis = known.get((collection, str(id)))
            said = called.says(f"pack_basis_{basis}") if basis else not_known(called)
            rows.append([len(rows) + 1, *as_printed(cells, language), said, id])
    return COLUMNS.table(rows, called.says)


def _basis(park: Park) -> dict[tuple[str, str], Basis]:
    """How things are known, by where they stand and their ids: as badly as the worst of their numbers."""
    order = list(Basis)
    ids = {each: getattr(park, each) for each in MADE}
    found: dict[tuple[str, str], Basis] = {}
    for each in park.provenance:
        key = each.collection, each.owner(ids.get(each.collection, ()))
        found[key] = max(found.get(key, each.basis), each.basis, key=order.index)
    return found


def _links(called: Called) -> Iterator[list[Cell]]:
    """Gates, valves and pumps, sort by sort; those of whom nothing is turned are no facilities."""
    links = called.park.links.values()
    for sort in SETTABLE:
        for link in sorted((each for each in links if each.kind is sort), key=lambda each: each.id):
            sheets = [each for each in called.park.sheets.values() if each.facility == link.id]
            serves = called.says("pack_from_to", source=called.place(link.source), target=called.place(link.target))
            power = called.power(link.power) if link.power else not_known(called)
            yield [called.way(link.id), called.says(f"kind_{link.kind}"), size(called, link), at_start(called, link),
                   serves, *_east(called, link.place), _operations(called, sheets), power, link.id]  # fmt: skip


def size(called: Called, link: Link) -> str:
    """What it passes at most, where that is known."""
    if link.capacity_m3_s > 0:
        return called.says("pack_passes", flow=flow_text(link.capacity_m3_s))
    return called.says("pack_passes_by_level") if link.rating else not_known(called)


def at_start(called: Called, link: Link) -> str:
    """How it stands on an ordinary day."""
    if link.start_m3 is not None:
        return called.says("pack_stands_by_level")
    if 0 < link.opening < 1:
        return called.says("pack_stands_partly", share=share_text(link.opening))
    moves, stands = ("pack_runs", "pack_stopped") if link.kind is LinkKind.PUMP else ("pack_open", "pack_shut")
    return called.says(moves if link.opening else stands)


def _operations(called: Called, sheets: list[Sheet]) -> str:
    """Operation sheets with who goes, way and work."""
    return called.says("semicolon").join(operation(called, each) for each in sheets) or not_known(called)


def operation(called: Called, sheet: Sheet) -> str:
    """An operation sheet with who goes, how long the way takes and how long the work."""
    crew = called.crew(sheet.crew) if sheet.crew else called.says("pack_by_control_room")
    return called.says("pack_operation", sheet=sheet_name(called, sheet), crew=crew, takes=takes(called, sheet))


def takes(called: Called, sheet: Sheet) -> str:
    """How long the way to a facility takes, and how long the work there; no way where nobody goes."""
    if not sheet.crew:
        return called.says("pack_takes_work", work=time_text(sheet.work_s))
    way = time_text(sheet.travel_s) if sheet.travel_s is not None else not_known(called)
    return called.says("pack_takes", way=way, work=time_text(sheet.work_s))


def _sites(called: Called) -> Iterator[list[Cell]]:
    """Sluices, bridges and places for a dam of the inventory: nothing is held there, and no run looks at them."""
    for site in sorted(called.park.sites.values(), key=lambda each: (each.kind, each.id)):
        key = f"kind_{site.kind}"
        serves = called.says("comma").join(filter(None, map(site.listed.get, ("river", "function"))))
        yield [called.name(site), called.says(key) if key in WORDS else site.kind,
               site.listed.get("note") or not_known(called), "", serves or not_known(called),
               *_east(called, site.place), not_known(called), "", site.id]  # fmt: skip


def _equipment(called: Called) -> Iterator[list[Cell]]:
    park = called.park
    for each in sorted(park.equipment.values(), key=lambda each: (each.spent, each.id)):
        needs = [sheet for sheet in park.sheets.values() if each.id in sheet.needs]
        serves = called.says("pack_serves_sheets", count=f"{len(needs):,}") if needs else not_known(called)
        yield [called.equipment(each.id), called.says("pack_store" if each.spent else "pack_mobile"),
               count_of(each), _arrives(called, each), serves, *_east(called, each.home), "", "", each.id]  # fmt: skip


def count_of(equipment: Equipment) -> str:
    """How many units there are."""
    return f"{equipment.count:,.15g} {equipment.unit}".strip()


def _arrives(called: Called, each: Equipment | Crew) -> str:
    """Whether it is in the park, or how long after the call."""
    if not each.arrives_s:
        return called.says("pack_in_park")
    return called.says("pack_arrives", time=time_text(each.arrives_s))


def _crews(called: Called) -> Iterator[list[Cell]]:
    for crew in sorted(called.park.crews.values(), key=lambda each: each.id):
        people = f"{crew.people:,}" if crew.people else not_known(called)
        size = called.says("pack_teams", teams=f"{crew.most_teams:,}", people=people)
        count = sum(each.crew == crew.id for each in called.park.sheets.values())
        serves = called.says("pack_serves_sheets", count=f"{count:,}")
        yield [called.crew(crew.id), called.says("pack_crew"), size, _arrives(called, crew), serves,
               *_east(called, crew.home), "", "", crew.id]  # fmt: skip


def _sensors(called: Called) -> Iterator[list[Cell]]:
    for sensor in sorted(called.park.sensors.values(), key=lambda each: each.id):
        yield [called.sensor(sensor.id), called.says("pack_sensor"), called.says(f"pack_sensor_{sensor.kind}"), "",
               _watches(called, sensor), *_east(called, sensor.place), "", "", sensor.id]  # fmt: skip


def _watches(called: Called, sensor: Sensor) -> str:
    return called.facility(sensor.watches)


def _east(called: Called, place: AnyPlace | None) -> list[Cell]:
    """Longitude and latitude [degrees]."""
    found = on_earth(called.park, place)
    return [found.longitude, found.latitude] if found else [not_known(called), not_known(called)]


MADE = {"links": _links, "sites": _sites, "equipment": _equipment, "crews": _crews, "sensors": _sensors}
"""Who makes the rows of each collection of the park."""
