"""The small signs of the map: kinds of storages, how links stand, and what keeps them from working."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from sim.park import LinkKind
from sim.report.figures.style import BREACHED, INK, PAPER, SOFT
from sim.scenario.fault import Hindrance

if TYPE_CHECKING:
    from matplotlib.path import Path

Stroke = tuple[tuple[float, float], ...]
BASIN: Stroke = ((-0.5, 0.4), (-0.3, -0.4), (0.3, -0.4), (0.5, 0.4))
LEVEL: Stroke = ((-0.42, 0.1), (0.42, 0.1))
KINDS: Mapping[str, tuple[Stroke, ...]] = {
    "bund": (((-0.5, 0.3), (-0.5, -0.4), (0.5, -0.4), (0.5, 0.3)),
             ((-0.2, -0.4), (-0.2, 0.4), (0.2, 0.4), (0.2, -0.4))),
    "tank": (((-0.3, -0.4), (-0.3, 0.2), (0.0, 0.45), (0.3, 0.2), (0.3, -0.4), (-0.3, -0.4)),),
    "accident-pool": (BASIN, LEVEL),
    "basin": (BASIN,),
    "upset-basin": (BASIN, ((0.0, -0.4), (0.0, 0.4))),
    "pit": (((-0.5, 0.4), (-0.2, 0.4), (-0.2, -0.45), (0.2, -0.45), (0.2, 0.4), (0.5, 0.4)),),
    "pipe": (((-0.5, 0.25), (0.5, 0.25)), ((-0.5, -0.25), (0.5, -0.25))),
    "treatment-plant": (((-0.5, -0.4), (-0.5, 0.1), (0.0, 0.45), (0.5, 0.1), (0.5, -0.4), (-0.5, -0.4)), LEVEL),
    "river-section": tuple(
        ((-0.5, y), (-0.25, y + 0.2), (0.0, y), (0.25, y - 0.2), (0.5, y)) for y in (0.22, -0.22)
    ),
}  # fmt: skip
"""Kinds of storages as strokes in a square, y upwards: a section through each."""
KIND_PT, FAULT_PT = 4.4, 4.2
BOLT: Stroke = ((0.15, 0.5), (-0.35, -0.08), (-0.02, -0.08), (-0.15, -0.5), (0.35, 0.12), (0.02, 0.12), (0.15, 0.5))
FAULT_MARKERS: Mapping[Hindrance, str] = {
    Hindrance.TRIPPED: "8", Hindrance.STUCK: "X", Hindrance.REFUSES: "P", Hindrance.BLOCKED: "s", Hindrance.LEAKS: "v",
    Hindrance.UNTRUE: "X",
}  # fmt: skip
MARK_PT, TEAM_PT, TOUCHED, GROUND = 5.0, 7.5, "#3c4043", "#cfe0c3"
"""Size of a pump, valve or gate, and of a team; its colour, and that of catchments."""


@cache
def _path(strokes: tuple[Stroke, ...]) -> Path:
    from matplotlib.path import Path

    points = [point for stroke in strokes for point in stroke]
    codes = [Path.MOVETO if place == 0 else Path.LINETO for stroke in strokes for place in range(len(stroke))]
    return Path(points, codes)


def kind_sign(kind: str) -> dict[str, Any]:
    """How a kind of storage that has a sign is marked."""
    return {"linestyle": "none", "marker": _path(KINDS[kind]), "markersize": KIND_PT, "markerfacecolor": "none",
            "markeredgecolor": INK, "markeredgewidth": 0.55}  # fmt: skip


def link_sign(kind: str, opening: float) -> dict[str, Any]:
    """How a pump, or a valve or gate, is marked: white when it is open, black when it is shut, half when part open."""
    pump = kind == LinkKind.PUMP
    return {
        "linestyle": "none", "marker": "o" if pump else "D", "markersize": MARK_PT - (not pump),
        "markeredgecolor": INK, "markeredgewidth": 0.7, "fillstyle": "bottom" if 0 < opening < 1 else "full",
        "markerfacecolor": PAPER if opening >= 1 else INK, "markerfacecoloralt": PAPER,
    }  # fmt: skip


def fault_sign(hindrance: Hindrance) -> dict[str, Any]:
    """How it is marked that something does not work: red, with a white edge."""
    marker: Any = FAULT_MARKERS.get(hindrance) or _path((BOLT,))
    return {"linestyle": "none", "marker": marker, "markersize": FAULT_PT + (hindrance is Hindrance.NO_POWER) * 2.2,
            "markerfacecolor": BREACHED, "markeredgecolor": PAPER, "markeredgewidth": 0.4}  # fmt: skip


def sensor_sign(alarm: bool) -> dict[str, Any]:
    """How a sensor is marked."""
    return {"linestyle": "none", "marker": "^", "markersize": 4.6 if alarm else 3.2, "markeredgewidth": 0.5,
            "markerfacecolor": BREACHED if alarm else PAPER, "markeredgecolor": INK if alarm else SOFT}  # fmt: skip


def catchment_sign() -> dict[str, Any]:
    """How a catchment is marked on a true map."""
    return {"linestyle": "none", "marker": "h", "markersize": 3.6, "markerfacecolor": GROUND, "markeredgecolor": SOFT,
            "markeredgewidth": 0.3}  # fmt: skip


def team_sign(there: bool) -> dict[str, Any]:
    """How a team is marked: dark where it works, white where it is bound for."""
    return {"linestyle": "none", "marker": "o", "markersize": TEAM_PT, "markerfacecolor": TOUCHED if there else PAPER,
            "markeredgecolor": PAPER if there else TOUCHED, "markeredgewidth": 0.6}  # fmt: skip
