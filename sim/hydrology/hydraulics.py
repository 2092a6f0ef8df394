"""Flow over crests, through holes and in pipes; pure formulas, free outfall."""

from __future__ import annotations

from math import pi, sqrt

GRAVITY = 9.81
"""[m/s2]"""


def weir_m3_s(head_m: float, length_m: float, coefficient: float = 0.42) -> float:
    """Flow over a crest, `m b sqrt(2 g) H^1.5` [m3/s]; none below the crest.

    Source: standard weir formula; m about 0.42 sharp, 0.32-0.36 broad.

    >>> round(weir_m3_s(0.25, 5), 5)  # 2.1 x 4.429447 x 0.125
    1.16273
    """
    head = max(head_m, 0.0)
    return coefficient * length_m * sqrt(2 * GRAVITY) * head**1.5


def orifice_m3_s(head_m: float, area_m2: float, coefficient: float = 0.61) -> float:
    """Flow through a drowned hole, `mu A sqrt(2 g H)` [m3/s], H above its centre.

    Source: standard orifice formula; mu 0.60-0.62.
    """
    return coefficient * area_m2 * sqrt(2 * GRAVITY * max(head_m, 0.0))


def manning_full_m3_s(diameter_m: float, slope: float, roughness: float = 0.013) -> float:
    """Flow of a round pipe just full, `A R^(2/3) sqrt(S) / n` with `R = D / 4` [m3/s]."""
    area = pi * diameter_m**2 / 4
    return float(area * (diameter_m / 4) ** (2 / 3) * sqrt(slope) / roughness)
