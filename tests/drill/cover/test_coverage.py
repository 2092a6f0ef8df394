"""Why a sheet is not exercised, one by one; under which fault it would be."""

import pytest

from sim.drill.cover import How, study
from sim.drill.cover.coverage import coverage, with_faults
from sim.drill.cover.play import played
from sim.drill.cover.study import Weigh, weight
from sim.park import Name
from sim.record.event import Reason, Why
from sim.scenario import Action, Clock, Ending, Fault, PowerLoss, Rule, SheetEnds
from tests.drill.cover.small import HOUR, given, order, park


def seen(*candidates):
    """How near the candidates come to each sheet."""
    plays = [played(each) for each in candidates]
    return {each.sheet: each for each in coverage(park().sheets, plays, with_faults(plays), []).seen}


def test_each_way_of_not_being_exercised():
    """
    Duty has one team and 2 h: check T+1 to 6, by hand to 36, plug to 66 min; helpers come at T+61 and raise until 121.
    """
    here = park()
    plan = (
        order("bund-check", "drain-by-hand", "outfall-plug", "bund-raise"),
        Rule("late", Clock(3 * HOUR), do=("pump-start",)),
        Rule("else", SheetEnds("bund-check", Ending.FAILED), do=("outfall-shut",)),
    )
    script = (Action("stop", Clock(600.0), 0.0, (("pump", 0.0),)),)
    found = seen(given(here, *plan, actions=script))

    assert {id: each.how for id, each in found.items()} == {
        "bund-check": How.DONE, "bund-raise": How.UNFINISHED, "bund-lower": How.UNNAMED,
        "drain-shut": How.UNNAMED, "drain-open": How.UNNAMED, "drain-by-hand": How.DONE,
        "outfall-shut": How.STANDS_BY, "outfall-open": How.UNNAMED, "outfall-plug": How.DONE,
        "pump-start": How.NOT_CALLED, "pump-stop": How.SCRIPTED,
    }  # fmt: skip
    assert (found["pump-start"].drill, found["pump-start"].detail) == ("spill", "late")


def test_a_crew_that_never_gets_there():
    """
    By hand until T+31, then the plug; in 20 min its team is never free.
    """
    found = seen(given(park(), order("drain-by-hand", "outfall-plug"), horizon_s=1200.0))

    assert found["outfall-plug"].how is How.WAITED
    assert found["outfall-plug"].why == (Reason(Why.BUSY, "duty", jobs=("drain-by-hand",)),)
    assert found["drain-by-hand"].how is How.UNFINISHED


def test_tried_and_failed_counts_apart():
    dark = Fault("dark", PowerLoss("a"))
    found = seen(given(park(), order("drain-shut"), faults=(dark,)))

    (reason,) = found["drain-shut"].why
    assert (found["drain-shut"].how, reason.why, reason.of) == (How.FAILED, Why.NO_POWER, "drain")


@pytest.mark.parametrize("plan", [
    (order("drain-shut", otherwise=("drain-by-hand",)),),
    (order("drain-shut"), Rule("else", SheetEnds("drain-shut", Ending.FAILED), do=("drain-by-hand",))),
])  # fmt: skip
def test_a_stand_by_is_done_under_the_fault_that_is_found(plan):
    """
    The drain's drive needs power of area a, the hand does not: that fault is proved by a run.
    """
    each = seen(given(park(), *plan))["drain-by-hand"]

    assert (each.how, each.fault, each.fault_in) == (How.STANDS_BY, "a", "spill")


def test_a_stand_by_that_some_scenario_carries_out_needs_no_fault():
    plays = [played(given(park(), order("drain-shut", otherwise=("drain-by-hand",)))),
             played(given(park(), order("drain-by-hand"), id="other"))]  # fmt: skip

    assert with_faults(plays) == []


def test_the_smallest_set_of_the_small_park():
    """
    One day does all but the two fall-backs: by hand takes the dark, the plug a stuck outfall; both fit one day more.
    """
    found = study(park(), [given(park(), order("drain-shut"))], Weigh.DRILLS)

    assert found.reachable == set(park().sheets)
    assert len(found.chosen) == 2
    assert found.answer.proved
    assert set().union(*(each.done for each in found.chosen)) == set(park().sheets)


def test_what_is_beyond_every_drill_says_how_far_it_gets():
    """
    Helpers need until T+125 min to raise the crest; in 90 min they begin, and lowering is never ordered.
    """
    found = study(park(), [], longest_s=1.5 * HOUR)
    each = next(each for each in found.coverage.seen if each.sheet == "bund-raise")

    assert {"bund-raise", "bund-lower"} == set(park().sheets) - found.reachable
    assert (each.how, each.generated) == (How.UNNAMED, "")
    assert (each.beyond.how, each.beyond.drill[:12]) == (How.UNFINISHED, "leak-plant-1")


def test_weights():
    """
    By hand, T+1 to T+31 min: with an hour around it 1.517 h; one team.
    """
    drill = played(given(park(), order("drain-by-hand")))

    assert weight(drill, Weigh.DRILLS) == 1
    assert weight(drill, Weigh.HOURS) == pytest.approx(1 + 31 / 60)
    assert weight(drill, Weigh.TEAM_HOURS) == pytest.approx(1 + 31 / 60)
    assert drill.candidate.name == Name("Spill", "泄漏")
