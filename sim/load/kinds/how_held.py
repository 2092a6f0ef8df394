"""The datum that places are held in, by its name."""

from __future__ import annotations

from sim.errors import InputError
from sim.load.kinds.kind import Number, Schema
from sim.load.reading import Spot
from sim.load.suggest import hint
from sim.message import Listed, Message
from sim.park.datum import DEGREES, SYSTEMS, Datum, datum_named
from sim.park.datum.grid import MERIDIANS

EXAMPLES = (*DEGREES, *(f"{system}-gk-108" for system in SYSTEMS))


class HowHeld(Number):
    """How places are held; with its basis, as a number has one."""

    wanted = Message("one of {words}", words=Listed(EXAMPLES))

    def counts(self, text: str) -> bool:
        """Whether its basis is noted; it is, since all places hang on it."""
        return True

    def parse(self, text: str, spot: Spot) -> Datum:
        if found := datum_named(text):
            return found
        system, grid, meridian = text.partition("-gk-")
        if grid and system in SYSTEMS:
            raise InputError(Message("'{text}': 3-degree zones lie around 75, 78, ... 135 degrees east, so around the "
                                     "one nearest to the park, such as {example}", text=text,
                                     example=f"{system}-gk-{_nearest(meridian)}"))  # fmt: skip
        raise InputError(Message("'{text}' is no datum; {advice}", text=text,
                                 advice=hint(text, EXAMPLES, "write one of {names}")))  # fmt: skip

    def bare(self) -> Schema:
        return {"enum": [*DEGREES, *(f"{system}-gk-{each}" for system in SYSTEMS for each in MERIDIANS)]}


def _nearest(meridian: str) -> int:
    """The central meridian that is nearest to a number of degrees; to what is none, one in the middle of China."""
    return min(MERIDIANS, key=lambda each: abs(each - (int(meridian) if meridian.isdecimal() else 108)))
