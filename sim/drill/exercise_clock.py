"""The clock on the wall of an exercise, the exercise's own time, and the incident's: how they go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sim.drill.earlier import Earlier
from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.message import Message
from sim.units import SECONDS_A_DAY


@dataclass(frozen=True, slots=True)
class ExerciseClock:
    """How the time of one incident runs in an exercise.

    >>> clock = ExerciseClock(begins_s=0, jumps=((600, 6000),))  # after 10 min, 100 min are left out
    >>> clock.incident_s(600), clock.incident_s(660)
    (600, 6660)
    >>> clock.exercise_s(6660), clock.exercise_s(3000)
    (660.0, 600)
    """

    begins_s: float = 0.0
    """When the incident begins since the exercise began [s]."""
    jumps: tuple[tuple[float, float], ...] = ()
    """When the clock is put forward, since the exercise began, and by how much [s], in order."""
    starts: datetime | None = None
    """Clock time at which the exercise began."""
    lasts_s: float = float("inf")
    """How long it can have gone on: to the incident's horizon [s]."""

    @classmethod
    def of(cls, master: MasterList | Earlier, incident: str) -> ExerciseClock:
        """The clock of one incident of a master list."""
        about = next(each for each in master.incidents if each.id == incident)
        jumps = jumps_of([line for line in master.lines if line.incident == incident], about.begins_s)
        starts = master.exercise.starts or master.incidents[0].starts
        at = datetime.fromisoformat(starts) if starts else None
        cut_s = sum(cut for _, cut in jumps)
        return cls(about.begins_s, jumps, at, about.begins_s + about.horizon_s - cut_s)

    def incident_s(self, exercise_s: float) -> float:
        """Time of the incident; at the very time of a jump, the one before it [s]."""
        return exercise_s - self.begins_s + sum(cut for at, cut in self.jumps if at < exercise_s)

    def exercise_s(self, incident_s: float) -> float:
        """Time of the exercise; of a time that was left out, that of the jump [s]."""
        cut_s = 0.0
        for at_s, jump_s in self.jumps:
            before_s = at_s - self.begins_s + cut_s
            if incident_s <= before_s:
                break
            if incident_s <= before_s + jump_s:
                return at_s
            cut_s += jump_s
        return incident_s + self.begins_s - cut_s

    def jumped_s(self, from_s: float, to_s: float) -> float:
        """How much of a stretch of the incident was left out [s]."""
        return (to_s - from_s) - (self.exercise_s(to_s) - self.exercise_s(from_s))

    def days(self, time_of_day_s: float) -> list[float]:
        """Times of the exercise at which the clock shows a time of day [s]; empty when it never does.

        Raises:
            ValueError: nobody said at which clock time the exercise began.
        """
        if self.starts is None:
            raise ValueError(Message("the exercise has no clock time"))
        midnight = self.starts.replace(hour=0, minute=0, second=0, microsecond=0)
        since_s = time_of_day_s - (self.starts - midnight).total_seconds()
        last = int(self.lasts_s // SECONDS_A_DAY) + 1 if self.lasts_s < float("inf") else 1
        times = [since_s + day * SECONDS_A_DAY for day in range(last + 1)]
        return [each for each in times if 0 <= each <= self.lasts_s]

    def clock(self, incident_s: float) -> datetime | None:
        """The clock time of a time of the incident; None when nobody said when the exercise begins."""
        return None if self.starts is None else self.starts + timedelta(seconds=self.exercise_s(incident_s))


def jumps_of(lines: Sequence[Line], begins_s: float = 0.0) -> tuple[tuple[float, float], ...]:
    """When the exercise's clock is put forward, and by how much [s]: each jump stands where it begins and leads to
    a time of the incident.

    >>> from sim.drill.line import Phase
    >>> from sim.park import Name
    >>> jumps_of([Line("jump/x", 6600, Kind.JUMP, Phase.RESPONSE, Name("x"), exercise_s=600)])
    ((600, 6000.0),)
    """
    found: list[tuple[float, float]] = []
    cut_s = 0.0
    jumps = [line for line in lines if line.kind is Kind.JUMP]
    for jump in sorted(jumps, key=lambda line: (line.exercise_s, line.at_s)):
        more_s = jump.at_s - (jump.exercise_s - begins_s + cut_s)
        cut_s += more_s
        found.append((jump.exercise_s, more_s))
    return tuple(found)
