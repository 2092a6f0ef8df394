"""Many runs: deadlines, limits, space, faults, return periods; each found by re-running, proved on either side."""

from sim.study.deadlines import Deadline, deadlines
from sim.study.faults import Broken, FaultTable, fault_table
from sim.study.limits import Limit, Load, limits
from sim.study.periods import GivesWay, Played, ReturnPeriods, Storms, return_periods
from sim.study.space import Space, spaces

__all__ = [
    "Broken", "Deadline", "FaultTable", "GivesWay", "Limit", "Load", "Played", "ReturnPeriods", "Space", "Storms",
    "deadlines", "fault_table", "limits", "return_periods", "spaces",
]  # fmt: skip
