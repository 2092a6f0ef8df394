"""An earlier list, from whatever file it was written to."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sim.drill.earlier import Earlier
from sim.errors import InputError
from sim.message import Message, about
from sim.park import Park

ENDINGS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".json": "JSON"}


def read_earlier(path: Path, park: Park) -> Earlier:
    """The list of a workbook or a JSON file that `drill` wrote.

    Raises:
        InputError: it is neither, or not of this program.
        Problems: cells that cannot be understood, all at once.
    """
    sort = ENDINGS.get(path.suffix.lower())
    if sort is None:
        raise InputError(
            about(path,
                  Message("is neither a workbook nor a JSON file; hand back the .xlsx or .json that `drill` wrote"))
        )
    if sort == "JSON":
        from sim.drill.paper.json import read

        return read(path)
    found: Earlier = import_module("sim.drill.paper.workbook.back").read(path, park)
    return found
