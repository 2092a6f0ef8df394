"""How verdicts stood over time, on records written by hand."""

import pytest

from sim.check import Phase, Verdict, judge, phases, verdict_by
from tests.check.by_hand import HOUR, Passed, Wet, accident, small_park, small_record

UNTOUCHED, HELD, RELIEVED, BREACHED = Verdict
DAY = 24 * HOUR


def judged(tier, wet, passed=None):
    """A park and the verdict on one of its tiers."""
    park = small_park()
    return park, judge(park, accident(), small_record(park, wet, passed)).tier(tier)


def test_a_tier_that_nothing_reached_is_untouched_all_the_time():
    park, tier = judged("public", {})

    assert phases(park, tier, DAY) == (Phase(UNTOUCHED, 0, DAY),)
    assert verdict_by(park, tier, DAY) is UNTOUCHED


def test_it_grows_worse_step_by_step_without_a_gap():
    """
    Water in the pool at 10 s; pumped into the public basin from 1 h on; over the crest into the rain main at 2.5 h.
    """
    passed = {"pump": Passed(HOUR, firewater=100), "pool-spillway": Passed(2.5 * HOUR, firewater=5)}
    park, tier = judged("plant", {"pool": Wet(1000, reached=10)}, passed)

    assert phases(park, tier, DAY) == (
        Phase(UNTOUCHED, 0, 10), Phase(HELD, 10, HOUR), Phase(RELIEVED, HOUR, 2.5 * HOUR),
        Phase(BREACHED, 2.5 * HOUR, DAY),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("at_s", "verdict"),
    [(0, UNTOUCHED), (9.999, UNTOUCHED), (10, HELD), (17_386.999, HELD), (17_387.25, BREACHED), (DAY, BREACHED)],
)
def test_an_instant_has_what_happens_at_it_behind_it(at_s, verdict):
    """
    The first drop at 10 s, the first escape at 17,387.25 s: at these very instants the tier is what they made of it.
    """
    park, tier = judged("plant", {"pool": Wet(1000, reached=10)}, {"pool-spillway": Passed(17_387.25, firewater=5)})

    assert verdict_by(park, tier, at_s) is verdict


def test_what_a_tier_has_treated_or_recovered_it_held():
    """
    The works take water from the basin at 3 h; only the lift into the river section, at 5 h, is relief.
    """
    passed = {"works": Passed(3 * HOUR, firewater=50), "lift": Passed(5 * HOUR, firewater=50)}
    park, tier = judged("public", {"basin": Wet(900, reached=2 * HOUR)}, passed)

    assert verdict_by(park, tier, 3 * HOUR) is HELD
    assert phases(park, tier, DAY) == (
        Phase(UNTOUCHED, 0, 2 * HOUR), Phase(HELD, 2 * HOUR, 5 * HOUR), Phase(RELIEVED, 5 * HOUR, DAY),
    )  # fmt: skip


def test_a_pump_that_starts_after_the_breach_mends_nothing():
    passed = {"pool-spillway": Passed(HOUR, firewater=5), "pump": Passed(2 * HOUR, firewater=100)}
    park, tier = judged("plant", {"pool": Wet(1000, reached=10)}, passed)

    assert verdict_by(park, tier, 3 * HOUR) is BREACHED
    assert [each.verdict for each in phases(park, tier, DAY)] == [UNTOUCHED, HELD, BREACHED]


def test_what_lasts_no_time_is_left_out():
    """
    Accident water runs from the rain main through the open outfall the moment it comes; the run starts with it.
    """
    park, tier = judged("public", {"main": Wet(5, reached=0.0)}, {"outfall": Passed(0.0, product=5)})

    assert phases(park, tier, DAY) == (Phase(BREACHED, 0, DAY),)


@pytest.mark.parametrize("tier", ["plant", "public", "boundary"])
def test_it_ends_with_the_verdict_on_the_whole_run(tier):
    wet = {"pool": Wet(900, reached=10), "basin": Wet(900, reached=HOUR), "river": Wet(9, reached=2 * HOUR)}
    park, found = judged(tier, wet, {"pump": Passed(HOUR, firewater=9), "gate": Passed(3 * HOUR, product=9)})

    assert phases(park, found, DAY)[-1].verdict is verdict_by(park, found, DAY) is found.verdict
