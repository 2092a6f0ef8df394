"""The master list that an exercise is held by, read back from its file."""

from __future__ import annotations

import os
from pathlib import Path

from sim.drill.master_list import MasterList
from sim.drill.paper.back import read_earlier
from sim.errors import InputError
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
