"""What stands round every figure is measured before it is placed, and what it leaves is the figure's."""

import pytest

from sim.report.figures import Look, Sheet
from sim.report.figures.frame import MORE_MM, Frame
from sim.report.figures.legend import LINE_MM, area, legend, mark
from sim.report.figures.style import INK, styled
from tests.report.figures.looks import check_legible, texts

FOOT = ["What the numbers are. " * 20, "", "Where they come from."]


def signs(count):
    return [area(f"a sign that says what number {each} means", facecolor=INK) for each in range(count)]


@pytest.mark.parametrize("sheet", Sheet)
@pytest.mark.parametrize("groups", [0, 1, 2])
def test_what_is_as_high_as_there_is_room_fills_the_sheet(sheet, groups):
    with styled():
        frame = Frame(Look(sheet=sheet), "Title", "of what", FOOT, [signs(9)] * groups, under_mm=9, over_mm=7)
        paper = frame.paper(frame.most_mm)

        assert (paper.width_mm, paper.height_mm) == pytest.approx(sheet.value)
        check_legible(paper.finished())


def test_a_longer_foot_and_legend_leave_less_room():
    """
    One line of the foot is 3.2 mm; a second row of signs is a line of the legend.
    """
    with styled():
        short, long, tall = (
            Frame(Look(), "Title", "of what", foot, [signs(2)] * groups)
            for foot, groups in ((["one"], 1), (["one", "two"], 1), (["one"], 2))
        )

    assert short.most_mm - long.most_mm == pytest.approx(3.2)
    assert short.most_mm - tall.most_mm == pytest.approx(LINE_MM)


def test_signs_that_are_too_wide_for_a_row_stand_in_columns():
    with styled():
        found = legend([signs(7)], 160.0)

    assert len({len(row) for row in found.rows[:-1]}) == 1
    lefts = [[left for left, _ in row] for row in found.rows]
    assert all(row == lefts[0][: len(row)] for row in lefts)
    assert sum(map(len, found.rows)) == 7


def test_words_become_smaller_where_that_saves_a_row():
    """
    The widest room at which 7 pt takes two rows is enough for one at 6.5 pt.
    """
    with styled():
        whole = sum(left for left, _ in legend([signs(2)], 999.0).rows[0]) * 2
        large, small = (legend([signs(2)], whole * share) for share in (1.0, 0.97))

    assert (large.size_pt, len(large.rows)) == (7.0, 1)
    assert (small.size_pt, len(small.rows)) == (6.5, 1)


def test_words_before_signs_stand_in_their_row():
    with styled():
        frame = Frame(Look(), "Title", "of what", ["foot"], [["Where it came from:", mark("rain", color=INK)]])
        boxes = dict(texts(frame.paper(20.0).finished()))

    assert boxes["Where it came from:"].x1 < boxes["rain"].x0
    assert boxes["Where it came from:"].y0 == pytest.approx(boxes["rain"].y0, abs=2)


def test_rows_leave_a_line_to_say_how_many_are_not_shown():
    """
    All of 10 rows fit as high as they are meant to be; of 1,000 as many as there is room for besides that line.
    """
    with styled():
        frame = Frame(Look(), "Title", "of what", ["foot"])
        few, many = frame.rows(10, 8.0, 5.0), frame.rows(1000, 8.0, 5.0)
        paper = frame.paper(many[0] * many[1], "990 more")

        assert few == (10, 8.0)
        assert many[0] == int((frame.most_mm - MORE_MM) / 5.0)
        assert paper.height_mm <= Sheet.A4.value[1] + 1e-6
        check_legible(paper.finished())
