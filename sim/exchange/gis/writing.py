"""Changes put into the files of a park: into its YAML with their basis and source, into the cells of its CSV tables."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sim.errors import Problems
from sim.exchange.gis.held_park import HeldPark, Thing
from sim.exchange.gis.proposal import Change, Keys, by_thing
from sim.load.csv_text import SEPARATORS
from sim.load.files import Files
from sim.load.fold import RECORDS
from sim.load.loading import load_park
from sim.load.node import Block, Scalar
from sim.load.place import Place
from sim.load.rewriting import Rewriting
from sim.load.table_form import CHINESE, TableForm
from sim.park import Basis

_HAN = re.compile("[㐀-䶿一-鿿]")
HEADS = {key: head for head, key in reversed(CHINESE.items()) if key in ("longitude", "latitude", "x", "y", "length")}
"""What a new column is called in a Chinese table."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and what only people can write."""

    files: tuple[str, ...]
    left: tuple[Change, ...]
    tables: tuple[str, ...]
    """Those of the files that are tables, whose rows keep their basis."""


def write(held: HeldPark, changes: Sequence[Change], basis: Basis, source: str) -> Written:
    """Put changes into the files of a park, whose former texts are kept beside them.

    Raises:
        InputError: a file cannot be written, or a former text of it is kept already; nothing is written then.
        Problems: the park could not be read afterwards; every file is what it was then.
    """
    texts: dict[str, Rewriting] = {}
    left: list[Change] = []
    at_once = sorted(by_thing(changes), key=lambda each: each[0].block.place, reverse=True)  # so that places stay right
    for thing, of_it in at_once:
        path = thing.block.place.file
        if not path.lower().endswith((".yaml", ".yml", ".csv")) or _is_shared(held, thing):
            left += of_it
            continue
        if path not in texts:
            texts[path] = Rewriting(path)
        text = texts[path]
        if path.lower().endswith(".csv"):
            left += _Table(text, thing.collection).put(thing, of_it, source)
        else:
            left += _put(text, thing, of_it, f"basis: {basis}, source: {json.dumps(source, ensure_ascii=False)}")
    _save(held, texts)
    return Written(tuple(texts), tuple(left), tuple(each for each in texts if each.lower().endswith(".csv")))


def _is_shared(held: HeldPark, thing: Thing) -> bool:
    """Whether its block is written once for several things, by an alias."""
    return sum(each.block.place == thing.block.place for each in held.things) > 1


def _save(held: HeldPark, texts: dict[str, Rewriting]) -> None:
    """Save all of them or none."""
    saved: list[Rewriting] = []
    try:
        for each in texts.values():
            each.save()
            saved.append(each)
        load_park(held.path)
    except Problems:
        for each in saved:
            each.restore()
        raise


def _put(text: Rewriting, thing: Thing, changes: Sequence[Change], heritage: str) -> list[Change]:
    """Put changes into YAML, from the last to the first; returns those that stand otherwise than they were read."""
    left: list[Change] = []
    old = [(thing.written(*each.key), each) for each in changes]
    for scalar, each in sorted(((scalar, each) for scalar, each in old if scalar), key=lambda pair: pair[0].place,
                               reverse=True):  # fmt: skip
        if not _replace(text, thing, each, scalar, heritage):
            left.append(each)
    new = [(each.key, f"{{value: {each.new}, {heritage}}}") for scalar, each in old if scalar is None]
    entries: dict[str, str] = {}
    for key, value in new:
        entries[key[0]] = value if len(key) == 1 else f"{{{key[1]}: {value}}}"
    if entries:
        text.add(thing.block.place, [f"{key}: {value}" for key, value in entries.items()])
    return left


def _replace(text: Rewriting, thing: Thing, change: Change, old: Scalar, heritage: str) -> bool:
    """Put a value with its basis where another stands; whether it stood there as it was read."""
    holder = _holder(thing.block, change.key)
    if holder is None:
        return text.put(old.place, old.text, f"{{value: {change.new}, {heritage}}}")
    new = dict(each.split(": ", 1) for each in heritage.split(", ", 1))
    there = [(old, change.new), *((node, new[key]) for key in new if isinstance(node := holder.get(key), Scalar))]
    from_the_end = sorted(there, key=lambda pair: pair[0].place, reverse=True)
    done = [text.put(scalar.place, scalar.text, value) for scalar, value in from_the_end]
    missing = [f"{key}: {value}" for key, value in new.items() if key not in holder.entries]
    if missing:
        text.add(holder.place, missing)
    return all(done)


def _holder(block: Block, keys: Keys) -> Block | None:
    """The block with the basis of a value; None where it stands bare."""
    node = block.within(keys[0]).get(keys[1]) if len(keys) > 1 else block.get(keys[0])
    return node if isinstance(node, Block) else None


class _Table:
    """A CSV table in the making."""

    def __init__(self, text: Rewriting, collection: str) -> None:
        self._text = text
        form = TableForm(RECORDS[collection])
        grid = Files().grid(text.path, Place(text.path), form.heads)
        assert grid is not None  # it has been read as a table of the park
        header = grid.rows[0]
        self._line = header[0].place.line
        self._columns = [each.path for each in form.columns(header)]
        self._separator = max(SEPARATORS, key=text.line(self._line).count)
        self._is_chinese = bool(_HAN.search(text.line(self._line)))

    def put(self, thing: Thing, changes: Sequence[Change], source: str) -> list[Change]:
        """Put changes into a row; returns those that have no cell of their own."""
        line = thing.block.place.line
        cells = self._cells(line)
        if cells is None:
            return list(changes)
        for each in changes:
            _set(cells, self._column(each.key), each.new)
        if ("source",) in self._columns:
            place = self._columns.index(("source",))
            before = cells[place].strip('"') if place < len(cells) else ""
            _set(cells, place, _quoted("; ".join(filter(None, [before, source]))))
        self._text.put_line(line, self._separator.join(cells))
        return []

    def _cells(self, line: int) -> list[str] | None:
        """The cells of a line as they are written; None where one of them goes over its end."""
        raw = self._text.line(line)
        if raw.count('"') % 2:
            return None
        return re.findall(rf'(?:^|{self._separator})("(?:[^"]|"")*"|[^{self._separator}]*)', raw)

    def _column(self, key: Keys) -> int:
        """Where a key's cells stand; a new column where the table has none."""
        if key not in self._columns:
            head = HEADS.get(key[0], ".".join(key)) if self._is_chinese else ".".join(key)
            cells = self._cells(self._line) or []
            _set(cells, len(self._columns), head)
            self._text.put_line(self._line, self._separator.join(cells))
            self._columns.append(key)
        return self._columns.index(key)


def _set(cells: list[str], place: int, text: str) -> None:
    cells += [""] * (place + 1 - len(cells))
    cells[place] = text


def _quoted(text: str) -> str:
    """A text as a cell of a CSV file."""
    return '"' + text.replace('"', '""') + '"' if re.search('[",;\t]', text) else text
