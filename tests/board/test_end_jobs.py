"""The board ends for sure, and nothing of it goes on: with a page that listens, something being made, and studies."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

ROOT = Path(__file__).parents[2]
UNCERTAIN = "tests/ensemble/small.yaml"
ENDS_S = 20
MARK = "THREE_TIER_MARK"


def of_it(mark):
    """The processes that began with a mark in their environment."""
    found = []
    for each in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"{MARK}={mark}".encode() in each.read_bytes():
                found.append(each.parent.name)
        except OSError:
            pass
    return found


@pytest.mark.skipif(not os.path.exists("/proc/self/environ"), reason="processes are told apart by /proc")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_goes_on(tmp_path, end):
    """
    An ensemble of 100,000 runs is played by workers of its own process while somebody listens how far it is; half made,
    it leaves nothing where the board could still see to that.
    """
    mark = uuid.uuid4().hex
    words = [sys.executable, "run_sim.py", "board", UNCERTAIN, "--port", "0", "--no-open", "--out", str(tmp_path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {MARK: mark}) as board:
        try:
            base, token = re.search(r"(http://\S+?)/#k=(\S+)", board.stdout.readline()).groups()
            known = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
            wish = {"kind": "ensemble", "scenario": UNCERTAIN, "runs": 100_000}
            with urlopen(Request(f"{base}/api/v1/jobs", json.dumps(wish).encode(), known), timeout=60) as answer:
                job = json.load(answer)
            with urlopen(Request(f"{base}/api/v1/jobs/{job['id']}/events", headers=known), timeout=60) as events:
                while b'"step": "ensemble"' not in events.readline():
                    pass
                assert len(of_it(mark)) >= 2
                board.send_signal(end)
                assert board.wait(ENDS_S) == (-9 if end == signal.SIGKILL else 0)
        finally:
            board.kill()
    until = time.monotonic() + ENDS_S
    while of_it(mark) and time.monotonic() < until:
        time.sleep(0.05)
    assert of_it(mark) == []
    if end != signal.SIGKILL:
        assert list((tmp_path / "board").iterdir()) == []
