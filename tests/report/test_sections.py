"""What is said of shut river sections, and of levels that are allowed, in both languages."""

from dataclasses import replace
from math import nan

import pytest

from sim.called import Called
from sim.check import FillTime, FillTimes
from sim.park import Allowed, Because, Name
from sim.report.sections import section_lines
from tests.check.by_hand import HOUR, STORAGES, Wet, small_park, small_record
from tests.report.by_hand import result_of

RACE = FillTime(
    storage="river", shut_at_s=2 * HOUR, room_m3=100_000, inflow_m3_s=5, full_at_s=27_300, stood_full_at_s=27_300,
    pumps_from_s=6 * HOUR,
)  # fmt: skip

IN_TIME = "pumps from T+6 h: 1 h 35 min to spare"


def lines(language="en", **others):
    """What is said of one race, with these changes."""
    return list(section_lines(Called(small_park(), language=language), FillTimes((replace(RACE, **others),))))


@pytest.mark.parametrize(
    ("others", "line"),
    [
        ({}, "shut at T+2 h, full T+7 h 35 min; pumps from T+6 h: 1 h 35 min to spare"),
        (
            {"pumps_from_s": 8 * HOUR},
            "shut at T+2 h, full T+7 h 35 min; pumps from T+8 h: 25 min late",
        ),
        ({"pumps_from_s": nan}, "shut at T+2 h, full T+7 h 35 min; no pump by the end"),
        (
            {"stood_full_at_s": nan},
            "shut at T+2 h, would be full T+7 h 35 min; pumps from T+6 h: 1 h 35 min to spare",
        ),
        (
            {"stood_full_at_s": 9 * HOUR},
            f"shut at T+2 h, would be full T+7 h 35 min; {IN_TIME}, and full T+9 h all the same",
        ),
        (
            {"full_at_s": nan, "stood_full_at_s": nan},
            "shut at T+2 h, never full: nothing runs in any more; pumps from T+6 h",
        ),
        (
            {"full_at_s": nan, "stood_full_at_s": nan, "pumps_from_s": nan},
            "shut at T+2 h, never full: nothing runs in any more",
        ),
    ],
)  # fmt: skip
def test_a_race_in_a_line(others, line):
    assert lines(**others) == [f"River section 1: {line}"]


def test_a_race_in_chinese():
    assert lines("zh") == ["晏家河1段：T+2小时关闭，T+7小时35分蓄满；T+6小时起抽排，余1小时35分"]
    assert lines("zh", stood_full_at_s=9 * HOUR) == [
        "晏家河1段：T+2小时关闭，按来水T+7小时35分蓄满；T+6小时起抽排，余1小时35分，仍于T+9小时蓄满"
    ]


def test_without_a_trace_it_says_so():
    (line,) = section_lines(Called(small_park()), FillTimes(known=False))

    assert line == "River sections: fill times are not known without a trace; leave --no-trace out"


def test_races_stand_below_the_tiers():
    text = result_of(small_record(small_park()), 100, park=small_park(), sections=FillTimes((RACE,)))

    assert "\nRiver section 1: shut at T+2 h, full T+7 h 35 min;" in text


RIVER = next(each for each in STORAGES if each.id == "river")


@pytest.mark.parametrize(
    ("allowed", "en", "zh"),
    [
        (Allowed(Because.BANK, 3.2), " (allowed 3.2 m: bank)", "（允许水位3.2 m：堤岸）"),
        (Allowed(Because.OUTFALL_INVERT, 3.2), " (allowed 3.2 m: outfall invert)", "（允许水位3.2 m：排口管底）"),
        (Allowed(Because.CONTROL_LEVEL, 12), " (allowed 12 m: control level)", "（允许水位12 m：控制水位）"),
        (Allowed(Name("footpath", "步道"), 1.5), " (allowed 1.5 m: footpath)", "（允许水位1.5 m：步道）"),
        (Allowed(Because.GATE_TOP), " (allowed to the crest: gate top)", "（允许至溢流高程：闸顶）"),
        (None, "", ""),
    ],
)
def test_the_tightest_storage_says_why_no_more_is_allowed(allowed, en, zh):
    park = small_park(storages=[replace(RIVER, allowed=allowed)])
    record = small_record(park, wet={"river": Wet(2500, reached=HOUR)})

    said = [
        line.rpartition("  ")[2]
        for language in ("en", "zh")
        for line in result_of(record, 140, park=park, language=language).splitlines()
        if "tightest:" in line or "最紧：" in line
    ]

    assert said == [f"tightest: River section 1{en}", f"最紧：晏家河1段{zh}"]
