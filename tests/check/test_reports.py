"""Which reports a run owes, and by when."""

from math import inf, isfinite

import pytest

from sim.check import Judgement
from sim.check.reports import reports_owed, triggered_s
from sim.park import Name, Park, ReportDuty
from sim.park.report_duty import Grade, Trigger
from sim.record.event import FireWater, IncidentDetected, Ordered, Released
from tests.shipped import FILES, result_of
from tests.water.by_hand import MINUTE

UNTOUCHED = Judgement((), tuple)


class Seen:
    """As much of a record as reports look at."""

    def __init__(self, *events):
        self.events = events


def known_min(*events):
    return triggered_s(Seen(*events), UNTOUCHED)[Trigger.KNOWN] / MINUTE


RELEASE = Released(0, "rupture", rate_m3_s=1.0)
FIRE = FireWater(10 * MINUTE, "monitors", rate_m3_s=0.3)
ORDER = Ordered(12 * MINUTE, "shut")
FOUND = IncidentDetected(30 * MINUTE, "sensor")


@pytest.mark.parametrize(
    ("events", "minutes"),
    [
        ((RELEASE, FIRE, ORDER, FOUND), 10),
        ((RELEASE, ORDER, FOUND), 12),
        ((RELEASE, FOUND), 30),
        ((RELEASE, FIRE, ORDER), 0),
        ((FIRE, ORDER), 10),
        ((), inf),
    ],
)
def test_from_when_on_an_incident_is_known(events, minutes):
    """
    A fire is seen and an order is given by somebody. A release that is found counts from then on; one that nobody is
    said to find counts at once.
    """
    assert known_min(*events) == minutes


def test_an_inflow_that_ends_does_not_begin():
    """
    Rates of nothing are no release: only what pours makes the incident known.
    """
    assert known_min(Released(0, "x", rate_m3_s=0.0), Released(60, "x", rate_m3_s=0.2)) == 1


def park(*duties):
    return Park("park", Name("park"), {}, {}, {}, reports={each.id: each for each in duties})


def duty(id, **others):
    return ReportDuty(id, Name(id), Name("from"), Name("to"), **others)


def test_a_report_after_another_runs_from_when_that_is_due():
    """
    Burns at 10 min: the first within 15 min, at 25 min; the next half an hour after it, at 55 min.
    """
    table = park(duty("next", trigger="first", within_s=30 * MINUTE), duty("first", within_s=15 * MINUTE))

    owed = reports_owed(table, Seen(FIRE), UNTOUCHED)

    assert [(each.duty.id, each.from_s / MINUTE, each.due_s / MINUTE) for each in owed] == [
        ("first", 10, 25), ("next", 25, 55),
    ]  # fmt: skip


def test_what_never_happens_owes_nothing():
    warn, after = duty("warn", trigger=Trigger.BREACHED), duty("after", trigger="warn")
    table = park(warn, after, duty("fire", trigger=Trigger.FIRE))

    assert [each.duty.id for each in reports_owed(table, Seen(FIRE), UNTOUCHED)] == ["fire"]


def test_no_time_runs_before_the_incident_is_known():
    """
    Product runs out at T+0 and is found at T+30 min: what runs from the release on runs from then.
    """
    (owed,) = reports_owed(park(duty("r", trigger=Trigger.RELEASED)), Seen(RELEASE, FOUND), UNTOUCHED)

    assert owed.due_s == 30 * MINUTE


def test_the_milder_times_do_not_hold_while_the_grade_is_not_settled():
    table = park(duty("a", grade=Grade.MINOR), duty("b", grade=Grade.MAJOR), duty("c"))

    assert {each.duty.id: each.holds for each in reports_owed(table, Seen(FIRE), UNTOUCHED)} == {
        "a": False, "b": True, "c": True,
    }  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_every_shipped_scenario_owes_the_country_s_reports(name):
    """
    At once, 15 min, 1 h, 2 h and the ministry's hour after that, from when it is known; those downstream are told where
    a tier is breached, once it is known, and nowhere else.
    """
    result = result_of(name)

    since = triggered_s(result.record, result.verdict)
    owed = {each.duty.id: each.due_s / MINUTE for each in reports_owed(result.park, result.record, result.verdict)}

    known, breached = since[Trigger.KNOWN] / MINUTE, since[Trigger.BREACHED] / MINUTE
    told = max(breached, known)
    warned = {"at-risk-told": told, "neighbours-told": told} if isfinite(breached) else {}
    assert isfinite(known)
    assert owed == pytest.approx({
        "head-of-works": known, "works-authorities": known, "park-office": known + 15, "county-safety": known + 60,
        "ecology-province": known + 120, "province-ministry": known + 180, "ecology-next": known + 240, **warned,
    })  # fmt: skip
