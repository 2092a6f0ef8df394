"""What evaluators read off, what must be reported by when, and how an exercise ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from sim.check.reports import OwedReport, reports_owed
from sim.check.warning import BENCHMARK_S, warnings
from sim.drill.line import Kind, Line, Phase, State
from sim.drill.run_of import RunOf
from sim.drill.span import share_name
from sim.drill.texts import Texts
from sim.park import Name
from sim.park.report_duty import Stage
from sim.units import SECONDS_A_MINUTE, volume_text

READINGS = 4
"""Readings of a tier's tightest storage from when it is reached to its peak."""
LEAST_APART_S = 15.0 * SECONDS_A_MINUTE
CLOSES_AFTER_S = 10.0 * SECONDS_A_MINUTE
"""From the last thing that happens to the end of the emergency [s]."""


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
    """Reports that are owed while nobody has settled the grade, and warnings to be closed within the half hour."""
    for owed in reports_owed(of.park, of.result.record, of.result.verdict):
        if owed.holds:
            yield _owed(owed, texts)
    for number, each in enumerate(warnings(of.result.record), start=1):
        if each.answered:
            sensor = of.park.sensors[each.sensor]
            yield Line(
                key=f"report/closing/{each.sensor}/{number}",
                phase=Phase.RESPONSE,
                text=texts.fill("owed_closing", sensor=sensor.name),
                sender=texts.fill("command"),
                receiver=texts.fill("office"),
                medium=texts.fill("telephone"),
                evaluate=texts.fill("evaluate_report"),
                causes=(f"alarm {each.sensor}",),
                **_due(texts, each.alarm_s + BENCHMARK_S),
            )


def _owed(owed: OwedReport, texts: Texts) -> Line:
    """A report of the table, by those whom it names."""
    duty = owed.duty
    sort = "told" if duty.stage is Stage.WARNING else "owed"
    asked = texts.fill("evaluate_report_says", says=duty.says) if str(duty.says) else texts.fill("evaluate_report")
    return Line(
        key=f"report/{sort}/{duty.id}",
        phase=Phase.WARNING,
        text=texts.fill("owed", report=duty.name),
        sender=duty.sender,
        receiver=duty.receiver,
        medium=texts.fill(duty.medium),
        evaluate=asked,
        **_due(texts, owed.due_s),
    )


def _due(texts: Texts, at_s: float) -> dict[str, Any]:
    """What everything has that must be reported by a time [s]."""
    return {"at_s": at_s, "deadline_s": at_s, "kind": Kind.REPORT, "evidence": texts.fill("evidence_copy"),
            "weight": 8.0}  # fmt: skip


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
