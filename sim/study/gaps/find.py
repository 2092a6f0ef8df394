"""What a park and a scenario leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sim.park import (
    PLANTS_OWN,
    SETTABLE,
    Basis,
    Link,
    LinkKind,
    Park,
    Provenance,
    ReceiverKind,
    Storage,
    StorageKind,
)
from sim.park.spill import spillways
from sim.scenario import Action, InflowKind, Scenario
from sim.scenario.trigger import Clock
from sim.study.gaps.gap import Gap, GapSort, Value
from sim.study.gaps.span import (
    FACTORS,
    FULL_BEFORE,
    FULL_BEFORE_ELSE,
    INLET,
    LAG_MIN,
    LATER_S,
    RIVER_SHARE_PER_H,
)
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR

OPENINGS = (LinkKind.GATE, LinkKind.VALVE, LinkKind.ORIFICE, LinkKind.WEIR, LinkKind.PIPE, LinkKind.FLAP_GATE)
"""Links whose flow hangs on the water above them."""
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?) ([^\d万亿]+3?/?[^\d万亿]*)")
"""A number and its unit, both once; answers in tens of thousands are too easily a slip."""
BEGINNINGS = (StorageKind.BUND, StorageKind.TANK)
"""Kinds of storages in which an accident begins, so that nothing need lead there."""


def gaps_of(park: Park) -> list[Gap]:
    """What a park leaves out, in the order of the sorts and then of its file.

    >>> from sim.park import Name
    >>> park = Park.of([Storage("bund", Name("bund"), "plant", "bund", 100)])
    >>> [str(each.sort) for each in gaps_of(park)]  # doctest: +NORMALIZE_WHITESPACE
    ['overflow', 'level', 'no_way_out', 'sensor', 'shape', 'floor', 'place', 'receptor', 'storm']
    """
    found = chain(_of_storages(park), _of_links(park), _of_people(park), _of_ground(park))
    order = list(GapSort)
    return sorted(found, key=lambda gap: order.index(gap.sort))


def scenario_gaps(park: Park, scenario: Scenario) -> list[Gap]:
    """What a scenario leaves out beside its park: by when its script is carried out, and what comes down the river."""
    written = {each.path: each for each in scenario.provenance}
    late = (_late(park, scenario, action, written) for action in scenario.actions)
    return [*_of_rivers(park, scenario), *filter(None, late)]


def _of_storages(park: Park) -> Iterator[Gap]:
    over, leading, leaving = spillways(park), _led_to(park), _left(park)
    seen = {sensor.watches for sensor in park.sensors.values()}
    seen |= {park.links[id].source for id in seen if id in park.links}
    assumed, known = _assumed(park), _known_levels(park)
    for id, storage in park.storages.items():
        plants_own = storage.kind in PLANTS_OWN
        if (id not in over or "overflows_to" in storage.assumed) and not plants_own:
            yield _overflow(park, storage, over.get(id))
        if storage.counts:
            yield from _level(storage, assumed, known)
        if text := assumed.get(f"storages.{id}.capacity"):
            tried, unit = _times(GapSort.CAPACITY, text, f"park.storages.{id}.capacity", storage.capacity_m3, "m3")
            yield _gap(storage, GapSort.CAPACITY, "capacity", text, unit, tried)
        missing = {
            GapSort.NO_WAY_IN: id not in leading and storage.kind not in BEGINNINGS,
            GapSort.NO_WAY_OUT: id not in leaving, GapSort.SENSOR: storage.counts and id not in seen,
        }  # fmt: skip
        yield from (_gap(storage, sort) for sort, is_missing in missing.items() if is_missing)
        yield from _measures(storage)


def _measures(storage: Storage) -> Iterator[Gap]:
    """What a survey would tell of a storage."""
    if storage.shape is None:
        yield _gap(storage, GapSort.SHAPE, "shape.area", unit="m2")
    if storage.floor_m is None:
        yield _gap(storage, GapSort.FLOOR, "floor", unit="m")
    if storage.place is None:
        yield _gap(storage, GapSort.PLACE, "place", unit="°")


def _gap(
    storage: Storage, sort: GapSort, key: str = "", assumed: str = "", unit: str = "", tried: Sequence[Value] = ()
) -> Gap:
    return Gap(sort, "storages", storage.id, key, assumed, unit, tuple(tried), storage.plant or "", near=storage.id)


def _overflow(park: Park, storage: Storage, spillway: Link | None) -> Gap:
    """Where a storage overflows to: onto the ground, where somebody assumed it, or where it more likely does."""
    assumed = spillway.target if spillway else ReceiverKind.GROUND.value
    ends = dict.fromkeys((ReceiverKind.GROUND.value, assumed, _likely(park, storage.id)))
    tried = [Value(to, (f"park.storages.{storage.id}.overflows_to={to}",)) for to in ends]
    return _gap(storage, GapSort.OVERFLOW, "overflows_to", assumed, tried=tried)


def _likely(park: Park, id: str) -> str:
    """Where a storage may overflow to: where its links lead, else the pool of its plant or of its owner at the plant,
    else out of the park."""
    storage = park.storages[id]
    led = [link.target for link in park.links.values()
           if link.source == id and link.target in park.storages and link.kind is not LinkKind.SPILLWAY]  # fmt: skip
    whose = (storage.plant, storage.listed.get("owner"))
    pools = [each.id for each in park.storages.values()
             if each.kind == StorageKind.ACCIDENT_POOL and (each.plant, each.listed.get("owner")) == whose
             and each.tier == storage.tier and each.id != id and any(whose)
             and storage.kind != StorageKind.ACCIDENT_POOL]  # fmt: skip
    return (led or pools or [ReceiverKind.OUT.value])[0]


def _level(storage: Storage, assumed: dict[str, str], known: set[str]) -> Iterator[Gap]:
    """What stands in a storage before the accident, where nobody says or it is assumed."""
    if storage.id in known:
        return
    origin = max(storage.initial, key=storage.initial.__getitem__, default="")
    written = assumed.get(f"storages.{storage.id}.initial.{origin}", "")
    is_river = storage.kind == StorageKind.RIVER_SECTION
    key = f"initial.{origin or ('river' if is_river else 'rain')}"
    share = next((most for kind, most in FULL_BEFORE.items() if kind == storage.kind), FULL_BEFORE_ELSE)
    others_m3 = storage.initial_m3 - storage.initial.get(origin, 0.0)
    ends = (0.0, max(share * storage.holds_m3 - others_m3, 0.0))
    path = f"park.storages.{storage.id}.{key}"
    tried = [_value(each, "m3", path) for each in ends]
    yield _gap(storage, GapSort.LEVEL, key, written or "0 m3", "m3", tried)


def _of_links(park: Park) -> Iterator[Gap]:
    assumed, sheeted = _assumed(park), {sheet.facility for sheet in park.sheets.values()}
    for id, link in park.links.items():
        if link.kind in (LinkKind.SPILLWAY, LinkKind.WALL) or id in park.sheets:
            continue
        if text := assumed.get(f"links.{id}.capacity"):
            tried, unit = _times(GapSort.FLOW, text, f"park.links.{id}.capacity", link.capacity_m3_s, "m3/s")
            yield _of_link(park, link, GapSort.FLOW, "capacity", text, unit, tried)
        if _treats(park, link) and link.inlet is None and link.kind is LinkKind.PUMP:
            yield _of_link(park, link, GapSort.INLET, tried=_inlets(id))
        if link.kind is LinkKind.PUMP and link.transfer and link.lag_s == 0:
            path = f"park.links.{id}.lag"
            tried = [_value(each, "min", path) for each in (0.0, LAG_MIN)]
            yield _of_link(park, link, GapSort.LAG, "lag", "0 min", "min", tried)
        if link.kind in SETTABLE and id not in sheeted:
            yield _of_link(park, link, GapSort.NO_SHEET)
        if link.kind is LinkKind.PUMP and not link.power:
            yield _of_link(park, link, GapSort.POWER, "power")
        if link.kind in OPENINGS and link.rating is None:
            yield _of_link(park, link, GapSort.RATING)


def _of_link(
    park: Park, link: Link, sort: GapSort, key: str = "", assumed: str = "", unit: str = "", tried: Sequence[Value] = ()
) -> Gap:
    plant = park.storages[link.source].plant or ""
    return Gap(sort, "links", link.id, key, assumed, unit, tuple(tried), plant, near=link.source)


def _treats(park: Park, link: Link) -> bool:
    """Whether it leads into a treatment plant."""
    storage, receiver = park.storages.get(link.target), park.receivers.get(link.target)
    return storage.kind in PLANTS_OWN if storage else bool(receiver and receiver.kind is ReceiverKind.TREATED)


def _inlets(link: str) -> list[Value]:
    """The plant refuses water with more than a little product in it."""
    sets = zip(("inlet_limit", "inlet_reset"), INLET, strict=True)
    return [Value(INLET[0], tuple(f"park.links.{link}.{key}={text}" for key, text in sets))]


def _of_people(park: Park) -> Iterator[Gap]:
    """How long operation sheets take, where that is assumed."""
    assumed = _assumed(park)
    for id, sheet in park.sheets.items():
        near = park.links[sheet.facility].source if sheet.facility in park.links else sheet.facility
        plant = park.storages[near].plant if near in park.storages else ""
        for sort, key, time_s in ((GapSort.TRAVEL, "travel", sheet.travel_s), (GapSort.WORK, "work", sheet.work_s)):
            text = assumed.get(f"sheets.{id}.{key}")
            if text and time_s:
                tried, unit = _times(sort, text, f"park.sheets.{id}.{key}", time_s / SECONDS_A_MINUTE, "min")
                yield Gap(sort, "sheets", id, key, text, unit, tuple(tried), plant or "", near=near)


def _of_ground(park: Park) -> Iterator[Gap]:
    """Runoff that is assumed, rivers, and what a park as a whole leaves out."""
    assumed = _assumed(park)
    for id, ground in park.catchments.items():
        if text := assumed.get(f"catchments.{id}.runoff"):
            ends = (FACTORS[GapSort.RUNOFF].low, FACTORS[GapSort.RUNOFF].high)
            shares = [min(100 * ground.runoff * end, 100.0) for end in ends]
            tried = tuple(_value(each, "%", f"park.catchments.{id}.runoff") for each in shares)
            plant = park.storages[ground.drains_to].plant or ""
            yield Gap(GapSort.RUNOFF, "catchments", id, "runoff", text, "%", tried, plant, near=ground.drains_to)
    yield from _upper_rivers(park)
    if not park.receptors:
        yield Gap(GapSort.RECEPTOR, "receptors", "")
    if not park.storm_formulas:
        yield Gap(GapSort.STORM, "storm_formulas", "")


def _upper_rivers(park: Park) -> Iterator[Gap]:
    """River sections into which no other one leads: what comes down there, scenarios have to say."""
    rivers = [each for each in park.storages.values() if each.kind == StorageKind.RIVER_SECTION]
    led = {link.target for link in park.links.values() if link.source in {each.id for each in rivers}}
    return (_gap(each, GapSort.RIVER_FLOW, unit="m3/s") for each in rivers if each.id not in led)


def _of_rivers(park: Park, scenario: Scenario) -> Iterator[Gap]:
    """What comes down the rivers of a scenario: each section that nothing feeds, and each flow that is assumed."""
    assumed = {each.path: each.text for each in scenario.provenance if each.basis is Basis.ASSUMED}
    rivers = [each for each in scenario.inflows if each.kind is InflowKind.RIVER]
    for flow in rivers:
        text = assumed.get(f"river.{flow.id}.rate")
        if text and len(flow.rates) == 1:
            tried, unit = _times(GapSort.RIVER_FLOW, text, f"river.{flow.id}.rate", flow.rates[0], "m3/s")
            yield Gap(GapSort.RIVER_FLOW, "river", flow.id, "rate", text, unit, tuple(tried), scenario=scenario.id,
                      near=flow.into[0])  # fmt: skip
    fed = _downstream(park, {id for flow in rivers for id in flow.into})
    for storage in park.storages.values():
        if storage.kind == StorageKind.RIVER_SECTION and storage.id not in fed:
            most_m3_s = RIVER_SHARE_PER_H * storage.holds_m3 / SECONDS_AN_HOUR
            entry = f"river.gap-{storage.id}={{into: {storage.id}, rate: {_digits(most_m3_s)} m3/s}}"
            value = Value(f"{_digits(most_m3_s)} m3/s", (entry,))
            yield Gap(GapSort.RIVER_FLOW, "river", storage.id, "", "0 m3/s", "m3/s", (value,), scenario=scenario.id,
                      near=storage.id)  # fmt: skip


def _downstream(park: Park, begin: set[str]) -> set[str]:
    """Storages that water from some of them may come to."""
    found, next_ = set(begin), list(begin)
    while next_:
        here = next_.pop()
        for link in park.links.values():
            if link.source == here and link.target in park.storages and link.target not in found:
                found.add(link.target)
                next_.append(link.target)
    return found


def _late(park: Park, scenario: Scenario, action: Action, written: Mapping[str, Provenance]) -> Gap | None:
    """An action of the script that may be carried out later than it says; None where its time is known, or the end."""
    link = next((id for id, _ in action.openings if id in park.links and park.links[id].kind in SETTABLE), "")
    clock = isinstance(action.when, Clock)
    key, time_s = ("at", action.when.at_s) if isinstance(action.when, Clock) else ("after", action.after_s)
    said = written.get(f"actions.{action.id}.{key}")
    late_s = min(time_s + LATER_S, scenario.horizon_s) if clock else time_s + LATER_S
    if not link or (said and said.basis is not Basis.ASSUMED) or late_s <= time_s:
        return None
    late = _value(late_s / SECONDS_A_MINUTE, "min", f"actions.{action.id}.{key}")
    return Gap(GapSort.DELAY, "actions", action.id, key, said.text if said else "0 min", "min", (late,),
               scenario=scenario.id, near=park.links[link].source)  # fmt: skip


def _times(sort: GapSort, text: str, path: str, value: float, unit: str) -> tuple[list[Value], str]:
    """The ends of the range of a number, by the factors of its sort, and their unit: that in which it is written."""
    if written := _AMOUNT.fullmatch(text):
        value, unit = float(written[1]), written[2]
    return [_value(value * factor, unit, path) for factor in (FACTORS[sort].low, FACTORS[sort].high)], unit


def _value(value: float, unit: str, path: str) -> Value:
    text = f"{_digits(value)} {unit}"
    return Value(text, (f"{path}={text}",))


def _digits(value: float) -> str:
    """Four digits that count, none of them a power of ten.

    >>> _digits(120000.0), _digits(33.33333), _digits(0.000123)
    ('120000', '33.33', '0.000123')
    """
    return f"{float(f'{value:.4g}'):.10f}".rstrip("0").rstrip(".") or "0"


def _assumed(park: Park) -> dict[str, str]:
    """What is written and only assumed, by where it stands."""
    written = ((each.path.removesuffix(".value"), each) for each in park.provenance)
    return {path: each.text for path, each in written if each.basis is Basis.ASSUMED}


def _known_levels(park: Park) -> set[str]:
    """Storages of which somebody knows what stands in them, be it nothing."""
    levels = (each for each in park.provenance if ".initial." in each.path and each.basis is not Basis.ASSUMED)
    return {each.path.removeprefix("storages.").partition(".initial.")[0] for each in levels}


def _led_to(park: Park) -> set[str]:
    """Storages to which a link, a spillway or ground leads."""
    ground = (ground.drains_to for ground in park.catchments.values())
    return {*(link.target for link in park.links.values()), *ground}


def _left(park: Park) -> set[str]:
    """Storages that water leaves otherwise than over their top."""
    return {link.source for link in park.links.values() if link.kind is not LinkKind.SPILLWAY}
