"""Rules of the response plan: what sets them off, and how often."""

import pytest

from sim.record.event import Cause
from sim.scenario import Detection, Fault, Level, Reported, TierIs, TierState, Underreported
from tests.engine.people import crew, done, park_with, rule, run, sheet, story
from tests.water.by_hand import HOUR, above, pool, pour, spillway, valve

SHEETS = [sheet("v1-open", operation="open"), sheet("v1-shut")]


def basin():
    """
    1 m3/s -> basin (1,000 m3) --v1 2 m3/s, shut--> treated
    """
    return park_with([pool("basin", 1000)], [valve("v1", "basin", "treated", 2.0, opening=0.0)], sheets=SHEETS)


def test_a_pair_with_a_dead_band_goes_up_and_down():
    """
    Opened above 600 m3 (600 s), shut below 200 m3 (-1 m3/s: 1,000 s), opened again at 1,400 s, and so on every 800 s.
    """
    rules = (
        rule("let", Level("basin", 600, reset_m3=200), "v1-open"),
        rule("keep", Level("basin", 200, rising=False, reset_m3=600), "v1-shut"),
    )
    seen = run(basin(), pour("release", "basin", (0, 1.0)), horizon_s=3000, rules=rules)

    times = [at_s for at_s, what, _ in story(seen) if what == "done"]
    assert times == [600, 1000, 1400, 1800, 2200, 2600, 3000]


def test_a_level_without_a_dead_band_counts_once():
    """
    The same pair without: opened at 600 s, shut at 1,000 s, and then the basin fills to its brim.
    """
    rules = (rule("let", Level("basin", 600), "v1-open"), rule("keep", Level("basin", 200, rising=False), "v1-shut"))
    seen = run(basin(), pour("release", "basin", (0, 1.0)), horizon_s=3000, rules=rules)

    assert [at_s for at_s, what, _ in story(seen) if what == "done"] == [600, 1000]
    assert seen.of("peak_m3", "basin") == 1000


def test_a_tier_that_is_reached_sets_off_a_rule():
    """
    Bund of 600 m3 overflows at 600 s into a pipe of 60 s: accident water is in the public tier at 660 s.
    """
    park = park_with(
        [pool("bund", 600), pool("basin", 5000, "public")], [spillway("over", "bund", "basin", lag_s=60),
         valve("v1", "basin", "treated", 0.0)], sheets=SHEETS,
    )  # fmt: skip
    rules = (
        rule("a", TierIs("public", TierState.REACHED), "v1-shut"),
        rule("b", TierIs("plant", TierState.BREACHED), "v1-open"),
    )
    seen = run(park, pour("release", "bund", (0, 1.0)), horizon_s=HOUR, rules=rules)

    assert done(seen) == {"v1-open": 600, "v1-shut": 660}
    causes = {each.subject: each.cause for each in seen.record.events if each.what == "rule"}
    assert causes == {"a": Cause("reached", "public", "basin"), "b": Cause("breached", "plant", "over")}


def test_rain_breaches_no_tier():
    """
    600 m3 of rain go over into the public tier; nobody cares.
    """
    park = park_with(
        [pool("bund", 600), pool("basin", 5000, "public")],
        [spillway("over", "bund", "basin"), valve("v1", "basin", "treated", 0.0)], sheets=SHEETS,
    )  # fmt: skip
    rules = (rule("b", TierIs("plant", TierState.BREACHED), "v1-open"),)

    assert done(run(park, pour("rain", "bund", (0, 1.0)), horizon_s=HOUR, rules=rules)) == {}


def test_a_designed_way_is_no_breach():
    """
    A transfer into the public tier passes 100 m3 and sets nothing off.
    """
    park = park_with(
        [pool("bund", 600), pool("basin", 5000, "public")],
        [valve("way", "bund", "basin", 2.0, transfer=True), valve("v1", "basin", "treated", 0.0)], sheets=SHEETS,
    )  # fmt: skip
    rules = (rule("b", TierIs("plant", TierState.BREACHED), "v1-open"),)
    seen = run(park, pour("release", "bund", (0, 1.0), (100, 0.0)), horizon_s=HOUR, rules=rules)

    assert (done(seen), seen.passed("way")) == ({}, 100)


@pytest.mark.parametrize(("said", "at_s"), [(1.0, 50), (0.1, 900)])
def test_an_underreported_spill_is_answered_when_it_is_corrected(said, at_s):
    """
    500 m3 are spilt; a rule waits for 200 m3 or more. Reported at 50 s as 50 m3 it comes at 900 s, when corrected.
    """
    faults = (Fault("f", Underreported(said), 0, 900),)
    seen = run(basin(), pour("release", "basin", (0, 0.5), (1000, 0.0)), horizon_s=HOUR, detection=Detection(50),
               rules=(rule("r", Reported(200), "v1-open"),), faults=faults)  # fmt: skip

    assert done(seen) == {"v1-open": at_s}


def test_a_small_spill_is_not_answered_like_a_large_one():
    seen = run(basin(), pour("release", "basin", (0, 0.5), (100, 0.0)), horizon_s=HOUR, detection=Detection(50),
               rules=(rule("r", Reported(200), "v1-open"),))  # fmt: skip

    assert done(seen) == {}


def test_actions_and_rules_stand_side_by_side():
    """
    The script opens the valve at 600 m3; the plan shuts it when the crew is back, 300 s after that was said at 700 s.
    """
    park = park_with(
        [pool("basin", 1000)], [valve("v1", "basin", "treated", 2.0, opening=0.0)], crews=[crew()],
        sheets=[sheet("v1-shut", crew="crew", travel_s=100, work_s=200)],
    )  # fmt: skip
    seen = run(park, pour("release", "basin", (0, 1.0)), horizon_s=HOUR,
               actions=[above("basin", 600, ("v1", 1.0))], rules=(rule("r", 700, "v1-shut"),))  # fmt: skip

    assert done(seen) == {"act": 600, "v1-shut": 1000}
    assert seen.volume("basin", [1000]) == pytest.approx([200])


def test_of_equal_times_the_first_rule_goes_first():
    """
    Open and shut at one instant: the last one in the file holds.
    """
    for sheets, left in ((("v1-open", "v1-shut"), 100), (("v1-shut", "v1-open"), 0)):
        rules = tuple(rule(f"r{k}", 0, id) for k, id in enumerate(sheets))
        seen = run(basin(), pour("release", "basin", (0, 1.0), (100, 0.0)), horizon_s=HOUR, rules=rules)

        assert seen.holds("basin") == left


def test_a_pair_may_go_up_and_down_for_days():
    """
    A cycle of 8 s in 4,000 s: 500 openings and 499 closings, at the cost of two watches.
    """
    rules = (
        rule("let", Level("basin", 6, reset_m3=2), "v1-open"),
        rule("keep", Level("basin", 2, rising=False, reset_m3=6), "v1-shut"),
    )
    seen = run(basin(), pour("release", "basin", (0, 1.0)), horizon_s=4000, rules=rules)

    assert len([each for each in story(seen) if each[1] == "done"]) == 999
    assert seen.of("peak_m3", "basin") == 6
