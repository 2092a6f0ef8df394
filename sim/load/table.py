"""CSV tables beside a park or scenario file: one object a row, every cell with its place.

Text stays text, as in YAML; a unit in brackets in the header goes with every bare number below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

from sim.errors import InputError
from sim.load.kinds.blocks import Collection, Pairs, Record
from sim.load.kinds.kind import Kind
from sim.load.kinds.numbers import Level, Quantity, Share
from sim.load.kinds.words import Choice, Names, Text
from sim.load.node import HERITAGE, Block, Broken, Entry, Items, Node, RowBuilder, Scalar
from sim.load.place import Faults, Place
from sim.load.reading import Spot
from sim.load.suggest import hint
from sim.units import UnitError

CHINESE = {
    "编号": "id", "名称": "name_zh", "中文名称": "name_zh", "英文名称": "name_en",
    "业主": "plant", "所属单位": "plant", "所属企业": "plant", "类型": "kind", "级别": "tier", "防控级别": "tier",
    "功能": "function", "经度": "longitude", "纬度": "latitude", "东坐标": "x", "北坐标": "y",
    "容量": "capacity", "有效容积": "capacity",
    "面积": "area", "径流系数": "runoff", "排入": "drains_to", "起点": "from", "终点": "to", "流量": "capacity",
    "长度": "length", "备注": "note",
    "时间": "time", "深度": "depth", "雨量": "depth", "累计雨量": "depth", "依据": "basis", "来源": "source",
}  # fmt: skip
"""Headers of Chinese inventories, and the key each stands for."""

NO_HEADERS: Mapping[str, str] = {}
NAMES = {"name_en": "name.en", "name_zh": "name.zh"}
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[,\r\n]|\Z)|([^,"\r\n][^,\r\n]*)?(?=[,\r\n]|\Z)')
_HEADER = re.compile(r"^(.*?)\s*(?:[\[(]\s*([^\])]*?)\s*[\])])?$")
_BARE = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_HARMLESS = {"longitude": "°", "latitude": "°", "major_hazards": "个"}


def read_rows(text: str, file: str, faults: Faults) -> list[list[Scalar]] | None:
    """The cells of a CSV text, row by row, blank rows left out; None when it cannot be read, which is noted."""
    rows: list[list[Scalar]] = [[]]
    line, begin, at = 1, 0, 0
    while at < len(text):
        place = Place(file, line, at - begin + 1)
        match = _CELL.match(text, at)
        if match is None:
            faults.add(place, "", "a quote that is never closed, or text after one; write \"\" for a quote in a cell")
            return None
        rows[-1].append(Scalar((match[2] or "").strip() if match[1] is None else match[1].replace('""', '"'), place))
        line += match.group().count("\n")
        begin = max(begin, match.start() + match.group().rfind("\n") + 1) if "\n" in match.group() else begin
        at = match.end()
        if at < len(text) and text[at] == ",":
            at += 1
            if at == len(text):
                rows[-1].append(Scalar("", Place(file, line, at - begin + 1)))
        elif at < len(text):
            at += 2 if text.startswith("\r\n", at) else 1
            line, begin = line + 1, at
            rows.append([])
    return [row for row in rows if any(cell.text for cell in row)]


@dataclass(frozen=True)
class Column:
    """One column of a table: where its cells go, and the unit its header gives."""

    path: tuple[str, ...]
    unit: str
    broken: bool = False

    def node(self, cell: Scalar) -> Node:
        """What a cell says."""
        if self.broken:
            return Broken(cell.place)
        if self.path[-1] == "tags":
            tags = [tag.strip() for tag in cell.text.split(";")]
            return Items(tuple(Scalar(tag, cell.place) for tag in tags if tag), cell.place)
        bare = self.unit and is_bare(cell.text)
        return Scalar(f"{cell.text} {self.unit}" if bare else cell.text, cell.place)


def read_table(text: str, file: str, record: Record, faults: Faults) -> tuple[list[tuple[str, Entry]], bool]:
    """The objects of a table, each id with its block, and whether these are all; what is wrong is noted."""
    rows = read_rows(text, file, faults)
    if not rows:
        if rows is not None:
            faults.add(Place(file), "", "the table is empty; its first row must name the columns, id among them")
        return [], False
    columns = read_header(rows[0], record, faults)
    ids = [k for k, column in enumerate(columns) if column.path == ("id",)]
    if not ids:
        faults.add(rows[0][0].place, "", "the column id is missing; every row needs an id of its own")
        return [], False
    found = [_object(row, columns, ids[0], faults) for row in rows[1:]]
    whole = [each for each in found if each is not None]
    return whole, len(whole) == len(found)


def _object(row: list[Scalar], columns: list[Column], id: int, faults: Faults) -> tuple[str, Entry] | None:
    """The id and block of one row; None when it has no id, which is noted."""
    block = read_row(row, columns, faults).without("id")
    if id < len(row) and row[id].text:
        return row[id].text, Entry(row[id].place, block)
    faults.add(row[0].place, "", "the id of this row is missing")
    return None


def read_row(row: list[Scalar], columns: list[Column], faults: Faults) -> Block:
    """What a row says, by the columns; cells beyond the last of them are noted."""
    for cell in row[len(columns) :]:
        if cell.text:
            faults.add(cell.place, "", f"{cell.text!r} stands beyond the last column; is there a comma too many?")
    builder = RowBuilder(row[0].place)
    for column, cell in zip(columns, row, strict=False):
        if column.path and (column.broken or cell.text):
            builder.put(column.path, Entry(cell.place, column.node(cell)))
    return builder.block()


def is_bare(text: str) -> bool:
    """Whether a cell holds a number without a unit."""
    return bool(_BARE.fullmatch(text))


def read_header(
    header: list[Scalar], record: Record, faults: Faults, also: Mapping[str, str] = NO_HEADERS
) -> list[Column]:
    """The columns of a table, with `also` other headers for its keys; what is wrong with them is noted."""
    split = [_HEADER.match(normalize("NFKC", cell.text)) for cell in header]
    names = [match[1].strip() if match else "" for match in split]
    keys = [also.get(name, CHINESE.get(name, name.lower())) for name in names]
    keys = [also.get(key, key) for key in keys]
    two_names = any(key in NAMES for key in keys)
    columns: list[Column] = []
    for cell, match, key in zip(header, split, keys, strict=True):
        path = tuple(("name.en" if key == "name" and two_names else NAMES.get(key, key)).split("."))
        unit = (match[2] or "") if match else ""
        text = _fault_of(path, unit, cell, record, [column.path for column in columns])
        if text:
            faults.add(cell.place, "", text)
        known_unit = "" if _HARMLESS.get(path[-1]) == unit else unit
        whole = path[:1] if text else path
        columns.append(Column(whole if key else (), known_unit, broken=bool(text)))
    return columns


def _fault_of(path: tuple[str, ...], unit: str, cell: Scalar, record: Record, before: list[tuple[str, ...]]) -> str:
    """What is wrong with a column; empty when nothing is."""
    if not cell.text or path == ("id",):
        return f"two columns are named {cell.text}; keep one" if path in before and cell.text else ""
    if path in before:
        return f"two columns are named {'.'.join(path)}; keep one"
    if path[0] in HERITAGE and len(path) == 1:
        return ""
    kind = kind_at(record, path)
    if kind is None:
        known = ["id", *(each.key for each in record.fields), "name_en", "name_zh", *HERITAGE]
        return f"unknown column '{cell.text}'; {hint('.'.join(path), known, 'a table knows')}"
    if isinstance(kind, Record | Collection | Pairs):
        return f"{cell.text} has parts; name one a column, such as {'.'.join(path)}.{_first_part(kind)}"
    return _fault_of_unit(kind, path, unit)


def _first_part(kind: Kind) -> str:
    if isinstance(kind, Record):
        return kind.fields[0].key
    if isinstance(kind, Collection):
        part = "rain" if isinstance(kind.keys, Choice) else "ID"
        return f"{part}.{_first_part(kind.of)}" if isinstance(kind.of, Record) else part
    return "area"


def _fault_of_unit(kind: Kind, path: tuple[str, ...], unit: str) -> str:
    """What is wrong with the unit in a header."""
    if not unit or _HARMLESS.get(path[-1]) == unit:
        return ""
    if not isinstance(kind, Quantity | Share | Level):
        return f"no unit belongs to {'.'.join(path)}; found {unit}"
    try:
        kind.parse(f"1 {unit}", Spot.nowhere())
    except (InputError, UnitError) as error:
        return f"the unit of the column: {error}"
    return ""


def kind_at(record: Record, path: tuple[str, ...]) -> Kind | None:
    """The kind of the value at a dotted path below a record; None when it has no such key."""
    kind: Kind = record
    for key in path:
        if isinstance(kind, Record):
            if key not in kind.by_key:
                return None
            kind = kind.by_key[key].kind
        elif isinstance(kind, Collection):
            kind = kind.of
        elif isinstance(kind, Names) and key in {"en", "zh"}:
            kind = Text()
        else:
            return None
    return kind
