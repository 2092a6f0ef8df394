"""The answer of a run: every tier's verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from sim.check.margin import Margin
from sim.check.tier_verdict import TierVerdict, Verdict


@dataclass(frozen=True)
class Judgement:
    """Every tier's verdict, from the inside out, and every storage's margin."""

    tiers: tuple[TierVerdict, ...]
    find: Callable[[], tuple[Margin, ...]] = field(compare=False, repr=False)
    """Finds the margins; a verdict hangs on those only that accident water reached."""

    @cached_property
    def storages(self) -> tuple[Margin, ...]:
        """Every storage's margin, in the order of the record."""
        return self.find()

    @property
    def breached(self) -> bool:
        """Whether some tier was breached."""
        return any(each.verdict is Verdict.BREACHED for each in self.tiers)

    def tier(self, id: str) -> TierVerdict:
        """The verdict on one tier.

        Raises:
            KeyError: there is no such tier.
        """
        for each in self.tiers:
            if each.tier == id:
                return each
        raise KeyError(id)
