"""What the two families require of a park's plants, a line a plant."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import TYPE_CHECKING

from sim.hydrology.sizing import Standard
from sim.record.column import Column, Sort
from sim.report.printing import put
from sim.report.sized import FAMILIES, Sized
from sim.report.sizing import worked
from sim.report.table import terminal_table
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console


def print_plants(console: Console, plants: Sequence[Sized], language: str = "en") -> None:
    """Print required, available and difference of every plant."""
    def required(family: Standard) -> Column[Sized]:
        return Column(f"required_{family}", lambda each: worked(_of(each, family, "result")), Sort.FIGURE)

    def difference(family: Standard) -> Column[Sized]:
        return Column(f"difference_{family}", lambda each: worked(_of(each, family, "difference_m3")), Sort.FIGURE,
                      lambda each: "bad" if _of(each, family, "difference_m3") < 0 else "")  # fmt: skip

    shown: Sequence[Column[Sized]] = (
        Column("plant", lambda each: each.plant), *map(required, FAMILIES),
        Column("available", lambda each: _available(each, language), Sort.FIGURE), *map(difference, FAMILIES),
    )  # fmt: skip
    put(console, terminal_table(language, shown, plants))
    put(console, text("families", language), style="dim")


def _of(each: Sized, family: Standard, name: str) -> float:
    return getattr(each.family(family), name, nan)


def _available(sized: Sized, language: str) -> str:
    """The room there is; both numbers where the families count it differently."""
    found = [sizing.available_m3 for family in FAMILIES if (sizing := sized.family(family))]
    shown = list(dict.fromkeys(map(worked, found))) or [worked(float("nan"))]
    return shown[0] if len(shown) == 1 else text("either", language, a=shown[0], b=shown[1])
