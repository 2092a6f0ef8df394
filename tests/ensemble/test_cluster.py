"""Studies that a Dask cluster plays: a real scheduler and real workers, which have none of the files."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

import sim
from sim.cli import main
from sim.ensemble import Start, Wanted, cluster, run_ensemble, shards
from sim.ensemble import ensemble as running
from sim.ensemble.sweep import axes_of, run_sweep, swept
from sim.ensemble.workers import workers_of
from sim.errors import InputError, Problems

pytest.importorskip("distributed")
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATIENCE_S = 60
BLOCK = re.compile(r"^```shell cluster\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENDED = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
"""A scheduler that takes one death for enough."""


class Running:
    """A scheduler and its workers, in a folder that holds nothing."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        self.address = ""

    def start(self, *words, **environment):
        """A process of Dask's; what it says is kept in the folder."""
        with open(self.folder / f"{len(self.processes)}.txt", "w") as log:
            self.processes.append(subprocess.Popen(
                [sys.executable, "-m", "dask", *words, "--no-dashboard", "--host", "127.0.0.1"], cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, stdout=log, stderr=log,
                start_new_session=True))  # fmt: skip
        return self.processes[-1]

    def scheduler(self, **environment):
        where = self.folder / "scheduler.json"
        self.start("scheduler", "--port", "0", "--scheduler-file", str(where), **environment)
        until(where.exists)
        self.address = json.loads(where.read_text())["address"]

    def worker(self, threads=1):
        return self.start("worker", self.address, "--no-nanny", "--nthreads", str(threads))

    def end(self):
        for each in self.processes:
            with suppress(ProcessLookupError):
                os.killpg(each.pid, signal.SIGKILL)  # with those that it began
            each.wait()


def until(true):
    """Wait for something, but not for ever."""
    end_s = monotonic() + PATIENCE_S
    while not true():
        assert monotonic() < end_s
        sleep(0.05)


def answers(port):
    """Whether somebody listens there."""
    with socket.socket() as mine:
        return mine.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def dask(tmp_path, monkeypatch):
    """A scheduler, and the scenario by a path that says nothing where its workers are."""
    for module in (running, shards):
        monkeypatch.setattr(module, "SHARD", 100)
    (tmp_path / "workers").mkdir()
    (tmp_path / "client").mkdir()
    for name in ("many.yaml", "park.yaml"):
        shutil.copy(HERE / name, tmp_path / "client")
    monkeypatch.chdir(tmp_path / "client")
    made = Running(tmp_path / "workers")
    yield made
    made.end()


def runs_of(folder, asked, tell=lambda tally: None):
    """The bytes of 1,000 runs, by the names of their files."""
    run_ensemble(Start("many.yaml", 5), Wanted(1000, workers=asked), folder, tell)
    return {each.name: each.read_bytes() for each in sorted((folder / "runs").iterdir())}


def test_a_cluster_leaves_the_bytes_that_one_process_leaves(dask, tmp_path):
    """
    Two workers, one of them with two threads, both in an empty folder where `many.yaml` is no file.
    """
    dask.scheduler()
    dask.worker(), dask.worker(threads=2)

    assert runs_of(tmp_path / "far", dask.address) == runs_of(tmp_path / "near", 1)


def test_a_worker_that_is_killed_takes_nothing_with_it(dask, tmp_path):
    """
    One of two is killed once 200 of 1,000 runs are there, and with it whatever it had played and not handed over.
    """
    dask.scheduler()
    one, _ = dask.worker(), dask.worker()

    def tell(tally):
        if tally.done == 200:
            one.send_signal(signal.SIGKILL)

    killed = runs_of(tmp_path / "far", dask.address, tell)

    assert one.wait(PATIENCE_S) == -signal.SIGKILL
    assert killed == runs_of(tmp_path / "near", 1)


def test_workers_with_another_program_are_told_before_any_run(dask, tmp_path, monkeypatch):
    dask.scheduler()
    dask.worker()
    theirs = cluster.program()["three-tier-containment"]
    monkeypatch.setattr(sim, "__version__", "99")
    cluster.program.cache_clear()
    try:
        with pytest.raises(Problems) as caught:
            runs_of(tmp_path / "far", dask.address)
    finally:
        cluster.program.cache_clear()

    message, = caught.value.messages
    assert f"has three-tier-containment {theirs}, here is 99 (" in message
    assert not list((tmp_path / "far").glob("runs/*"))


