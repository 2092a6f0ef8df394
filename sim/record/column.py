"""Columns of tables, each said once: its head names the quantity with its unit, and so what of a row stands there.

>>> from types import SimpleNamespace as Pool
>>> pools = columns(None, "storage", "peak at [s]", ("room [m3]", "left_m3"), ("over", "spill.link"))
>>> pools.table([Pool(storage="pool", peak_at_s=60, left_m3=8.5, spill=None)]).rows
[['pool', 60.0, 8.5, None]]
>>> [str(each.sort) for each in pools]
['storage', 'elapsed', 'volume', 'text']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, reduce
from math import isfinite, nan
from operator import itemgetter
from typing import Any, Generic, TypeVar

from sim.record.table import Cell, Table

Row = TypeVar("Row")
INSTANT = re.compile(r"( at|from|first|last)$")
"""How the name of a time of the run ends; other times are stretches."""
FACTORS = {"mg/L": 1000.0, "mm": 1000.0}
"""Of units that people know better than SI."""
SUFFIXES = {"m3/s": "_m3_s", "-": "_share", "mg/L": "_kg_m3", "mm": "_m"}
"""How the name of a quantity ends in the code; other units end it as they are."""


class Sort(StrEnum):
    """What stands in a column, by which people are told it."""

    TEXT = "text"
    WHOLE = "whole"
    """Text that is not broken into lines."""
    FIGURE = "figure"
    """Figures in the words of whoever made the table."""
    AMOUNT = "amount"
    """The same where they may be broken into lines, or stand there in words."""
    COUNT = "count"
    VOLUME = "volume"
    FLOW = "flow"
    LENGTH = "length"
    SHARE = "share"
    CONCENTRATION = "concentration"
    ELAPSED = "elapsed"
    """Time since something began, such as the run [s]."""
    CLOCK = "clock"
    """A clock time with its zone, or a day."""
    SPAN = "span"
    """A stretch of time [s]."""
    YES = "yes"
    """Whether something is so."""
    STORAGE = "storage"
    """The id of a storage or a receiver."""
    LINK = "link"
    RECEPTOR = "receptor"
    TIER = "tier"
    ACTION = "action"
    """The id of an action or a job."""

    @property
    def numeric(self) -> bool:
        """Whether it stands on the right, and is sorted by its number."""
        return self is Sort.AMOUNT or (self.whole and self is not Sort.WHOLE)

    @property
    def whole(self) -> bool:
        """Whether what stands there is not broken into lines."""
        return self not in BROKEN


BROKEN = (Sort.TEXT, Sort.AMOUNT, Sort.YES, Sort.STORAGE, Sort.LINK, Sort.RECEPTOR, Sort.TIER, Sort.ACTION)
OF_UNIT = {"m3": Sort.VOLUME, "m3/s": Sort.FLOW, "m": Sort.LENGTH, "-": Sort.SHARE, "mg/L": Sort.CONCENTRATION}
OF_NAME = {"storage": Sort.STORAGE, "from": Sort.STORAGE, "to": Sort.STORAGE, "link": Sort.LINK, "tier": Sort.TIER,
           "action": Sort.ACTION, "receptor": Sort.RECEPTOR, "counts": Sort.YES, "controlled": Sort.YES}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column."""

    head: str
    """What programs read above it, with its unit in brackets; for people alone the key of its words."""
    of: Callable[[Row], Any]
    """What stands there, in SI."""
    sort: Sort = Sort.TEXT
    mark: Callable[[Row], str] = lambda row: ""
    """What sets a cell off, such as `bad`; whoever shows the table has looks for it."""
    title: str = ""
    """What stands above it where the catalogue has no word for it, such as a name."""
    least: float = 0.0
    """How wide it is at least, in letters; on a sheet how wide it is, and its share of a table as wide as its page."""
    most: int = 0
    """How wide it is at most, in letters; 0 for no bound."""

    @property
    def key(self) -> str:
        """Its head as a word: `peak_at_s`, `margin_share`, `limit_mg_l`."""
        unit = "share" if self.sort is Sort.SHARE else re.sub(r"\W", "_", _unit(self.head).lower())
        return "_".join(filter(None, (self.head.partition(" [")[0].replace(" ", "_"), unit)))

    def cell(self, row: Row) -> Cell:
        """What programs read in it: a number in its head's unit, ids one after the other."""
        value, unit = self.of(row), _unit(self.head)
        if unit:
            return nan if value is None else float(value) * FACTORS.get(unit, 1.0)
        if isinstance(value, tuple):
            return ";".join(map(str, value))
        return value if value is None or isinstance(value, bool | int | float) else str(value)


