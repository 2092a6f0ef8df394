"""Tables of a search for breaches that hardly ever happen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path

from sim.ensemble.findings import failures_table
from sim.ensemble.player import Point
from sim.ensemble.rare.chance import Chance
from sim.ensemble.rare.curve import NEARNESS, curve_of, reached
from sim.ensemble.rare.search import Found, Rare
from sim.ensemble.rare.takes import RareFindings, Takes
from sim.ensemble.shards import unit_of
from sim.errors import InputError
from sim.load.suggest import hint
from sim.message import Message, about
from sim.park import Uncertain
from sim.record.column import Columns, columns
from sim.record.table import Cell, Table, read_table


@dataclass(frozen=True, slots=True)
class Row:
    """One level, as people and programs read it."""

    level: int
    """Counted from 0, which is all runs."""
    tier: str
    """That it hangs on; empty where it is all runs, or those in which water came anywhere."""
    left_m3: float
    """The room that its runs all have less than left there; less than nothing has left it [m3]."""
    chance: Chance
    """To come as near."""
    found: Found

    @property
    def further(self) -> int:
        """How many of its runs make the next level, or breached the tier."""
        return int(self.found.counted.inside.sum())


def rows_of(rare: Rare) -> list[Row]:
    """The levels, from all runs to those nearest to a breach."""
    rows = []
    for number, found in enumerate(rare.levels):
        bound = found.level.bound if found.level else None
        hangs = bound is not None and bound.rank >= 0
        rows.append(Row(number, rare.player.tiers[bound.rank] if bound and hangs else "",
                        -bound.over_m3 if bound and hangs else nan, reached(rare, number), found))  # fmt: skip
    return rows


LEVELS: Columns[Row] = columns(
    None, "level", "tier", ("left less than [m3]", "left_m3"),
    ("chance to come as near [-]", "chance.share"), ("at least [-]", "chance.low"), ("at most [-]", "chance.high"),
    ("runs", "found.counted.of"), ("nearer", "further"),
    ("nearer [-]", "found.counted.share"), ("played", "found.played"), ("near with the same lots", "found.kept.0"),
    ("played with the same lots", "found.kept.1"), ("near with other lots", "found.redrawn.0"),
    ("played with other lots", "found.redrawn.1"),
)  # fmt: skip
"""A row for every level."""
CHANCE: Columns[Rare] = columns(
    None, "tier", ("breached [-]", "chance.share"), ("at least [-]", "chance.low"), ("at most [-]", "chance.high"),
    ("spread [-]", "chance.spread"), ("played", "played"), ("plain runs for as much", "chance.plain_runs"),
    ("ended", "end"),
)  # fmt: skip
"""The answer; an empty cell is nothing that so many runs can tell."""
TAKES: Columns[Takes] = columns(
    None, ("number", "uncertain.path"), ("unit", lambda each: unit_of(each.uncertain)), ("shift [-]", "shift"),
    ("mean where breached", "breached"), ("mean elsewhere", "others"), ("basis", "uncertain.basis"),
    ("distribution", "uncertain.text"),
)  # fmt: skip
"""A row for every number that is other where the tier is breached."""


def _head(uncertain: Sequence[Uncertain]) -> tuple[str, ...]:
    numbers = (f"{each.path} [{unit_of(each)}]" for each in uncertain)
    return ("run", "times", "lots", "escaped [m3]", "off the middle [-]", *numbers)


def breached_table(found: RareFindings) -> Table:
    """A row for every run that breached the tier in the last level, the likeliest first."""
    rows: list[list[Cell]] = [
        [state.run.index, times, state.run.lots, state.near.over_m3, float(state.scores @ state.scores) ** 0.5,
         *state.run.numbers]
        for state, times in found.breached
    ]  # fmt: skip
    return Table(_head(found.rare.player.uncertain), rows)


def read_breached(path: Path, index: int, uncertain: Sequence[Uncertain]) -> Point:
    """One of these runs.

    Raises:
        InputError: the table has no such run, or is not of a scenario with these uncertain numbers.
    """
    head = _head(uncertain)
    rows = {row[0]: row for row in read_table(path, head)}
    row = rows.get(str(index))
    if row is None:
        raise InputError(about(path, Message("has no run {index}; {hint}", index=index, hint=hint(str(index), rows))))
    return Point(index, tuple(map(float, row[-len(uncertain) :] if uncertain else ())), int(row[2]))


def tables_of(found: RareFindings) -> dict[str, Table]:
    """All of them, by the names of their files."""
    rare = found.rare
    return {"chance.csv": CHANCE.table([rare]), "levels.csv": LEVELS.table(rows_of(rare)),
            "nearness.csv": NEARNESS.table(curve_of(rare)), "takes.csv": TAKES.table(found.takes),
            "breached.csv": breached_table(found),
            "failed.csv": failures_table([(each.index, each.lots, each.failed) for each in rare.failed])}  # fmt: skip
