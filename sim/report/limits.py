"""How large an accident each tier holds, and what space would help, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite, isnan
from typing import TYPE_CHECKING

from sim.called import Called
from sim.record.column import Column, Sort
from sim.report.deadlines import Notes
from sim.report.numbers import figure, span
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.study import Limit, Load, Space
from sim.units import volume_text
from sim.words.times import Spoken

if TYPE_CHECKING:
    from rich.console import Console

MOST_PLACES = 3
"""Places for extra space that are printed for a tier; the table in the folder has them all."""


def size_in(called: Called, load: Load, size: float) -> str:
    """The same in the language of the reader."""
    text = size_text(load, size)
    return text.in_language(called.language) if isinstance(text, Spoken) else text


def size_text(load: Load, size: float) -> str:
    """A spill in m3, a fire in hours and minutes, a rain in mm."""
    if load is Load.SPILL:
        return volume_text(size)
    return span(size) if load is Load.FIRE else f"{figure(size * 1000)} mm"


def limit_text(called: Called, limit: Limit) -> str:
    """The most that a tier holds of one load."""
    return _most(called, limit.load, limit.largest) + _mark(limit)


def _mark(limit: Limit) -> str:
    """What is put behind a limit beyond which something larger is held again."""
    return "" if limit.monotone else " *"


def _most(called: Called, load: Load, most: float) -> str:
    """The most of a load, or that there is none, or that it is beyond what was tried."""
    if isnan(most):
        return called.says("held_none")
    return called.says("held_all") if most == inf else size_in(called, load, most)


def uncounted_text(called: Called, limit: Limit) -> str:
    """What a limit would be were space counted that does not count; empty where that makes no difference."""
    if not limit.hangs_on_uncounted:
        return ""
    return called.says("limit_of_all", limit=_load_and_most(called, limit.load, limit.of_all))


def limit_notes(called: Called, found: Sequence[Limit]) -> Notes:
    """Of every tier what it holds at most."""
    notes: Notes = {}
    for tier in called.park.tiers:
        parts = [_load_and_limit(called, each) for each in found if each.tier == tier]
        if parts:
            beside = [uncounted_text(called, each) for each in found if each.tier == tier]
            notes[tier] = [called.says("holds_up_to", loads=called.listed(parts)), *filter(None, beside)]
    return notes


def _load_and_limit(called: Called, limit: Limit) -> str:
    """A load and the most of it, as one phrase."""
    return _load_and_most(called, limit.load, limit.largest) + _mark(limit)


def _load_and_most(called: Called, load: Load, most: float) -> str:
    key = "load_and_limit" if isfinite(most) else "load_and_words"
    return called.says(key, load=called.says(load), limit=_most(called, load, most))


def print_limits(console: Console, called: Called, found: Sequence[Limit], space: Sequence[Space]) -> None:
    """Print a line a tier and a column a load, and below them where how much more room would have been enough."""
    loads = {each.load: each.size for each in found}
    texts = {(each.tier, each.load): limit_text(called, each) for each in found}


    def of(load: Load, size: float) -> Column[str]:
        head = called.says("at_most", load=called.says(load), size=size_text(load, size))
        return Column("", lambda tier: texts[tier, load], Sort.AMOUNT, title=head)

    shown = (Column("tier", called.tier), *(of(load, size) for load, size in loads.items()))
    if loads:
        put(console, terminal_table(called.language, shown, called.park.tiers), "")
    put(console, *_uncounted_lines(called, found), *space_lines(called, space))
    if not all(each.monotone for each in found):
        put(console, called.says("not_monotone_size"))


def _uncounted_lines(called: Called, found: Sequence[Limit]) -> list[str]:
    """Tier by tier, what limits would be were space counted that does not count."""
    told = ((called.tier(each.tier), uncounted_text(called, each)) for each in found)
    return [called.says("limit_of_tier", tier=tier, limit=limit) for tier, limit in told if limit]


def space_lines(called: Called, found: Sequence[Space]) -> list[str]:
    """Of every breached tier the places where the least more room would have kept it."""
    lines = []
    for tier in dict.fromkeys(each.tier for each in found):
        helping = [each for each in found if each.tier == tier and each.helps]
        places = [
            called.says("more_in", volume=volume_text(each.extra_m3), place=called.place(each.storage))
            for each in helping[:MOST_PLACES]
        ]
        name, listed = called.tier(tier), called.says("or").join(places)
        lines.append(called.says("room" if places else "no_room", tier=name, places=listed))
    return lines
