"""The compiled kernel and the plain Python it is compiled from give the same numbers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.water.jit import COMPILED
from tests.water.everything import figures

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not COMPILED, reason="the JIT is off here already")
def test_the_plain_kernel_gives_the_same_figures():
    """
    A chain, and a park with everything in it whose product mixes, floats or sinks, or whose pipes pack: every figure to
    1e-9.
    """
    plain = _printed({**os.environ, "NUMBA_DISABLE_JIT": "1"})
    compiled = json.loads(json.dumps(figures()))  # tuples become lists

    assert plain.keys() == compiled.keys()
    for name, values in compiled.items():
        if name.endswith("events"):
            assert [row[1:] for row in plain[name]] == [row[1:] for row in values]
        else:
            assert plain[name] == pytest.approx(values, rel=1e-9, abs=1e-9, nan_ok=True), name


def _printed(environment):
    """What another interpreter prints of the same networks."""
    command = [sys.executable, "-m", "tests.water.everything"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_everything_happens_in_the_park_with_everything():
    """
    A comparison of parks in which nothing happens would say nothing: every link passes water, but for those that the
    levels never call for.
    """
    seen = figures()
    passed = seen["mixes.links.passed"]
    by_link = [sum(passed[5 * k : 5 * k + 5]) for k in range(len(passed) // 5)]

    assert sum(volume > 0 for volume in by_link) >= 9
    assert {what for _, what, _ in seen["mixes.events"]} >= {"crossed", "order", "done", "full", "reached", "crossing"}
