"""How much of a storage was used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
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

    @property
    def margin_m3(self) -> float:
        """Room left at the peak below crest and freeboard; negative when freeboard was used or more."""
        return self.gross_m3 - self.dead_m3 - self.freeboard_m3 - self.peak_m3

    @property
    def margin_share(self) -> float:
        """The same as a share of what it can hold below its freeboard [-]."""
        room = self.gross_m3 - self.dead_m3 - self.freeboard_m3
        return self.margin_m3 / room if room > 0 else 0.0
