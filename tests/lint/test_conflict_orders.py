"""Orders that nobody gives, that come once, never or in a ring are named."""

import pytest

from sim.lint import Kind, Saying
from sim.park import Link, LinkKind, Name, Quantity, Sensor, SensorKind, Storage, Trapezoid, WeirRating
from sim.scenario import (
    Alarm,
    Blindness,
    Clock,
    CrewAbsent,
    Detection,
    Fault,
    Inflow,
    InflowKind,
    PowerLoss,
    Refuses,
    Reported,
    Rule,
    SensorFault,
)
from tests.lint.plans import HOUR, KNOWN, above, below, blind, done, failed, found, park, plan, rule, sheet


def once(*rules, where=None):
    """What runs once: sentence, rules and what it is about."""
    every = found(plan(*rules), where, Kind.NO_DEAD_BAND)
    return [(each.saying, each.rules, each.subjects) for each in every]


def test_a_pair_of_levels_without_reset_answers_once():
    """
    On above 300 m3, off below 100 m3; each lets the other act again only with reset.
    """
    on, off = rule("on", above("main", 300), "start-lift"), rule("off", below("main", 100), "stop-lift")
    on_again = rule("on", above("main", 300, 100), "start-lift")
    off_again = rule("off", below("main", 100, 300), "stop-lift")

    assert once(on, off) == [(Saying.PAIR_ONCE, ("on", "off"), ("lift",))]
    assert found(plan(on_again, off), kind=Kind.NO_DEAD_BAND)[0].values["lacking"] == ("off",)
    assert once(on_again, off_again) == []


def test_a_pair_that_hunts_is_not_told_that_it_does_so_once():
    """
    Off below 350 m3 and on above 300: to be mended first.
    """
    assert once(rule("on", above("main", 300), "start-lift"), rule("off", below("main", 350), "stop-lift")) == []


def test_rules_on_levels_without_reset_are_named_together():
    """
    Help that is called once comes once, and needs no reset.
    """
    a, b = rule("a", above("main", 300), "shut-gate"), rule("b", above("pool", 300), "start-works")
    help_ = Rule("help", above("main", 400), call=("far",))

    assert once(a, b, help_) == [(Saying.ONCE, ("a", "b"), ("main", "pool"))]
    assert once(rule("a", above("main", 300, 100), "shut-gate"), help_) == []


def test_a_level_sensor_without_dead_band_alarms_once():
    gauge = Sensor("gauge", Name(""), SensorKind.LEVEL, "main", Quantity.VOLUME, 100)
    act = rule("act", Alarm("gauge"), "shut-gate")

    assert once(act, where=park(sensors=[gauge])) == [(Saying.SENSOR_ONCE, ("act",), ("gauge",))]
    assert once(act) == []
    assert once(rule("act", Alarm("eye"), "shut-gate")) == []


def never(*rules, where=None, **others):
    """What never happens: sentence and rules."""
    return [(each.saying, each.rules) for each in found(plan(*rules, **others), where, Kind.NEVER)]


@pytest.mark.parametrize("ends", [done, failed])
def test_the_end_of_a_sheet_that_nobody_calls_never_comes(ends):
    waits = rule("a", ends("start-works"), "shut-gate")
    works = park(sheet("start-works", works=0.9))

    assert never(waits, where=works) == [(Saying.NOT_CALLED, ("a",))]
    assert never(waits, rule("b", KNOWN, "start-lift", otherwise=("start-works",)), where=works) == []


def silent(how=Blindness.SILENT, **others):
    return Fault("dark", SensorFault("gauge", how), **others)


def test_a_sensor_that_tells_nothing_for_the_whole_run_never_alarms():
    waits = rule("a", Alarm("gauge"), "shut-gate")

    assert never(waits, faults=(silent(),)) == [(Saying.SILENT, ("a",))]
    assert never(waits, faults=(silent(Blindness.STUCK),)) == [(Saying.SILENT, ("a",))]
    assert never(waits, faults=(silent(lasts_s=HOUR),)) == []
    assert never(waits, faults=(silent(from_s=HOUR),)) == []
    assert never(waits, faults=(silent(Blindness.DRIFTING),)) == []


def test_a_sensor_that_misses_everything_never_alarms():
    assert never(rule("a", Alarm("eye"), "shut-gate"), where=park(sensors=[blind("eye")])) == [(Saying.MISSES, ("a",))]


SURE = [rule("do", KNOWN, "start-lift"), rule("a", failed("start-lift"), "shut-gate")]


def test_a_sheet_that_always_works_never_fails():
    assert never(*SURE) == [(Saying.CANNOT_FAIL, ("a",))]


@pytest.mark.parametrize("what", [Refuses("lift"), PowerLoss("west"), CrewAbsent("pumps")])
def test_a_sheet_that_a_fault_touches_may_fail(what):
    assert never(*SURE, faults=(Fault("f", what),)) == []


