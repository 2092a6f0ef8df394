"""The flagship's six accidents with people give what docs/changshou.md worked out by hand, before any run.

Minutes, hours and cubic metres. What the page calls "about" hangs on the head over a valve or crest, on a
mixture, or on a river gate that passes a little more than 2 m3/s as the water rises, and is held to the
page's rounding; everything else to the arithmetic.
"""

from math import isnan
from pathlib import Path

import pytest

from sim.check import fill_times, judge
from sim.record.event import CalledOff, Cause, Failed, IncidentDetected, IncidentReported, Reason, Waits, Why
from tests.shipped import case_of, result_of
from tests.water.by_hand import HOUR, MINUTE, Seen

SCENARIOS = Path(__file__).parents[2] / "scenarios"
UNTOUCHED, HELD, RELIEVED, BREACHED = "untouched", "held", "relieved", "breached"
VERDICTS = {
    ("tank-fire-uncertain", None): (RELIEVED, HELD, UNTOUCHED),
    ("tank-fire-uncertain", "people"): (RELIEVED, HELD, UNTOUCHED),
    ("which-plant", None): (RELIEVED, HELD, UNTOUCHED),
    ("night-shift", None): (BREACHED, BREACHED, HELD),
    ("night-shift", "next-in-queue"): (BREACHED, BREACHED, HELD),
    ("night-shift", "outfall-first"): (BREACHED, BREACHED, HELD),
    ("night-shift", "plug-first"): (BREACHED, BREACHED, HELD),
    ("night-shift", "order-right"): (BREACHED, HELD, UNTOUCHED),
    ("night-shift", "day"): (BREACHED, HELD, UNTOUCHED),
    ("power-loss", None): (BREACHED, HELD, UNTOUCHED),
    ("power-loss", "no-generator"): (BREACHED, BREACHED, HELD),
    ("power-loss", "second-generator"): (RELIEVED, HELD, UNTOUCHED),
    ("power-loss", "power-back"): (RELIEVED, HELD, UNTOUCHED),
    ("power-loss", "generators-first"): (RELIEVED, HELD, UNTOUCHED),
    ("open-outfall-uncertain", None): (BREACHED, BREACHED, BREACHED),
    ("open-outfall-uncertain", "one-more-gate"): (BREACHED, BREACHED, HELD),
    ("open-outfall-uncertain", "night-crews"): (BREACHED, BREACHED, BREACHED),
    ("open-outfall", None): (BREACHED, BREACHED, HELD),
    ("open-outfall", "register"): (BREACHED, HELD, UNTOUCHED),
    ("open-outfall", "no-plug"): (BREACHED, BREACHED, HELD),
    ("open-outfall", "gates-on-sight"): (BREACHED, BREACHED, BREACHED),
    ("late-wall", None): (BREACHED, BREACHED, BREACHED),
    ("late-wall", "camera-stays"): (BREACHED, BREACHED, HELD),
    ("late-wall", "outfall-kept-shut"): (BREACHED, HELD, UNTOUCHED),
    ("late-wall", "pumped-out"): (RELIEVED, HELD, UNTOUCHED),
    ("underreported", None): (BREACHED, BREACHED, BREACHED),
    ("underreported", "sooner"): (BREACHED, BREACHED, HELD),
    ("underreported", "reported-right"): (BREACHED, BREACHED, HELD),
    ("underreported", "fixed-rule"): (BREACHED, BREACHED, HELD),
    ("clean-and-dirty", None): (UNTOUCHED, BREACHED, HELD),
    ("clean-and-dirty", "wrong-order"): (UNTOUCHED, BREACHED, BREACHED),
    ("clean-and-dirty", "storm-sooner"): (UNTOUCHED, BREACHED, BREACHED),
}
DAY_5 = 120 * 60
"""When the wall breaks [min]."""

