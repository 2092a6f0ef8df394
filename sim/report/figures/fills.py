"""How origins of water and verdicts look and what they are called, the same in every picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sim.check import Verdict
from sim.report.figures.legend import area
from sim.report.figures.style import BREACHED, HELD, ORIGIN_COLOURS, PAPER, RELIEVED, UNTOUCHED
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.patches import Patch

ORIGIN_HATCHES = {"product": "xxxx", "firewater": "....", "rain": "", "process": "////", "river": "----"}
"""So that they can be told apart in grey too."""
VERDICT_COLOURS = {
    Verdict.UNTOUCHED: UNTOUCHED, Verdict.HELD: HELD, Verdict.RELIEVED: RELIEVED, Verdict.BREACHED: BREACHED,
}  # fmt: skip


def origin_style(origin: str) -> dict[str, Any]:
    """How an area of water of an origin is filled."""
    return {"facecolor": ORIGIN_COLOURS[origin], "hatch": ORIGIN_HATCHES[origin], "edgecolor": PAPER, "linewidth": 0}


def verdict_style(verdict: Verdict) -> dict[str, Any]:
    """How an area of a verdict is filled."""
    return {"facecolor": VERDICT_COLOURS[verdict], "hatch": "////" if verdict is Verdict.RELIEVED else "",
            "edgecolor": PAPER, "linewidth": 0}  # fmt: skip


def origin_signs(origins: Iterable[str], language: str) -> list[Patch]:
    """The legend of some origins."""
    return [area(text(f"origin_{each}", language), **origin_style(each)) for each in origins]
