"""An axis of time that is broken where nothing happens."""

import numpy as np
import pytest

from sim.report.figures.courses import TierCourse, refined
from sim.report.figures.hydrographs import draw_hydrographs
from sim.report.figures.sankey import draw_sankey
from sim.report.figures.stack import draw_stack
from sim.report.figures.stretches import GAP, stretches
from sim.report.figures.waterfall import draw_waterfall
from tests.report.figures.looks import texts

HOUR = 3600


def test_a_quiet_day_is_short_and_every_busy_stretch_can_be_seen():
    """
    Events at 0 to 20 min and at 100 to 104 h of 105 h: of the axis 4.5 % are the break, at least 13 % of the rest the
    first stretch, which is 0.4 of 6 h; unbroken those 20 min would be a third of a hundredth.
    """
    axis = stretches([0, 1200, 100 * HOUR, 104 * HOUR], 105 * HOUR)
    first = float(axis.place(1200))

    assert axis.broken
    assert len(axis.busy) == 2
    assert axis.busy[0] == (0.0, 1500)
    assert first > 0.09 > 20 / (105 * 60)
    assert float(axis.place(axis.busy[1][0]) - axis.place(1500)) == pytest.approx(GAP)
    assert float(axis.place(105 * HOUR)) == pytest.approx(1)


@pytest.mark.parametrize(("times", "until_h"), [
    (range(0, 100, 10), 100),  # never more than a tenth between two events
    ([0, 30, *range(31, 100)], 100),  # a pause of 30 h, and 70 of 100 h busy
    ([0, 1, 34], 35),  # quiet, but not long
])  # fmt: skip
def test_an_axis_that_would_win_little_stays_whole(times, until_h):
    assert stretches([at * HOUR for at in times], until_h * HOUR).busy == ((0.0, until_h * HOUR),)


def test_times_and_places_are_each_other_s_reverse():
    axis = stretches([0, 1200, 100 * HOUR, 104 * HOUR], 105 * HOUR)
    times = np.linspace(0, 105 * HOUR, 500)

    assert axis.time_s(axis.place(times)) == pytest.approx(times, abs=1e-3)
    assert (np.diff(axis.place(times)) > 0).all()


def test_a_line_across_a_break_gets_a_point_there():
    """
    From 0 to 10 m3 in 10 s: 4 at 4 s; the jump at 5 s keeps its two rows.
    """
    course = TierCourse(np.array([0.0, 5, 5, 10]), np.array([[0.0], [5], [7], [12]]), np.array([1.0, 1, 2, 2]))
    found = refined(course, [4.0, 5.0])

    assert found.at_s.tolist() == [0, 4, 5, 5, 10]
    assert found.volume[:, 0].tolist() == pytest.approx([0, 4, 5, 7, 12])
    assert found.room_m3.tolist() == [1, 1, 1, 2, 2]


def test_a_run_of_days_is_drawn_with_breaks(results):
    """
    The late wall: everything happens within a day of the start and around day five.
    """
    words = [each for each, _ in texts(draw_hydrographs(results["late-wall"]))]

    assert "//" in words
    assert any("120:00" in each for each in words)


@pytest.mark.parametrize("draw", [draw_stack, draw_waterfall, draw_sankey])
def test_one_number_for_what_left_the_park(results, draw):
    """
    5,724 m3 in the verdict of the late wall, 40.9 m3 of them product, fire and process water.
    """
    result = results["late-wall"]
    words = " ".join(each.replace("\n", " ") for each, _ in texts(draw(result)))

    assert round(result.verdict.tiers[-1].escaped_m3) == 5724
    assert "5,724 m³" in words
    assert "40.9 m³ product" in words
    assert "-5,724" not in words
