"""The time after an accident, in the terminal: when each space is empty again, and what a second one would find."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from sim.park import Park
from sim.report.deadlines import Notes
from sim.report.naming import link_name, place_name, tier_name
from sim.report.numbers import NOTHING, after_start, days, figure
from sim.study.recovery import SLACK_M3, Emptied, Recovery, Room
from sim.units import SECONDS_A_DAY, volume_text
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def recovery_notes(park: Park, found: Recovery, language: str) -> Notes:
    """Of every tier that accident water reached, when it is empty again."""
    return {each.tier: [_note(park, each, found, language)] for each in found.tiers}


def _note(park: Park, each: Emptied, found: Recovery, language: str) -> str:
    when = days(found.after(each.others_s))
    if not each.is_back:
        return text("rec_but_for", language, when=when, left=volume_text(each.left_m3))
    if found.after(each.back_s) == 0:
        return text("rec_already", language)
    waits = text("rec_waits", language, link=link_name(park, each.waits_for, language)) if each.waits_for else ""
    return text("rec_empty", language, when=when) + waits


def print_recovery(console: Console, park: Park, found: Recovery, language: str = "en") -> None:
    """Print a line for every space that was occupied, then the room that a second accident would find."""
    from rich.text import Text

    links = sum(map(len, found.measures.values()))
    key = "rec_measures" if links else "rec_no_measures"
    console.print(Text(text(key, language, when=after_start(found.from_s), count=links)))
    console.print()
    occupied = [each for each in found.storages if each.held_m3 > SLACK_M3 or found.after(each.back_s) > 0]
    if occupied:
        _print_spaces(console, park, found, occupied, language)
        console.print()
    console.print(Text(_whole_line(found, language)))
    if found.rooms:
        console.print()
        _print_rooms(console, park, found, language)


def _whole_line(found: Recovery, language: str) -> str:
    """When the whole park is empty again, or all of it that ever is."""
    whole = found.whole
    until = days(found.after(found.scenario.horizon_s))
    key = "rec_whole" if whole.is_back else "rec_whole_but_for"
    when, left = days(found.after(whole.others_s)), volume_text(whole.left_m3)
    return text(key, language, held=volume_text(whole.held_m3), when=when, left=left, until=until)


def _table(language: str, *heads: str) -> Table:
    """An empty table whose first column is text, and whose others are figures."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(heads[0], overflow="fold")
    for head in heads[1:]:
        table.add_column(head, justify="right", overflow="fold")
    return table


def _print_spaces(console: Console, park: Park, found: Recovery, occupied: list[Emptied], language: str) -> None:
    from rich.text import Text

    table = _table(language, *(text(key, language) for key in ("rec_space", "rec_held", "rec_share", "rec_back")))
    table.add_column(text("rec_because", language), overflow="fold")
    for each in occupied:
        share = NOTHING if isnan(each.share) else figure(each.share * 100)
        back = days(found.after(each.back_s)) if each.is_back else text("rec_never", language)
        cells = place_name(park, each.id, language), figure(each.held_m3), share, back, because(park, each, language)
        table.add_row(*map(Text, cells))
    console.print(table)


def because(park: Park, each: Emptied, language: str) -> str:
    """What a storage waits for, or why it is not back."""
    link = link_name(park, each.waits_for, language) if each.waits_for else ""
    if each.why is None:
        return link or text("rec_rest", language)
    left = volume_text(each.left_m3)
    return text(f"stays_{each.why}", language, link=link, left=left)


def _print_rooms(console: Console, park: Park, found: Recovery, language: str) -> None:
    """A line a tier and one for the park, a column a time."""
    from rich.text import Text

    times = list(dict.fromkeys(each.after_s for each in found.rooms))
    table = _table(language, text("rec_second", language), *map(days_after, times))
    for tier in (*(each.id for each in found.tiers), ""):
        inside = {each.after_s: room_text(each) for each in found.rooms if each.id == tier and each.tier == tier}
        name = tier_name(park, tier, language) if tier else text("rec_park", language)
        if inside:
            table.add_row(*map(Text, (name, *(inside[at_s] for at_s in times))))
    console.print(table)
    console.print(Text(text("rec_means", language), "dim"))


def days_after(time_s: float) -> str:
    """A whole number of days after the horizon.

    >>> days_after(86400)
    '+1 d'
    """
    return f"+{time_s / SECONDS_A_DAY:g} d"


def room_text(room: Room) -> str:
    """Room in m3, and what share of the usable room that is."""
    share = "" if isnan(room.share) else f"\n{room.share * 100:.0f} %"
    return f"{figure(room.room_m3)}{share}"
