"""Where water goes that a storage has no room for, and how high it can stand before it does."""

import pytest

from sim.park import LinkKind, Prism, WeirRating
from sim.park.spill import ends_of, raise_m, raised, spillways, top_m3, unwritten, wall_m3
from sim.park.way import escapes, overflow
from tests.water.by_hand import park_of, pool, pump, spillway, valve

WEIR = WeirRating(length_m=5, crest_m=2, head_m=0.5)


def ponds():
    """
    weired --crest of 5 m--> plain --spillway--> bare (public), a pump, and a valve to the sewage works:
    every storage spills somewhere, and behind the crest stands a wall.
    """
    storages = [
        pool("weired", 200, shape=Prism(100), over_wall="plain"),
        pool("plain", 300),
        pool("bare", 400, "public"),
    ]
    links = [
        spillway("crest", "weired", "plain", rating=WEIR),
        spillway("lip", "plain", "bare"),
        pump("lift", "plain", "bare", 1.0, transfer=True),
        valve("works", "bare", "treated", 1.0),
        valve("ditch", "weired", "out", 1.0),
    ]
    return park_of(storages, links)


def test_links_that_no_file_writes():
    """
    A wall behind the crest, to where the file says; the bare pool spills onto the ground.
    """
    found = [(each.id, each.kind, each.source, each.target) for each in unwritten(ponds())]

    assert found == [
        ("weired>wall", LinkKind.WALL, "weired", "plain"),
        ("bare>ground", LinkKind.SPILLWAY, "bare", "ground"),
    ]
    assert set(spillways(ponds())) == {"weired", "plain"}


@pytest.mark.parametrize(
    ("id", "ends"),
    [
        ("lift", ("plain", "bare")),
        ("ditch", ("weired", "out")),
        ("weired>wall", ("weired", "plain")),
        ("bare>ground", ("bare", "ground")),
    ],
)
def test_the_ends_of_a_link(id, ends):
    assert ends_of(ponds(), id) == ends


@pytest.mark.parametrize(
    ("storage", "links"), [("weired", ["crest", "weired>wall"]), ("plain", ["lip"]), ("bare", ["bare>ground"])]
)
def test_what_stands_higher_with_a_raised_crest(storage, links):
    assert raised(ponds(), storage) == links


@pytest.mark.parametrize(("raise_m3", "height_m"), [(0, 0), (0.5, 0.005), (50, 0.5)])
def test_how_far_a_crest_can_be_raised(raise_m3, height_m):
    """
    On 100 m2, half a cubic metre is 5 mm; nobody knows it without a shape.
    """
    assert raise_m(pool("pool", 200, shape=Prism(100), raise_m3=raise_m3)) == pytest.approx(height_m)
    assert raise_m(pool("pool", 200, raise_m3=raise_m3)) == 0


@pytest.mark.parametrize(
    ("shape", "rating", "wall", "wall_raised", "top"),
    [
        (Prism(100), WEIR, 250, 260, 300),
        (Prism(100), None, 200, 250, 250),
        (None, None, 200, 250, 250),
    ],
)
def test_water_at_the_top_of_the_wall(shape, rating, wall, wall_raised, top):
    """
    100 m2 with its crest at 2 m, 0.5 m of head over it: 250 m3, with the crest 0.1 m higher 260, and 300 as high as its
    50 m3 of sandbags go. Without a length the crest holds nothing above it: 200 m3, or all that sandbags hold.
    """
    storage = pool("pool", 200, shape=shape, raise_m3=50)
    over = spillway("over", "pool", "out", rating=rating)

    assert wall_m3(storage, over) == pytest.approx(wall)
    assert wall_m3(storage, over, raised_m=0.1) == pytest.approx(wall_raised)
    assert top_m3(storage, over) == pytest.approx(top)
    assert wall_m3(storage, None, raised_m=0.1) == top_m3(storage, None) == 250


def test_a_crest_without_a_raise_has_its_wall_for_a_top():
    """
    250 m3, and 240 over 10 m3 of dead volume.
    """
    over = spillway("over", "pool", "out", rating=WEIR)

    assert top_m3(pool("pool", 200, shape=Prism(100)), over) == pytest.approx(250)
    assert top_m3(pool("pool", 200, shape=Prism(100), dead_m3=10), over) == pytest.approx(240)


def test_the_way_of_what_does_not_fit():
    """
    Inside the plant, uncontrolled into the public pool, and onto the ground from there: two tiers.
    """
    park = ponds()
    ways = {id: overflow(park, id, spillways(park)) for id in ("weired", "plain", "bare")}

    assert {id: (list(way.leaves), way.controlled) for id, way in ways.items()} == {
        "weired": ([], False),
        "plain": ([0], False),
        "bare": ([1, 2], False),
    }


def test_links_over_which_a_tier_would_lose_water():
    """
    The ditch crosses all three tiers, the lip the first; the pump is a transfer, and the works treat what they get.
    """
    found = {tier: [each.id for each in escapes(ponds(), tier)] for tier in ("plant", "public", "boundary")}

    assert found == {"plant": ["lip", "ditch"], "public": ["ditch"], "boundary": ["ditch"]}
