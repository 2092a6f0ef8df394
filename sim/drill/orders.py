"""Orders in words: those of the plan in the languages they are written in, in another one what is to be done."""

from __future__ import annotations

from sim.drill.call_sign import called
from sim.drill.run_of import RunOf
from sim.drill.texts import Texts
from sim.park import Name
from sim.record.event import Ordered
from sim.words import LANGUAGES


def order_text(of: RunOf, texts: Texts, order: Ordered, who: Name) -> Name:
    """An order in words: the plan's, with who does it after which sheet."""
    job, sheet, rule = order.subject, of.sheet(order.subject), of.rule(order)
    if sheet is None:
        name = of.called(lambda called: called.job(job))
        return texts.fill("decided", order=Name(f"{name.en}.", f"{name.zh}。"))
    said = rule.text if rule else Name()
    words = Name(*(said.only_in(language) for language in LANGUAGES))
    plain = texts.fill("action", who=called(who), sheet=sheet.name)
    full = texts.fill("action_text", order=words, who=called(who), sheet=sheet.name)
    return Name(full.en if words.en else plain.en, full.zh if words.zh else plain.zh)
