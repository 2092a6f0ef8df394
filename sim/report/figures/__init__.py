"""Figures for a page or a screen: functions that take what was found and return a matplotlib figure."""

from sim.report.figures.closing import draw_closing
from sim.report.figures.command_map import command_map_table, draw_command_map
from sim.report.figures.fault_matrix import draw_fault_matrix, fault_matrix_table
from sim.report.figures.frame import Look
from sim.report.figures.gantt import draw_gantt, gantt_table
from sim.report.figures.hydrographs import draw_hydrographs, hydrographs_table
from sim.report.figures.map import draw_map, draw_park_map, map_table, park_map_table
from sim.report.figures.pareto import draw_pareto, pareto_table
from sim.report.figures.periods import draw_periods
from sim.report.figures.profile import draw_profile, profile_table
from sim.report.figures.race import draw_race, race_table
from sim.report.figures.sankey import draw_sankey, sankey_table
from sim.report.figures.sensitivity import draw_sensitivity
from sim.report.figures.stack import draw_stack, stack_table
from sim.report.figures.style import Sheet, as_files
from sim.report.figures.waterfall import draw_waterfall, waterfall_table

__all__ = [
    "Look", "Sheet", "as_files", "command_map_table", "draw_closing", "draw_command_map", "draw_fault_matrix",
    "draw_gantt", "draw_hydrographs", "draw_map", "draw_pareto", "draw_park_map", "draw_periods", "draw_profile",
    "draw_race", "draw_sankey", "draw_sensitivity", "draw_stack", "draw_waterfall", "fault_matrix_table",
    "gantt_table", "hydrographs_table", "map_table", "pareto_table", "park_map_table", "profile_table",
    "race_table", "sankey_table", "stack_table", "waterfall_table",
]  # fmt: skip
