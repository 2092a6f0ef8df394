"""Networks at random: storages, links of all kinds, inflows of all origins, actions.

Links without travel time run from a storage to a later one of a hidden order, so there is no loop
without travel time; links with travel time run anywhere. Numbers are a mixture of round ones,
so that things coincide, and of ones with all their digits.
"""

from dataclasses import replace
from math import pi

from hypothesis import strategies as st

from sim.park import (
    GateRating,
    GravityPipe,
    Link,
    LinkKind,
    Name,
    OrificeRating,
    Outlet,
    Park,
    Prism,
    RoundPipe,
    SiphonRating,
    StageTable,
    Storage,
    Tier,
    Trapezoid,
    WeirRating,
)
from sim.scenario import Action, Behaviour, Clock, Inflow, InflowKind, Level, Limits, Product, Scenario

TIERS = ("plant", "public", "boundary")
ENDS = ("out", "treated", "recovered")
RATED = (LinkKind.GATE, LinkKind.ORIFICE, LinkKind.WEIR, LinkKind.PIPE)
IDS = ("delta", "alpha", "foxtrot", "bravo", "echo", "hotel", "charlie", "golf")
"""In the hidden order, which is not that of the alphabet."""


def amounts(low, high):
    """Numbers from `low` to `high`: some round, some not."""
    step = (high - low) / 20
    return st.one_of(st.integers(0, 20).map(lambda k: low + k * step), st.floats(low, high, allow_subnormal=False))


SHARES = st.sampled_from((0.0, 0.25, 0.5, 1.0, 1 / 3))
TIMES = st.one_of(st.integers(0, 24).map(lambda k: k * 600.0), st.floats(0, 14_400, allow_subnormal=False))
LAGS = st.one_of(st.integers(1, 8).map(lambda k: k * 300.0), st.floats(60, 3600))
BY_ORIGIN = st.dictionaries(st.sampled_from(("product", "firewater", "rain", "process", "river")), SHARES, max_size=3)


@st.composite
def storages(draw, id):
    """A storage, about 2 m deep, perhaps with something in it."""
    capacity = draw(amounts(40, 2000))
    dead = draw(st.sampled_from((0.0, 0.0, 0.1))) * capacity
    filled = draw(BY_ORIGIN)
    whole = max(sum(filled.values()), 1.0)
    initial = {origin: share / whole * (capacity - dead) for origin, share in filled.items() if share > 0}
    shape = draw(st.sampled_from(("prism", "channel", "wedge", "main", "table")))
    shapes = {
        "prism": Prism(capacity / 2),
        "channel": Trapezoid(capacity / 20, 7.0, 1.5),
        "wedge": Trapezoid(capacity / 11.375, 7.0, 1.5, bed_slope=17.0625 / capacity),  # falls 1.5 m
        "main": RoundPipe(1.5, capacity / (pi * 0.75**2), 1.0 * pi * 0.75**2 / capacity),  # falls 1 m, full at 2.5 m
        "table": StageTable((0.0, 1.0, 2.0, 3.0), (0.0, capacity / 3, capacity, 2 * capacity)),
    }
    tier = draw(st.sampled_from(TIERS))
    floor = draw(st.sampled_from((0.0, 0.0, 0.5, 1.0, 2.5)))
    return Storage(id, Name(id), tier, "pool", capacity, initial, dead, shape=shapes[shape], floor_m=floor)


@st.composite
def ratings(draw, kind):
    """What a rated link of a kind may be like."""
    height = draw(st.sampled_from((0.0, 0.1, 0.5, 1.0)))
    match kind:
        case LinkKind.GATE:
            return GateRating(draw(amounts(0.2, 2)), draw(amounts(0.1, 1)), height)
        case LinkKind.ORIFICE:
            return OrificeRating(draw(amounts(0.01, 0.5)), height)
        case LinkKind.WEIR:
            return WeirRating(draw(amounts(0.2, 5)), height)
        case _ if draw(st.booleans()):
            return SiphonRating(draw(amounts(0.1, 0.8)), draw(amounts(20, 200)), height, draw(st.integers(1, 2)))
        case _:
            return GravityPipe(draw(amounts(0.1, 0.8)), draw(amounts(20, 800)), 1.0, height)


