"""Places that cannot be those of one park: swapped, of a national grid, or far from all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import AnyPlace, LocalPlace, Place
from sim.park.datum.grid import are_swapped
from sim.units import Dimension, parse

PARK_M = parse("50 km", Dimension.LENGTH)
"""Parks are not wider; the widest chemical parks of China measure some 30 km."""
HELP_M = parse("1000 km", Dimension.LENGTH)
"""Crews and equipment may come from another province."""
FROM_OUTSIDE = ("crews", "equipment")
GRID_NORTHING_M = (parse("1900 km", Dimension.LENGTH), parse("6000 km", Dimension.LENGTH))
"""How far north of the equator China lies, which is what a national grid counts from."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place as it was written."""

    id: str
    place: AnyPlace
    form: Form
    most_m: float
    """How far it may lie from the others."""


def check_apart(places: Sequence[Placed], origin: Place | None) -> None:
    """Note every place that lies too far from the origin, or from where most of the park is."""
    if not places:
        return
    if origin is None and all(map(_is_swapped_grid, places)):
        turned = Message("a national grid's northing, and y an easting; x counts east and y north, which Chinese "
                         "survey sheets call Y and X: swap them")  # fmt: skip
        places[0].form.fault("x", turned)
        return
    middle, id = (LocalPlace(0, 0), "") if origin else _middle(places)
    for each in places:
        if each.place.metres_to(middle) > each.most_m:
            key = "x" if isinstance(each.place, LocalPlace) else "longitude"
            each.form.fault(key, _why(each, middle, id, origin is not None))


def _is_swapped_grid(placed: Placed) -> bool:
    """Whether x and y are a national grid's numbers the wrong way round."""
    return isinstance(placed.place, LocalPlace) and are_swapped(*placed.place.east_north)


def _middle(places: Sequence[Placed]) -> tuple[AnyPlace, str]:
    """Where most of the park is, the median of its places; when they are spread too far, the first, with its id."""
    kind = type(places[0].place)
    middle = kind(*(median_low(values) for values in zip(*(each.place.east_north for each in places), strict=True)))
    near = sum(each.place.metres_to(middle) <= each.most_m for each in places)
    return (middle, "") if near * 2 > len(places) else (places[0].place, places[0].id)


def _why(placed: Placed, middle: AnyPlace, id: str, is_origin: bool) -> Message:
    """What is wrong with a place, and what it may be."""
    km, most = (f"{metres / 1000:,.0f}" for metres in (placed.place.metres_to(middle), placed.most_m))
    if id:
        return Message("{km} km from '{id}', and a place of a park lies at most {most} km from others; {slip}", km=km,
                       id=id, most=most, slip=_slip(placed, middle))  # fmt: skip
    thing = Message("the origin" if is_origin else "most other places")
    return Message("{km} km from {thing}, and a place of a park lies at most {most} km from it; {slip}", km=km,
                   thing=thing, most=most, slip=_slip(placed, middle))  # fmt: skip


def _slip(placed: Placed, middle: AnyPlace) -> Message:
    """What may have gone wrong in writing it."""
    east, north = placed.place.east_north
    low, high = GRID_NORTHING_M
    turnable = abs(east) <= 90 or isinstance(placed.place, LocalPlace)
    if turnable and type(placed.place)(north, east).metres_to(middle) <= placed.most_m:
        return Message("the two seem to be swapped")
    if isinstance(placed.place, LocalPlace) and any(low <= each <= high for each in (east, north)):
        return Message("a national grid counts so; write its numbers for all places, no origin, and the grid as "
                       "datum:, such as cgcs2000-gk-108; or metres from the origin")  # fmt: skip
    return Message("check both numbers")
