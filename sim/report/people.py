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
    """How many warnings there were and how many were closed within the published half hour."""
    found = warnings(record)
    if not found:
        return []
    line = text("warnings", language, count=len(found), closed=sum(each.in_time for each in found))
    if never := sum(isnan(each.closed_s) for each in found):
        return [line + text("warnings_open", language, count=never)]
    return [line + text("longest", language, time=span(longest_open_s(found)))]


def _chances(park: Park, record: Record, language: str) -> list[str]:
    """How many of those at work may fail, and did as their better chance says, or as it was drawn."""
    found = left_to_chance(park, record)
    if not found:
        return []
    return [text("chances", language, sheets=len(found.sheets), sensors=len(found.sensors))]
