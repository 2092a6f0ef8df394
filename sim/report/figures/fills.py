"""How origins of water and verdicts look and what they are called, the same in every picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.check import Verdict
from sim.park import ORIGINS
from sim.record.record import Floats
from sim.report.figures.legend import area
from sim.report.figures.style import BREACHED, HELD, INK, ORIGIN_COLOURS, PAPER, RELIEVED, UNTOUCHED
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch

ORIGIN_HATCHES = {
    "product": "xxxx", "firewater": "....", "rain": "", "process": "////", "river": "----", "measured": "\\\\\\\\",
}  # fmt: skip
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


def origins_in(volumes: Iterable[Floats]) -> list[str]:
    """The origins of which there is anything in some volumes by origin, each of shape (times, 6)."""
    own = list(volumes)
    return [origin for k, origin in enumerate(ORIGINS) if any(volume[:, k].any() for volume in own)]


def fill_origins(axes: Axes, at_s: Floats, volume: Floats) -> None:
    """Volumes by origin over time, one on the other, and a line on top of all."""
    base = np.zeros(len(at_s))
    for k, origin in enumerate(ORIGINS):
        top = base + volume[:, k]
        if volume[:, k].any():
            axes.fill_between(at_s, base, top, **origin_style(origin))
        base = top
    axes.plot(at_s, base, color=INK, linewidth=0.6)
