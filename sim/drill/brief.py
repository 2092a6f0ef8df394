"""What a document says of the run behind an incident, for people who will never see the run."""

from __future__ import annotations

from dataclasses import dataclass

from sim.check import Assumed, TierVerdict, assumed
from sim.drill.run_of import RunOf
from sim.park import Name


@dataclass(frozen=True, slots=True)
class Brief:
    """The incident in words, how it ends if everything is done as planned, and what is only assumed of it."""

    description: Name
    product: Name
    spilt_m3: float
    """Product that is released [m3]."""
    tiers: tuple[TierVerdict, ...]
    """From the inside out."""
    assumed: Assumed

    @classmethod
    def of(cls, run: RunOf) -> Brief:
        """That of a run."""
        scenario = run.scenario
        found = assumed(run.park, scenario, run.result.record)
        tiers = run.result.verdict.tiers
        return cls(scenario.description, scenario.product.name, scenario.spilt_m3, tiers, found)
