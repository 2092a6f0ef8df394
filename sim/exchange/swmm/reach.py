"""A travel time as a row of conduits."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from sim.hydrology.hydraulics import GRAVITY

SLIM = 30.0
"""Depth over width of the slot at its design flow: so slim that water in it hardly speeds up with its depth."""
FALLS = 10.0
"""Drop over its depth: so steep that its lower end, where the water falls free, draws none down from above."""
LEAST_SLOPE = 0.002
PIECES = 90
"""Conduits in a row at most; SWMM blurs a front within each of them, the more the longer it is."""
PIECE_S = 20.0
"""What water takes through one of them, unless that would be more than `PIECES` [s]."""
PIECE_STEPS = 4
"""The same in routing steps, when these are long: no finer in space than in time."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A slot in which water moves `lag_s` for `length_m`, whatever flows.

    >>> reach = Reach.of(lag_s=800, length_m=800, flow_m3_s=0.25, step_s=1)
    >>> round(reach.width_m, 4), round(reach.depth_m, 2), reach.pieces
    (0.0913, 2.74, 40)
    """

    length_m: float
    width_m: float
    depth_m: float
    """Depth at the design flow [m]."""
    drop_m: float
    """From its beginning to its end [m]."""
    roughness: float
    """Manning's n that gives the travel time at the design flow [s/m^(1/3)]."""
    pieces: int

    @classmethod
    def of(
        cls, lag_s: float, length_m: float | None, flow_m3_s: float, step_s: float, has_waves: bool = False
    ) -> Reach:
        """The slot for a travel time, routed in steps; without a length, for water that moves at 1 m/s.

        Where there are waves, as in the dynamic wave, none runs through a conduit within a step (Courant's condition).
        """
        length = length_m or lag_s
        speed = length / lag_s
        width = sqrt(flow_m3_s / speed / SLIM)
        radius = width * SLIM / (1 + 2 * SLIM)
        drop = max(LEAST_SLOPE * length, FALLS * SLIM * width)
        piece_m = speed * max(PIECE_S, PIECE_STEPS * step_s)
        if has_waves:
            piece_m = max(piece_m, (speed + sqrt(GRAVITY * SLIM * width)) * step_s)
        pieces = max(1, min(PIECES, int(length / piece_m)))
        return cls(length, width, SLIM * width, drop, radius ** (2 / 3) * sqrt(drop / length) / speed, pieces)

    @property
    def height_m(self) -> float:
        """Height of its walls: it carries six times the design flow [m]."""
        return 6 * self.depth_m
