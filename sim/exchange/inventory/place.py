"""Where a row of an inventory lies: the one way by which places of lists come in."""

from __future__ import annotations

from sim.errors import InputError
from sim.exchange.inventory.cells import degrees, is_nothing
from sim.load.node import Scalar
from sim.load.place import Faults
from sim.message import Message

EAST, NORTH = 180, 90
"""The most degrees of longitude and of latitude."""


def degrees_of(longitude: Scalar, latitude: Scalar, faults: Faults) -> tuple[float, float] | None:
    """Longitude and latitude as the list writes them; None where it writes none. What is wrong is noted."""
    written = [not (is_nothing(each.text) or is_zero(each.text)) for each in (longitude, latitude)]
    if not any(written):
        return None
    if not all(written):
        there, missing = (longitude, "latitude") if written[0] else (latitude, "longitude")
        text = Message("the {missing} of this place is missing; write both, or none", missing=missing)
        faults.add(there.place, "", text)
        return None
    found = [_read(cell, most, faults) for cell, most in ((longitude, EAST), (latitude, NORTH))]
    return None if None in found else (found[0] or 0.0, found[1] or 0.0)


def is_zero(text: str) -> bool:
    """Whether a cell writes the zero by which some lists say that nobody knows; no park lies on that line.

    >>> is_zero("0.000"), is_zero("107.05")
    (True, False)
    """
    return bool(text) and not text.strip("0.°")


def _read(cell: Scalar, most: int, faults: Faults) -> float | None:
    try:
        return degrees(cell.text, most)
    except InputError as error:
        faults.add(cell.place, "", error.message)
        return None