DONE = {
    ("night-shift", None): {
        "b-001-pool-valve-open": 9, "well-b-check": 25, "outfall-18-shut": 55, "intercept-18-start": 130,
        "outfall-19-plug": 180, "gate-2-shut": 85, "gate-3-shut": 120, "gate-1-shut": 160,
        "intercept-19-start": 180 + 5012 / 60 + 25,
    },
    ("night-shift", "next-in-queue"): {"outfall-18-shut": 55, "intercept-18-start": 130, "outfall-19-plug": 180},
    ("night-shift", "outfall-first"): {
        "outfall-18-shut": 40, "well-b-check": 60, "intercept-18-start": 130, "outfall-19-plug": 180,
    },
    ("night-shift", "plug-first"): {"outfall-18-shut": 55, "outfall-19-plug": 160, "intercept-18-start": 180},
    ("night-shift", "order-right"): {
        "outfall-18-shut": 40, "well-b-check": 60, "outfall-19-plug": 160, "intercept-18-start": 180,
        "intercept-19-start": 170 + 5012 / 60 + 25,
    },
    ("night-shift", "day"): {
        "b-001-pool-valve-open": 7, "well-b-check": 25, "outfall-18-shut": 40, "outfall-19-plug": 160,
        "intercept-18-start": 109 + 35 / 60, "gate-2-shut": 85, "gate-3-shut": 85, "gate-1-shut": 125,
    },
    ("power-loss", None): {
        "outfall-05-plug": 77, "a-001-rain-valve-shut-by-hand": 95, "a-001-pool-valve-open-by-hand": 95,
        "a-001-bund-valve-open": 116 + 40 / 60, "a-001-transfer-on-generator": 4 * 60 + 23,
        "a-001-transfer-start#2": 10 * 60 + 40, "intercept-05-start#2": 10 * 60 + 40,
    },
    ("power-loss", "second-generator"): {"dedicated-a-on-generator": 5 * 60 + 57},
    ("power-loss", "power-back"): {"a-001-transfer-start": 3 * 60 + 38},
    ("power-loss", "generators-first"): {"dedicated-a-on-generator": 57, "a-001-transfer-on-generator": 130},
    ("open-outfall-uncertain", None): {
        "well-f-check": 40, "outfall-69-check": 65, "gate-7-shut": 84.0192379, "gate-6-shut": 119.0192379,
        "outfall-69-plug": 121.9377423,
    },
    ("open-outfall-uncertain", "one-more-gate"): {"gate-7-shut": 84.0192379, "gate-8-shut": 119.0192379},
    ("open-outfall-uncertain", "night-crews"): {
        "outfall-69-check": 47.2540333, "gate-7-shut": 84.0192379, "outfall-69-plug": 104.1917756,
    },
    ("open-outfall", None): {
        "outfall-69-check": 45, "gate-7-shut": 85, "gate-6-shut": 85, "outfall-69-plug": 100,
        "rain-69-truck-pump": 167.5,
    },
    ("open-outfall", "register"): {"outfall-69-plug": 70, "rain-69-truck-pump": 137.5},
    ("open-outfall", "gates-on-sight"): dict.fromkeys(("gate-7-shut", "gate-6-shut"), 70 + 190 / 0.18 / 60 + 5 + 35),
    ("late-wall", None): {
        "f-001-rain-valve-shut": 7, "f-001-pool-valve-open": 9, "outfall-67-shut": 38, "outfall-67-open": 24.5 * 60,
        "f-001-transfer-start": 72 * 60 + 46, "gate-7-shut": DAY_5 + 150, "gate-6-shut": DAY_5 + 185,
        "gate-5-shut": DAY_5 + 225, "bypass-5-start": DAY_5 + 6 * 60 + 57.5,
    },
    ("late-wall", "camera-stays"): {
        "outfall-67-shut#2": DAY_5 + 36, "gate-7-shut": DAY_5 + 41, "gate-6-shut": DAY_5 + 76,
        "gate-5-shut": DAY_5 + 116,
    },
    ("late-wall", "pumped-out"): {
        "f-001-bund-valve-open": 48 * 60 + 10, "f-001-transfer-start": 48 * 60 + 52,
        "f-001-skimmer-start": 60 * 60 + 20,
    },
    ("underreported", None): {
        "d-001-rain-valve-shut": 14, "d-001-pool-valve-open": 14, "gate-5-shut": 290, "gate-7-shut": 290,
        "river-5-recovery-start": 362.5, "river-7-recovery-start": 362.5,
    },
    ("underreported", "sooner"): {"gate-5-shut": 280, "gate-7-shut": 280},
    ("underreported", "reported-right"): {
        "gate-5-shut": 60, "gate-7-shut": 60, "river-5-recovery-start": 132.5, "river-5-recovery-stop": 512.5,
    },
    ("underreported", "fixed-rule"): {"gate-5-shut": 55, "gate-7-shut": 55},
    ("clean-and-dirty", None): {
        "gate-5-shut": 50, "gate-4-shut": 50, "gate-3-shut": 85, "river-5-recovery-start": 122.5,
        "pool-5-to-tp-start": 270, "pool-7-to-tp-start": 270, "bypass-3-start": 5 * 60 + 15,
    },
    ("clean-and-dirty", "wrong-order"): {"river-4-recovery-start": 122.5},
}  # fmt: skip
"""When jobs are done [min]; of what the water decides only what is plain arithmetic."""

