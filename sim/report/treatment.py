"""What there is to say of treatment plants: what counts although it must not, and what they refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.park import Park
from sim.record.event import Accepted, Refused
from sim.report.clock import When
from sim.report.naming import link_name, place_name
from sim.report.numbers import after_start
from sim.words import text

if TYPE_CHECKING:
    from sim.record.record import Record


def counted_lines(park: Park, language: str) -> list[str]:
    """A line for each storage of a treatment plant that counts as emergency space, with the reason given for it."""
    lines = []
    for each in park.storages.values():
        if not each.counts_against_rule:
            continue
        why = each.counts_because.in_language(language) if each.counts_because else text("no_reason", language)
        lines.append(text(f"counted_{each.kind}", language, place=place_name(park, each.id, language), why=why))
    return lines


def refusal_lines(park: Park, record: Record, language: str, when: When = after_start) -> list[str]:
    """A line for each link that a treatment plant refused: since when, how often, and whether it takes it again."""
    lines = []
    turns = [each for each in record.events if isinstance(each, Refused | Accepted)]
    for link in dict.fromkeys(each.subject for each in turns):
        times = [each.at_s for each in turns if isinstance(each, Refused) and each.subject == link]
        taken = [each.at_s for each in turns if isinstance(each, Accepted) and each.subject == link]
        key = "refused_still" if len(taken) < len(times) else "refused_until"
        until = when(taken[-1]) if taken else ""
        name, count = link_name(park, link, language), len(times)
        lines.append(text(key, language, link=name, when=when(times[0]), count=count, until=until))
    return lines
