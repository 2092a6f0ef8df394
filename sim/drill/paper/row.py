"""A line of the master list as people read it: every cell in words of one language."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite, isnan

from sim.called import Called
from sim.drill.line import Kind, Line, State
from sim.drill.master_list import MasterList
from sim.drill.paper.labels import KINDS
from sim.drill.paper.times import clock_text, exercise_s, incident_clock_text
from sim.drill.paper.typeset import no_later_s, no_sooner_s, span, t_plus, typeset
from sim.drill.span import share_name
from sim.units import SECONDS_AN_HOUR, volume_text
from sim.words import text as say

TOO_FAR_S = 24.0 * SECONDS_AN_HOUR
"""Nobody plans by the time until a storage is full when it is longer than this [s]."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line; empty where there is nothing to say."""

    number: str
    clock: str
    t_plus: str
    incident_clock: str
    incident: str
    """Only where there are several."""
    phase: str
    kind: str
    tier: str
    text: str
    sender: str
    receiver: str
    medium: str
    way: str
    """From whom to whom by what."""
    state: str
    sheet: str
    done: str
    deadline: str
    slack: str
    missed: str
    evaluate: str
    evidence: str

    @classmethod
    def of(cls, master: MasterList, line: Line, language: str) -> Row:
        """The cells of a line."""
        called = master.called(language)
        sender, receiver = line.sender.in_language(language), line.receiver.in_language(language)
        medium = line.medium.in_language(language)
        return cls(
            number=str(line.number),
            clock=clock_text(master, line.exercise_s, language),
            t_plus=t_plus(line.at_s, language),
            incident_clock=incident_clock_text(master, line, language),
            incident=master.incident(line).name.in_language(language) if len(master.incidents) > 1 else "",
            phase=say(f"phase_{line.phase}", language),
            kind=kind_text(line.kind, language),
            tier=called.tier(line.tier),
            text=typeset(line.text.in_language(language), language),
            sender=sender,
            receiver=receiver,
            medium=medium,
            way=way_text(sender, receiver, medium, language),
            state=state_text(called, line.state),
            sheet=called.job(line.sheet) if line.sheet else "",
            done=done_text(line, language),
            deadline=deadline_text(master, line, language),
            slack=slack_text(line, language),
            missed=missed_text(called, line),
            evaluate=line.evaluate.in_language(language),
            evidence=line.evidence.in_language(language),
        )


def kind_text(kind: Kind, language: str) -> str:
    """What a kind is called where it stands alone.

    >>> kind_text(Kind.ACTION, "en")
    'Expected action'
    """
    text = KINDS[kind].in_language(language)
    return text[:1].upper() + text[1:]


def way_text(sender: str, receiver: str, medium: str, language: str) -> str:
    """From whom to whom by what; whoever does something alone stands alone."""
    way = sender if sender == receiver else say("arrow", language, sender=sender, receiver=receiver)
    way = way if sender and receiver else sender or receiver
    return say("by_medium", language, way=way, medium=medium) if way and medium else way or medium


def state_text(called: Called, state: State | None) -> str:
    """How a storage stands: volume, share, depth, and how long until it is full where that is near."""
    if state is None:
        return ""
    place = called.facility(state.storage)
    if volume_text(state.volume_m3) == "0 m3":
        return called.says("state_empty", place=place)
    volume, share = volume_text(state.volume_m3), share_name(state.share).in_language(called.language)
    pieces = [called.says("state_volume", place=place, volume=volume, share=share)]
    if state.level_m is not None:
        pieces.append(called.says("state_level", depth=f"{state.level_m:.2f}"))
    if state.full_in_s == 0:
        pieces.append(called.says("state_is_full"))
    elif state.full_in_s <= TOO_FAR_S:
        pieces.append(called.says("state_full", time=span(no_later_s(state.full_in_s), called.language)))
    return typeset(called.says("state_joint").join(pieces), called.language)


def done_text(line: Line, language: str) -> str:
    """When the run has an action done."""
    if line.kind is not Kind.ACTION:
        return ""
    return say("paper_not_done", language) if isnan(line.done_s) else t_plus(no_sooner_s(line.done_s), language)


def deadline_text(master: MasterList, line: Line, language: str) -> str:
    """The latest time of a line, on both clocks; of an action without one, why."""
    if isfinite(line.deadline_s):
        clock = clock_text(master, exercise_s(master, line.incident, line.deadline_s), language)
        latest = say("deadline_at", language, time=t_plus(no_later_s(line.deadline_s), language), clock=clock)
        first = say("paper_not_before", language, time=earliest_text(line, language)) if line.earliest_s else ""
        return latest + first
    if line.kind is not Kind.ACTION:
        return ""
    return say("deadline_lost" if line.missed else "deadline_none", language)


def slack_text(line: Line, language: str) -> str:
    """Time between when the run has it done and when it must be; how much too early, or too late, where it is."""
    if line.slack_s in (inf, -inf) or isnan(line.slack_s):
        return ""
    if line.early_s:
        return say("paper_early", language, time=span(no_sooner_s(line.early_s), language))
    if line.slack_s < 0:
        return say("paper_late", language, time=span(-said_slack_s(line), language))
    return span(max(said_slack_s(line), 0.0), language)


def said_slack_s(line: Line) -> float:
    """The slack between the two times as they are said, so that a reader who reckons finds the same [s]."""
    return no_later_s(line.deadline_s) - no_sooner_s(line.done_s)


def earliest_text(line: Line, language: str) -> str:
    """Before when an action must not be done."""
    return t_plus(no_sooner_s(line.earliest_s), language)


def missed_text(called: Called, line: Line) -> str:
    """What follows if an action is never done."""
    missed = line.missed
    if missed is None:
        return ""
    tier = called.tier(missed.tier)
    link = called.facility(missed.link)
    text = called.says("missed_text", volume=volume_text(missed.escaped_m3), tier=tier, link=link,
               time=t_plus(missed.first_s, called.language))  # fmt: skip
    return typeset(text, called.language)
