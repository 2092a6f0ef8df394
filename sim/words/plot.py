"""Words of `plot` and `report`: what figures are called, and where things are."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "plot_stack": {"en": "the tiers' volumes over time", "zh": "各级防线存量过程"},
    "plot_hydrographs": {"en": "the storages' volumes and flows", "zh": "各设施存量与流量过程"},
    "plot_waterfall": {"en": "from the spill to the boundary: what took it", "zh": "从泄漏到边界：各级消纳"},
    "plot_race": {"en": "time to act against time to fill", "zh": "处置用时与充满用时"},
    "plot_gantt": {"en": "crews, equipment and what they do", "zh": "队伍、装备与作业"},
    "plot_sankey": {"en": "where every cubic metre went", "zh": "每一立方米水的去向"},
    "plot_profile": {"en": "river sections in profile", "zh": "河道各段纵断面"},
    "plot_faults": {"en": "what single faults break (N-1)", "zh": "单一失效（N-1）后果"},
    "plot_map": {"en": "the map at the worst moment", "zh": "最不利时刻一张图"},
    "plot_command-map": {"en": "the command map, one sheet", "zh": "环境应急指挥图（一张图）"},
    "figures_where": {"en": "Figures and the tables behind them: {where}", "zh": "图及其数据表：{where}"},
    "report_where": {"en": "The page: {where}", "zh": "报告页：{where}"},
}
