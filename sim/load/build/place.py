"""Places on the map from what was read, all of one sort in a park."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sim.load.kinds.blocks import Form
from sim.park import AnyPlace, LocalPlace, Place

PLACED = ("storages", "links", "receivers", "catchments", "sensors", "plants", "crews", "equipment")
"""Collections of a park whose things have places."""
STANDING = ("storages", "links", "catchments", "sensors", "plants")
"""Those whose things stand in the park itself; help and rivers may be far away."""
WIDEST_KM = 50
"""From one end of a park to the other at most; the widest there are have some 20 km."""
NORTHINGS_M = (1.9e6, 6e6)
"""Northings of China's national grids, from the south of Hainan to the Amur."""
SAMPLE = 20
"""Things among which the one that most are near to is looked for."""
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


def is_placed(form: Form) -> bool:
    """Whether a place is written, right or wrong."""
    return any(key in form.node.entries for keys in SORTS for key in keys)


def check_places(form: Form) -> None:
    """Note a park whose places are of both sorts, at the first of the second, and an origin that nothing needs."""
    first: dict[tuple[str, str], tuple[str, Form]] = {}
    for id, sort, each in _written(form):
        first.setdefault(sort, (id, each))
    if len(first) == len(SORTS):
        (one, (id, _)), (other, (_, wrong)) = first.items()
        ways = [" and ".join(keys) for keys in (other, one)]
        text = f"a place by {ways[0]}, and '{id}' has one by {ways[1]}; write all places of a park in one way"
        wrong.fault(next(key for key in other if key in wrong.node.entries), text)
    elif "origin" in form and SORTS[1] not in first:
        form.fault("origin", "says where x and y begin, and nothing in this park has x and y; leave it out")
    elif "origin" in form:
        _check_metres(form)
    else:
        _check_spread(form)


def _check_metres(form: Form) -> None:
    """Note things that lie farther from where x and y begin than a park is wide."""
    for _, place, each in _standing(form):
        far_km = place.metres_to(LocalPlace(0, 0)) / 1000
        if far_km <= WIDEST_KM:
            continue
        north_m, where = place.east_north[1], f"{far_km:,.0f} km from the park's origin, where x and y begin"
        if NORTHINGS_M[0] <= north_m <= NORTHINGS_M[1]:
            text = f"{north_m:.10g} m looks like a northing of a national grid ({where})"
            each.fault("y", f"{text}; write metres from there, or leave origin: out")
        else:
            each.fault("x", f"with y it is {where}; what stands in a park lies within {WIDEST_KM} km of it")


def _check_spread(form: Form) -> None:
    """Note things that lie farther from the others than a park is wide."""
    standing = list(_standing(form))
    if not standing:
        return
    some = standing[:SAMPLE]
    id, middle, _ = max(some, key=lambda one: sum(_far_km(one[1], other) <= WIDEST_KM for _, other, _ in some))
    for _, place, each in standing:
        far_km = _far_km(place, middle)
        if far_km <= WIDEST_KM:
            continue
        text = f"{far_km:,.0f} km from '{id}'; what stands in one park lies within {WIDEST_KM} km of the rest"
        turned = isinstance(place, Place) and _far_km(Place(*reversed(place.east_north)), middle) <= WIDEST_KM
        key = "longitude" if isinstance(place, Place) else "x"
        each.fault(key, f"{text}; are longitude and latitude exchanged?" if turned else text)


def _far_km(one: AnyPlace, other: AnyPlace) -> float:
    """How far two places of one sort are apart [km]."""
    return one.metres_to(other) / 1000


def _standing(form: Form) -> Iterator[tuple[str, AnyPlace, Form]]:
    """What stands in the park itself, with its place; places of both sorts have been noted before."""
    for collection in STANDING:
        forms: Mapping[str, Form] = form.get(collection, {})
        for id, each in forms.items():
            place = build_place(each)
            if place is not None:
                yield id, place, each


def _written(form: Form) -> Iterator[tuple[str, tuple[str, str], Form]]:
    """Every written place: whose it is, its sort, and where it stands; not those that mix sorts, which are noted."""
    for collection in PLACED:
        forms: Mapping[str, Form] = form.get(collection, {})
        for id, each in forms.items():
            sorts = [sort for sort in SORTS if any(key in each.node.entries for key in sort)]
            if len(sorts) == 1:
                yield id, sorts[0], each
