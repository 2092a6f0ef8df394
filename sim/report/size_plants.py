"""What the two families require of a park's plants, a line a plant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.report.plain_table import plain_table
from sim.report.sized import FAMILIES, Sized
from sim.report.sizing import worked
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console


def print_plants(console: Console, plants: Sequence[Sized], language: str = "en") -> None:
    """Print required, available and difference of every plant."""
    from rich.text import Text

    table = plain_table()
    table.add_column(text("plant", language), overflow="fold")
    heads = [f"required_{family}" for family in FAMILIES]
    for key in (*heads, "available", *(f"difference_{family}" for family in FAMILIES)):
        table.add_column(text(key, language), justify="right", no_wrap=True, overflow="fold")
    for each in plants:
        sizings = [each.family(family) for family in FAMILIES]
        required = [worked(sizing.result if sizing else float("nan")) for sizing in sizings]
        differences = [sizing.difference_m3 if sizing else float("nan") for sizing in sizings]
        cells = (Text(worked(value), "bold red" if value < 0 else "") for value in differences)
        table.add_row(Text(each.plant), *map(Text, required), Text(_available(each, language)), *cells)
    console.print(table)
    console.print(Text(text("families", language), "dim"))


def _available(sized: Sized, language: str) -> str:
    """The room there is; both numbers where the families count it differently."""
    found = [sizing.available_m3 for family in FAMILIES if (sizing := sized.family(family))]
    shown = list(dict.fromkeys(map(worked, found))) or [worked(float("nan"))]
    return shown[0] if len(shown) == 1 else text("either", language, a=shown[0], b=shown[1])
