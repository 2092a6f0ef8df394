"""What a run left to chance."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park import Park
from sim.record.event import Alarmed, Ordered
from sim.record.record import Record


@dataclass(frozen=True, slots=True)
class Chances:
    """Sheets that were ordered and sensors that alarmed, and might not have worked."""

    sheets: tuple[str, ...]
    sensors: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.sheets or self.sensors)


def left_to_chance(park: Park, record: Record) -> Chances:
    """What may fail among what people used in a run, by id, in the order of its use.

    A single run without a seed lets each do what its better chance says, so the more of them there
    are, the less likely it is that all of it comes so.
    """
    ordered = dict.fromkeys(each.sheet for each in record.events if isinstance(each, Ordered))
    alarmed = dict.fromkeys(each.subject for each in record.events if isinstance(each, Alarmed))
    sheets = (id for id in ordered if id in park.sheets and 0 < park.sheets[id].works < 1)
    sensors = (id for id in alarmed if id in park.sensors and 0 < park.sensors[id].misses < 1)
    return Chances(tuple(sheets), tuple(sensors))
