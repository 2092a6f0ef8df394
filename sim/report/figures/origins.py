"""How origins of water look and what they are called, the same in every picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sim.report.figures.style import ORIGIN_COLOURS, PAPER
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.patches import Patch

ORIGIN_HATCHES = {"product": "xxxx", "firewater": "....", "rain": "", "process": "////", "river": "----"}
"""So that they can be told apart in grey too."""


def origin_style(origin: str) -> dict[str, Any]:
    """How an area of water of an origin is filled."""
    return {"facecolor": ORIGIN_COLOURS[origin], "hatch": ORIGIN_HATCHES[origin], "edgecolor": PAPER, "linewidth": 0}


def origin_patches(origins: Iterable[str], language: str) -> list[Patch]:
    """The legend of some origins."""
    from matplotlib.patches import Patch

    return [Patch(label=text(f"origin_{each}", language), **origin_style(each)) for each in origins]
