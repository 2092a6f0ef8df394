"""The time after an accident, in the terminal: when each space is empty again, and what a second one would find."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING

from sim.called import Called
from sim.record.column import Column, Sort
from sim.report.deadlines import Notes
from sim.report.numbers import after_start, days, figure
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.study.recovery import SLACK_M3, Emptied, Recovery, Room
from sim.units import SECONDS_A_DAY, volume_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def recovery_notes(called: Called, found: Recovery) -> Notes:
    """Of every tier that accident water reached, when it is empty again."""
    return {each.tier: [_note(called, each, found)] for each in found.tiers}


def _note(called: Called, each: Emptied, found: Recovery) -> str:
    when = days(found.after(each.others_s))
    if not each.is_back:
        return called.says("rec_but_for", when=when, left=volume_text(each.left_m3))
    if found.after(each.back_s) == 0:
        return called.says("rec_already")
    waits = called.says("rec_waits", link=called.way(each.waits_for)) if each.waits_for else ""
    return called.says("rec_empty", when=when) + waits


def print_recovery(console: Console, called: Called, found: Recovery) -> None:
    """Print a line for every space that was occupied, then the room that a second accident would find."""
    links = sum(map(len, found.measures.values()))
    key = "rec_measures" if links else "rec_no_measures"
    put(console, called.says(key, when=after_start(found.from_s), count=links), "")
    occupied = [each for each in found.storages if each.held_m3 > SLACK_M3 or found.after(each.back_s) > 0]
    if occupied:
        put(console, _spaces(called, found, occupied), "")
    put(console, _whole_line(called, found))
    if found.rooms:
        put(console, "", _rooms(called, found))
        put(console, called.says("rec_means"), style="dim")


def _whole_line(called: Called, found: Recovery) -> str:
    """When the whole park is empty again, or all of it that ever is."""
    whole = found.whole
    until = days(found.after(found.scenario.horizon_s))
    key = "rec_whole" if whole.is_back else "rec_whole_but_for"
    when, left = days(found.after(whole.others_s)), volume_text(whole.left_m3)
    return called.says(key, held=volume_text(whole.held_m3), when=when, left=left, until=until)


def _spaces(called: Called, found: Recovery, occupied: list[Emptied]) -> Table:
    shown: Sequence[Column[Emptied]] = (
        Column("rec_space", lambda each: called.place(each.id)),
        Column("rec_held", lambda each: figure(each.held_m3), Sort.AMOUNT),
        Column("rec_share", lambda each: figure(each.share * 100), Sort.AMOUNT),
        Column("rec_back", lambda each: days(found.after(each.back_s)) if each.is_back else called.says("rec_never"),
               Sort.AMOUNT),
        Column("rec_because", lambda each: because(called, each)),
    )  # fmt: skip
    return terminal_table(called.language, shown, occupied)


def because(called: Called, each: Emptied) -> str:
    """What a storage waits for, or why it is not back."""
    link = called.way(each.waits_for) if each.waits_for else ""
    if each.why is None:
        return link or called.says("rec_rest")
    left = volume_text(each.left_m3)
    return called.says(f"stays_{each.why}", link=link, left=left)


def _rooms(called: Called, found: Recovery) -> Table:
    """A line a tier and one for the park, a column a time."""
    rooms = {(each.id, each.after_s): room_text(each) for each in found.rooms if each.id == each.tier}

    def of(after_s: float) -> Column[str]:
        return Column("", lambda tier: rooms[tier, after_s], Sort.AMOUNT, title=days_after(after_s))

    tiers = [id for id in (*(each.id for each in found.tiers), "") if any(id == tier for tier, _ in rooms)]
    shown: Sequence[Column[str]] = (
        Column("rec_second", lambda tier: called.tier(tier) if tier else called.says("rec_park")),
        *map(of, dict.fromkeys(each.after_s for each in found.rooms)),
    )
    return terminal_table(called.language, shown, tiers)


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
