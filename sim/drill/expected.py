"""What players are expected to do, by when, and what exercise control lets go when they do not."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, isfinite, isnan

from sim.drill.line import Kind, Line, Missed, Phase, State
from sim.drill.orders import order_text
from sim.drill.run_of import RunOf
from sim.drill.span import span_name
from sim.drill.texts import Texts
from sim.drill.who import tier_of, who_does
from sim.park import Name, Sheet
from sim.park.names import is_written_in
from sim.record.event import Ordered
from sim.units import SECONDS_A_MINUTE, share_text, volume_text

GRACE_S = 5.0 * SECONDS_A_MINUTE
"""How late an action may be before exercise control steps in, where nothing says how late it may be [s]."""

NOTHING_TO_SEE = 0.05
"""Share of a storage that nobody notices [-]."""


def expected(of: RunOf, texts: Texts) -> list[Line]:
    """Every order of a run with its deadline; those that matter with what follows if they are missed."""
    return [line for order in of.events(Ordered) for line in _of_order(of, texts, order)]


def _of_order(of: RunOf, texts: Texts, order: Ordered) -> Iterator[Line]:
    """An expected action, and the contingency for when it does not come."""
    job = order.subject
    missed = of.missed(job)
    yield _action(of, texts, order, missed)
    if missed is not None:
        yield from _contingency(of, texts, job, missed)


def _action(of: RunOf, texts: Texts, order: Ordered, missed: Missed | None) -> Line:
    job, sheet = order.subject, of.sheet(order.subject)
    storage = of.storage_of(job)
    who = who_does(of.park, sheet, texts) if sheet else texts.fill("control_room")
    return Line(
        key=f"action/{job}",
        at_s=order.at_s,
        kind=Kind.ACTION,
        phase=Phase.COMMAND if order.at_s <= of.ordered_s else Phase.RESPONSE,
        text=order_text(of, texts, order, who),
        tier=tier_of(of.park, sheet.facility if sheet else storage),
        sender=texts.fill("command"),
        receiver=who,
        medium=texts.fill("radio"),
        state=of.states.at(storage, order.at_s) if storage else None,
        action=job,
        sheet=sheet.id if sheet else "",
        done_s=of.done_s(job),
        deadline_s=of.deadline_s(job),
        earliest_s=of.earliest_s(job),
        missed=missed,
        evaluate=_evaluate(texts, sheet),
        evidence=texts.fill("evidence_time"),
        causes=(f"order {job}", str(order.cause)),
        weight=inf,
    )


def _evaluate(texts: Texts, sheet: Sheet | None) -> Name:
    """What to look at; a sheet's check in the language that it is written in."""
    if sheet is None or not sheet.check:
        return texts.fill("evaluate_decision")
    full, plain = texts.fill("evaluate_action", check=sheet.check), texts.fill("evaluate_done")
    return Name.of(lambda each: (full if is_written_in(sheet.check, each) else plain).in_language(each))


def _contingency(of: RunOf, texts: Texts, job: str, missed: Missed) -> Iterator[Line]:
    """Let go half-way between when it should have been done and when it must be; earlier than the harm in any case."""
    due_s = of.done_s(job)
    if isnan(due_s):
        return
    deadline_s = of.deadline_s(job)
    late_s = (deadline_s - due_s) / 2 if isfinite(deadline_s) and deadline_s > due_s else GRACE_S
    at_s = due_s + late_s
    if at_s >= of.scenario.horizon_s:
        return
    storage, sheet = of.storage_of(job), of.sheet(job)
    state = of.states_without(job).at(storage, at_s) if storage else None
    yield Line(
        key=f"contingency/{job}",
        at_s=at_s,
        kind=Kind.CONTINGENCY,
        phase=Phase.RESPONSE,
        text=contingency_text(of, texts, job, missed, state, at_s),
        tier=missed.tier,
        sender=texts.fill("control"),
        receiver=texts.fill("command"),
        medium=texts.fill("telephone"),
        state=state,
        action=job,
        sheet=sheet.id if sheet else "",
        deadline_s=deadline_s,
        missed=missed,
        evaluate=texts.fill("evaluate_fallback"),
        evidence=texts.fill("evidence_log"),
        causes=(f"done {job}",),
        weight=inf,
    )


def contingency_text(of: RunOf, texts: Texts, job: str, missed: Missed, state: State | None, at_s: float) -> Name:
    """What exercise control lets go, by what players would see at that time."""
    name = of.called(lambda called: called.job(job))
    return texts.fill("contingency", sheet=name, sign=_sign(of, texts, missed, state, at_s))


def _sign(of: RunOf, texts: Texts, missed: Missed, state: State | None, at_s: float) -> Name:
    """What players would see by then of its not being done."""
    if state is None or state.share < NOTHING_TO_SEE:
        tier, way = of.park.tiers[missed.tier].name, of.facility(missed.link)
        values: dict[str, Name | str] = {"tier": tier, "way": way, "volume": volume_text(missed.escaped_m3)}
        if missed.first_s <= at_s:
            return texts.fill("sign_leaving", **values)
        return texts.fill("sign_tier", time=span_name(missed.first_s - at_s), **values)
    place, share = of.facility(state.storage), share_text(state.share)
    if isfinite(state.full_in_s) and state.full_in_s > 0:
        return texts.fill("sign_filling", place=place, share=share, time=span_name(state.full_in_s))
    return texts.fill("sign_level", place=place, share=share)
