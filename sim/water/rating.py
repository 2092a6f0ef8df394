"""What a link with a rating passes, at the depth of water in the storage it leaves."""

from __future__ import annotations

from math import sqrt
from typing import assert_never

from sim.hydrology.hydraulics import gate_m3_s, gravity_pipe_m3_s, hole_m3_s, weir_m3_s
from sim.park.rating import GateRating, GravityPipe, OrificeRating, Rating, WeirRating


def rating_m3_s(rating: Rating, depth_m: float) -> float:
    """Flow of a fully open link with `depth_m` of water over its storage's floor [m3/s].

    None up to the sill, and from there on continuous and never falling as the water rises.

    >>> round(rating_m3_s(WeirRating(length_m=5, crest_m=1), 1.25), 5)
    1.16273
    """
    match rating:
        case OrificeRating():
            return _orifice_m3_s(rating, depth_m)
        case WeirRating():
            return weir_m3_s(depth_m - rating.crest_m, rating.length_m, rating.coefficient)
        case GateRating():
            return gate_m3_s(depth_m - rating.sill_m, rating.width_m, rating.height_m, rating.coefficient)
        case GravityPipe():
            head = depth_m - rating.invert_m
            return gravity_pipe_m3_s(head, rating.diameter_m, rating.length_m, rating.fall_m, rating.roughness)
        case _:
            assert_never(rating)


def _orifice_m3_s(rating: OrificeRating, depth_m: float) -> float:
    """A hole taken as a square of its area while partly drowned; no part of it is below the floor."""
    half = sqrt(rating.area_m2) / 2
    height = half + min(half, rating.centre_m)
    return hole_m3_s(depth_m - rating.centre_m, rating.area_m2, half, height, rating.coefficient)
