"""How long shut river sections held out, a line a section."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from sim.check import FillTime, FillTimes
from sim.park import Park
from sim.report.naming import place_name
from sim.report.numbers import after_start, span
from sim.words import text


def section_lines(park: Park, found: FillTimes, language: str) -> Iterator[str]:
    """When each was shut, when it was full or would be, and whether pumps came before; why nobody knows."""
    if not found.known:
        yield text("section_no_trace", language)
    for race in found.found:
        name = place_name(park, race.storage, language)
        key = "section_empty" if race.stood_empty else "section_shut"
        shut = text(key, language, storage=name, when=after_start(race.shut_at_s))
        yield shut + _full(race, language) + _pumps(race, language)


def _full(race: FillTime, language: str) -> str:
    """When it was full; when it would be of one that pumps or the end of the run kept from it."""
    if isnan(race.full_at_s):
        return text("section_never_full", language)
    key = "section_full" if race.stood_full_at_s <= race.full_at_s + 1 else "section_would_be_full"
    return text(key, language, when=after_start(race.full_at_s))


def _pumps(race: FillTime, language: str) -> str:
    """When pumps came, how much sooner or later than it was full, and whether it filled all the same."""
    if isnan(race.pumps_from_s):
        return "" if isnan(race.full_at_s) else text("section_no_pumps", language)
    since = text("section_pumps", language, when=after_start(race.pumps_from_s))
    if isnan(race.spare_s):
        return since
    key = "section_spare" if race.spare_s >= 0 else "section_late"
    line = since + text(key, language, time=span(abs(race.spare_s)))
    if race.stood_full_at_s > max(race.full_at_s, race.pumps_from_s) + 1:
        return line + text("section_filled", language, when=after_start(race.stood_full_at_s))
    return line
