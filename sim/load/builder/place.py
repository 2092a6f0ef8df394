"""Places on the map from what was read, all of one sort in a park."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from sim.errors import InputError
from sim.load.builder.apart import FROM_OUTSIDE, HELP_M, PARK_M, Placed, check_apart
from sim.load.kinds.blocks import Form
from sim.load.park_form import LISTED
from sim.message import Message
from sim.park import AnyPlace, LocalPlace, Name, Park, Place
from sim.park.datum import DEGREES, WGS84, Datum
from sim.words import LANGUAGES, text

PLACED = ("storages", "links", "receivers", "catchments", "sensors", "plants", "crews", "equipment", "sites")
"""Collections of a park whose things have places."""
SORTS = (("longitude", "latitude"), ("x", "y"))
"""The keys of each sort of place."""


def build_place(form: Form) -> AnyPlace | None:
    """A point on the map; None when none is written, or when it cannot be where the park's datum has it."""
    if not form.has("x", "y"):
        return build_origin(form)
    return _on_earth(form, "x", "y") if form.spot.reading.datum.is_grid else LocalPlace(form["x"], form["y"])


def build_origin(form: Form) -> Place | None:
    """A point by degrees; None when none is written, or when it cannot be where the park's datum has it."""
    has_degrees = form.has("longitude", "latitude") and not form.spot.reading.datum.is_grid
    return _on_earth(form, "longitude", "latitude") if has_degrees else None


def _on_earth(form: Form, east: str, north: str) -> Place | None:
    """The point of a datum on WGS 84; what is wrong is noted."""
    try:
        return form.spot.reading.datum.on_earth(form[east], form[north])
    except InputError as error:
        form.fault(east, error.message)
        return None


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
        why = Message("a place by {ways}, and '{id}' has one by {ways2}; write all places of a park in one way",
                      ways=ways[0], id=id, ways2=ways[1])  # fmt: skip
        wrong.fault(next(key for key in other if key in wrong.node.entries), why)
    elif "datum" in form and (idle := _idle_datum(form, first)):
        form.fault("datum", idle)
    elif "origin" in form and (SORTS[1] not in first or form.spot.reading.datum.is_grid):
        form.fault("origin", Message("says where x and y begin, and nothing in this park has x and y; leave it out")
                   if SORTS[1] not in first else
                   Message("says where x and y begin, which {datum} says already; leave it out",
                           datum=form.spot.reading.datum.name))  # fmt: skip
    else:
        check_apart(list(_placed(form)), build_origin(form["origin"]) if "origin" in form else None)


def _idle_datum(form: Form, written: Container[tuple[str, str]]) -> Message | None:
    """What is wrong with a datum that speaks of none of the park's places; None when it speaks of some."""
    datum = form.spot.reading.datum
    degrees, metres = SORTS
    if datum.is_grid and metres not in written:
        return Message("{datum} counts metres, and no place in this park has x and y; write these, or another datum, "
                       "such as wgs84", datum=datum.name)  # fmt: skip
    if not datum.is_grid and degrees not in written and "origin" not in form:
        return Message("says how degrees are held, and nothing in this park has any; leave it out, or name the grid of "
                       "x and y, such as cgcs2000-gk-108")  # fmt: skip
    return None


def datum_note(park: Park, datum: Datum) -> Name | None:
    """What whoever reads a park's places should know of how they came about; None when nothing did."""
    placed = [(id, each.place) for id, each in park.storages.items() if isinstance(each.place, Place)]
    if datum.system == WGS84.system:
        return None
    said = {language: text(f"datum_{datum.system}", language, datum=datum.name, error=datum.error_text)
            for language in LANGUAGES}  # fmt: skip
    if placed and datum.name not in DEGREES[:2]:
        id, place = placed[0]
        said = {language: text("datum_lands", language, how=how, id=id, east=f"{place.longitude:.5f}",
                               north=f"{place.latitude:.5f}") for language, how in said.items()}  # fmt: skip
    return Name(**said)


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
