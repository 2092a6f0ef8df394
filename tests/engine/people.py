"""Small parks with crews, sheets and rules, for tests that know the answer before they run."""

from sim.park import Crew, Equipment, Name, Operation, Sensor, SensorKind, Sheet
from sim.record.event import Failed, Waits
from sim.scenario import Clock, Rule
from tests.water.by_hand import park_of, pool, run, valve


def sheet(id, facility=None, operation="shut", **others):
    """A sheet that shuts the link named in its id, such as `v1-shut`; `others` are its further fields."""
    return Sheet(id, Name(id), facility or id.rpartition("-")[0], Operation(operation), **others)


def crew(id="crew", teams=1, **others):
    return Crew(id, Name(id), teams, **others)


def stock(id, count, **others):
    return Equipment(id, Name(id), count, **others)


def sensor(id, watches, kind="camera", quantity="presence", **others):
    return Sensor(id, Name(id), SensorKind(kind), watches, quantity, **others)


def rule(id, when, *do, **others):
    """A rule; a number as `when` is a clock time [s]."""
    return Rule(id, Clock(when) if isinstance(when, int | float) else when, do=do, **others)


def by_id(things):
    return {each.id: each for each in things}


def park_with(storages=None, links=None, *, crews=(), sheets=(), equipment=(), sensors=(), **others):
    """A park; without storages a pool of 1,000 m3, half full of rain, with open valves v1 to v3 into treatment."""
    storages = storages or [pool("pool", 1000, initial={"rain": 500})]
    links = links or [valve(f"v{k}", "pool", "treated", 0.0) for k in (1, 2, 3)]
    people = {"crews": by_id(crews), "sheets": by_id(sheets), "equipment": by_id(equipment), "sensors": by_id(sensors)}
    return park_of(storages, links, **people, **others)


def story(seen, *whats):
    """(second, what, subject) of the events that people make, or of some kinds."""
    kinds = whats or ("order", "waits", "begins", "called-off", "failed", "done")
    return [(each.at_s, each.what, each.subject) for each in seen.record.events if each.what in kinds]


def done(seen):
    """When each job was done [s]."""
    return {subject: at_s for at_s, _, subject in story(seen, "done")}


__all__ = ["by_id", "crew", "done", "park_with", "rule", "run", "sensor", "sheet", "stock", "story"]


def reasons(seen):
    """Why jobs failed or waited, in the order of time."""
    failed = ((each.at_s, each.reasons) for each in seen.record.events if isinstance(each, Failed))
    waited = ((each.at_s, (each.reason,)) for each in seen.record.events if isinstance(each, Waits))
    return [reason for _, why in sorted([*failed, *waited], key=lambda each: each[0]) for reason in why]
