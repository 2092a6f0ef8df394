"""Cells say times and figures as people do; worked out by hand from docs/first-park/plan.yaml."""

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest

from sim.called import Called
from sim.drill import Kind, Phase, State
from sim.drill.clock import clock_of
from sim.drill.paper.calendar import _at
from sim.drill.paper.parts import parts
from sim.drill.paper.row import Row, state_text
from sim.drill.paper.times import clock_text, exercise_s
from sim.drill.paper.typeset import typeset
from sim.park import Name
from tests.water.by_hand import HOUR, MINUTE


def action(whole, sheet):
    return next(line for line in whole.of(Kind.ACTION) if line.sheet == sheet)


def test_an_action_with_a_deadline_says_when_how_late_and_what_follows(whole):
    """
    Ordered T+2 h 1 min from 14:00 on: 16:01. Until T+4 h 10 min 0.3 m3/s x 11,400 s = 3,420 m3 run into the pool of
    2,000; the pump has to take 1,420 m3 at 600 m3/h, 8,520 s: it must run by 15,000 - 8,520 s = T+1 h 48 min, and runs
    33 min later.
    """
    row = Row.of(whole, action(whole, "transfer-start"), "en")

    assert (row.clock, row.t_plus, row.done) == ("16:01", "T+2 h 1 min", "T+2 h 21 min")
    assert row.deadline == "T+1 h 48 min (15:48)"
    assert row.slack == "33 min late"
    assert "more leaves" in row.missed


def test_times_are_said_in_chinese(whole):
    row = Row.of(whole, action(whole, "transfer-start"), "zh")

    assert (row.t_plus, row.deadline) == ("T+2小时1分", "T+1小时48分（15:48）")


def test_a_deadline_is_never_said_later_than_it_is(whole):
    """
    119 s are 1 min, not 2; 120 s less what rounding took are 2 min.
    """
    line = action(whole, "transfer-start")

    assert Row.of(whole, replace(line, deadline_s=119.0), "en").deadline.startswith("T+1 min ")
    assert Row.of(whole, replace(line, deadline_s=120.0 - 1e-9), "en").deadline.startswith("T+2 min ")


def test_the_times_of_a_row_add_up(whole):
    """
    Done 1:00:50, said not sooner than it is: T+1 h 1 min; deadline 1:10:10, said not later: T+1 h 10 min. Of 9 min 20 s
    to spare 9 min are said, as anybody reckons from the row; and 9 min, not 8, when it is late by as much.
    """
    line = replace(action(whole, "transfer-start"), done_s=3650.0, deadline_s=4210.0)
    row = Row.of(whole, line, "en")

    assert (row.done, row.deadline[:13], row.slack) == ("T+1 h 1 min", "T+1 h 10 min ", "9 min")
    late = Row.of(whole, replace(line, done_s=4210.0, deadline_s=3660.0), "en")
    assert (late.done, late.deadline[:12], late.slack) == ("T+1 h 11 min", "T+1 h 1 min ", "10 min late")


def test_the_clocks_of_a_line_are_those_on_the_wall(whole):
    """
    14:00 and 1 h 59 min 44 s are 15:59:44, and every clock shows 15:59: the paper, its deadline, workbook and calendar;
    a report stands at the minute at which it is due.
    """
    at_s = 2 * HOUR - 16
    line = replace(next(whole.of(Kind.REPORT)), at_s=at_s, exercise_s=at_s, deadline_s=at_s)
    row = Row.of(whole, line, "en")

    assert (row.clock, row.t_plus, row.deadline) == ("15:59", "T+1 h 59 min", "T+1 h 59 min (15:59)")
    assert f"{whole.clock(line):%H:%M:%S}" == "15:59:44"
    assert f"{_at(clock_of(whole), at_s):%H:%M}" == "07:59"


def test_without_a_deadline_the_reason_is_said(whole):
    line = replace(action(whole, "transfer-start"), deadline_s=inf)

    assert Row.of(whole, line, "en").deadline == "as soon as can be"
    assert Row.of(whole, replace(line, missed=None), "en").deadline == "no verdict hangs on it"


def test_without_a_clock_the_time_since_the_beginning_is_said(clockless):
    assert clock_text(clockless, 90 * MINUTE, "en") == "after 1 h 30 min"


def test_a_time_after_midnight_says_which_day(whole):
    """
    14:00 and 11 hours are 01:00 of the second day.
    """
    assert clock_text(whole, 11 * HOUR, "en") == "01:00, day 2"


def test_what_is_jumped_over_comes_with_the_jump(short):
    """
    Half-way into a stretch that is left out the exercise's clock stands at the jump, never beyond what comes after it.
    """
    own = [line for line in short.lines if line.kind is not Kind.CONTINGENCY]
    for before, after in pairwise(own):
        middle = exercise_s(short, before.incident, (before.at_s + after.at_s) / 2)
        assert before.exercise_s - 1e-6 <= middle <= after.exercise_s + 1e-6


def test_a_state_says_only_what_is_known_and_near(whole):
    """
    Of 300 m3 120 are 40 %; an hour until it is full is near, 25 hours are not.
    """
    near = State("main", 0.0, 120.0, 0.4, full_in_s=HOUR)

    assert state_text(Called(whole.park), near) == "main: 120 m³, 40 % full, full in 1 h"
    assert state_text(Called(whole.park), replace(near, full_in_s=25 * HOUR)) == "main: 120 m³, 40 % full"
    assert state_text(Called(whole.park, language="zh"), replace(near, volume_m3=0.0)) == "main尚无存水"


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("12.5 m3/s", "12.5 m³/s", "12.5 m³/s"),
        ("pool-3 m3", "pool-3 m³", "pool-3立方米"),
        ("20 m3h", "20 m3h", "20 m3h"),
        ("1 h 22 min", "1 h 22 min", "1小时22分"),
        ("A-5 mine", "A-5 mine", "A-5 mine"),
    ],
)
def test_units_are_printed_and_other_words_left_alone(text, english, chinese):
    assert (typeset(text, "en"), typeset(text, "zh")) == (english, chinese)


def test_a_script_never_goes_back_in_time_nor_loses_a_line(whole, short, day):
    for each in (whole, short, day):
        found = [line for part in parts(each) for _, lines in part.sections for line in lines]
        assert found == list(each.lines)


def test_readings_before_anybody_knows_begin_no_phase(whole):
    """
    Evaluators read the pool at T+1 h 29 min, the alarm comes at T+1 h 56 min: both are warning, the orders command.
    """
    phases = [phase for part in parts(whole) for phase, _ in part.sections]
    warning = parts(whole)[0].sections[0][1]

    assert phases == list(Phase)
    assert {Kind.MEASUREMENT, Kind.INJECT} <= {line.kind for line in warning}
    assert any("alarm pool-level" in line.causes for line in warning)


def test_incidents_that_overlap_are_one_part(day):
    """
    With the second incident begun amid the first there is one clock and one script.
    """
    lines = sorted(day.lines, key=lambda line: line.at_s)
    mixed = replace(day, lines=tuple(replace(x, text=Name("x")) for x in lines))

    assert len(parts(day)) == 2
    assert [part.incidents for part in parts(mixed)] == [day.incidents]
