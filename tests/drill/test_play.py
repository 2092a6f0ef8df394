"""An exercise while it is held, fed with times and entries: nothing waits, nothing is drawn."""

from dataclasses import replace
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.drill import Exercise, Kind, Line, Phase, master_list
from sim.drill.entry import take
from sim.drill.journal import Journal
from sim.drill.log import Row, What, log_table, written_time
from sim.drill.mark import list_hash, list_mark
from sim.drill.master_list import Incident
from sim.drill.play import Do, Move, Play, Standing
from sim.errors import InputError
from sim.load import load_case
from sim.park import Name
from sim.report.play_reply import reply
from tests.drill.logs import run_of
from tests.water.by_hand import MINUTE

ROOT = Path(__file__).parents[2]


def line(number, kind, at_min, exercise_min=None, **others):
    """A line about the action `a`; times in minutes."""
    keys = {Kind.ACTION: "action/a", Kind.CONTINGENCY: "contingency/a", Kind.JUMP: f"jump/{number}"}
    at_s = at_min * MINUTE
    exercise_s = at_s if exercise_min is None else exercise_min * MINUTE
    action = "a" if kind in (Kind.ACTION, Kind.CONTINGENCY) else ""
    text = Name(f"line {number}")
    key = keys.get(kind, f"x/{number}")
    return Line(key, at_s, kind, Phase.RESPONSE, text, number, exercise_s, "i", action=action, **others)


LINES = (
    line(1, Kind.INJECT, 0),
    line(2, Kind.ACTION, 10, done_s=20 * MINUTE, deadline_s=40 * MINUTE),
    line(3, Kind.CONTINGENCY, 30),
    line(4, Kind.JUMP, 70, 10),
    line(5, Kind.INJECT, 80, 20),
    line(6, Kind.REPORT, 90, 30, deadline_s=90 * MINUTE),
)
"""Ordered at T+10, done by the plan at T+20, due by T+40; after the order an hour is left out, to T+70 min."""


@pytest.fixture
def play():
    return Play(LINES, (Incident("i", Name("i"), "", 200 * MINUTE),), "2025-09-18T08:00:00")


def made(play, at_min, *entries):
    """The exercise after entries at a time, in minutes; each is taken."""
    for entry in entries:
        taken = take(play, at_min * MINUTE, entry)
        assert taken.moves, taken
        play = play.after(*taken.moves)
    return play


def run_on(play, to_min):
    """The exercise after what comes by itself up to a time."""
    while own := play.own_moves(to_min * MINUTE):
        play = play.after(*own)
    return play


def says(play, at_min, entry):
    return take(play, at_min * MINUTE, entry).reply


@pytest.mark.parametrize(("at_min", "how"), [
    (9, Standing.TO_COME), (10, Standing.DUE), (21, Standing.OVERDUE), (41, Standing.TOO_LATE),
])  # fmt: skip
def test_how_an_action_stands(play, at_min, how):
    """
    Ordered T+10, done T+20 by the plan, must be done by T+40 min.
    """
    assert play.standing(LINES[1], at_min * MINUTE) is how


def test_a_contingency_is_let_go_when_its_action_is_not_done(play):
    assert run_on(play, 29).moves == ()
    (move,) = run_on(play, 30).moves
    assert (move.do, move.number, move.own, move.time_s) == (Do.RELEASE, 3, True, 30 * MINUTE)


def test_a_contingency_is_withheld_when_its_action_is_done(play):
    """
    Done at 25 min, the jump then leads to T+70: past the contingency's time, and it stays withheld.
    """
    after = run_on(made(play, 25, "2 done"), 40)

    assert after.standing(LINES[2], 40 * MINUTE) is Standing.WITHHELD
    assert not any(move.do is Do.RELEASE for move in after.moves)


def test_a_failed_action_does_not_hold_its_contingency_back(play):
    after = run_on(made(play, 25, "2 failed stuck"), 31)

    assert Do.RELEASE in [move.do for move in after.moves]


def test_taking_done_back_lets_the_contingency_go(play):
    after = made(play, 25, "2 done")
    after = made(after, 26, "undo")

    assert [move.do for move in run_on(after, 30).counting] == [Do.RELEASE]


