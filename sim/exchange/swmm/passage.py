"""How SWMM lets through what a link passes: as a pump, a weir, an orifice or an outlet with a rating curve."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from math import sqrt

from sim.exchange.swmm.basin import Basin
from sim.exchange.swmm.behind import Curve, head_curve
from sim.hydrology.hydraulics import GRAVITY
from sim.park import GateRating, Link, LinkKind, OrificeRating, Rating, WeirRating
from sim.water.rating import rating_m3_s

ROWS = 120
"""Rows of a tabulated rating, closer together near its sill."""
HIGHEST_M = 5.0
"""Height of a weir's opening; water never comes so high [m]."""

SPILLS = (LinkKind.SPILLWAY, LinkKind.WALL)
"""What passes all that does not fit, and is never turned."""

Row = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Opening:
    """A rectangular hole in a wall."""

    low_m: float
    """Its lower edge above the bottom of the storage it leaves [m]."""
    height_m: float
    width_m: float
    coefficient: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A link as SWMM has it; `rows` are depths in the storage it leaves [m] and flows [m3/s]."""

    link: Link
    kind: str
    """PUMP, WEIR, ORIFICE or OUTLET."""
    rows: tuple[Row, ...] = ()
    steep: tuple[float, float] | None = None
    """Instead of rows: a crest [m], and flow per metre of water above it [m2/s]."""
    behind: Curve | None = None
    """Instead of rows, of a link that feels the water behind it: where its head begins, and its flow under a metre."""
    opening: Opening | None = None
    """Instead of rows, of an orifice."""
    is_set: bool = False
    """Whether its rows are those of the opening at which it stays."""

    @property
    def shares(self) -> bool:
        """Whether it is a sluice that passes a share of its full flow there, since its lip cannot be moved."""
        return isinstance(self.link.rating, GateRating) and self.opening is None and not self.is_set


def passages(
    basin: Basin, leaving: Iterable[Link], turned: Mapping[str, float | None], felt: Container[str], settles_s: float
) -> list[Passage]:
    """How the links of a storage are carried; those in `turned` do not stay fully open, but at a share where it is
    given; those in `felt` feel the water behind them.

    Links of fixed flow begin one above the other in the order in which they are served, each
    over the depth from which it takes `settles_s` to lower the water: that is how SWMM shares
    what a dry storage receives as we do.
    """
    found, bottom = [], 0.0
    for link in sorted(leaving, key=lambda each: (each.priority, each.id)):
        opening = _opening(basin, link, turned, felt)
        if opening is not None:
            found.append(Passage(link, "ORIFICE", opening=opening))
            continue
        if link.id in felt and not isinstance(link.rating, WeirRating) and link.rating is not None:
            curve = head_curve(basin, link.rating)
            found.append(Passage(link, "OUTLET", behind=curve, is_set=link.id not in turned))
            continue
        if link.rating is not None or link.kind in SPILLS:
            found.append(_by_depth(basin, link, turned, settles_s))
            continue
        top = basin.depth_m(basin.volume_m3(bottom) + link.capacity_m3_s * settles_s)
        kind = "PUMP" if link.kind is LinkKind.PUMP else "OUTLET"
        found.append(Passage(link, kind, _ramp(bottom, top, link.capacity_m3_s, basin.top_m)))
        bottom = bottom if link.start_m3 is not None else top
    return found


def _opening(basin: Basin, link: Link, turned: Container[str], felt: Container[str]) -> Opening | None:
    """The opening of a sluice, whose lip SWMM moves as we do, and of a hole that feels the water behind it and is never
    turned, since we would let it pass a share; None for one that begins below the depths that SWMM knows, or has a
    limit."""
    match link.rating:
        case GateRating(width, height, sill, coefficient):
            found = Opening(sill - basin.floor_m, height, width, coefficient)
        case OrificeRating(area, centre, coefficient) if link.id in felt and link.id not in turned:
            found = Opening(centre - sqrt(area) / 2 - basin.floor_m, sqrt(area), sqrt(area), coefficient)
        case _:
            return None
    return found if found.low_m >= 0 and link.capacity_m3_s <= 0 and link.kind is not LinkKind.PUMP else None


def largest_m3_s(passage: Passage, basin: Basin) -> float:
    """What it passes when the storage is full, fully open; 0 for an overflow without a crest length [m3/s]."""
    if passage.link.rating is not None and not passage.rows:
        return rating_m3_s(passage.link.rating, basin.wall_m + basin.floor_m)
    return max((flow for depth, flow in passage.rows if depth <= basin.wall_m), default=0.0)


def _by_depth(basin: Basin, link: Link, turned: Mapping[str, float | None], settles_s: float) -> Passage:
    """A link whose flow follows the depth."""
    if link.rating is None:
        over_m = basin.wall_m if link.kind is LinkKind.WALL else basin.crest_m
        return Passage(link, "OUTLET", steep=(over_m, basin.area_m2(over_m) / settles_s))
    if isinstance(link.rating, WeirRating) and link.id not in turned and link.capacity_m3_s <= 0:
        return Passage(link, "WEIR")
    kind = "PUMP" if link.kind is LinkKind.PUMP else "OUTLET"
    rating, is_set = _set(link.rating, turned.get(link.id, 1.0))
    return Passage(link, kind, _tabulated(basin, link, rating, settles_s), is_set=is_set)


def _set(rating: Rating, share: float | None) -> tuple[Rating, bool]:
    """A sluice as if fully open with its lip where it stays, if it does."""
    if isinstance(rating, GateRating) and share is not None:
        return replace(rating, height_m=rating.height_m * share), True
    return rating, False


def _tabulated(basin: Basin, link: Link, rating: Rating, settles_s: float) -> tuple[Row, ...]:
    """A rating in rows, from where it begins to pass."""
    sill = _sill_m(basin, rating)
    depths = [sill + (basin.top_m - sill) * (row / ROWS) ** 2 for row in range(ROWS + 1)]
    limit = link.capacity_m3_s if link.capacity_m3_s > 0 else float("inf")
    rows = [(depth, min(rating_m3_s(rating, depth + basin.floor_m), limit)) for depth in depths]
    held = [(depth, min(flow, basin.volume_m3(depth) / settles_s)) for depth, flow in rows]
    return tuple(held if sill <= 0 else [(0.0, 0.0), *held])


def _sill_m(basin: Basin, rating: Rating) -> float:
    """Depth up to which a rating passes nothing, found by halving [m]."""
    low, high = 0.0, basin.top_m
    if rating_m3_s(rating, basin.floor_m) > 0:
        return 0.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (low, middle) if rating_m3_s(rating, basin.floor_m + middle) > 0 else (middle, high)
    return low if low > 1e-5 else 0.0


def _ramp(bottom_m: float, top_m: float, flow_m3_s: float, end_m: float) -> tuple[Row, ...]:
    """Nothing up to a depth, all from another on."""
    start = ((0.0, 0.0),) if bottom_m > 0 else ()
    return (*start, (bottom_m, 0.0), (top_m, flow_m3_s), (max(end_m, 2 * top_m), flow_m3_s))


def weir_coefficient(rating: WeirRating) -> float:
    """What SWMM multiplies with length and head to the power of 1.5 [m^0.5/s].

    >>> round(weir_coefficient(WeirRating(5, 2)), 4)
    1.8604
    """
    return rating.coefficient * sqrt(2 * GRAVITY)


def lifted(passage: Passage, basin: Basin, share: float | None) -> Passage:
    """The same as a pump, for a link that would end above its beginning; `share` as in `passages`."""
    rows, is_set = passage.rows, passage.is_set
    if passage.steep is not None:
        crest, slope = passage.steep
        rows = ((0.0, 0.0), (crest, 0.0), (basin.top_m, slope * (basin.top_m - crest)))
    elif passage.link.rating is not None and not rows:
        rating, is_set = _set(passage.link.rating, share)
        rows = _tabulated(basin, passage.link, rating, 1.0)
    return Passage(passage.link, "PUMP", rows, is_set=is_set)
