"""What happened in a run, a type a kind: ids, values in SI, reasons and causes; no sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, NamedTuple, TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def fact(kind: type[Kind]) -> type[Kind]:
    """A frozen dataclass with slots, of which mypy sees to it that nobody changes one.

    Frozen at run time, too, it would take five times as long to make one, and a run makes hundreds.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


class Cause(NamedTuple):
    """What is behind something: the kind of an event and whom it was about, where it was, nothing of a clock.

    >>> str(Cause("order", "valve-shut")), str(Cause("reached", "public", "basin")), str(NO_CAUSE)
    ('order valve-shut', 'reached public at basin', '')
    """

    what: str = ""
    subject: str = ""
    at: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.subject}".strip() + (f" at {self.at}" if self.at else "")


NO_CAUSE = Cause()
"""The cause of what nobody brought about."""
BY_CLOCK = Cause("clock")
"""The cause of what a file has at a time."""


class Why(StrEnum):
    """Why a job fails or waits."""

    STUCK = "stuck"
    REFUSES = "refuses"
    """It stays as it is when it is ordered about."""
    TRIPPED = "tripped"
    NO_POWER = "no-power"
    DID_NOT_WORK = "did-not-work"
    """Nothing was known to be wrong; it is among the times at which it fails."""
    MISSING = "missing"
    """Equipment that should be in stock is not there."""
    SHORT = "short"
    """Too much of an equipment is out, or spent."""
    BUSY = "busy"
    """The teams on duty are at other jobs."""
    OFF_DUTY = "off-duty"
    """Nobody of the crew is on duty."""


@fact
class Reason:
    """Why something was not done, or not yet."""

    why: Why
    of: str
    """The link, facility, crew or equipment that it is about."""
    fault: str = ""
    """The fault behind it; empty where there is none."""
    opening: float | None = None
    """Where a stuck link stands [-]."""
    units: float | None = None
    """How many units of an equipment are asked for [-]."""
    stock: float | None = None
    """How many there are [-]."""
    jobs: tuple[str, ...] = ()
    """What the teams are at that one waits for."""


@fact
class Event:
    """Something that happened at `at_s` [s] to a `subject`."""

    what: ClassVar[str] = ""
    """The word for its kind."""
    turn: ClassVar[int] = 2
    """Of one time comes first what flows in (0), then what the water does, then what people do."""

    at_s: float
    subject: str
    cause: Cause = NO_CAUSE


@fact
class Poured(Event):
    """An inflow changed to a rate, over all that it pours into [m3/s]."""

    turn = 0
    rate_m3_s: float = 0.0


class Released(Poured):
    """Product is spilled."""

    __slots__ = ()
    what = "release"


class FireWater(Poured):
    """Fire water is applied."""

    __slots__ = ()
    what = "fire"


class ProcessWater(Poured):
    """Process water goes on."""

    __slots__ = ()
    what = "process"


class Rained(Poured):
    """Rain runs off."""

    __slots__ = ()
    what = "rain"


class RiverFlow(Poured):
    """The river brings water."""

    __slots__ = ()
    what = "river"


@fact
class Crossed(Event):
    """A level of a storage that somebody waits for was crossed."""

    what = "crossed"
    volume_m3: float = 0.0
    rising: bool = True


class RuleBegan(Event):
    """A line of the response plan came into force."""

    __slots__ = ()
    what = "rule"


@fact
class OfJob(Event):
    """Something about an action of the script, or about one order of a sheet."""

    sheet: str = ""
    """The sheet that was ordered; empty for an action of the script."""


@fact
class Ordered(OfJob):
    """The order was given."""

    what = "order"
    crew: str = ""
    """The crew that is to go; empty where nobody goes."""


@fact
class Waits(OfJob):
    """It cannot go on, for lack of a team or of equipment."""

    what = "waits"
    reason: Reason | None = None


@fact
class OfTeam(OfJob):
    """Something that a team does about a job."""

    crew: str = ""
    team: int = 0
    """Which of the crew's teams, counted from 1."""


