"""Figures of sweeps: areas end at borders that are known by hand, and every word can be read."""

from itertools import pairwise
from math import hypot, nan
from pathlib import Path

import pytest

from sim.ensemble import Start, prepare
from sim.ensemble.player import TierOutcome
from sim.ensemble.sweep import Axis, Flip, Spot, Sweep, axes_of, run_chances, run_sweep, swept
from sim.park import Uncertain
from sim.park.spread import Uniform
from sim.report.figures import Look, Sheet
from sim.report.figures.sweep import draw_sweep
from sim.report.figures.verdict_map import Cells, chained
from sim.words import LANGUAGES
from tests.report.figures.looks import check_legible, kept, texts

ENSEMBLES = Path(__file__).parents[2] / "ensemble"
POOL, TWICE = ENSEMBLES / "sweep" / "pool.yaml", ENSEMBLES / "sweep" / "twice.yaml"
VOLUME, AREA = "releases.spill.volume=215..1195m3:8", "park.catchments.yard.area=2100..9900m2:5"
SWEEPS = {
    "lanes": (POOL, (VOLUME,), 0),
    "back": (TWICE, ("actions.shut.at=1..61min:13",), 0),
    "factors": (POOL, ("releases.spill.volume=10..10000m3:7/log",), 0),
    "map": (POOL, (VOLUME, AREA), 0),
    "not-all": (ENSEMBLES / "many.yaml", ("initial.pit.rain=420..620m3:5", "releases.spill.at=0..30min:4"), 0),
    "chances": (POOL, (AREA,), 20),
    "chance-map": (POOL, (AREA, "park.storages.pool.capacity=600..1200m3:5"), 20),
    "fine-map": (POOL, ("releases.spill.volume=5..1500m3:40", "park.catchments.yard.area=1..9999m2:20"), 1),
}


@pytest.fixture(scope="module")
def found():
    """Every sweep once, with its park and its scenario."""
    return {name: played(*each) for name, each in SWEEPS.items()}


def played(file, over, draws):
    start = Start(str(file), 1, sets=("releases.spill.volume={uniform: [300 m3, 1100 m3]}",) if draws else ())
    axes = axes_of(start, over)
    start = swept(start, axes)
    case = prepare(start).varying.case
    if draws:
        return case.park, case.scenario, run_chances(start, axes, draws, 1, lambda share: None), 3
    return case.park, case.scenario, run_sweep(start, axes, 1e-3, 1, lambda share: None), 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", list(Sheet))
@pytest.mark.parametrize("name", SWEEPS)
def test_every_word_can_be_read(found, name, sheet, language):
    check_legible(draw_sweep(*found[name], Look(language, sheet, ["a=b"], "pick")))


@pytest.mark.parametrize("tier", [0, 1])
def test_the_area_of_a_tier_ends_at_its_border(found, tier):
    """
    V + 0.05 A > 1,000 m3, or 1,100 m3, over 215 to 1,195 m3 and 2,100 to 9,900 m2: the border runs from V = 895 (995)
    to V = 505 (605), so breached is 7,800 x ((1195 - 895) + (1195 - 505)) / 2, or 100 m3 of V less.
    """
    sweep = found["map"][2]
    cells = Cells(sweep)
    area = sum(_shoelace(ring) for ring in cells.rings(lambda spot: spot.breached(tier)))
    line, = cells.borders(lambda spot: spot.breached(tier))
    shift = 100 * tier

    assert area == pytest.approx(7800 * (300 + 690 - 2 * shift) / 2, rel=2e-3)
    assert hypot((line[-1][0] - line[0][0]) / 390, (line[-1][1] - line[0][1]) / 7800) == pytest.approx(2**0.5, rel=0.01)
    assert all(volume + 0.05 * area_m2 == pytest.approx(1000 + shift, abs=1) for volume, area_m2 in line)


def test_what_begins_and_ends_on_one_edge_is_a_band():
    """
    From 0.2 to 0.7 along the lower edge of one cell, and from 0.3 to 0.6 along the upper one: (0.5 + 0.3) / 2 of it.
    """

    def spot(x, y, breached):
        return Spot((x, y), (TierOutcome("breached" if breached else "held", breached, 0.0, nan, nan),))

    def flip(edge, x, y, breached):
        return Flip((edge, 0), spot(x, y, not breached), spot(x, y, breached))

    axes = tuple(Axis(Uncertain(path, Uniform(0.0, 1.0), "", "volume"), (0.0, 1.0)) for path in ("x", "y"))
    flips = (flip(0, 0.2, 0, True), flip(0, 0.7, 0, False), flip(2, 0.3, 1, True), flip(2, 0.6, 1, False))
    corners = tuple(spot(x, y, False) for y in (0, 1) for x in (0, 1))
    cells = Cells(Sweep(("plant",), axes, corners, flips, 1e-3, None, 8))
    ring, = cells.rings(lambda spot: spot.breached(0))

    assert _shoelace(ring) == pytest.approx(0.4)
    assert sorted(map(sorted, cells.borders(lambda spot: spot.breached(0)))) == [[(0.2, 0), (0.3, 1)],
                                                                                [(0.6, 1), (0.7, 0)]]  # fmt: skip


def _shoelace(ring):
    """The area in a closed ring, however it turns."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def test_pieces_of_a_ring_are_one_line():
    """
    Four sides of a square, in no order.
    """
    line, = chained([((0, 0), (0, 1)), ((1, 1), (1, 0)), ((0, 1), (1, 1)), ((1, 0), (0, 0))])

    assert len(line) == 5
    assert line[0] == line[-1]


def test_turns_stand_above_their_lane(found):
    """
    20 and 30 min, in the middle of two runs at most 0.06 min apart.
    """
    words = {each for each, _ in texts(draw_sweep(*found["back"]))}
    turns = sorted(float(each.removesuffix(" min")) for each in words if each.endswith(" min"))

    assert turns == pytest.approx([20, 30], abs=0.04)


@kept("verdict-map-en")
def test_map_looks_as_it_did(found):
    return draw_sweep(*found["map"])


@kept("sweep-zh")
def test_lanes_look_as_they_did(found):
    return draw_sweep(*found["lanes"], Look("zh", Sheet.A4))


@kept("chance-map-zh")
def test_chances_look_as_they_did(found):
    return draw_sweep(*found["chance-map"], Look("zh", Sheet.A4))
