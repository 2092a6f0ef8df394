"""What evaluators read off, what must be reported by when, and how an exercise ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isfinite

import numpy as np

from sim.check.warning import BENCHMARK_S, warnings
from sim.drill.line import Kind, Line, Phase, State
from sim.drill.run_of import RunOf
from sim.drill.span import share_name
from sim.drill.texts import Texts
from sim.park import Name
from sim.record.event import IncidentDetected
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR, volume_text

READINGS = 4
"""Readings of a tier's tightest storage from when it is reached to its peak."""
LEAST_APART_S = 15.0 * SECONDS_A_MINUTE
CLOSES_AFTER_S = 10.0 * SECONDS_A_MINUTE
"""From the last thing that happens to the end of the emergency [s]."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A report that is due some time after the incident is known."""

    key: str
    to: str
    after_s: float


REPORTS = (
    Owed("owed_first", "office", 15 * SECONDS_A_MINUTE),
    Owed("owed_authority", "authority", 2 * SECONDS_AN_HOUR),
)
"""Assumed: a quarter of an hour within the park; two hours to the authority, as the rule of 2011 on reporting
environmental emergencies asks of major ones (from memory)."""


def measurements(of: RunOf, texts: Texts) -> Iterator[Line]:
    """Readings of the storage on which each reached tier hangs, from when it is reached to its peak."""
    for tier in of.result.verdict.tiers:
        if tier.tightest is None:
            continue
        storage, from_s, to_s = tier.tightest.storage, tier.tightest.reached_at_s, tier.tightest.peak_at_s
        apart_s = max((to_s - from_s) / READINGS, LEAST_APART_S)
        times = [*np.arange(from_s + apart_s, to_s - apart_s / 2, apart_s).tolist(), to_s]
        for number, at_s in enumerate(times, start=1):
            yield _reading(of, texts, tier.tier, of.states.at(storage, at_s), number)


def _reading(of: RunOf, texts: Texts, tier: str, state: State, number: int) -> Line:
    return Line(
        key=f"measure/{state.storage}/{number}",
        at_s=state.at_s,
        kind=Kind.MEASUREMENT,
        phase=Phase.RESPONSE,
        text=reading_text(of, texts, state),
        tier=tier,
        sender=texts.fill("evaluators"),
        receiver=texts.fill("evaluators"),
        medium=texts.fill("on_site"),
        state=state,
        evaluate=texts.fill("evaluate_level"),
        evidence=texts.fill("evidence_reading"),
        weight=2.0,
    )


def reading_text(of: RunOf, texts: Texts, state: State) -> Name:
    """What is read off, and what the run has there."""
    values: dict[str, Name | str] = {"volume": volume_text(state.volume_m3), "share": share_name(state.share)}
    return texts.fill("measure", place=of.facility(state.storage), **values)


def reports(of: RunOf, texts: Texts) -> Iterator[Line]:
    """Reports that are owed once the incident is known, and warnings that must be closed within the half hour."""
    if isfinite(of.detected_s):
        for owed in REPORTS:
            yield _owed(of, texts, owed.key, f"report/{owed.key}", of.detected_s + owed.after_s, owed.to)
    for number, each in enumerate(warnings(of.result.record), start=1):
        if each.answered:
            sensor = of.park.sensors[each.sensor]
            key = f"report/closing/{each.sensor}/{number}"
            yield _owed(of, texts, "owed_closing", key, each.alarm_s + BENCHMARK_S, "office", sensor=sensor.name)


def _owed(of: RunOf, texts: Texts, text: str, key: str, at_s: float, to: str, **values: object) -> Line:
    return Line(
        key=key,
        at_s=at_s,
        kind=Kind.REPORT,
        phase=Phase.WARNING if text != "owed_closing" else Phase.RESPONSE,
        text=texts.fill(text, **values),  # type: ignore[arg-type]
        sender=texts.fill("command"),
        receiver=texts.fill(to),
        medium=texts.fill("written" if to == "authority" else "telephone"),
        deadline_s=at_s,
        evaluate=texts.fill("evaluate_report"),
        evidence=texts.fill("evidence_copy"),
        causes=tuple(f"detected {each.subject}" for each in of.events(IncidentDetected)),
        weight=8.0,
    )


def beginning(of: RunOf, texts: Texts, clock: Name | None) -> Line:
    """The setting, before anything has happened."""
    setting = texts.fill("setting", clock=clock) if clock else ""
    return _spoken(texts, "begin", 0.0, Phase.WARNING, "start", setting=setting)


def ending(of: RunOf, texts: Texts, at_s: float) -> Iterator[Line]:
    """The end of the emergency and the hot wash."""
    lost = [tier for tier in of.result.verdict.tiers if tier.escapes]
    if lost:
        yield _spoken(texts, "end", at_s, Phase.END, "end_breached", tier=of.park.tiers[lost[-1].tier].name)
    else:
        yield _spoken(texts, "end", at_s, Phase.END, "end")
    yield _spoken(texts, "review", at_s + CLOSES_AFTER_S, Phase.REVIEW, "review")


def _spoken(texts: Texts, key: str, at_s: float, phase: Phase, text: str, **values: object) -> Line:
    """Something that exercise control says to everybody."""
    return Line(
        key=f"control/{key}",
        at_s=at_s,
        kind=Kind.INJECT,
        phase=phase,
        text=texts.fill(text, **values),  # type: ignore[arg-type]
        sender=texts.fill("control"),
        receiver=texts.fill("all"),
        medium=texts.fill("announcement"),
        weight=float("inf"),
    )


def meanwhile(of: RunOf, texts: Texts) -> Callable[[float], Name]:
    """What to say of a stretch that is left out: how the tightest storage of the outermost reached tier stands then."""
    tight = [tier.tightest.storage for tier in of.result.verdict.tiers if tier.tightest is not None]

    def told(at_s: float) -> Name:
        if not tight:
            return texts.fill("between_nothing")
        state = of.states.at(tight[-1], at_s)
        return texts.fill("between_on", place=of.facility(state.storage), share=share_name(state.share))

    return told
