"""What people see on a terminal, and what a program gets instead: width, colour, progress."""

import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path
from unicodedata import east_asian_width

import pytest

ROOT = Path(__file__).parents[2]
BREACH = "scenarios/changshou-boundary-breach.yaml"
COMMANDS = {
    "run": ["run", BREACH],
    "deadlines": ["deadlines", BREACH],
    "validate": ["validate", "configs/changshou-yanjia", "scenarios/changshou-night-shift.yaml"],
    "recovery": ["recovery", "scenarios/changshou-storm-relief.yaml"],
    "size": ["size", "docs/sizing/published-bund.yaml"],
}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
MARK = "\x1b"
PLAIN = {"NO_COLOR": "1"}


def surroundings(columns, **others):
    """The environment of a terminal of that width."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return kept | {"TERM": "xterm-256color", "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"} | others


def on_terminal(words, columns, **others):
    """What a command writes to a terminal, of both its streams."""
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    command = [sys.executable, "run_sim.py", *words]
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=follower, stderr=follower, env=surroundings(columns, **others), close_fds=True
    )
    os.close(follower)
    seen = b"".join(_pieces(leader))
    os.close(leader)
    assert child.wait() == 0, seen.decode(errors="replace")
    return seen.decode("utf-8")


def _pieces(leader):
    """What comes, until the other end is closed, which Linux tells as an error."""
    while True:
        select.select([leader], [], [])
        try:
            piece = os.read(leader, 65536)
        except OSError:
            return
        if not piece:
            return
        yield piece


def cells(line):
    """How many columns a line takes."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in line)


@pytest.fixture
def out(tmp_path):
    """Words that put results aside."""
    return lambda name: [] if name in ("validate", "size") else ["--out", str(tmp_path)]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", COMMANDS)
def test_tables_fit_the_terminal(name, language, columns, out):
    """
    No line of a table is wider than the terminal; a path and a sentence may be, since a terminal breaks them.
    """
    seen = CONTROL.sub("", on_terminal([*COMMANDS[name], "--lang", language, *out(name)], columns))

    tables = list(_tables(seen.split("\n")))
    assert tables
    assert [line for line in tables if cells(line) > columns] == []
    assert not any("…" in line for line in tables)


def _tables(lines):
    """Lines of tables: from the head above a rule down to the next empty line."""
    lines = [line.rstrip() for line in lines]
    for place, line in enumerate(lines):
        if line.startswith("───"):
            yield lines[place - 1]
            yield line
            for below in lines[place + 1 :]:
                if not below:
                    break
                yield below


def test_colour_is_for_terminals(tmp_path):
    """
    A breached tier is coloured for somebody who looks, and plain where NO_COLOR is set or somebody reads on.
    """
    words = ["run", BREACH, "--out", str(tmp_path)]
    piped = subprocess.run(
        [sys.executable, "run_sim.py", *words], cwd=ROOT, capture_output=True, env=surroundings(80), check=True
    )

    assert COLOUR.search(on_terminal(words, 80))
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", on_terminal(words, 80, **PLAIN))
    assert MARK not in (piped.stdout + piped.stderr).decode("utf-8")


def test_progress_tells_the_time_left_and_goes_away(tmp_path):
    """
    A bar with its share and the time left, on a terminal only, and nothing of it stays.
    """
    words = ["deadlines", BREACH, "--out", str(tmp_path)]
    piped = subprocess.run(
        [sys.executable, "run_sim.py", *words], cwd=ROOT, capture_output=True, env=surroundings(80), check=True
    )
    seen = on_terminal(words, 80)

    assert re.search(r"deadlines.*\d+%.*\d:\d\d:\d\d", CONTROL.sub(" ", seen))
    assert "\x1b[2K" in seen
    assert piped.stderr == b""
