"""Who notices what and when: readings, reports, confirmations, detection, warnings."""

import pytest

from sim.record.event import Cause
from sim.scenario import Alarm, Blindness, Detected, Detection, Ending, Fault, Level, SensorFault, SheetEnds
from tests.engine.people import crew, done, park_with, rule, run, sensor, sheet, story
from tests.water.by_hand import HOUR, by_origin, pool, pour, valve

SEEN = ("alarm", "confirmed", "closed", "report", "detected")


def bund(*sensors, links=(), **others):
    """
    spill 1 m3/s from 100 s on -> bund (1,000 m3); the control room shuts the valve v1 at once
    """
    return park_with(
        [pool("bund", 1000)], [valve("v1", "bund", "treated", 0.0), *links], sensors=sensors,
        sheets=[sheet("v1-shut"), sheet("v1-open", operation="open", work_s=60)], **others,
    )  # fmt: skip


SPILL = pour("release", "bund", (100, 1.0))


def play(park, *rules, spill=SPILL, **others):
    rules = rules or (rule("r", Detected(), "v1-shut"),)
    return run(park, spill, horizon_s=HOUR, rules=rules, **others)


def test_a_camera_sees_accident_water_with_its_next_picture():
    """
    The spill begins at 100 s; pictures every 60 s: 120 s; reported 30 s later, confirmed 20 s after that.
    """
    seen = play(bund(sensor("eye", "bund", every_s=60, delay_s=30, confirm_s=20)))

    assert story(seen, *SEEN) == [
        (150, "alarm", "eye"), (170, "confirmed", "eye"), (170, "detected", "run"), (170, "closed", "eye"),
    ]  # fmt: skip
    assert done(seen) == {"v1-shut": 170}


def test_the_earliest_of_several_counts():
    """
    Level sensor at 200 m3 (300 s) with no delay, camera at 400 s: detected at 300 s, once.
    """
    park = bund(
        sensor("eye", "bund", delay_s=300),
        sensor("gauge", "bund", "level", "volume", threshold=200.0),
    )
    seen = play(park)

    assert story(seen, "detected") == [(300, "detected", "run")]
    assert story(seen, "alarm") == [(300, "alarm", "gauge"), (400, "alarm", "eye")]


def test_a_person_reports_it_before_any_sensor():
    """
    Reported at 130 s; the camera's alarm at 400 s is no second detection.
    """
    seen = play(bund(sensor("eye", "bund", delay_s=300)), detection=Detection(130))

    assert story(seen, "report", "detected") == [(130, "report", "run"), (130, "detected", "run")]
    assert [each.cause for each in seen.record.events if each.what == "detected"] == [Cause("report", "run")]


def test_a_report_may_come_before_the_water():
    """
    Somebody calls at 20 s; the spill flows from 100 s on.
    """
    assert done(play(bund(), detection=Detection(20))) == {"v1-shut": 20}


def test_without_sensors_and_report_nobody_knows():
    assert done(play(bund())) == {}


def test_rain_in_a_gauge_is_an_alarm_and_no_incident():
    """
    1 m3/s of rain from 100 s: the gauge alarms at 200 m3, 300 s; there is no accident water.
    """
    park = bund(sensor("gauge", "bund", "level", "volume", threshold=200.0))
    seen = play(park, spill=pour("rain", "bund", (100, 1.0)))

    assert story(seen, *SEEN) == [(300, "alarm", "gauge"), (300, "confirmed", "gauge"), (300, "closed", "gauge")]


def test_a_gauge_read_every_ten_minutes_sees_it_at_the_next_reading():
    """
    200 m3 at 300 s; read at 600 s.
    """
    park = bund(sensor("gauge", "bund", "level", "volume", threshold=200.0, every_s=600))

    assert story(play(park), "alarm") == [(600, "alarm", "gauge")]


def test_what_is_over_before_the_next_reading_is_never_seen():
    """
    1.5 m3/s in and 0.5 m3/s out: 250 m3 at 350 s, when the spill stops; 125 m3 at the reading at 600 s, and the gauge
    stays quiet. The spill comes back at 2,000 s: 200 m3 at 2,200 s, read at 2,400 s.
    """
    park = bund(
        sensor("gauge", "bund", "level", "volume", threshold=200.0, every_s=600),
        links=[valve("drain", "bund", "treated", 0.5)],
    )
    spill = pour("release", "bund", (100, 1.5), (350, 0.0), (2000, 1.5))

    assert story(play(park, spill=spill), "alarm") == [(2400, "alarm", "gauge")]


