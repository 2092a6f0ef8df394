"""From the spill to the boundary."""

from pathlib import Path

import numpy as np
import pytest

from sim.load import load_case
from sim.record.table import Table
from sim.report.figures.waterfall import draw_waterfall, waterfall_table
from sim.result import run
from tests.report.figures.looks import texts


def columns(table: Table, *names):
    """Each tier's cells below some headers."""
    places = [table.header.index(name) for name in names]
    return [[row[place] for place in places] for row in table.rows]


def test_a_pool_by_hand():
    """
    1 m3 of product and 600 m3/h of fire water for 4 h: 2,401 m3; the unit treats 60 m3/h from T+21 h to T+24 h, 180 m3;
    2,221 m3 stay.
    """
    case = load_case(Path("docs/small-plant/fire.yaml"))
    table = waterfall_table(run(case.park, case.scenario))

    names = ("came product [m3]", "came firewater [m3]", "treated or recovered [m3]", "stays [m3]", "goes on [m3]")
    assert columns(table, *names) == [pytest.approx([1, 2400, 180, 2221, 0], abs=1e-3)]


def test_the_plant_of_the_late_wall_by_hand(results):
    """
    Product 1,000; fire water 0.12 x 18,000 + 0.05 x 18,000 = 3,060; process 20 x 10 = 200; 230 stood there. 300 stay in
    the pool; all else goes on, as the verdict's crossings have it.
    """
    result = results["late-wall"]
    plant = result.verdict.tiers[0]
    names = ("came product [m3]", "came firewater [m3]", "came process [m3]", "occupied [m3]", "stays [m3]",
             "goes on [m3]")  # fmt: skip

    crossed = sum(each.volume_m3 for each in (*plant.escapes, *plant.transfers))
    expected = [1000, 3060, 200, 230, 300, crossed]
    assert columns(waterfall_table(result), *names)[0] == pytest.approx(expected, abs=1)


def test_what_stays_is_what_the_record_ends_with(results):
    """
    Tier by tier the final volumes of the storages that accident water reached, river water in a column of its own.
    """
    for result in results.values():
        seen = result.record.storages
        reached = ~np.isnan(seen.reached_at_s)
        tiers = np.array([result.park.storages[id].tier for id in seen.ids])
        ends = [seen.final[reached & (tiers == tier)].sum() for tier in result.park.tiers]
        rows = columns(waterfall_table(result), "stays [m3]", "river water standing there [m3]")

        assert [sum(row) for row in rows] == pytest.approx(ends, abs=1e-3)


@pytest.mark.parametrize("name", ["boundary-breach", "late-wall", "night-shift", "storm-relief"])
def test_what_goes_on_is_what_crossed(results, name):
    """
    Where no water comes back: the verdict's escapes and transfers into storages, river water and pipes aside.
    """
    result = results[name]
    for (onward,), tier in zip(columns(waterfall_table(result), "goes on [m3]"), result.verdict.tiers, strict=True):
        ways = [each for each in (*tier.escapes, *tier.transfers) if each.target in result.park.storages]
        assert onward == pytest.approx(sum(sum(each.volume[:4]) for each in ways), abs=0.5)


def test_what_leaves_the_park_is_what_escapes_over_the_boundary(results):
    """
    Of the boundary breach, river water aside: 249 m3, and 18,935 m3 of river water with it, 19,184 m3 by the verdict.
    """
    result = results["boundary-breach"]
    *_, boundary = columns(waterfall_table(result), "left the park [m3]", "river water gone along [m3]", "margin [m3]")
    left, along, margin = boundary

    assert left + along == pytest.approx(result.verdict.tiers[-1].escaped_m3)
    assert along == pytest.approx(18_935, abs=1)
    assert margin == pytest.approx(-19_184, abs=1)


def test_bars_are_as_long_as_what_they_show(results):
    """
    Of the boundary breach: 2,000 product, 2,880 fire water, 1,030 rain, 250 process water; 1,030 stood there of 5,000
    that stay; 1,160 go on.
    """
    (axes,) = draw_waterfall(results["boundary-breach"]).axes
    lengths = [bar.get_width() for bar in axes.patches]

    assert lengths[:7] == pytest.approx([2000, 2880, 1030, 250, 1030, 3970, 1160], abs=0.5)


def test_the_room_is_drawn_round_what_stays_in_it(results):
    """
    Plant: 7,000 to the crest less 300 of freeboard, of it 1,030 occupied, begins where what goes on ends, at 1,160, and
    is longer than the axis; public facilities: 1,225 from 1,063 on.
    """
    (axes,) = draw_waterfall(results["boundary-breach"]).axes
    outlines = [line.get_xdata() for line in axes.lines if len(line.get_xdata()) > 3]

    assert [min(each) for each in outlines] == pytest.approx([1160, 1062.5, 277.6], abs=1)
    assert max(outlines[1]) - min(outlines[1]) == pytest.approx(1225)
    assert [len(each) for each in outlines] == [4, 5, 4]


def test_each_tier_says_its_room_and_its_margin(results):
    words = [each.replace("\n", " ") for each, _ in texts(draw_waterfall(results["boundary-breach"]))]

    assert "stays; usable room 5,670 m³ = 7,000 to the crest - 300 freeboard - 1,030 occupied" in words
    escaped = ["1,160 m³ escaped", "1,063 m³ escaped", "19,184 m³ escaped"]
    assert [each for each in words if each.endswith(" m³ escaped")] == escaped
    assert any("19,184 m³ of accident water left the park, of which 175 m³ product" in each for each in words)
    assert "left the park (19,184 m³ with river water)" in words


def test_a_tier_that_nothing_reached_says_so(results):
    words = [each for each, _ in texts(draw_waterfall(results["tank-fire"]))]

    assert words.count("no accident water came") == 2


def test_water_that_comes_back_is_a_bar_of_its_own(results):
    """
    Of the clean river 733 m3 come back into the public facilities.
    """
    words = [each for each, _ in texts(draw_waterfall(results["clean-and-dirty"]))]

    assert "+733 m³" in words
    assert "- 733 m³" in words
