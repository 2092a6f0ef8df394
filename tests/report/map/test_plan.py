"""Where things stand on a map: by hand on a true one; on a schematic always apart, in their bands, and the same."""

from itertools import combinations
from pathlib import Path

import pytest

from sim.load import load_case, load_park
from sim.park import Link, LinkKind, LocalPlace, Name, Park, Place, Plant, Storage, Tier
from sim.report.map import plan_of
from sim.report.map.areas import areas_of
from sim.report.map.chosen import MOST, _with_others
from sim.result import run

ROOT = Path(__file__).parents[3]
SCENARIOS = sorted(path.name for path in (ROOT / "scenarios").glob("*.yaml"))


@pytest.fixture(scope="module", params=SCENARIOS)
def changshou(request):
    case = load_case(ROOT / "scenarios" / request.param)
    result = run(case.park, case.scenario)
    return result.park, result.record, plan_of(result.park, result.record)


@pytest.fixture(scope="module")
def first():
    """The park of the planners' page, with its run."""
    case = load_case(ROOT / "docs" / "first-park" / "fire.yaml")
    return run(case.park, case.scenario)


def boxes_apart(one, other):
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


def test_every_storage_stands_there_once(changshou):
    park, _, plan = changshou

    assert sorted(each.id for each in plan.nodes if each.sort == "storage") == sorted(park.storages)
    names = [(each.sort, each.id) for each in plan.nodes]
    assert len(names) == len(set(names))


def test_what_accident_water_reached_is_large(changshou):
    _, record, plan = changshou
    reached = {id for id, at_s in zip(record.storages.ids, record.storages.reached_at_s, strict=True) if at_s >= 0}

    assert reached <= {each.id for each in plan.nodes if each.main}


def test_every_link_that_carried_accident_water_is_drawn(changshou):
    _, record, plan = changshou
    carried = {id for id, volume in zip(record.links.ids, record.links.accident_m3, strict=True) if volume > 0}

    assert carried <= {each.id for each in plan.edges}


def test_nothing_lies_on_anything_else(changshou):
    _, _, plan = changshou
    solid = [each for each in plan.nodes if each.sort in ("storage", "receiver", "crew")]

    assert [(one.id, other.id) for one, other in combinations(solid, 2) if not boxes_apart(one, other)] == []


def test_everything_stands_on_the_sheet_and_in_the_band_of_its_tier(changshou):
    _, _, plan = changshou
    bands = {each.tier: each for each in plan.bands}
    for node in plan.nodes:
        assert node.x >= 0
        assert node.right <= plan.width
        assert node.y >= 0
        assert node.bottom <= plan.height
        if node.sort in ("storage", "receiver"):
            assert bands[node.tier].y <= node.y
            assert node.bottom <= bands[node.tier].y + bands[node.tier].height


def test_links_have_square_corners_and_end_on_the_borders_of_what_they_join(changshou):
    _, _, plan = changshou
    places = {each.id: each for each in plan.nodes if each.sort in ("storage", "receiver")}
    for edge in plan.edges:
        for (x, y), (end_x, end_y) in zip(edge.points, edge.points[1:], strict=False):
            assert x == pytest.approx(end_x) or y == pytest.approx(end_y)
        for (x, y), id in ((edge.points[0], edge.source), (edge.points[-1], edge.target)):
            node = places[id]
            on_side = min(abs(x - node.x), abs(x - node.right)) < 1e-6 and node.y <= y <= node.bottom
            on_top = min(abs(y - node.y), abs(y - node.bottom)) < 1e-6 and node.x <= x <= node.right
            assert on_side or on_top, edge.id


def test_links_run_round_what_they_do_not_join(changshou):
    _, _, plan = changshou
    large = [each for each in plan.nodes if each.main and each.sort in ("storage", "receiver")]
    through = []
    for edge in plan.edges:
        for (x, y), (end_x, end_y) in zip(edge.points, edge.points[1:], strict=False):
            for node in large:
                clear = max(x, end_x) <= node.x or min(x, end_x) >= node.right or max(y, end_y) <= node.y
                if not (clear or min(y, end_y) >= node.bottom):
                    through.append((edge.id, node.id))
    assert through == []


def test_the_river_runs_from_left_to_right(changshou):
    _, _, plan = changshou
    middles = [plan.node(f"river-{number}").middle[0] for number in range(1, 8)]

    assert middles == sorted(middles)


def test_the_same_run_gives_the_same_map(changshou):
    park, record, plan = changshou

    assert plan_of(park, record) == plan


