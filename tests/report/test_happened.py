"""What happened, in sentences: every kind of entry that a run can leave, in both languages."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sim.load import load_case
from sim.park import Equipment, Name
from sim.record.entry import Entry
from sim.report.happened import fault_name, happened, reason_of
from sim.result import run
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
from tests.water.by_hand import park_of, pool, pour, pump, script

SCENARIOS = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
LETTERS = re.compile(r"[A-Za-z]{3,}")


def simple():
    """Two pools, a pump between them, a spill into both."""
    park = park_of(
        [pool("north", 100), pool("south", 100)],
        [pump("lift", "north", "south", 0.5)],
    )
    return park, script(pour("release", ("north", "south"), (0, 0.25), (60, 0.0)), horizon_s=100)


@pytest.mark.parametrize(("entry", "english", "chinese"), [
    (Entry(0, "release", "release"), "spill into 2 storages: 500 L/s", "泄漏物料进入2处储存设施：500 L/s"),
    (Entry(60, "release", "release"), "spill into 2 storages ends", "泄漏物料停止进入2处储存设施"),
    (Entry(9, "crossed", "north", "above 4,200 m3"), "level crossed: north, above 4,200 m³",
     "水位越限：north，高于4,200 m³"),
    (Entry(9, "failed", "lift", "lift is stuck at 30%"), "failed: lift: stuck at 30 %", "失败：lift：卡在30 %开度"),
    (Entry(9, "failed", "lift"), "failed: lift", "失败：lift"),
    (Entry(9, "detected", "run", "spill said to be 40 m3"), "the accident is detected: spill said to be 40 m³",
     "发现事故：报称泄漏量40 m³"),
    (Entry(9, "report", "run"), "the accident is reported", "事故上报"),
    (Entry(9, "rule", "nameless"), "by the plan: nameless", "启动预案条款：nameless"),
    (Entry(100, "end", "run"), "end of the run", "推演结束"),
])  # fmt: skip
def test_an_entry_is_a_sentence(entry, english, chinese):
    park, scenario = simple()

    assert happened(park, scenario, entry) == english
    assert happened(park, scenario, entry, "zh") == chinese


@pytest.mark.parametrize(("detail", "english", "chinese"), [
    ("lift does not follow", "does not follow", "不动作"),
    ("lift has tripped", "has tripped", "已跳闸"),
    ("lift has no power", "no power", "停电"),
    ("no power at lift", "no power", "停电"),
    ("lift did not work", "did not work", "操作未成功"),
    ("not there: bags, trucks", "not there: bags, trucks", "缺少：bags, trucks"),
    ("for 2 trucks, 1 in stock", "for 2 trucks, 1 in stock", "需trucks2，库存1"),
    ("for duty: off duty, off duty", "for duty, nobody on duty", "duty无人在岗"),
    ("for duty: off duty, lift-start", "for duty, at work elsewhere", "duty正在别处作业"),
    ("anything else", "anything else", "anything else"),
])  # fmt: skip
def test_why_a_job_failed_or_waits(detail, english, chinese):
    park, _ = simple()

    assert (reason_of(park, detail, "en"), reason_of(park, detail, "zh")) == (english, chinese)


@pytest.mark.parametrize(("what", "english", "chinese"), [
    (Stuck("lift", 0.3), "lift is stuck", "lift卡住"),
    (Refuses("lift"), "lift cannot be operated", "lift无法操作"),
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

    assert (fault_name(park, Fault("f", what), "en"), fault_name(park, Fault("f", what), "zh")) == (english, chinese)
    told = Fault("f", what, text=Name("a stone", "石头"))
    assert (fault_name(park, told, "en"), fault_name(park, told, "zh")) == ("a stone", "石头")


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_everything_that_happens_in_changshou_is_said_in_chinese(path):
    """
    Sentences of whole runs: no id of a thing that has a name, no English word.
    """
    case = load_case(path)
    result = run(case.park, case.scenario)

    for entry in result.events:
        said = happened(case.park, case.scenario, entry, "zh")
        assert not LETTERS.search(said), said


def test_a_large_number_of_units_stays_a_number():
    """
    The case large-counts: 1.5 million sandbags of 800,000, without a power of ten and in the reader's language.
    """
    bags = Equipment("bags", Name("Sandbags", "沙袋"), 2_000_000)
    park = replace(park_of([pool("pit", 100)]), equipment={"bags": bags})
    detail = "for 1500000 bags, 800000 in stock"

    assert reason_of(park, detail, "zh") == "需沙袋1,500,000，库存800,000"
    assert reason_of(park, detail, "en") == "for 1,500,000 Sandbags, 800,000 in stock"