def test_a_jump_waits_for_the_action_that_it_would_leave_behind(play):
    """
    Due at 10 min, when the order is given; the plan has it done at T+20, before the T+70 it leads to. Done at 15 min:
    the clock goes to T+70 then, 55 min forward.
    """
    assert run_on(play, 15).moves == ()
    held, waits = play.held_back(15 * MINUTE)
    assert (held.number, [each.number for each in waits]) == (4, [2])

    after = run_on(made(play, 15, "2 done"), 15)

    assert after.moves[-1] == Move(15 * MINUTE, Do.JUMP, 4, time_s=55 * MINUTE, own=True)
    assert after.incident_s("i", 16 * MINUTE) == 71 * MINUTE


def test_jump_makes_it_at_once_and_a_span_puts_the_clock_forward(play):
    after = made(play, 12, "jump")
    assert after.incident_s("i", 12 * MINUTE) == 70 * MINUTE

    after = made(play, 5, "jump 20 min")
    assert after.incident_s("i", 6 * MINUTE) == 26 * MINUTE


def test_a_jump_that_comes_late_leads_to_the_same_time(play):
    """
    Done only at 75 min: T+70 is past, nothing is left to jump over.
    """
    after = run_on(made(play, 75, "2 done"), 75)

    assert after.incident_s("i", 75 * MINUTE) == 75 * MINUTE
    assert after.next_jump() is None


def test_marks_keep_their_time_and_note(play):
    """
    Words of both languages; another time than now after `at`; whatever follows is the note.
    """
    after = made(play, 20, "2 ordered at T+0:11", "#2 开始 于 T+14 min", "2 failed  at 08:16 the gate is stuck ")

    assert after.log("i").rows == (
        Row("a", What.ORDERED, 11 * MINUTE, "", "", 2), Row("a", What.BEGUN, 14 * MINUTE, "", "", 2),
        Row("a", What.FAILED, 16 * MINUTE, "", "the gate is stuck", 2),
    )  # fmt: skip


@pytest.mark.parametrize(("entry", "reply"), [
    ("2 done at T+21 min", "to_come"), ("99 done", "no_line"), ("2 released", "no_what"), ("2", "no_what"),
    ("1 begun", "no_what"), ("dnoe", "unknown"), ("pasue", "meant"), ("jump soon", "wrong"), ("jump -5 min", "wrong"),
    ("undo", "nothing_to_undo"), ("2 done at 07:00", "wrong"), ("show", "show"), ("?", "help"), ("", ""),
    ("2 done at half past eight", "wrong"), ("2 完成 于 9:99", "wrong"), ("2 done @ 11:40 PM", "wrong"),
    ("2 done T+15 hours", "wrong"), ("2 done 15 min", "wrong"), ("2 done 0815", "wrong"), ("2 完成 下午3:15", "wrong"),
    ("2 done at", "wrong"), ("2 done 9:99", "wrong"),
])  # fmt: skip
def test_entries_that_change_nothing(play, entry, reply):
    taken = take(play, 20 * MINUTE, entry)

    assert (taken.moves, taken.reply) == ((), reply)


@pytest.mark.parametrize(("entry", "at_min", "note"), [
    ("2 完成 于 T+15", 15, ""), ("2 done at T+15 slow", 15, "slow"), ("2 done @T+15 min", 15, ""),
    ("2 done at 15 min", 15, ""), ("2 完成 08:15", 15, ""), ("2 done T+0:15 slow", 15, "slow"),
    ("2 完成 在08:15", 15, ""), ("2 完成 于T+15分闸门卡住", 15, "闸门卡住"), ("2 done E+15", 15, ""),
    ("2 done 3 sandbags gone", 20, "3 sandbags gone"), ("2 done attended", 20, "attended"), ("2 done", 20, ""),
])  # fmt: skip
def test_a_time_is_never_taken_for_a_note(play, entry, at_min, note):
    """
    T+15 is said over a radio and means minutes; a time needs no `at`; the exercise begins at 08:00, and it is T+20 min.
    """
    (row,) = made(play, 20, entry).log("i").rows

    assert (row.at_s, row.note) == (at_min * MINUTE, note)


