"""Chinese papers are Chinese: no half sentences, no spans of time in English, nothing said twice."""

import re
from dataclasses import replace

import pytest

from sim.called import Called
from sim.drill import Kind
from sim.drill.paper.columns import COLUMNS, cell_text, value_of
from sim.drill.paper.heading import date_text
from sim.drill.paper.row import Row, state_text
from sim.drill.paper.speech import speeches
from sim.drill.paper.workbook.cards import items, players
from sim.drill.texts import TEMPLATES
from tests.water.by_hand import HOUR

SPAN = re.compile(r"\d (?:h|min|s)(?![a-z/])")


def test_no_span_of_time_in_a_workbook_is_english(short):
    """
    A jump by 8 min 38 s is one by 8分38秒, in the list as in the script.
    """
    cells = [cell_text(column, value_of(column, short, line, "zh")) for line in short.lines for column in COLUMNS
             if column.printed]  # fmt: skip

    assert [cell for cell in cells if SPAN.search(cell)] == []
    assert any("时间推进" in cell and "分" in cell for cell in cells)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_exercise_control_does_not_speak_of_itself(whole, language):
    """
    Not: 导调组：导调组宣布演练终止; on the radio crews do begin with their call signs.
    """
    control = TEMPLATES["control"].in_language(language)
    said = [each for line in whole.lines for each in speeches(whole, line, language)]

    assert [words for who, words in said if who == control and control in words] == []


def test_a_warning_that_is_closed_is_reported(whole):
    closing = next(line for line in whole.of(Kind.REPORT) if line.key.startswith("report/closing"))

    (_, words), _ = speeches(whole, closing, "zh")
    assert words == "报告：pool-level预警处置闭环，已核实、处置、反馈。"


def test_the_card_of_the_command_post_names_nobody_twice(whole):
    """
    Not: 向园区应急管理部门报告：向园区应急管理部门首次报告; nor a team with all that it looks after inside brackets.
    """
    command = next(player for player in players(whole) if player.en == "Command post")
    said = [item.do for item in items(whole, command, "zh") if item.do]

    assert any(each.startswith("向园区应急管理部门首次报告") for each in said)
    assert not any("报告：向" in each for each in said)
    assert not any(re.search(r"（[^）]*（", each) for each in said)


def test_a_level_that_nobody_can_read_is_not_told_in_figures(whole):
    """
    Not: 充满度0.0181 %.
    """
    state = replace(next(line.state for line in whole.lines if line.state), share=0.000181, volume_m3=0.17)

    assert "充满度不足0.1 %" in state_text(Called(whole.park, language="zh"), state)
    assert "under 0.1 % full" in state_text(Called(whole.park), state)


def test_an_order_goes_to_a_team_by_its_call_sign():
    """
    Park duty looks after outfalls, mains, wells and pools; nobody says so in every order.
    """
    from sim.drill.call_sign import called
    from sim.park import Name

    assert called(Name("Park duty: outfalls, mains", "园区值班队（排口、管网）")) == Name("Park duty", "园区值班队")


def test_the_next_day_is_no_bracket_in_a_bracket(whole):
    line = replace(next(whole.of(Kind.ACTION)), deadline_s=11.0 * HOUR)

    assert Row.of(whole, line, "zh").deadline == "T+11小时（第2天01:00）"
    assert Row.of(whole, line, "en").deadline == "T+11 h (01:00, day 2)"


def test_clock_and_date_are_said_as_people_do(whole):
    assert date_text(whole, "zh") == "2025年7月14日 14:00 UTC+08:00"
    assert whole.lines[0].text.zh.startswith("演练开始。当前时间2025年7月14日14:00。")
    assert "It is 14 July 2025, 14:00." in whole.lines[0].text.en
