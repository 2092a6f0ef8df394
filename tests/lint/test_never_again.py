"""Rules that can be set off once and never again are named."""

import pytest

from sim.lint import Kind, Saying, find_conflicts
from sim.load import load_case
from sim.park import Link, LinkKind, Name, Quantity, Sensor, SensorKind
from sim.scenario import Alarm, Inflow, InflowKind
from tests.lint.plans import HOUR, above, below, found, park, plan, rule, sheet

CASE_PARK = """\
id: rules
name: Rules
tiers:
  plant: {name: Plant, promise: nothing leaves}
  boundary: {name: Boundary, promise: nothing leaves the park}
storages:
  pool: {tier: plant, kind: accident-pool, capacity: 1000 m3, overflows_to: river}
  river: {tier: boundary, kind: river-section, capacity: 50000 m3, overflows_to: out}
links:
  p1: {kind: pump, from: pool, to: river, capacity: 40 L/s, opening: stopped, transfer: true}
sheets:
  on: {facility: p1, operation: start}
  off: {facility: p1, operation: stop}
"""
CASE = """\
name: Rules
park: .
horizon: 240 h
product: {name: dye, behaviour: mixes}
process_water: {w: {into: pool, at: 0 min, rate: 20 L/s, lasts: 240 h}}
response:
  start: {when: {storage: pool, above: 60 %, reset: 20 %}, do: on}
  stop: {when: {storage: pool, below: 30 %, reset: 60 %}, do: off}
overrides:
  meets: {response.start.when.reset: 30 %}
"""


@pytest.mark.parametrize(("pick", "said"), [(None, [("start", "stop")]), ("meets", [])])
def test_a_start_whose_reset_lies_below_the_stop_that_ends_it(tmp_path, pick, said):
    """
    Case rule-never-again: started at 600 m3 and stopped at 300, the pool is never back at 200, so the pump runs
    once. A reset at 300 m3 is met when it is stopped.
    """
    (tmp_path / "park.yaml").write_text(CASE_PARK, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(CASE, encoding="utf-8")
    case = load_case(tmp_path / "rules.yaml", pick)

    every = find_conflicts(case.park, case.scenario)
    assert [each.rules for each in every if each.saying is Saying.NEVER_AGAIN] == said
    assert len(every) == len(said)


STOP = rule("stop", below("pool", 1000, 3000), "stop-works")
SHEETS = (sheet("stop-works", crew="pumps"), sheet("stop-lift", crew="pumps"))


def again(*rules, links=(), sensors=(), **others):
    """What runs once and never again: the rules."""
    where = park(*SHEETS, links=links, sensors=sensors)
    every = found(plan(*rules, **others), where, Kind.NO_DEAD_BAND)
    return [each.rules for each in every if each.saying is Saying.NEVER_AGAIN]


def test_what_something_else_could_empty_on_is_passed_over():
    """
    Works from 3,000 m3 on, again below 500, stopped at 1,000: unless another pump is running, or may be.
    """
    start = rule("start", above("pool", 3000, 500), "start-works")
    drain = Link("drain", Name("Drain"), LinkKind.PUMP, "pool", "river", 0.1, transfer=True)

    assert again(start, STOP) == [("start", "stop")]
    assert again(start, STOP, links=(drain,)) == []


def test_a_link_that_fills_is_seen_the_other_way_round():
    """
    The lift fills the pool below 1,000 m3, again above 4,000, and is stopped at 3,000; unless it rains into the pool.
    """
    start = rule("start", below("pool", 1000, 4000), "start-lift")
    stop = rule("stop", above("pool", 3000, 1000), "stop-lift")
    rain = Inflow("rain", InflowKind.RAIN, ("pool",), (1.0,), (0.0, HOUR), (0.1, 0.0))

    assert again(start, stop) == [("start", "stop")]
    assert again(rule("start", below("pool", 1000, 3000), "start-lift"), stop) == []
    assert again(start, stop, inflows=(rain,)) == []


def test_the_alarm_of_a_level_sensor_is_a_level():
    """
    It alarms above 3,000 m3 and again once 500 m3 were seen.
    """
    level = Sensor("level", Name("Level"), SensorKind.LEVEL, "pool", Quantity.VOLUME, 3000, reset=500)

    assert again(rule("start", Alarm("level"), "start-works"), STOP, sensors=(level,)) == [("start", "stop")]


def test_a_reset_above_the_wall_is_never_met():
    """
    The pool holds 5,000 m3: below 1,000 m3 and again above 5,001.
    """
    every = found(plan(rule("stop", below("pool", 1000, 5001), "stop-works")), park(*SHEETS), Kind.NEVER)

    assert [(each.saying, each.rules) for each in every] == [(Saying.RESET_TOO_HIGH, ("stop",))]
    assert found(plan(rule("stop", below("pool", 1000, 5000), "stop-works")), park(*SHEETS), Kind.NEVER) == []
