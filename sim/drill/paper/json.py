"""The whole master list as JSON: SI units and ids, for other programs, and to read it back without loss.

None stands for a time that is not there, the text `inf` for one that never comes. `edits` is what a designer changed
and what outlives the next run: other programs put their changes there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from math import isfinite, isinf, isnan
from pathlib import Path
from typing import Any

from sim.drill.earlier import Earlier
from sim.drill.edits import NAMES
from sim.drill.line import Line, Phase
from sim.drill.master_list import MasterList
from sim.drill.numbers import line_key
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.record.plain import built, from_json
from sim.words import LANGUAGES

FILE = "master-list.json"
FORMAT = 1
"""Counts up when older readers would misread it."""


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write the list; its language is no matter, it has both."""
    path = folder / FILE
    write_to(path, master)
    return [path]


def write_to(path: Path, master: MasterList) -> None:
    """Write the list to a file of any name."""
    text = json.dumps(data_of(master), ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def read(path: Path) -> Earlier:
    """The list of a file.

    Raises:
        InputError: it is no master list, or of another version of the program.
    """
    try:
        return earlier_of(from_json(path.read_bytes()))
    except OSError as error:
        raise InputError(about(path, Message("cannot be read: {reason}", reason=cause(error)))) from None
    except ValueError as error:
        raise InputError(about(path, Message("is no master list of this program, such as `drill` writes ({what})",
                                             what=str(error)))) from None  # fmt: skip


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


def earlier_of(data: Any) -> Earlier:
    """The list that plain data writes.

    Raises:
        ValueError: it is none, or was written by another version of the program; says where it is wrong.
    """
    found = data.get("format") if isinstance(data, dict) else None
    if found != FORMAT:
        raise ValueError(Message("format {found}, wanted {format}", found=found, format=FORMAT))
    told = {key: value for key, value in data.items() if key != "format"}
    told["lines"] = _without("id", told.get("lines"))
    told["incidents"] = _without("brief", told.get("incidents"))
    for each in told["incidents"]:
        each.setdefault("starts", "")
    edits = told.get("edits")
    if isinstance(edits, dict):
        told["edits"] = {**edits, "own": _without("id", edits.get("own"))}
    earlier: Earlier = built(Earlier, told)
    _check(earlier)
    return earlier


def _without(key: str, objects: Any) -> list[dict[str, Any]]:
    """Objects less a key that is written for other programs.

    Raises:
        ValueError: there are none.
    """
    if not isinstance(objects, list) or not all(isinstance(each, dict) for each in objects):
        raise ValueError(Message("lines or incidents are missing beside '{key}'", key=key))
    return [{name: value for name, value in each.items() if name != key} for each in objects]


def _check(earlier: Earlier) -> None:
    """Look at what types do not say.

    Raises:
        ValueError: something would be nowhere, at no time, or twice.
    """
    for starts in (earlier.exercise.starts, *(each.starts for each in earlier.incidents)):
        if starts:
            datetime.fromisoformat(starts)
    ids = [each.id for each in earlier.incidents]
    if not ids or not all(isfinite(each.horizon_s) and isfinite(each.begins_s) for each in earlier.incidents):
        raise ValueError(about("incidents", Message("an incident and its times are wanted")))
    numbers = [line.number for line in earlier.lines]
    if len(set(numbers)) < len(numbers):
        raise ValueError(about("lines", Message("two have the same number")))
    for line in earlier.lines:
        if line.incident not in ids or not line.number or not (isfinite(line.at_s) and isfinite(line.exercise_s)):
            raise ValueError(about("lines", Message("{key!r} lacks its number, its times or its incident",
                                                    key=line.key)))  # fmt: skip
    for key, changed in earlier.edits.changed.items():
        _check_changes(key, changed)


def _check_changes(key: str, changed: Mapping[str, str | float]) -> None:
    """Look at what a designer changed in a line.

    Raises:
        ValueError: it can be changed in no line, or to no such thing.
    """
    for field, value in changed.items():
        name, _, language = field.partition(".")
        if field == "at_s" and isinstance(value, float) and isfinite(value):
            continue
        is_text = (name in NAMES and language in LANGUAGES) or field == "tier"
        if not (is_text or (field == "phase" and value in list(Phase))) or not isinstance(value, str):
            raise ValueError(about(f"edits.changed.{key}",
                                   Message("{field} cannot be {value!r}", field=field, value=value)))  # fmt: skip
