"""What is said in a scene: orders with their read-backs and reports, calls and answers."""

from __future__ import annotations

from math import isfinite, isnan

from sim.drill.call_sign import call_sign
from sim.drill.line import Line
from sim.drill.master_list import MasterList
from sim.drill.paper.sort import sort_of
from sim.drill.paper.typeset import no_later_s, span, t_plus, typeset
from sim.drill.texts import TEMPLATES
from sim.park.names import is_written_in
from sim.words import text as say

Speech = tuple[str, str]
"""Who speaks, and what."""

TALK: dict[str, tuple[tuple[str, str], ...]] = {
    "alarm": (("control_room", "say_alarm"), ("command", "say_alarm_answer")),
    "report": (("control_room", "say_alarm"), ("command", "say_report_answer")),
    "fire": (("sender", "say_plain"), ("command", "say_fire_answer")),
    "ends": (("sender", "say_plain"), ("command", "say_ends_answer")),
    "rain": (("sender", "say_plain"), ("command", "say_rain_answer")),
    "process": (("sender", "say_plain"), ("command", "say_process_answer")),
    "failed": (("sender", "say_failed"), ("command", "say_failed_answer")),
    "fault": (("sender", "say_plain"), ("command", "say_heard")),
    "arrived": (("sender", "say_arrived"), ("command", "say_arrived_answer")),
    "begin": (("control", "say_plain"), ("command", "say_ready")),
    "end": (("control", "say_plain"), ("command", "say_end_answer")),
    "review": (("control", "say_plain"), ("control", "say_review")),
    "inject": (("sender", "say_plain"), ("receiver", "say_heard")),
    "contingency": (("sender", "say_contingency"), ("receiver", "say_contingency_answer")),
    "owed": (("sender", "say_owed"), ("receiver", "say_owed_answer")),
    "told": (("sender", "say_told"), ("receiver", "say_told_answer")),
    "closing": (("sender", "say_closing"), ("receiver", "say_logged")),
    "jump": (("sender", "say_plain"), ("command", "say_jump_answer")),
    "order": (("command", "say_order"), ("who", "say_read_back")),
    "discuss": (("control", "say_ask"),),
    "measurement": (),
}
"""Of each sort of scene who says what, one after the other."""


def speeches(master: MasterList, line: Line, language: str) -> list[Speech]:
    """What is said at a line of the list."""
    sort = sort_of(line, master.exercise.type)
    values = _values(master, line, language)
    found = [(_speaker(line, who, values["who"], language), say(key, language, **values)) for who, key in TALK[sort]]
    if sort == "order" and not isnan(line.done_s):
        found.append((values["who"], say("say_done", language, **values)))
    if sort == "discuss":
        key = "say_expected_fails" if isnan(line.done_s) else "say_expected"
        found.append((TEMPLATES["all"].in_language(language), say(key, language, **values)))
    return [(who, typeset(words, language)) for who, words in found]


def who_acts(master: MasterList, line: Line, language: str) -> str:
    """Who carries a line's action out: the crew of its sheet, whoever plays it; else whom it is said to."""
    sheet = master.park.sheets.get(line.sheet)
    if sheet is not None and sheet.crew:
        return master.called(language).crew(sheet.crew)
    return line.receiver.in_language(language)


def what_is_done(master: MasterList, line: Line, language: str) -> str:
    """What a line's action is called: its sheet's name, or the order without the full stop."""
    known = line.sheet in master.park.sheets
    return master.called(language).job(line.sheet) if known else _asked(line, language).rstrip(".。")


def _asked(line: Line, language: str) -> str:
    """An order without what a table-top puts before it."""
    text = line.text.in_language(language)
    before, _, _ = TEMPLATES["discuss"].in_language(language).partition("{what}")
    return text.removeprefix(before)


def _values(master: MasterList, line: Line, language: str) -> dict[str, str]:
    """Everything that a speech may put in."""
    incident = master.incident(line)
    product = incident.brief.product.in_language(language) if incident.brief else say("product", language)
    return {
        "text": line.text.in_language(language),
        "closed": _closed(line.text.in_language(language)),
        "who": call_sign(who_acts(master, line, language)),
        "sender": sender_of(line, language),
        "sheet": what_is_done(master, line, language),
        "by": _by(line, language),
        "time": t_plus(line.done_s if isfinite(line.done_s) else 0.0, language),
        "check": _check(master, line, language),
        "park": master.park.name.in_language(language),
        "product": product,
    }


def _closed(text: str) -> str:
    """What a closing says is closed, without how.

    >>> _closed("围堰：摄像机1预警处置闭环：核实、处置、反馈。"), _closed("The warning of x is closed: checked.")
    ('围堰：摄像机1预警处置闭环', 'the warning of x is closed')
    """
    head, colon, _ = text.rpartition("：" if "：" in text else ": ")
    head = head if colon else text.rstrip(".。")
    return head[:1].lower() + head[1:]


def _by(line: Line, language: str) -> str:
    """In how long an order has to be done; at once where that is not known or already too late."""
    left_s = line.deadline_s - line.at_s
    if isfinite(left_s) and left_s > 0:
        return say("say_within", language, time=span(no_later_s(left_s), language))
    return say("say_now", language)


def _check(master: MasterList, line: Line, language: str) -> str:
    """What is reported as checked, where the sheet says it in this language."""
    sheet = master.park.sheets.get(line.sheet)
    if sheet is None or not sheet.check or not is_written_in(sheet.check, language):
        return ""
    return say("say_check", language, check=sheet.check.rstrip(".。"))


def _speaker(line: Line, speaker: str, who: str, language: str) -> str:
    """A speaker's name; that of a role as it is in the list's templates."""
    match speaker:
        case "sender":
            return sender_of(line, language)
        case "receiver":
            return receiver_of(line, language)
        case "who":
            return who
        case _:
            return TEMPLATES[speaker].in_language(language)


def sender_of(line: Line, language: str) -> str:
    """Who a line comes from; exercise control where a designer named nobody."""
    return call_sign((line.sender if str(line.sender) else TEMPLATES["control"]).in_language(language))


def receiver_of(line: Line, language: str) -> str:
    """Whom a line is for; everybody where a designer named nobody."""
    return call_sign((line.receiver if str(line.receiver) else TEMPLATES["all"]).in_language(language))
