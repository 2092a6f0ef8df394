"""Every command of the README as an installed program: `python tests/installed.py` with the Python it is installed in.

It needs nothing of the tests, and knows the program by its command alone; it runs in a folder that has parks and
scenarios, but no source.
"""

import re
import shlex
import shutil
import subprocess
import sys
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


def main():
    """Try each command; the exit status is the number of those that failed."""
    wrong = 0
    with TemporaryDirectory() as place:
        for name in ("configs", "scenarios", "docs"):
            shutil.copytree(ROOT / name, Path(place) / name)
        for words in commands():
            began_s = perf_counter()
            done = subprocess.run(
                [PROGRAM, *words], cwd=place, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
            )
            wrong += done.returncode != 0
            print(f"{done.returncode}  {perf_counter() - began_s:4.1f} s  three-tier {shlex.join(words)}", flush=True)
            if done.returncode:
                print(done.stderr, flush=True)
    return min(wrong, 100)


if __name__ == "__main__":
    sys.exit(main())
