"""An accident while it goes on, against sums by hand: entries, their journal, and what comes of them."""

import os
import signal
import time
from pathlib import Path

import numpy as np
import pytest

from sim.board.live import Do, Entry, Head, Level, Live, Stale
from sim.engine import play
from sim.errors import InputError
from sim.load import load_case
from sim.record.course import Course
from sim.record.event import Done
from sim.study import deadlines
from tests.water.by_hand import MINUTE

PLAN = "docs/first-park/plan.yaml"
KILLS = 50
BUND = str(Path(__file__).parent / "bund.yaml")
STARTS = "2025-07-14T14:00:00+08:00"
HEAD = Head(BUND, starts=STARTS)


@pytest.fixture
def live(tmp_path):
    return Live.begin(tmp_path, HEAD)


def escaped_m3(live):
    return live.forecast().result.verdict.tiers[0].escaped_m3


def test_what_is_done_at_a_time_is_done_then(live):
    """
    The drain of 2 m3/min is shut at 5 min by the plan: 10 m3 escape. Shut at 3 min: 6 m3; not to be shut: all 100 m3.
    """
    assert escaped_m3(live) == pytest.approx(10.0)
    first = live.add(Entry(Do.DONE, 180.0, "shut-drain", "Li"))
    assert (first.seq, escaped_m3(live)) == (1, pytest.approx(6.0))
    live.add(Entry(Do.BACK, back=1))
    assert escaped_m3(live) == pytest.approx(10.0)
    live.add(Entry(Do.CANNOT, 120.0, "shut-drain"))
    assert escaped_m3(live) == pytest.approx(100.0)


def test_what_is_measured_corrects_the_run(live):
    """
    At 4 min 40 m3 have come and 8 m3 gone; 42 m3 are measured where 32 m3 were expected. At the end 100 m3 stand there.
    """
    live.add(Entry(Do.LEVELS, levels=(Level("bund", 240.0, 42.0),)))
    forecast = live.forecast()
    assert forecast.more_m3 == {("bund", 240.0): pytest.approx(10.0)}
    assert forecast.result.record.storages.final.sum() == pytest.approx(100.0)
    assert forecast.result.ledger.corrected.sum() == pytest.approx(10.0)
    live.add(Entry(Do.LEVELS, levels=(Level("bund", 240.0, 32.0),)))  # the later reading of one time holds
    assert live.forecast().more_m3 == {("bund", 240.0): pytest.approx(0.0, abs=1e-6)}


def test_a_journal_is_gone_on_with(live):
    """
    All that was entered is there again, a torn last line is cut off, and the next entry follows on.
    """
    live.add(Entry(Do.LEVELS, levels=(Level("bund", 240.0, 42.0),), entered=STARTS, key="k1"))
    live.add(Entry(Do.DONE, 200.0, "shut-drain", "Li", "with a torch"))
    with open(live.kept.path, "ab") as file:
        file.write(b'{"do": "do')

    again = Live.resume(live.kept.path)
    assert (again.head, again.entries) == (live.head, live.entries)
    assert escaped_m3(again) == escaped_m3(live)
    assert again.add(Entry(Do.BACK, back=2)).seq == 3
    assert Live.resume(live.kept.path).valid == [again.entries[0], again.entries[2]]


def test_what_is_sent_twice_is_entered_once(live):
    first = live.add(Entry(Do.DONE, 200.0, "shut-drain", key="once"))
    assert live.add(Entry(Do.DONE, 200.0, "shut-drain", key="once")) is first
    assert live.seq == 1


def test_who_has_not_seen_what_came_between_is_told(live):
    live.add(Entry(Do.DONE, 200.0, "shut-drain"))
    with pytest.raises(Stale) as stale:
        live.add(Entry(Do.CANNOT, 200.0, "shut-drain"), seen=0)
    assert [each.subject for each in stale.value.between] == ["shut-drain"]
    assert live.seq == 1


@pytest.mark.parametrize(("entry", "why"), [
    (Entry(Do.DONE, 60.0, "shut-drian"), "did you mean 'shut-drain'?"),
    (Entry(Do.DONE, 7200.0, "shut-drain"), "which lasts 1 h"),
    (Entry(Do.BACK, back=7), "there is no entry 7"),
])  # fmt: skip
def test_what_is_about_nothing_is_refused(live, entry, why):
    with pytest.raises(InputError, match=why.replace("?", r"\?")):
        live.add(entry)
    assert Live.resume(live.kept.path).entries == []


def test_nothing_is_asked_for_that_is_past(live):
    """
    Of 100 m3 the drain takes 2 m3/min; the bund's breach is worsened by nothing once it is empty, at T+50 min. Before
    10 min there is nothing that keeps it, so at 8 min all that is found lies after; once it is done nothing is asked.
    """
    found = live.due(120.0)
    assert {each.action for each in found} == {"shut-drain"}
    assert all(each.possible_s >= 120.0 for each in found)
    assert live.due(480.0) == []  # by the plan it is done by then


def test_the_log_is_what_replay_reads(live):
    live.add(Entry(Do.DONE, 200.0, "shut-drain", "Li", "by hand"))
    row, = live.log().rows
    assert (row.subject, row.what, row.at_s, row.who, row.note) == ("shut-drain", "done", 200.0, "Li", "by hand")


def test_levels_that_are_as_expected_leave_deadlines_as_they_are(tmp_path):
    """
    A plan with crews, of which each level is measured as the run has it at T+30, 60 and 90 min, and all that was done
    by then is entered: what must be done from T+90 min on is what `deadlines` finds for the run nobody corrected.
    """
    case = load_case(PLAN)
    record, now_s = play(case.park, case.scenario), 90.0 * MINUTE
    live = Live.begin(tmp_path, Head(PLAN, starts=case.scenario.starts))
    reached = [each.storage for tier in live.forecast().result.verdict.tiers for each in tier.reached]
    for at_s in (30.0 * MINUTE, 60.0 * MINUTE, now_s):
        volumes = [float(Course(record).volume_m3(id, np.array([at_s]))[0]) for id in reached]
        levels = tuple(Level(id, at_s, volume) for id, volume in zip(reached, volumes, strict=True))
        live.add(Entry(Do.LEVELS, levels=levels))
    for each in record.events:
        if isinstance(each, Done) and each.at_s <= now_s:
            live.add(Entry(Do.DONE, each.at_s, each.subject))

    plain = {(each.action, each.tier): each.latest_s for each in deadlines(case.park, case.scenario)
             if each.needed and not each.done_s < now_s}  # fmt: skip
    found = {(each.action, each.tier): each.latest_s for each in live.due(now_s) if each.needed}
    assert found == {key: pytest.approx(latest_s, abs=0.5) for key, latest_s in plain.items()}
    assert len(found) > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that shares all that is read")
def test_nothing_that_was_acknowledged_is_lost(live):
    """
    A process that enters one thing after the other is killed, 50 times, at any moment: each number that it has told
    stands in the journal, and the next process goes on from there.
    """
    told = 0
    for kill in range(KILLS):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            again = Live.resume(live.kept.path)
            while True:
                os.write(write, b"%d\n" % again.add(Entry(Do.DONE, 60.0, "shut-drain", note="x" * 150)).seq)
        time.sleep(0.01 + 0.001 * (kill * 7 % KILLS))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(write)
        with os.fdopen(read) as pipe:
            told = max([told, *(int(line) for line in pipe.read().split("\n")[:-1])])
        assert Live.resume(live.kept.path).seq >= told
    assert told > 10
