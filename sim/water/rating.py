"""What a link with a rating passes, at the depth of water in the storage it leaves."""

from __future__ import annotations

from math import sqrt
from typing import assert_never

import numpy as np

from sim.hydrology.hydraulics import (
    GRAVITY,
    drowned_share,
    full_pipe_m3_s,
    gate_m3_s,
    gravity_pipe_m3_s,
    hole_m3_s,
    orifice_m3_s,
    weir_m3_s,
)
from sim.park.rating import GateRating, GravityPipe, OrificeRating, Rating, SiphonRating, WeirRating
from sim.water.records import Floats


def rating_m3_s(rating: Rating, depth_m: float, opening: float = 1.0) -> float:
    """Flow of a link with `depth_m` of water over its storage's floor, `opening` of it open [m3/s].

    None up to the sill, and from there on continuous and never falling as the water rises. Of a
    sluice the opening is where its lip stands; of everything else, the share of its flow.

    >>> round(rating_m3_s(WeirRating(length_m=5, crest_m=1), 1.25), 5)
    1.16273
    >>> sluice = GateRating(width_m=2, height_m=2)
    >>> round(rating_m3_s(sluice, 1.0, opening=0.1), 3)  # a lip at 0.2 m: 0.6 x 0.4 m2 x sqrt(2 g x 0.9 m)
    1.009
    """
    match rating:
        case OrificeRating():
            return opening * _orifice_m3_s(rating, depth_m)
        case WeirRating():
            return opening * weir_m3_s(depth_m - rating.crest_m, rating.length_m, rating.coefficient)
        case GateRating():
            if opening <= 0:
                return 0.0
            lip = rating.height_m * opening
            return gate_m3_s(depth_m - rating.sill_m, rating.width_m, lip, rating.coefficient)
        case GravityPipe():
            head = depth_m - rating.invert_m
            full = gravity_pipe_m3_s(head, rating.diameter_m, rating.length_m, rating.fall_m, rating.roughness)
            return opening * full
        case SiphonRating():
            return opening * _siphon_m3_s(rating, depth_m - rating.outlet_m)
        case _:
            assert_never(rating)


def against_m3_s(
    rating: Rating, depths_m: Floats, tails_m: Floats, flap_m: float = 0.0, opening: float = 1.0
) -> Floats:
    """The same against water that stands `tails_m` over the floor behind the link: a row a tail, a column a depth.

    Never more than falls freely, nor than the opening passes drowned under the difference of the
    two levels; over a crest, Villemonte's share. Nothing where the water behind is as high. A
    flap gate takes `flap_m` of the head to open [m].

    >>> hole = OrificeRating(0.1, centre_m=0.5)
    >>> against_m3_s(hole, np.array([3.0]), np.array([0.2, 2.0, 3.0])).round(5).tolist()  # 0.061 sqrt(2 g x 1 m)
    [[0.42722], [0.2702], [0.0]]
    """
    depths, tails = depths_m - flap_m, tails_m[:, None]
    free = np.array([rating_m3_s(rating, depth, opening) for depth in depths.tolist()])
    if isinstance(rating, WeirRating):
        passed = free * np.vectorize(drowned_share, otypes=[float])(depths - rating.crest_m, tails - rating.crest_m)
    else:
        through = opening * under_a_metre_m3_s(rating)
        passed = np.minimum(free, through * np.sqrt(np.maximum(depths - tails, 0.0)))
    return np.where(tails <= reach_m(rating), free, passed)


def root_factor(rating: GateRating | WeirRating) -> float:
    """What a root of the head is multiplied by: `mu b sqrt(2 g)` under a lip, `m b sqrt(2 g)` over a crest.

    >>> round(root_factor(WeirRating(length_m=1, crest_m=2)), 4)  # 0.42 x 4.4294
    1.8604
    """
    width = rating.width_m if isinstance(rating, GateRating) else rating.length_m
    return float(rating.coefficient * width * sqrt(2 * GRAVITY))


def sill_m(rating: Rating) -> float:
    """Depth up to which a rating passes nothing [m]."""
    match rating:
        case OrificeRating():
            return max(rating.centre_m - sqrt(rating.area_m2) / 2, 0.0)
        case WeirRating():
            return rating.crest_m
        case GateRating():
            return rating.sill_m
        case GravityPipe():
            return rating.invert_m
        case SiphonRating():
            return rating.outlet_m
        case _:
            assert_never(rating)


def reach_m(rating: Rating) -> float:
    """Height over the storage's floor from which water behind the link can reach it [m]; of a pipe its outlet's."""
    return rating.invert_m - rating.fall_m if isinstance(rating, GravityPipe) else sill_m(rating)


def under_a_metre_m3_s(rating: OrificeRating | GateRating | GravityPipe | SiphonRating) -> float:
    """What it passes with both its ends under water, for a metre between the two levels [m3/s].

    It grows with the root of that difference.
    """
    match rating:
        case OrificeRating():
            return orifice_m3_s(1.0, rating.area_m2, rating.coefficient)
        case GateRating():
            return orifice_m3_s(1.0, rating.width_m * rating.height_m, rating.coefficient)
        case GravityPipe():
            return full_pipe_m3_s(1.0, rating.diameter_m, rating.length_m, roughness=rating.roughness)
        case SiphonRating():
            return _siphon_m3_s(rating, 1.0)
        case _:
            assert_never(rating)


def _siphon_m3_s(rating: SiphonRating, head_m: float) -> float:
    one = full_pipe_m3_s(head_m, rating.diameter_m, rating.length_m, rating.losses, rating.roughness)
    return rating.pipes * one


def _orifice_m3_s(rating: OrificeRating, depth_m: float) -> float:
    """A hole taken as a square of its area while partly drowned; no part of it is below the floor."""
    half = sqrt(rating.area_m2) / 2
    height = half + min(half, rating.centre_m)
    return hole_m3_s(depth_m - rating.centre_m, rating.area_m2, half, height, rating.coefficient)
