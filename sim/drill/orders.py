"""Orders in words: those of the plan in the languages they are written in, in another one what is to be done."""

from __future__ import annotations

from sim.drill.call_sign import called
from sim.drill.run_of import RunOf
from sim.drill.texts import Texts
from sim.park import Name
from sim.park.names import named
from sim.record.event import Ordered


def order_text(of: RunOf, texts: Texts, order: Ordered, who: Name) -> Name:
    """An order in words: the plan's, with who does it after which sheet."""
    job, sheet, rule = order.subject, of.sheet(order.subject), of.rule(order)
    if sheet is None:
        name = of.called(lambda called: called.job(job))
        return texts.fill("decided", order=named("as_sentence", words=name))
    said = rule.text if rule else Name()
    words = Name.of(said.only_in)
    plain = texts.fill("action", who=called(who), sheet=sheet.name)
    full = texts.fill("action_text", order=words, who=called(who), sheet=sheet.name)
    return Name.of(lambda language: (full if language in words else plain).in_language(language))
