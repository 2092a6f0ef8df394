"""What there is to say of the people of a run, in a line or two."""

from __future__ import annotations

from math import isnan

from sim.called import Called
from sim.check.chance import left_to_chance
from sim.check.warning import longest_open_s, warnings
from sim.record.record import Record
from sim.report.numbers import span


def people_lines(called: Called, record: Record) -> list[str]:
    """How warnings ended, and what was left to chance; nothing of a run without either."""
    return [*_warnings(called, record), *_chances(called, record)]


def _warnings(called: Called, record: Record) -> list[str]:
    """How many warnings were closed within the published half hour, and how many no rule deals with."""
    found = warnings(record)
    answered = [each for each in found if each.answered]
    alone = len(found) - len(answered)
    if not answered:
        return [called.says("warnings_none", count=alone)] if alone else []
    line = called.says("warnings", count=len(answered), closed=sum(each.in_time for each in answered))
    if never := sum(isnan(each.closed_s) for each in answered):
        line += called.says("warnings_open", count=never)
    else:
        line += called.says("longest", time=span(longest_open_s(found)))
    return [line + (called.says("warnings_alone", count=alone) if alone else "")]


def _chances(called: Called, record: Record) -> list[str]:
    """How many of those at work may fail, and did as their better chance says, or as it was drawn."""
    found = left_to_chance(called.park, record)
    if not found:
        return []
    return [called.says("chances", sheets=len(found.sheets), sensors=len(found.sensors))]
