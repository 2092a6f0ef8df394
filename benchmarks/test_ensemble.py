"""Many drawn runs: how fast, beside what SimPy alone would take, on one process and two, and in how much memory.

    python -m pytest benchmarks/test_ensemble.py

Rates are of this machine, and of processor time where one process plays; ratios come from turns in one run.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import simpy

from benchmarks.studies import written
from sim.ensemble import Start, player, prepare
from sim.ensemble.ensemble import BATCH
from sim.ensemble.player import play_range
from sim.ensemble.shards import Shards
from sim.ensemble.workers import Here, Processes

ROOT = Path(__file__).parents[1]
FIRE = Start("scenarios/changshou-tank-fire-uncertain.yaml", 1)
"""A tank fire of which everything is uncertain."""
SMALL = "tests/ensemble/small.yaml"
ROUNDS = 5
GIB = 1024.0


def least_s(do, clock=time.process_time):
    """The least time of some rounds [s]."""
    times = []
    for _ in range(ROUNDS):
        begun = clock()
        do()
        times.append(clock() - begun)
    return min(times)


def stepped(events):
    """Bare SimPy: one process that waits so many times."""
    world = simpy.Environment()

    def waits():
        for _ in range(events):
            yield world.timeout(1)

    world.process(waits())
    world.run()


def test_runs_a_second(capsys, monkeypatch):
    """Runs and kernel events a second of one core, and how often SimPy alone would have stepped those events."""
    monkeypatch.chdir(ROOT)
    events = []
    play = player.play

    def counted(*given, **more):
        record = play(*given, **more)
        events.append(record.kernel_events)
        return record

    prepare(FIRE).play(0, BATCH)
    with monkeypatch.context() as patched:
        patched.setattr(player, "play", counted)
        prepare(FIRE).play(0, BATCH)
    took_s, bare_s = least_s(lambda: prepare(FIRE).play(0, BATCH)), least_s(lambda: stepped(sum(events)))
    with capsys.disabled():
        print(f"\n{BATCH / took_s:.0f} runs/s/core, {sum(events) / took_s:.3g} kernel events/s "
              f"({sum(events) / BATCH:.0f} a run), {took_s / bare_s:.2f} times bare SimPy")  # fmt: skip


def spent_s():
    """Processor time of this process and those that it has seen end [s]."""
    times = os.times()
    return sum(times[:4])


def test_two_processes(capsys, monkeypatch):
    """
    Two processes play 1.8 times the runs a second: together they take under 2 / 1.8 times the processor time of one,
    which can be told even while others use the cores, as wall time cannot.
    """
    monkeypatch.chdir(ROOT)
    prepare(FIRE).play(0, BATCH)
    batches = [(first, first + BATCH) for first in range(0, 20 * BATCH, BATCH)]
    least, rates = {}, {}
    for _ in range(ROUNDS):
        for name, players in (("one", Here()), ("two", Processes(2))):
            begun_s, wall_s = spent_s(), time.perf_counter()
            with players as workers:
                runs = sum(map(len, workers.each(play_range, FIRE, batches)))
            least[name] = min(least.get(name, float("inf")), spent_s() - begun_s)
            rates[name] = max(rates.get(name, 0), runs / (time.perf_counter() - wall_s))
    with capsys.disabled():
        print(f"\n{rates['one']:.0f} runs/s by one process, {rates['two']:.0f} by two; two take "
              f"{least['two'] / least['one']:.2f} times the processor time")  # fmt: skip

    assert least["two"] < 2 / 1.8 * least["one"]


def resident_mib(*words):
    """The most memory that a study of its own had resident."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.studies", *map(str, words)], cwd=ROOT, check=True,
                          capture_output=True, text=True)  # fmt: skip
    return float(done.stdout)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory as Linux tells of it")
def test_memory_of_putting_a_million_together(capsys, monkeypatch, tmp_path):
    """A million runs with 29 numbers under 1 GiB, and at most 1.1 times what a hundred thousand take."""
    monkeypatch.chdir(ROOT)
    made = prepare(FIRE)
    written(Shards(tmp_path, made.tiers, made.uncertain), 1_000_000)
    few, many = (resident_mib("made", FIRE.scenario, tmp_path, runs) for runs in (100_000, 1_000_000))
    with capsys.disabled():
        print(f"\n{few:.0f} MiB for 100,000 runs, {many:.0f} MiB for 1,000,000: {many / few:.3f} times")

    assert many < GIB
    assert many < 1.1 * few


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory as Linux tells of it")
def test_memory_of_playing(capsys, tmp_path):
    """Ten times the runs, played and put together, take at most 1.1 times the memory."""
    few, many = (resident_mib("whole", SMALL, tmp_path / str(runs), runs) for runs in (10_000, 100_000))
    with capsys.disabled():
        print(f"\n{few:.0f} MiB for 10,000 runs, {many:.0f} MiB for 100,000: {many / few:.3f} times")

    assert many < 1.1 * few


VARIED = {
    "the volume spilt": ("releases.rupture.volume={uniform: [2000 m3, 3000 m3], basis: assumed, source: varied}", 1.3),
    "what a pump passes": (
        "park.links.a-001-transfer.capacity={uniform: [0.1 m3/s, 0.2 m3/s], basis: assumed, source: varied}", 1.8),
    "what a pool holds": (
        "park.storages.a-001-pool.capacity={uniform: [8000 m3, 10000 m3], basis: assumed, source: varied}", 4.0),
    "a pool's freeboard": (
        "park.storages.a-001-pool.freeboard={uniform: [0 m3, 300 m3], basis: assumed, source: varied}", 4.0),
}  # fmt: skip
"""One number of a tank fire that differs from run to run, and what such a run may cost in plain ones [-]."""


def test_varying_beside_plain_runs(capsys, monkeypatch):
    """A number of the park goes into the state at rest; a pool with a crest has its bands cut anew."""
    monkeypatch.chdir(ROOT)
    plain = player.Player(Start("scenarios/changshou-tank-fire.yaml", 1))
    for name, (change, most) in VARIED.items():
        varied = player.Player(Start("scenarios/changshou-tank-fire.yaml", 1, sets=(change,)))
        ratio = least_s(lambda varied=varied: varied.play(0, 100)) / least_s(lambda: plain.play(0, 100))
        with capsys.disabled():
            print(f"\n{name}: {ratio:.2f} plain runs", end="")

        assert ratio < most
