"""Everything a run leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sim.record.event import Event
from sim.record.state import State

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class StorageRecord:
    """Per storage, in the order of `ids`; volumes [m3], times [s], NaN for never."""

    ids: tuple[str, ...]
    initial: Floats
    """Volume at the start by origin, shape (storages, 6)."""
    final: Floats
    """Volume at the end by origin, shape (storages, 6)."""
    peak_m3: Floats
    peak_at_s: Floats
    full_at_s: Floats
    """First time at the crest."""
    full_for_s: Floats
    """Time spent at or above the crest."""
    reached_at_s: Floats
    """First time accident water entered."""


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """Per link, in the order of `ids`, one more for each storage's spill onto the ground.

    Those spills are named `STORAGE>ground`, with source STORAGE and target `ground`.
    """

    ids: tuple[str, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    passed: Floats
    """What entered the link by origin, shape (links, 6) [m3]."""
    travelling: Floats
    """What is in it at the end by origin, shape (links, 6) [m3]."""
    accident_m3: Floats
    """Accident water among `passed`: product, fire and process water, and what is mixed with product."""
    accident: Floats
    """The same by origin, shape (links, 6)."""
    accident_from_s: Floats
    """First time accident water passed, NaN for never [s]."""
    accident_until_s: Floats
    """Last time accident water passed, NaN for never [s]."""
    peak_accident_m3_s: Floats
    peak_m3_s: Floats


@dataclass(frozen=True, slots=True)
class TierRecord:
    """Per tier, inside out: the storages accident water entered, added up over time."""

    ids: tuple[str, ...]
    peak_m3: Floats
    """Highest total volume in the storages accident water had entered by then [m3]."""
    peak_at_s: Floats


class _Keeping:
    """Keeps what is found of it once, beside its slots."""


@dataclass(frozen=True, slots=True)
class Trace(_Keeping):
    """Exact breakpoints: between two of a storage its volumes are linear in time.

    Rows are in the order they were settled; `storage` and `link` index the ids of the records.
    """

    storage: Ints
    storage_at_s: Floats
    volume: Floats
    """By origin, shape (rows, 6) [m3]."""
    inflow_m3_s: Floats
    """From this row on."""
    outflow_m3_s: Floats
    """From this row on."""
    link: Ints
    link_at_s: Floats
    flow: Floats
    """Rate entering the link by origin from this row on, shape (rows, 6) [m3/s]."""

    @cached_property
    def in_order(self) -> Trace:
        """The same rows storage by storage and link by link, those of each in their order."""
        storages, links = _order(self.storage), _order(self.link)
        return Trace(
            self.storage.take(storages), self.storage_at_s.take(storages), self.volume.take(storages, axis=0),
            self.inflow_m3_s.take(storages), self.outflow_m3_s.take(storages),
            self.link.take(links), self.link_at_s.take(links), self.flow.take(links, axis=0),
        )  # fmt: skip

    @cached_property
    def storage_spans(self) -> Mapping[int, slice]:
        """Where the rows of each storage that has some stand when they are in order."""
        return _spans(self.in_order.storage)

    @cached_property
    def link_spans(self) -> Mapping[int, slice]:
        """Where the rows of each link that has some stand when they are in order."""
        return _spans(self.in_order.link)


def _order(which: Ints) -> Ints:
    """Where the numbers stand, from the smallest on, equal ones in their order; small ones are sorted by their digits,
    which takes a tenth of the time."""
    small = len(which) == 0 or which.max() <= np.iinfo(np.int16).max
    return np.argsort(which.astype(np.int16) if small else which, kind="stable")


def _spans(which: Ints) -> dict[int, slice]:
    """From where until where each number stands among ascending ones."""
    firsts = np.flatnonzero(np.diff(which, prepend=-1))
    edges = [*firsts.tolist(), len(which)]
    return {number: slice(*edge) for number, edge in zip(which[firsts].tolist(), pairwise(edges), strict=True)}


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where every cubic metre came from and went, by origin, each shape (6,) [m3]."""

    sources: Floats
    corrected: Floats
    """What was measured beyond what was expected, less what was missing."""
    initial: Floats
    stored: Floats
    travelling: Floats
    treated: Floats
    recovered: Floats
    out: Floats
    """Outside the park, the ground included."""

    @property
    def error_m3(self) -> Floats:
        """What does not add up, by origin."""
        gone = self.stored + self.travelling + self.treated + self.recovered + self.out
        return self.sources + self.corrected + self.initial - gone

    @property
    def error_share(self) -> float:
        """The worst error as a share of all water [-]."""
        total = float((self.sources + np.abs(self.corrected) + self.initial).sum())
        return float(np.abs(self.error_m3).max() / total) if total else 0.0


@dataclass(frozen=True, slots=True)
class Record:
    """One run, whole; a verdict needs this, the park and the scenario, and nothing else."""

    park: str
    scenario: str
    horizon_s: float
    storages: StorageRecord
    links: LinkRecord
    tiers: TierRecord
    ledger: Ledger
    events: tuple[Event, ...]
    trace: Trace | None = None
    """None when the run was made without one."""
    states: tuple[State, ...] = ()
    """How links and crests stood, from change to change; before, they are as the files have them."""
    inflows: dict[str, float] = field(default_factory=dict)
    """What each inflow brought [m3]."""
    kernel_events: int = 0