FAILED = {
    "night-shift": {"b-001-rain-valve-shut": (7, Why.STUCK, 0.3), "outfall-19-shut": (110, Why.STUCK, 1.0)},
    "power-loss": {
        "a-001-rain-valve-shut": (5, Why.NO_POWER, None), "a-001-pool-valve-open": (5, Why.NO_POWER, None),
        "outfall-05-shut": (27, Why.NO_POWER, None), "a-001-transfer-start": (213, Why.NO_POWER, None),
    },
}  # fmt: skip
"""When a job fails [min], and why."""


def played(name, pick=None):
    """A scenario's case, and its run."""
    result = result_of(name, pick)
    return case_of(name, pick), Seen(result.park, result.record)


def seen_in(name, pick=None):
    return played(name, pick)[1]


def minutes(seen, what):
    """When each subject had its first entry of a kind [min]."""
    found = {}
    for at_s, _, subject in seen.entries(what):
        found.setdefault(subject, at_s / MINUTE)
    return found


def failures(seen):
    """(minute, subject, reason) of what failed."""
    failed = (each for each in seen.record.events if isinstance(each, Failed))
    return [(each.at_s / MINUTE, each.subject, reason) for each in failed for reason in each.reasons]


def waiting(seen):
    """(minute, subject, reason) of what waits."""
    return [(each.at_s / MINUTE, each.subject, each.reason) for each in seen.record.events if isinstance(each, Waits)]


def clock(hours, min=0.0):
    """A time of the page [s]."""
    return hours * HOUR + min * MINUTE


@pytest.mark.parametrize(("name", "pick"), VERDICTS)
def test_verdicts_are_those_of_the_table(name, pick):
    """
    docs/changshou.md, "What the scenarios must give".
    """
    case, seen = played(name, pick)
    judgement = judge(seen.park, case.scenario, seen.record)

    assert tuple(each.verdict for each in judgement.tiers) == VERDICTS[name, pick]


@pytest.mark.parametrize(("name", "pick"), VERDICTS)
def test_ledgers_close(name, pick):
    assert seen_in(name, pick).record.ledger.error_share < 1e-9


@pytest.mark.parametrize(("name", "pick"), DONE)
def test_jobs_are_done_when_the_page_says(name, pick):
    found = minutes(seen_in(name, pick), "done")

    assert {job: found.get(job) for job in DONE[name, pick]} == pytest.approx(DONE[name, pick])


@pytest.mark.parametrize("name", FAILED)
def test_jobs_fail_when_and_why_the_page_says(name):
    found = {subject: (at, reason) for at, subject, reason in failures(seen_in(name))}

    for job, (at, why, opening) in FAILED[name].items():
        assert found[job][0] == pytest.approx(at), job
        assert found[job][1].why is why
        assert found[job][1].opening == opening


@pytest.mark.parametrize(
    ("name", "at", "cause"),
    [
        ("night-shift", 3, Cause("confirmed", "b-001-camera-1")),
        ("power-loss", 3, Cause("confirmed", "a-001-camera-1")),
        ("open-outfall", 15, Cause("report", "changshou-open-outfall")),
        ("late-wall", 3, Cause("confirmed", "f-001-camera-1")),
        ("underreported", 10, Cause("confirmed", "d-001-call")),
        ("clean-and-dirty", 10, Cause("report", "changshou-clean-and-dirty")),
    ],
)
def test_incident_is_known_when_the_page_says(name, at, cause):
    (found,) = [each for each in seen_in(name).record.events if each.what == "detected"]

    assert (found.at_s / MINUTE, found.cause) == (at, cause)


# 5. Night shift


def test_night_one_team_does_one_thing_after_the_other():
    """
    Well B T+5-25 | outfall 18 T+25-55 | outfall 19 T+80-110 | pump 18 T+110-130 | plug 19 T+130-180 min: what is
    ordered in between waits for the one before.
    """
    waits = [(at, job, reason.jobs[-1] if reason.jobs else "") for at, job, reason in waiting(seen_in("night-shift"))]

    assert [each for each in waits if each[1] in ("outfall-18-shut", "intercept-18-start", "outfall-19-plug")] == [
        (10, "outfall-18-shut", "well-b-check"),
        (pytest.approx(101.25), "intercept-18-start", "outfall-19-shut"),
        (110, "outfall-19-plug", "intercept-18-start"),
    ]
    assert (5, "b-001-pool-valve-open", "b-001-rain-valve-shut") in waits
    assert (50, "gate-3-shut", "gate-2-shut") in waits


