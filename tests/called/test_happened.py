"""What happened, in sentences: every kind of event that a run can leave, in both languages."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sim.called import Called
from sim.called.happened import happened
from sim.load import load_case
from sim.park import Equipment, Name
from sim.record.event import (
    NO_CAUSE,
    Crossed,
    Ended,
    Failed,
    IncidentDetected,
    IncidentReported,
    Reason,
    Released,
    RuleBegan,
    SetOut,
    Why,
)
from sim.result import run
from sim.scenario import Action, Clock
from sim.scenario.fault import (
    Blindness,
    Blocked,
    CrewAbsent,
    EquipmentMissing,
    Fault,
    Leaks,
    Opens,
    PowerLoss,
    Refuses,
    SensorFault,
    Stuck,
    Trips,
    Underreported,
)
from tests.water.by_hand import park_of, pool, pour, pump, script, valve

SCENARIOS = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
LETTERS = re.compile(r"[A-Za-z]{3,}")


def simple():
    """Two pools, a pump between them, a spill into both."""
    park = park_of(
        [pool("north", 100), pool("south", 100)],
        [pump("lift", "north", "south", 0.5)],
    )
    return park, script(pour("release", ("north", "south"), (0, 0.25), (60, 0.0)), horizon_s=100)


def in_both(say, park, scenario=None):
    """What a function of the names says in each language."""
    return tuple(say(Called(park, scenario, language)) for language in ("en", "zh"))


@pytest.mark.parametrize(("event", "english", "chinese"), [
    (Released(0, "release", NO_CAUSE, 0.5), "spill into 2 storages: 500 L/s", "泄漏物料进入2处储存设施：500 L/s"),
    (Released(60, "release", NO_CAUSE, 0.0), "spill into 2 storages ends", "泄漏物料停止进入2处储存设施"),
    (Crossed(9, "north", NO_CAUSE, 4200.0), "level crossed: north, above 4,200 m³", "水位越限：north，高于4,200 m³"),
    (Failed(9, "lift", reasons=(Reason(Why.STUCK, "lift", opening=0.3),)), "failed: lift: stuck at 30 %",
     "失败：lift：卡阻于30 %开度"),
    (Failed(9, "lift"), "failed: lift", "失败：lift"),
    (IncidentDetected(9, "run", said_m3=40.0), "the accident is detected: spill said to be 40 m³",
     "发现事故：报称泄漏量40 m³"),
    (IncidentReported(9, "run"), "the accident is reported", "事故上报"),
    (RuleBegan(9, "nameless"), "by the plan: nameless", "触发处置规则：nameless"),
    (SetOut(9, "lift", NO_CAUSE, "lift", "duty", 2), "sets out: lift", "出发：lift"),
    (Ended(100, "run"), "end of the run", "推演结束"),
])  # fmt: skip
def test_an_event_is_a_sentence(event, english, chinese):
    assert in_both(lambda called: happened(called, event), *simple()) == (english, chinese)


@pytest.mark.parametrize(("reason", "english", "chinese"), [
    (Reason(Why.REFUSES, "lift"), "does not follow", "不动作"),
    (Reason(Why.TRIPPED, "lift"), "has tripped", "已跳闸"),
    (Reason(Why.NO_POWER, "lift"), "no power", "停电"),
    (Reason(Why.DID_NOT_WORK, "lift"), "did not work", "操作未成功"),
    (Reason(Why.MISSING, "bags"), "not there: bags", "缺少：bags"),
    (Reason(Why.SHORT, "trucks", units=2, stock=1), "for 2 trucks, 1 in stock", "需trucks2，库存1"),
    (Reason(Why.OFF_DUTY, "duty"), "for duty, nobody on duty", "duty无人在岗"),
    (Reason(Why.BUSY, "duty", jobs=("lift-start",)), "for duty, at work elsewhere", "duty正在别处作业"),
])  # fmt: skip
def test_why_a_job_failed_or_waits(reason, english, chinese):
    assert in_both(lambda called: called.reason(reason), simple()[0]) == (english, chinese)


def test_several_links_that_did_not_follow_are_all_named_and_the_author_has_the_first_word():
    """
    The case why-it-failed: one action on two links, one stuck at 0.4 %, the other without its motor.
    """
    park, scenario = simple()
    jam = Fault("jam", Stuck("lift", 0.004), text=Name("a branch", "树枝"))
    text = Name("Start the lift and shut the gate.", "启动提升泵并关闸。")
    contain = Action("contain", Clock(300), 0.0, (("lift", 1.0), ("gate", 0.0)), text=text)
    scenario = replace(scenario, actions=(contain,), faults=(jam,))
    park = replace(park, links={**park.links, "gate": valve("gate", "north", "south", 1.0)})
    event = Failed(300, "contain", reasons=(
        Reason(Why.STUCK, "lift", "jam", opening=0.004), Reason(Why.TRIPPED, "gate"),
    ))  # fmt: skip

    assert in_both(lambda called: happened(called, event), park, scenario) == (
        "failed: Start the lift and shut the gate: lift: stuck at 0.4 % (a branch), gate: has tripped",
        "失败：启动提升泵并关闸：lift：卡阻于0.4 %开度（树枝）、gate：已跳闸",
    )


@pytest.mark.parametrize(("what", "english", "chinese"), [
    (Stuck("lift", 0.3), "lift is stuck", "lift卡阻"),
    (Refuses("lift"), "lift does not follow", "lift不动作"),
    (Trips("lift"), "lift trips", "lift跳闸"),
    (Blocked("lift", 0.0), "lift is blocked", "lift堵塞"),
    (Leaks("lift", 0.1), "lift leaks", "lift关闭不严"),
    (PowerLoss("area"), "no power in area", "area停电"),
    (Opens(pump("hole", "north", "south", 1.0)), "a way opens from north to south", "north与south之间出现通路"),
    (SensorFault("eye", Blindness.SILENT), "eye reports nothing", "eye无信号"),
    (SensorFault("eye", Blindness.STUCK), "eye keeps reporting the same", "eye读数不变"),
    (SensorFault("eye", Blindness.DRIFTING), "eye reads ever more wrong", "eye读数漂移"),
    (Underreported(0.1), "10 % of the spill are reported", "仅报告了泄漏量的10 %"),
    (CrewAbsent("duty"), "duty does not come", "duty未到场"),
    (EquipmentMissing("trucks"), "trucks is not there", "trucks缺失"),
])  # fmt: skip
def test_a_fault_says_what_fails(what, english, chinese):
    park, _ = simple()

    assert in_both(lambda called: called.fault(Fault("f", what)), park) == (english, chinese)
    told = Fault("f", what, text=Name("a stone", "石头"))
    assert in_both(lambda called: called.fault(told), park) == ("a stone", "石头")


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_everything_that_happens_in_changshou_is_said_in_chinese(path):
    """
    Sentences of whole runs: no id of a thing that has a name, no English word.
    """
    case = load_case(path)
    result = run(case.park, case.scenario)

    for event in result.events:
        said = happened(Called(case.park, case.scenario, "zh"), event)
        assert not LETTERS.search(said), said


def test_a_large_number_of_units_stays_a_number():
    """
    The case large-counts: 1.5 million sandbags of 800,000, without a power of ten and in the reader's language.
    """
    bags = Equipment("bags", Name("Sandbags", "沙袋"), 2_000_000)
    park = replace(park_of([pool("pit", 100)]), equipment={"bags": bags})
    short = Reason(Why.SHORT, "bags", units=1.5e6, stock=8e5)

    assert in_both(lambda called: called.reason(short), park) == (
        "for 1,500,000 Sandbags, 800,000 in stock", "需沙袋1,500,000，库存800,000",
    )  # fmt: skip
