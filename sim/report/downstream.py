"""What came down the river, a line a receptor."""

from __future__ import annotations

from collections.abc import Iterator

from sim.check import Arrival, Downstream
from sim.park import Park
from sim.report.clock import When
from sim.report.numbers import after_start, span
from sim.units import concentration_text
from sim.words import text


def downstream_lines(park: Park, found: Downstream, language: str, when: When = after_start) -> Iterator[str]:
    """Peak and time above the limit of each receptor; why nobody knows; nothing when nothing escaped."""
    if found.unknown:
        yield text(f"downstream_{found.unknown}", language)
    for arrival in found.arrivals:
        yield _seen(park, arrival, language, when)
        if arrival.bank_factor >= 1.1:
            yield text("downstream_bank", language, factor=f"{arrival.bank_factor:.2g}")


def _seen(park: Park, arrival: Arrival, language: str, when: When) -> str:
    """What one receptor saw."""
    receptor = park.receptors[arrival.receptor]
    name = receptor.name.in_language(language) or receptor.id
    limit = concentration_text(arrival.limit_kg_m3)
    peak = concentration_text(arrival.peak_kg_m3)
    line = text("downstream", language, receptor=name, peak=peak, when=when(arrival.peak_at_s))
    if not arrival.hit:
        return line + text("downstream_below", language, limit=limit)
    since, time = when(arrival.above_from_s), span(arrival.above_for_s)
    return line + text("downstream_above", language, limit=limit, when=since, time=time)
