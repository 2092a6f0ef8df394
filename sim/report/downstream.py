"""What came down the river, a line a receptor."""

from __future__ import annotations

from collections.abc import Iterator

from sim.called import Called
from sim.check import Arrival, Downstream
from sim.report.clock import When
from sim.report.numbers import after_start, span
from sim.units import concentration_text


def downstream_lines(called: Called, found: Downstream, when: When = after_start) -> Iterator[str]:
    """Peak and time above the limit of each receptor; why nobody knows; nothing when nothing escaped."""
    if found.unknown:
        yield called.says(f"downstream_{found.unknown}")
    for arrival in found.arrivals:
        yield _seen(called, arrival, when)
        if arrival.bank_factor >= 1.1:
            yield called.says("downstream_bank", factor=f"{arrival.bank_factor:.2g}")


def _seen(called: Called, arrival: Arrival, when: When) -> str:
    """What one receptor saw."""
    receptor = called.park.receptors[arrival.receptor]
    name = called.name(receptor)
    limit = concentration_text(arrival.limit_kg_m3)
    peak = concentration_text(arrival.peak_kg_m3)
    line = called.says("downstream", receptor=name, peak=peak, when=when(arrival.peak_at_s))
    if not arrival.hit:
        return line + called.says("downstream_below", limit=limit)
    since, time = when(arrival.above_from_s), span(arrival.above_for_s)
    return line + called.says("downstream_above", limit=limit, when=since, time=time)
