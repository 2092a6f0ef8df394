"""Every command of the README as an installed program: `python tests/installed.py` with the Python it is installed in.

It needs nothing of the tests, and knows the program by its command alone; each runs in a folder of its own that has
parks and scenarios, but no source.
"""

import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[1]
PROGRAM = Path(sys.executable).with_name("three-tier")
BLOCK = re.compile(r"^```sh run\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ALSO = (
    "--version",
    "schema park",
    "play docs/first-park/plan.yaml",
    "map scenarios/changshou-tank-fire.yaml",
    "export geojson docs/first-park/plan.yaml",
)
"""Commands that the README names without promising a line."""


def commands():
    """The words of every line that the README promises of the program, and of a line for each other command."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    words = [shlex.split(line, comments=True) for line in lines]
    return [each[2:] for each in words if each[1:2] == ["run_sim.py"]] + [shlex.split(each) for each in ALSO]


def tried(words):
    """Whether a command fails; says how it went."""
    with TemporaryDirectory() as place:
        for name in ("configs", "scenarios", "docs"):
            (Path(place) / name).symlink_to(ROOT / name)
        began_s = perf_counter()
        done = subprocess.run(
            [PROGRAM, *words], cwd=place, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    said = f"{done.returncode}  {perf_counter() - began_s:4.1f} s  three-tier {shlex.join(words)}"
    print(said, *[done.stderr] if done.returncode else [], sep="\n", flush=True)
    return done.returncode != 0


def main():
    """Try each command, the first alone since it compiles the kernel; the exit status is how many failed."""
    first, *others = commands()
    with ThreadPoolExecutor(os.cpu_count()) as several:
        return min(tried(first) + sum(several.map(tried, others)), 100)


if __name__ == "__main__":
    sys.exit(main())