def test_now_is_to_the_second(play):
    """
    20 min and 0.7 s: T+20 min, which a log can show as a clock does.
    """
    (row,) = play.after(*take(play, 20 * MINUTE + 0.7, "2 done").moves).log("i").rows

    assert written_time(row.at_s) == "T+0:20:00"


def test_a_note_is_said_again(play):
    """
    So that a time that was typed as half past eight does not go by unseen.
    """
    taken = take(play, 20 * MINUTE, "2 done half past eight")

    assert reply(taken.reply, "en", taken.values) == "2 done, T+20 min; note: half past eight"


def test_what_is_wrong_is_said_in_the_reader_s_language(play):
    taken = take(play, 20 * MINUTE, "2 完成 于 8点半")

    assert reply(taken.reply, "zh", taken.values) == (
        "“8点半”不是时间；请写 于 T+25 min、于 T+1:20 或 于 01:40，其后可写说明；仅写说明时请以文字开头"
    )


def test_the_log_says_its_list_and_who_in_the_reader_s_language(play):
    who = replace(LINES[1], receiver=Name("duty team", "值班队"))
    held = made(Play((LINES[0], who, *LINES[2:]), play.incidents, play.starts), 20, "2 done")

    log = held.log("i", "zh")

    assert log.mark == list_mark(held.lines)
    assert log_table(log).rows == [["", 2, "a", "done", "T+0:20:00", "值班队", "", log.mark]]


def test_what_is_said_already_is_not_said_again(play):
    after = made(play, 20, "2 done at T+15 min")

    assert says(after, 21, "2 done") == "twice"
    assert says(after, 21, "2 failed") == "twice"
    assert says(after, 21, "2 ordered at T+16 min") == "disordered"
    assert says(after, 21, "2 ordered at T+12 min") == "marked"
    assert says(made(play, 20, "2 failed"), 22, "2 done") == "marked"


def test_what_comes_before_its_time_is_taken_and_said(play):
    assert says(play, 5, "2 done") == "marked_early"


def test_nothing_is_taken_after_the_end_of_the_scenario(play):
    assert says(play, 201, "2 done") == "past"


def test_pause_go_and_quit(play):
    assert made(play, 5, "pause").paused
    assert not made(play, 5, "pause", "go").paused
    assert made(play, 5, "退出").ended


ENTRIES = st.lists(st.tuples(st.integers(0, 30), st.sampled_from([
    "2 done", "2 failed x", "2 ordered", "1 done", "6 done", "undo", "jump", "jump 5 min", "pause", "go", "nonsense",
])), max_size=12)  # fmt: skip


@given(ENTRIES)
def test_taken_up_from_its_journal_it_stands_the_same(tmp_path_factory, entries):
    """
    Whatever was entered, and wherever it was cut off: each prefix of the moves stands as it stood then.
    """
    journal = Journal(tmp_path_factory.mktemp("journal") / "a.jsonl")
    journal.begin(LINES)
    play, now = Play(LINES, (Incident("i", Name("i"), "", inf),)), 0
    for minutes, entry in entries:
        now += minutes
        for move in (*play.own_moves(now * MINUTE), *take(play, now * MINUTE, entry).moves):
            journal.add(move)
            play = play.after(move)

    moves, at_s, torn = journal.resume(LINES)

    again = Play(LINES, play.incidents).after(*moves)
    assert (again, torn) == (play, False)
    assert (again.log("i"), again.clocks) == (play.log("i"), play.clocks)
    assert at_s == (moves[-1].at_s if moves else 0)


def test_a_torn_last_line_is_cut_off(tmp_path):
    """
    What was being written when the process was killed; the next entry goes where it was.
    """
    journal = Journal(tmp_path / "a.jsonl")
    journal.begin(LINES)
    move = Move(60.0, Do.MARK, 2, "done", 60.0, "注")
    journal.add(move)
    with open(journal.path, "ab") as file:
        file.write(b'{"at_s": 61.0, "do": "ma')

    assert journal.resume(LINES) == ([move], 60.0, True)
    journal.add(move)
    assert journal.resume(LINES) == ([move, move], 60.0, False)


