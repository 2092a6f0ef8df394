"""How long `--help` and `--version` take beside a Python that does nothing.

Fresh interpreters, in turns so that both see the same machine; the ratio is that of the medians.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
ROUNDS = 15
MOST = 4
"""Times the bare interpreter that an answer may take."""


def took_s(*words):
    """Time of one fresh interpreter [s]."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["run", "--help"]], ids=" ".join)
def test_answer_comes_at_once(benchmark, words):
    bare = [took_s("-c", "pass")]

    def answer():
        bare.append(took_s("-c", "pass"))
        return took_s("run_sim.py", *words)

    answers = [answer() for _ in range(ROUNDS)]
    benchmark.pedantic(took_s, args=("run_sim.py", *words), rounds=5)
    ratio = median(answers) / median(bare)

    benchmark.extra_info["times bare python"] = round(ratio, 2)
    print(f"{' '.join(words)}: {ratio:.2f} times bare python")
    assert ratio < MOST
