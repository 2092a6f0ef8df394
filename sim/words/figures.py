"""Words of the figures of return periods, and of every figure's frame."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "shape_block": "even rain",
    "shape_chicago": "Chicago storm",
    "fig_title_periods": "What rain of each return period breaks",
    "fig_title_closing": "How far the water gets, by return period of the rain and time of closing",
    "fig_storm": "{scenario} | {park} | {shape} of {lasts}, formula {formula}",
    "fig_source": "Scenario {scenario}, park {park}; three-tier-containment {version}",
    "axis": "{quantity}, {unit}",
    "axis_time": "Time after the start",
    "axis_broken": " Where nothing happens the axis is broken (//); each stretch has a scale of its own.",
    "axis_water": "Water",
    "axis_flow": "Flow",
    "axis_height": "Height above the common zero",
    "axis_depth": "Depth over the bed at the gate",
    "axis_distance": "Distance downstream",
    "axis_distance_unscaled": "Distance downstream (not to scale)",
    "fig_periods": "Return period, a (above), and depth of rain, mm (below)",
    "fig_outermost": "Outermost tier that gives way",
    "fig_more": "{count} more are in the table",
    "fig_left": "room left\n100 %",
    "fig_escaped": "escaped\n{volume}",
    "fig_held": "held: room left",
    "fig_relieved": "relieved: room left",
    "fig_breached": "gives way: volume escaped, first at",
    "fig_moved_on": "moved on\n{volume}",
    "fig_gives_way": "gives way from {period} a ({depth} mm)",
    "fig_gives_way_already": "gives way at {period} a already ({depth} mm)",
    "fig_holds": "holds up to {period} a",
    "fig_margin_means":
        "Room left: in the tightest storage, at its fullest once accident water was in it. Dashed: gives way from "
        "here on. T: start.",
    "fig_cells": "In the cells: accident water that left the park, and when first, after the start (T).",
    "fig_done": "{work}: done at",
}