@pytest.mark.parametrize(("text", "message"), [
    ("", r"a\.jsonl:1: is no journal of this program"),
    ("HEAD\nnonsense\n", r"a\.jsonl:2: is damaged; only the last line can be torn by a crash"),
    ('HEAD\n{"at_s": 1, "do": "dance"}\n', r"a\.jsonl:2: is no entry of a journal"),
    ('HEAD\n{"at_s": 1, "do": "mark", "number": 2, "what": -1}\n', r"a\.jsonl:2: is no entry of a journal"),
    ('HEAD\n{"at_s": 1, "do": "mark", "number": 2, "what": "danced"}\n', r"a\.jsonl:2: is no entry of a journal"),
    ('HEAD\n{"at_s": 1, "do": "mark", "number": 2}\n', r"a\.jsonl:2: is no entry of a journal"),
    ('HEAD\n{"at_s": 1, "do": "mark", "number": 99, "what": "done"}\n', r"a\.jsonl:2: is no entry of a journal"),
    ('HEAD\n{"at_s": "inf", "do": "tick"}\n', r"a\.jsonl:2: is no entry of a journal"),
    ('HEAD\n{"at_s": 1e300, "do": "tick"}\n', r"a\.jsonl:2: is no entry of a journal"),
    ("HEAD\n" + "[" * 100_000 + "\n", r"a\.jsonl:2: is damaged"),
    ("[" * 100_000 + "\n", r"a\.jsonl:1: is damaged"),
    ('{"format": 1, "list": "other"}\n', r"a\.jsonl: belongs to another master list"),
])  # fmt: skip
def test_a_journal_that_cannot_be_taken_up_says_why(tmp_path, text, message):
    head = f'{{"format": 1, "list": "{list_hash(LINES)}"}}'
    (tmp_path / "a.jsonl").write_text(text.replace("HEAD", head), encoding="utf-8")

    with pytest.raises(InputError, match=message):
        Journal(tmp_path / "a.jsonl").resume(LINES)


def test_a_journal_is_never_written_over(tmp_path):
    journal = Journal(tmp_path / "a.jsonl")
    journal.begin(LINES)

    with pytest.raises(InputError, match="a journal is there already; go on from it with --resume"):
        journal.begin(LINES)


def test_two_incidents_have_clocks_of_their_own():
    """
    The second begins at 30 min of the exercise; a jump of the first leaves it alone.
    """
    other = Line("x/7", 600.0, Kind.INJECT, Phase.RESPONSE, Name("x"), 7, 40 * MINUTE, "j")
    incidents = (Incident("i", Name("i"), "", inf), Incident("j", Name("j"), "", inf, begins_s=30 * MINUTE))
    after = made(Play((*LINES, other), incidents), 10, "jump")

    assert after.incident_s("i", 35 * MINUTE) == 95 * MINUTE
    assert after.incident_s("j", 35 * MINUTE) == 5 * MINUTE
    assert made(after, 45, "7 done").log("j").rows[0].at_s == 15 * MINUTE


def test_the_night_shift_played_as_planned_logs_the_plan():
    """
    In two hours, each line entered as it comes due, each action at its time of the plan: the log has these times.
    """
    of = run_of(load_case(ROOT / "scenarios/changshou-night-shift.yaml"))
    master = master_list([of], Exercise(lasts_s=7200.0))
    play, at_s = Play(master.lines, master.incidents), 0.0
    while at_s < 9 * 3600:
        while own := play.own_moves(at_s):
            play = play.after(*own)
        for each in play.standing_lines(at_s, Standing.OVERDUE, Standing.TOO_LATE):
            if each.kind is Kind.ACTION:
                play = play.after(*take(play, at_s, f"{each.number} done at T+{each.done_s!r} s").moves)
        for each in play.standing_lines(at_s, Standing.DUE):
            if each.kind is Kind.ACTION and each.done_s != each.done_s:
                play = play.after(*take(play, at_s, f"{each.number} failed").moves)
        at_s += 30

    log = play.log(of.scenario.id)

    done = {line.action: line.done_s for line in master.of(Kind.ACTION) if line.done_s == line.done_s}
    assert {job: log.done_s(job) for job in done} == pytest.approx(done)
    assert not any(row.what is What.RELEASED for row in log.rows)
