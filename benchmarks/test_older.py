"""Runs of this build beside those of an older one, taken out of git for it.

    make bench

Both run in processes of their own, one after the other, several times; what is compared is the least processor time.
"""

import resource
import subprocess
import sys

import pytest

from benchmarks.parks import ROOT

OLDER = "03ec743"
"""The build before the kernel's queue knew where everything stands."""
ROUNDS = 8
MOST = {"people": 0.6, "mix": 0.75, "storm": 0.8}
"""Time of a run over that of the older build, at most [-]."""


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    """The older build's files."""
    folder = tmp_path_factory.mktemp("older") / "tree"
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--detach", str(folder), OLDER], check=True, capture_output=True)
    yield folder
    subprocess.run([*git, "remove", "--force", str(folder)], check=True, capture_output=True)


def milliseconds(tree, sort):
    """A run's processor time by the build in a tree [ms]."""
    command = [sys.executable, str(ROOT / "benchmarks" / "runs.py"), sort]
    done = subprocess.run(command, cwd=tree, check=True, capture_output=True, text=True)
    return float(done.stdout)


@pytest.mark.parametrize("sort", MOST)
def test_runs_beside_an_older_build(older, sort, capsys):
    """Crews at work, ten accidents at random, a storm on everything, outcome included: cheaper than they were."""
    pairs = [(milliseconds(ROOT, sort), milliseconds(older, sort)) for _ in range(ROUNDS)]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    with capsys.disabled():
        print(f"\n{sort}: {ours:.3f} ms a run, {1000 / ours:.0f} runs/s, {ours / theirs:.2f} times {theirs:.3f} ms")

    assert ours / theirs < MOST[sort]


def processor_s(tree, folder):
    """Processor time of the whole command, its result anew, the kernel compiled [s]."""
    command = [sys.executable, "run_sim.py", "run", "scenarios/changshou-tank-fire.yaml", "--out", str(folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_the_first_answer_beside_an_older_build(older, tmp_path, capsys):
    """From the words to the verdict: reading, importing and linking are most of it."""
    pairs = [(processor_s(ROOT, tmp_path), processor_s(older, tmp_path)) for _ in range(1 + ROUNDS)][1:]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    with capsys.disabled():
        print(f"\nfirst answer: {ours:.2f} s, {ours / theirs:.2f} times {theirs:.2f} s")

    assert ours / theirs < 0.7
