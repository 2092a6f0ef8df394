"""What sort of scene a line makes."""

from __future__ import annotations

from sim.drill.exercise import ExerciseType
from sim.drill.line import Kind, Line

INJECTS = ("alarm", "report", "failed", "fire", "rain", "process", "arrived")
REPORTS = ("owed", "told", "closing")
SPOKEN = ("begin", "end", "review")


def sort_of(line: Line, how: ExerciseType) -> str:
    """The sort of a line, by which its words are chosen; `inject` for one that a designer has added.

    >>> from sim.drill.line import Phase
    >>> from sim.park import Name
    >>> line = Line("inject/fire/monitors ends/600", 600, Kind.INJECT, Phase.RESPONSE, Name("x"))
    >>> sort_of(line, ExerciseType.FULL_SCALE)
    'ends'
    """
    match line.kind:
        case Kind.ACTION:
            return "discuss" if how is ExerciseType.TABLE_TOP else "order"
        case Kind.REPORT:
            return _sort_of_report(line.key)
        case Kind.INJECT:
            return _sort_of_inject(line.key)
        case _:
            return line.kind.value


def _sort_of_report(key: str) -> str:
    """From `report/SORT/ID`; one that a designer has added is owed."""
    what = key.split("/")[1]
    return what if key.startswith("report/") and what in REPORTS else "owed"


def _sort_of_inject(key: str) -> str:
    """From `inject/WHAT/SUBJECT/TIME` or `control/WHAT`."""
    origin, _, rest = key.partition("/")
    what = rest.partition("/")[0]
    if origin == "control" and what in SPOKEN:
        return what
    if origin != "inject":
        return "inject"
    if " ends/" in key:
        return "ends"
    if what in ("fault", "repaired"):
        return "fault"
    return what if what in INJECTS else "inject"
