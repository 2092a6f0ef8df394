"""Links whose flow follows the water behind them in SWMM too."""

from __future__ import annotations

from collections.abc import Container, Iterable

from sim.exchange.swmm.basin import Basin
from sim.park import GateRating, GravityPipe, Link, OrificeRating, Park, Rating, SiphonRating, WeirRating
from sim.water.backwater import over_source_m
from sim.water.rating import under_a_metre_m3_s

Curve = tuple[float, float]


def felt_m(park: Park, links: Iterable[Link], turned: Container[str]) -> dict[str, float]:
    """For each link that SWMM lets feel the water behind it, how much higher its target's floor or water lies [m].

    SWMM can where both ends of an opening are under water or its water falls freely: with a hole, a
    sluice, a siphon, a crest that stays fully open; without travel time or a limit of its own.
    """
    return {link.id: over_source_m(park, link) for link in links if link.backwater and _can(link, turned)}


def _can(link: Link, turned: Container[str]) -> bool:
    if link.lag_s > 0 or link.capacity_m3_s > 0 or isinstance(link.rating, GravityPipe):
        return False
    return not (isinstance(link.rating, WeirRating) and link.id in turned)


def head_curve(basin: Basin, rating: Rating) -> Curve:
    """Depth from which heads are measured [m], and flow under a metre of head [m3/s], which grows with its root.

    >>> from sim.park import Name, Prism, Storage
    >>> pool = Storage("pool", Name("Pool"), "plant", "pool", 300, shape=Prism(100))
    >>> head_curve(Basin.of(pool, ()), GateRating(2, 0.6, sill_m=0.1))[0]
    0.4
    """
    match rating:
        case OrificeRating():
            height = rating.centre_m
        case GateRating():
            height = rating.sill_m + rating.height_m / 2
        case SiphonRating():
            height = rating.outlet_m
        case _:
            raise TypeError(f"no curve over the head for {rating}")
    return max(height - basin.floor_m, 0.0), under_a_metre_m3_s(rating)
