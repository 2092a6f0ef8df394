"""A park, and what came of a run in it, as a map layer: GeoJSON (RFC 7946), which QGIS and web maps read.

Points are what has a place, lines are links from storage to storage. Columns are plain, with units in their names; what
never happened is null. Coordinates are degrees of WGS 84, longitude first, as the standard wants.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from sim.called import in_both
from sim.errors import InputError
from sim.message import Message
from sim.park import AnyPlace, Link, LocalPlace, Name, Park, accident_part
from sim.park.park import RESERVED_RECEIVERS
from sim.park.spill import unwritten
from sim.record.course import flows_at, volumes_at
from sim.record.record import Floats
from sim.result import Result
from sim.words import LANGUAGES

Feature = dict[str, Any]
Values = Mapping[str, Any]
DIGITS = 7
"""Decimals of a degree: a centimetre."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What stands on a map, and what could not be put on it."""

    name: str
    features: tuple[Feature, ...]
    left_out: tuple[str, ...]
    """What has no place, and links with an end at such a storage, as `sort/id`."""

    @property
    def text(self) -> str:
        """The GeoJSON of it."""
        whole = {"type": "FeatureCollection", "name": self.name, "features": self.features}
        return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


@dataclass(frozen=True, slots=True)
class _Found:
    """What a run found, by the ids of storages, links and tiers."""

    storages: Mapping[str, Values] = field(default_factory=dict)
    links: Mapping[str, Values] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)


def geojson(park: Park, result: Result | None = None, at_s: float | None = None) -> Layer:
    """The layer of a park; with a result its columns hold what came of it, and what was there at an instant [s].

    Raises:
        InputError: no storage has a place, or places are by x and y and the park has no origin.
    """
    check_places(park)
    found = _Found() if result is None else _found(result, at_s)
    features = (*_storages(park, found), *_links(park, found), *_others(park))
    drawn = {each["id"] for each in features}
    left_out = tuple(each for each in _expected(park) if each not in drawn)
    return Layer(park.id, features, left_out)


def _expected(park: Park) -> Iterator[str]:
    """Everything that could have a feature; receivers that every park has are mere words."""
    yield from (f"storage/{id}" for id in park.storages)
    yield from (f"link/{id}" for id in park.links)
    for sort, (things, _) in _sorts(park).items():
        yield from (f"{sort}/{id}" for id in things if sort != "receiver" or id not in RESERVED_RECEIVERS)


def check_places(park: Park) -> None:
    """Refuse a park that cannot be put on a map of the world.

    Raises:
        InputError: no storage has a place, or places are by x and y and the park has no origin.
    """
    places = [each.place for each in park.storages.values() if each.place is not None]
    if not places:
        raise InputError(Message("no storage of park '{id}' has a place; write longitude: and latitude: at its "
                                 "storages, or x: and y: with an origin: of the park", id=park.id))  # fmt: skip
    if park.origin is None and isinstance(places[0], LocalPlace):
        example = "origin: {longitude: 107.05, latitude: 29.8}"
        raise InputError(Message("park '{id}' has its places by x and y, and nothing says where on earth these begin; "
                                 "write {example} with its own degrees in the park file", id=park.id,
                                 example=example))  # fmt: skip


def _degrees(park: Park, place: AnyPlace) -> list[float]:
    """Longitude and latitude."""
    if isinstance(place, LocalPlace):
        assert park.origin is not None  # which has been checked
        place = place.on_earth(park.origin)
    return [round(each, DIGITS) for each in place.east_north]


def _point(park: Park, sort: str, id: str, name: Name, place: AnyPlace, values: Values) -> Feature:
    return _feature(sort, id, name, {"type": "Point", "coordinates": _degrees(park, place)}, values)


def _feature(sort: str, id: str, name: Name, geometry: Feature, values: Values) -> Feature:
    """A thing with its shape and its columns."""
    names = {"sort": sort, "id": id, **{f"name_{each}": name.in_language(each) for each in LANGUAGES}}
    return {"type": "Feature", "id": f"{sort}/{id}", "geometry": geometry, "properties": {**names, **values}}


def _storages(park: Park, found: _Found) -> Iterator[Feature]:
    for id, each in park.storages.items():
        if each.place is not None:
            values: dict[str, Any] = {
                "kind": each.kind, "tier": each.tier, "plant": each.plant, "capacity_m3": each.capacity_m3,
                "usable_m3": each.usable_m3, "counts": each.counts,
            }  # fmt: skip
            if found.verdicts:
                values["tier_verdict"] = found.verdicts[each.tier]
            yield _point(park, "storage", id, _name(park, id), each.place, {**values, **found.storages.get(id, {})})


