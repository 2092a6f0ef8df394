"""What happened in a run, each entry of the record in a sentence that names things as people do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sim.park import Park
from sim.record.entry import Entry
from sim.report.naming import link_name, place_name
from sim.report.periods import work_name
from sim.scenario import Scenario
from sim.scenario.fault import (
    Blindness,
    Blocked,
    CrewAbsent,
    EquipmentMissing,
    Fault,
    Leaks,
    Opens,
    PowerLoss,
    Refuses,
    SensorFault,
    Stuck,
    Trips,
    Underreported,
)
from sim.units import flow_text, share_text
from sim.words import text

FLOWS = ("release", "fire", "process", "rain", "river")
REASONS = {
    r"is stuck at (?P<share>\d+)%": "reason_stuck",
    r"does not follow": "reason_follows_not",
    r"has tripped": "reason_tripped",
    r"no power at|has no power": "reason_no_power",
    r"did not work": "reason_did_not_work",
    r"not there: (?P<ids>.+)": "reason_not_there",
    r"for (?P<units>[\d.]+) (?P<id>\S+), (?P<stock>[\d.]+) in stock": "reason_for_stock",
    r"for (?P<crew>\S+): (?:off duty(?:, )?)+$": "reason_off_duty",
    r"for (?P<crew>\S+):": "reason_for_crew",
}
"""What stands in the detail of a job that failed or waits, and the words for it."""
ON_LINKS = {
    Stuck: "failure_stuck", Refuses: "failure_refuses", Trips: "failure_trips", Blocked: "failure_blocked",
    Leaks: "failure_leaks",
}  # fmt: skip
BLINDNESS = {
    Blindness.SILENT: "failure_silent", Blindness.STUCK: "failure_frozen", Blindness.DRIFTING: "failure_drifts",
}  # fmt: skip


def happened(park: Park, scenario: Scenario, entry: Entry, language: str = "en") -> str:
    """What happened, in a sentence.

    >>> from sim.park import Name, Storage
    >>> from tests.water.by_hand import park_of, pour, script
    >>> park = park_of([Storage("pit", Name("North pit", "北池"), "plant", "pool", 100)])
    >>> scenario = script(pour("fire", "pit", (0, 0.25), (60, 0)), horizon_s=100)
    >>> happened(park, scenario, Entry(0.0, "fire", "fire"))
    'fire water into North pit: 250 L/s'
    >>> happened(park, scenario, Entry(60.0, "fire", "fire"), "zh")
    '消防水停止进入北池'
    """
    if entry.what in FLOWS:
        return _flow(park, scenario, entry, language)
    more = {"name": subject_name(park, scenario, entry.what, entry.subject, language)}
    match entry.what:
        case "crossed":
            more["level"] = _level(entry.detail, language)
        case "failed" | "waits":
            reason = reason_of(park, entry.detail, language)
            more["reason"] = text("entry_reason", language, reason=reason) if reason else ""
        case "begins" | "called-off":
            more["crew"] = _crew(park, entry.detail, language)
        case "report" | "detected":
            _, _, volume = entry.detail.partition("said to be ")
            more["size"] = text("entry_size", language, volume=_raised(volume)) if volume else ""
        case "closed" if entry.detail:
            return text("entry_alone", language, **more)
    return text(f"entry_{entry.what}", language, **more)


def _flow(park: Park, scenario: Scenario, entry: Entry, language: str) -> str:
    """What comes in from now on, where to and how much, or that it ends."""
    inflow = next(each for each in scenario.inflows if each.id == entry.subject)
    rate = next((rate for at_s, rate in zip(inflow.times_s[::-1], inflow.rates[::-1], strict=True)
                 if at_s <= entry.at_s), 0.0)  # fmt: skip
    count = len(inflow.into)
    where = text("entry_storages", language, count=count) if count > 1 else place_name(park, inflow.into[0], language)
    water = text(f"entry_{entry.what}", language)
    if rate <= 0:
        return text("entry_flow_ends", language, water=water, place=where)
    return text("entry_flows", language, water=water, place=where, rate=_raised(flow_text(rate * sum(inflow.factors))))


def _raised(amount: str) -> str:
    """An amount with its exponent raised."""
    return amount.replace("m3", "m³")


def _level(detail: str, language: str) -> str:
    side, _, volume = detail.partition(" ")
    return text(f"entry_{side}", language, volume=_raised(volume)) if side in ("above", "below") else ""


def _crew(park: Park, id: str, language: str) -> str:
    crew = park.crews.get(id)
    return text("entry_crew", language, crew=crew.name.in_language(language) or id) if crew else ""


def reason_of(park: Park, detail: str, language: str) -> str:
    """Why a job failed or waits; as it stands where nobody has put it in words.

    >>> from tests.water.by_hand import park_of, pool
    >>> reason_of(park_of([pool("pit", 100)]), "rain-valve is stuck at 30%", "zh")
    '卡在30 %开度'
    """
    for pattern, key in REASONS.items():
        if match := re.search(pattern, detail):
            found = match.groupdict()
            names = ", ".join(_equipment(park, id, language) for id in found.get("ids", "").split(", ") if id)
            crew = park.crews.get(found.get("crew", ""))
            return text(key, language, names=names, name=_equipment(park, found.get("id", ""), language),
                        crew=crew.name.in_language(language) if crew else found.get("crew", ""),
                        share=share_text(float(found.get("share", 0)) / 100), units=_count(found.get("units")),
                        stock=_count(found.get("stock")))  # fmt: skip
    return detail


def _count(written: str | None) -> str:
    """A number of units with commas; empty for none."""
    return f"{float(written):,.15g}" if written else ""


def _equipment(park: Park, id: str, language: str) -> str:
    found = park.equipment.get(id)
    return (found.name.in_language(language) if found else "") or id


def subject_name(park: Park, scenario: Scenario, what: str, id: str, language: str) -> str:
    """What people call the subject of an entry, or its id; a rule, a fault and a link may have the same."""
    plain = id.partition("#")[0]
    if what == "rule":
        said = {rule.id: rule.text.in_language(language).rstrip(".。") for rule in scenario.rules}
        return said.get(plain) or plain
    if what in ("fault", "repaired"):
        return next((fault_name(park, each, language) for each in scenario.faults if each.id == plain), plain)
    if any(action.id == plain for action in scenario.actions):
        return work_name(park, scenario, plain, language)
    known: Iterable[Mapping[str, Any]] = (park.sensors, park.crews, park.equipment, park.power_areas, park.sheets)
    for group in known:
        if plain in group:
            return _named(group, plain, language)
    if plain in park.storages or plain in park.receivers:
        return place_name(park, plain, language)
    return link_name(park, plain, language) if plain in park.links or ">" in plain else plain


def fault_name(park: Park, fault: Fault, language: str) -> str:
    """What a fault is: as the scenario says, else what fails and how."""
    if said := fault.text.in_language(language):
        return said
    what = fault.what
    match what:
        case PowerLoss(area=area):
            return text("failure_power", language, name=_named(park.power_areas, area, language))
        case Opens(link=link):
            source, target = (place_name(park, id, language) for id in (link.source, link.target))
            return text("failure_opens", language, source=source, target=target)
        case SensorFault(sensor=sensor, how=how):
            return text(BLINDNESS[how], language, name=_named(park.sensors, sensor, language))
        case Underreported(said=share):
            return text("failure_underreported", language, share=share_text(share))
        case CrewAbsent(crew=crew):
            return text("failure_absent", language, name=_named(park.crews, crew, language))
        case EquipmentMissing(equipment=equipment):
            return text("failure_missing", language, name=_named(park.equipment, equipment, language))
        case _:
            return text(ON_LINKS[type(what)], language, name=link_name(park, what.link, language))


def _named(group: Mapping[str, Any], id: str, language: str) -> str:
    return str(group[id].name.in_language(language) or id) if id in group else id
