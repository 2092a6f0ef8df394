"""The three times of a line, each of which a designer may write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sim.drill.earlier import Earlier
from sim.drill.paper.workbook.cells import clock_time, elapsed_s
from sim.message import Message


@dataclass(frozen=True)
class Times:
    """From what is written in a cell to time since the incident began."""

    earlier: Earlier
    in_incident: Callable[[float], float]
    """From the exercise's clock to the incident's time [s]."""

    def reader(self, key: str) -> Callable[[Any], float]:
        """What reads the cells of a column."""
        return {"at": elapsed_s, "exercise": self._exercise, "clock": self._clock}[key]

    def _exercise(self, value: Any) -> float:
        return self.in_incident(elapsed_s(value))

    def _clock(self, value: Any) -> float:
        starts = self.earlier.exercise.starts or self.earlier.incidents[0].starts
        if not starts:
            raise ValueError(Message("nobody said at what time the exercise begins; write T+ instead"))
        begins = datetime.fromisoformat(starts).replace(tzinfo=None)
        exercise_s = (clock_time(value, begins) - begins).total_seconds()
        if exercise_s < 0:
            raise ValueError(Message("the exercise begins at {begins}; write a time after that",
                                     begins=f"{begins:%Y-%m-%d %H:%M}"))  # fmt: skip
        return self.in_incident(exercise_s)
