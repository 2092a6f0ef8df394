"""Did it hold: verdicts, margins, crossings; from records alone, never from the engine."""

from sim.check.assumption import Assumed, assumed
from sim.check.judge import judge
from sim.check.judgement import Judgement
from sim.check.margin import Margin
from sim.check.tier_verdict import Crossing, TierVerdict, Verdict

__all__ = ["Assumed", "Crossing", "Judgement", "Margin", "TierVerdict", "Verdict", "assumed", "judge"]
