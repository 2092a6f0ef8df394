"""What there is to say of the people of a run, in a line or two."""

from __future__ import annotations

from math import isnan

from sim.check.chance import left_to_chance
from sim.check.warning import longest_open_s, warnings
from sim.park import Park
from sim.record.record import Record
from sim.report.numbers import span
from sim.words import text


def people_lines(park: Park, record: Record, language: str) -> list[str]:
    """How warnings ended, and what was left to chance; nothing of a run without either."""
    return [*_warnings(record, language), *_chances(park, record, language)]


def _warnings(record: Record, language: str) -> list[str]:
    """How many warnings were closed within the published half hour, and how many no rule deals with."""
    found = warnings(record)
    answered = [each for each in found if each.answered]
    alone = len(found) - len(answered)
    if not answered:
        return [text("warnings_none", language, count=alone)] if alone else []
    line = text("warnings", language, count=len(answered), closed=sum(each.in_time for each in answered))
    if never := sum(isnan(each.closed_s) for each in answered):
        line += text("warnings_open", language, count=never)
    else:
        line += text("longest", language, time=span(longest_open_s(found)))
    return [line + (text("warnings_alone", language, count=alone) if alone else "")]


def _chances(park: Park, record: Record, language: str) -> list[str]:
    """How many of those at work may fail, and did as their better chance says, or as it was drawn."""
    found = left_to_chance(park, record)
    if not found:
        return []
    return [text("chances", language, sheets=len(found.sheets), sensors=len(found.sensors))]