@pytest.mark.parametrize(
    ("pick", "at_18", "at_19"),
    [
        (None, 56, 30),
        ("next-in-queue", 56, 30),
        ("outfall-first", 0, 30),
        ("plug-first", 56, 0),
        ("order-right", 0, 0),
        ("day", 0, 0),
    ],
)
def test_night_each_minute_late_costs(pick, at_18, at_19):
    """
    0.08 m3/s x 700 s (T+43 min 20 s to T+55 min), 0.05 m3/s x 600 s (T+170 to T+180 min).
    """
    seen = seen_in("night-shift", pick)

    assert seen.over("accident_m3", "outfall-18") == pytest.approx(at_18)
    assert seen.over("accident_m3", "outfall-19") == pytest.approx(at_19)


def test_night_water_is_at_outfall_18_800_s_after_it_leaves_the_yard():
    assert seen_in("night-shift").over("accident_from_s", "outfall-18") == pytest.approx(43 * MINUTE + 20)


@pytest.mark.parametrize(("pick", "main_18"), [(None, 360), ("plug-first", 600), ("order-right", 656), ("day", 318)])
def test_night_main_18_waits_for_its_pump(pick, main_18):
    """
    0.08 m3/s from the outfall shut, or the first water after it, until the pump runs; 990 m3 fit in.
    """
    assert seen_in("night-shift", pick).of("peak_m3", "rain-18") == pytest.approx(main_18)


@pytest.mark.parametrize("pick", [None, "order-right", "day"])
def test_night_main_19_holds_326_m3(pick):
    """
    0.05 x (5,012 + 1,500) s.
    """
    assert seen_in("night-shift", pick).of("peak_m3", "rain-19") == pytest.approx(325.6)


def test_night_gates_hold_what_passed_the_outfalls():
    """
    Section 3 from T+143 min 20 s, gate 3 shut at T+120; some 11 m3 passed gate 2. Section 2: 20,384 + 120 x 183.3 min +
    86 = 42,500 m3.
    """
    seen = seen_in("night-shift")

    assert seen.of("reached_at_s", "river-3") == pytest.approx(143 * MINUTE + 20)
    assert seen.over("accident_m3", "gate-2") == pytest.approx(11, abs=0.5)
    assert seen.over("accident_m3", "gate-3") == 0
    assert seen.of("peak_m3", "river-2") == pytest.approx(42_500, abs=50)


def test_night_bund_and_yard_are_arithmetic():
    """
    32 + 1,500 + 1,728 = 3,260 m3; 0.08 x 4 h = 1,152 m3, all of it through the rain valve.
    """
    seen = seen_in("night-shift")

    assert seen.of("peak_m3", "b-001-bund") == pytest.approx(3260)
    assert seen.passed("b-001-rain-valve") == pytest.approx(1152)


@pytest.mark.parametrize(
    ("pick", "off"), [("outfall-first", [(10, "well-b-check")]), ("next-in-queue", []), ("plug-first", [])]
)
def test_night_only_who_is_called_off_leaves_the_well(pick, off):
    assert [(each.at_s / MINUTE, each.subject) for each in seen_in("night-shift", pick).record.events
            if isinstance(each, CalledOff)] == off  # fmt: skip


# 6. Power


def test_power_fails_and_comes_back():
    seen = seen_in("power-loss")

    assert minutes(seen, "fault")["dark"] == 4
    assert minutes(seen, "repaired")["dark"] == 10 * 60 + 4


def test_power_pool_is_half_full_at_3_h_15():
    """
    Seen at the next full minute, T+3 h 16, believed two minutes later.
    """
    seen = seen_in("power-loss")

    assert minutes(seen, "alarm")["a-001-pool-level"] == 3 * 60 + 16
    assert minutes(seen, "confirmed")["a-001-pool-level"] == 3 * 60 + 18


def test_power_the_generator_moves_no_more_than_the_well_holds():
    """
    600 m3 until the well's pump runs again at T+10 h 4 min: the pool is full at about T+7.7 h, about 650 m3 over the
    crest, some 25 m3 still stand on it, and main 05 holds them behind its plug.
    """
    seen = seen_in("power-loss")

    assert seen.of("peak_m3", "well-a") == pytest.approx(600)
    assert seen.of("full_at_s", "a-001-pool") == pytest.approx(7.7 * HOUR, abs=0.05 * HOUR)
    assert seen.passed("a-001-pool-spillway") == pytest.approx(650, abs=10)
    assert seen.volume("a-001-pool", [clock(10, 4)])[0] == pytest.approx(8025, abs=5)
    assert seen.of("peak_m3", "rain-05") == pytest.approx(650, abs=10)
    assert seen.over("accident_m3", "outfall-05") == 0


