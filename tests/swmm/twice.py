"""Networks that are written twice by hand: in our words, and in SWMM's own elements, never through `sim/exchange`."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from sim.engine import play
from sim.errors import KernelError
from sim.park import Park
from sim.scenario import Scenario
from tests.exchange.compare import run_swmm
from tests.water.by_hand import Seen

HEAD = """\
[OPTIONS]
FLOW_UNITS CMS
FLOW_ROUTING DYNWAVE
LINK_OFFSETS DEPTH
MIN_SLOPE 0
ALLOW_PONDING NO
SKIP_STEADY_STATE NO
START_DATE 01/01/2025
START_TIME 00:00:00
REPORT_START_DATE 01/01/2025
REPORT_START_TIME 00:00:00
END_DATE {day:%m/%d/%Y}
END_TIME {day:%H:%M:%S}
REPORT_STEP 00:00:{report_s:02d}
ROUTING_STEP {step_s}
VARIABLE_STEP 0.75
MINIMUM_STEP 0.1
RULE_STEP 00:00:00
MAX_TRIALS 20
HEAD_TOLERANCE 0.00001
THREADS 1
[REPORT]
NODES ALL
LINKS ALL
"""
FLOODED = "flooded "
"""Before the name of a storage: what it loses over its top."""
SEEN_M3_S = 1e-4
"""From this flow on a way counts as passing water [m3/s]."""


@dataclass(frozen=True)
class Twice:
    """A park and a scenario beside the text of a SWMM file, whose storages have the same names."""

    park: Park
    scenario: Scenario
    inp: str
    ways: dict[str, str] = field(default_factory=dict)
    """Of our links, or walls as STORAGE>wall, what is the same in SWMM: a link, or `flooded STORAGE`."""
    name: str = ""
    step_s: float = 1.0
    report_s: int = 2

    @cached_property
    def text(self) -> str:
        """The whole file."""
        from datetime import datetime, timedelta

        ends = datetime(2025, 1, 1) + timedelta(seconds=self.scenario.horizon_s)
        return HEAD.format(day=ends, step_s=self.step_s, report_s=self.report_s) + self.inp

    @cached_property
    def theirs(self):
        """What SWMM reports."""
        return run_swmm(self.text, [*self.park.storages, *self.ways.values()])

    @cached_property
    def ours(self) -> Seen:
        """What we make of it."""
        try:
            return Seen(self.park, play(self.park, self.scenario))
        except KernelError as error:
            error.add_note(f"in network {self.name}")
            raise

    @property
    def inflow_m3(self) -> float:
        """All that flows in."""
        return sum(each.volume_m3(self.scenario.horizon_s) for each in self.scenario.inflows)

    def peaks_m3(self, id):
        """The largest volume of a storage here and there [m3]."""
        return self.ours.of("peak_m3", id), float(self.theirs[f"volume {id}"].max())

    def peak_apart(self, id) -> float:
        """SWMM's peak less ours [% of capacity]."""
        ours, theirs = self.peaks_m3(id)
        return (theirs - ours) / self.park.storages[id].holds_m3 * 100

    def rate_m3_s(self, way):
        """What a way passes in SWMM at every time it reports [m3/s]."""
        name = self.ways[way]
        return self.theirs[name if name.startswith(FLOODED) else f"flow {name}"]

    def passed_m3(self, way):
        """What passed a way in all, here and there [m3]."""
        theirs = float(np.trapezoid(self.rate_m3_s(way), self.theirs["at_s"]))
        return self.ours.passed(way), theirs

    def passed_apart(self, way) -> float:
        """SWMM's volume over a way less ours [% of inflow]."""
        ours, theirs = self.passed_m3(way)
        return (theirs - ours) / self.inflow_m3 * 100

    def first_s(self, way):
        """When a way first passed water, here and there [s]; inf for never."""
        trace = self.ours.record.trace
        rows = trace.link == self.ours.record.links.ids.index(way)
        ours = trace.link_at_s[rows][trace.flow[rows].sum(axis=1) > SEEN_M3_S]
        theirs = self.theirs["at_s"][self.rate_m3_s(way) > SEEN_M3_S]
        return tuple(float(each[0]) if len(each) else float("inf") for each in (ours, theirs))

    def first_apart(self, way) -> float:
        """How much later it was in SWMM [min]; 0 where it never was."""
        ours, theirs = self.first_s(way)
        return 0.0 if ours == theirs else (theirs - ours) / 60

    def volumes_m3(self, id, times_s):
        """What stands in a storage at some times, here and there [m3]."""
        return self.ours.volume(id, times_s), np.interp(times_s, self.theirs["at_s"], self.theirs[f"volume {id}"])
