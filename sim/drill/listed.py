"""The master list that an exercise is held by, in a file and back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from sim.drill.master_list import MasterList
from sim.drill.paper.back import read_earlier
from sim.errors import InputError, cause
from sim.load.files import missing
from sim.message import Listed, Message, about
from sim.park import Name, Park


def read_list(path: str, park: Park | None = None, incident: str = "") -> MasterList:
    """The list in a file as it was written, for the park it was made for; without one, for what the list knows of it.

    Raises:
        InputError: it is not there, is no master list, or does not play the incident.
    """
    if not os.path.isfile(path):  # which no name is too long for
        raise InputError(missing(path))
    earlier = read_earlier(Path(path), park or Park("", Name(), {}, {}, {}))
    park = park or Park(earlier.park, Name(), {}, {}, {})
    ids = [each.id for each in earlier.incidents]
    if incident and incident not in ids:
        raise InputError(about(path, Message("this list plays {ids}, not {incident}", ids=Listed(ids),
                                             incident=incident)))  # fmt: skip
    return MasterList(earlier.exercise, park, earlier.incidents, earlier.lines, earlier.given, timed=earlier.timed,
                      edits=earlier.edits)  # fmt: skip


def put_list(master: MasterList, path: Path, sources: Iterable[str | None]) -> None:
    """Write the list, by which `replay` reads the log, unless it was read from there.

    Raises:
        InputError: it cannot be written.
    """
    from sim.drill.paper.json import write_to

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not any(each and path.exists() and path.samefile(each) for each in sources):
            write_to(path, master)
    except OSError as error:
        raise InputError(about(path, Message("cannot be written: {reason}", reason=cause(error)))) from error
