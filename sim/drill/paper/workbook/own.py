"""A line that a designer wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import nan
from typing import Any

from sim.drill.line import Line, State
from sim.drill.paper.columns import BY_KEY
from sim.drill.paper.workbook.cells import elapsed_s
from sim.drill.paper.workbook.compared import new_name
from sim.drill.paper.workbook.vocabulary import Vocabulary
from sim.park import Name

Find = Callable[[str, Callable[[Any], Any]], Any]
"""What a cell means, by its column and what understands it; None for an empty cell or one that is wrong."""


def own_line(
    cells: Mapping[str, Any], old: Line, words: Vocabulary, language: str, written: Mapping[str, Any], find: Find
) -> Line:
    """The line that a row says, but for its time; `old` is what it said before."""
    names = {BY_KEY[key].field: _name(cells, key, getattr(old, BY_KEY[key].field), language, written)
             for key in ("text", "from", "to", "medium", "evaluate", "evidence")}  # fmt: skip
    storage = find("storage", words.storage)
    deadline_s = find("deadline", elapsed_s)
    return replace(
        old,
        number=0,
        exercise_s=nan,
        kind=find("kind", words.kind) or old.kind,
        phase=find("phase", words.phase) or old.phase,
        tier=find("tier", words.tier) or "",
        incident=find("incident", words.incident) or old.incident,
        state=State(storage, nan, nan, nan) if storage else None,
        sheet=find("sheet", words.sheet) or "",
        deadline_s=nan if deadline_s is None else deadline_s,
        **names,  # type: ignore[arg-type]
    )


def _name(cells: Mapping[str, Any], key: str, old: Name, language: str, written: Mapping[str, Any]) -> Name:
    """A text in the workbook's language, beside what it was in others; emptied, it is empty in all."""
    text = new_name(cells, key, written)
    if text is None:
        return old
    return Name(**{**old, language: text}) if text else Name()
