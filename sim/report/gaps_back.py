"""What filled-in gaps change in a park, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sim.called import Called, in_both
from sim.exchange.gaps import Answers, Known, Question
from sim.park import Park
from sim.record.column import placed
from sim.report.gaps import Spoken
from sim.report.numbers import NOTHING
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.study.gaps import Gap, GapSort, gaps_of

if TYPE_CHECKING:
    from rich.console import Console

KNOWN = placed("gap_head_thing", "gap_head_missing", "gap_head_meanwhile", "gap_head_answer", "gap_head_source")
NAMING = {GapSort.OVERFLOW: ("storages", "receivers"), GapSort.POWER: ("power_areas",)}
"""Sorts whose answer names something, and of which collections."""
OF_SCENARIOS = tuple(f"{sort}/" for sort in (GapSort.RIVER_FLOW, GapSort.DELAY))
"""How the ids of gaps of a scenario begin, which no park has."""


def questions_of(park: Park) -> dict[str, Question]:
    """What is asked of a park, by the gaps' ids, in both languages."""
    return {gap.id: _question(park, gap) for gap in gaps_of(park)}


def was_asked(park: Park, gap: str) -> bool:
    """Whether an id is that of a gap that something of the park may have had."""
    sort, _, thing = gap.partition("/")
    things = park.storages.keys() | park.links.keys() | park.sheets.keys() | park.catchments.keys() | {""}
    return sort in set(GapSort) and thing in things


def _question(park: Park, gap: Gap) -> Question:
    asked = in_both(park, None, lambda called: Spoken(called, {}).question(gap))
    choices = _choices(park, gap.sort) if gap.sort in NAMING else {}
    return Question(asked, gap.of if gap.key else "", gap.thing, gap.key, choices)


def _choices(park: Park, sort: GapSort) -> Mapping[str, str]:
    """Ids by what people call them, where only one thing is called so."""
    found: dict[str, list[str]] = {}
    for collection in NAMING[sort]:
        for id, each in getattr(park, collection).items():
            for name in {*each.name.values(), *_said(park, sort, id), id}:
                found.setdefault(name, []).append(id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _said(park: Park, sort: GapSort, id: str) -> Iterable[str]:
    """What the list of gaps calls a place; that of those that every park has comes from no file."""
    return in_both(park, None, lambda called: called.place(id)).values() if sort is GapSort.OVERFLOW else ()


def print_known(
    console: Console, called: Called, known: Sequence[Known], by_hand: Sequence[str], answers: Answers
) -> None:
    """Print what each answer changes, which only people can write, and how many rows are empty."""
    spoken = Spoken(called, {})
    gaps = {gap.id: gap for gap in gaps_of(called.park)}

    def cells(each: Known) -> tuple[str, ...]:
        gap, basis = gaps[each.answer.id], called.says(f"basis_{each.answer.basis.text}")
        sources = called.listed((basis, each.answer.source.text))
        answer = each.answer.text.text if each.answer.question.choices else each.text
        before = spoken.value(gap.assumed) or NOTHING
        return spoken.thing(gap), called.says(f"gap_{gap.sort}"), before, answer, sources

    if known:
        put(console, terminal_table(called.language, KNOWN, map(cells, known)), "")
    put(console, *by_hand, called.says("gap_back_counts", known=len(answers.filled), empty=answers.empty))
    if answers.earlier:
        put(console, called.says("gap_back_earlier", gaps=called.listed(answers.earlier)))
