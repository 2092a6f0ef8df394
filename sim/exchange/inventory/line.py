"""The lines of a sheet by the keys of their columns, with what the list leaves blank under a value filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sim.exchange.inventory.cells import is_nothing
from sim.exchange.inventory.heads import FORM, Columns
from sim.exchange.inventory.kinds import kind_inside
from sim.exchange.inventory.row import Told
from sim.exchange.inventory.sheet import Sheet
from sim.load.grid import known_in
from sim.load.node import Scalar
from sim.load.place import Place
from sim.load.table import total_word
from sim.load.table_form import is_bare

GROUPED = ("kind", "tier")
"""What a list writes once for a group of rows; left blank, it is that of the row above."""
LEAST_HEADS = 3
"""Known heads in a row below the heads by which it is taken for them once more."""
ALONG = ("owner", "function")
"""What goes along where both of these are blank."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line below the heads: its cells by key, those that say nothing left out."""

    place: Place
    cells: dict[str, Scalar]
    total: str = ""
    """Its word, when it adds others up."""
    told: tuple[Told, ...] = ()
    remark: str = ""
    """The only text in it, when it has one alone; its first one, when it is the heads once more."""
    is_head: bool = False
    """Whether it is the heads once more, as at the top of a printed page."""

    def text(self, key: str) -> str:
        """What a cell says; empty for nothing."""
        return self.cells[key].text if key in self.cells else ""

    def cell(self, key: str) -> Scalar:
        """A cell; an empty one at the beginning of the line where there is none."""
        return self.cells.get(key) or Scalar("", self.place)


def lines_of(sheet: Sheet, columns: Columns, is_tier: Callable[[str], bool]) -> Iterator[Line]:
    """Every line of a sheet; one with a tier alone in it is the head of a section."""
    above: dict[str, Scalar] = {}
    for row in sheet.rows:
        place = Place(row[0].place.file, row[0].place.line, row[0].place.column)
        if _is_head(row):
            yield Line(place, {}, remark=next(cell.text for cell in row if cell.text), is_head=True)
            continue
        word, alone = total_word(row), _alone(row, columns)
        line = Line(place, dict(_cells(columns, row)), word.text if word else "", remark=alone.text if alone else "")
        if alone is not None and not word:
            above = {"tier": alone} if is_tier(alone.text) else above
        elif not word:
            line = _filled(_unmerged(line, sheet, columns), above)
            above = {**above, **{key: line.cells[key] for key in (*GROUPED, *ALONG) if key in line.cells}}
        yield line


def _is_head(row: list[Scalar]) -> bool:
    return FORM.heads.fits(row) and known_in(row, FORM.heads.knows) >= LEAST_HEADS


def _alone(row: list[Scalar], columns: Columns) -> Scalar | None:
    """The only text of a row with nothing else in it, in a sheet that has more to say of a space."""
    filled = [cell for cell in row if not is_nothing(cell.text)]
    return filled[0] if len(filled) == 1 and len(columns.by_key) > 1 and not is_bare(filled[0].text) else None


def _cells(columns: Columns, row: list[Scalar]) -> Iterator[tuple[str, Scalar]]:
    for key, column in columns.by_key.items():
        if column < len(row) and not is_nothing(row[column].text):
            yield key, replace(row[column], text=" ".join(row[column].text.split()))


def _unmerged(line: Line, sheet: Sheet, columns: Columns) -> Line:
    """The line with the words of merged cells that cover it; a number and a name are given once."""
    found, told = dict(line.cells), list(line.told)
    for key in (*GROUPED, *ALONG):
        column = columns.by_key.get(key)
        merged = None if column is None else sheet.merged.get(Place(line.place.file, line.place.line, column + 1))
        if merged is not None and key not in found and not is_nothing(merged.text):
            found[key] = merged
            told.append(Told("read_merged", {"what": key, "text": merged.text}))
    return replace(line, cells=found, told=tuple(told))


def _filled(line: Line, above: dict[str, Scalar]) -> Line:
    """The line with what the list leaves blank under a value; a kind that the name says is that kind."""
    if not line.text("name") and not line.text("name.zh") and not line.text("name.en"):
        return line
    blank = [key for key in GROUPED if key not in line.cells]
    along = [key for key in ALONG if key not in line.cells] if len(blank) == len(GROUPED) else []
    found, told = dict(line.cells), list(line.told)
    name = line.text("name.zh") or line.text("name") or line.text("name.en")
    for key in (*blank, *along):
        if key == "kind" and (inside := kind_inside(name)) is not None:
            found[key] = Scalar(inside, line.place)
            told.append(Told("guessed_kind_of_name", {"what": key, "kind": inside}))
        elif key in above:
            found[key] = above[key]
            told.append(Told("guessed_above", {"what": key, "text": above[key].text}))
    return replace(line, cells=found, told=tuple(told))
