"""A line of the master list as a scene of the script: what happens, who does what, what is said, told and shown."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, isnan

from sim.called import Called
from sim.check import TierVerdict
from sim.drill.call_sign import call_sign
from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.drill.paper.row import Row, earliest_text, said_slack_s
from sim.drill.paper.sort import REPORTS, sort_of
from sim.drill.paper.speech import Speech, receiver_of, sender_of, speeches, what_is_done, who_acts
from sim.drill.paper.typeset import no_later_s, no_sooner_s, span, t_plus, typeset
from sim.drill.span import share_name
from sim.units import volume_text
from sim.words import text as say


@dataclass(frozen=True, slots=True)
class Scene:
    """The cells of a scene; `row` are those of its line."""

    line: Line
    row: Row
    situation: str
    deed: str
    speeches: tuple[Speech, ...]
    narration: str
    caption: str

    @classmethod
    def of(cls, master: MasterList, line: Line, language: str) -> Scene:
        """The scene of a line."""
        row = Row.of(master, line, language)
        return cls(
            line=line,
            row=row,
            situation=_situation(line, row),
            deed=row.text if line.kind is Kind.ACTION else _deed(master, line, row, language),
            speeches=tuple(speeches(master, line, language)),
            narration=narration(master, line, row, language),
            caption=typeset(_caption(master, line, language), language),
        )


def _situation(line: Line, row: Row) -> str:
    """What has happened; where somebody says so aloud, how the water stands at that time."""
    match line.kind:
        case Kind.ACTION:
            return row.state
        case Kind.CONTINGENCY:
            return row.state or row.text
        case Kind.JUMP:
            return ""
        case _:
            return row.text


def _deed(master: MasterList, line: Line, row: Row, language: str) -> str:
    """Who does what when this happens."""
    sort = sort_of(line, master.exercise.type)
    key = "deed_owed" if sort in REPORTS else f"deed_{sort}"
    names = {"sender": sender_of(line, language), "receiver": receiver_of(line, language)}
    return say(key, language, medium=row.medium, deadline=row.deadline, **names)


def narration(master: MasterList, line: Line, row: Row, language: str) -> str:
    """What the narrator tells the audience: what is at stake, in figures."""
    sort = sort_of(line, master.exercise.type)
    match sort:
        case "begin":
            text = _opening(master, language)
        case "order" | "discuss" | "contingency":
            text = stakes(master.called(language), line)
        case "end":
            text = _outcome(master, line, language)
        case "owed" | "told" | "closing":
            text = say("tell_due", language, deadline=row.deadline)
        case "alarm" | "report":
            text = _joined([say("tell_alarm", language), _as_sentence(row.state, language)], language)
        case "fire" | "rain" | "failed":
            text = say(f"tell_{sort}", language)
        case "measurement":
            text = _as_sentence(row.state, language)
        case _:
            text = ""
    return typeset(text, language)


def stakes(called: Called, line: Line) -> str:
    """What hangs on an action: how much would get past which tier, by when it has to be done."""
    missed = line.missed
    if missed is None:
        return called.says("tell_sure")
    tier = called.tier(missed.tier)
    link, time = called.facility(missed.link), t_plus(missed.first_s, called.language)
    first = called.says("tell_missed", volume=volume_text(missed.escaped_m3), tier=tier, link=link, time=time)
    return _joined([first, _when(line, called.language)], called.language)


def _when(line: Line, language: str) -> str:
    """By when an action has to be done, and how that compares with the run."""
    if not isfinite(line.deadline_s):
        return say("tell_lost", language)
    deadline = t_plus(no_later_s(line.deadline_s), language)
    if isnan(line.done_s):
        return say("tell_latest", language, deadline=deadline)
    done = t_plus(no_sooner_s(line.done_s), language)
    earliest = earliest_text(line, language) if line.earliest_s else ""
    if line.early_s:
        early = span(no_sooner_s(line.early_s), language)
        return say("tell_early", language, earliest=earliest, deadline=deadline, done=done, early=early)
    late = line.slack_s < 0
    slack = span(abs(said_slack_s(line)) if late else max(said_slack_s(line), 0.0), language)
    said = say("tell_late" if late else "tell_deadline", language, deadline=deadline, done=done, slack=slack)
    return _joined([say("tell_first", language, first=earliest), said], language) if earliest else said


def _opening(master: MasterList, language: str) -> str:
    """The lines of defence with their promises; nothing of what will happen."""
    tiers = master.park.tiers.values()
    promises = [
        say("tell_promise", language, tier=tier.name, promise=tier.promise) if str(tier.promise) else
        tier.name.in_language(language) for tier in tiers
    ]  # fmt: skip
    said = say("semicolon", language).join(promises)
    return say("tell_begin", language, park=master.park.name, count=str(len(promises)), promises=said)


def _outcome(master: MasterList, line: Line, language: str) -> str:
    """How every tier ends in the run."""
    brief = master.incident(line).brief
    if brief is None:
        return ""
    said = [
        say("colon", language, name=master.park.tiers[tier.tier].name, what=verdict_text(tier, language))
        for tier in brief.tiers
    ]
    return say("tell_verdicts", language, verdicts=say("semicolon", language).join(said))


def verdict_text(tier: TierVerdict, language: str) -> str:
    """What became of a tier, with what got out and from when on."""
    values = {"volume": volume_text(tier.uncounted_m3)} if tier.only_uncounted else {}
    if tier.first_escape is not None:
        values = {"volume": volume_text(tier.escaped_m3), "time": t_plus(tier.first_escape.first_s, language)}
    return typeset(say(f"verdict_{tier.word}", language, **values), language)


def _caption(master: MasterList, line: Line, language: str) -> str:
    """A few words for the screen."""
    state = line.state
    return say(
        f"cap_{sort_of(line, master.exercise.type).replace('discuss', 'order')}",
        language,
        place=master.called(language).facility(state.storage)
        if state
        else sender_of(line, language),
        share=share_name(state.share).in_language(language) if state else "",
        sheet=what_is_done(master, line, language),
        who=call_sign(who_acts(master, line, language)) if line.kind is Kind.ACTION else sender_of(line, language),
        receiver=receiver_of(line, language),
        time=t_plus(line.at_s, language),
    )


def _as_sentence(text: str, language: str) -> str:
    """With a full stop; nothing for nothing."""
    return say("as_sentence", language, words=text) if text else ""


def _joined(sentences: list[str], language: str) -> str:
    return say("sentence_joint", language, one="", other="").join(each for each in sentences if each)
