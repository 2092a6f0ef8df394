"""Words that every paper of a package says alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sim.called import Called
from sim.drill.paper.typeset import typeset
from sim.park import AnyPlace, LocalPlace, Park, Place, Storage
from sim.record.table import Cell

MOST_NAMED = 6
"""Things that are named one by one where there may be hundreds."""


def not_known(called: Called) -> str:
    """What stands where the park does not say."""
    return called.says("pack_not_known")


def not_known_what(called: Called, what: str) -> str:
    """The same, and of what."""
    return called.says("pack_not_known_what", what=called.says(what))


def listed(called: Called, names: Iterable[str]) -> str:
    """Several names; empty for none."""
    return called.says("semicolon").join(dict.fromkeys(names))


def some(called: Called, names: Sequence[str]) -> str:
    """The first of many names, and how many more there are; empty for none."""
    first = called.says("semicolon").join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return called.says("pack_and_more", names=first, count=f"{more:,}") if more > 0 else first


def owner(called: Called, storage: Storage) -> str:
    """The enterprise that a space belongs to; where the park file has none, what the inventory says."""
    if storage.plant is None:
        return storage.listed.get("owner") or not_known(called)
    plant = called.park.plants.get(storage.plant)
    return called.name(plant) if plant else storage.plant


def kind(called: Called, storage: Storage) -> str:
    """What sort of space it is; a word of the park's own as it stands."""
    from sim.words import WORDS

    key = f"kind_{storage.kind}"
    return called.says(key) if key in WORDS else storage.kind


def as_printed(cells: Sequence[Cell], language: str) -> list[Cell]:
    """A row of a list with its units and spans of time as they are printed; figures and ids as they are."""
    return [typeset(each, language) if isinstance(each, str) else each for each in cells]


def on_earth(park: Park, place: AnyPlace | None) -> Place | None:
    """Degrees of a place; None where nobody can know them."""
    if isinstance(place, LocalPlace):
        return place.on_earth(park.origin) if park.origin else None
    return place