def test_power_bund_is_let_down_to_about_3505_m3():
    """
    70 % at T+106 min 40 s, open at 4,320 m3; shut 10 min after 3,600 m3, at about T+7.75 h.
    """
    seen = seen_in("power-loss")
    shut_s = minutes(seen, "done")["a-001-bund-valve-shut"] * MINUTE

    assert seen.volume("a-001-bund", [116 * MINUTE + 40])[0] == pytest.approx(4320)
    assert shut_s - 10 * MINUTE == pytest.approx(7.75 * HOUR, abs=0.02 * HOUR)
    assert seen.volume("a-001-bund", [shut_s])[0] == pytest.approx(3505, abs=2)


@pytest.mark.parametrize(
    ("pick", "peak_m3"), [("second-generator", 6450), ("power-back", 4970), ("generators-first", 4630)]
)
def test_power_for_the_well_keeps_the_pool(pick, peak_m3):
    """
    "About", to the page's tens.
    """
    seen = seen_in("power-loss", pick)

    assert seen.of("peak_m3", "a-001-pool") == pytest.approx(peak_m3, abs=10)
    assert seen.passed("a-001-pool-spillway") == 0


def test_power_without_a_generator_main_05_runs_over():
    """
    About 1,270 m3 over until T+10 h 40 min, main 05 (942 m3) full at about T+8.5 h, some 330 into section 1; gates
    50 min later, some 60 min before it comes to section 2.
    """
    seen = seen_in("power-loss", "no-generator")
    done = minutes(seen, "done")

    assert seen.passed("a-001-pool-spillway") == pytest.approx(1270, abs=15)
    assert seen.of("full_at_s", "rain-05") == pytest.approx(8.5 * HOUR, abs=0.05 * HOUR)
    assert seen.passed("rain-05-spillway") == pytest.approx(330, abs=10)
    assert done["gate-2-shut"] * MINUTE == pytest.approx(seen.of("full_at_s", "rain-05") + clock(0, 50))
    assert seen.of("reached_at_s", "river-2") - done["gate-2-shut"] * MINUTE == pytest.approx(clock(1), abs=clock(0, 3))
    missing = [(at, job, reason.why, reason.of) for at, job, reason in failures(seen) if reason.why is Why.MISSING]
    assert missing == [(213, "a-001-transfer-on-generator", Why.MISSING, "emergency-generator")]


def test_power_both_teams_turn_valves_before_they_see_to_the_generator():
    waits = waiting(seen_in("power-loss", "generators-first"))

    assert [(at, job) for at, job, _ in waits] == [(7, "a-001-transfer-on-generator")]


# 7. An outfall without a gate


def test_open_outfall_pit_is_full_at_87_min_36_s():
    """
    660 m3 at T+70 min, 190 more in 1,055.6 s.
    """
    seen = seen_in("open-outfall")

    assert seen.of("full_at_s", "f-002-pit") == pytest.approx(70 * MINUTE + 190 / 0.18)
    assert seen.over("accident_from_s", "outfall-69") == pytest.approx(70 * MINUTE + 190 / 0.18)


@pytest.mark.parametrize(
    ("pick", "out_m3", "main_m3"),
    [(None, 134, 729), ("gates-on-sight", 134, 729), ("register", 0, 539), ("no-plug", 4346, 0)],
)
def test_open_outfall_plug_and_truck_pump_decide(pick, out_m3, main_m3):
    """
    0.18 x (T+100 min - T+87 min 35.6 s) = 134 m3; main 0.18 x 4,050 s = 729, with the register 0.18 x 2,994.4 s = 539.
    """
    seen = seen_in("open-outfall", pick)

    assert seen.over("accident_m3", "outfall-69") == pytest.approx(out_m3, abs=0.01)
    assert seen.of("peak_m3", "rain-69") == pytest.approx(main_m3, abs=0.01)


def test_open_outfall_the_rest_ends_in_pool_9():
    """
    0.18 x 23,400 s = 4,212 m3 by truck pump; 300 stood there, at most 300 are left in the well.
    """
    seen = seen_in("open-outfall")

    assert seen.passed("rain-69-truck-pump") == pytest.approx(4212)
    assert seen.holds("pool-9") + seen.holds("well-f") == pytest.approx(4512)
    assert seen.holds("well-f") <= 300


@pytest.mark.parametrize(("pick", "section_m3"), [(None, 32_200), ("no-plug", 36_450)])
def test_open_outfall_section_7_has_room(pick, section_m3):
    """
    22,080 + 120 x 83.3 min and what comes out of main 69, to 50 m3.
    """
    assert seen_in("open-outfall", pick).of("peak_m3", "river-7") == pytest.approx(section_m3, abs=50)


