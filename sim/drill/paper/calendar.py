"""The exercise as calendar entries (iCalendar, RFC 5545): the whole, its phases, what is expected and what is owed.

An entry's UID comes from its incident and key, which are the same in every list of a scenario, whatever the
numbers and the language. SEQUENCE is 0 unless the entries of an earlier file are given: then a changed entry gets
one more than it had, an unchanged one keeps it, and one that is gone is sent as cancelled. Times are in
UTC, which every calendar shows by its own clock; a scenario knows an offset but no rules of a time zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from sim.drill.clock import clock_of
from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.drill.numbers import line_key
from sim.drill.paper.heading import names_of, title_of
from sim.drill.paper.labels import TYPES
from sim.drill.paper.lead import lead
from sim.drill.paper.parts import parts
from sim.drill.paper.row import Row
from sim.drill.paper.speech import what_is_done
from sim.drill.paper.times import ends_s, exercise_s
from sim.drill.paper.typeset import no_later_s
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.office.wanted import wanted
from sim.units import SECONDS_A_MINUTE
from sim.words import text as say

PRODUCT = "-//three-tier-containment//exercise//EN"
MOST_BYTES = 2**20
"""Largest earlier calendar; one of a thousand entries has half [B]."""
MOST_CHANGES = 2**31 - 1
"""Largest SEQUENCE of an entry (RFC 5545, 3.3.8) [-]."""
DOMAIN = "three-tier-containment"
MARK = "X-THREE-TIER-CONTENT"
"""Property with a mark of an entry's contents, by which a later export sees whether it has changed."""
ALARM_S = {"exercise": 30.0 * SECONDS_A_MINUTE, "action": 5.0 * SECONDS_A_MINUTE}
"""How long before its start an entry reminds people [s]."""
SHORTEST_S = 5.0 * SECONDS_A_MINUTE
"""Calendars show nothing shorter well [s]."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A calendar entry; times since the exercise began [s]."""

    key: str
    from_s: float
    until_s: float
    summary: str
    description: str
    alarm_s: float = 0.0
    """Before the start; 0 for no alarm [s]."""

    @property
    def uid(self) -> str:
        """The same for every export."""
        return f"{sha256(self.key.encode()).hexdigest()[:24]}@{DOMAIN}"

    def mark(self, starts: datetime) -> str:
        """Changes with everything that people see of it."""
        seen = (starts.isoformat(), self.from_s, self.until_s, self.summary, self.description, self.alarm_s)
        return sha256(repr(seen).encode()).hexdigest()[:16]


def write(master: MasterList, folder: Path, language: str, known: Mapping[str, Any] | None = None) -> list[Path]:
    """Write `calendar.LANGUAGE.ics`; `known` are the entries of an earlier file, see `read_known`.

    Raises:
        InputError: icalendar is not installed, or nobody said when the exercise begins.
    """
    starts = _starts(master)
    calendar = wanted("icalendar", Message("calendars")).Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("x-wr-calname", title_of(master, language))):
        calendar.add(name, value)
    entries = list(_entries(master, language))
    for entry in entries:
        calendar.add_component(_event(entry, starts, (known or {}).get(entry.uid)))
    here = {entry.uid for entry in entries}
    for uid, event in (known or {}).items():
        if uid not in here:
            calendar.add_component(event if event.get("status") == "CANCELLED" else _cancelled(event))
    path = folder / f"calendar.{language}.ics"
    path.write_bytes(calendar.to_ical())
    return [path]


