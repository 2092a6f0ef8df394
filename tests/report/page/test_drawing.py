"""The map on the page, as it stands before any script moves it."""

import re
from pathlib import Path

import pytest

from sim.load import load_case
from sim.report.map import plan_of
from sim.report.map.moment import moment
from sim.report.page.drawing import map_svg
from sim.result import run

FIRE = Path(__file__).parents[3] / "docs" / "first-park" / "fire.yaml"


@pytest.mark.parametrize(("trace", "volumes"), [(True, ["1,500 m³", "1,080 m³"]), (False, ["", ""])])
def test_it_shows_volumes_only_where_the_run_kept_them(trace, volumes):
    """
    At T+2 h the bund is full and 1,080 m3 are in the pool; a run without a trace must not say that they are empty.
    """
    case = load_case(FIRE)
    result = run(case.park, case.scenario, trace=trace)
    now = moment(result.park, result.scenario, result.record, result.verdict, 7200.0)
    drawn = map_svg(result, plan_of(result.park, result.record), now)

    for storage, volume in zip(("bund", "pool"), volumes, strict=True):
        group = re.search(rf'data-storage="{storage}".*?</g>', drawn, re.DOTALL)[0]
        assert re.search('class="volume"[^>]*>([^<]*)<', group)[1] == volume
