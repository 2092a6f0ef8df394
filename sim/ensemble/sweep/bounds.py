"""Up to which value of one quantity something is so, whatever the other one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sim.ensemble.sweep.spot import Flip, Spot
from sim.ensemble.sweep.sweep import Sweep

IsSo = Callable[[Spot], bool]


@dataclass(frozen=True, slots=True)
class Bound:
    """Something is so on one side of a value of a quantity, whatever the other is."""

    axis: int
    value: float
    """The last at which it is known to be so [SI]."""
    below: bool
    """Whether it is so up to the value, and not from it on."""


def bounds(sweep: Sweep, is_so: IsSo) -> list[Bound]:
    """Where something is so on a whole side of the map; nothing where it is so everywhere or nowhere."""
    found = []
    for axis in range(len(sweep.axes)):
        count = len(sweep.axes[axis].values)
        bad = [place for place in range(count) if not all(is_so(spot) for spot in _line(sweep, axis, place))]
        if not bad:
            return []
        if bad[0] > 0:
            ends = [flip.before.at[axis] for flip in _flips(sweep, axis, bad[0] - 1, is_so, now=True)]
            found.append(Bound(axis, min(ends), below=True))
        if bad[-1] < count - 1:
            ends = [flip.after.at[axis] for flip in _flips(sweep, axis, bad[-1], is_so, now=False)]
            found.append(Bound(axis, max(ends), below=False))
    return found


def _place(sweep: Sweep, axis: int, k: int) -> int:
    """Which value of a quantity a spot of the grid has."""
    return k // sweep.wide if axis else k % sweep.wide


def _line(sweep: Sweep, axis: int, place: int) -> list[Spot]:
    """All spots of the grid with one value of a quantity."""
    return [spot for k, spot in enumerate(sweep.spots) if _place(sweep, axis, k) == place]


def _flips(sweep: Sweep, axis: int, place: int, is_so: IsSo, now: bool) -> list[Flip]:
    """Where it ceases to be so, or begins to be, between one value of the grid and the next."""
    return [flip for flip in sweep.flips if flip.edge[1] == axis and _place(sweep, axis, flip.edge[0]) == place
            and is_so(flip.before) is now and is_so(flip.after) is not now]  # fmt: skip
