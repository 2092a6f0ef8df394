"""`play`: a real process with entries from a pipe, killed in the middle, taken up again; and its screen."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sim.cli import main
from sim.cli.keys import Piped
from sim.drill.play import Play
from sim.report.play_screen import screen
from tests.drill.test_play import LINES, made, play, run_on

ROOT = Path(__file__).parents[2]
PLAN = "docs/first-park/plan.yaml"
__all__ = ["play"]


def begin(tmp_path, *words):
    """A play of the first park's plan that waits for entries."""
    command = [sys.executable, "run_sim.py", "play", PLAN, "--out", str(tmp_path), *words]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def entries(tmp_path):
    """What the journal has of what was entered, as far as it was written to the end of a line."""
    path = tmp_path / "plan-journal.jsonl"
    whole = path.read_bytes().rpartition(b"\n")[0] if path.exists() else b""
    moves = [json.loads(line) for line in whole.splitlines()[1:]]
    return [move for move in moves if move["do"] != "tick" and not move.get("own")]


def wait_for(process, tmp_path, count):
    """Wait until the journal has so many entries."""
    for _ in range(600):
        if len(entries(tmp_path)) >= count:
            return
        assert process.poll() is None, process.stderr.read().decode()
        time.sleep(0.1)
    raise AssertionError(entries(tmp_path))


