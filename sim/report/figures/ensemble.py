"""Every figure of an ensemble by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sim.ensemble.answer import Answer
from sim.report.figures.causes import draw_causes
from sim.report.figures.discovery import draw_discovery
from sim.report.figures.exceedance import draw_exceedance
from sim.report.figures.fan import draw_fan
from sim.report.figures.frame import Look
from sim.report.figures.per_year import draw_per_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PARTS: Mapping[str, tuple[Callable[..., Figure], str]] = {
    "exceedance": (draw_exceedance, "curves"), "per-year": (draw_per_year, "yearly"), "fan": (draw_fan, "fans"),
    "causes": (draw_causes, "found"), "discovery": (draw_discovery, "boxes"),
}  # fmt: skip
"""What draws each, and the part of the answer that it draws; in the order in which one reads them."""


def figures_of(answer: Answer) -> tuple[str, ...]:
    """Those that there is something to draw for: no boxes where no number is uncertain, nothing a year where nobody
    knows how often incidents happen, nothing where nothing ran."""
    played = {"exceedance": answer.found.played, "per-year": answer.yearly and answer.found.played,
              "fan": answer.fans and answer.fans[0].runs, "causes": answer.found.played,
              "discovery": answer.boxes.tiers}  # fmt: skip
    return tuple(name for name in PARTS if played[name])


def draw_ensemble(name: str, answer: Answer, look: Look) -> Figure:
    """A figure by its name; nothing is saved."""
    draw, part = PARTS[name]
    case = answer.ensemble.player.varying.case
    return draw(case.park, case.scenario, getattr(answer, part), look=look)
