"""Columns of many things of which a run touches few: kept are the rows of those."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from sim.record.origins import ORIGINS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Where = Mapping[str, int | slice]
"""In which columns of a row the fields of a record stand."""


def columns(*names: str, by_origin: Collection[str]) -> Where:
    """Where fields stand in a row, one after the other; those by origin take a column for each."""
    found: dict[str, int | slice] = {}
    used = 0
    for name in names:
        found[name] = slice(used, used + len(ORIGINS)) if name in by_origin else used
        used += len(ORIGINS) if name in by_origin else 1
    return found


@dataclass(frozen=True, slots=True)
class Few:
    """Rows of things of which few have been touched; the others are as they are at rest.

    >>> few = Few(np.zeros((4, 2)), np.array([1, 3]), np.array([[5.0, 6.0], [7.0, 8.0]]))
    >>> few.column(1).tolist(), few.at(np.array([3, 2]))[:, 0].tolist()
    ([0.0, 6.0, 0.0, 8.0], [7.0, 0.0])
    """

    rest: Floats
    """A row of each thing at rest, which nobody changes."""
    places: Ints
    """Those that have been touched, ascending."""
    rows: Floats
    """A row of each of these."""

    def column(self, where: int | slice) -> Floats:
        """A column of all."""
        found: Floats = self.rest[:, where].copy()
        found[self.places] = self.rows[:, where]
        return found

    def at(self, places: Ints) -> Floats:
        """The rows of some, touched or not."""
        if not len(self.places):
            return self.rest[places]
        near = self.places.searchsorted(places)
        found = self.rows.take(near, axis=0, mode="clip")
        untouched = self.places.take(near, mode="clip") != places
        if untouched.any():
            found[untouched] = self.rest[places[untouched]]
        return found


class OfFew:
    """A record of which a column is put together when somebody asks for it."""

    WHERE: ClassVar[Where]

    @classmethod
    def of(cls, few: Few, **fields: Any) -> Self:
        """The record of few, with the fields that are not in their rows."""
        made = object.__new__(cls)
        for name, value in (*fields.items(), ("few", few)):
            object.__setattr__(made, name, value)
        return made

    if not TYPE_CHECKING:  # who checks types knows the fields, and should know of no others

        def __getattr__(self, name):
            """A column that nobody has asked for yet."""
            if name not in self.WHERE or "few" not in vars(self):
                raise AttributeError(name)
            column = self.few.column(self.WHERE[name])
            object.__setattr__(self, name, column)
            return column

    @cached_property
    def few(self) -> Few:
        """The rows of what was touched; where nobody knows, of all."""
        rows = np.column_stack([getattr(self, name) for name in self.WHERE])
        return Few(rows, np.arange(len(rows)), rows)

    def seen(self, name: str) -> Floats:
        """A column of those that were touched alone, in the order of `few.places`."""
        column: Floats = self.few.rows[:, self.WHERE[name]]
        return column

    def some(self, places: Sequence[int] | Ints, *names: str) -> Iterator[tuple[Any, ...]]:
        """Some columns of some things, a row each; what has several numbers is a list of them."""
        rows = self.few.at(np.asarray(places, dtype=np.int64))
        return zip(*(rows[:, self.WHERE[name]].tolist() for name in names), strict=True)
