"""Processes that die, studies that are killed, and what is left of both."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from sim.cli import main
from sim.cli.main import INTERRUPTED
from sim.ensemble import Start
from sim.ensemble.shards import SHARD
from sim.ensemble.workers import TRIES, Processes
from sim.errors import InputError

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
START = Start(str(HERE / "small.yaml"), 5)
PATIENCE_S = 60


def until(true):
    """Wait for something, but not for ever."""
    end_s = monotonic() + PATIENCE_S
    while not true():
        assert monotonic() < end_s
        sleep(0.01)


def squared(start, task):
    """The square of a number; the process dies of each the first time, if a folder is named to note it in."""
    folder, number, deadly = task
    if deadly and not (Path(folder) / str(number)).exists():
        (Path(folder) / str(number)).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def killed(start, task):
    """Dies of it every time, and notes it."""
    with open(task, "a") as file:
        file.write("x")
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_a_process_had_that_dies_is_done_by_another(tmp_path):
    """
    Two of twenty tasks end their process when they are first begun: all are there, in order.
    """
    tasks = [(str(tmp_path), number, number in (3, 10)) for number in range(20)]

    with Processes(2) as workers:
        assert list(workers.each(squared, START, tasks)) == [number**2 for number in range(20)]


def test_a_task_that_ends_every_process_is_told(tmp_path):
    """
    It is begun three times, no more.
    """
    note = tmp_path / "note"
    with pytest.raises(InputError) as caught, Processes(2) as workers:
        list(workers.each(killed, START, [str(note)]))

    assert note.read_text() == "x" * TRIES
    assert caught.value.message == (
        "a process that played runs was ended 3 times from outside, as happens where memory is short; name fewer "
        "--workers than 2 and begin again, which goes on from what is kept")  # fmt: skip


def begun(folder, runs):
    """A study in a process of its own, and the folder of its shards."""
    process = subprocess.Popen([sys.executable, str(ROOT / "run_sim.py"), *words(folder, runs), "--workers", "2"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    until(lambda: next(folder.glob("*/runs/000000.parquet"), None))
    return process, next(folder.glob("*/runs"))


def words(folder, runs):
    return ["ensemble", str(HERE / "small.yaml"), "-n", str(runs), "--seed", "5", "--out", str(folder)]


def bytes_in(folder):
    """Everything that a study left, by its path."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A study of three shards and a half that ran through in one process."""
    folder = tmp_path_factory.mktemp("whole")
    assert main([*words(folder, 3 * SHARD + SHARD // 2), "--workers", "1", "--quiet"]) == 0
    return folder


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes as Linux tells of them")
def test_a_study_that_is_killed_goes_on_to_the_same_bytes(whole, tmp_path):
    """
    Killed with its first shard on disk and another begun: its processes end with it. A shard that was being written
    and one whose end is lost, as when the machine stops, do not count.
    """
    runs = 3 * SHARD + SHARD // 2
    process, shards = begun(tmp_path, runs)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.communicate()
    there = sorted(shards.glob("*.parquet"))
    assert children
    assert 1 <= len(there) < 4
    assert not list(tmp_path.rglob("*.csv"))
    until(lambda: not any(Path(f"/proc/{each}").exists() for each in children))

    last = there[-1]
    (shards / "000003.making").write_bytes(last.read_bytes()[:500])
    last.write_bytes(last.read_bytes()[:-500])
    assert main([*words(tmp_path, runs), "--workers", "1", "--quiet"]) == 0
    assert bytes_in(tmp_path) == bytes_in(whole)


def test_one_who_interrupts_is_told_how_to_go_on(whole, tmp_path):
    """
    Ctrl-C reaches every process of the terminal; one speaks, and nothing that is told is a traceback.
    """
    process, shards = begun(tmp_path, 100 * SHARD)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate()

    assert process.returncode == INTERRUPTED
    assert told == (f"Runs are kept in {shards.parent}; the same words again go on from there.\n"
                    "interrupted; results are there whole or not at all\n")  # fmt: skip


def test_a_shorter_study_of_the_same_runs_keeps_what_is_there(whole, tmp_path):
    """
    The same folder asked for fewer runs, and then for all: nothing is played again.
    """
    folder = shutil.copytree(whole, tmp_path / "copy")
    assert main([*words(folder, SHARD), "--workers", "1", "--quiet"]) == 0
    assert main([*words(folder, 3 * SHARD + SHARD // 2), "--workers", "1", "--quiet"]) == 0
    assert bytes_in(folder) == bytes_in(whole)


def number_of_process(start, task):
    """Which process did it."""
    return os.getpid()


def test_a_study_has_the_same_processes_however_often_it_asks():
    """
    Two processes at most in three rounds of four tasks, and after one that nobody took to its end two others.
    """
    with Processes(2) as workers:
        rounds = [set(workers.each(number_of_process, START, range(4))) for _ in range(3)]
        half = workers.each(number_of_process, START, range(9))
        next(half)
        half.close()
        after = set(workers.each(number_of_process, START, range(4)))

    assert len(set.union(*rounds)) <= 2
    assert not after & set.union(*rounds)
    until(lambda: not any(Path(f"/proc/{each}").exists() for each in set.union(*rounds) | after))
