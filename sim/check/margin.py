"""How much of a storage was used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import nan

from sim.park import Because, Name, Park, Storage
from sim.record.event import fact
from sim.record.record import Record


@fact
class Margin:
    """A storage's room beside what the run put into it; volumes in m3, times in s, NaN for never."""

    storage: str
    tier: str
    counts: bool
    """Whether it counts as emergency space."""
    gross_m3: float
    """Volume to its crest."""
    dead_m3: float
    freeboard_m3: float
    occupied_m3: float
    """What stood in it at the start of the run."""
    usable_m3: float
    """Gross less dead, freeboard and occupied; never negative."""
    peak_m3: float
    """Highest volume in it, of all water."""
    peak_at_s: float
    full_at_s: float
    """First time at the crest."""
    full_for_s: float
    reached_at_s: float
    """First time accident water entered; NaN for never."""
    raised_m3: float = 0.0
    """What fitted in besides because its crest stood raised at the peak."""
    allowed_m: float = nan
    """The highest level allowed, over its floor; NaN where none is written [m]."""
    because: Because | Name | None = None
    """Why no more is allowed."""

    @property
    def margin_m3(self) -> float:
        """Room left at the peak below crest and freeboard; negative when freeboard was used or more."""
        return self._room_m3 - self.peak_m3

    @property
    def _room_m3(self) -> float:
        return self.gross_m3 + self.raised_m3 - self.dead_m3 - self.freeboard_m3

    @property
    def margin_share(self) -> float:
        """The same as a share of what it can hold below its freeboard [-]."""
        return self.margin_m3 / self._room_m3 if self._room_m3 > 0 else 0.0


def margins(park: Park, record: Record, places: Sequence[int] | None = None) -> tuple[Margin, ...]:
    """Every storage's margin, in the order of the record; or those at some places of it only."""
    seen = record.storages
    chosen = list(range(len(seen.ids)) if places is None else places)
    occupied = seen.initial[chosen].sum(axis=1).tolist()
    rows = seen.some(chosen, "peak_m3", "peak_at_s", "full_at_s", "full_for_s", "reached_at_s")
    found = tuple(_margin(park.storages[seen.ids[place]], stood_m3, *row)
                  for place, stood_m3, row in zip(chosen, occupied, rows, strict=True))  # fmt: skip
    raised = _raised(record)
    if not raised:
        return found
    return tuple(replace(each, raised_m3=raised[each.storage]) if each.storage in raised else each for each in found)


def _raised(record: Record) -> dict[str, float]:
    """Storages whose crest stood raised when they were fullest, and by how much [m3]."""
    if not any(each.raised_m3 for each in record.states):
        return {}
    source = dict(zip(record.links.ids, record.links.sources, strict=True))
    peak_at_s = dict(zip(record.storages.ids, record.storages.peak_at_s.tolist(), strict=True))
    return {source[each.link]: each.raised_m3 for each in record.states if each.at_s <= peak_at_s[source[each.link]]}


def _margin(
    storage: Storage,
    occupied_m3: float,
    peak_m3: float,
    peak_at_s: float,
    full_at_s: float,
    full_for_s: float,
    reached_at_s: float,
) -> Margin:
    """One storage's room beside what was seen of it."""
    return Margin(
        storage=storage.id,
        tier=storage.tier,
        counts=storage.counts,
        gross_m3=storage.capacity_m3,
        dead_m3=storage.dead_m3,
        freeboard_m3=storage.freeboard_m3,
        occupied_m3=occupied_m3,
        usable_m3=max(storage.allowed_m3 - occupied_m3, 0),
        peak_m3=peak_m3,
        peak_at_s=peak_at_s,
        full_at_s=full_at_s,
        full_for_s=full_for_s,
        reached_at_s=reached_at_s,
        allowed_m=storage.allowed.level_m if storage.allowed else nan,
        because=storage.allowed.because if storage.allowed else None,
    )
