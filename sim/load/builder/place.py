"""Places on the map from what was read, all of one sort in a park."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sim.load.builder.apart import FROM_OUTSIDE, HELP_M, PARK_M, Placed, check_apart
from sim.load.kinds.blocks import Form
from sim.load.park_form import LISTED
from sim.message import Message
from sim.park import AnyPlace, LocalPlace, Place

PLACED = ("storages", "links", "receivers", "catchments", "sensors", "plants", "crews", "equipment", "sites")
"""Collections of a park whose things have places."""
SORTS = (("longitude", "latitude"), ("x", "y"))
"""The keys of each sort of place."""


def build_place(form: Form) -> AnyPlace | None:
    """A point on the map; None when none is written."""
    if form.has("x", "y"):
        return LocalPlace(form["x"], form["y"])
    return build_origin(form)


def build_origin(form: Form) -> Place | None:
    """A point by degrees; None when none is written."""
    return Place(form["longitude"], form["latitude"]) if form.has("longitude", "latitude") else None


def build_listed(form: Form) -> dict[str, str]:
    """What the inventory says of a thing besides, by key."""
    return {key: form[key] for key in LISTED if key in form}


def is_placed(form: Form) -> bool:
    """Whether a place is written, right or wrong."""
    return any(key in form.node.entries for keys in SORTS for key in keys)


def check_places(form: Form) -> None:
    """Note a park whose places are of both sorts, at the first of the second, or too far apart, and an origin that
    nothing needs."""
    first: dict[tuple[str, str], tuple[str, Form]] = {}
    for id, sort, each in _written(form):
        first.setdefault(sort, (id, each))
    if len(first) == len(SORTS):
        (one, (id, _)), (other, (_, wrong)) = first.items()
        ways = [Message(" and ".join(keys)) for keys in (other, one)]
        text = Message("a place by {ways}, and '{id}' has one by {ways2}; write all places of a park in one way",
                       ways=ways[0], id=id, ways2=ways[1])  # fmt: skip
        wrong.fault(next(key for key in other if key in wrong.node.entries), text)
    elif "origin" in form and SORTS[1] not in first:
        form.fault("origin", Message("says where x and y begin, and nothing in this park has x and y; leave it out"))
    else:
        check_apart(list(_placed(form)), build_origin(form["origin"]) if "origin" in form else None)


def _placed(form: Form) -> Iterator[Placed]:
    """Every place that could be read."""
    for collection in PLACED:
        most_m = HELP_M if collection in FROM_OUTSIDE else PARK_M
        for id, each in form.get(collection, {}).items():
            if (place := build_place(each)) is not None:
                yield Placed(id, place, each, most_m)


def _written(form: Form) -> Iterator[tuple[str, tuple[str, str], Form]]:
    """Every written place: whose it is, its sort, and where it stands; not those that mix sorts, which are noted."""
    for collection in PLACED:
        forms: Mapping[str, Form] = form.get(collection, {})
        for id, each in forms.items():
            sorts = [sort for sort in SORTS if any(key in each.node.entries for key in sort)]
            if len(sorts) == 1:
                yield id, sorts[0], each
