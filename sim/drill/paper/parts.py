"""A master list cut for the script: a part an incident, a section a phase, always forward in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sim.drill.line import Kind, Line, Phase
from sim.drill.master_list import Incident, MasterList

PHASES = list(Phase)
BESIDE = (Kind.MEASUREMENT, Kind.JUMP)
"""What goes on beside the play and begins no phase."""


@dataclass(frozen=True, slots=True)
class Part:
    """Incidents that are played together; one alone wherever they follow one another."""

    incidents: tuple[Incident, ...]
    sections: tuple[tuple[Phase, tuple[Line, ...]], ...]


def parts(master: MasterList) -> list[Part]:
    """The parts of a list; each line stands in exactly one section, in the order of the list.

    A script is played from top to bottom, so a section never goes back to an earlier phase: a report
    that is owed while crews are out stands among what crews do.
    """
    turns = [list(lines) for _, lines in groupby(master.lines, key=lambda line: line.incident)]
    if len(turns) > len(master.incidents):  # they overlap: one clock, one script
        return [Part(master.incidents, _sections(master.lines))]
    return [Part((master.incident(lines[0]),), _sections(lines)) for lines in turns]


def _sections(lines: Iterable[Line]) -> tuple[tuple[Phase, tuple[Line, ...]], ...]:
    """Each phase from its first line to that of the next."""
    found: dict[Phase, list[Line]] = {}
    latest = 0
    for line in lines:
        if line.kind not in BESIDE:
            latest = max(latest, PHASES.index(line.phase))
        found.setdefault(PHASES[latest], []).append(line)
    return tuple((phase, tuple(each)) for phase, each in found.items())