def test_open_outfall_gates_on_sight_are_40_min_late():
    """
    2 m3/s out of 22,100 m3: some 23 m3.
    """
    seen = seen_in("open-outfall", "gates-on-sight")
    from_s, until_s = seen.over("accident_from_s", "gate-7"), seen.over("accident_until_s", "gate-7")

    assert until_s - from_s == pytest.approx(40 * MINUTE)
    assert seen.over("accident_m3", "gate-7") == pytest.approx(23, abs=0.5)


def test_open_outfall_without_plugs_the_job_fails_at_once():
    seen = seen_in("open-outfall", "no-plug")

    ((at, job, reason),) = failures(seen)
    assert (at, job, reason.why, reason.of) == (50, "outfall-69-plug", Why.MISSING, "plug")
    assert "outfall-69-plug" not in minutes(seen, "done")


# 8. The wall


def test_wall_bund_and_pool_before_it_breaks():
    """
    3,190 m3, with the shower 3,250; pool 1,300, 1,691 when its pumps start, 300 at T+76 h 48 min.
    """
    seen = seen_in("late-wall")

    assert seen.volume("f-001-bund", [clock(12), clock(119)]) == pytest.approx([3190, 3250])
    assert seen.volume("f-001-pool", [clock(72), clock(72, 46)]) == pytest.approx([1300, 1691])
    assert seen.turns("f-001-transfer")[:2] == pytest.approx([clock(72, 46), clock(76, 48.4)])


def test_wall_sends_898_m3_over_the_kerb():
    """
    H = 1.083 / (1 + 0.001936 t)^2; the drain is full after 45 s, more than 2.3 m3/s comes until 394 s; 276 m3 of
    methanol and 597 of fire water. Bands of volume stand for the curve, so seconds are held to two.
    """
    seen = seen_in("late-wall")
    product, firewater, *_ = seen.over("passed", "f-001-drain-spillway")

    assert seen.passed("f-001-drain-spillway") == pytest.approx(898, abs=1)
    assert (product, firewater) == pytest.approx((276, 597), abs=1)
    assert seen.over("accident_from_s", "outfall-67") == pytest.approx(clock(120) + 45, abs=2)
    assert seen.over("accident_until_s", "outfall-67") == pytest.approx(clock(120) + 394, abs=2)


def test_wall_pool_takes_the_rest():
    """
    300 + 2,352 less its pumps from 1,500 m3 on: about 2,310 of 3,000 m3.
    """
    seen = seen_in("late-wall")

    assert seen.of("peak_m3", "f-001-pool") == pytest.approx(2310, abs=10)
    assert seen.passed("f-001-pool-spillway") == 0


def test_wall_the_yangtze_gets_13_m3_of_methanol():
    """
    From T+121 h 24 to T+122 h 30 min; 28 m3 of fire water, some 5,700 of river water.
    """
    seen = seen_in("late-wall")
    product, firewater, _, _, river, _ = seen.over("accident", "gate-7")

    assert seen.over("accident_from_s", "gate-7") == pytest.approx(clock(121, 24), abs=10)
    assert seen.over("accident_until_s", "gate-7") == pytest.approx(clock(122, 30))
    assert (product, firewater) == pytest.approx((13, 28), abs=1)
    assert river == pytest.approx(5700, abs=100)


def test_wall_only_the_station_sees_it():
    """
    It reads at T+121 h 30, alarms 10 min later, is believed at T+121 h 50; camera and meter of main 67 say nothing.
    """
    seen = seen_in("late-wall")

    assert minutes(seen, "alarm")["river-7-toxicity"] == 121 * 60 + 40
    assert minutes(seen, "confirmed")["river-7-toxicity"] == 121 * 60 + 50
    assert not {"rain-67-camera", "rain-67-quality"} & minutes(seen, "alarm").keys()


def test_wall_sections_hold_to_the_end():
    """
    Section 6: 22,752 m3 at 0.80 m and the 898; its gate, 6 cm open, passes with 4 cm more water 2.05 m3/s, so some 500
    go on in 3 h; after it is shut 2 m3/s for 40 min + 5,500 s of travel, 15,800: about 39,000 m3. Section 7 about
    36,700; section 5 is pumped to the Yangtze from 63,050 m3 on.
    """
    seen = seen_in("late-wall")

    assert seen.of("peak_m3", "river-6") == pytest.approx(39_050, abs=100)
    assert seen.of("peak_m3", "river-7") == pytest.approx(36_700, abs=100)
    assert seen.of("peak_m3", "river-5") == pytest.approx(63_050)
    assert seen.passed("river-7-spillway") == 0


def test_wall_camera_that_stays_gives_43_min():
    """
    It sees the water at T+120 h 1; gate 7 is shut at T+120 h 41, the water in section 7 at T+121 h 24 min.
    """
    seen = seen_in("late-wall", "camera-stays")

    assert minutes(seen, "confirmed")["rain-67-camera"] == DAY_5 + 4
    assert seen.of("reached_at_s", "river-7") - clock(120, 41) == pytest.approx(clock(0, 43), abs=10)