@st.composite
def links(draw, id, places, held, loops):
    """A link from one storage of `places` to a later one, with `loops` to any one after a while, or to an end."""
    source = draw(st.integers(0, len(places) - 1))
    target = draw(st.integers(0 if loops else source, len(places)))
    lag = draw(st.one_of(st.just(0.0), LAGS))
    if target in (source, len(places)):
        to = draw(st.sampled_from(ENDS))
    else:
        to = places[target].id
        lag = lag if target > source else draw(LAGS)
    kind = draw(st.sampled_from((LinkKind.PUMP, LinkKind.VALVE, *RATED)))
    rated = kind in RATED
    storage = places[source]
    link = Link(
        id,
        Name(id),
        kind,
        storage.id,
        to,
        capacity_m3_s=0.0 if rated and draw(st.booleans()) else draw(amounts(0.01, 1)),
        rating=draw(ratings(kind)) if rated else None,
        opening=draw(SHARES),
        leak=draw(st.sampled_from((0.0, 0.0, 0.02))),
        lag_s=lag,
        priority=draw(st.integers(0, 2)),
        outlet=draw(st.sampled_from(Outlet)),
        transfer=draw(st.booleans()),
        back_pressure=held and to not in ENDS and draw(st.booleans()),
    )
    if rated and to not in ENDS:
        link = replace(link, backwater=draw(st.booleans()), flap_m=draw(st.sampled_from((0.0, 0.0, 0.05))))
    if kind is LinkKind.PUMP and draw(st.booleans()):
        start = draw(st.sampled_from((0.2, 0.5, 0.9))) * storage.holds_m3
        link = replace(link, start_m3=start, stop_m3=start * draw(st.sampled_from((0.0, 0.5, 0.95))))
    return link


@st.composite
def spillways(draw, id, places, source):
    """A storage's spillway, plain or with a crest, to a later storage or out.

    Never back: full pools that spill into each other send every change round for ever.
    """
    target = draw(st.integers(source, len(places)))
    storage = places[source]
    crest = storage.shape.depth_m(storage.capacity_m3)
    rating = draw(st.sampled_from((None, WeirRating(5.0, crest), WeirRating(0.7, crest, head_m=0.2))))
    if target in (source, len(places)):
        to, lag = "out", 0.0
    else:
        to, lag = places[target].id, draw(st.one_of(st.just(0.0), LAGS))
    return Link(id, Name(id), LinkKind.SPILLWAY, storage.id, to, rating=rating, lag_s=lag, outlet=Outlet.TOP)


@st.composite
def parks(draw, held=True, loops=True):
    """A park of 2 to 8 storages; without `loops` water never comes back, whose changes may multiply for ever."""
    places = [draw(storages(id)) for id in IDS[: draw(st.integers(2, 8))]]
    lines = [draw(links(f"link-{k}", places, held, loops)) for k in range(draw(st.integers(1, 2 * len(places))))]
    over = draw(st.lists(st.sampled_from(range(len(places))), unique=True))
    lines += [draw(spillways(f"spillway-{k}", places, k)) for k in over]
    tiers = {id: Tier(id, Name(id), Name("")) for id in TIERS}
    return Park.of(places, lines, tiers=tiers)


@st.composite
def inflows(draw, id, ids):
    """Water that comes in steps into one storage or several."""
    into = draw(st.lists(st.sampled_from(ids), unique=True, min_size=1, max_size=3))
    times = sorted(draw(st.lists(TIMES, unique=True, min_size=1, max_size=4)))
    return Inflow(
        id,
        draw(st.sampled_from(InflowKind)),
        tuple(into),
        tuple(draw(amounts(0.5, 2)) for _ in into),
        tuple(times),
        tuple(draw(st.one_of(st.just(0.0), amounts(0, 1))) for _ in times),
    )


@st.composite
def actions(draw, id, park):
    """An order on a clock or a level, done at once or some time later."""
    storage = park.storages[draw(st.sampled_from(list(park.storages)))]
    level = Level(storage.id, draw(st.sampled_from((0.1, 0.5, 1.0))) * storage.holds_m3, draw(st.booleans()))
    when = draw(st.one_of(TIMES.map(Clock), st.just(level)))
    turned = [id for id, link in park.links.items() if link.kind is not LinkKind.SPILLWAY]
    openings = tuple((link, draw(SHARES)) for link in draw(st.lists(st.sampled_from(turned), unique=True, max_size=2)))
    return Action(id, when, draw(st.sampled_from((0.0, 600.0))), openings)


@st.composite
def scenarios(draw, park):
    """What happens in a park over at most half a day."""
    ids = list(park.storages)
    return Scenario(
        "random",
        Name("random"),
        horizon_s=draw(st.sampled_from((7200.0, 14_400.0, 43_200.0))),
        inflows=tuple(draw(inflows(f"inflow-{k}", ids)) for k in range(draw(st.integers(1, 4)))),
        actions=tuple(draw(actions(f"action-{k}", park)) for k in range(draw(st.integers(0, 3)))),
        product=Product(behaviour=draw(st.sampled_from(Behaviour))),
        limits=Limits(mixture_quantum=draw(st.sampled_from((0.01, 0.1)))),
    )


@st.composite
def cases(draw, held=True, loops=True):
    """A park and a scenario that plays in it."""
    park = draw(parks(held, loops))
    return park, draw(scenarios(park))
