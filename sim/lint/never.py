"""Rules that cannot happen."""

from __future__ import annotations

from collections.abc import Iterator

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.job import callers
from sim.lint.reach import downstream, entries, standing
from sim.park import LinkKind, Park, Sensor, Sheet, WeirRating
from sim.scenario import (
    Alarm,
    Blindness,
    Clock,
    CrewAbsent,
    Detected,
    Ending,
    Failure,
    Fault,
    Level,
    PowerLoss,
    Refuses,
    Reported,
    Rule,
    Scenario,
    SensorFault,
    SheetEnds,
    Stuck,
    Trips,
)


def never_called(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules wait for the end of a sheet that no rule orders; that only the rule itself does is a circle."""
    for rule in scenario.rules:
        if isinstance(rule.when, SheetEnds) and not callers(scenario, rule.when.sheet):
            values: dict[str, Value] = {"sheet": rule.when.sheet, "when": rule.when}
            yield _never(Saying.NOT_CALLED, [rule], rule.when.sheet, values)


def never_alarming(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules wait for the alarm of a sensor that is silent for the whole run, or misses everything."""
    for sensor in park.sensors.values():
        rules = [rule for rule in scenario.rules if isinstance(rule.when, Alarm) and rule.when.sensor == sensor.id]
        fault = _silencing(scenario, sensor)
        if rules and fault is not None:
            yield _never(Saying.SILENT, rules, sensor.id, {"sensor": sensor.id, "fault": fault.id})
        elif rules and sensor.misses >= 1:
            yield _never(Saying.MISSES, rules, sensor.id, {"sensor": sensor.id})


def never_failing(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules wait for the failure of a sheet that cannot fail.

    That is one that always works and needs no equipment, if neither its facility nor its power nor
    its crew fails. Who is called off or comes from outside is late, which is no failure.
    """
    for rule in scenario.rules:
        if not isinstance(rule.when, SheetEnds) or rule.when.how is not Ending.FAILED:
            continue
        sheet = park.sheets.get(rule.when.sheet)
        if sheet and callers(scenario, sheet.id) and not _can_fail(park, scenario, sheet):
            yield _never(Saying.CANNOT_FAIL, [rule], sheet.id, {"sheet": sheet.id})


def never_known(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules wait until the incident is known, when nobody reports it and no sensor can see it.

    A sensor can see it that looks where accident water could get to, whatever is opened on its way,
    and that is neither silent for the whole run nor misses everything.
    """
    rules = [rule for rule in scenario.rules if isinstance(rule.when, Detected | Reported)]
    if not rules or scenario.detection.report_s is not None:
        return
    wet = downstream(park, scenario, {*entries(scenario), *standing(park, scenario)})
    if not any(_sees(park, scenario, sensor, wet) for sensor in park.sensors.values()):
        yield Conflict(Kind.NEVER, Saying.UNSEEN, tuple(rule.id for rule in rules))


def never_so_high(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules wait for a level above the top of the wall: the raised crest, or what a rated spillway holds."""
    for rule in scenario.rules:
        if isinstance(rule.when, Level) and rule.when.storage in park.storages:
            top = top_m3(park, rule.when.storage)
            if rule.when.volume_m3 > top * (1 + 1e-9):
                values: dict[str, Value] = {"storage": rule.when.storage, "when": rule.when, "top_m3": top}
                yield _never(Saying.TOO_HIGH, [rule], rule.when.storage, values)


def never_in_time(park: Park, scenario: Scenario) -> Iterator[Conflict]:
    """Ask which rules give their order by the clock when the run is over."""
    for rule in scenario.rules:
        if isinstance(rule.when, Clock) and rule.when.at_s + rule.after_s > scenario.horizon_s:
            at_s = rule.when.at_s + rule.after_s
            values: dict[str, Value] = {"begins_s": at_s, "horizon_s": scenario.horizon_s}
            yield Conflict(Kind.NEVER, Saying.AFTER_END, (rule.id,), at_s=at_s, values=values)


def _never(saying: Saying, rules: list[Rule], subject: str, values: dict[str, Value]) -> Conflict:
    return Conflict(Kind.NEVER, saying, tuple(rule.id for rule in rules), subjects=(subject,), values=values)


def _silencing(scenario: Scenario, sensor: Sensor) -> Fault | None:
    """The fault for which a sensor tells nothing from the start to the end of the run."""
    for fault in scenario.faults:
        if _blinds(fault.what, sensor) and fault.from_s <= 0 and fault.until_s >= scenario.horizon_s:
            return fault
    return None


def _blinds(what: Failure, sensor: Sensor) -> bool:
    """Whether a sensor tells nothing for this fault; one that is stuck sees no change."""
    return isinstance(what, SensorFault) and what.sensor == sensor.id and what.how is not Blindness.DRIFTING


def _can_fail(park: Park, scenario: Scenario, sheet: Sheet) -> bool:
    return sheet.works < 1 or bool(sheet.needs) or any(_touches(park, fault, sheet) for fault in scenario.faults)


def _touches(park: Park, fault: Fault, sheet: Sheet) -> bool:
    """Whether a fault is one of a sheet's facility, of its power or of its crew."""
    what = fault.what
    if isinstance(what, Stuck | Refuses | Trips):
        return what.link == sheet.facility
    if isinstance(what, PowerLoss):
        return sheet.facility in park.links and park.links[sheet.facility].power == what.area
    return isinstance(what, CrewAbsent) and what.crew == sheet.crew


def _sees(park: Park, scenario: Scenario, sensor: Sensor, wet: set[str]) -> bool:
    link = park.links.get(sensor.watches)
    place = link.source if link else sensor.watches
    return place in wet and sensor.misses < 1 and _silencing(scenario, sensor) is None


def top_m3(park: Park, storage: str) -> float:
    """Water that can stand in a storage, to the top of its wall [m3]."""
    place = park.storages[storage]
    raised = place.holds_m3 + place.raise_m3
    leaving = (each for each in park.links.values() if each.source == storage and each.kind is LinkKind.SPILLWAY)
    heads = [each.rating.head_m for each in leaving if isinstance(each.rating, WeirRating)]
    if not heads or place.shape is None:
        return raised
    depth = place.shape.depth_m(place.capacity_m3) + max(heads)
    return max(place.shape.volume_m3(depth) - place.dead_m3, raised)