def test_wall_main_67_kept_shut_holds_it():
    """
    Empty again by T+77 h after the shower; 898 m3 less some 40 that its pump takes at once, of 1,225.
    """
    seen = seen_in("late-wall", "outfall-kept-shut")

    assert seen.volume("rain-67", [clock(77.2), clock(120)]) == pytest.approx([0, 0])
    assert seen.volume("rain-67", [clock(120) + 400])[0] == pytest.approx(860, abs=5)
    assert seen.over("accident_m3", "rain-67-spillway") == 0


def test_wall_breaks_over_nothing_when_pumped_out():
    """
    Pool peak about 1,770 m3; 425 m3 in the emergency tank, the shower's 60 among them.
    """
    seen = seen_in("late-wall", "pumped-out")

    assert seen.of("peak_m3", "f-001-pool") == pytest.approx(1770, abs=10)
    assert seen.holds("f-001-spare-tank") == pytest.approx(425, abs=2)
    assert seen.volume("f-001-bund", [clock(119)])[0] == 0
    assert seen.passed("wall") == 0


# 9. Reported too small


def test_underreported_is_corrected_after_four_hours():
    seen = seen_in("underreported")
    said = [(each.at_s / MINUTE, each.said_m3) for each in seen.record.events
            if isinstance(each, IncidentDetected | IncidentReported)]  # fmt: skip

    assert said == [(10, 40), (240, 400)]


def test_underreported_67_m3_go_through_the_rain_valve():
    """
    0.08 x 840 s; at outfall 44 from T+11 min 40 s to T+25 min 40 s; the other 332.8 m3 in the pool.
    """
    seen = seen_in("underreported")

    assert seen.passed("d-001-rain-valve") == pytest.approx(67.2)
    assert seen.over("accident_from_s", "outfall-44") == pytest.approx(11 * MINUTE + 40)
    assert seen.over("accident_until_s", "outfall-44") == pytest.approx(25 * MINUTE + 40)
    assert seen.holds("d-001-pool") == pytest.approx(532.8)


def test_underreported_comes_to_each_section_when_it_has_travelled_there():
    """
    6,000, 5,500 and 5,000 s after T+11 min 40 s.
    """
    seen = seen_in("underreported")
    reached = [seen.of("reached_at_s", f"river-{number}") for number in (4, 5, 6, 7)]

    assert reached == pytest.approx([700, 6700, 12_200, 17_200])


@pytest.mark.parametrize(
    ("pick", "out_m3", "pool_7_m3", "pool_9_m3"),
    [(None, 16, 0, 51.2), ("sooner", 0, 0, 67.2), ("reported-right", 0, 67.2, 0), ("fixed-rule", 0, 67.2, 0)],
)
def test_underreported_product_is_where_the_gates_were_shut(pick, out_m3, pool_7_m3, pool_9_m3):
    """
    0.08 x 200 s = 16 m3 out; what is held the truck pumps bring into pool 7 or pool 9.
    """
    seen = seen_in("underreported", pick)

    assert seen.over("passed", "gate-7")[0] == pytest.approx(out_m3)
    assert seen.of("final", "pool-7")[0] == pytest.approx(pool_7_m3)
    assert seen.of("final", "pool-9")[0] == pytest.approx(pool_9_m3)


def test_underreported_station_in_section_4_misses_it():
    """
    It reads at T+0 and T+30 min; camera and caller see it.
    """
    alarms = minutes(seen_in("underreported"), "alarm")

    assert "river-4-toxicity" not in alarms
    assert (alarms["d-001-call"], alarms["rain-44-camera"]) == (5, 13)


# 10. Clean and dirty


def test_clean_and_dirty_sections_before_the_storm():
    """
    Section 4 about 39,800, section 5 about 34,700 m3 when nobody pumps there, to 50 m3.
    """
    assert seen_in("clean-and-dirty").volume("river-4", [clock(4)])[0] == pytest.approx(39_800, abs=50)
    assert seen_in("clean-and-dirty", "wrong-order").volume("river-5", [clock(4)])[0] == pytest.approx(34_700, abs=50)


