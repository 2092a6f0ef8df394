"""Flow over crests, through holes and in pipes; pure formulas.

Heads and depths are of still water upstream; downstream the water falls away freely, but for
`drowned_share` and the heads that two levels leave. Every flow is zero up to its sill, and from
there on continuous and never falling as the water rises.
"""

from __future__ import annotations

from math import asin, pi, sin, sqrt

GRAVITY = 9.81
"""[m/s2]"""

ENTRY_LOSS = 0.5
"""Velocity heads lost at a square-edged pipe entry [-]; standard hydraulics."""
INLET_COEFFICIENT = 0.60
"""Orifice coefficient of a drowned pipe entry [-]; 0.60-0.62 for sharp edges."""


def weir_m3_s(head_m: float, length_m: float, coefficient: float = 0.42) -> float:
    """Flow over a crest, `m b sqrt(2 g) H^1.5` [m3/s]; none below the crest.

    Source: standard weir formula (Poleni); m about 0.42 sharp, 0.32-0.36 broad.

    >>> round(weir_m3_s(0.25, 5), 5)  # 2.1 x 4.429447 x 0.125
    1.16273
    """
    head = max(head_m, 0.0)
    return float(coefficient * length_m * sqrt(2 * GRAVITY) * head**1.5)


def orifice_m3_s(head_m: float, area_m2: float, coefficient: float = 0.61) -> float:
    """Flow through a drowned hole, `mu A sqrt(2 g H)` [m3/s], H above its centre.

    Source: standard orifice formula (Torricelli); mu 0.60-0.62 for sharp edges.

    >>> round(orifice_m3_s(5, 0.1), 5)  # 0.061 x sqrt(98.1)
    0.60418
    """
    return coefficient * area_m2 * sqrt(2 * GRAVITY * max(head_m, 0.0))


def gate_m3_s(depth_over_sill_m: float, width_m: float, height_m: float, coefficient: float = 0.60) -> float:
    """Flow under a sluice of clear `height_m` [m3/s]: a weir below its lip, an orifice above.

    Drowned, the head is the water over the opening's centre. Below the lip the weir
    coefficient is `mu / sqrt(2)`, the one that meets the orifice at the lip: 0.424 for
    mu = 0.60, beside the 0.42 of a sharp crest, so the join costs nothing.

    Source: standard orifice and weir formulas; the join is this program's choice.

    >>> round(gate_m3_s(3, 2, 2), 4)  # 0.6 x 4 m2 x sqrt(2 g x 2 m)
    15.034
    """
    return hole_m3_s(depth_over_sill_m - height_m / 2, width_m * height_m, height_m / 2, height_m, coefficient)


def hole_m3_s(head_m: float, area_m2: float, lip_m: float, height_m: float, coefficient: float = 0.61) -> float:
    """Flow through a hole that may be partly above the water [m3/s].

    `head_m` is the water over its centre, negative below it, `lip_m` its top above its centre, and
    `height_m` how far it reaches down from there. Drowned to the lip it is an orifice; lower,
    what it passes at the lip fades with the 1.5th power of the depth in it, as over a crest.

    >>> hole_m3_s(-0.5, 1, lip_m=0.5, height_m=1)
    0.0
    """
    drowned = min(max((head_m - lip_m) / height_m + 1, 0.0), 1.0)
    return orifice_m3_s(max(head_m, lip_m), area_m2, coefficient) * float(drowned**1.5)


def gravity_pipe_m3_s(
    head_over_invert_m: float, diameter_m: float, length_m: float, fall_m: float, roughness: float = 0.013
) -> float:
    """Flow into a round pipe that falls `fall_m` over `length_m` to a free outfall [m3/s].

    It is the smaller of what the inlet lets in and what the barrel carries, each of which grows
    with the head, and so does the smaller.

    Source: inlet and outlet control of culverts, standard practice; no travelling waves.

    >>> round(gravity_pipe_m3_s(2, 0.8, 800, 2), 3)  # the barrel: 3.6 m of head for 24.18 velocity heads
    0.859
    """
    if head_over_invert_m <= 0:
        return 0.0
    inlet = pipe_inlet_m3_s(head_over_invert_m, diameter_m)
    return min(inlet, pipe_barrel_m3_s(head_over_invert_m, diameter_m, length_m, fall_m, roughness))


