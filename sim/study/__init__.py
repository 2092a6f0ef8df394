"""Many runs: deadlines, limits, space, faults, return periods, each proved on either side; and the time after."""

from sim.study.deadlines import Deadline, Stands, deadlines
from sim.study.deciding import deciding, nearest, pressing
from sim.study.faults import Broken, FaultTable, fault_table
from sim.study.limits import Limit, Load, limits
from sim.study.periods import GivesWay, Played, ReturnPeriods, Storms, return_periods
from sim.study.recovery import Emptied, Recovery, Room, recovery
from sim.study.space import Space, spaces

__all__ = [
    "Broken", "Deadline", "Emptied", "FaultTable", "GivesWay", "Limit", "Load", "Played", "Recovery", "ReturnPeriods",
    "Room", "Space", "Stands", "Storms", "deadlines", "deciding", "fault_table", "limits", "nearest", "pressing",
    "recovery", "return_periods", "spaces",
]  # fmt: skip
