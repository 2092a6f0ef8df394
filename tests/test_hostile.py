"""A spoilt file of every kind, handed to what reads it; thousands more by `python -m tests.hostile`."""

import subprocess
import sys
from pathlib import Path

from tests.hostile import KINDS


def test_a_spoilt_file_of_every_kind_is_read_or_refused():
    """
    Statuses 0 to 2, no traceback, 5 s and 500 MB at most, and a word on what is wrong.
    """
    command = [sys.executable, "-m", "tests.hostile", "-n", str(len(KINDS)), "--seed", "0"]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
