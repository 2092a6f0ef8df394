"""Where a run takes place: a state to run in, and how everything stands in it at rest.

Seats are kept for the next run. A park that differs from the compiled one in a few numbers lays these into a seat of
its own kind, which whoever differs in the same places can use after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.water.handle import Handle, handle_of
from sim.water.records import Ints, State, joined

OWN = (
    "storages", "links", "tiers", "clock", "watches", "used", "marked", "queue", "places",
    "told_storages", "told_links", "totals",
)  # fmt: skip
"""Arrays that a run writes into; what never changes is shared with the state at rest."""
Key = tuple[tuple[str, bytes], ...]
"""Which rows of which arrays are others."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Rows of arrays at rest that are others than in the park that was compiled."""

    rows: Mapping[str, tuple[Ints, Any]]
    """By array the places, and what stands there."""
    storages: Sequence[int]
    """Storages that may wake at the start now, or no more, ascending."""

    @property
    def key(self) -> Key:
        """Which rows they are."""
        return tuple((name, places.tobytes()) for name, (places, _) in self.rows.items())


@dataclass(slots=True)
class Seat:
    """A state to run in, and how everything stands in it at rest."""

    state: State
    handle: Handle
    rest: State
    rest_handle: Handle

    @classmethod
    def of(cls, rest: State, rest_handle: Handle, patch: Patch | None = None) -> Seat:
        """A new one; of the arrays at rest that will be patched it has its own, with room for what comes behind."""
        if patch:
            ends = {name: int(places.max()) + 1 for name, (places, _) in patch.rows.items()}
            rest = rest._replace(**{name: _own(getattr(rest, name), end) for name, end in ends.items()})
            rest_handle = handle_of(rest)
        state = rest._replace(**{name: getattr(rest, name).copy() for name in OWN})
        return cls(state, handle_of(state), rest, rest_handle)

    def lay(self, patch: Patch) -> None:
        """Write a patch into both states, which are at rest."""
        for name, (places, rows) in patch.rows.items():
            whole = _whole(rows)
            for state in (self.rest, self.state) if name in OWN else (self.rest,):
                _whole(getattr(state, name))[places] = whole


def _whole(rows: Any) -> Any:
    """The same rows each in one piece: to copy them field by field takes ten times as long."""
    return rows.view(np.ndarray).view(f"V{rows.itemsize}")


def _own(rows: Any, end: int) -> Any:
    """A copy, of at least so many rows."""
    more = np.zeros(max(end - len(rows), 0), rows.dtype)
    return joined([rows, more])
