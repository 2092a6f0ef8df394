"""The map on the page, as it stands before any script moves it."""

import re
from pathlib import Path

import pytest

from sim.load import load_case
from sim.report.map import plan_of
from sim.report.map.moment import moment
from sim.report.page.drawing import map_svg
from sim.report.page.replay import replay_data
from sim.result import run
from tests.shipped import result_of

FIRE = Path(__file__).parents[3] / "docs" / "first-park" / "fire.yaml"


@pytest.mark.parametrize(("trace", "volumes"), [(True, ["1,500 m³", "1,080 m³"]), (False, ["", ""])])
def test_it_shows_volumes_only_where_the_run_kept_them(trace, volumes):
    """
    At T+2 h the bund is full and 1,080 m3 are in the pool; a run without a trace must not say that they are empty.
    """
    case = load_case(FIRE)
    result = run(case.park, case.scenario, trace=trace)
    now = moment(result.park, result.scenario, result.record, result.verdict, 7200.0)
    drawn = map_svg(result, plan_of(result.park, result.record), now, [])

    for storage, volume in zip(("bund", "pool"), volumes, strict=True):
        group = re.search(rf'data-storage="{storage}".*?</g>', drawn, re.DOTALL)[0]
        assert re.search('class="volume"[^>]*>([^<]*)<', group)[1] == volume


def test_what_is_hindered_at_once_stands_in_the_order_of_ids():
    """
    Where the power fails at T+1 h, several pumps stop at once; the page must hold them in the same order every time.
    """
    result = result_of("power-loss")
    hindered = replay_data(result, [], plan_of(result.park, result.record), 0.0)["hindered"]
    since = {id: told[0][0] for id, told in hindered.items()}
    at_once = [[id for id in since if since[id] == at_s] for at_s in set(since.values())]

    assert max(map(len, at_once)) > 2
    assert at_once == [sorted(each) for each in at_once]
