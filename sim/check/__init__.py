"""Did it hold: verdicts, margins, crossings, warnings; from records alone, never from the engine."""

from sim.check.assumption import Assumed, assumed
from sim.check.beside import Balance, Beside, beside, plants_hit
from sim.check.downstream import Arrival, Downstream, downstream
from sim.check.fill_time import FillTime, FillTimes, fill_times
from sim.check.judge import judge
from sim.check.judgement import Judgement
from sim.check.margin import Margin
from sim.check.outcome import Outcome, outcomes
from sim.check.phase import Phase, phases, uncounted_since_s, verdict_by
from sim.check.tier_verdict import Crossing, TierVerdict, Verdict, word
from sim.check.warning import Warning, warnings

__all__ = [
    "Arrival", "Assumed", "Balance", "Beside", "Crossing", "Downstream", "FillTime", "FillTimes", "Judgement",
    "Margin", "Outcome", "Phase", "TierVerdict", "Verdict", "Warning", "assumed", "beside", "downstream", "fill_times",
    "judge", "outcomes", "phases", "plants_hit", "uncounted_since_s", "verdict_by", "warnings", "word",
]  # fmt: skip
