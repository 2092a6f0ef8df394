"""What a storage waits for while it is emptied, and why some never is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sim.park import Link, Park
from sim.record.course import Course
from sim.record.event import Accepted, Failed, Refused
from sim.study.measures import Measures

MEASURES = "recovery measures"
"""The id of the action that orders them; no id of a file has a space in it."""
FULLY = 0.98
"""Share of what a link can pass from which it counts as running fully [-]."""
AT_LAST = 0.25
"""What a storage waits for is what it waited for in this last part of the time it took [-]."""
NOTHING_M3 = 1e-3
"""Volume that counts as none [m3]."""


class Stay(StrEnum):
    """Why a storage is not back at its starting level when the study ends."""

    NO_WAY = "no-way"
    """No designed way leads from it to treatment."""
    REFUSED = "refused"
    """The treatment plant does not take it."""
    FAILED = "failed"
    """Its way does not follow: it is stuck, has tripped or has no power."""
    LOW = "low"
    """Its pump does not start by itself: the water stands below the level at which it would."""
    IDLE = "idle"
    """Its way carries nothing, though nothing is wrong with it: it is shut again, or fed too little."""
    STILL = "still"
    """It is still being emptied."""


class Waits(NamedTuple):
    """The link that a storage waits for, empty for none, and why it would never be back."""

    link: str
    why: Stay


class Waiting:
    """Answers for one run with recovery measures."""

    def __init__(self, park: Park, course: Course, measures: Measures, from_s: float) -> None:
        self.park = park
        self.course = course
        self.measures = measures
        self.from_s = from_s

    def of(self, storage: str, until_s: float) -> Waits:
        """What a storage waits for until a time: its own way where that runs fully, else what lies behind that.

        A link that feels back-pressure and passes less than it can is slowed by its target, so the question goes on
        there; every other link is what its storage waits for.
        """
        links = self.measures.get(storage, ())
        if not links:
            return Waits(self._drain(storage, until_s), Stay.NO_WAY)
        link = max(links, key=lambda each: self._passed_m3(each.id, until_s))
        why = self._why(link, until_s)
        slowed = why is Stay.IDLE or (why is Stay.STILL and not self._runs_fully(link, until_s))
        if slowed and link.back_pressure and link.target in self.park.storages:
            return self.of(link.target, until_s)
        return Waits(link.id, why)

    def _drain(self, storage: str, until_s: float) -> str:
        """The link over which most left a storage that has no designed way; empty when nothing did."""
        leaving = [link.id for link in self.park.links.values() if link.source == storage]
        most = max(leaving, key=lambda id: self._passed_m3(id, until_s), default="")
        return most if most and self._passed_m3(most, until_s) > NOTHING_M3 else ""

    def _passed_m3(self, link: str, until_s: float) -> float:
        """What entered a link in the last part of the time until `until_s`."""
        return self.course.entered_m3(link, until_s - AT_LAST * (until_s - self.from_s), until_s)

    def _runs_fully(self, link: Link, until_s: float) -> bool:
        """Whether a link passes what it can while its storage is emptied; a rated one always does."""
        can_m3_s = link.treatment.mean_m3_s if link.treatment else link.capacity_m3_s
        could_m3 = can_m3_s * AT_LAST * (until_s - self.from_s)
        return link.rating is not None or self._passed_m3(link.id, until_s) >= FULLY * could_m3

    def _why(self, link: Link, until_s: float) -> Stay:
        """Why a link has not emptied its storage by a time."""
        if self._is_refused(link):
            return Stay.REFUSED
        if self._passed_m3(link.id, until_s) > NOTHING_M3:
            return Stay.STILL
        if self._has_failed(link):
            return Stay.FAILED
        standing_m3 = self.course.stands_m3(link.source, until_s)
        low = link.start_m3 is not None and NOTHING_M3 < standing_m3 < link.start_m3
        return Stay.LOW if low else Stay.IDLE

    def _is_refused(self, link: Link) -> bool:
        """Whether the plant refuses it at the end."""
        own = (each for each in self.course.record.events if each.subject == link.id)
        told = [each for each in own if isinstance(each, Refused | Accepted)]
        return bool(told) and isinstance(told[-1], Refused)

    def _has_failed(self, link: Link) -> bool:
        """Whether it did not follow when it was ordered to run."""
        failed = (each for each in self.course.record.events if isinstance(each, Failed) and each.subject == MEASURES)
        return any(reason.of == link.id for each in failed for reason in each.reasons)
