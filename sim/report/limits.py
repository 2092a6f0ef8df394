"""How large an accident each tier holds, and what space would help, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite, isnan
from typing import TYPE_CHECKING

from sim.park import Park
from sim.report.deadlines import Notes
from sim.report.naming import place_name, tier_name
from sim.report.numbers import figure, span
from sim.study import Limit, Load, Space
from sim.units import volume_text
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console

MOST_PLACES = 3
"""Places for extra space that are printed for a tier; the table in the folder has them all."""


def size_text(load: Load, size: float) -> str:
    """A spill in m3, a fire in hours and minutes, a rain in mm."""
    if load is Load.SPILL:
        return volume_text(size)
    return span(size) if load is Load.FIRE else f"{figure(size * 1000)} mm"


def limit_text(limit: Limit, language: str) -> str:
    """The most that a tier holds of one load."""
    return _most(limit.load, limit.largest, language) + ("" if limit.monotone else " *")


def _most(load: Load, most: float, language: str) -> str:
    """The most of a load, or that there is none, or that it is beyond what was tried."""
    if isnan(most):
        return text("held_none", language)
    return text("held_all", language) if most == inf else size_text(load, most)


def uncounted_text(limit: Limit, language: str) -> str:
    """What a limit would be were space counted that does not count; empty where that makes no difference."""
    if not limit.hangs_on_uncounted:
        return ""
    load, most = text(limit.load, language), _most(limit.load, limit.of_all, language)
    return text("limit_of_all", language, load=load, most=most)


def limit_notes(park: Park, found: Sequence[Limit], language: str) -> Notes:
    """Of every tier what it holds at most."""
    notes: Notes = {}
    for tier in park.tiers:
        parts = [_load_and_limit(each, language) for each in found if each.tier == tier]
        if parts:
            beside = [uncounted_text(each, language) for each in found if each.tier == tier]
            notes[tier] = [text("holds_up_to", language, loads=text("comma", language).join(parts)),
                           *filter(None, beside)]  # fmt: skip
    return notes


def _load_and_limit(limit: Limit, language: str) -> str:
    """A load and the most of it, as one phrase."""
    key = "load_and_limit" if isfinite(limit.largest) else "load_and_words"
    return text(key, language, load=text(limit.load, language), limit=limit_text(limit, language))


def print_limits(
    console: Console, park: Park, found: Sequence[Limit], space: Sequence[Space], language: str = "en"
) -> None:
    """Print a line a tier and a column a load, and below them where how much more room would have been enough."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    loads = {each.load: each.size for each in found}
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(text("tier", language), overflow="fold")
    for load, size in loads.items():
        head = text("at_most", language, load=text(load, language), size=size_text(load, size))
        table.add_column(head, justify="right", overflow="fold")
    for tier in park.tiers:
        cells = {each.load: limit_text(each, language) for each in found if each.tier == tier}
        table.add_row(Text(tier_name(park, tier, language)), *(Text(cells[load]) for load in loads))
    if loads:
        console.print(table)
        console.print()
    for line in (*_uncounted_lines(park, found, language), *space_lines(park, space, language)):
        console.print(Text(line))
    if not all(each.monotone for each in found):
        console.print(Text(text("not_monotone_size", language)))


def _uncounted_lines(park: Park, found: Sequence[Limit], language: str) -> list[str]:
    """Tier by tier, what limits would be were space counted that does not count."""
    told = ((tier_name(park, each.tier, language), uncounted_text(each, language)) for each in found)
    return [text("limit_of_tier", language, tier=tier, limit=limit) for tier, limit in told if limit]


def space_lines(park: Park, found: Sequence[Space], language: str) -> list[str]:
    """Of every breached tier the places where the least more room would have kept it."""
    lines = []
    for tier in dict.fromkeys(each.tier for each in found):
        helping = [each for each in found if each.tier == tier and each.helps]
        places = [
            text("more_in", language, volume=volume_text(each.extra_m3), place=place_name(park, each.storage, language))
            for each in helping[:MOST_PLACES]
        ]
        name, listed = tier_name(park, tier, language), text("or", language).join(places)
        lines.append(text("room" if places else "no_room", language, tier=name, places=listed))
    return lines
