"""The answer of a run: every tier's verdict."""

from __future__ import annotations

from dataclasses import dataclass

from sim.check.margin import Margin
from sim.check.tier_verdict import TierVerdict, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """Every tier's verdict, from the inside out, and every storage's margin in the order of the record."""

    tiers: tuple[TierVerdict, ...]
    storages: tuple[Margin, ...]

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
