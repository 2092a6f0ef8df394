"""The page's tables: how actions ended, times by the clock, no margin of what was lost."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from sim.load import load_case
from sim.record.event import Cause, RuleBegan
from sim.report.page.tables import MOST_ASSUMPTIONS, _events, tables
from sim.result import run
from tests.check.by_hand import accident, small_park

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def shown():
    """The tables of the power loss, by their ids."""
    case = load_case(ROOT / "scenarios" / "changshou-power-loss.yaml")
    return {each.id: each for each in tables(run(case.park, case.scenario), [])}


def plain(said):
    return said["en"].replace("\u00a0", " ")


def test_a_failed_job_says_why_and_what_was_done_instead(shown):
    """
    Five of the fourteen jobs find no power. Two have a job by hand in their rule, outfall 05's a plug; the rain valve's
    failure also sets off the outfall. What the scenario says of the fault stands behind each.
    """
    states = {plain(row[0].said): plain(row[1].said) for row in shown["actions"].rows}
    failed = [row[1] for row in shown["actions"].rows if plain(row[1].said).startswith("failed: no power")]

    assert len(shown["actions"].rows) == 14
    assert len(failed) == 5
    assert {each.kind for each in failed} == {"bad"}
    why = "no power (cables burnt through; sub-area A without power)"
    assert states["Outfall 05: shut"] == f"failed: {why}; in its place: Outfall 05: plug"
    assert "done" in states.values()


def test_times_stand_by_the_clock_and_after_the_start(shown):
    """
    The scenario begins on a day at a clock time; the rain valve is ordered five minutes later.
    """
    first = shown["actions"].rows[0][2]

    assert first.by == 300.0
    assert plain(first.said).endswith("(T+5 min)")
    assert first.said["zh"].endswith("（T+5分钟）")


def test_what_escaped_is_no_negative_margin(shown):
    plant = shown["tiers"].rows[0]

    assert plain(plant[1].said) == "breached"
    assert [plain(cell.said) for cell in plant[5:7]] == ["-", "-"]
    assert float(plant[7].by) > 0


def test_what_a_tier_s_state_set_off_names_the_tier_and_the_place():
    """
    A rule that waits until water comes into the public tier: the record has both ids, the table both names.
    """
    result = SimpleNamespace(
        park=small_park(), scenario=accident(), events=[RuleBegan(60.0, "all-out", Cause("reached", "public", "basin"))]
    )
    (row,) = _events(result).rows

    assert row[2].said == {"en": "Public facilities: Public pool 1", "zh": "二级防控（公共设施）：1号公共事故池"}


def test_every_assumed_number_is_there_for_the_filter(shown):
    assert shown["assumptions"].shown == MOST_ASSUMPTIONS < len(shown["assumptions"].rows)