@pytest.mark.parametrize("how", [{"works": 0.9}, {"needs": {"truck": 1}}])
def test_a_sheet_that_works_by_chance_or_with_equipment_may_fail(how):
    assert never(*SURE, where=park(sheet("start-lift", crew="pumps", **how))) == []


def test_an_incident_that_nobody_reports_or_can_see_is_never_known():
    """
    Only the camera at the bund is left, and it sees nothing; a gauge at the river would do.
    """
    gauges = (Sensor(id, Name(""), SensorKind.LEVEL, "main", Quantity.VOLUME, 1, misses=1) for id in ("gauge", "meter"))
    deaf = [blind("eye"), *gauges]
    rules = rule("a", KNOWN, "shut-gate"), rule("b", Reported(10), "start-lift")
    downstream = Sensor("low", Name(""), SensorKind.LEVEL, "river", Quantity.VOLUME, 5000)

    assert never(*rules, where=park(sensors=deaf)) == [(Saying.UNSEEN, ("a", "b"))]
    assert never(*rules, where=park(sensors=deaf), detection=Detection(0)) == []
    assert never(*rules, where=park(sensors=[*deaf, downstream])) == []
    assert never(*rules) == []


def test_a_camera_that_a_fault_silences_sees_nothing():
    eye = Sensor("eye", Name(""), SensorKind.CAMERA, "bund", Quantity.PRESENCE)
    faults = [Fault(id, SensorFault(id, Blindness.SILENT)) for id in ("eye", "gauge", "meter")]
    where, known = park(sensors=[eye]), rule("a", KNOWN, "shut-gate")

    assert never(known, where=where, faults=faults) == [(Saying.UNSEEN, ("a",))]
    assert never(known, where=where, faults=faults[1:]) == []


def test_product_that_stands_there_already_can_be_seen():
    assert never(rule("a", KNOWN, "shut-gate"), inflows=(), initial={"bund": {"product": 1}}) == []


def test_rain_alone_is_no_incident_that_a_camera_could_see():
    rain = Inflow("rain", InflowKind.RAIN, ("main",), (100.0,), (0.0,), (1e-3,))

    assert never(rule("a", KNOWN, "shut-gate"), inflows=(rain,)) == [(Saying.UNSEEN, ("a",))]


def test_a_level_above_the_wall_is_never_reached():
    """
    The main holds 500 m3; raised by 60 it holds 560.
    """
    raised = Storage("main", Name("Rain main"), "public", "pipe", 500, raise_m3=60)
    high = rule("a", above("main", 550, 400), "shut-gate")

    assert never(high) == [(Saying.TOO_HIGH, ("a",))]
    assert never(high, where=park(storages=[raised])) == []
    assert never(rule("a", above("main", 500, 400), "shut-gate")) == []


def test_water_may_stand_above_the_crest_of_a_rated_spillway():
    """
    A ditch of 100 x 5 m, 1 m deep, and half a metre of wall above its crest: 750 m3.
    """
    ditch = Storage("main", Name(""), "public", "ditch", 500, shape=Trapezoid(100, 5, 0))
    crest = Link("crest", Name(""), LinkKind.SPILLWAY, "main", "river", rating=WeirRating(2, 1.0, head_m=0.5))
    where = park(storages=[ditch], links=[crest])

    assert never(rule("a", above("main", 740, 100), "shut-gate"), where=where) == []
    assert never(rule("a", above("main", 760, 100), "shut-gate"), where=where) == [(Saying.TOO_HIGH, ("a",))]


def test_an_order_after_the_end_of_the_run_is_never_given():
    assert never(rule("a", Clock(71 * HOUR), "shut-gate", after_s=2 * HOUR)) == [(Saying.AFTER_END, ("a",))]
    assert never(rule("a", Clock(71 * HOUR), "shut-gate", after_s=HOUR)) == []


def rings(*rules):
    """The circles: sentence and the way round."""
    return [(each.saying, each.values["ring"]) for each in found(plan(*rules), kind=Kind.CIRCLE)]


def test_rules_that_set_each_other_off_are_a_circle():
    """
    a waits for c's works, b for a's lift, c for b's gate; a fourth rule starts the works too.
    """
    ring = [
        rule("a", done("start-works"), "start-lift"),
        rule("b", failed("start-lift"), "shut-gate"),
        rule("c", done("shut-gate"), "shut-valve", otherwise=("start-works",)),
    ]

    assert rings(*ring) == [(Saying.CIRCLE_NEVER, ("a", "b", "c", "a"))]
    assert rings(*ring, rule("d", KNOWN, "start-works")) == [(Saying.CIRCLE, ("a", "b", "c", "a"))]
    assert rings(*ring[:2], rule("d", KNOWN, "start-works")) == []


def test_a_rule_that_waits_for_its_own_sheet_is_a_circle():
    assert rings(rule("a", done("shut-gate"), "shut-gate")) == [(Saying.CIRCLE_NEVER, ("a", "a"))]


def test_trying_again_is_no_circle():
    assert rings(rule("a", KNOWN, "shut-gate", otherwise=("shut-gate",))) == []