def test_a_sensor_with_a_dead_band_alarms_again():
    """
    1 m3/s in and 0.5 m3/s out from 100 s on: 200 m3 at 500 s. Stopped at 600 s with 250 m3; back at its reset of 100 m3
    at 900 s; from 1,000 s (50 m3) on it rises again: 200 m3 at 1,300 s.
    """
    park = bund(
        sensor("gauge", "bund", "level", "volume", threshold=200.0, reset=100.0),
        links=[valve("drain", "bund", "treated", 0.5)],
    )
    spill = pour("release", "bund", (100, 1.0), (600, 0.0), (1000, 1.0))
    seen = play(park, rule("r", Alarm("gauge"), "v1-shut"), spill=spill)

    assert story(seen, "alarm") == [(500, "alarm", "gauge"), (1300, "alarm", "gauge")]
    assert done(seen) == {"v1-shut": 500, "v1-shut#2": 1300}


def test_without_a_dead_band_it_alarms_once():
    park = bund(
        sensor("gauge", "bund", "level", "volume", threshold=200.0), links=[valve("drain", "bund", "treated", 0.5)]
    )
    spill = pour("release", "bund", (100, 1.0), (600, 0.0), (1000, 1.0))

    assert story(play(park, spill=spill), "alarm") == [(500, "alarm", "gauge")]


def test_water_quality_is_met_when_its_share_is():
    """
    100 m3 of rain in the bund; product at 1 m3/s from 100 s: 20 % when 25 of 125 m3, at 125 s.
    """
    park = park_with(
        [pool("bund", 1000, initial={"rain": 100})], [valve("v1", "bund", "treated", 0.0)],
        sensors=[sensor("probe", "bund", "water-quality", "product", threshold=0.2)], sheets=[sheet("v1-shut")],
    )  # fmt: skip
    (alarm,) = story(play(park), "alarm")

    assert alarm[0] == pytest.approx(125)


def test_water_quality_is_that_of_what_runs_through_a_dry_place():
    """
    The sump stays dry: 0.125 of 1.125 m3/s is more than 10 % from 100 s on.
    """
    park = park_with(
        [pool("sump", 100)], [valve("v1", "sump", "treated", 4.0)],
        sensors=[sensor("probe", "sump", "water-quality", "product", threshold=0.1)], sheets=[sheet("v1-shut")],
    )  # fmt: skip
    spills = [pour("rain", "sump", (0, 1.0)), pour("release", "sump", (100, 0.125))]

    assert story(run(park, *spills, horizon_s=HOUR, rules=(rule("r", Detected(), "v1-shut"),)), "alarm") == [
        (100, "alarm", "probe")
    ]


def test_water_quality_in_a_pipe_is_that_of_what_enters_it():
    """
    A dry sump passes 1 m3/s of rain, from 100 s on with 0.125 of product in it: 1/9 is more than 10 %.
    """
    park = park_with(
        [pool("sump", 100)], [valve("v1", "sump", "treated", 4.0)],
        sensors=[sensor("probe", "v1", "toxicity", "product", threshold=0.1)], sheets=[sheet("v1-shut")],
    )  # fmt: skip
    spills = [pour("rain", "sump", (0, 1.0)), pour("release", "sump", (100, 0.125))]
    seen = run(park, *spills, horizon_s=HOUR, rules=(rule("r", Detected(), "v1-shut"),))

    assert story(seen, "alarm", "detected", "done") == [
        (100, "alarm", "probe"), (100, "detected", "run"), (100, "done", "v1-shut"),
    ]  # fmt: skip


def test_a_flow_meter_sees_a_flow():
    """
    More than 0.5 m3/s enters the drain from 100 s on.
    """
    park = bund(sensor("meter", "drain", "flow", "flow", threshold=0.5), links=[valve("drain", "bund", "treated", 2.0)])

    assert story(play(park), "alarm") == [(100, "alarm", "meter")]


def test_a_pumps_current_tells_when_it_stops():
    """
    It runs from 100 s (1 m3/s comes, 1 m3/s goes) and passes nothing when the spill ends at 400 s. Before the first
    drop it stood still too, and that is no alarm.
    """
    park = bund(
        sensor("amps", "drain", "current", "flow", threshold=0.1, rising=False),
        links=[valve("drain", "bund", "treated", 2.0)],
    )
    spill = pour("release", "bund", (100, 1.0), (400, 0.0))

    assert story(play(park, spill=spill), "alarm") == [(400, "alarm", "amps")]


def test_a_flow_that_lasts_no_time_is_not_seen():
    """
    The spill begins and ends at 100 s.
    """
    park = bund(
        sensor("eye", "bund"), sensor("meter", "drain", "flow", "flow", threshold=0.5),
        links=[valve("drain", "bund", "treated", 2.0)],
    )  # fmt: skip

    assert story(play(park, spill=pour("release", "bund", (100, 1.0), (100, 0.0))), *SEEN) == []


