"""Orders in words: those of the plan in the languages they are written in, in another one what is to be done."""

from __future__ import annotations

from sim.drill.call_sign import called
from sim.drill.run_of import RunOf
from sim.drill.texts import Texts
from sim.drill.who import thing_name
from sim.park import LinkKind, Name
from sim.record.event import Ordered
from sim.scenario import Action


def order_text(of: RunOf, texts: Texts, order: Ordered, who: Name) -> Name:
    """An order in words: the plan's, with who does it after which sheet."""
    job, sheet, rule = order.subject, of.sheet(order.subject), of.rule(order)
    if sheet is None:
        return texts.fill("decided", order=_action_name(of, texts, job))
    words = _by_language(rule.text if rule else Name())
    plain = texts.fill("action", who=called(who), sheet=sheet.name)
    full = texts.fill("action_text", order=words, who=called(who), sheet=sheet.name)
    return Name(full.en if words.en else plain.en, full.zh if words.zh else plain.zh)


def job_name(of: RunOf, texts: Texts, job: str) -> Name:
    """What people call a job: its sheet's name, or what an action of the script says and does."""
    sheet = of.sheet(job)
    if sheet is not None:
        return sheet.name
    name = _action_name(of, texts, job)
    return Name(name.en.rstrip("."), name.zh.rstrip("。"))


def in_chinese(text: str) -> bool:
    """Whether a text is written in Chinese.

    >>> in_chinese("关闭18号排口"), in_chinese("Shut outfall 18.")
    (True, False)
    """
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def _action_name(of: RunOf, texts: Texts, job: str) -> Name:
    """An action of the script: its words in the languages they are in, else the links that it turns."""
    action = next((each for each in of.scenario.actions if each.id == job), None)
    if action is None:
        return Name(job)
    turns = [_turn(of, texts, action, *each) for each in action.openings]
    done = Name("; ".join(each.en for each in turns) + ".", "；".join(each.zh for each in turns) + "。")
    said = _by_language(action.text)
    if not (said.en or said.zh or turns):
        return Name(job)
    return Name(said.en or done.en, said.zh or done.zh)


def _by_language(text: Name) -> Name:
    """A text by the languages it is in: one that was written as plain text stands as English, whatever it is.

    >>> _by_language(Name("关闭18号排口"))
    Name(en='', zh='关闭18号排口')
    """
    return Name("", text.en) if in_chinese(text.en) and not text.zh else text


def _turn(of: RunOf, texts: Texts, action: Action, link: str, opening: float) -> Name:
    """What is done to one link."""
    pump = of.park.links[link].kind is LinkKind.PUMP
    if link in action.automatic:
        key = "turn_automatic"
    elif opening == 0:
        key = "turn_stop" if pump else "turn_shut"
    else:
        key = "turn_start" if pump else "turn_open"
    return texts.fill(key, link=thing_name(of.park, link))