def test_killed_in_the_middle_it_is_taken_up_as_it_stood(tmp_path):
    """
    Two hours forward, an entry, killed for good (SIGKILL); a torn line is added to the journal, as a kill while writing
    leaves it. Taken up again: both entries stand, the next goes on from them, and `replay` reads the log.
    """
    first = begin(tmp_path)
    first.stdin.write(b"jump 2 h 30 min\n10 done at T+2 h 25 min slow\n")
    first.stdin.flush()
    wait_for(first, tmp_path, 2)
    first.send_signal(signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL
    first.communicate()
    before = entries(tmp_path)
    with open(tmp_path / "plan-journal.jsonl", "ab") as file:
        file.write(b'{"at_s": 1.0, "do":')

    again = begin(tmp_path, "--resume")
    said, errors = again.communicate("9 完成 于 T+2:28\nquit\n".encode(), timeout=60)

    assert (again.returncode, errors) == (0, b"")
    assert b"The last line of the journal was torn" in said
    assert b"after 2 entries" in said
    assert entries(tmp_path)[:2] == before
    log = (tmp_path / "plan-log.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[2:5] for line in log[1:3]] == [
        ["transfer-start", "done", "T+2:25:00"], ["outfall-shut", "done", "T+2:28:00"],
    ]  # fmt: skip
    words = ["replay", PLAN, "--log", str(tmp_path / "plan-log.csv"), "--out", str(tmp_path / "after"), "--quiet"]
    done = subprocess.run([sys.executable, "run_sim.py", *words], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def played(monkeypatch, tmp_path, text, *words):
    """Entries from a pipe; the exit status."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return main(["play", PLAN, "--out", str(tmp_path), *words])


def test_from_a_pipe_without_colours(monkeypatch, tmp_path, capsys):
    """
    The pump should be done by T+2 h 21 min; nobody has said so 20 min later. At the end of the pipe it ends.
    """
    assert played(monkeypatch, tmp_path, "jump 2 h 41 min\nshow\n10 dnoe\n") == 0

    said = capsys.readouterr().out
    assert "\x1b" not in said
    pump = r"  10\. .*\(Duty team: Start the transfer pump\.\) late by 20 min"
    assert re.search(rf"Overdue:\n(?:  \d+\. .*\n)*  9\. .*\n{pump}", said)
    assert "line 10 cannot be 'dnoe'; it may be: noticed, ordered, begun, done, failed" in said
    assert said.splitlines()[-2:] == [
        f"Log: {tmp_path / 'plan-log.csv'}", f"Journal: {tmp_path / 'plan-journal.jsonl'}",
    ]  # fmt: skip


def test_it_says_when_a_contingency_is_let_go_or_withheld(monkeypatch, tmp_path, capsys):
    """
    That of the pump, at T+2 h 26 min, is withheld when the pump is done at T+2 h 20; without that it is let go.
    """
    from sim.cli.play import COMMAND, _from_scenario
    from sim.drill import Kind

    monkeypatch.chdir(ROOT)
    given = COMMAND.parser("en").understand([PLAN])
    master, _ = _from_scenario(PLAN, given)
    contingency = next(master.of(Kind.CONTINGENCY))
    number, action = contingency.number, master.action_number(contingency)

    assert played(monkeypatch, tmp_path / "a", f"jump 2 h 20 min\n{action} done\njump 2 h\n") == 0
    assert f"withheld: {number}" in capsys.readouterr().out
    assert played(monkeypatch, tmp_path / "b", "jump 2 h 20 min\njump 2 h\n") == 0
    assert f"let go: {number}. " in capsys.readouterr().out


def test_the_clock_runs_at_its_speed_and_stands_when_paused(monkeypatch, tmp_path):
    """
    Never less than the real time that went by times the speed; paused, it stands where it was.
    """
    first = begin(tmp_path, "--speed", "1000")
    time.sleep(0.5)
    first.stdin.write(b"1 done\npause\n")
    first.stdin.flush()
    wait_for(first, tmp_path, 2)
    time.sleep(0.3)
    first.communicate(b"go\nquit\n", timeout=60)

    told = {move["do"]: move["at_s"] for move in entries(tmp_path)}
    assert told["go"] == told["pause"]
    assert told["quit"] >= told["go"]


@pytest.mark.parametrize(("words", "message"), [
    (["--speed", "0"], "--speed: must lie in 0.1 to 100000, found 0"),
    (["--speed", "fast"], "--speed: 'fast' is not a bare number"),
    (["--resume"], "there is no journal to go on from"),
])  # fmt: skip
def test_wrong_words(monkeypatch, tmp_path, capsys, words, message):
    assert played(monkeypatch, tmp_path, "", *words) == 2
    assert message in capsys.readouterr().err


def test_a_second_play_does_not_write_over_the_first(monkeypatch, tmp_path, capsys):
    assert played(monkeypatch, tmp_path, "") == 0
    assert played(monkeypatch, tmp_path, "") == 2
    assert "a journal is there already" in capsys.readouterr().err


def drawn(play, at_min, width=80, language="en"):
    """The screen as text."""
    from rich.console import Console

    console = Console(file=io.StringIO(), width=width, height=30, color_system=None)
    console.print(screen(play, at_min * 60, language, ["a reply"], "2 do", console.height))
    return console.file.getvalue()


def test_the_screen(play):
    """
    At T+21 min the action is a minute late; the jump waits for it.
    """
    text = drawn(play, 21)

    assert re.search(r"Exercise 0:21:00   Incident T\+0:21:00   Clock 08:21:00", text)
    assert re.search(r"─ Overdue ─+╮\n│ +2 line 2 +late by 1 min must be done by T\+40 min │", text)
    assert re.search(r"─ Due now ─+╮\n│ +1 line 1", text)
    assert re.search(r"─ Next ─+╮\n│ +5 line 5 +T\+1 h 20 min │", text)
    assert "The jump to T+1 h 10 min waits for 2; jump makes it now." in text
    assert text.splitlines()[-2:] == ["a reply", "> 2 do_"]


def test_a_paused_and_a_late_screen(play):
    text = drawn(run_on(made(play, 50, "pause"), 50), 50, language="zh")

    assert "已暂停" in text
    assert "已过最晚时间" in text


def test_nothing_due_is_said(play):
    text = drawn(Play(LINES[4:], play.incidents), 1)

    assert text.count("nothing") == 2


def test_interrupted_it_says_where_everything_is(monkeypatch, tmp_path, capsys):
    """
    Ctrl-C is no way to end an exercise, and loses nothing.
    """

    class Impatient(io.StringIO):
        def __iter__(self):
            yield "1 done\n"
            time.sleep(1)

    def interrupted(self, wait_s, next=Piped.next):
        entry = next(self, wait_s)
        if entry is None:
            raise KeyboardInterrupt
        return entry

    monkeypatch.setattr(Piped, "next", interrupted)
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdin", Impatient())

    assert main(["play", PLAN, "--out", str(tmp_path)]) == 130
    assert f"every entry is in {tmp_path / 'plan-journal.jsonl'}. Go on with --resume." in capsys.readouterr().err
    assert [move["what"] for move in entries(tmp_path)] == ["done"]


def test_in_a_terminal(tmp_path):
    """
    A real one: letters come one by one, one of them is taken back, the screen is drawn and put away again.
    """
    pty = pytest.importorskip("pty")
    child, fd = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "run_sim.py", "play", PLAN, "--out", str(tmp_path)])
    shown = _read(fd, b"Due now")
    os.write(fd, "1 donx\x7fe\n2 发现 at T+0:00 没有\n".encode())
    shown += _read(fd, b"T+10 min")
    os.write(fd, b"quit\n")
    shown += _read(fd, b"Journal:")
    status = _ended(child)
    os.close(fd)

    assert os.waitstatus_to_exitcode(status) == 0
    assert (b"\x1b[?1049h" in shown, b"\x1b[?1049l" in shown) == (True, True)
    assert [(move["number"], move["what"]) for move in entries(tmp_path)[:2]] == [(1, "done"), (2, "noticed")]


def _ended(child):
    """How a process ends; one that does not is killed."""
    for _ in range(200):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def _read(fd, until):
    """What a terminal shows up to some words."""
    from select import select

    shown, ends = b"", time.monotonic() + 60
    while until not in shown and time.monotonic() < ends:
        if select([fd], [], [], 0.1)[0]:
            try:
                shown += os.read(fd, 65536)
            except OSError:  # it has ended
                break
    return shown
