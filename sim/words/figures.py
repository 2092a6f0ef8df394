"""Words of the figures of return periods, and of every figure's frame."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "shape_block": {"en": "even rain", "zh": "均匀雨型"},
    "shape_chicago": {"en": "Chicago storm", "zh": "芝加哥雨型"},
    "fig_title_periods": {
        "en": "What rain of each return period breaks",
        "zh": "不同重现期降雨下各级防线的结果",
    },
    "fig_title_closing": {
        "en": "How far the water gets, by return period of the rain and time of closing",
        "zh": "不同降雨重现期与操作时间下失守的最外一级",
    },
    "fig_storm": {
        "en": "{scenario} | {park} | {shape} of {lasts}, formula {formula}",
        "zh": "{scenario} | {park} | {shape}，历时{lasts}，公式{formula}",
    },
    "fig_source": {
        "en": "Scenario {scenario}, park {park}; three-tier-containment {version}",
        "zh": "情景 {scenario}，园区 {park}；three-tier-containment {version}",
    },
    "axis": {"en": "{quantity}, {unit}", "zh": "{quantity}，{unit}"},
    "axis_time": {"en": "Time after the start", "zh": "事故开始后时间"},
    "axis_broken": {
        "en": " Where nothing happens the axis is broken (//); each stretch has a scale of its own.",
        "zh": "无事件的时段以//断开，各段时间比例不同。",
    },
    "axis_water": {"en": "Water", "zh": "水量"},
    "axis_flow": {"en": "Flow", "zh": "流量"},
    "axis_height": {"en": "Height above the common zero", "zh": "高程"},
    "axis_depth": {"en": "Depth over the bed at the gate", "zh": "闸前水深"},
    "axis_distance": {"en": "Distance downstream", "zh": "自上游起距离"},
    "axis_distance_unscaled": {"en": "Distance downstream (not to scale)", "zh": "自上游起距离（不按比例）"},
    "fig_periods": {
        "en": "Return period, a (above), and depth of rain, mm (below)",
        "zh": "重现期 a（上），降雨量 mm（下）",
    },
    "fig_outermost": {"en": "Outermost tier that gives way", "zh": "失守的最外一级"},
    "fig_more": {"en": "{count} more are in the table", "zh": "另有{count}项见数据表"},
    "fig_left": {"en": "room left\n100 %", "zh": "余量\n100 %"},
    "fig_escaped": {"en": "escaped\n{volume}", "zh": "外泄量\n{volume}"},
    "fig_held": {"en": "held: room left", "zh": "守住：余量"},
    "fig_relieved": {"en": "relieved: room left", "zh": "转输：余量"},
    "fig_breached": {"en": "gives way: volume escaped, first at", "zh": "失守：外泄量与首次外泄时间"},
    "fig_moved_on": {"en": "moved on\n{volume}", "zh": "转输\n{volume}"},
    "fig_gives_way": {"en": "gives way from {period} a ({depth} mm)", "zh": "{period} a（{depth} mm）起失守"},
    "fig_gives_way_already": {
        "en": "gives way at {period} a already ({depth} mm)",
        "zh": "{period} a（{depth} mm）即已失守",
    },
    "fig_holds": {"en": "holds up to {period} a", "zh": "至{period} a守住"},
    "fig_margin_means": {
        "en": "Room left: in the tightest storage, at its fullest once accident water was in it. Dashed: gives way "
              "from here on. T: start.",
        "zh": "余量：事故水进入后本级最紧设施最满时之余。虚线：自此重现期起失守。T：事故开始。",
    },
    "fig_cells": {
        "en": "In the cells: accident water that left the park, and when first, after the start (T).",
        "zh": "格内：流出园区的事故水量及首次流出时间（自事故开始T起算）。",
    },
    "fig_done": {"en": "{work}: done at", "zh": "{work}：完成时间"},
}