def kill(start, task):
    """Ends whoever does it, as the system does where memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_runs_that_end_their_workers_are_told(dask):
    dask.scheduler(**ENDED)
    dask.worker()
    with (pytest.raises(InputError, match=r"^tcp://.* was ended from outside while it played"),
          workers_of(dask.address) as workers):  # fmt: skip
        list(workers.each(kill, Start("many.yaml", 5), [0]))


BUSY = []
"""Who is at it in this process."""


def alone(start, task):
    """Whether nobody else is at it for a while."""
    BUSY.append(task)
    sleep(0.1)
    found = len(BUSY)
    BUSY.remove(task)
    return found == 1


def test_a_worker_plays_one_run_after_the_other_however_many_threads_it_has(dask):
    dask.scheduler()
    dask.worker(threads=4)

    with workers_of(dask.address) as workers:
        assert all(workers.each(alone, Start("many.yaml", 5), range(8)))


def test_a_scheduler_without_workers_is_told(dask, tmp_path, monkeypatch):
    dask.scheduler()
    monkeypatch.setattr(cluster, "FIRST_S", 0.2)
    with pytest.raises(InputError, match=r"^no worker is at the scheduler tcp://.*; begin some with: dask worker tcp"):
        runs_of(tmp_path / "far", dask.address)


def test_workers_that_have_all_gone_are_told(dask, tmp_path, monkeypatch):
    """
    The only worker is killed after 200 runs; these stay, and the study goes on from them.
    """
    dask.scheduler()
    only = dask.worker()

    def tell(tally):
        if tally.done == 200:
            only.send_signal(signal.SIGKILL)
            monkeypatch.setattr(cluster, "FIRST_S", 0.5)

    with pytest.raises(InputError, match="no worker is at the scheduler"):
        runs_of(tmp_path / "far", dask.address, tell)
    assert (tmp_path / "far" / "runs" / "000000.parquet").exists()
    assert runs_of(tmp_path / "far", 1) == runs_of(tmp_path / "near", 1)


def test_a_scheduler_that_goes_is_told(dask, tmp_path):
    dask.scheduler()
    dask.worker()

    def tell(tally):
        if tally.done == 200:
            dask.processes[0].kill()

    with pytest.raises(InputError, match="has gone; begin again once it is there"):
        runs_of(tmp_path / "far", dask.address, tell)


def test_the_page_brings_a_cluster_up(tmp_path, monkeypatch):
    """
    Its blocks one after the other, on a port that nobody has; the Chinese page has the same but for the language.
    """
    monkeypatch.chdir(ROOT)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    written, chinese = (BLOCK.findall((ROOT / "docs" / name).read_text(encoding="utf-8"))
                        for name in ("cluster.md", "cluster.zh.md"))  # fmt: skip
    assert [each.replace(" --lang zh", "") for each in chinese] == written
    lines = [shlex.split(each.replace("8786", port)) for each in written]
    scheduler, worker, study = lines
    begun = Running(tmp_path)
    try:
        for words in (scheduler, worker):
            assert words[0] == ".venv/bin/dask"
            begun.start(*words[1:])
            until(lambda: answers(int(port)))
        assert study[:2] == [".venv/bin/python", "run_sim.py"]
        assert main([*study[2:], "--out", str(tmp_path / "results")]) == 0
    finally:
        begun.end()


def test_an_address_where_nobody_is(tmp_path, capsys, monkeypatch):
    """
    Nothing is left of a connection that failed, which might hold up the next one of the same process.
    """
    monkeypatch.setattr(cluster, "REACHED_S", 0.5)
    before = threads()
    address = "tcp://127.0.0.1:9"
    words = ["ensemble", str(HERE / "many.yaml"), "-n", "10", "--dask", address, "--out", str(tmp_path)]

    assert main(words) == 2
    assert capsys.readouterr().err == (
        f"--dask: nobody answers at '{address}'; write what `dask scheduler` says of itself, such "
        "as tcp://10.0.0.5:8786\n")  # fmt: skip
    assert threads() == before


def threads():
    """Of this process, those in which Dask may wait."""
    return sum(each.name in ("IO loop", "cluster") for each in threading.enumerate())


def test_a_sweep_is_played_by_a_cluster_too(dask):
    """
    Its grid and every round of halving, over one connection; the same as by this process alone.
    """
    dask.scheduler()
    dask.worker()
    start = Start(str(HERE / "small.yaml"), 1)
    axes = axes_of(start, ["releases.spill.volume=50..151m3:51"])
    found = [run_sweep(swept(start, axes), axes, 0.01, workers, lambda share: None) for workers in (1, dask.address)]

    assert repr(found[0]) == repr(found[1])
    assert found[0].flips
    assert not threads()