def read_known(path: Path) -> dict[str, Any]:
    """The entries of an earlier file by their UIDs.

    Raises:
        InputError: icalendar is not installed, or the file is no calendar.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(Message("{path} cannot be read: {reason}", path=path, reason=cause(error))) from error
    if len(data) > MOST_BYTES:
        raise InputError(about(path, Message("larger than {most} MB; no calendar of an exercise needs that",
                                             most=f"{MOST_BYTES / 2**20:g}")))  # fmt: skip
    try:
        return dict(map(_known, wanted("icalendar", Message("calendars")).Calendar.from_ical(data).walk("VEVENT")))
    except (ValueError, LookupError, AttributeError, TypeError) as error:  # the library raises each, here and there
        raise InputError(Message("{path} is no calendar (.ics) as this program writes it: {error}", path=path,
                                 error=str(error))) from error  # fmt: skip


def _known(event: Any) -> tuple[str, Any]:
    """An entry by its UID.

    Raises:
        ValueError: it has none, or what it is counted by is no number, or none that a calendar can hold.
    """
    if not event.get("uid"):
        raise ValueError(Message("an entry has no UID"))
    if not 0 <= int(event.get("sequence", 0)) < MOST_CHANGES:
        raise ValueError(Message("an entry has a SEQUENCE that no calendar can hold"))
    return str(event["uid"]), event


def _starts(master: MasterList) -> datetime:
    """When the exercise begins.

    Raises:
        InputError: nobody said, or only without an offset.
    """
    starts = clock_of(master)
    advice = Message('write starts: "2026-06-10 09:00 +08:00" into it, or give the exercise a start (--starts)')
    if starts is None:
        raise InputError(Message("a calendar needs clock times, and scenario '{id}' has none; {advice}",
                                 id=master.incidents[0].id, advice=advice))  # fmt: skip
    if starts.tzinfo is None:
        raise InputError(Message("a calendar needs to know the offset of the start, found {starts}; {advice}",
                                 starts=starts, advice=advice))  # fmt: skip
    return starts


def _entries(master: MasterList, language: str) -> Iterator[Entry]:
    """The exercise, its phases, and every line that somebody has to do something by."""
    ids = "+".join(incident.id for incident in master.incidents)
    about = "\n".join([TYPES[master.exercise.type].in_language(language), lead(master, language),
                       say("confidential", language)])  # fmt: skip
    yield Entry(f"{ids}/exercise", 0.0, ends_s(master), title_of(master, language), about, ALARM_S["exercise"])
    yield from _phases(master, language)
    yield from (_line_entry(master, line, language) for line in master.of(Kind.ACTION, Kind.REPORT))


def _phases(master: MasterList, language: str) -> Iterator[Entry]:
    """Each phase until the next begins."""
    sections = [(part, phase, lines[0].exercise_s) for part in parts(master) for phase, lines in part.sections]
    ends = [*(begins_s for _, _, begins_s in sections[1:]), ends_s(master)]
    for (part, phase, begins_s), until_s in zip(sections, ends, strict=True):
        ids = "+".join(each.id for each in part.incidents)
        name = names_of(part.incidents, language)
        what = say("cal_phase", language, phase=say(f"phase_{phase}", language), name=name)
        yield Entry(f"{ids}/phase/{phase}", begins_s, until_s, what, say(f"intro_{phase}", language))


def _line_entry(master: MasterList, line: Line, language: str) -> Entry:
    """From when it is ordered until the run has it done; a report ends with its deadline."""
    row = Row.of(master, line, language)
    by_s = line.deadline_s if line.kind is Kind.REPORT else line.done_s
    until_s = exercise_s(master, line.incident, by_s) if by_s > line.at_s else line.exercise_s  # NaN is not
    said = [
        row.text,
        row.way,
        say("cal_due", language, deadline=row.deadline) if row.deadline else "",
        say("cal_missed", language, missed=row.missed) if row.missed else "",
    ]
    what = say("cal_action", language, number=row.number, what=what_is_done(master, line, language))
    return Entry(line_key(line), line.exercise_s, until_s, what, "\n".join(filter(None, said)), ALARM_S["action"])


def _event(entry: Entry, starts: datetime, before: Any) -> Any:
    """An entry as a VEVENT; `before` is what it was in an earlier file."""
    from icalendar import Event

    begins, ends = _at(starts, entry.from_s), _at(starts, max(entry.until_s, entry.from_s + SHORTEST_S))
    mark, sequence = entry.mark(starts), 0
    if before is not None:
        changed = str(before.get(MARK)) != mark or before.get("status") == "CANCELLED"
        sequence = int(before.get("sequence", 0)) + changed
    event = Event()
    values = {
        "uid": entry.uid, "dtstamp": starts.astimezone(UTC), "dtstart": begins, "dtend": ends, "sequence": sequence,
        "summary": entry.summary, "description": entry.description, MARK: mark,
    }  # fmt: skip
    for name, value in values.items():
        event.add(name, value)
    if entry.alarm_s:
        event.add_component(_alarm(entry))
    return event


def _at(starts: datetime, at_s: float) -> datetime:
    """In UTC, the minute that all papers say."""
    return (starts + timedelta(seconds=no_later_s(at_s))).astimezone(UTC)


def _alarm(entry: Entry) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(seconds=-entry.alarm_s))
    alarm.add("description", entry.summary)
    return alarm


def _cancelled(event: Any) -> Any:
    """An entry that is gone, for calendars that still show it."""
    again = event.copy(recursive=True)
    again["sequence"] = int(event.get("sequence", 0)) + 1
    again["status"] = "CANCELLED"
    again.subcomponents = []
    return again
