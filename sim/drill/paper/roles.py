"""Who takes part: roles, never names of people."""

from __future__ import annotations

from dataclasses import dataclass

from sim.drill.line import Kind, Line
from sim.drill.master_list import MasterList
from sim.drill.paper.speech import what_is_done, who_acts
from sim.drill.texts import TEMPLATES
from sim.words import text as say

GIVEN = ("control", "cell", "command", "control_room", "all", "evaluators", "office")
"""Roles that every exercise has, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role, what it does in the exercise, and who calls it by what."""

    name: str
    duty: str
    media: tuple[str, ...]
    callers: tuple[str, ...]


def roles(master: MasterList, language: str) -> list[Role]:
    """Those that send, receive or do something, those of every exercise first, then crews as they come."""
    names = {TEMPLATES[key].in_language(language): key for key in GIVEN}
    reporting = {name.in_language(language) for x in master.of(Kind.REPORT) for name in (x.sender, x.receiver)}
    sheets: dict[str, list[str]] = {}
    for line in master.of(Kind.ACTION):
        sheets.setdefault(who_acts(master, line, language), []).append(what_is_done(master, line, language))
    met = dict.fromkeys([*_met(master, language), *sheets])
    ordered = [name for name in names if name in met] + [name for name in met if name and name not in names]
    return [
        _role(master, name, _duty(names.get(name), sheets.get(name, []), name in reporting, language), language)
        for name in ordered
    ]


def _met(master: MasterList, language: str) -> list[str]:
    return [name for x in master.lines for name in (x.sender.in_language(language), x.receiver.in_language(language))]


def _duty(key: str | None, sheets: list[str], reports: bool, language: str) -> str:
    if key is not None:
        return say(f"duty_{key}", language)
    if sheets:
        return say("duty_crew", language, sheets=say("semicolon", language).join(dict.fromkeys(sheets)))
    return say("duty_reports" if reports else "duty_other", language)


def _role(master: MasterList, name: str, duty: str, language: str) -> Role:
    calls = [line for line in master.lines if _is_called(master, line, name, language)]
    media = dict.fromkeys(line.medium.in_language(language) for line in calls)
    callers = dict.fromkeys(line.sender.in_language(language) for line in calls)
    return Role(name, duty, tuple(filter(None, media)), tuple(each for each in callers if each not in ("", name)))


def _is_called(master: MasterList, line: Line, name: str, language: str) -> bool:
    return name == line.receiver.in_language(language) or (
        line.kind is Kind.ACTION and name == who_acts(master, line, language)
    )
