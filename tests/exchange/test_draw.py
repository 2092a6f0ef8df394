"""The cross-check's pictures and page: that they are there, whole, and say what they show."""

import re
from xml.etree import ElementTree

import numpy as np

from sim.exchange import Routing
from tests.exchange.compare import run_both
from tests.exchange.crosscheck import DOCS, PARK, file_of
from tests.exchange.draw import draw_network, ours_m3, title_of
from tests.exchange.networks import NETWORKS, lagged


def words_of(svg):
    """Every text of a picture."""
    return [each.text for each in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_figure_names_storages_units_and_lines_and_stays_as_it_is():
    """
    bund (800 m3) and pool (2,000 m3); two panels, two of differences; drawn twice to the same bytes.
    """
    pairs = {routing: run_both(lagged, routing, step_s=5.0) for routing in Routing}
    svg = draw_network("pipe of 800 s", pairs)
    said = words_of(svg)

    assert {"bund, holds 800 m³", "pool, holds 2,000 m³"} <= set(said)
    assert {"here", "SWMM, kinematic wave", "SWMM, dynamic wave", "what it holds", "first full here"} <= set(said)
    assert {"time since the start [h]", "volume [m³]", "% of capacity", "1 % either way"} <= set(said)
    assert "Pipe of 800 s, here and in EPA SWMM 5.2.4" in said
    assert draw_network("pipe of 800 s", pairs) == svg
    assert len(svg) < 100_000
    assert not re.search(r"<dc:date>|Matplotlib v|\d\.\d{3}", svg)


def test_ours_is_drawn_straight_between_its_breakpoints():
    """
    0.25 m3/s in, 0.2 out: 0.05 x 3,600 = 180 m3 after an hour; from 4 h on 0.2 out of 720 m3: 360 after 4.5 h.
    """
    pair = run_both(lagged, step_s=5.0)

    assert ours_m3(pair, "bund", np.array([3600, 14400, 16200])).round(3).tolist() == [180, 720, 360]


def test_every_network_stands_on_the_page_with_its_figure():
    """
    make crosscheck
    """
    page = (DOCS / "crosscheck.md").read_text(encoding="utf-8")

    for name in [*NETWORKS, PARK]:
        assert f"## {title_of(name)}\n" in page
        assert f"({file_of(name)})" in page
        assert (DOCS / file_of(name)).is_file()
