"""Tables of sweeps: a row a spot and tier, a turn of a tier's verdict, a run that could not be played."""

from __future__ import annotations

from collections.abc import Iterator
from math import nan

from sim.ensemble.shards import unit_of
from sim.ensemble.sweep.axis import Axis
from sim.ensemble.sweep.chances import Chances
from sim.ensemble.sweep.spot import FAILED, Flip
from sim.ensemble.sweep.sweep import Sweep
from sim.record.table import Cell, Table

OF_TIER = (0, 2, 3, 4)
"""Of what became of a tier, the fields that are told."""
POINTS = ("verdict", "escaped [m3]", "first escape at [s]", "margin [m3]")
CHANCES = ("runs", "breached", "breached [-]", "at least [-]", "at most [-]", "escaped mean [m3]")


def sweep_tables(sweep: Sweep) -> dict[str, Table]:
    """Every table of a sweep, by the name of its file."""
    rows: list[list[Cell]] = [
        [*spot.at, tier, *((spot.tiers[k][i] for i in OF_TIER) if spot.tiers else (FAILED, nan, nan, nan))]
        for spot in sweep.spots for k, tier in enumerate(sweep.tiers)
    ]  # fmt: skip
    failed: list[list[Cell]] = [[*spot.at, spot.failed] for spot in sweep.spots if spot.failed]
    heads = [_head(axis) for axis in sweep.axes]
    return {"points.csv": Table((*heads, "tier", *POINTS), rows), "flips.csv": _flips(sweep),
            "failed.csv": Table((*heads, "why"), failed)}  # fmt: skip


def chances_tables(chances: Chances) -> dict[str, Table]:
    """Every table of a sweep with draws, by the name of its file."""
    rows: list[list[Cell]] = [
        [*spot.at, tier, each.of, each.count, each.share, each.low, each.high, mean_m3] for spot in chances.spots
        for tier, each, mean_m3 in zip(chances.tiers, spot.breaches, spot.escaped_mean_m3, strict=True)
    ]  # fmt: skip
    failed: list[list[Cell]] = [[*spot.at, index, why] for spot in chances.spots for index, why in spot.failed]
    heads = [_head(axis) for axis in chances.axes]
    tables = {"chances.csv": Table((*heads, "tier", *CHANCES), rows),
              "failed.csv": Table((*heads, "run", "why"), failed)}  # fmt: skip
    return tables | ({"borders.csv": _borders(chances)} if chances.borders else {})


def _borders(chances: Chances) -> Table:
    """A row for every tier, chance and end of the range from which on a breach is less likely; one that names no end
    where it is so at neither."""
    axis, = chances.axes
    heads = [_head(axis, which) for which in ("", " surely", " surely not")]
    rows: list[list[Cell]] = []
    for each in chances.borders:
        ends = [(name, side) for name, side in (("least", each.up), ("most", each.down)) if side.value is not None]
        rows += [[each.tier, each.chance, name, *map(_number, (side.value, side.sure, side.over))]
                 for name, side in ends]  # fmt: skip
        rows += [] if ends else [[each.tier, each.chance, "none", nan, nan, nan]]
    return Table(("tier", "chance [-]", "safe end", *heads), rows)


def _number(value: float | None) -> float:
    """NaN, an empty cell, for none."""
    return nan if value is None else value


def _head(axis: Axis, which: str = "") -> str:
    """What stands above the values of a quantity."""
    return f"{axis.path}{which} [{unit_of(axis.number)}]"


def _flips(sweep: Sweep) -> Table:
    """A row for every tier whose verdict turns between two runs, with the values of both."""
    heads = [_head(axis, which) for axis in sweep.axes for which in (" before", " after")]
    return Table(("tier", "from", "to", *heads), [row for flip in sweep.flips for row in _rows(sweep, flip)])


def _rows(sweep: Sweep, flip: Flip) -> Iterator[list[Cell]]:
    values = [value for pair in zip(flip.before.at, flip.after.at, strict=True) for value in pair]
    for k, tier in enumerate(sweep.tiers):
        before, after = flip.before.word(k), flip.after.word(k)
        if before != after:
            yield [tier, before, after, *values]
