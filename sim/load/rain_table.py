"""Rain tables: what had fallen by each time, what fell in each step, or how hard it rained.

The head of the column says which; where it could be either, somebody is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from sim.errors import InputError
from sim.load.files import Files
from sim.load.head import head_of
from sim.load.kinds.blocks import Field, Record
from sim.load.kinds.kind import Kind
from sim.load.kinds.sizes import Intensity
from sim.load.node import Broken, Items, Node, Scalar
from sim.load.park_form import LENGTH, TIME
from sim.load.place import Place
from sim.load.reading import Spot
from sim.load.table import Table, open_table
from sim.load.table_form import TableForm
from sim.message import Listed, Message, a
from sim.park.names import named
from sim.units import UnitError

STORM = Record(a("storm"), (
    Field("time", TIME, "Time since the rain began."),
    Field("depth", LENGTH, "Depth fallen by then."),
    Field("increment", LENGTH, "Depth fallen since the time before."),
    Field("intensity", Intensity(or_none=True), "How hard it rained."),
    Field("rain", LENGTH, "Depth fallen since the time before, unless it may as well be that fallen by then."),
))  # fmt: skip
HEADERS = {
    **dict.fromkeys(("历时", "时刻"), "time"),
    **dict.fromkeys(("累计雨量", "累积雨量", "累计降雨量", "累积降雨量", "累计降水量", "cumulative"), "depth"),
    **dict.fromkeys(("时段雨量", "时段降雨量", "时段降水量", "步长雨量"), "increment"),
    **dict.fromkeys(("雨强", "降雨强度", "降水强度", "强度"), "intensity"),
    **dict.fromkeys(("雨量", "降雨量", "降水量", "rainfall", "precipitation"), "rain"),
}  # fmt: skip
WAYS = ("depth", "increment", "intensity", "rain")
FORM = TableForm(STORM, HEADERS, (("time",), WAYS))


class _Step(NamedTuple):
    """A row: its cells, and what they say in SI."""

    time: Scalar
    fallen: Scalar
    at_s: float
    value: float


def read_rain(path: str, where: Place, files: Files) -> Node:
    """The rows of a rain table as `[time, depth fallen by then]`, as if they were written in the scenario."""
    table = open_table(path, where, FORM, files)
    way = None if table is None or table.is_broken else _way(table, files)
    if table is None or way is None:
        return Broken(Place(path, 1, 1))
    times, falls = (next(k for k, each in enumerate(table.columns) if each.path == (key,)) for key in ("time", way))
    cells = [(table.columns[times].node(row[times]), table.columns[falls].node(row[falls])) for row in table.rows]
    place = table.header[0].place
    steps = _steps(cells, STORM.by_key[way].kind, way, files)
    fallen = None if steps is None else _FALLEN[way](steps, table.header[falls], files)
    if steps is None or fallen is None:
        return Broken(place)
    pairs = ((step, step.fallen if way == "depth" else _written(step, depth))
             for step, depth in zip(steps, fallen, strict=True))
    return Items(tuple(Items((step.time, depth), step.time.place) for step, depth in pairs), place)


def _way(table: Table, files: Files) -> str | None:
    """What the table's depths are; None when columns are missing, which is noted."""
    found = [each for each in WAYS if each in table.keys]
    if "time" not in table.keys or not found:
        files.faults.add(Place(table.file, 1, 1), "",
                         Message("a rain table has two columns, time and depth; one is missing"))  # fmt: skip
        return None
    if len(found) > 1:
        others = Listed(found[1:], " or ", " or ")
        files.note(named("note_rain_columns", file=table.file, read=found[0], others=others))
    return found[0]


def _steps(cells: Sequence[tuple[Node, Node]], kind: Kind, way: str, files: Files) -> list[_Step] | None:
    """The rows as numbers; None when some are none, which is noted."""
    found = [(time, fallen, _number(time, TIME, "time", files), _number(fallen, kind, way, files))
             for time, fallen in cells]  # fmt: skip
    steps = [
        _Step(time, fallen, at_s, value) for time, fallen, at_s, value in found
        if at_s is not None and value is not None and isinstance(time, Scalar) and isinstance(fallen, Scalar)
    ]  # fmt: skip
    if len(steps) < len(found):
        return None
    for before, step in pairwise(steps):
        if step.at_s <= before.at_s:
            rule = Message("be more than")
            text = Message("must {rule} in the row before, {before}; found {found}", rule=rule, before=before.time.text,
                           found=step.time.text)  # fmt: skip
            files.faults.add(step.time.place, "time", text)
            return None
    return steps


