"""An action that the run has done too early: not before, latest, and how far off it is, wherever its slack stands."""

from dataclasses import replace

import pytest
from rich.console import Console

from sim.called import Called
from sim.drill import Kind, master_list
from sim.drill.line import Missed
from sim.drill.paper.columns import BY_KEY, cell_text, value_of
from sim.drill.paper.row import Row
from sim.drill.paper.scene import stakes
from sim.report.drill import print_drill
from tests.drill.runs import run_of

PARK = """\
id: early
basis: assumed
tiers: {boundary: {name: {en: River, zh: 三级防控}, promise: nothing leaves}}
storages:
  river: {tier: boundary, kind: river-section, capacity: 20000 m3, initial: {river: 10000 m3}, overflows_to: out}
links:
  gate: {kind: gate, from: river, to: out, capacity: 1 m3/s, opening: open}
"""
SCENARIO = """\
park: .
horizon: 12 h
basis: assumed
product: {name: oil, behaviour: mixes}
releases: {spill: {into: river, at: 10 h, volume: 500 m3, over: 10 min}}
river: {base: {into: river, rate: 1 m3/s}}
actions: {shut: {at: 1 h, shut: gate, text: {en: Shut the gate, zh: 落闸}}}
"""


@pytest.fixture(scope="module")
def early(tmp_path_factory):
    folder = tmp_path_factory.mktemp("early")
    (folder / "park.yaml").write_text(PARK, encoding="utf-8")
    (folder / "s.yaml").write_text(SCENARIO, encoding="utf-8")
    return master_list([run_of(folder / "s.yaml")])


@pytest.fixture(scope="module")
def shut(early):
    return next(early.of(Kind.ACTION))


def test_too_early_is_no_time_to_spare(early, shut):
    """
    Case done-too-early: 10,000 m3 of room less 500 m3 of product at 1 m3/s last 9,500 s: not before 12 h - 9,500 s =
    T+9 h 21 min 40 s, latest when the product comes at T+10 h. Done at T+1 h it is 8 h 21 min 40 s too early.
    """
    row = Row.of(early, shut, "en")

    assert shut.earliest_s == pytest.approx(12 * 3600 - 9500, abs=0.5)
    assert shut.slack_s == pytest.approx(3600 - (12 * 3600 - 9500), abs=0.5)
    assert (row.done, row.slack) == ("T+1 h", "8 h 22 min too early")
    assert row.deadline.endswith("; not before T+9 h 22 min")
    assert Row.of(early, shut, "zh").slack == "早8小时22分"


def test_the_columns_say_it_too(early, shut):
    """
    T+1:00:00 and 501.7 min are T+9:21:40.
    """
    cells = {key: cell_text(BY_KEY[key], value_of(BY_KEY[key], early, shut, "en"))
             for key in ("done", "earliest", "slack")}  # fmt: skip

    assert cells == {"done": "1:00:00", "earliest": "9:21:40", "slack": "501.7 too early"}


def test_the_narrator_says_it(early, shut):
    """
    Nothing hangs on its never being done as planned, so the words of an action that does are put to the test.
    """
    said = stakes(Called(early.park), replace(shut, missed=Missed(100.0, "boundary", "gate", 36_000.0)))

    assert "Not before T+9 h 22 min, latest T+10 h; planned T+1 h, which is 8 h 22 min too early." in said


def test_not_before_stands_beside_the_deadline_when_it_is_done_in_time_too(early, shut):
    """
    Done at T+9 h 30 min it is past T+9 h 21 min 40 s, and 30 min before T+10 h.
    """
    in_time = replace(shut, done_s=9.5 * 3600, missed=Missed(100.0, "boundary", "gate", 36_000.0))

    row = Row.of(early, in_time, "en")
    assert (row.slack, in_time.early_s) == ("30 min", 0)
    assert row.deadline.endswith("; not before T+9 h 22 min")
    assert "Not before T+9 h 22 min. Latest T+10 h; planned T+9 h 30 min" in stakes(Called(early.park), in_time)


@pytest.mark.parametrize(
    ("language", "first", "off"),
    [("en", "not before T+9 h 22 min", "8 h 22 min too early"), ("zh", "不早于T+9小时22分", "早了8小时22分")],
)
def test_the_terminal_says_it(early, capsys, language, first, off):
    """
    Not the nine hours until the deadline as time to spare.
    """
    print_drill(Console(width=200), early, [], [], language)
    said = capsys.readouterr().out

    assert first in said
    assert off in said