@fact
class SetOut(OfTeam):
    """A team is taken up by the job, and on its way from now on."""

    what = "sets-out"
    start: tuple[float, ...] = ()
    """From where, east first, in degrees or in metres as the park's places are; empty where places are not known."""


class Began(OfTeam):
    """The team is there and begins."""

    __slots__ = ()
    what = "begins"


class CalledOff(OfTeam):
    """The team is called off for the job that is the cause; this one waits for a team again."""

    __slots__ = ()
    what = "called-off"


@fact
class Done(OfJob):
    """It was done."""

    what = "done"
    links: tuple[str, ...] = ()
    """The links that were turned."""


@fact
class Failed(OfJob):
    """It was not done; of an action on several links, not on all of them."""

    what = "failed"
    reasons: tuple[Reason, ...] = ()
    """Why, one for each link that did not follow."""


class Called(Event):
    """A crew or equipment from outside was called."""

    __slots__ = ()
    what = "called"


class Arrived(Event):
    """It came."""

    __slots__ = ()
    what = "arrived"


class Alarmed(Event):
    """A sensor raised an alarm."""

    __slots__ = ()
    what = "alarm"


class Confirmed(Event):
    """The alarm was believed."""

    __slots__ = ()
    what = "confirmed"


@fact
class Closed(Event):
    """The warning came to its end: everything that it set off has ended, or it set nothing off."""

    what = "closed"
    answered: bool = True
    """Whether it set anything off."""


@fact
class IncidentReported(Event):
    """Somebody reports the incident, or corrects what was reported; how large the spill is said to be [m3]."""

    what = "report"
    said_m3: float | None = None


@fact
class IncidentDetected(Event):
    """The incident is known; how large the spill is said to be [m3]."""

    what = "detected"
    said_m3: float | None = None


class FaultBegan(Event):
    """A fault happened."""

    __slots__ = ()
    what = "fault"


class Repaired(Event):
    """It was repaired."""

    __slots__ = ()
    what = "repaired"


@fact
class Refused(Event):
    """A treatment plant takes no more over a link."""

    what = "refused"
    share: float = 0.0
    """Product in it above which it does not [-]."""


@fact
class Accepted(Event):
    """It takes again."""

    what = "accepted"
    share: float = 0.0
    """Product in it below which it does [-]."""


class Filled(Event):
    """A storage reached its crest."""

    __slots__ = ()
    turn = 1
    what = "full"


class Reached(Event):
    """Accident water entered a storage for the first time."""

    __slots__ = ()
    turn = 1
    what = "reached"


@fact
class Crossing(Event):
    """Accident water first passed a link that leaves its tier."""

    turn = 1
    what = "crossing"
    tier: str = ""
    """The tier that it leaves."""
    into: str = ""
    """The tier, or the receiver outside, that it comes to."""


@fact
class Measured(Event):
    """A storage was measured, and the run goes on from there."""

    what = "measured"
    measured_m3: float = 0.0
    """What stood in it."""
    more_m3: float = 0.0
    """By how much that is more than was expected; less where it is negative."""


class Ended(Event):
    """The run is at its end."""

    __slots__ = ()
    what = "end"


KINDS: dict[str, type[Event]] = {
    kind.what: kind
    for kind in (
        Released, FireWater, ProcessWater, Rained, RiverFlow, Crossed, RuleBegan, Ordered, Waits, SetOut, Began,
        CalledOff, Done, Failed, Called, Arrived, Alarmed, Confirmed, Closed, IncidentReported, IncidentDetected,
        FaultBegan, Repaired, Refused, Accepted, Filled, Reached, Crossing, Measured, Ended,
    )
}  # fmt: skip
"""Every kind of event by its word."""
POURS: dict[str, type[Poured]] = {each.what: each for each in (Released, FireWater, ProcessWater, Rained, RiverFlow)}
"""The kinds of inflow."""
ENDS = (Done, Failed, CalledOff)
"""How a team comes free of a job."""
