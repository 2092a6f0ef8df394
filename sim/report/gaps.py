"""What is not known of a park: a table for people, and the rows of the lists that are sent out to be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.park import StorageKind
from sim.record.column import Column, Columns, Sort, columns
from sim.report.numbers import NOTHING
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.scenario import Scenario
from sim.study.gaps import Effect, Gap, GapSort, Hangs, Ranked, Whom
from sim.units import volume_text
from sim.words.say import said

if TYPE_CHECKING:
    from rich.console import Console

WIDTHS = {"gap": 20, "thing": 24, "missing": 40, "meanwhile": 22, "tried": 20, "span": 80, "hangs": 34, "question": 44,
          "whom": 18}  # fmt: skip
"""Columns that are ours, with their widths in letters."""
ASKED = {"answer": 14, "unit": 8, "basis": 12, "source": 20, "by": 16, "date": 12}
"""Columns for whoever answers; only the unit stands there already."""
HEAD = "gap_head_"
"""How the keys of heads begin."""
COLUMNS: Columns[Mapping[str, Any]] = columns(
    None, *((HEAD + key, itemgetter(key), width) for key, width in {**WIDTHS, **ASKED}.items())
)
"""Of the lists that are sent out."""
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


def print_sorts(console: Console, spoken: Spoken, gaps: Sequence[Gap], every: bool) -> None:
    """Print how much is missing of each sort, since nothing tells what hangs on it."""
    called = spoken.called
    park = called.park.name.in_language(called.language) or called.park.id
    if not gaps:
        put(console, called.says("gap_none", park=park))
        return
    put(console, called.says("gap_unranked", count=f"{len(gaps):,}", park=park), "")
    sorts = [list(group) for _, group in groupby(gaps, lambda gap: gap.sort)]
    shown: Columns[list[Gap]] = columns(
        None, ("gap_head_missing", lambda group: called.says(f"gap_{group[0].sort}")), ("gap_count", len, Sort.COUNT),
        ("gap_head_meanwhile", partial(_together, spoken)), ("gap_which", partial(_names, spoken)),
    )  # fmt: skip
    put(console, terminal_table(called.language, shown, sorts if every else sorts[:FIRST]))
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
    called = spoken.called
    put(console, _head(spoken, ranks), called.says("gap_assumed_note"), "")
    shown: Columns[Ranked] = columns(
        None, ("gap_head_thing", partial(_asked, spoken), 3),
        ("gap_head_meanwhile", lambda each: spoken.meanwhile(each.gap), 2),
        ("gap_head_tried", lambda each: spoken.tried(each.gap), 2),
        Column("gap_head_hangs", spoken.hangs, mark=lambda each: "bad" if each.hangs is Hangs.VERDICT else "", least=3),
    )  # fmt: skip
    rows = ranks if every else ranks[:FIRST]
    put(console, terminal_table(called.language, shown, rows, leading=1, whole_width=True))
    _print_more(console, called, len(ranks), every)


def _asked(spoken: Spoken, each: Ranked) -> tuple[str, str]:
    """What is missing of what, and what to ask whom."""
    called, gap = spoken.called, each.gap
    what = called.says("colon", name=spoken.thing(gap), what=called.says(f"gap_{gap.sort}"))
    return what, called.says("gap_ask", whom=spoken.whom(gap), question=spoken.question(gap))


def _head(spoken: Spoken, ranks: Sequence[Ranked]) -> str:
    called = spoken.called
    counts = {hangs.name.lower(): f"{sum(each.hangs is hangs for each in ranks):,}" for hangs in Hangs}
    names = called.listed(called.name(each) for each in spoken.scenarios.values())
    park = called.park.name.in_language(called.language) or called.park.id
    return called.says("gap_ranked", count=f"{len(ranks):,}", park=park, scenarios=names, **counts)


def _print_more(console: Console, called: Called, count: int, every: bool) -> None:
    if not every and count > FIRST:
        put(console, called.says("gap_more_rows", count=f"{count - FIRST:,}"))
