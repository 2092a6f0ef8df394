"""What processes of the board do in tests: functions of a module, since they are begun anew there."""

import os
import time
from pathlib import Path

from sim.errors import InputError
from sim.message import Message


def write(words, tell):
    """Two steps, and a page in the folder behind `--out`."""
    tell("deadlines", 0.5)
    folder = Path(words[words.index("--out") + 1])
    (folder / "made").mkdir()
    (folder / "made" / "a.csv").write_text("a\n", encoding="utf-8")
    (folder / "made" / "report.html").write_text("<script>top.x = 1</script>", encoding="utf-8")
    (folder / "made" / "out.csv").symlink_to(__file__)


def refuse(words, tell):
    raise InputError(Message("it cannot be made"))


def die(words, tell):
    os._exit(9)


def linger(words, tell):
    """Half made for ever; says by which process."""
    folder = Path(words[words.index("--out") + 1])
    (folder / "half").write_text(str(os.getpid()), encoding="utf-8")
    tell("deadlines", 0.5)
    time.sleep(600)


def kept():
    return []


def count(kept, task, go_on):
    """How often it was asked; a task of nothing goes on until it is given up."""
    kept.append(task)
    while task is None:
        time.sleep(0.001)
        go_on()
    if task == "die":
        os._exit(9)
    return len(kept)
