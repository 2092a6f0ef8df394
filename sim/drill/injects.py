"""What exercise control lets players know: alarms, calls, flames, weather, what fails under their hands.

Never what they should find out: a release, a crossing, a silent sensor, a stuck gate that nobody has tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from sim.drill.line import Kind, Line, Phase
from sim.drill.run_of import RunOf
from sim.drill.texts import Texts
from sim.drill.who import tier_of, who_does
from sim.park import Name, Quantity, Sensor, SensorKind
from sim.record.event import (
    POURS,
    Alarmed,
    Arrived,
    Event,
    Failed,
    FaultBegan,
    IncidentReported,
    Repaired,
    Why,
)
from sim.scenario import (
    CrewAbsent,
    EquipmentMissing,
    Fault,
    Inflow,
    InflowKind,
    Opens,
    PowerLoss,
    SensorFault,
    Underreported,
)
from sim.scenario.fault import OnLink
from sim.units import SECONDS_A_MINUTE, flow_text, share_text, volume_text

TOGETHER_S = 2.0 * SECONDS_A_MINUTE
"""Alarms of one place within this time are one inject [s]."""
WEIGHTS = {"alarm": 8.0, "report": 10.0, "failed": 9.0, "power": 9.0, "fire": 7.0, "rain": 5.0, "arrived": 3.0,
           "process": 2.0, "corrected": 9.0, "ends": 1.0}  # fmt: skip
"""How much an exercise would miss an inject of a sort [-]."""

REASONS = {
    Why.STUCK: "reason_stuck", Why.REFUSES: "reason_refuses", Why.NO_POWER: "reason_no power",
    Why.TRIPPED: "reason_tripped",
}  # fmt: skip
"""What is seen of why something fails; of the rest only that it does."""


def injects(of: RunOf, texts: Texts) -> list[Line]:
    """Every inject of a run, in the order of time."""
    lines = [*_alarms(of, texts), *_reports(of, texts), *_flows(of, texts), *_failures(of, texts), *_faults(of, texts)]
    return sorted([*lines, *_arrivals(of, texts)], key=lambda line: (line.at_s, line.key))


def _line(of: RunOf, entry: Event, sort: str, text: Name, **others: object) -> Line:
    """An inject about an entry of the run."""
    key = f"inject/{entry.what}/{entry.subject}/{round(entry.at_s)}"
    phase = Phase.WARNING if entry.at_s <= of.known_s else Phase.RESPONSE
    causes = (f"{entry.what} {entry.subject}",)
    line = Line(key, entry.at_s, Kind.INJECT, phase, text, causes=causes, weight=WEIGHTS[sort])
    return replace(line, **others)  # type: ignore[arg-type]


def _alarms(of: RunOf, texts: Texts) -> Iterator[Line]:
    """Alarms of sensors; those of one place at one time are one."""
    last: dict[str, Line] = {}
    for entry in of.events(Alarmed):
        sensor = of.park.sensors[entry.subject]
        before = last.get(sensor.watches)
        if before is not None and entry.at_s - before.at_s <= TOGETHER_S:
            last[sensor.watches] = replace(before, causes=(*before.causes, f"alarm {sensor.id}"))
            continue
        if before is not None:
            yield before
        last[sensor.watches] = _alarm(of, texts, entry, sensor)
    yield from last.values()


def _alarm(of: RunOf, texts: Texts, entry: Event, sensor: Sensor) -> Line:
    low = "_low" if not sensor.rising and sensor.kind in (SensorKind.LEVEL, SensorKind.FLOW) else ""
    place = of.facility(sensor.watches)
    text = texts.fill(f"alarm_{sensor.kind}{low}", sensor=sensor.name, place=place, threshold=_threshold(sensor))
    is_call = sensor.kind is SensorKind.CALL
    storage = sensor.watches if sensor.watches in of.park.storages else of.park.links[sensor.watches].source
    return _line(
        of, entry, "alarm", text,
        tier=tier_of(of.park, sensor.watches),
        sender=texts.fill("cell"),
        receiver=texts.fill("control_room"),
        medium=texts.fill("telephone" if is_call else "screen"),
        state=of.states.at(storage, entry.at_s),
        evaluate=texts.fill("evaluate_notice"),
        evidence=texts.fill("evidence_log"),
    )  # fmt: skip


def _threshold(sensor: Sensor) -> str:
    """A sensor's threshold in its own unit; nothing for one that has none."""
    match sensor.quantity:
        case Quantity.VOLUME:
            return volume_text(sensor.threshold)
        case Quantity.FLOW:
            return flow_text(sensor.threshold)
        case Quantity.PRODUCT:
            return share_text(sensor.threshold)
        case _:
            return ""