def test_a_level_above_the_threshold_at_the_start_is_an_alarm_at_the_start():
    """
    300 m3 of rain at T+0, threshold 200 m3; no accident.
    """
    park = park_with(
        [pool("bund", 1000, initial={"rain": 300})], [valve("v1", "bund", "treated", 0.0)],
        sensors=[sensor("gauge", "bund", "level", "volume", threshold=200.0)], sheets=[sheet("v1-shut")],
    )  # fmt: skip

    assert story(play(park), "alarm") == [(0, "alarm", "gauge")]


def test_a_sensor_that_misses_more_often_than_not_sees_nothing_in_a_single_run():
    assert story(play(bund(sensor("eye", "bund", misses=0.6, every_s=60))), *SEEN) == []


def test_a_warning_is_closed_when_all_it_set_off_has_ended():
    """
    Confirmed at 100 s; one rule shuts a valve at once, the other opens one within 60 s and 30 s of deciding: 190 s.
    """
    rules = (rule("a", Detected(), "v1-shut"), rule("b", Alarm("eye"), "v1-open", after_s=30))
    seen = play(bund(sensor("eye", "bund")), *rules)

    assert story(seen, "confirmed", "closed") == [(100, "confirmed", "eye"), (190, "closed", "eye")]


def test_a_warning_whose_work_failed_stays_open():
    park = park_with(
        [pool("bund", 1000)], [valve("v1", "bund", "treated", 0.0)], sensors=[sensor("eye", "bund")],
        sheets=[sheet("v1-shut", works=0.0)],
    )  # fmt: skip

    assert story(play(park), "confirmed", "closed") == [(100, "confirmed", "eye")]


@pytest.mark.parametrize("how", [Blindness.SILENT, Blindness.STUCK])
def test_a_sensor_that_tells_nothing_tells_it_when_it_is_repaired(how):
    """
    Out until 700 s: the alarm comes then, 600 s late.
    """
    faults = (Fault("f", SensorFault("eye", how), 0, 700),)

    assert story(play(bund(sensor("eye", "bund")), faults=faults), "alarm") == [(700, "alarm", "eye")]


def test_a_sensor_that_fails_after_its_alarm_changes_nothing():
    """
    Alarm at 100 s, out from 200 to 300 s: no second alarm.
    """
    faults = (Fault("f", SensorFault("eye", Blindness.SILENT), 200, 100),)

    assert story(play(bund(sensor("eye", "bund")), faults=faults), "alarm") == [(100, "alarm", "eye")]


def test_a_drifting_gauge_is_late():
    """
    It comes down to half the truth within 1 h. With 0.125 m3/s from 100 s on there are 450 m3 at 3,700 s; by then it
    reads one half, so its alarm comes at 900 m3, 7,300 s.
    """
    park = bund(sensor("gauge", "bund", "level", "volume", threshold=450.0))
    faults = (Fault("f", SensorFault("gauge", Blindness.DRIFTING, 0.5, HOUR)),)
    seen = run(park, pour("release", "bund", (100, 0.125)), horizon_s=3 * HOUR,
               rules=(rule("r", Detected(), "v1-shut"),), faults=faults)  # fmt: skip

    assert story(seen, "alarm") == [(7300, "alarm", "gauge")]


def test_sensors_nobody_listens_to_are_not_looked_at():
    """
    A scenario without a response plan: no alarms in the book.
    """
    seen = run(bund(sensor("eye", "bund")), SPILL, horizon_s=HOUR)

    assert story(seen, *SEEN) == []


def test_sensors_do_not_change_the_water():
    """
    With and without a probe, a gauge and a camera: the same volumes to the last bit.
    """
    links = [valve("drain", "bund", "treated", 0.5)]
    bare = play(bund(links=links), rule("r", Level("bund", 900), "v1-shut"))
    seen = play(bund(sensor("eye", "bund"), sensor("gauge", "bund", "level", "volume", threshold=200.0), links=links),
                rule("r", Level("bund", 900), "v1-shut"))  # fmt: skip

    assert seen.of("final", "bund") == bare.of("final", "bund") == by_origin(product=seen.holds("bund"))
    assert seen.holds("bund") > 900


def test_one_after_the_other_by_their_ends():
    """
    Detected at 100 s; the crew is done at 400 s; the next rule begins with that.
    """
    park = park_with(
        [pool("bund", 1000)], [valve(f"v{k}", "bund", "treated", 0.0) for k in (1, 2)], sensors=[sensor("eye", "bund")],
        crews=[crew()],
        sheets=[sheet("v1-shut", crew="crew", travel_s=100, work_s=200), sheet("v2-shut", work_s=10)],
    )  # fmt: skip
    rules = (rule("a", Detected(), "v1-shut"), rule("b", SheetEnds("v1-shut", Ending.DONE), "v2-shut"))

    assert done(play(park, *rules)) == {"v1-shut": 400, "v2-shut": 410}
