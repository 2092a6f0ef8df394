"""Triggers as they are written, of rules and of actions."""

import pytest

from sim.load import load_case
from sim.scenario import Alarm, Clock, Detected, Ending, Level, Reported, SheetEnds, TierIs, TierState


def when(fire, id):
    """The trigger of a rule."""
    (rule,) = (rule for rule in fire.rules if rule.id == id)
    return rule.when


@pytest.mark.parametrize(
    ("id", "trigger"),
    [
        ("shut", Detected()),
        ("known", Detected()),
        ("pump", Level("pit", 30, rising=True, reset_m3=10)),
        ("low", Level("bund", 20, rising=False, reset_m3=None)),
        ("fish", Alarm("outfall-fish")),
        ("done", SheetEnds("raise-bund", Ending.DONE)),
        ("failed", SheetEnds("shut-outfall", Ending.FAILED)),
        ("reached", TierIs("public", TierState.REACHED)),
        ("breached", TierIs("boundary", TierState.BREACHED)),
        ("large", Reported(100)),
        ("later", Clock(21_600)),
    ],
)
def test_each_trigger(fire, id, trigger):
    """
    1.5 m deep the pit holds 30 m3, 1 m deep 10 m3.
    """
    assert when(fire, id) == trigger


@pytest.mark.parametrize("text", ["detected", "{detected: yes}", "{detected: true, basis: designed}"])
def test_detected_in_one_word_or_as_a_block(small, text):
    case = load_case(small / "fire.yaml", sets=[f"response.shut.when={text}", f"actions.lift.when={text}"])

    assert when(case.scenario, "shut") == Detected()
    assert case.scenario.actions[1].when == Detected()


def test_depth_counts_from_the_floor_below_the_silt(small):
    """
    2 m on 350 m2 are 700 m3, of which 100 m3 are silt.
    """
    case = load_case(small / "fire.yaml", sets=["response.low.when={storage: bund, above: 2 m}"])

    assert when(case.scenario, "low") == Level("bund", pytest.approx(600))


def test_water_below_the_surface_of_the_silt_is_none(small):
    case = load_case(small / "fire.yaml", sets=["response.low.when={storage: bund, below: 20 cm}"])

    assert when(case.scenario, "low") == Level("bund", 0, rising=False)


def test_overrides_reach_into_triggers(small):
    """
    Of rules and of actions; the rest of the trigger stays.
    """
    case = load_case(small / "fire.yaml", sets=["response.pump.when.above=80 %", "actions.lift.when.above=1 m"])

    assert when(case.scenario, "pump") == Level("pit", 40, reset_m3=10)
    assert case.scenario.actions[1].when == Level("pit", 10)
