"""From runs to the master list of an exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sim.drill.brief import Brief
from sim.drill.edits import Edits, placed, worded
from sim.drill.exercise import Exercise, ExerciseType
from sim.drill.expected import expected
from sim.drill.injects import injects
from sim.drill.layout import laid_out
from sim.drill.line import Kind, Line
from sim.drill.master_list import Incident, MasterList
from sim.drill.numbers import line_key, numbers_of
from sim.drill.owed import CLOSES_AFTER_S, beginning, ending, meanwhile, measurements, reports
from sim.drill.run_of import RunOf
from sim.drill.texts import Texts
from sim.drill.thinning import thinned
from sim.park import Name
from sim.park.names import named
from sim.units import SECONDS_A_MINUTE

ORDER = (Kind.JUMP, Kind.INJECT, Kind.ACTION, Kind.CONTINGENCY, Kind.REPORT, Kind.MEASUREMENT)
"""Of equal times; that an action failed comes after its order, whatever the time."""

ASKED_BEFORE_S = SECONDS_A_MINUTE
"""How long before the end of the emergency what is due later is asked for [s]."""


def master_list(
    runs: Sequence[RunOf],
    exercise: Exercise | None = None,
    texts: Texts | None = None,
    begins_s: Sequence[float] = (),
    known: Mapping[str, int] | None = None,
    hashes: Sequence[str] = (),
    edits: Edits | None = None,
) -> MasterList:
    """The master list of an exercise of one run or several.

    Without `begins_s` the incidents follow one another; `known` are numbers of an earlier list by
    their keys. `hashes` are those of the runs' inputs; `edits` what a designer changed.
    """
    exercise, texts, edits = exercise or Exercise(), texts or Texts(), edits or Edits()
    incidents: list[Incident] = []
    lines: list[Line] = []
    for place, of in enumerate(runs):
        starts_s = begins_s[place] if begins_s else (max((x.exercise_s for x in lines), default=0.0))
        told = sorted(placed(lines_of(of, exercise, texts), of, texts, edits), key=_in_run)
        own = laid_out(told, exercise.lasts_s / len(runs), texts, starts_s, meanwhile(of, texts))
        lines += [worded(replace(line, incident=of.scenario.id), edits) for line in own]
        incidents.append(_incident(of, starts_s, hashes[place] if hashes else ""))
    turn = {of.scenario.id: place for place, of in enumerate(runs)}
    numbers = numbers_of(sorted(lines, key=lambda line: _first_place(line, turn, begins_s)), known or {})
    in_order = sorted(thinned(lines, exercise.most_an_hour), key=lambda line: _place(line, turn))
    listed = [replace(line, number=numbers[line_key(line)]) for line in in_order]
    given = {**(known or {}), **numbers}
    park = runs[0].park.with_links(link for of in runs[1:] for link in of.scenario.links)
    return MasterList(exercise, park, tuple(incidents), tuple(listed), given, bool(begins_s), edits)


def _place(line: Line, turn: Mapping[str, int]) -> tuple[float, int, float, int, bool, str]:
    """Where a line stands; of equal times what belongs to the earlier incident comes first, so that it ends it."""
    return line.exercise_s, turn[line.incident], *_in_run(line)


def _first_place(
    line: Line, turn: Mapping[str, int], begins_s: Sequence[float]
) -> tuple[float, int, float, int, bool, str]:
    """Where a line would stand if nothing were left out; numbers are given out in this order."""
    place = turn[line.incident]
    return begins_s[place] + line.at_s if begins_s else 0.0, place, *_in_run(line)


def _in_run(line: Line) -> tuple[float, int, bool, str]:
    """What failed stands behind the orders of its time; nothing else that players are told names an action."""
    told_after = line.kind is Kind.INJECT and bool(line.action)
    return line.at_s, ORDER.index(Kind.ACTION if told_after else line.kind), told_after, line.key


def _incident(of: RunOf, begins_s: float, inputs_hash: str) -> Incident:
    scenario = of.scenario
    starts, horizon_s, brief = scenario.starts, scenario.horizon_s, Brief.of(of)
    return Incident(scenario.id, scenario.name, starts, horizon_s, begins_s, inputs_hash, brief)


def lines_of(of: RunOf, exercise: Exercise, texts: Texts) -> list[Line]:
    """Everything of one run that belongs into an exercise of this type, in the order of time."""
    body = [*injects(of, texts), *expected(of, texts), *measurements(of, texts)]
    body = [line for line in body if line.at_s < of.scenario.horizon_s]
    ends_s = min(max([of.last_s, *(x.at_s for x in body)]) + CLOSES_AFTER_S, of.scenario.horizon_s)
    asked = [_asked_by(line, ends_s) for line in reports(of, texts)]
    kept = [line for line in (*body, *asked) if line.at_s <= ends_s]
    whole = [beginning(of, texts, _clock(exercise.starts or of.scenario.starts)), *kept, *ending(of, texts, ends_s)]
    typed = [_for_type(line, exercise.type, texts) for line in whole]
    return sorted(typed, key=_in_run)


def _asked_by(line: Line, ends_s: float) -> Line:
    """A report that is due after the end of the emergency is asked for shortly before it; its deadline stays."""
    return replace(line, at_s=min(line.at_s, max(ends_s - ASKED_BEFORE_S, 0.0)))


def _for_type(line: Line, how: ExerciseType, texts: Texts) -> Line:
    """A line as it is played in an exercise of a type."""
    if how is ExerciseType.TABLE_TOP:
        asked = line.kind is Kind.ACTION
        text = texts.fill("discuss", what=line.text) if asked else line.text
        return replace(line, medium=texts.fill("card"), text=text)
    if how is ExerciseType.FUNCTIONAL and line.kind is Kind.ACTION and line.receiver != texts.fill("control_room"):
        return replace(line, receiver=texts.fill("cell"))
    return line


def _clock(starts: str) -> Name | None:
    """A clock time as it is said aloud; None for none.

    >>> str(_clock("2026-06-01T09:00")), _clock("2026-06-01T09:00").zh
    ('1 June 2026, 09:00', '2026年6月1日09:00')
    """
    if not starts:
        return None
    at = datetime.fromisoformat(starts)
    month = named(f"month_{at.month}")
    return named("when_aloud", day=at.day, month=month, year=at.year, time=f"{at:%H:%M}")
