"""What the park does not know, whom it concerns and whom to ask, the most pressing first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.names import not_known, owner, some
from sim.scenario import InflowKind
from sim.study.gaps import Gap, GapSort
from sim.study.gaps.find import gaps_of


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
    "capacity": "owners", GapSort.OVERFLOW: "owners", "who": "command", "known": "control_room", "reports": "office",
    GapSort.NO_WAY_IN: "owners", "quantities": "works", "no_works": "office", "telephones": "office",
    GapSort.NO_SHEET: "owners", GapSort.RATING: "owners", GapSort.POWER: "owners", GapSort.NO_WAY_OUT: "owners",
    GapSort.SENSOR: "owners", GapSort.PLACE: "office", "owners": "office", GapSort.FLOOR: "surveyors",
    "people": "office", GapSort.RECEPTOR: "office", "river": "hydrology", "sources": "office",
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


def _owners(dossier: Dossier, called: Called) -> Asked:
    """Spaces that nobody is said to own, those that the scenarios' water reaches first."""
    spaces = sorted(dossier.park.storages.values(), key=lambda each: each.id not in dossier.reached)
    if names := [called.place(each.id) for each in spaces if owner(called, each) == not_known(called)]:
        yield "owners", names


def _gaps(*sorts: GapSort) -> Callable[[Dossier, Called], Asked]:
    """What the park's list of gaps has of some sorts, where the scenarios' water comes first."""

    def asked(dossier: Dossier, called: Called) -> Asked:
        found = sorted(gaps_of(dossier.park), key=lambda gap: gap.near not in dossier.reached)
        for sort in sorts:
            if names := [_thing(dossier, called, gap) for gap in found if gap.sort is sort]:
                yield sort, names

    return asked


def _thing(dossier: Dossier, called: Called, gap: Gap) -> str:
    """What something is missing of; the park where it is of no single thing."""
    return called.thing(gap.thing) if gap.thing else called.name(dossier.park)


def _people(dossier: Dossier, called: Called) -> Asked:
    if names := [called.crew(each.id) for each in dossier.park.crews.values() if each.people is None]:
        yield "people", names


def _rivers(dossier: Dossier, called: Called) -> Asked:
    """Scenarios that do not say how much the river brings."""
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
    _capacities, _gaps(GapSort.OVERFLOW), _who, _known, _gaps(GapSort.NO_WAY_IN), _risks, _telephones,
    _gaps(GapSort.NO_SHEET, GapSort.RATING, GapSort.POWER, GapSort.NO_WAY_OUT, GapSort.SENSOR, GapSort.PLACE),
    _owners, _gaps(GapSort.FLOOR), _people, _gaps(GapSort.RECEPTOR), _rivers, _sources,
)  # fmt: skip
"""In the order in which a verdict hangs on them."""
