"""What a monitoring platform reads of the board: counts of what it did, and what becomes of the scenarios as written.

Written in the Prometheus text format, version 0.0.4.
"""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from math import isnan

from sim.board.board import AsWritten
from sim.board.live import Live
from sim.check.tier_verdict import Verdict
from sim.errors import InputError

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
ESCAPES = {"\\": r"\\", "\n": r"\n", '"': r"\""}
Labels = Mapping[str, str]


@dataclass
class Counts:
    """What the board did since it began."""

    runs: int = 0
    """Answered."""
    wrong: int = 0
    """Runs that could not be played: the files or what was moved are wrong."""
    run_s: float = 0.0
    """How long those that were answered took, files read anew included [s]."""
    studies: Counter[str] = field(default_factory=Counter)
    """Of many runs, answered, by which."""
    refused: Counter[str] = field(default_factory=Counter)
    """Requests that the guard refused, by why."""
    overtaken: int = 0

    @contextmanager
    def run(self) -> Iterator[None]:
        """Counts the run that is played within."""
        started_s = time.perf_counter()
        try:
            yield
        except InputError:
            self.wrong += 1
            raise
        self.runs += 1
        self.run_s += time.perf_counter() - started_s


@dataclass(frozen=True, slots=True)
class Metric:
    """A name with its samples; one without any is left out."""

    name: str
    kind: str
    """`counter`, `gauge` or `summary`."""
    help: str
    samples: Sequence[tuple[str, Labels, float]]
    """What is put behind the name, labels, and the value."""


def written(metrics: Iterable[Metric]) -> str:
    r"""Metrics as text; a value that is no number is left out.

    >>> print(written([Metric("room", "gauge", "Left.", [("", {"of": 'a "b"'}, 1.5), ("", {}, float("nan"))])]), end="")
    # HELP room Left.
    # TYPE room gauge
    room{of="a \"b\""} 1.5
    """
    lines: list[str] = []
    for each in metrics:
        samples = [_line(each.name + more, labels, value) for more, labels, value in each.samples if not isnan(value)]
        if samples:
            lines += [f"# HELP {each.name} {each.help}", f"# TYPE {each.name} {each.kind}", *samples]
    return "".join(f"{line}\n" for line in lines)


def metrics_of(counts: Counts, scenarios: Sequence[AsWritten], version: str) -> list[Metric]:
    """What the board did, and of each scenario that it keeps ready what becomes of each tier."""
    found = [({"scenario": each.scenario, "pick": each.pick, "tier": tier}, outcome)
             for each in scenarios for tier, outcome in each.tiers.items()]  # fmt: skip
    refused = [("", {"reason": reason}, count) for reason, count in sorted(counts.refused.items())]
    return [
        Metric("three_tier_build_info", "gauge", "Always 1.",
               [("", {"version": version, "python": platform.python_version()}, 1)]),
        Metric("three_tier_scenario_stale", "gauge",
               "Whether files have changed and cannot be played as they are now; the tiers are absent then.",
               [("", {"scenario": each.scenario, "pick": each.pick}, each.stale) for each in scenarios]),
        Metric("three_tier_verdict", "gauge", "What becomes of a tier as the files say: 1 for its verdict, else 0.",
               [("", {**labels, "verdict": verdict}, outcome.word.partition("_")[0] == verdict)
                for labels, outcome in found for verdict in Verdict]),
        Metric("three_tier_margin_m3", "gauge",
               "Room left in what a tier hangs on, or less what escaped; absent when no accident water came.",
               [("", labels, outcome.margin_m3) for labels, outcome in found]),
        Metric("three_tier_escaped_m3", "gauge", "What escaped a tier.",
               [("", labels, outcome.escaped_m3) for labels, outcome in found]),
        Metric("three_tier_runs_total", "counter", "Runs that were asked for, by whether they could be played.",
               [("", {"outcome": "answered"}, counts.runs), ("", {"outcome": "wrong"}, counts.wrong)]),
        Metric("three_tier_run_seconds", "summary", "How long runs took that were answered, not how long they waited.",
               [("_sum", {}, counts.run_s), ("_count", {}, counts.runs)]),
        Metric("three_tier_studies_total", "counter", "Studies of many runs that were answered, by which.",
               [("", {"study": study}, count) for study, count in sorted(counts.studies.items())]),
        Metric("three_tier_refused_total", "counter", "Requests refused before they were read, by why.", refused),
        Metric("three_tier_overtaken_total", "counter", "Requests that a newer one of the same page overtook.",
               [("", {}, counts.overtaken)]),
    ]  # fmt: skip


def live_metrics(lives: Mapping[str, Live], now: datetime) -> list[Metric]:
    """How each event stands that somebody has looked at since the board began."""
    since_s = {name: live.since_s(now) for name, live in lives.items()}
    tiers = [(name, tier) for name, live in lives.items() for tier in live.forecast().result.verdict.tiers]
    return [
        Metric("three_tier_event_verdict", "gauge", "What becomes of a tier, as far as is known: 1 for its verdict.",
               [("", {"event": name, "tier": tier.tier, "verdict": verdict}, tier.verdict is verdict)
                for name, tier in tiers for verdict in Verdict]),
        Metric("three_tier_event_level_age_seconds", "gauge", "How long ago a storage was measured last.",
               [("", {"event": name, "storage": id}, since_s[name] - level.at_s)
                for name, live in lives.items() for id, (level, _) in live.levels.items()]),
        Metric("three_tier_event_next_deadline_seconds", "gauge",
               "Until what must be done next, negative once it is over; absent until somebody has asked for it.",
               [("", {"event": name}, live.next_s - since_s[name]) for name, live in lives.items()]),
        Metric("three_tier_event_entries", "gauge", "Entries so far.",
               [("", {"event": name}, live.seq) for name, live in lives.items()]),
    ]  # fmt: skip


def _line(name: str, labels: Labels, value: float) -> str:
    told = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
    return f"{name}{{{told}}} {_number(value)}" if told else f"{name} {_number(value)}"


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(letter, letter) for letter in text)


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")
