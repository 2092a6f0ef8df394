"""Tables for people: one way to say each sort of value, and how a table looks in the terminal."""

from io import StringIO
from math import inf, nan

import pytest
from rich.console import Console

from sim.called import Called
from sim.record.column import Column, Sort
from sim.report.clock import clock_of
from sim.report.table import scaled, terminal_table, told
from tests.check.by_hand import small_park


@pytest.mark.parametrize(("sort", "value", "english", "chinese"), [
    (Sort.STORAGE, "basin", "Public pool 1", "1号公共事故池"),
    (Sort.VOLUME, 1669000.4, "1,669,000", "1,669,000"),
    (Sort.SHARE, 0.1234, "12.3", "12.3"),
    (Sort.FLOW, 0.0125, "12.5", "12.5"),
    (Sort.CONCENTRATION, 0.0004, "0.4", "0.4"),
    (Sort.COUNT, 1167, "1,167", "1,167"),
    (Sort.YES, False, "no", "否"),
    (Sort.ELAPSED, 5430, "T+1 h 30 min", "T+1小时30分"),
    (Sort.ELAPSED, inf, "-", "-"),
    (Sort.SPAN, 95.6, "1 min 36 s", "1分36秒"),
    (Sort.SPAN, nan, "-", "-"),
    (Sort.VOLUME, nan, "-", "-"),
    (Sort.TEXT, "as it is", "as it is", "as it is"),
])  # fmt: skip
def test_a_value_is_said_by_its_sort(sort, value, english, chinese):
    said = [told(Called(small_park(), language=language), sort, value) for language in ("en", "zh")]

    assert said == [english, chinese]


def test_a_time_is_said_by_the_clock_where_there_is_one():
    """
    35 min past 22:05.
    """
    when = clock_of("2025-08-22T22:05:00+08:00")

    assert told(Called(small_park()), Sort.ELAPSED, 2100.0, when) == "22:40 (T+35 min)"


def test_a_table_is_sorted_by_what_it_shows():
    """
    A quarter is 25 %, 12.5 L/s are 0.0125 m3/s; a volume stays what it is.
    """
    assert [scaled(Sort.SHARE, 0.25), scaled(Sort.FLOW, 0.0125), scaled(Sort.VOLUME, 7)] == [25.0, 12.5, 7]


def test_numbers_stand_on_the_right_and_what_is_marked_is_set_off():
    """
    Two blanks and that of the line below the heads stand between columns; brackets in names are no styles.
    """
    shown = (
        Column("tier", lambda row: row[0]),
        Column("margin", lambda row: row[1], Sort.VOLUME, lambda row: "bad" if row[1] < 0 else ""),
        Column("", lambda row: row[2], title="[own words]"),
    )
    table = terminal_table("en", shown, [("plant", 1200.0, "a"), ("park", -5.0, "[b]")])
    file = StringIO()
    Console(file=file, width=60, color_system=None).print(table)

    assert [line.rstrip() for line in file.getvalue().splitlines()] == [
        "        Margin",
        "Tier        m3   [own words]",
        "────────────────────────────",
        "plant    1,200   a",
        "park        -5   [b]",
    ]
    assert [str(cell.style) for cell in table.columns[1].cells] == ["", "bold red"]
