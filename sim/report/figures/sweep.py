"""The figure of a sweep: lanes over one quantity, a map over two; verdicts, or chances where all else was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.ensemble.sweep import Chances, Sweep
from sim.park import Park
from sim.report.figures.chance_lanes import draw_chance_lanes
from sim.report.figures.chance_map import draw_chance_map
from sim.report.figures.frame import USUAL, Look
from sim.report.figures.sweep_lanes import draw_sweep_lanes
from sim.report.figures.verdict_map import draw_verdict_map
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw_sweep(
    park: Park, scenario: Scenario, found: Sweep | Chances, uncertain: int, look: Look = USUAL
) -> Figure:
    """The figure; nothing is saved. `uncertain` is how many numbers are uncertain beside what is swept."""
    two = len(found.axes) == 2
    if isinstance(found, Sweep):
        return (draw_verdict_map if two else draw_sweep_lanes)(park, scenario, found, uncertain, look)
    return (draw_chance_map if two else draw_chance_lanes)(park, scenario, found, uncertain, look)
