"""A drawn network in our words."""

from sim.park import GateRating, OrificeRating, Prism, StageTable, Trapezoid, WeirRating
from sim.scenario import Action, Clock
from tests.swmm.draw_networks import FEELING, HEAD_M, ROWS
from tests.water.by_hand import link, park_of, pool, pour, pump, script, spillway, valve


def case(net):
    """The park and the scenario."""
    tied = {end for each in net.ways if each.kind in FEELING for end in (each.source, each.target)}
    storages = [_storage(each, each.id in tied) for each in net.basins]
    shapes = {each.id: each.shape for each in storages}
    links = [_link(each, shapes[each.source]) for each in net.ways]
    pours = [_pour(*each, place) for place, each in enumerate(net.pulses)]
    turns = [
        Action(f"{way.id}-{place}", Clock(at_s), 0.0, ((way.id, share),))
        for way in net.ways
        for place, (at_s, share) in enumerate(way.turns[1:])
    ]
    return park_of(storages, links), script(*pours, horizon_s=net.horizon_s, actions=turns)


def _storage(basin, is_tied):
    shape = _shape(basin)
    others = {"initial": {"rain": shape.volume_m3(basin.first_m)}} if basin.first_m else {}
    others |= {"floor_m": basin.floor_m} if is_tied else {}
    return pool(basin.id, shape.volume_m3(basin.crest_m), shape=shape, **others)


def _shape(basin):
    match basin.kind:
        case "vertical":
            return Prism(basin.length_m * basin.bottom_m)
        case "trapezoid":
            return Trapezoid(basin.length_m, basin.bottom_m, basin.side)
        case "slope":
            return Trapezoid(basin.length_m, basin.bottom_m, 0.0, bed_slope=basin.bed)
        case _:
            depths = [basin.wall_m * row / ROWS for row in range(ROWS + 1)]
            return StageTable(tuple(depths), tuple(basin.volume_m3(depth) for depth in depths))


def _link(way, shape):
    """A way as one of our links."""
    ends, first = (way.id, way.source, way.target or "out"), way.turns[0][1]
    match way.kind:
        case "hole" | "back":
            rating = OrificeRating(way.high_m * way.wide_m, way.low_m + way.high_m / 2)
            return link("orifice", *ends, rating=rating, backwater=way.kind in FEELING)
        case "sluice" | "flap":
            rating = GateRating(way.wide_m, way.high_m, way.low_m)
            return link("gate", *ends, rating=rating, opening=first, backwater=way.kind in FEELING)
        case "weir":
            return link("weir", *ends, rating=WeirRating(way.wide_m, way.low_m))
        case "crest":
            return spillway(*ends, rating=WeirRating(way.wide_m, way.low_m, head_m=HEAD_M))
        case "valve":
            return valve(*ends, way.flow_m3_s, opening=first)
        case "pump":
            return pump(*ends, way.flow_m3_s)
        case _:
            levels = {"start_m3": shape.volume_m3(way.high_m), "stop_m3": shape.volume_m3(way.low_m)}
            return pump(*ends, way.flow_m3_s, **levels)


def _pour(basin, from_s, until_s, flow_m3_s, place):
    steps = ((from_s, flow_m3_s), (until_s, 0.0))
    return pour("fire", basin, *steps, id=f"pulse-{place}")
