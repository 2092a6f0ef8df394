"""The whole master list as JSON: SI units and ids, for other programs, and to read it back without loss.

None stands for a time that is not there, the text `inf` for one that never comes. `edits` is what a designer changed
and what outlives the next run: other programs put their changes there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from math import inf, isinf, isnan, nan
from pathlib import Path
from typing import Any

from sim.drill.earlier import Earlier
from sim.drill.edits import Edits
from sim.drill.exercise import Exercise, ExerciseType
from sim.drill.line import Kind, Line, Missed, Phase, State
from sim.drill.master_list import Incident, MasterList
from sim.drill.numbers import line_key
from sim.errors import InputError
from sim.park import Name

FILE = "master-list.json"
FORMAT = 1
"""Counts up when older readers would misread it."""
TIMES = {"at_s", "exercise_s", "done_s", "deadline_s", "not_before_s", "weight"}


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write the list; its language is no matter, it has both."""
    path = folder / FILE
    text = json.dumps(data_of(master), ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return [path]


def read(path: Path) -> Earlier:
    """The list of a file.

    Raises:
        InputError: it is no master list, or of another version of the program.
    """
    try:
        return earlier_of(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"{type(error).__name__}: {error}"
        raise InputError(f"{path}: is no master list of this program, such as `drill` writes ({what})") from None


def data_of(master: MasterList) -> dict[str, Any]:
    """All that a list holds but for its park, as plain data."""
    return {**head_of(master), "lines": [line_data(line) for line in master.lines]}


def head_of(master: MasterList) -> dict[str, Any]:
    """What is not in its lines."""
    return {
        "format": FORMAT,
        "exercise": _plain(asdict(master.exercise)),
        "park": master.park.id,
        "incidents": [_plain(asdict(each)) for each in master.incidents],
        "given": dict(master.given),
        "timed": master.timed,
        "edits": {
            "changed": {key: dict(each) for key, each in master.edits.changed.items()},
            "deleted": sorted(master.edits.deleted),
            "own": [line_data(line) for line in master.edits.own],
        },
    }


def line_data(line: Line) -> dict[str, Any]:
    """A line as plain data; what is empty is left out."""
    data = {key: value for key, value in _plain(asdict(line)).items() if value not in ("", None, [], {})}
    return {**data, "id": line_key(line)}


def _plain(value: Any) -> Any:
    """Data that JSON knows."""
    if isinstance(value, Mapping):
        return {key: each for key, inner in value.items() if (each := _plain(inner)) != ""}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return None if isnan(value) else ("inf" if isinf(value) else value)
    return value


def earlier_of(data: dict[str, Any]) -> Earlier:
    """The list that plain data writes.

    Raises:
        ValueError: it was written by another version of the program.
    """
    if data["format"] != FORMAT:
        raise ValueError(f"format {data['format']}, wanted {FORMAT}")
    exercise, edits = data["exercise"], data["edits"]
    return Earlier(
        exercise=Exercise(ExerciseType(exercise["type"]), exercise.get("starts", ""), _number(exercise["lasts_s"]),
                          _number(exercise["most_an_hour"])),
        park=data["park"],
        incidents=tuple(Incident(**{"starts": "", **each, "name": Name(**each["name"])}) for each in data["incidents"]),
        lines=tuple(line_of(each) for each in data["lines"]),
        timed=data["timed"],
        given={str(key): int(number) for key, number in data["given"].items()},
        edits=Edits(edits["changed"], frozenset(edits["deleted"]), tuple(line_of(each) for each in edits["own"])),
    )  # fmt: skip


def line_of(data: Mapping[str, Any]) -> Line:
    """The line that plain data writes."""
    values = {key: value for key, value in data.items() if key != "id"}
    made: dict[str, Any] = {key: (_number(value) if key in TIMES else value) for key, value in values.items()}
    made |= {key: Name(**value) for key, value in values.items() if key in _NAMES}
    made |= {"kind": Kind(values["kind"]), "phase": Phase(values["phase"]), "causes": tuple(values.get("causes", ()))}
    made.setdefault("text", Name())
    if "state" in values:
        made["state"] = State(**{"level_m": nan, **_numbers(values["state"])})
    if "missed" in values:
        made["missed"] = Missed(**_numbers(values["missed"]))
    return Line(**made)


_NAMES = {each.name for each in fields(Line) if each.type == "Name"}


def _number(value: Any) -> float:
    """A number; inf and NaN as they were written."""
    if value is None:
        return nan
    return inf if value == "inf" else float(value)


def _numbers(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _number(value) if value is None or value == "inf" else value for key, value in values.items()}
