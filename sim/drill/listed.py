"""The master list that an exercise is held by, read back from its file."""

from __future__ import annotations

import os
from pathlib import Path

from sim.drill.master_list import MasterList
from sim.drill.paper.back import read_earlier
from sim.errors import InputError
from sim.load.files import missing
from sim.park import Park


def read_list(path: str, park: Park, incident: str = "") -> MasterList:
    """The list in a file as it was written, for the park it was made for.

    Raises:
        InputError: it is not there, is no master list, or does not play the incident.
    """
    if not os.path.isfile(path):  # which no name is too long for
        raise InputError(missing(path))
    earlier = read_earlier(Path(path), park)
    ids = [each.id for each in earlier.incidents]
    if incident and incident not in ids:
        raise InputError(f"{path}: this list plays {', '.join(ids)}, not {incident}")
    return MasterList(earlier.exercise, park, earlier.incidents, earlier.lines, earlier.given, edits=earlier.edits)
