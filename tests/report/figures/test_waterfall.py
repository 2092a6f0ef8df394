"""From the spill to the boundary."""

from pathlib import Path

import numpy as np
import pytest

from sim.load import load_case
from sim.record.table import Table
from sim.report.figures.waterfall import draw_waterfall, waterfall_table
from sim.result import run


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
    Product 1,000; fire water 0.12 x 18,000 + 0.05 x 18,000 = 3,060; process 20 x 10 = 200; rain 0.02 x 51,000 on the
    yard and 0.02 x 3,000 in the bund, besides the 230 that stood there: 1,310. Of 5,570 stay 300 in the pool.
    """
    table = waterfall_table(results["late-wall"])
    names = ("came product [m3]", "came firewater [m3]", "came rain [m3]", "came process [m3]", "occupied [m3]",
             "stays [m3]", "goes on [m3]")  # fmt: skip

    assert columns(table, *names)[0] == pytest.approx([1000, 3060, 1310, 200, 230, 300, 5270], abs=1)


def test_what_stays_is_what_the_record_ends_with(results):
    """
    Tier by tier the final volumes of the storages that accident water reached.
    """
    for result in results.values():
        seen = result.record.storages
        reached = ~np.isnan(seen.reached_at_s)
        tiers = np.array([result.park.storages[id].tier for id in seen.ids])
        ends = [seen.final[reached & (tiers == tier)].sum() for tier in result.park.tiers]

        assert [cell for (cell,) in columns(waterfall_table(result), "stays [m3]")] == pytest.approx(ends, abs=1e-3)


def test_bars_are_as_long_as_what_they_show(results):
    """
    Of the boundary breach: the plant's 6,160 m3 by origin, 5,000 stay, 1,160 go on; 97.5 stay in public facilities.
    """
    result = results["boundary-breach"]
    (axes,) = draw_waterfall(result).axes
    lengths = [bar.get_width() for bar in axes.patches]
    table = waterfall_table(result)
    (came, *_), (stays, *_) = (columns(table, *(h for h in table.header if h.startswith("came"))),
                               columns(table, "stays [m3]", "goes on [m3]"))  # fmt: skip
    parts = [each for each in came[:4] if each > 0]

    assert sum(parts) == pytest.approx(6160, abs=0.5)
    assert lengths[: len(parts) + 2] == pytest.approx([*parts, *stays])
