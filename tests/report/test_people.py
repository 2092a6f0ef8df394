"""What a run says of its warnings, from events written by hand."""

from dataclasses import replace

import pytest

from sim.called import Called
from sim.called.happened import happened
from sim.check import judge
from sim.record.event import Alarmed, Closed, Confirmed
from sim.report.map.moment import moment
from sim.report.people import people_lines
from tests.check.by_hand import accident, small_park, small_record

ALONE = [Alarmed(66_600, "outfall"), Confirmed(66_600, "outfall"),
         Closed(66_600, "outfall", answered=False)]  # fmt: skip
DEALT_WITH = [Alarmed(0, "eye"), Confirmed(60, "eye"), Closed(33 * 60, "eye")]


def lines(*events, language="en"):
    record = replace(small_record(small_park()), events=events)
    return people_lines(Called(small_park(), language=language), record)


def test_a_warning_that_no_rule_deals_with_is_not_closed_in_time():
    """
    Of two warnings one was worked off in 33 min, and no rule waits for the other: none of one was closed in time.
    """
    said = "Warnings: 0 of 1 closed within 30 min; the longest was open for 33 min; 1 more that no rule deals with"

    assert lines(*DEALT_WITH, *ALONE) == [said]
    assert lines(*DEALT_WITH, *ALONE, language="zh") == ["预警：1次中0次在30分钟内闭环；最长33分钟；另有1次无处置规则"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Warnings: 1, and no rule deals with any of them"), ("zh", "预警：1次，均无处置规则")],
)
def test_warnings_that_no_rule_deals_with_are_no_published_figure(language, said):
    assert lines(*ALONE, language=language) == [said]


def test_its_entry_and_the_map_do_not_call_it_closed():
    """
    The alarm stays lit, and the list of what happened says why.
    """
    park, scenario = small_park(), accident()
    record = replace(small_record(park), events=tuple(ALONE))

    assert happened(Called(park, scenario), ALONE[-1]) == "no rule deals with the warning: Outfall 05"
    assert moment(park, scenario, record, judge(park, scenario, record), 70_000).alarms == {"outfall"}
