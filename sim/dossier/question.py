"""What the park does not know, whom it concerns and whom to ask, the most pressing first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.names import some
from sim.park import SETTABLE, LinkKind, Storage
from sim.scenario import InflowKind
from sim.study.gaps.find import OPENINGS


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the papers need and nobody has said."""

    text: str
    """What is not known, with the names of what it is about."""
    whom: str
    """Who can answer it."""


Asked = Iterator[tuple[str, Sequence[str]]]
"""The key of a question and the names of what it is about."""


def questions(dossier: Dossier, language: str) -> Sequence[Question]:
    """Every open question, the most pressing first."""
    called = dossier.called(language)
    found = []
    for ask in ASKED:
        for key, names in ask(dossier, called):
            unique = list(dict.fromkeys(names))
            text = called.says(f"pack_ask_{key}", count=f"{len(unique):,}", names=some(called, unique))
            found.append(Question(text, called.says(f"pack_whom_{WHOM[key]}")))
    return found


WHOM = {
    "capacity": "owners", "who": "command", "known": "control_room", "reports": "office", "quantities": "works",
    "no_works": "office", "telephones": "office", "places": "office", "no_sheet": "owners", "owners": "office",
    "floors": "surveyors", "ratings": "owners", "power": "owners", "people": "office", "receptors": "office",
    "river": "hydrology", "sources": "office",
}
"""Who can answer each question."""


def _capacities(dossier: Dossier, called: Called) -> Asked:
    """Spaces that a verdict hangs on and whose volume is only assumed, or known by nobody."""
    tight = [tier.tightest.storage for each in dossier.played for tier in each.run.result.verdict.tiers
             if tier.tightest is not None]  # fmt: skip
    names = [called.place(id) for id in tight if dossier.uses[id].basis in (None, "assumed")]
    if names:
        yield "capacity", names


def _who(dossier: Dossier, called: Called) -> Asked:
    """Orders that no sheet and no crew stands behind."""
    names = [each.called(called.language).job(order.id) for each, order in dossier.given if not order.job.sheet]
    if names:
        yield "who", names


def _known(dossier: Dossier, called: Called) -> Asked:
    """Scenarios in which nobody detects anything, and those that owe no report for that reason."""
    names = [called.name(each.scenario) for each in dossier.played if not isfinite(each.run.detected_s)]
    if names:
        yield "known", names
    if names := [called.name(each.scenario) for each in dossier.played if not each.reports]:
        yield "reports", names


def _risks(dossier: Dossier, called: Called) -> Asked:
    """What hazardous works hold: the park file has no place for quantities."""
    plants = [called.name(each) for each in dossier.park.plants.values() if each.hazardous]
    if plants:
        yield "quantities", plants
    elif not dossier.park.plants:
        yield "no_works", [called.name(dossier.park)]


def _telephones(dossier: Dossier, called: Called) -> Asked:
    """Nobody's number stands in a park file."""
    posts = [called.says("pack_post_command"), called.says("pack_post_control_room")]
    yield "telephones", [*posts, *map(called.crew, dossier.park.crews)]


def _places(dossier: Dossier, called: Called) -> Asked:
    if names := _spaces(dossier, called, lambda each: each.place is None):
        yield "places", names


def _owners(dossier: Dossier, called: Called) -> Asked:
    if names := _spaces(dossier, called, lambda each: not (each.plant or each.listed.get("owner"))):
        yield "owners", names


def _floors(dossier: Dossier, called: Called) -> Asked:
    if names := _spaces(dossier, called, lambda each: each.floor_m is None):
        yield "floors", names


def _spaces(dossier: Dossier, called: Called, lacks: Callable[[Storage], bool]) -> list[str]:
    """Spaces that lack something, those that the scenarios' water reaches first."""
    touched = dossier.touched
    others = (each for each in dossier.park.storages.values() if each not in touched)
    return [called.place(each.id) for each in (*touched, *others) if lacks(each)]


def _links(dossier: Dossier, called: Called) -> Asked:
    """Facilities that no sheet speaks of, openings without a rating, pumps without a supply."""
    links, sheets = dossier.park.links.values(), {each.facility for each in dossier.park.sheets.values()}
    if names := [called.way(each.id) for each in links if each.kind in SETTABLE and each.id not in sheets]:
        yield "no_sheet", names
    if names := [called.way(each.id) for each in links if each.kind in OPENINGS and each.rating is None]:
        yield "ratings", names
    if names := [called.way(each.id) for each in links if each.kind is LinkKind.PUMP and not each.power]:
        yield "power", names


def _people(dossier: Dossier, called: Called) -> Asked:
    if names := [called.crew(each.id) for each in dossier.park.crews.values() if each.people is None]:
        yield "people", names


def _waters(dossier: Dossier, called: Called) -> Asked:
    """What lies downstream, and how much the river brings."""
    if not dossier.park.receptors:
        yield "receptors", [called.name(dossier.park)]
    dry = [called.name(each.scenario) for each in dossier.played
           if not any(inflow.kind is InflowKind.RIVER for inflow in each.scenario.inflows)]  # fmt: skip
    if dry:
        yield "river", dry


def _sources(dossier: Dossier, called: Called) -> Asked:
    """Numbers of which nobody says where they are from."""
    names = [each.path for each in dossier.park.provenance if not each.source]
    if names:
        yield "sources", names


ASKED: tuple[Callable[[Dossier, Called], Asked], ...] = (
    _capacities, _who, _known, _risks, _telephones, _links, _places, _owners, _floors, _people, _waters, _sources,
)  # fmt: skip
"""In the order in which a verdict hangs on them."""
