"""The park played with the times of a log: water goes by what was done, and by nothing else."""

from dataclasses import replace
from functools import cache
from math import isnan

import pytest
import yaml
from hypothesis import given, settings

from sim.drill.log import Log, Row, What
from sim.drill.replay import NotMentioned, planned_times, replay
from sim.drill.run_of import RunOf
from sim.scenario import Level
from tests.drill.logs import as_planned, run_of
from tests.engine.people import crew, park_with, rule, sheet
from tests.engine.test_always import manned
from tests.shipped import FILES, ROOT, case_of
from tests.water.by_hand import MINUTE, at, pool, pour, script, spillway, valve

SHIPPED = [*FILES.values(), *(ROOT / "docs/first-park" / name for name in ("plan.yaml", "fire.yaml"))]


def picks(path):
    """None and everything that can be picked of a scenario."""
    tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [None, *tree.get("overrides", {}), *tree.get("scenarios", {})]


@cache
def planned(path, pick=None):
    return run_of(case_of(path, pick))


EVERY = [pytest.param(path, pick, id=f"{path.stem}-{pick or 'itself'}") for path in SHIPPED for pick in picks(path)]


@pytest.mark.parametrize("rule", list(NotMentioned))
@pytest.mark.parametrize(("path", "pick"), EVERY)
def test_a_log_equal_to_the_plan_gives_the_plans_run(path, pick, rule):
    """
    Each job takes effect at the very second of the plan: the same entries, the same cubic metres to the last bit.
    """
    of = planned(path, pick)

    found = replay(of, as_planned(of), rule)

    assert found.result.events == of.result.events
    assert repr(found.result.verdict) == repr(of.result.verdict)
    assert (found.not_mentioned, found.unplanned, found.by_themselves, found.refused) == ([], [], [], [])


@given(manned(loops=False))
@settings(max_examples=60, deadline=None)
def test_so_it_does_for_any_park_and_plan(case):
    """
    Crews, equipment, faults and rules at random, many things at one time.
    """
    park, scenario = case
    of = RunOf.of(park, scenario, ())

    for how in NotMentioned:
        found = replay(of, as_planned(of), how)
        assert found.result.events == of.result.events
        assert repr(found.result.verdict) == repr(of.result.verdict)


def two_storages(**others):
    """
    spill 1 m3/s -> bund (2,000 m3) --v1 0.5 m3/s, a transfer--> basin (100 m3, public) --over--> out
    """
    links = [valve("v1", "bund", "basin", 0.5, transfer=True), spillway("over", "basin", "out")]
    return park_with([pool("bund", 2000), pool("basin", 100, "public")], links, **others)


def spill(*actions, horizon_s=1500, **others):
    return script(pour("release", "bund", (0, 1.0)), horizon_s=horizon_s, actions=actions, **others)


def escaped_m3(found):
    return found.result.verdict.tier("public").escaped_m3


def test_done_times_decide_the_water_whatever_people_do():
    """
    The crew shuts the valve at 60 + 60 s; the log has it at 300 s: 0.5 m3/s x (300 - 200) s = 50 m3 over the basin.
    """
    park = two_storages(crews=[crew()], sheets=[sheet("v1-shut", crew="crew", travel_s=60, work_s=60)])
    of = RunOf.of(park, spill(rules=(rule("r", 0, "v1-shut"),)), ())
    assert planned_times(of) == {"v1-shut": 120}

    found = replay(of, Log((Row("v1-shut", What.ORDERED, 10), Row("v1-shut", What.DONE, 300))), NotMentioned.DONE)

    assert escaped_m3(found) == pytest.approx(50)


@pytest.mark.parametrize("rows", [
    (Row("act", What.FAILED, 120),),
    (Row("act", What.ORDERED, 120), Row("act", What.BEGUN, 130)),
])  # fmt: skip
def test_what_was_not_done_is_held_for_ever(rows):
    """
    The basin's 100 m3 are there at 200 s; until 1,500 s 0.5 x 1,300 = 650 m3 go over.
    """
    of = RunOf.of(two_storages(), spill(at(120, ("v1", 0.0))), ())

    assert escaped_m3(replay(of, Log(rows), NotMentioned.DONE)) == pytest.approx(650)


def test_what_the_log_does_not_mention_goes_by_the_rule():
    """
    Done at 120 s as planned: the basin holds 60 m3. Missed: 650 m3 over.
    """
    of = RunOf.of(two_storages(), spill(at(120, ("v1", 0.0))), ())

    found = {how: replay(of, Log(()), how) for how in NotMentioned}

    assert [each.not_mentioned for each in found.values()] == [["act"], ["act"]]
    assert escaped_m3(found[NotMentioned.DONE]) == 0
    assert escaped_m3(found[NotMentioned.MISSED]) == pytest.approx(650)


def test_noticed_alone_does_not_say_whether_it_was_done():
    of = RunOf.of(two_storages(), spill(at(120, ("v1", 0.0))), ())

    assert replay(of, Log((Row("act", What.NOTICED, 60),)), NotMentioned.MISSED).not_mentioned == ["act"]


def rising(**others):
    """Two storages with a second valve that nobody shuts unless the basin stands high, which the plan keeps it from."""
    park = two_storages(sheets=[sheet("v1-shut"), sheet("over-shut", "v1", "shut")])
    rules = (rule("first", 120, "v1-shut"), rule("second", Level("basin", 90.0), "over-shut", after_s=100))
    return park, spill(rules=rules, **others)


def test_what_only_the_other_water_calls_for_goes_by_the_rule_too():
    """
    Not shut at 120 s, the basin stands at 90 m3 at 180 s, and the plan has the valve shut 100 s later:
    0.5 m3/s x (280 - 200) s = 40 m3 over. Nobody wrote that down; by the rule `missed` it is not done: 650 m3.
    """
    of = RunOf.of(*rising(), ())
    log = Log((Row("v1-shut", What.FAILED, 120),))

    done, missed = (replay(of, log, how) for how in NotMentioned)

    assert (done.by_themselves, escaped_m3(done)) == (["over-shut"], pytest.approx(40))
    assert (missed.by_themselves, escaped_m3(missed)) == (["over-shut"], pytest.approx(650))


def test_a_sheet_that_the_plan_never_orders_can_be_done():
    """
    Done at 160 s, the basin holds 80 m3.
    """
    park, scenario = rising()
    of = RunOf.of(park, replace(scenario, rules=()), ())

    found = replay(of, Log((Row("over-shut", What.DONE, 160),)), NotMentioned.DONE)

    assert (found.unplanned, escaped_m3(found)) == (["over-shut"], 0)


def test_what_the_scenario_does_not_let_be_is_named():
    """
    The rain valve of the night shift is stuck at 30 %: a log that has it shut cannot be right.
    """
    of = planned(FILES["night-shift"])
    log = as_planned(of)
    shut = Row("b-001-rain-valve-shut", What.DONE, 7 * MINUTE)

    found = replay(of, Log((*(row for row in log.rows if row.subject != shut.subject), shut)), NotMentioned.DONE)

    assert found.refused == ["b-001-rain-valve-shut"]
    assert not isnan(found.actual_s["b-001-rain-valve-shut"])
