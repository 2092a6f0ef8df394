"""What is not known of a park: a table for people, and the rows of the lists that are sent out to be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sim.called import Called
from sim.park import StorageKind
from sim.record.table import Table
from sim.report.numbers import NOTHING
from sim.report.plain_table import plain_table
from sim.scenario import Scenario
from sim.study.gaps import Effect, Gap, GapSort, Hangs, Ranked, Whom
from sim.units import volume_text
from sim.words.say import said

if TYPE_CHECKING:
    from rich.console import Console

TOLD = ("gap", "thing", "missing", "meanwhile", "tried", "span", "hangs", "question", "whom")
"""Columns that are ours."""
ASKED = ("answer", "unit", "basis", "source", "by", "date")
"""Columns for whoever answers; only the unit stands there already."""
FIRST = 10
"""Rows that are printed unless all are asked for."""
NAMES = 3
"""Names that stand for a whole sort."""
WEATHER, WATER = (GapSort.STORM,), (GapSort.RIVER_FLOW, GapSort.RECEPTOR)
"""Sorts that neither a plant nor the park's office can answer."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Gaps of a park in one language."""

    called: Called
    scenarios: Mapping[str, Scenario]
    """By their ids."""

    def thing(self, gap: Gap) -> str:
        """What it is missing of."""
        called = self.called
        if not gap.thing:
            return called.park.name.in_language(called.language) or called.park.id
        match gap.of:
            case "actions":
                return Called(called.park, self.scenarios[gap.scenario], called.language).job(gap.thing)
            case "river":
                return called.place(gap.near)
            case "catchments":
                return called.name(called.park.catchments[gap.thing])
            case _:
                return called.thing(gap.thing)

    def whom(self, gap: Gap) -> str:
        """Whom to ask."""
        called = self.called
        plant = called.park.plants.get(gap.plant)
        who = called.name(plant) if plant else gap.plant or _owner(called, gap)
        return called.says(f"gap_whom_{_whom(called, gap)}", plant=who)

    def question(self, gap: Gap) -> str:
        """What to ask."""
        return self.called.says(f"gap_ask_{gap.sort}", name=self.thing(gap))

    def meanwhile(self, gap: Gap) -> str:
        """What runs assume."""
        of_scenario = gap.sort is GapSort.RIVER_FLOW and not gap.scenario
        sort = "river_of_scenario" if of_scenario else str(gap.sort)
        return self.called.says(f"gap_meanwhile_{sort}", value=self.value(gap.assumed))

    def tried(self, gap: Gap) -> str:
        """Between which ends it is tried."""
        texts = [self.value(value.text) for value in gap.tried]
        if len(texts) < 2:
            return texts[0] if texts else NOTHING
        between = "gap_tried_or" if gap.sort is GapSort.OVERFLOW else "gap_tried_to"
        return self.called.says(between, low=texts[0], high=texts[1])

    def hangs(self, ranked: Ranked) -> str:
        """How much hangs on it."""
        key = f"gap_hangs_{ranked.hangs.name.lower()}"
        said_of = self._effect(ranked.worst) if ranked.worst else self.called.says(key)
        if not ranked.refused:
            return said_of
        why = said(ranked.refused, self.called.language).splitlines()[-1].strip()
        return self.called.says("gap_refused", what=said_of, why=why)

    def _effect(self, effect: Effect) -> str:
        called, tier = self.called, self.called.tier(effect.tier)
        what = called.says("gap_hangs_volume", tier=tier, volume=volume_text(effect.moved_m3))
        if effect.turns:
            before, after = called.says(effect.before), called.says(effect.after)
            what = called.says("gap_hangs_verdict", tier=tier, before=before, after=after)
        scenario = called.name(self.scenarios[effect.scenario])
        return called.says("gap_hangs_with", what=what, value=self.value(effect.value), scenario=scenario)

    def value(self, text: str) -> str:
        """A value as people read it: the name of a place, or a number with its unit."""
        park = self.called.park
        return self.called.place(text) if text in park.storages or text in park.receivers else text

    def row(self, gap: Gap, ranked: Ranked | None) -> dict[str, str]:
        """All of it, by the keys of the columns."""
        span = self.called.says(f"gap_span_{gap.sort}") if gap.tried else ""
        return {
            "gap": gap.id, "thing": self.thing(gap), "missing": self.called.says(f"gap_{gap.sort}"),
            "meanwhile": self.meanwhile(gap), "tried": self.tried(gap), "span": span,
            "hangs": self.hangs(ranked) if ranked else "", "question": self.question(gap), "whom": self.whom(gap),
            **dict.fromkeys(ASKED, ""), "unit": gap.unit,
        }  # fmt: skip


