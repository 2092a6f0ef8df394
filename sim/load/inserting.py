"""Values put into a park's files, each with how it is known: into its YAML, or into the cells of its CSV tables."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from sim.errors import InputError
from sim.load.csv_text import separator_of
from sim.load.emit import Data, in_one_line
from sim.load.fold import RECORDS
from sim.load.loading import load_park
from sim.load.node import Block, Node, Scalar
from sim.load.place import Place
from sim.load.rewriting import Rewriting
from sim.load.table_form import CHINESE, TableForm, several
from sim.park import Park

_HAN = re.compile("[㐀-䶿一-鿿]")
HEADS = {key: head for head, key in reversed(CHINESE.items()) if key in ("longitude", "latitude", "x", "y", "length")}
"""What a new column is called in a Chinese table."""


@dataclass(frozen=True, slots=True)
class Inserted:
    """A value, and how it is known; a value that names something has no basis of its own."""

    path: tuple[str, ...]
    """The collection, the id, and the keys below it."""
    text: str
    basis: str = ""
    source: str = ""

    @property
    def data(self) -> Data:
        """As a file says it."""
        known: dict[str, Data] = {"basis": self.basis, "source": self.source}
        return {"value": self.text, **known} if self.basis else self.text


@dataclass(frozen=True, slots=True)
class _Edit:
    """One change of a text: `old` replaced, an entry added where it is empty."""

    place: Place
    old: str
    new: str


def inserted(tree: Block, values: Sequence[Inserted]) -> tuple[Mapping[str, Rewriting], list[Inserted]]:
    """The files with the values in them, by path, not saved yet; and the values that only people can write.

    `tree` is the park with the rows of its tables. Cells of a workbook are for people, and so is what stands in a
    text otherwise than it was read, or once for several things, by an alias.

    Raises:
        InputError: what a file was has been kept before, and would be lost.
    """
    files: dict[str, Rewriting] = {}
    edits: list[tuple[_Edit, Inserted]] = []
    cells: dict[str, list[Inserted]] = {}
    left: list[Inserted] = []
    times = Counter(node.place for of in tree.entries for node in _things(tree, of))
    for each in values:
        here = tree.within(each.path[0]).entries[each.path[1]]
        path = here.node.place.file
        if times[here.node.place] > 1:
            left.append(each)
        elif path.lower().endswith((".yaml", ".yml")):
            edits += [(edit, each) for edit in _edits(here.node, each)]
        elif path.lower().endswith((".xlsx", ".xlsm", ".xls")):
            left.append(each)
        else:
            cells.setdefault(path, []).append(each)
    for edit, each in sorted(edits, key=lambda pair: pair[0].place, reverse=True):  # so that places stay right
        file = files.setdefault(edit.place.file, Rewriting(edit.place.file))
        if not edit.old:
            file.add(edit.place, [edit.new])
        elif not file.put(edit.place, edit.old, edit.new):
            left.append(each)
    for path, of_file in cells.items():
        files[path] = Rewriting(path)
        files[path].replace(_with_cells(files[path].text, of_file))
    return files, left


def _things(tree: Block, collection: str) -> Iterator[Node]:
    return (entry.node for entry in tree.within(collection).entries.values() if isinstance(entry.node, Block))


def save_all(files: Mapping[str, Rewriting], park: str) -> Park:
    """Save all of the files of a park, or none; returns the park as it is then.

    Raises:
        InputError: one cannot be written.
        Problems: the park could not be read afterwards.
    """
    saved: list[Rewriting] = []
    try:
        for each in files.values():
            each.save()
            saved.append(each)
        return load_park(park)
    except InputError:
        for each in saved:
            each.restore()
        raise


def _edits(node: Node, value: Inserted) -> list[_Edit]:
    """What is to be changed below an object for a value."""
    keys, data = value.path[2:], value.data
    for depth, key in enumerate(keys):
        assert isinstance(node, Block)  # the loader has read it
        if key not in node.entries:
            for inner in reversed(keys[depth + 1 :]):
                data = {inner: data}
            return [_Edit(node.place, "", f"{key}: {in_one_line(data)}")]
        node = node.entries[key].node
    if isinstance(node, Scalar):
        return [_Edit(node.place, node.text, in_one_line(data))]
    assert isinstance(node, Block)
    parts = {"value": value.text, "basis": value.basis, "source": value.source}
    return [edit for key, text in parts.items() for edit in _edits(node, Inserted((*value.path[:2], key), text))]


def _with_cells(text: str, values: Sequence[Inserted]) -> str:
    """A CSV text with values in their cells, and columns for them where there are none."""
    form = TableForm(RECORDS[values[0].path[0]])
    separator = separator_of(text, form.heads.knows)
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    place = Place("")
    knowing = [sum(form.heads.knows(cell) for cell in row if cell) for row in rows]
    top = knowing.index(max(knowing))
    found = form.columns([Scalar(cell, place) for cell in rows[top]])
    columns = {column.path: at for at, column in enumerate(found)}
    units = {column.path: f" {column.unit}" for column in found if column.unit}
    ids = {row[columns["id",]].strip(): row for row in rows[top + 1 :] if len(row) > columns["id",]}
    for each in values:
        key = each.path[2:]
        value = each.text.removesuffix(units.get(key, ""))
        for path, cell in ((key, value), ((*key, "basis"), each.basis), ((*key, "source"), each.source)):
            if cell:
                _put(rows[top], ids[each.path[1]], columns, path, cell)
        _put_told(ids[each.path[1]], columns, key[0])
    end = "\r\n" if "\r\n" in text else "\n"
    out = StringIO(newline="")
    for row in rows[top + 1 :]:
        if any(row):
            row.extend([""] * (len(rows[top]) - len(row)))
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()


def _put_told(row: list[str], columns: dict[tuple[str, ...], int], key: str) -> None:
    """Take a key out of those that nobody has told."""
    at = columns.get(("assumed",), len(row))
    if at < len(row):
        row[at] = "; ".join(each for each in several(row[at]) if each != key)


def _put(
    header: list[str], row: list[str], columns: dict[tuple[str, ...], int], path: tuple[str, ...], cell: str
) -> None:
    """Put a cell into its column, which is made where there is none."""
    if path not in columns:
        columns[path] = len(header)
        name = ".".join(path)
        header.append(HEADS.get(name, name) if _HAN.search("".join(header)) else name)
    row.extend([""] * (columns[path] + 1 - len(row)))
    row[columns[path]] = cell