def _reports(of: RunOf, texts: Texts) -> Iterator[Line]:
    """The report that makes the incident known, whatever sensors see."""
    for entry in of.events(IncidentReported):
        volume = volume_text(of.scenario.spilt_m3 if entry.said_m3 is None else entry.said_m3)
        yield _line(
            of, entry, "report", texts.fill("report", product=of.scenario.product.name, volume=volume),
            sender=texts.fill("cell"), receiver=texts.fill("control_room"), medium=texts.fill("telephone"),
            evaluate=texts.fill("evaluate_notice"), evidence=texts.fill("evidence_log"),
        )  # fmt: skip


def _flows(of: RunOf, texts: Texts) -> Iterator[Line]:
    """Flames and rain, which everybody sees, and process water that must go on."""
    for inflow in of.scenario.inflows:
        if inflow.kind is InflowKind.FIRE:
            yield from _visible(of, texts, inflow, "fire")
        elif inflow.kind is InflowKind.PROCESS:
            yield from list(_visible(of, texts, inflow, "process"))[:1]
    rains = [each for each in of.scenario.inflows if each.kind is InflowKind.RAIN]
    for id in dict.fromkeys(each.id for each in rains):
        yield from _visible(of, texts, next(each for each in rains if each.id == id), "rain")


def _visible(of: RunOf, texts: Texts, inflow: Inflow, sort: str) -> Iterator[Line]:
    """When an inflow begins, and when it ends within the run."""
    hidden = sort == "process"  # nobody is told of it before the incident is known
    begins = POURS[inflow.kind](max(inflow.times_s[0], of.known_s) if hidden else inflow.times_s[0], inflow.id)
    place = of.facility(inflow.into[0])
    rate = flow_text(max(inflow.rates) * sum(inflow.factors))
    where = {"tier": tier_of(of.park, inflow.into[0]), "medium": texts.fill("on_site"), "sender": texts.fill("cell"),
             "receiver": texts.fill("all" if sort == "rain" else "command")}  # fmt: skip
    if begins.at_s < of.scenario.horizon_s:
        yield _line(of, begins, sort, texts.fill(sort, place=place, rate=rate), **where)
    ends_s = inflow.times_s[-1]
    if sort != "process" and inflow.rates[-1] == 0 and begins.at_s < ends_s < of.scenario.horizon_s:
        ends = POURS[inflow.kind](ends_s, f"{inflow.id} ends")
        yield _line(of, ends, "ends", texts.fill(f"{sort}_ends", place=place), **where)


def _failures(of: RunOf, texts: Texts) -> Iterator[Line]:
    """What does not work under somebody's hands."""
    for entry in of.events(Failed):
        sheet = of.sheet(entry.subject)
        if sheet is None:
            continue
        reason = texts.fill(REASONS.get(entry.reasons[0].why, "reason_luck"))
        yield _line(
            of, entry, "failed", texts.fill("failed", sheet=sheet.name, reason=reason),
            tier=tier_of(of.park, sheet.facility),
            sender=who_does(of.park, sheet, texts), receiver=texts.fill("command"), medium=texts.fill("radio"),
            action=entry.subject, sheet=sheet.id,
            evaluate=texts.fill("evaluate_fallback"), evidence=texts.fill("evidence_log"),
        )  # fmt: skip


def _faults(of: RunOf, texts: Texts) -> Iterator[Line]:
    """Faults that announce themselves: power that fails, a report that is corrected."""
    by_id = {fault.id: fault for fault in of.scenario.faults}
    for entry in (each for each in of.result.events if isinstance(each, FaultBegan | Repaired)):
        fault = by_id.get(entry.subject)
        if fault is not None and (said := _announced(of, texts, entry, fault)) is not None:
            sort, text = said
            yield _line(of, entry, sort, text, sender=texts.fill("cell"), receiver=texts.fill("command"),
                        medium=texts.fill("telephone"))  # fmt: skip


def _announced(of: RunOf, texts: Texts, entry: Event, fault: Fault) -> tuple[str, Name] | None:
    """What players hear of a fault by itself; None when they must find out."""
    match fault.what:
        case PowerLoss(area=area):
            key = "power" if isinstance(entry, FaultBegan) else "power_back"
            return "power", texts.fill(key, place=of.park.power_areas[area].name)
        case Underreported():
            if isinstance(entry, FaultBegan):
                return None
            volume = volume_text(of.scenario.spilt_m3)
            return "corrected", texts.fill("corrected", product=of.scenario.product.name, volume=volume)
        case OnLink() | Opens() | SensorFault() | CrewAbsent() | EquipmentMissing():
            return None
        case _:
            assert_never(fault.what)


def _arrivals(of: RunOf, texts: Texts) -> Iterator[Line]:
    """Help from outside."""
    for entry in of.events(Arrived):
        who = of.park.crews.get(entry.subject) or of.park.equipment[entry.subject]
        yield _line(of, entry, "arrived", texts.fill("arrived", who=who.name), sender=who.name,
                    receiver=texts.fill("command"), medium=texts.fill("on_site"))  # fmt: skip
