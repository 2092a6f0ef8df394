"""One line of what happened."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """Something that happened at `at_s` [s]; `cause` names the entry or trigger behind it.

    `what` is one of: release, fire, process, rain, river (an inflow changed), crossed (a watched
    level was crossed), rule (a line of the response plan came into force), order, done, failed (an
    action or a job), waits, begins, called-off (a job), called, arrived (help from outside), alarm,
    confirmed, closed (a sensor's warning), report, detected (the incident), fault, repaired,
    refused, accepted (a treatment plant takes no more over a link, and takes again), full (a
    storage reached its crest), reached (accident water entered a storage for the first time),
    crossing (accident water first passed a link that leaves its tier), end.
    """

    at_s: float
    what: str
    subject: str
    detail: str = ""
    cause: str = ""
