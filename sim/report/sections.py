"""How long shut river sections held out, a line a section."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from sim.called import Called
from sim.check import FillTime, FillTimes
from sim.report.clock import When
from sim.report.numbers import after_start, span


def section_lines(called: Called, found: FillTimes, when: When = after_start) -> Iterator[str]:
    """When each was shut, when it was full or would be, and whether pumps came before; why nobody knows."""
    if not found.known:
        yield called.says("section_no_trace")
    for race in found.found:
        name = called.place(race.storage)
        key = "section_empty" if race.stood_empty else "section_shut"
        shut = called.says(key, storage=name, when=when(race.shut_at_s))
        yield shut + _full(called, race, when) + _pumps(called, race, when)


def _full(called: Called, race: FillTime, when: When) -> str:
    """When it was full; when it would be of one that pumps or the end of the run kept from it."""
    if isnan(race.full_at_s):
        return called.says("section_never_full")
    key = "section_full" if race.stood_full_at_s <= race.full_at_s + 1 else "section_would_be_full"
    return called.says(key, when=when(race.full_at_s))


def _pumps(called: Called, race: FillTime, when: When) -> str:
    """When pumps came, how much sooner or later than it was full, and whether it filled all the same."""
    if isnan(race.pumps_from_s):
        return "" if isnan(race.full_at_s) else called.says("section_no_pumps")
    since = called.says("section_pumps", when=when(race.pumps_from_s))
    if isnan(race.spare_s):
        return since
    key = "section_spare" if race.spare_s >= 0 else "section_late"
    line = since + called.says(key, time=span(abs(race.spare_s)))
    if race.stood_full_at_s > max(race.full_at_s, race.pumps_from_s) + 1:
        return line + called.says("section_filled", when=when(race.stood_full_at_s))
    return line
