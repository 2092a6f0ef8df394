"""What is said in both languages at once, since a page holds both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sim.called import Called
from sim.called.happened import happened, reasons_said
from sim.park import Name, Park
from sim.record.event import Cause, Event, Reason
from sim.result import Result
from sim.words import LANGUAGES, text

Said = dict[str, str]
"""What is said, by language."""
UNIT = re.compile(r"(?<![\w-])m([23])(?![\w-])", re.ASCII)
RAISED = {"2": "²", "3": "³"}
OF_NUMBER = re.compile("(?<=[0-9]) (?=%)")
"""Before per cent, where no line is broken."""


def both(say: Callable[[str], str]) -> Said:
    """What a function of the language says in each.

    >>> both(lambda language: text("held", language))
    {'en': 'held', 'zh': '守住'}
    """
    return {language: in_print(say(language)) for language in LANGUAGES}


def in_print(words: str) -> str:
    """Words with units of areas and volumes and with arrows as they are printed, and per cent on the line of its
    number; terminals have them in ASCII.

    >>> in_print("700 m3 of 1.2 万m3 on 50 m2, 8 %: pump-m3 -> pool")
    '700 m³ of 1.2 万m³ on 50 m², 8\xa0%: pump-m3 → pool'
    """
    raised = UNIT.sub(lambda found: "m" + RAISED[found[1]], words).replace(" -> ", " → ")
    return OF_NUMBER.sub("\u00a0", raised)


def words(key: str, **values: object) -> Said:
    """Words of the catalogue in each language; values that are `Said` are put in by language.

    >>> words("sankey_stays", tier=words("held"))
    {'en': 'stays: held', 'zh': '存留：守住'}
    """

    def say(language: str) -> str:
        named = {name: value[language] if isinstance(value, dict) else value for name, value in values.items()}
        return text(key, language, **named)

    return both(say)


def named(name: Name, otherwise: str) -> Said:
    """A name, or what stands for it where there is none."""
    return both(lambda language: name.in_language(language) or otherwise)


def said(result: Result, say: Callable[[Called], str]) -> Said:
    """What is said of a run in each language."""
    return both(lambda language: say(Called(result.park, result.scenario, language)))


def said_lines(result: Result, say: Callable[[Called], Iterable[str]]) -> list[Said]:
    """Lines that are said of a run, as many in each language."""
    found = zip(*(say(Called(result.park, result.scenario, language)) for language in LANGUAGES), strict=True)
    return [both(dict(zip(LANGUAGES, lines, strict=True)).__getitem__) for lines in found]


def place(park: Park, id: str) -> Said:
    """The name of a storage or a receiver."""
    return both(lambda language: Called(park, language=language).place(id))


def tier(park: Park, id: str) -> Said:
    """The name of a tier."""
    return both(lambda language: Called(park, language=language).tier(id))


def link(park: Park, id: str) -> Said:
    """The name of a link; of an overflow or wall with its storage."""
    return both(lambda language: Called(park, language=language).way(id))


def leads(park: Park, id: str) -> Said:
    """A link, and from where to where it leads."""
    return both(lambda language: Called(park, language=language).leads(id))


def action(result: Result, id: str) -> Said:
    """What people call an action or a job."""
    return said(result, lambda called: called.job(id))


def event(result: Result, what: Event) -> Said:
    """What happened."""
    return said(result, lambda called: happened(called, what))


def behind(result: Result, cause: Cause) -> Said:
    """What is behind an event."""
    return said(result, lambda called: called.cause(cause))


def reasons(result: Result, job: str, why: tuple[Reason, ...]) -> Said:
    """Why a job failed."""
    return said(result, lambda called: reasons_said(called, job, why))
