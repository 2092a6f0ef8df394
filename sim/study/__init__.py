"""Many runs: deadlines, limits, extra space, faults; each found by re-running, proved on either side."""

from sim.study.deadlines import Deadline, deadlines
from sim.study.faults import Broken, FaultTable, fault_table
from sim.study.limits import Limit, Load, limits
from sim.study.space import Space, spaces

__all__ = [
    "Broken", "Deadline", "FaultTable", "Limit", "Load", "Space", "deadlines", "fault_table", "limits", "spaces",
]  # fmt: skip
