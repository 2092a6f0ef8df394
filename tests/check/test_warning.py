"""Warnings from the events of a record written by hand."""

from math import inf, isnan

import pytest

from sim.check.warning import Warning, longest_open_s, warnings
from sim.record.event import Alarmed, Closed, Confirmed
from tests.check.by_hand import NEVER, small_park, small_record

MINUTE = 60.0


def found(*events):
    from dataclasses import replace

    return warnings(replace(small_record(small_park()), events=events))


def test_from_alarm_to_closed():
    """
    29 minutes are inside the published half hour.
    """
    (one,) = found(
        Alarmed(60, "eye"), Confirmed(120, "eye"), Closed(30 * MINUTE, "eye")
    )  # fmt: skip

    assert one == Warning("eye", 60, 120, 1800, answered=True)
    assert (one.open_s, one.in_time) == (29 * MINUTE, True)


@pytest.mark.parametrize(("closed_s", "in_time"), [(1860, True), (1861, False)])
def test_half_an_hour_is_in_time_and_not_a_second_more(closed_s, in_time):
    (one,) = found(Alarmed(60, "eye"), Confirmed(60, "eye"), Closed(closed_s, "eye"))

    assert one.in_time is in_time


def test_one_that_is_never_closed_is_open_for_ever():
    every = found(Alarmed(60, "eye"), Confirmed(90, "eye"))

    assert isnan(every[0].closed_s)
    assert not every[0].in_time
    assert longest_open_s(every) == inf


def test_a_sensor_may_warn_twice():
    """
    The second alarm is a warning of its own; nothing deals with it, so it is never closed and not counted.
    """
    every = found(
        Alarmed(0, "eye"), Confirmed(10, "eye"), Closed(100, "eye"),
        Alarmed(500, "eye"), Confirmed(510, "eye"), Closed(520, "eye", answered=False),
    )  # fmt: skip

    assert [(each.alarm_s, each.answered) for each in every] == [(0, True), (500, False)]
    assert [each.closed_s for each in every] == pytest.approx([100, NEVER], nan_ok=True)
    assert [each.in_time for each in every] == [True, False]
    assert longest_open_s(every) == 100


def test_without_alarms_there_is_nothing():
    assert found() == ()
    assert isnan(longest_open_s(()))
