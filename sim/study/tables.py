"""What studies found, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sim.check.tier_verdict import TierVerdict, Verdict
from sim.errors import InputError
from sim.message import Message, about
from sim.record.column import Columns, columns
from sim.record.table import Table, number, read_table
from sim.study.deadlines import Deadline
from sim.study.faults import Broken
from sim.study.limits import Limit, Load
from sim.study.periods import GivesWay, Played
from sim.study.recovery import Emptied, Recovery, Room
from sim.study.space import Space

DEADLINES = columns(
    Deadline, "action", "tier", "keeps", "done at [s]", ("not before [s]", "earliest_s"), "latest [s]", "stands",
    "off [s]", "margin [s]", "lost at [s]", ("possible from [s]", "possible_s"), "monotone", "runs",
)  # fmt: skip
"""A row for every action and tier; `latest` is inf where it need not be done, empty where nothing would do.

`off` is by how much it was too late or too early, as `stands` says: done + off = not before, or done - off =
latest. `margin` is latest - done when in time, and - off otherwise.
"""
UNITS = {Load.SPILL: "m3", Load.FIRE: "s", Load.RAIN: "m"}
LIMITS = columns(
    Limit, "tier", "load", ("unit", lambda each: UNITS[each.load]), ("is", "size"), ("largest held", "largest"),
    "margin", ("least lost", "lost"), "monotone", "runs", ("largest were all counted", "of_all"),
)  # fmt: skip
"""A row for every tier and load; `largest held` is inf where whatever was tried is held, empty where nothing is.

The last column is what it would be were space counted that does not count.
"""
SPACE = columns(Space, "tier", "storage", "extra [m3]", ("not enough [m3]", "lost_m3"), "runs")
"""A row for every breached tier and storage tried; `extra` is empty where no room there would do."""


def in_periods(found: Sequence[Played]) -> list[tuple[Played, TierVerdict]]:
    """Every return period with every tier."""
    return [(each, tier) for each in found for tier in each.tiers]


PERIODS: Columns[tuple[Played, TierVerdict]] = columns(
    None, ("period [a]", "0.period_a"), ("rain [mm]", "0.rain_m"), ("tier", "1.tier"),
    ("verdict", "1.word"), ("escaped [m3]", "1.escaped_m3"),
    ("first escape at [s]", "1.first_escape.first_s"), ("first escape over", "1.first_escape.link"),
    ("first escape to", "1.first_escape.target"), ("margin [m3]", "1.margin_m3"),
    ("margin [-]", "1.margin_share"), ("tightest storage", "1.tightest.storage"),
    ("transferred [m3]", "1.transferred_m3"), ("uncounted [m3]", "1.uncounted_m3"),
)  # fmt: skip
"""A row for every return period and tier; margins are negative where it escaped, empty where no water came."""
GIVES_WAY = columns(
    GivesWay, "tier", ("held up to [a]", "held_a"), ("lost at [a]", "lost_a"), ("held up to [mm]", "held_m"),
    ("lost at [mm]", "lost_m"), "monotone", "runs",
)  # fmt: skip
"""A row for every tier; `held up to` is empty where the shortest period breaches it, `lost at` where none does."""


def deadlines_from(path: Path) -> list[Deadline]:
    """Deadlines as `DEADLINES.table` has them into a file, equal to the last bit.

    Raises:
        InputError: it is missing, or not of this version.
    """
    return [_deadline_from(row, path) for row in read_table(path, DEADLINES.header)]


def _deadline_from(row: Sequence[str], path: Path) -> Deadline:
    """One row; how it stands, what it is off by and its margin follow from the rest."""
    action, tier, keeps, done, earliest, latest, _, _, _, lost, possible, monotone, runs = row
    try:
        times = {"done_s": number(done), "latest_s": number(latest), "lost_s": number(lost),
                 "earliest_s": number(earliest), "possible_s": number(possible)}  # fmt: skip
        return Deadline(action, tier, Verdict(keeps), **times, monotone=monotone == "true", runs=int(runs))
    except ValueError as error:
        raise InputError(about(path, Message("is no table of deadlines: {error}; make it anew with `deadlines`",
                                             error=str(error)))) from None  # fmt: skip


def faults_table(found: Sequence[Broken], tiers: Sequence[str]) -> Table:
    """A row for every fault, or every two: what fails, every tier's verdict, and what escapes more than without."""
    count = max((len(each.faults) for each in found), default=1)
    numbers = [(k, f" {k + 1}" if count > 1 else "") for k in range(count)]
    return columns(
        Broken, *((f"fault{number}", f"faults.{k}") for k, number in numbers),
        *((f"sort{number}", f"sorts.{k}") for k, number in numbers),
        *((tier, f"outcomes.{k}.word") for k, tier in enumerate(tiers)), "worse", ("escaped more [m3]", "escaped_m3"),
        "felt",
    ).table(found)  # fmt: skip


def closing_table(action: str, found: Sequence[Played]) -> Table:
    """The same for every time at which an action is done; `done at` is inf for never."""
    of = columns(None, ("action", lambda _: action), ("done at [s]", "0.done_s"), *PERIODS)
    return of.table(in_periods(found))


def recovery_table(found: Recovery) -> Table:
    """A row for every storage that accident water reached, then for every tier, then for the whole park.

    Times count from the horizon; `back after` is inf for not within the study.
    """
    rows = [*(("storage", each) for each in found.storages), *(("tier", each) for each in found.tiers),
            ("park", found.whole)]  # fmt: skip
    shown: Columns[tuple[str, Emptied]] = columns(
        None, ("what", "0"), ("id", lambda row: row[1].id or found.park.id), ("tier", lambda row: row[1].tier or None),
        ("start [m3]", "1.start_m3"), ("at the horizon [m3]", "1.standing_m3"), ("held [m3]", "1.held_m3"),
        ("usable [m3]", "1.usable_m3"), ("occupied [-]", "1.share"),
        ("back after [s]", lambda row: found.after(row[1].back_s)),
        ("the rest back after [s]", lambda row: found.after(row[1].back_s if row[0] == "storage" else row[1].others_s)),
        ("left at the end [m3]", "1.left_m3"), ("waits for", lambda row: row[1].waits_for or None),
        ("why not back", "1.why"),
    )  # fmt: skip
    return shown.table(rows)


def second_event_table(found: Recovery) -> Table:
    """A row for every time, and every storage, tier and park: the room that a second accident would find."""
    tiers = {each.id for each in found.tiers}
    return columns(
        Room, ("after [s]", "after_s"),
        ("what", lambda each: "tier" if each.id in tiers else "storage" if each.id else "park"),
        ("id", lambda each: each.id or found.park.id), ("tier", lambda each: each.tier or None), "room [m3]",
        "usable [m3]", ("there again [-]", "share"),
    ).table(found.rooms)  # fmt: skip
