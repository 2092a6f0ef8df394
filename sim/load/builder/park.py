"""A park from its tree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sim.hydrology.size_sheet import SizeSheet
from sim.load.builder.catchment import build_catchment, build_storm_formula, coefficients
from sim.load.builder.crew import build_crew, build_equipment
from sim.load.builder.downstream import build_reaches, build_receptor
from sim.load.builder.link import build_link, build_spillway, spillway_id
from sim.load.builder.place import build_listed, build_origin, build_place, check_places, datum_note
from sim.load.builder.published import build_published
from sim.load.builder.report import build_reports
from sim.load.builder.sensor import build_sensor
from sim.load.builder.sheet import build_placed_pump, build_sheet, check_sheets, raised
from sim.load.builder.sizing import build_plant_sheets
from sim.load.builder.storage import build_storage
from sim.load.builder.tier import build_tiers
from sim.load.builder.treatment import check_treatment
from sim.load.kinds.blocks import Form
from sim.load.known import Known, check_ids, known_of_tree, tier_words
from sim.load.loops import loop_text, loops_without_lag
from sim.load.node import Block
from sim.load.park_form import PARK, VARIED
from sim.load.place import Faults
from sim.load.reading import Reading
from sim.message import Message
from sim.park import Link, Name, Park, Plant, PowerArea, Receiver, ReceiverKind, Site, Storage
from sim.park.park import RESERVED_RECEIVERS
from sim.park.spill import unwritten

Forms = Mapping[str, Form]


@dataclass(frozen=True, slots=True)
class PartialPark:
    """A park as far as it could be read; whole when there were no faults."""

    park: Park
    known: Known
    sizing: Forms = field(default_factory=dict)
    """What its plants' sizing blocks write."""
    sheets: Mapping[str, SizeSheet] = field(default_factory=dict)
    """The sizing sheets of its plants."""
    notes: tuple[Name, ...] = ()
    """What whoever reads the results should know of how it was read."""


def read_park(tree: Block, known: Known, faults: Faults) -> Form:
    """What a tree writes of a park; what is wrong is noted."""
    form = PARK.read_block(tree, Reading(faults, known, tier_words(tree), varies=VARIED).start())
    form.spot.reading.datum = form.get("datum")
    return form


def build_park(tree: Block, incomplete: Collection[str], faults: Faults) -> PartialPark:
    """The park that a tree writes; what is wrong is noted, and left out of it."""
    known = known_of_tree(tree, incomplete)
    form = read_park(tree, known, faults)
    spot, reading = form.spot, form.spot.reading
    check_ids(tree, spot)
    sheets = form.get("sheets", {})
    storages = raised(_built(form.get("storages", {}), build_storage), sheets)
    receivers = {**RESERVED_RECEIVERS, **_built(form.get("receivers", {}), _receiver)}
    links = _links(form, storages, receivers)
    reaches = build_reaches(form.get("reaches", {}), receivers)
    still = Park(
        id=form.get("id", ""),
        name=form.get("name", Name(form.get("id", ""))),
        storages=storages,
        links=links,
        receivers=receivers,
        reaches=reaches,
        receptors=_built(form.get("receptors", {}), build_receptor, reaches),
        tiers=build_tiers(form),
        catchments=_built(form.get("catchments", {}), build_catchment, coefficients(form)),
        storm_formulas=_built(form.get("storm_formulas", {}), build_storm_formula),
        plants=_built(form.get("plants", {}), _plant),
        power_areas=_built(form.get("power_areas", {}), _power_area),
        crews=_built(form.get("crews", {}), build_crew),
        sites=_built(form.get("sites", {}), _site),
        equipment=_built(form.get("equipment", {}), build_equipment),
        reports=build_reports(form.get("reports", {})),
        published=_built(form.get("published", {}), build_published),
        origin=build_origin(form["origin"]) if "origin" in form else None,
        utc_offset_s=form.get("utc_offset"),
        provenance=tuple(sorted(reading.provenance, key=lambda each: each.path)),
        uncertain=tuple(sorted(reading.uncertain, key=lambda each: each.path)),
    )
    _check_loops(form, (*links.values(), *unwritten(still)))
    check_places(form)
    check_sheets(sheets, still)
    check_treatment(form.get("links", {}), still)
    park = replace(
        still, sensors=_built(form.get("sensors", {}), build_sensor, still), sheets=_built(sheets, build_sheet, still)
    )
    sizing = form.get("sizing", {})
    notes = tuple(filter(None, [datum_note(park, reading.datum)]))
    return PartialPark(park, known, sizing, build_plant_sheets(sizing, park), notes)


def _built(forms: Forms, build: Any, *others: Any) -> dict[str, Any]:
    """What could be built of a collection."""
    built = ((id, build(id, form, *others)) for id, form in forms.items())
    return {id: each for id, each in built if each is not None}


def _links(form: Form, storages: Mapping[str, Storage], receivers: Mapping[str, Receiver]) -> dict[str, Link]:
    """The written links, then the spillways of the storages, then the pumps that sheets lay."""
    links = {id: build_link(id, each, storages, receivers) for id, each in form.get("links", {}).items()}
    for id, each in form.get("storages", {}).items():
        links[spillway_id(id)] = build_spillway(id, each, storages.get(id))
    for id, each in form.get("sheets", {}).items():
        links[id] = links.get(id) or build_placed_pump(id, each, storages)
    return {id: link for id, link in links.items() if link is not None}


def _check_loops(form: Form, links: Iterable[Link]) -> None:
    """Note every loop of links without travel time, at the first of its links."""
    written, storages = form.get("links", {}), form.get("storages", {})
    sheets = {id: each for id, each in form.get("sheets", {}).items() if "pump" in each}
    for loop in loops_without_lag(links):
        link = loop[0]
        at: Form = written.get(link.id) or sheets.get(link.id) or storages[link.source]
        key = "" if at is not storages.get(link.source) else ("spillway" if "spillway" in at else "overflows_to")
        spot = at.spot.child(key) if key else at.spot
        text = Message("water would run round {loop} in no time; give one of these links a lag", loop=loop_text(loop))
        spot.fault(at.place(key), text)


def _site(id: str, form: Form) -> Site | None:
    if form.wrong or "kind" not in form:
        return None
    name, place = form.get("name", Name(id)), build_place(form)
    return Site(id, name, form["kind"], form.get("tier"), place, build_listed(form))


def _receiver(id: str, form: Form) -> Receiver | None:
    if "kind" not in form:
        return None
    return Receiver(id, form.get("name", Name(id)), ReceiverKind(form["kind"]), form.get("level"), build_place(form))


def _power_area(id: str, form: Form) -> PowerArea:
    return PowerArea(id, form.get("name", Name(id)))


def _plant(id: str, form: Form) -> Plant:
    keys = ("sub_area", "trade", "hazardous", "major_hazards", "note")
    return Plant(id, form.get("name", Name(id)), **form.given(**{key: key for key in keys}), place=build_place(form))
