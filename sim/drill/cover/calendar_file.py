"""A year of drills as calendar entries (iCalendar, RFC 5545).

An entry's UID comes from park, year and drill, and is the same in every export. Times are in UTC, which every calendar
shows by its own clock: they are those of the clock on the park's wall, whose zone is given. Times without a zone are
taken by some calendars for whole days only. Nothing in the file depends on when it is written.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.drill.cover.study import AROUND_S
from sim.drill.cover.year import DRILLED_BY, Planned, Year
from sim.drill.paper.labels import TYPES
from sim.message import Message
from sim.office.wanted import not_installed
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR

if TYPE_CHECKING:
    pass

PRODUCT = "-//three-tier-containment//calendar of drills//EN"
DOMAIN = "three-tier-containment"
BEGINS = time(9)
"""When a drill begins, its briefing half an hour before; assumed."""
SHORTEST_S = 2.0 * SECONDS_AN_HOUR
"""How long a drill takes that has no run behind it: a plant's own round the table; assumed [s]."""


def hours_of(drill: Planned) -> tuple[datetime, datetime]:
    """From briefing to hot wash, by the clock on the park's wall."""
    assert drill.day is not None
    begins = datetime.combine(drill.day, BEGINS)
    around = timedelta(seconds=AROUND_S / 2)
    ends = begins + timedelta(minutes=round((drill.length_s or SHORTEST_S) / SECONDS_A_MINUTE))
    return begins - around, ends + around


def write_calendar(path: Path, called: Called, year: Year, zone: tzinfo) -> None:
    """Write the drills that have a day, by the clock of the park's zone.

    Raises:
        InputError: icalendar is not installed.
    """
    try:
        from icalendar import Calendar
    except ModuleNotFoundError:
        raise not_installed("icalendar", Message("calendars")) from None

    calendar = Calendar()
    title = called.says("year_title", year=year.year, park=called.name(called.park))
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("x-wr-calname", title)):
        calendar.add(name, value)
    for drill in year.placed:
        calendar.add_component(_event(called, year, drill, zone))
    path.write_bytes(calendar.to_ical())


def uid(park: str, year: int, key: str) -> str:
    """The same for every export."""
    return f"{sha256(f'{park}/{year}/{key}'.encode()).hexdigest()[:24]}@{DOMAIN}"


def _event(called: Called, year: Year, drill: Planned, zone: tzinfo) -> Any:
    from icalendar import Event

    begins, ends = (each.replace(tzinfo=zone).astimezone(UTC) for each in hours_of(drill))
    event = Event()
    values = {
        "uid": uid(called.park.id, year.year, drill.key), "dtstamp": datetime(year.year, 1, 1, tzinfo=UTC),
        "dtstart": begins, "dtend": ends,
        "summary": drill.name.in_language(called.language), "description": _about(called, drill),
        "categories": [TYPES[drill.type].in_language(called.language)],
    }  # fmt: skip
    for name, value in values.items():
        event.add(name, value)
    return event


def _about(called: Called, drill: Planned) -> str:
    kind = TYPES[drill.type].in_language(called.language)
    lines = [called.says("cell_about", type=kind[:1].upper() + kind[1:], count=len(drill.sheets), id=drill.key)]
    if drill.teams:
        lines.append(called.says("cell_teams", teams=teams_said(called, drill)))
    if any(called.park.plants[id].hazardous for id in drill.plants):
        lines.append(called.says("cell_report", rule=DRILLED_BY))
    lines += [called.job(id) for id in drill.sheets]
    return "\n".join(lines)


def teams_said(called: Called, drill: Planned) -> str:
    """Who turns out, in words."""
    said = [called.says("team_of", crew=called.crew(crew), count=count)
            for crew, count in drill.teams.items()]  # fmt: skip
    return called.listed(said)
