"""Warnings from the entries of a record written by hand."""

from math import inf, isnan

import pytest

from sim.check.warning import Warning, longest_open_s, warnings
from sim.record.entry import Entry
from tests.check.by_hand import NEVER, small_park, small_record

MINUTE = 60.0


def found(*entries):
    from dataclasses import replace

    return warnings(replace(small_record(small_park()), entries=entries))


def test_from_alarm_to_closed():
    """
    29 minutes are inside the published half hour.
    """
    (one,) = found(
        Entry(60, "alarm", "eye"), Entry(120, "confirmed", "eye"), Entry(30 * MINUTE, "closed", "eye")
    )  # fmt: skip

    assert one == Warning("eye", 60, 120, 1800, answered=True)
    assert (one.open_s, one.in_time) == (29 * MINUTE, True)


@pytest.mark.parametrize(("closed_s", "in_time"), [(1860, True), (1861, False)])
def test_half_an_hour_is_in_time_and_not_a_second_more(closed_s, in_time):
    (one,) = found(Entry(60, "alarm", "eye"), Entry(60, "confirmed", "eye"), Entry(closed_s, "closed", "eye"))

    assert one.in_time is in_time


def test_one_that_is_never_closed_is_open_for_ever():
    every = found(Entry(60, "alarm", "eye"), Entry(90, "confirmed", "eye"))

    assert isnan(every[0].closed_s)
    assert not every[0].in_time
    assert longest_open_s(every) == inf


def test_a_sensor_may_warn_twice():
    """
    The second alarm is a warning of its own; nothing deals with it, so it is never closed and not counted.
    """
    every = found(
        Entry(0, "alarm", "eye"), Entry(10, "confirmed", "eye"), Entry(100, "closed", "eye"),
        Entry(500, "alarm", "eye"), Entry(510, "confirmed", "eye"), Entry(520, "closed", "eye", "nothing to do"),
    )  # fmt: skip

    assert [(each.alarm_s, each.answered) for each in every] == [(0, True), (500, False)]
    assert [each.closed_s for each in every] == pytest.approx([100, NEVER], nan_ok=True)
    assert [each.in_time for each in every] == [True, False]
    assert longest_open_s(every) == 100


def test_without_alarms_there_is_nothing():
    assert found() == ()
    assert isnan(longest_open_s(()))
