"""A board with many at once: those who look, those who move sliders, and a platform that scrapes, all over HTTP.

    python benchmarks/board_load.py --watchers 50 --writers 5 --seconds 60

A watcher asks each second whether the scenario is another one and what comes of it as written. A writer moves a slider
from end to end, ten times a second as a page does that numbers its requests, and asks for the limits along it at each
end. Prints of each sort of request how many were answered, how many a second and how soon; memory of the board at the
beginning, half way and at the end; and how long it takes to end with everybody connected. The status is 1 where a
request failed: no answer, or one of another status than those that are meant.
"""

import argparse
import http.client
import json
import re
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCENARIO = "scenarios/changshou-tank-fire.yaml"
TOKENS = {"--token": "a-token-of-the-load-test", "--read-token": "a-token-to-look-in-load"}
STEPS = 40
"""Of a writer from one end of its slider to the other."""
LOOK_S, MOVE_S, SCRAPE_S = 1.0, 0.1, 5.0
"""Between two requests of a watcher, a writer, a scraper [s]."""
MEANT = {200, 304, 409}
"""Answers; nothing new; a newer one came in."""


class Seen:
    """What all clients saw, by sort of request."""

    def __init__(self):
        self.took_s, self.statuses, self.failed = defaultdict(list), defaultdict(Counter), Counter()
        self._one = threading.Lock()

    def answered(self, sort, status, took_s):
        with self._one:
            self.took_s[sort].append(took_s)
            self.statuses[sort][status] += 1

    def lost(self, sort, error):
        with self._one:
            self.failed[f"{sort}: {error!r}"] += 1

    def wrong(self):
        """How many requests failed."""
        odd = sum(n for counts in self.statuses.values() for status, n in counts.items() if status not in MEANT)
        return odd + sum(self.failed.values())


class Client:
    """One connection that stays open, as a browser's does."""

    def __init__(self, port, token, seen):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.token, self.seen, self.tag = token, seen, ""

    def ask(self, sort, method, path, document=None, headers=None):
        """The body of an answer, as it is; None for none."""
        body = None if document is None else json.dumps(document)
        sent = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", **(headers or {})}
        start = time.perf_counter()
        try:
            self.connection.request(method, path, body, sent)
            answer = self.connection.getresponse()
            data = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.seen.lost(sort, error)
            self.connection.close()
            return None
        self.seen.answered(sort, answer.status, time.perf_counter() - start)
        self.tag = answer.headers.get("ETag") or self.tag
        return data


def watch(client, scenario, over):
    """Look until it is over."""
    while not over.wait(LOOK_S):
        client.ask("scenario", "GET", f"/api/v1/scenario?scenario={scenario}", headers={"If-None-Match": client.tag})
        client.ask("run", "POST", "/api/v1/run", {"scenario": scenario})


def write(client, scenario, knob, page, over):
    """Move a slider to and fro until it is over."""
    number, step = 0, 0
    while not over.wait(MOVE_S):
        number, step = number + 1, (step + 1) % STEPS
        text = f"{knob['low'] + (knob['high'] - knob['low']) * step / STEPS:.6g} {knob['unit']}".strip()
        document = {"scenario": scenario, "sets": {knob["path"]: text}, "page": page, "number": number}
        client.ask("moved", "POST", "/api/v1/run", document)
        if step == 0:
            client.ask("limits", "POST", "/api/v1/limits", document | {"path": knob["path"]})


def scrape(client, over):
    """Ask for the metrics until it is over."""
    while not over.wait(SCRAPE_S):
        client.ask("metrics", "GET", "/metrics")


def memory_mib(process):
    """What a process has in memory [MiB]."""
    words = ["ps", "-o", "rss=", "-p", str(process.pid)]
    return int(subprocess.run(words, check=True, capture_output=True, text=True).stdout) / 1024


def clients(port, given, seen, over):
    """A thread for each of those who ask."""
    full, look = TOKENS.values()
    first = Client(port, full, Seen())
    knobs = json.loads(first.ask("scenario", "GET", f"/api/v1/scenario?scenario={given.scenario}"))["knobs"]
    asks = [(watch, (given.scenario,), look)] * given.watchers + [
        (write, (given.scenario, knobs[k % len(knobs)], f"page-{k}"), full) for k in range(given.writers)]  # fmt: skip
    return [threading.Thread(target=do, args=(Client(port, token, seen), *more, over), daemon=True)
            for do, more, token in [*asks, (scrape, (), look)]]  # fmt: skip


def loaded(board, port, given):
    """What was seen while it was asked, and its memory at the beginning, half way and at the end [MiB]."""
    seen, over = Seen(), threading.Event()
    threads = clients(port, given, seen, over)
    memory = [memory_mib(board)]
    for each in threads:
        each.start()
    for _ in range(2):
        time.sleep(given.seconds / 2)
        memory.append(memory_mib(board))
    over.set()
    for each in threads:
        each.join()
    return seen, memory


def told(seen, seconds):
    """A line for each sort of request."""
    for sort, took_s in sorted(seen.took_s.items()):
        took_ms = sorted(each * 1e3 for each in took_s)
        statuses = ", ".join(f"{status}: {n}" for status, n in sorted(seen.statuses[sort].items()))
        half, most_of_them = (took_ms[int(share * len(took_ms))] for share in (0.5, 0.95))
        yield (f"{sort:9} {len(took_ms):7,}  {len(took_ms) / seconds:7.1f} a second  half {half:7.1f} ms  "
               f"p95 {most_of_them:7.1f} ms  most {took_ms[-1]:7.1f} ms  ({statuses})")  # fmt: skip
    yield from (f"failed {n} times: {what}" for what, n in seen.failed.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", nargs="?", default=SCENARIO)
    parser.add_argument("--watchers", type=int, default=50)
    parser.add_argument("--writers", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    tokens = [word for pair in TOKENS.items() for word in pair]
    words = [sys.executable, "run_sim.py", "board", given.scenario, "--port", "0", "--no-open", *tokens]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as board:
        port = int(re.search(r":(\d+)/", board.stdout.readline())[1])
        seen, memory = loaded(board, port, given)
        start = time.perf_counter()
        board.terminate()
        board.wait(60)
        ended_s = time.perf_counter() - start
    print(f"{given.watchers} watchers, {given.writers} writers, {given.seconds:.0f} s")
    print(*told(seen, given.seconds), sep="\n")
    print("memory " + ", ".join(f"{each:.1f}" for each in memory) + " MiB")
    print(f"failed {seen.wrong()}; ended after {ended_s:.1f} s with status {board.returncode}")
    return 1 if seen.wrong() or board.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
