"""What a park and its scenarios do not say, what runs assume meanwhile, and how much a verdict hangs on it."""

from sim.study.gaps.find import gaps_of, scenario_gaps
from sim.study.gaps.gap import Gap, GapSort, Value, Whom
from sim.study.gaps.rank import Effect, Hangs, Ranked, ranked

__all__ = ["Effect", "Gap", "GapSort", "Hangs", "Ranked", "Value", "Whom", "gaps_of", "ranked", "scenario_gaps"]
