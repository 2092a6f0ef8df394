"""What was left to chance, from events written by hand."""

from dataclasses import replace

from sim.check.chance import left_to_chance
from sim.park import Name, Operation, Sensor, SensorKind, Sheet
from sim.record.event import Alarmed, Ordered
from tests.check.by_hand import small_park, small_record


def park():
    """One sheet that always works, one that mostly does; a camera that may miss, and a sure one."""
    sheets = {id: Sheet(id, Name(id), "pool", Operation.CHECK, works=works) for id, works in (("a", 1.0), ("b", 0.9))}
    sensors = {
        id: Sensor(id, Name(id), SensorKind.CAMERA, "pool", "presence", misses=misses)
        for id, misses in (("eye", 0.05), ("sure", 0.0))
    }
    return small_park(sheets=sheets, sensors=sensors)


def found(*events):
    return left_to_chance(park(), replace(small_record(park()), events=events))


def test_what_was_used_and_may_fail():
    """
    Ordered twice it counts once.
    """
    seen = found(
        Alarmed(0, "eye"), Alarmed(1, "sure"), Ordered(2, "a", sheet="a"), Ordered(3, "b", sheet="b"),
        Ordered(4, "b#2", sheet="b"), Ordered(5, "an-action-of-the-script"),
    )  # fmt: skip

    assert (seen.sheets, seen.sensors) == (("b",), ("eye",))


def test_what_was_not_used_does_not_count():
    assert not found(Alarmed(1, "sure"), Ordered(2, "a", sheet="a"))
