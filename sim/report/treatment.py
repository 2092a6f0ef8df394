"""What there is to say of treatment plants: what counts although it must not, and what they refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.called import Called
from sim.record.event import Accepted, Refused
from sim.report.clock import When
from sim.report.numbers import after_start

if TYPE_CHECKING:
    from sim.record.record import Record


def counted_lines(called: Called) -> list[str]:
    """A line for each storage of a treatment plant that counts as emergency space, with the reason given for it."""
    lines = []
    for each in called.park.storages.values():
        if not each.counts_against_rule:
            continue
        why = each.counts_because.in_language(called.language) if each.counts_because else called.says("no_reason")
        lines.append(called.says(f"counted_{each.kind}", place=called.place(each.id), why=why))
    return lines


def refusal_lines(called: Called, record: Record, when: When = after_start) -> list[str]:
    """A line for each link that a treatment plant refused: since when, how often, and whether it takes it again."""
    lines = []
    turns = [each for each in record.events if isinstance(each, Refused | Accepted)]
    for link in dict.fromkeys(each.subject for each in turns):
        times = [each.at_s for each in turns if isinstance(each, Refused) and each.subject == link]
        taken = [each.at_s for each in turns if isinstance(each, Accepted) and each.subject == link]
        key = "refused_still" if len(taken) < len(times) else "refused_until"
        until = when(taken[-1]) if taken else ""
        name, count = called.way(link), len(times)
        lines.append(called.says(key, link=name, when=when(times[0]), count=count, until=until))
    return lines