def test_clean_and_dirty_race_of_section_3_and_its_bypass():
    """
    113,400 - 20,736 = 92,664 m3 at 2 m3/s are 12.87 h: shut at T+1 h 25 min, it would be full at T+14 h 17 min. The
    bypass is started at T+5 h 15 min, 9.03 h before. Section 5, pumped from T+2 h 2.5 min, is not full when its storm
    comes.
    """
    case, seen = played("clean-and-dirty")
    races = {each.storage: each for each in fill_times(case.park, seen.record).found}

    third = races["river-3"]
    assert third.shut_at_s == clock(1, 25)
    assert third.room_m3 == pytest.approx(92_664, rel=1e-3)
    assert third.inflow_m3_s == pytest.approx(2, rel=2e-3)
    assert third.full_at_s / HOUR == pytest.approx(1.417 + 12.87, abs=0.05)
    assert third.spare_s / HOUR == pytest.approx(9.03, abs=0.05)
    assert races["river-5"].pumps_from_s == clock(2, 2.5)
    assert isnan(races["river-5"].stood_full_at_s)


def test_clean_and_dirty_pump_slows_when_pool_7_is_full():
    """
    1,500 m3/h, from T+15.0 h on 1,100; pool 7 passes on from T+10.3 h on; section 5 at 1,000 m3 at about T+28 h.
    """
    seen = seen_in("clean-and-dirty")
    rates = [seen.rate("river-5-recovery", hours * HOUR) * HOUR for hours in (3, 14.9, 15.1, 27)]

    assert rates == pytest.approx([1500, 1500, 1100, 1100], abs=0.1)
    assert seen.turns("dedicated-7-8")[0] == pytest.approx(10.3 * HOUR, abs=0.05 * HOUR)
    assert minutes(seen, "crossed")["river-5"] == pytest.approx(28 * 60, abs=5)


def test_clean_and_dirty_one_pump_is_moved_one_by_one():
    """
    Stopped 20 min after the level, laid at section 4 another 62.5 min later.
    """
    seen = seen_in("clean-and-dirty")
    level, done = minutes(seen, "crossed")["river-5"], minutes(seen, "done")

    assert done["river-5-recovery-stop"] == pytest.approx(level + 20)
    assert done["river-4-recovery-start"] == pytest.approx(level + 82.5)


def test_clean_and_dirty_third_gate_waits_for_a_team():
    busy = Reason(Why.BUSY, "river-duty", jobs=("gate-5-shut", "gate-4-shut"))

    assert (15, "gate-3-shut", busy) in waiting(seen_in("clean-and-dirty"))


def test_clean_and_dirty_section_5_takes_the_storm_and_what_section_4_spills():
    """
    Section 4 at T+32 h 35,800; 18,500 m3 over gate 4; section 5 630 + 96,000 + 18,500 = 115,100 of 126,100 m3.
    """
    seen = seen_in("clean-and-dirty")

    assert seen.volume("river-4", [clock(32)])[0] == pytest.approx(35_800, abs=50)
    assert seen.passed("river-4-spillway") == pytest.approx(18_500, abs=50)
    assert seen.of("peak_m3", "river-5") == pytest.approx(115_100, abs=100)
    assert seen.passed("river-5-spillway") == 0


@pytest.mark.parametrize(("pick", "over_m3", "from_h"), [("wrong-order", 3600, 36.8), ("storm-sooner", 5600, 22.5)])
def test_clean_and_dirty_comes_over_gate_5_otherwise(pick, over_m3, from_h):
    """
    4,600 less 1,000 pumped; 9,900 less 4,300. In the Yangtze 10,500 s after section 5 is full.
    """
    seen = seen_in("clean-and-dirty", pick)

    assert seen.passed("river-5-spillway") == pytest.approx(over_m3, abs=50)
    assert seen.over("accident_from_s", "gate-7") == pytest.approx(seen.of("full_at_s", "river-5") + 10_500)
    assert seen.over("accident_from_s", "gate-7") == pytest.approx(from_h * HOUR, abs=0.1 * HOUR)


def test_clean_and_dirty_0_7_m3_of_product_go_over():
    """
    0.02 % of 3,600 m3.
    """
    seen = seen_in("clean-and-dirty", "wrong-order")

    assert seen.over("passed", "river-5-spillway")[0] == pytest.approx(0.7, abs=0.05)


def test_clean_water_is_pumped_round_from_when_the_bypass_is_laid():
    """
    20,736 + 2 m3/s from T+85 min on: 48,336 m3 at T+5 h 15 min, when it is laid and started by hand, below half of the
    section. At 2.5 m3/s down to a quarter, 28,350 m3, in 11.1 h; from then on from half a section on, 28,350 / 2 m3/s =
    3.94 h later.
    """
    turns = seen_in("clean-and-dirty").turns("bypass-3")

    assert turns[0] == clock(5, 15)
    assert turns[1] / HOUR == pytest.approx(5.25 + 11.1, abs=0.05)
    assert (turns[2] - turns[1]) / HOUR == pytest.approx(3.94, abs=0.01)