class Columns(tuple[Column[Row], ...]):
    """The columns of a table, from left to right."""

    __slots__ = ()

    @property
    def header(self) -> tuple[str, ...]:
        """Their heads."""
        return tuple(each.head for each in self)

    def named(self, *keys: str) -> Columns[Row]:
        """Some of them, in another order."""
        found = {each.key: each for each in self}
        return Columns(found[key] for key in keys)

    def data(self, row: Row) -> dict[str, Cell]:
        """A row by keys, as JSON knows it: None for what never was."""
        cells = ((each.key, each.cell(row)) for each in self)
        return {key: None if isinstance(cell, float) and not isfinite(cell) else cell for key, cell in cells}

    def table(self, rows: Iterable[Row], say: Callable[[str], str] = str) -> Table:
        """The table for programs; `say` puts heads that are keys into the words of whoever reads it."""
        return Table(tuple(map(say, self.header)), [[each.cell(row) for each in self] for row in rows])


Made = str | tuple[str | Sort | float | Callable[[Row], Any], ...] | Column[Row]
"""A head, alone or with what else is said of the column: what of a row stands there, its sort, its width."""


def columns(kind: type[Row] | None, *heads: Made[Row]) -> Columns[Row]:
    """Columns by their heads, of rows of a kind.

    What stands below `peak at [s]` is the row's `peak_at_s`, or `peak_s`; where it is something else, it stands beside
    the head: an attribute, or one of an attribute (`tightest.storage`: nothing without a tightest), a place in a tuple
    (`1.link`; `kind` is None then), or a function.

    Raises:
        AttributeError: rows of that kind have no such attribute.
    """
    return Columns(each if isinstance(each, Column) else _column(kind, each) for each in heads)


def placed(*heads: str | tuple[str | Sort | float, ...]) -> Columns[Sequence[Any]]:
    """Columns of rows that are sequences, by their places, with their sorts (else text) and widths.

    >>> [(each.head, str(each.sort), each.least) for each in placed("what", ("held", Sort.VOLUME), ("why", 5))]
    [('what', 'text', 0.0), ('held', 'volume', 0.0), ('why', 'text', 5)]
    """
    apart = ((each,) if isinstance(each, str) else each for each in heads)
    return Columns(_column(None, (*said, itemgetter(place), Sort.TEXT)) for place, said in enumerate(apart))


def _column(kind: type[Row] | None, made: str | tuple[str | Sort | float | Callable[[Row], Any], ...]) -> Column[Row]:
    said, *more = (made,) if isinstance(made, str) else made
    head = str(said)
    sort = next((each for each in more if isinstance(each, Sort)), _sort(head))
    least = next((each for each in more if isinstance(each, int | float)), 0.0)
    for of in more:
        if callable(of):
            return Column(head, of, sort, least=least)
    path = next((each for each in more if isinstance(each, str) and each is not sort), _attribute(head)).split(".")
    if kind is not None and not _has(kind, path[0]):
        path[0] = re.sub("_at_s$", "_s", path[0])
        if not _has(kind, path[0]):
            raise AttributeError(f"{kind.__name__} has no {path[0]}")
    return Column(head, lambda row: reduce(_part, path, row), sort, least=least)


def _has(kind: type, name: str) -> bool:
    return hasattr(kind, name) or any(name in each.__annotations__ for each in kind.__mro__[:-1])


def _part(whole: Any, name: str) -> Any:
    if whole is None:
        return None
    return whole[int(name)] if name.isdigit() else getattr(whole, name)


@cache
def _unit(head: str) -> str:
    return head.partition(" [")[2].removesuffix("]")


def _attribute(head: str) -> str:
    """What a quantity is called in the code.

    >>> _attribute("peak at [s]"), _attribute("margin [-]"), _attribute("limit [mg/L]"), _attribute("counts")
    ('peak_at_s', 'margin_share', 'limit_kg_m3', 'counts')
    """
    name, unit = head.partition(" [")[0].replace(" ", "_"), _unit(head)
    return name + (SUFFIXES.get(unit, f"_{unit}") if unit else "")


def _sort(head: str) -> Sort:
    name, unit = head.partition(" [")[0], _unit(head)
    if unit == "s":
        return Sort.ELAPSED if INSTANT.search(name) else Sort.SPAN
    return OF_UNIT.get(unit, Sort.FIGURE) if unit else OF_NAME.get(name, Sort.TEXT)