def pipe_inlet_m3_s(head_m: float, diameter_m: float) -> float:
    """What a round entry lets in [m3/s]: critical flow, at most that of a drowned orifice.

    Critical flow in a circle has no closed form; `0.47 sqrt(g D^5) (H / D)^1.87` is within 5 % of
    it for H from 0.13 D to D, where it is just below the orifice.

    Source: fitted here to `Q = sqrt(g A^3 / T)`; a test holds the two against each other.

    >>> round(pipe_inlet_m3_s(1, 1), 4)  # 0.47 sqrt(g)
    1.4721
    """
    critical = 0.47 * sqrt(GRAVITY * diameter_m**5) * float((max(head_m, 0.0) / diameter_m) ** 1.87)
    if head_m <= diameter_m:
        return critical
    area = pi * diameter_m**2 / 4
    return min(critical, orifice_m3_s(head_m - diameter_m / 2, area, INLET_COEFFICIENT))


def pipe_barrel_m3_s(head_m: float, diameter_m: float, length_m: float, fall_m: float, roughness: float) -> float:
    """What the pipe itself carries [m3/s].

    With its crown under water it runs full: the drop from the water upstream to the centre of
    the outlet pays for entry, friction (Manning) and the velocity. With the crown in the air
    it carries the same share of its full flow as in uniform flow at that depth, at most all of it.
    """
    drop = max(head_m, diameter_m) + fall_m - diameter_m / 2
    full = full_pipe_m3_s(drop, diameter_m, length_m, 1 + ENTRY_LOSS, roughness)
    return full * min(conveyance_share(head_m / diameter_m), 1.0)


def full_pipe_m3_s(
    head_m: float, diameter_m: float, length_m: float, losses: float = 1 + ENTRY_LOSS, roughness: float = 0.013
) -> float:
    """Flow of a pipe that is full from end to end, under `head_m` between the water at its two ends [m3/s].

    The head pays for `losses` (entry, bends, exit) and friction, both in velocity heads:
    `A sqrt(2 g H / (losses + 2 g n2 L / R^(4/3)))`. It serves inverted siphons too.

    Source: Darcy and Manning, standard hydraulics.

    >>> round(full_pipe_m3_s(1, 0.8, 0), 4)  # no friction: 0.502655 x sqrt(19.62 / 1.5)
    1.8179
    """
    area, radius = pi * diameter_m**2 / 4, diameter_m / 4
    velocity_heads = losses + 2 * GRAVITY * roughness**2 * length_m / float(radius ** (4 / 3))
    return area * sqrt(2 * GRAVITY * max(head_m, 0.0) / velocity_heads)


def drowned_share(head_m: float, tail_m: float) -> float:
    """Share of its free flow that a crest passes with the water behind it `tail_m` above it too [-].

    `(1 - (tail / head)^1.5)^0.385`; all of it while the water behind is below the crest.

    Source: Villemonte 1947, for sharp crests.

    >>> round(drowned_share(1.0, 0.5), 4), drowned_share(1.0, -0.2), drowned_share(1.0, 1.0)
    (0.8454, 1.0, 0.0)
    """
    if tail_m <= 0 or head_m <= 0:
        return 1.0
    return float(max(1 - (tail_m / head_m) ** 1.5, 0.0) ** 0.385)


def conveyance_share(filling: float) -> float:
    """Uniform flow in a round pipe filled to `filling` of its diameter, over that when just full [-].

    It passes 1 at about 0.82, peaks at 1.076 and is 1 again when full.

    Source: Manning's formula in a circular segment.

    >>> round(conveyance_share(0.5), 12)
    0.5
    """
    if filling <= 0:
        return 0.0
    if filling >= 1:
        return 1.0
    angle = 4 * asin(sqrt(filling))
    area = (angle - sin(angle)) / (2 * pi)
    wetted = angle / (2 * pi)
    return float(area * (area / wetted) ** (2 / 3)) if area > 0 else 0.0


def manning_full_m3_s(diameter_m: float, slope: float, roughness: float = 0.013) -> float:
    """Flow of a round pipe just full, `A R^(2/3) sqrt(S) / n` with `R = D / 4` [m3/s].

    Source: Manning's formula; n 0.013 for concrete pipes.

    >>> round(manning_full_m3_s(4, 1e-4, 0.0125), 4)  # R = 1 m: 4 pi x 0.01 / 0.0125
    10.0531
    """
    area = pi * diameter_m**2 / 4
    return float(area * (diameter_m / 4) ** (2 / 3) * sqrt(slope) / roughness)