def _whom(called: Called, gap: Gap) -> Whom:
    if gap.sort in WEATHER:
        return Whom.WEATHER
    if _owner(called, gap):
        return Whom.PLANT
    storage = called.park.storages.get(gap.near)
    in_river = storage is not None and storage.kind == StorageKind.RIVER_SECTION
    if gap.sort in WATER or (in_river and gap.of == "storages"):
        return Whom.WATER
    return Whom.PLANT if gap.plant else Whom.OFFICE


def _owner(called: Called, gap: Gap) -> str:
    """Who owns what a gap stands at, as the inventory says; empty where it does not."""
    storage = called.park.storages.get(gap.near)
    return storage.listed.get("owner", "") if storage else ""


def gaps_table(rows: Sequence[Mapping[str, str]], called: Called | None = None) -> Table:
    """The rows under heads in a language, or under their keys for a program."""
    keys = (*TOLD, *ASKED)
    heads = tuple(called.says(f"gap_head_{key}") if called else key for key in keys)
    return Table(heads, [[row[key] for key in keys] for row in rows])


def print_sorts(console: Console, spoken: Spoken, gaps: Sequence[Gap], every: bool) -> None:
    """Print how much is missing of each sort, since nothing tells what hangs on it."""
    from rich.text import Text

    called = spoken.called
    park = called.park.name.in_language(called.language) or called.park.id
    if not gaps:
        console.print(Text(called.says("gap_none", park=park)))
        return
    console.print(Text(called.says("gap_unranked", count=f"{len(gaps):,}", park=park)))
    console.print()
    table = plain_table()
    for key in ("gap_head_missing", "gap_count", "gap_head_meanwhile", "gap_which"):
        table.add_column(called.says(key), overflow="fold", justify="right" if key == "gap_count" else "left")
    sorts = [(sort, list(group)) for sort, group in groupby(gaps, lambda gap: gap.sort)]
    for sort, group in sorts if every else sorts[:FIRST]:
        table.add_row(*map(Text, (called.says(f"gap_{sort}"), f"{len(group):,}", _together(spoken, group),
                                  _names(spoken, group))))  # fmt: skip
    console.print(table)
    _print_more(console, called, len(sorts), every)


def _together(spoken: Spoken, group: Sequence[Gap]) -> str:
    """What runs assume of all of a sort; nothing where that is another value each."""
    texts = {spoken.meanwhile(gap) for gap in group}
    return texts.pop() if len(texts) == 1 else NOTHING


def _names(spoken: Spoken, group: Sequence[Gap]) -> str:
    """The first few of a sort, and how many there are."""
    called = spoken.called
    names = called.listed(spoken.thing(gap) for gap in group[:NAMES])
    more = len(group) - NAMES
    return names if more <= 0 else called.says("gap_and_more", names=names, more=f"{more:,}")


def print_ranked(console: Console, spoken: Spoken, ranks: Sequence[Ranked], every: bool) -> None:
    """Print the gaps on which most hangs, each with its question."""
    from rich.text import Text

    called = spoken.called
    console.print(Text(_head(spoken, ranks)))
    console.print(Text(called.says("gap_assumed_note")))
    console.print()
    table = plain_table(leading=1)
    for key in ("thing", "meanwhile", "tried", "hangs"):
        table.add_column(called.says(f"gap_head_{key}"), overflow="fold", ratio=3 if key in ("thing", "hangs") else 2)
    table.expand = True
    for each in ranks if every else ranks[:FIRST]:
        row = spoken.row(each.gap, each)
        ask = called.says("gap_ask", whom=row["whom"], question=row["question"])
        what = called.says("colon", name=row["thing"], what=row["missing"])
        first = Text(f"{what}\n").append(ask, "dim")
        style = "bold red" if each.hangs is Hangs.VERDICT else ""
        table.add_row(first, Text(row["meanwhile"]), Text(row["tried"]), Text(row["hangs"], style))
    console.print(table)
    _print_more(console, called, len(ranks), every)


def _head(spoken: Spoken, ranks: Sequence[Ranked]) -> str:
    called = spoken.called
    counts = {hangs.name.lower(): f"{sum(each.hangs is hangs for each in ranks):,}" for hangs in Hangs}
    names = called.listed(called.name(each) for each in spoken.scenarios.values())
    park = called.park.name.in_language(called.language) or called.park.id
    return called.says("gap_ranked", count=f"{len(ranks):,}", park=park, scenarios=names, **counts)


def _print_more(console: Console, called: Called, count: int, every: bool) -> None:
    from rich.text import Text

    if not every and count > FIRST:
        console.print(Text(called.says("gap_more_rows", count=f"{count - FIRST:,}")))
