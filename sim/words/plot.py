"""Words of `plot` and `report`: what figures are called, and where things are."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "plot_stack": "the tiers' volumes over time",
    "plot_hydrographs": "the storages' volumes and flows",
    "plot_waterfall": "from the spill to the boundary: what took it",
    "plot_race": "time to act against time to fill",
    "plot_gantt": "crews, equipment and what they do",
    "plot_sankey": "where every cubic metre went",
    "plot_profile": "river sections in profile",
    "plot_faults": "what single faults break (N-1)",
    "plot_map": "the map at the worst moment",
    "plot_command-map": "the command map, one sheet",
    "figures_where": "Figures and the tables behind them: {where}",
    "report_where": "The page: {where}",
}
