"""Which single fault breaks which tier."""

import re

import pytest
from matplotlib.colors import to_rgb

from sim.check import Verdict
from sim.report.figures.fault_matrix import draw_fault_matrix, fault_matrix_table
from sim.report.figures.fills import VERDICT_COLOURS
from sim.report.figures.frame import cubic
from sim.report.numbers import at_minute
from sim.study.faults import FaultTable, fault_table
from tests.report.figures.looks import texts

SORTS = ("power", "crew", "equipment")


@pytest.fixture(scope="module")
def night(results):
    return results["night-shift"]


@pytest.fixture(scope="module")
def found(night):
    return fault_table(night.park, night.scenario, SORTS)


def cells_of(figure):
    """The cells of the matrix, row by row: their bars and their words."""
    (axes,) = figure.axes
    middle = {(bar.get_x() + bar.get_width() / 2, bar.get_y() + bar.get_height() / 2): bar for bar in axes.patches}
    bars = {(round(y), round(x)): bar for (x, y), bar in middle.items()}
    words = {(each.get_position()[1], each.get_position()[0]): each.get_text() for each in axes.texts}
    return [(bars[place], words[place].replace("\n", ", ")) for place in sorted(bars)]


def test_every_cell_has_the_colour_of_its_verdict_and_says_what_escaped(night, found):
    """
    The run as it is, then the faults that do harm, then pairs; a column a tier. What is worse than as it is, is framed.
    """
    shown = sorted((each for each in found.singles if each.worse or each.escaped_m3 > 0), key=worst_first(night.park))
    pairs = sorted(found.pairs, key=worst_first(night.park))
    every = [(each, each.tier in broken.worse) for broken in (*shown, *pairs) for each in broken.outcomes]
    cells = cells_of(draw_fault_matrix(night, found))

    assert len(cells) == 3 + len(every)
    for (bar, words), (each, worse) in zip(cells, [*((each, False) for each in found.base), *every], strict=True):
        expected = f"{cubic(each.escaped_m3)}, {at_minute(each.first_s)}" if each.breached else str(each.verdict)
        assert re.sub(r" \([+-].*\)", "", words) == expected
        assert bar.get_facecolor()[:3] == pytest.approx(to_rgb(VERDICT_COLOURS[each.verdict]))
        assert (bar.get_linewidth() > 0) == worse


def worst_first(park):
    """What a fault breaks, the outermost tier first, then what escapes more."""
    outermost_first = list(park.tiers)[::-1]
    return lambda each: ([tier not in each.worse for tier in outermost_first], -each.escaped_m3, each.faults)


def test_a_cell_says_how_much_more_escapes_than_as_it_is(night, found):
    """
    Without the park's duty team 1,512 m3 escape from the public facilities instead of 86.
    """
    words = [each for _, each in cells_of(draw_fault_matrix(night, found))]

    assert "1,512 m³ (+1,426), T+43 min" in words
    assert words[:2] == ["1,152 m³, T+30 min", "86 m³, T+43 min"]


def test_singles_and_pairs_stand_below_headings(night, found):
    words = [each for each, _ in texts(draw_fault_matrix(night, found))]
    alone = [each for each, _ in texts(draw_fault_matrix(night, FaultTable(found.base, found.singles, (), 1)))]

    assert "One fault, the worst first" in words
    assert any(each.startswith("Two faults") for each in words) == bool(found.pairs)
    assert not any(each.startswith("Two faults") for each in alone)


def test_what_breaks_a_tier_comes_before_what_lets_more_escape(night, found):
    """
    Without the river's duty team a twentieth of a cubic metre breaks the boundary; without the park's 1,426 m3 more
    leave public facilities that are breached anyway.
    """
    words = " ".join(each for each, _ in texts(draw_fault_matrix(night, found)))

    assert words.index("river-duty") < words.index("park-duty")


def test_without_the_river_crew_the_boundary_gives_way(night, found):
    """
    On the night shift it alone shuts the river gates; the power area of the gates does the same harm.
    """
    table = fault_matrix_table(night, found)
    worse = table.header.index("worse")

    assert {row[0] for row in table.rows if row[worse] == "boundary"} == {"river-duty", "area-river"}


def test_the_table_has_the_run_as_it_is_every_fault_and_every_pair(night, found):
    table = fault_matrix_table(night, found)

    assert [row[0] for row in table.rows] == ["", *(";".join(b.faults) for b in (*found.singles, *found.pairs))]
    assert {len(row) for row in table.rows} == {len(table.header)}
    of_plant = table.header.index("plant")
    assert table.rows[0][of_plant : of_plant + 2] == [Verdict.BREACHED, found.base[0].escaped_m3]
    assert any(";" in row[0] for row in table.rows)


def test_no_harmful_fault_is_said_in_words(night, found):
    harmless = FaultTable(found.base, (), (), 1)
    words = [each for each, _ in texts(draw_fault_matrix(night, harmless))]

    assert "No single fault makes any tier's verdict worse, nor lets more escape." in words


def test_faults_are_counted_by_sort(night, found):
    """
    Of 8 power areas one makes a verdict worse, of 12 crews one, of 6 pieces of equipment none.
    """
    words = " ".join(each for each, _ in texts(draw_fault_matrix(night, found)))

    assert "power areas 1 of 8, crews 1 of 12, equipment 0 of 6" in words
