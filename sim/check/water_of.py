"""What came into some storages of a park and went from them until some time, added up from a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sim.park import Park
from sim.park.way import way
from sim.record.course import Course


@dataclass(frozen=True, slots=True)
class Passed:
    """What went over a link that begins or ends at one of the storages, until some time [m3]."""

    source: str
    target: str
    controlled: bool
    entered_m3: float
    arrived_m3: float


@dataclass(frozen=True, slots=True)
class WaterOf:
    """The water that some storages of a park exchange with the rest, from the course of a run."""

    park: Park
    course: Course
    storages: Collection[str]

    def passed(self, until_s: float) -> Iterator[Passed]:
        """What went over each link that begins or ends at one of the storages."""
        links = self.course.record.links
        for link, source, target in zip(links.ids, links.sources, links.targets, strict=True):
            if source in self.storages or target in self.storages:
                lag_s = self.park.links[link].lag_s if link in self.park.links else 0.0
                controlled = way(self.park, link, source, target).controlled
                entered, arrived = (self.course.entered_m3(link, 0.0, each) for each in (until_s, until_s - lag_s))
                yield Passed(source, target, controlled, entered, arrived)
