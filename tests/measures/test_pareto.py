"""The figure of cost against risk."""

import pytest

from sim.ensemble.trials import Target
from sim.report.figures import Look, Sheet, draw_pareto, pareto_table
from tests.report.figures.looks import check_legible, kept, texts


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("sheet", list(Sheet))
def test_nothing_overlaps(searched, language, sheet):
    for target in (0.15, Target("plant", 1.0, of_volume=True)):
        check_legible(draw_pareto(searched(target, front=True), Look(language, sheet)))


def test_sets_that_lie_close_keep_their_numbers(searched, measures_file):
    """
    Nine walls of 1 m3 more each at 1 k a step, next to no money beside 1,000 k.
    """
    file = measures_file("""
measures:
  wall: {cost: 1 k, steps: {of: park.storages.bund.capacity, by: 1 m3, most: 9}, excludes: dike}
  dike: {cost: 1000 k, changes: {park.storages.bund.capacity: 150 m3}}
""")
    search = searched(0.0, file, front=True)
    figure = draw_pareto(search)

    assert len(search.front) == 11
    check_legible(figure)
    assert {"10"} <= {words for words, _ in texts(figure)}


def test_every_set_is_named_with_cost_and_risk(searched):
    words = [each for each, _ in texts(draw_pareto(searched(0.15), Look("zh")))]

    assert {"0  不采取措施", "2  加高围堰 +20 m3", "22 kEUR：10.0 %"} <= set(words)


def test_the_table_has_every_set_that_was_tried(searched):
    search = searched(0.15)
    table = pareto_table(search)

    assert len(table.rows) == len(search.tried)
    assert [row[1] for row in table.rows] == sorted(row[1] for row in table.rows)


@kept("pareto-en")
def test_it_looks_as_before_en(searched):
    return draw_pareto(searched(0.15, front=True))


@kept("pareto-zh")
def test_it_looks_as_before_zh(searched):
    return draw_pareto(searched(0.15, front=True), Look("zh", Sheet.SCREEN))