def test_other_runs_are_drawn_as_far_as_there_is_room():
    """
    Of a run that reached 27 storages and three that reached others: 28 are drawn, and the 28th is what two reached.
    """
    own = {f"own-{k}" for k in range(MOST - 1)}

    assert _with_others(own, [{"a", "b", "own-1"}, {"b"}, {"c"}]) == own | {"b"}
    assert _with_others(own | {"z"}, [{"b"}]) == own | {"z"}


def test_a_large_park_alone_shows_all_links_and_names_its_river():
    park = load_park(ROOT / "configs" / "changshou-yanjia")
    plan = plan_of(park)

    assert {each.id for each in plan.edges} == {
        id for id, each in park.links.items() if each.target in park.storages or plan.node(each.target, "receiver")
    }
    large = {each.id for each in plan.nodes if each.main and each.sort == "storage"}
    assert large == {f"river-{n}" for n in range(1, 8)}


def test_places_by_x_and_y_make_a_true_map(first):
    """
    From the crew at x = 60 m to the river at 850 m there are 790 m, on 1600 - 2 * 110 - 190 = 1190 units: 0.6639 m a
    unit, more than the 480 m from -60 to 420 m need on 1150 - 220 = 930. The bund, at 120 m and at the northern edge,
    stands 110 + 60 / 0.6639 = 200.4 units from the left and 110 from the top.
    """
    plan = plan_of(first.park, first.record)

    assert plan.geographic
    assert plan.metres_a_unit == pytest.approx(790 / 1190)
    assert plan.node("bund").middle == pytest.approx((200.38, 110), abs=0.01)
    assert plan.node("duty", "crew").middle == pytest.approx((110, 110 + 170 * 1190 / 790), abs=0.01)


def test_a_receiver_without_a_place_stands_beside_what_drains_into_it(first):
    """The river's centre is at the right edge of what has places, 1190 + 110; the receiver begins 75 + 70 units on."""
    plan = plan_of(first.park, first.record)
    river, out = plan.node("river"), plan.node("out", "receiver")

    assert (river.placed, out.placed) == (True, False)
    assert out.x == pytest.approx(1300 + 75 + 70)
    assert out.middle[1] == pytest.approx(river.middle[1])


def park_at(**places):
    """A bund, a pool and a tank that has no place, by their places."""
    storages = [Storage(id, Name(id), "plant", "bund", 100, place=places.get(id)) for id in ("bund", "pool", "tank")]
    link = Link("drain", Name("drain"), LinkKind.PIPE, "bund", "pool", 1.0)
    return Park.of(storages, [link])


def test_degrees_are_drawn_in_proportion():
    """
    At 60 degrees north a degree of longitude is half one of latitude: 0.02 degrees east are as far as 0.01 north, but
    for the curve of the parallel within the park.
    """
    plan = plan_of(park_at(bund=Place(10.0, 59.995), pool=Place(10.02, 60.005)))
    (x, y), (end_x, end_y) = plan.node("bund").middle, plan.node("pool").middle

    assert y - end_y == pytest.approx(end_x - x, rel=1e-3)
    assert (y - end_y) * plan.metres_a_unit == pytest.approx(1111.95, rel=1e-4)


def test_a_storage_without_place_or_links_stands_in_a_row_at_the_side():
    plan = plan_of(park_at(bund=LocalPlace(0, 0), pool=LocalPlace(400, 300)))

    assert not plan.node("tank").placed
    assert plan.node("tank").x >= 1600 - 190


def test_large_things_at_one_place_are_pushed_apart():
    plan = plan_of(park_at(bund=LocalPlace(0, 0), pool=LocalPlace(1, 1), tank=LocalPlace(900, 500)))

    assert boxes_apart(plan.node("bund"), plan.node("pool"))


def test_places_of_less_than_half_the_storages_make_no_map():
    assert not plan_of(park_at(bund=LocalPlace(0, 0))).geographic
    assert not plan_of(park_at(bund=LocalPlace(5, 5), pool=LocalPlace(5, 5))).geographic


def test_an_area_is_inherited_downstream():
    """The works lie in A; what they drain into does too, and what that drains into; a lone tank lies nowhere."""
    storages = [
        Storage("pit", Name("pit"), "plant", "pit", 1, plant="works"),
        *(Storage(id, Name(id), "public", "pipe", 1) for id in ("main", "pool", "tank")),
    ]
    links = [Link("a", Name("a"), LinkKind.PIPE, "pit", "main", 1.0),
             Link("b", Name("b"), LinkKind.PIPE, "main", "pool", 1.0)]  # fmt: skip
    park = Park.of(storages, links, plants={"works": Plant("works", Name("works"), "A")},
                   tiers={id: Tier(id, Name(id), Name("")) for id in ("plant", "public")})  # fmt: skip

    assert areas_of(park) == {"pit": "A", "main": "A", "pool": "A", "tank": ""}
