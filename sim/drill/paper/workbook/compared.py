"""Whether a cell says something else than was written into it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sim.drill.paper.columns import Column, cell_text
from sim.drill.paper.workbook.cells import SAME_S, SAME_SHARE, clock_time, elapsed_s, plain_text, shown
from sim.park import Name
from sim.park.names import named
from sim.record.column import Sort
from sim.units import SECONDS_A_MINUTE


def differs(column: Column, found: Any, written: Any) -> bool:
    """Whether a cell was changed; `written` is as the workbook remembers it, in SI."""
    if isinstance(written, str) and column.sort is not Sort.CLOCK:
        return plain_text(found) != plain_text(written)
    if found in (None, "") or written is None:
        return (found in (None, "")) != (written is None)
    try:
        return not _same(column.sort, found, written)
    except (ValueError, TypeError):
        return True


def _same(sort: Sort, found: Any, written: Any) -> bool:
    """Whether two values are the same but for rounding."""
    if sort is Sort.ELAPSED:
        return abs(elapsed_s(found) - float(written)) < SAME_S
    if sort is Sort.CLOCK:
        was = datetime.fromisoformat(written).replace(tzinfo=None)
        return abs((clock_time(found, was) - was).total_seconds()) < SAME_S
    value = float(found) * (SECONDS_A_MINUTE if sort is Sort.SPAN else 1.0)
    return abs(value - float(written)) <= SAME_SHARE * max(1.0, abs(float(written)))


def new_name(cells: Mapping[str, Any], key: str, written: Mapping[str, Any]) -> str | None:
    """What a text became; None when it is as it was, or its column is gone."""
    if key not in cells or plain_text(cells[key]) == plain_text(written.get(key)):
        return None
    return plain_text(cells[key])


def _shown(column: Column, found: Any) -> str:
    """A cell as it is read on the sheet."""
    if isinstance(found, int | float) and not isinstance(found, bool):
        return cell_text(column, found * (SECONDS_A_MINUTE if column.sort is Sort.SPAN else 1.0))
    return shown(found) if found not in (None, "") else ""


def run_has(number: int, column: Column, found: Any, written: Any) -> Name:
    """That a cell follows from the run, and what the run has."""
    now, was = _shown(column, found), cell_text(column, written)
    head = Name.of(lambda each: " ".join(column.header.in_language(each).split()))
    return named("list_run_has", number=number, head=head, now=now or named("list_says_nothing"),
                 was=was or named("list_was_nothing"))  # fmt: skip
