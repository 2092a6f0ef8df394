"""Which single fault breaks which tier."""

import pytest
from matplotlib.colors import to_rgb

from sim.check import Verdict
from sim.report.figures.fault_matrix import COLOURS, draw_fault_matrix, fault_matrix_table
from sim.report.figures.frame import cubic
from sim.report.numbers import hours
from sim.study.faults import FaultTable, fault_table
from tests.report.figures.looks import texts

SORTS = ("power", "crew", "equipment")


@pytest.fixture(scope="module")
def night(results):
    return results["night-shift"]


@pytest.fixture(scope="module")
def found(night):
    return fault_table(night.park, night.scenario, SORTS)


def test_every_cell_has_the_colour_of_its_verdict_and_says_what_escaped(night, found):
    """
    The run as it is, then the faults that do harm, the worst first, then pairs; a column a tier.
    """
    shown = [each for each in found.singles if each.worse or each.escaped_m3 > 0]
    rows = [found.base, *(each.outcomes for each in (*shown, *found.pairs))]
    (axes,) = draw_fault_matrix(night, found).axes
    cells = {(round(bar.get_x() + bar.get_width() / 2), round(bar.get_y() + bar.get_height() / 2)): bar
             for bar in axes.patches}  # fmt: skip
    words = {each.get_position(): each.get_text() for each in axes.texts}

    assert len(cells) == 3 * len(rows)
    for place, outcomes in enumerate(rows):
        for column, each in enumerate(outcomes):
            expected = f"{cubic(each.escaped_m3)}, {hours(each.first_s)}" if each.breached else str(each.verdict)
            assert words[column, place] == expected
            assert cells[column, place].get_facecolor()[:3] == pytest.approx(to_rgb(COLOURS[each.verdict]))


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
