"""What became of the tiers at one spot of a sweep, and where it turns from one spot to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sim.ensemble.player import TierOutcome

FAILED = "failed"
"""Stands for a verdict where the values do not fit together."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The run with some values of what is swept."""

    at: tuple[float, ...]
    """The value of each quantity [SI]."""
    tiers: tuple[TierOutcome, ...]
    """Inside out; none when it failed."""
    failed: str = ""
    """Why it could not be played; empty when it could."""

    @property
    def words(self) -> tuple[str, ...]:
        """The verdict of each tier; none when it failed."""
        return tuple(each.word for each in self.tiers)

    def word(self, tier: int) -> str:
        """The verdict of a tier."""
        return self.tiers[tier].word if self.tiers else FAILED

    @property
    def reached(self) -> int:
        """How many tiers water broke out of, counted to the outermost; 0 for none, -1 when it failed."""
        if not self.tiers:
            return -1
        return max((k + 1 for k, each in enumerate(self.tiers) if each.breached), default=0)

    def breached(self, tier: int) -> bool:
        """Whether a tier was breached."""
        return bool(self.tiers) and self.tiers[tier].breached


@dataclass(frozen=True, slots=True)
class Flip:
    """Where some verdict turns: two runs next to each other, which differ in one quantity."""

    edge: tuple[int, int]
    """The spot of the grid that it lies behind, and which quantity grows from there."""
    before: Spot
    after: Spot

    def turns(self, of: Callable[[Spot], object]) -> bool:
        """Whether something of a spot is another one behind it."""
        return of(self.before) != of(self.after)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Spots in a row at which a tier has one verdict."""

    word: str
    first: Spot
    last: Spot


def stretches(tier: int, spots: Iterable[Spot]) -> list[Stretch]:
    """What becomes of a tier along a row of spots."""
    found: list[Stretch] = []
    for spot in spots:
        word = spot.word(tier)
        if found and found[-1].word == word:
            found[-1] = Stretch(word, found[-1].first, spot)
        else:
            found.append(Stretch(word, spot, spot))
    return found
