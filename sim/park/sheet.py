"""Operation sheets: what to do at a facility, and what that takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.park.names import Name


class Operation(StrEnum):
    """What a sheet does to its facility."""

    SHUT = "shut"
    OPEN = "open"
    START = "start"
    STOP = "stop"
    SET = "set"
    """To an opening in between."""
    SEAL = "seal"
    """Plug or dam it: nothing passes, even if it is stuck open."""
    UNSEAL = "unseal"
    """Take plug or dam away again."""
    PLACE = "place"
    """Lay a mobile pump with its hose: a link that was not there before."""
    RAISE = "raise"
    """Raise a storage's crest with sandbags or earth."""
    LOWER = "lower"
    """Take that away again."""
    CHECK = "check"
    """Look, measure, stand by: nothing is moved."""


class SheetText(StrEnum):
    """What a sheet says in words, for whoever carries it out."""

    PERSON = "person"
    START = "start"
    DIVISION = "division"
    HANDLING = "handling"
    MEANS = "means"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One operation at one facility, with who does it, how long it takes and what it needs."""

    id: str
    name: Name
    facility: str
    """The link or storage it belongs to; a placed pump's link has the sheet's own id."""
    operation: Operation
    opening: float = 1.0
    """What the link is set to, of operation set [-]."""
    automatic: bool = False
    """Whether that is the switch of a link with levels of its own, which are left to start it."""
    crew: str = ""
    """Who goes; empty for what a control room does at once."""
    travel_s: float | None = None
    """From the crew's home; else it follows from places and speed, else nobody has to go anywhere [s]."""
    work_s: float = 0.0
    needs: Mapping[str, float] = field(default_factory=dict)
    """Units of equipment by id [-]."""
    power: bool = False
    """Whether it can only be done while the facility's power area has power."""
    works: float = 1.0
    """Chance that it works on demand [-]."""
    check: str = ""
    """What to look at afterwards."""
    texts: Mapping[SheetText, Name] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()

    @property
    def starts(self) -> bool:
        """Whether a link with levels of its own starts at once, and is not left to them."""
        return self.operation is not Operation.PLACE and not self.automatic

    @property
    def sets_to(self) -> float:
        """The opening that its link, or what runs over its storage's crest, has afterwards [-]."""
        return self.opening if self.operation is Operation.SET else 1.0 - float(self.operation in CLOSING)


AGAIN = "#"
"""Between a sheet and the number of its order, from the second on."""


def job_id(sheet: str, count: int) -> str:
    """What the `count`-th order of a sheet is called.

    >>> job_id("valve-shut", 1), job_id("valve-shut", 2)
    ('valve-shut', 'valve-shut#2')
    """
    return sheet if count == 1 else f"{sheet}{AGAIN}{count}"


def sheet_of(job: str) -> str:
    """The sheet that an order is of; an action of the script is none, and keeps its id.

    >>> sheet_of("valve-shut#2"), sheet_of("valve-shut")
    ('valve-shut', 'valve-shut')
    """
    return job.partition(AGAIN)[0]


def count_of(job: str) -> str:
    """Which order of its sheet it is, from the second on; empty for the first.

    >>> count_of("valve-shut#2"), count_of("valve-shut")
    ('2', '')
    """
    return job.partition(AGAIN)[2]


CLOSING = (Operation.SHUT, Operation.STOP, Operation.SEAL, Operation.RAISE)
"""Operations after which nothing passes any more."""