def _links(park: Park, found: _Found) -> Iterator[Feature]:
    """Links between two places as lines, others as points; with those that no park file writes, spills onto the ground
    and over walls, where water ran."""
    spills = (each for each in unwritten(park) if found.links.get(each.id, {}).get("passed_m3", 0.0) > 0)
    for each in (*park.links.values(), *spills):
        values: dict[str, Any] = {
            "kind": each.kind.value, "from": each.source, "to": each.target, "opening": each.opening,
            "capacity_m3_s": each.capacity_m3_s or None, "lag_s": each.lag_s, "transfer": each.transfer,
        }  # fmt: skip
        values |= found.links.get(each.id, {})
        ends = [_end(park, each.source), _end(park, each.target)]
        if None not in ends and ends[0] != ends[1]:
            line = {"type": "LineString", "coordinates": [_degrees(park, end) for end in ends if end is not None]}
            yield _feature("link", each.id, _name(park, each.id), line, values)
        elif (place := _point_of(park, each)) is not None:
            yield _point(park, "link", each.id, _name(park, each.id), place, values)


def _point_of(park: Park, link: Link) -> AnyPlace | None:
    """Where a link stands that is no line: at its own place, at that of both its ends, or, where it leads out of the
    park to no place, at that of what it leaves."""
    source, target = _end(park, link.source), _end(park, link.target)
    if link.place is None and (target == source or (target is None and link.target not in park.storages)):
        return source
    return link.place


def _name(park: Park, id: str) -> Name:
    return in_both(park, None, lambda called: called.facility(id))


def _end(park: Park, id: str) -> AnyPlace | None:
    """The place of a storage or receiver."""
    return park.storages[id].place if id in park.storages else park.receivers[id].place


def _others(park: Park) -> Iterator[Feature]:
    """Receivers, sites, plants, catchments, sensors, crews and equipment that have a place."""
    for sort, (things, values) in _sorts(park).items():
        for id, each in things.items():
            place = each.home if sort in ("crew", "equipment") else each.place
            if place is not None:
                yield _point(park, sort, id, each.name, place, values(each))


def _sorts(park: Park) -> dict[str, tuple[Mapping[str, Any], Callable[[Any], Values]]]:
    """What there is besides storages and links, and what its columns hold."""
    return {
        "receiver": (park.receivers, lambda each: {"kind": each.kind.value}),
        "site": (park.sites, lambda each: {"kind": each.kind, "tier": each.tier, "label": each.label or None}),
        "plant": (park.plants, lambda each: {"sub_area": each.sub_area, "hazardous": each.hazardous}),
        "catchment": (
            park.catchments, lambda each: {"area_m2": each.area_m2, "runoff": each.runoff, "to": each.drains_to}
        ),
        "sensor": (park.sensors, lambda each: {"kind": each.kind.value, "watches": each.watches}),
        "crew": (park.crews, lambda each: {"teams": each.teams}),
        "equipment": (park.equipment, lambda each: {"count": each.count, "unit": each.unit}),
    }  # fmt: skip


def _found(result: Result, at_s: float | None) -> _Found:
    """What came of a run, as columns; with an instant [s] what stood and flowed then, too."""
    record, judged = result.record, result.verdict
    volumes, flows = ({}, {}) if at_s is None else (volumes_at(record, at_s), flows_at(record, at_s))
    storages = {
        each.storage: {
            "peak_m3": each.peak_m3, "peak_at_s": _or_none(each.peak_at_s), "margin_m3": _or_none(each.margin_m3),
            "reached_at_s": _or_none(each.reached_at_s),
            **(_standing(result.park.storages[each.storage].holds_m3, volumes[each.storage]) if volumes else {}),
        }
        for each in judged.storages
    }  # fmt: skip
    links = {
        id: {
            "passed_m3": float(record.links.passed[place].sum()),
            "accident_m3": float(record.links.accident_m3[place]),
            "accident_from_s": _or_none(float(record.links.accident_from_s[place])),
            "peak_m3_s": float(record.links.peak_m3_s[place]),
            **(_flowing(flows.get(id)) if volumes else {}),
        }
        for place, id in enumerate(record.links.ids)
    }
    return _Found(storages, links, {each.tier: each.word for each in judged.tiers})


def _standing(holds_m3: float, volume: Floats) -> Values:
    """What stands in a storage at an instant."""
    total_m3 = float(volume.sum())
    return {"volume_m3": total_m3, "accident_volume_m3": accident_part(volume), "filled_share": total_m3 / holds_m3}


def _flowing(rates: Floats | None) -> Values:
    """What enters a link at an instant."""
    if rates is None:
        return {"flow_m3_s": 0.0, "accident_flow_m3_s": 0.0}
    return {"flow_m3_s": float(rates.sum()), "accident_flow_m3_s": accident_part(rates)}


def _or_none(value: float) -> float | None:
    """A number; None for the NaN that means never."""
    return None if isnan(value) else value