def _number(node: Node, kind: Kind, key: str, files: Files) -> float | None:
    """The number in a cell; None when it is none, which is noted."""
    if isinstance(node, Broken):
        return None
    assert isinstance(node, Scalar)  # a cell of a table is nothing else
    if not node.text:
        files.faults.add(node.place, "", Message("{key} is missing in this row; write {wanted}", key=key,
                                                 wanted=kind.wanted))  # fmt: skip
        return None
    try:
        return float(kind.parse(node.text, Spot.nowhere()))  # type: ignore[attr-defined]
    except (InputError, UnitError) as error:
        files.faults.add(node.place, key, error.message)
        return None


def _by_then(steps: Sequence[_Step], head: Scalar, files: Files) -> list[float] | None:
    """Depths that are what had fallen by then; those that look like depths of steps are told [m]."""
    values = [step.value for step in steps]
    fall = next((step for before, step in pairwise(steps) if step.value < before.value), None)
    if fall is not None:
        text = Message("{text} is what had fallen by then, and cannot become less; found {text2}. For what fell in "
                       "each step name the column increment (时段雨量)", text=head.text,
                       text2=fall.fallen.text)  # fmt: skip
        files.faults.add(fall.fallen.place, "", text)
        return None
    if len(values) > 2 and values[0] == values[-1] > 0:
        files.note(named("note_fallen", file=head.place.file, head=head.text))
    return values


def _of_steps(steps: Sequence[_Step], head: Scalar, files: Files) -> list[float] | None:
    """Depths fallen by the end of each step [m]."""
    if steps and steps[0].at_s == 0 and steps[0].value > 0:
        first = steps[0].fallen
        text = Message("{text} at the time 0: depths of steps stand at their ends; put all times one step later",
                       text=first.text)  # fmt: skip
        files.faults.add(first.place, "", text)
        return None
    return list(accumulate(step.value for step in steps))


def _of_either(steps: Sequence[_Step], head: Scalar, files: Files) -> list[float] | None:
    """The same, where they cannot be what had fallen by then: a sum never falls, and it grows."""
    values = [step.value for step in steps]
    if len(set(values)) > 1 and values == sorted(values):
        name = head_of(head.text).name
        text = Message("{name} may be what fell in each step or what had fallen by then, and these grow as a sum "
                       "would; name the column increment (时段雨量) or depth (累计雨量)", name=name)  # fmt: skip
        files.faults.add(head.place, "", text)
        return None
    return _of_steps(steps, head, files)


def _of_intensities(steps: Sequence[_Step], head: Scalar, files: Files) -> list[float] | None:
    """Depths fallen by each time [m]: intensities hold from their time on where the first is at 0, else up to it."""
    if not steps:
        return []
    if steps[0].at_s > 0:
        if len(steps) > 1 and abs(steps[1].at_s - 2 * steps[0].at_s) > 1e-6 * steps[0].at_s:
            text = Message("the first step, from the time 0, is not as long as the next; begin with a row at 0 min")
            files.faults.add(steps[0].time.place, "", text)
            return None
        spans = [b - a for a, b in pairwise([0.0, *(step.at_s for step in steps)])]
        return list(accumulate(step.value * span for step, span in zip(steps, spans, strict=True)))
    if steps[-1].value > 0:
        last = steps[-1].fallen
        text = Message("{text} holds from its time on, and nobody knows how long; end with a row in which it is 0",
                       text=last.text)  # fmt: skip
        files.faults.add(last.place, "", text)
        return None
    return [0.0, *accumulate(step.value * (after.at_s - step.at_s) for step, after in pairwise(steps))]


_FALLEN = {"depth": _by_then, "increment": _of_steps, "rain": _of_either, "intensity": _of_intensities}


def _written(step: _Step, depth_m: float) -> Scalar:
    """A depth fallen by then, exact to a trillionth."""
    return Scalar(f"{depth_m * 1000:.12g} mm", step.fallen.place)
