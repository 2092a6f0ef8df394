"""Many runs: deadlines, limits, extra space, faults, each proved on either side; and the time after an accident."""

from sim.study.deadlines import Deadline, deadlines
from sim.study.faults import Broken, FaultTable, fault_table
from sim.study.limits import Limit, Load, limits
from sim.study.recovery import Emptied, Recovery, Room, recovery
from sim.study.space import Space, spaces

__all__ = [
    "Broken", "Deadline", "Emptied", "FaultTable", "Limit", "Load", "Recovery", "Room", "Space", "deadlines",
    "fault_table", "limits", "recovery", "spaces",
]  # fmt: skip
