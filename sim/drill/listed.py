"""A master list that was written before: read back from its file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sim.drill.earlier import Earlier
from sim.drill.master_list import MasterList
from sim.errors import InputError
from sim.load.files import missing
from sim.park import Park

READ = {".json": "json", ".xlsx": "xlsx"}
"""Endings of the files that can be read back, and the modules that do."""


def read_list(path: str) -> Earlier:
    """The list in a file, by its ending.

    Raises:
        InputError: it is not there, or no master list.
    """
    sort = READ.get(Path(path).suffix.lower())
    if sort is None:
        raise InputError(f"{path}: a master list is read back from {' or '.join(READ)}")
    if not Path(path).is_file():
        raise InputError(f"--list: {missing(path)}")
    earlier: Earlier = import_module(f"sim.drill.paper.{sort}").read(Path(path))
    return earlier


def as_list(earlier: Earlier, park: Park, incident: str, path: str) -> MasterList:
    """The list as it was written, for the park it was made for.

    Raises:
        InputError: it does not play this scenario.
    """
    ids = [each.id for each in earlier.incidents]
    if incident not in ids:
        raise InputError(f"{path}: this list plays {', '.join(ids)}, not {incident}")
    return MasterList(earlier.exercise, park, earlier.incidents, earlier.lines, earlier.given, earlier.edits)
