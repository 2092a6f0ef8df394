"""What stands on the cover of a document."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sim.drill.clock import clock_of, zone_text
from sim.drill.mark import list_mark
from sim.drill.master_list import Incident, MasterList
from sim.drill.paper.labels import TYPES
from sim.drill.paper.parts import Part
from sim.drill.paper.times import ends_s
from sim.drill.paper.typeset import span
from sim.words import text as say


def names_of(incidents: Iterable[Incident], language: str) -> str:
    """What incidents are called."""
    return say("semicolon", language).join(each.name.in_language(language) for each in incidents)


def part_title(part: Part, number: int, language: str) -> str:
    """What a part of a script is called: an incident with its number, or those that are played together."""
    names = names_of(part.incidents, language)
    return names if len(part.incidents) > 1 else say("part", language, number=str(number), name=names)


def title_of(master: MasterList, language: str) -> str:
    """What an exercise is called."""
    return say("exercise_of", language, names=names_of(master.incidents, language))


def date_text(master: MasterList, language: str) -> str:
    """The day on which it begins, with the time and its offset."""
    starts = clock_of(master)
    if starts is None:
        return say("no_date", language)
    month = say(f"month_{starts.month}", language)
    day = say("date_format", language, day=starts.day, month=month, year=starts.year)
    return f"{day} {starts:%H:%M} {zone_text(starts)}".rstrip()


def version_of(master: MasterList) -> str:
    """A mark of the contents: eight digits that change with any line."""
    return sha256(repr((master.exercise, master.incidents, master.lines)).encode()).hexdigest()[:8]


def facts(master: MasterList, language: str) -> list[tuple[str, str]]:
    """The facts on a cover."""
    found = [
        (say("paper_park", language), master.called(language).name(master.park)),
        (say("incidents", language), names_of(master.incidents, language)),
        (say("date", language), date_text(master, language)),
        (say("type", language), TYPES[master.exercise.type].in_language(language)),
        (say("lasts", language), span(ends_s(master), language)),
        (say("version", language), say("version_text", language, hash=version_of(master))),
        (say("list_mark", language), say("list_mark_text", language, mark=list_mark(master.lines))),
    ]
    hashes = dict.fromkeys(each.inputs_hash[:8] for each in master.incidents if each.inputs_hash)
    return [*found, (say("inputs", language), say("comma", language).join(hashes))] if hashes else found
