"""Whether one tier held, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sim.check.margin import Margin
from sim.record.event import fact


class Verdict(StrEnum):
    """What became of the accident water that reached a tier, from best to worst."""

    UNTOUCHED = "untouched"
    """No accident water reached it."""
    HELD = "held"
    """It came, and none of it left."""
    RELIEVED = "relieved"
    """It left only over controlled crossings, into the next tier's space."""
    BREACHED = "breached"
    """Some left uncontrolled."""

    @property
    def rank(self) -> int:
        """Its place from best to worst: 0 for untouched."""
        return list(Verdict).index(self)


def word(verdict: Verdict, only_uncounted: bool) -> str:
    """What a verdict is called, in a table or a picture; `sim.words` has the words.

    >>> word(Verdict.HELD, only_uncounted=True)
    'held_uncounted'
    """
    return f"{verdict}_uncounted" if only_uncounted else str(verdict)


@fact
class Crossing:
    """Accident water that left a tier over one link.

    A link from tier `a` to a later tier `b` crosses every tier from `a` to the one before `b`;
    what leads outside (receivers of kind out and ground) crosses every tier from `a` outward.
    """

    link: str
    source: str
    target: str
    """A storage or a receiver."""
    controlled: bool
    """Somebody designed it as a transfer into a storage of a later tier, to treatment or recovery."""
    volume: tuple[float, float, float, float, float]
    """Accident water by origin, in the order of `sim.park.ORIGINS` [m3]."""
    first_s: float
    last_s: float
    peak_m3_s: float

    @property
    def volume_m3(self) -> float:
        """Accident water of all origins [m3]."""
        return sum(self.volume)


@dataclass(frozen=True, slots=True)
class TierVerdict:
    """One tier: its verdict, and the figures behind it."""

    tier: str
    verdict: Verdict
    reached: tuple[Margin, ...]
    """The tier's storages accident water entered, tightest first by share of margin."""
    peak_m3: float
    """Highest total volume in counted storages accident water had entered by then [m3]."""
    peak_at_s: float
    """NaN when none was entered, or nobody knows: some do not count, and there is no trace."""
    escapes: tuple[Crossing, ...]
    """Uncontrolled crossings, the first in time first."""
    transfers: tuple[Crossing, ...]
    """Controlled crossings, the first in time first."""
    tightest: Margin | None
    """Of the reached storages that count the one with the smallest share of margin: of those whose overflow
    would leave the tier uncontrolled, else of those that overflow inside it; None when there is none."""
    uncounted_m3: float = 0.0
    """Accident water that would have left it, too, were there no space that does not count [m3]."""
    beside: tuple[Margin, ...] = ()
    """The storages that do not count and were reached, its own and those of the tiers before it."""
    tightest_of_all: Margin | None = None
    """What `tightest` would be were all space counted."""

    @property
    def usable_m3(self) -> float:
        """Usable room of the reached storages that count as emergency space [m3]."""
        return sum(each.usable_m3 for each in self.reached if each.counts)

    @property
    def only_uncounted(self) -> bool:
        """Whether it was not breached only because of space that does not count."""
        return not self.escapes and self.uncounted_m3 > 0

    @property
    def word(self) -> str:
        """What its verdict is called: the verdict, and whether space that does not count is behind it."""
        return word(self.verdict, self.only_uncounted)

    @property
    def escaped_m3(self) -> float:
        """Accident water that left uncontrolled [m3]."""
        return sum(each.volume_m3 for each in self.escapes)

    @property
    def transferred_m3(self) -> float:
        """Accident water that left controlled [m3]."""
        return sum(each.volume_m3 for each in self.transfers)

    @property
    def first_escape(self) -> Crossing | None:
        """The uncontrolled crossing that began first; None when the tier was not breached."""
        return self.escapes[0] if self.escapes else None

    @property
    def margin_m3(self) -> float:
        """What was left, or lacking: less the escaped volume when breached, else less what stood in space
        that does not count, else the room left in the tightest storage; NaN when none that counts was reached [m3]."""
        if self.escapes:
            return -self.escaped_m3
        if self.only_uncounted:
            return -self.uncounted_m3
        return self.tightest.margin_m3 if self.tightest else float("nan")

    @property
    def margin_of_all_m3(self) -> float:
        """What the margin would be were all space counted [m3]."""
        if self.escapes:
            return -self.escaped_m3
        return self.tightest_of_all.margin_m3 if self.tightest_of_all else float("nan")

    @property
    def margin_share(self) -> float:
        """The margin as a share of the tightest storage's room; where water is lacking room, of the usable
        room of the reached storages; NaN when there is nothing to compare with [-]."""
        if self.escapes or self.only_uncounted:
            return self.margin_m3 / self.usable_m3 if self.usable_m3 > 0 else float("nan")
        return self.tightest.margin_share if self.tightest else float("nan")
