"""What a table may hold: its columns, by the keys of a record or by the heads that people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sim.errors import InputError
from sim.load.grid import Heads
from sim.load.head import head_of
from sim.load.kinds.blocks import Collection, Many, Pairs, Record
from sim.load.kinds.kind import Kind, Number
from sim.load.kinds.numbers import Level, Quantity, Share
from sim.load.kinds.sizes import Intensity
from sim.load.kinds.words import Choice, Id, Names, Text
from sim.load.node import HERITAGE, Broken, Items, Node, Scalar
from sim.load.reading import Spot
from sim.load.suggest import did_you_mean
from sim.message import Message
from sim.units import UnitError
from sim.words import LANGUAGES

CHINESE = {
    "编号": "id", "名称": "name_zh", "中文名称": "name_zh", "英文名称": "name_en", "应急空间名称": "name_zh",
    "业主": "plant", "所属单位": "plant", "所属企业": "plant", "类型": "kind",
    "级别": "tier", "防控级别": "tier", "层级": "tier", "防控层级": "tier",
    "权属": "owner", "权属单位": "owner", "产权单位": "owner", "企业名称": "owner",
    "功能": "function", "经度": "longitude", "纬度": "latitude", "东坐标": "x", "北坐标": "y",
    "容量": "capacity", "有效容积": "capacity", "容积": "capacity", "可用容量": "capacity", "有效容量": "capacity",
    "所在区": "district", "所在流域": "river_basin", "所在河流": "river", "地址": "address", "VR链接": "link",
    "面积": "area", "径流系数": "runoff", "排入": "drains_to", "起点": "from", "终点": "to", "流量": "capacity",
    "长度": "length", "备注": "note",
    "报告人": "from", "报告单位": "from", "报告对象": "to", "触发条件": "after", "报告时限": "within", "时限": "within",
    "报告方式": "by", "报告内容": "says", "规定": "rule", "适用规定": "rule",
    "时间": "time", "深度": "depth", "依据": "basis", "来源": "source",
}  # fmt: skip
"""Headers of Chinese inventories, and the key each stands for."""

NAMES = {f"name_{language}": f"name.{language}" for language in LANGUAGES}
DASHES = frozenset(("-", "--", "–", "—", "——", "/", "－", "／"))
"""What stands for nothing in a cell of numbers, or of words to choose from."""
ALIKE = 0.75
"""How alike Chinese heads must be for one to be meant by the other; of short words many are a little alike."""
_HAN = re.compile("[㐀-䶿一-鿿]")
_BARE = re.compile(r"[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_HARMLESS = {"longitude": "°", "latitude": "°", "major_hazards": "个"}


def is_bare(text: str) -> bool:
    """Whether a cell holds a number without a unit."""
    return bool(_BARE.fullmatch(text))


@dataclass(frozen=True)
class Column:
    """One column of a table: where its cells go, and the unit its header gives."""

    path: tuple[str, ...]
    """Empty for a column that is not read."""
    unit: str
    broken: bool = False
    kind: Kind | None = None
    """What its cells are, where that is known."""

    @property
    def fills_down(self) -> bool:
        """Whether a merged cell speaks of every row that it covers; an id and a number are given once."""
        return bool(self.path) and self.path != ("id",) and not isinstance(self.kind, Number)

    def is_none(self, text: str) -> bool:
        """Whether a cell says that there is nothing to say."""
        return text in DASHES and self.kind is not None and not isinstance(self.kind, Text | Names | Id)

    def node(self, cell: Scalar | Broken) -> Node:
        """What a cell says."""
        if self.broken or isinstance(cell, Broken):
            return Broken(cell.place)
        if isinstance(self.kind, Many):
            return Items(tuple(Scalar(each, cell.place) for each in several(cell.text)), cell.place)
        bare = self.unit and is_bare(cell.text)
        return Scalar(f"{cell.text} {self.unit}" if bare else cell.text, cell.place)


def several(text: str) -> list[str]:
    """What a cell with several things in it names.

    >>> several("kind; overflows_to")
    ['kind', 'overflows_to']
    """
    return [each.strip() for each in text.split(";") if each.strip()]


@dataclass(frozen=True)
class TableForm:
    """The columns of a record, under its keys or other heads."""

    record: Record
    also: Mapping[str, str] = field(default_factory=dict)
    """Other heads of this table, beside those of every table, and the key each stands for."""
    needed: tuple[tuple[str, ...], ...] = (("id",),)
    """Of each of these sets of keys one must be there; whoever reads the table says so when none is."""

    def key_of(self, name: str) -> str:
        """The key that a head stands for, or what it says where it stands for none."""
        joined = name.replace(" ", "") if _HAN.search(name) else name.lower()
        key = self.also.get(joined, CHINESE.get(joined, joined))
        return self.also.get(key, key)

    def path_of(self, name: str, two_names: bool = False) -> tuple[str, ...]:
        """Where the cells below a head go."""
        key = self.key_of(name)
        return tuple(("name.en" if key == "name" and two_names else NAMES.get(key, key)).split("."))

    def has(self, path: tuple[str, ...]) -> bool:
        """Whether there is such a column."""
        return path == ("id",) or (path[0] in HERITAGE and len(path) == 1) or kind_at(self.record, path) is not None

    @property
    def heads(self) -> Heads:
        """How the row of heads is known."""
        return Heads(self._knows, self._fits)

    def _knows(self, text: str) -> bool:
        name = head_of(text).name
        return bool(name) and self.has(self.path_of(name))

    def _fits(self, row: Sequence[Scalar]) -> bool:
        keys = {self.path_of(head_of(cell.text).name)[0] for cell in row if cell.text}
        return all(keys & set(each) for each in self.needed)

    def columns(self, header: Sequence[Scalar]) -> list[Column]:
        """The columns under a row of heads; those that the table does not know have no path."""
        heads = [head_of(cell.text) for cell in header]
        two_names = any(self.key_of(head.name) in NAMES for head in heads)
        paths = [self.path_of(head.name, two_names) if head.name else () for head in heads]
        return [self._column(path, head.unit) for path, head in zip(paths, heads, strict=True)]

    def _column(self, path: tuple[str, ...], unit: str) -> Column:
        if not path or not self.has(path):
            return Column((), "")
        known_unit = "" if _HARMLESS.get(path[-1]) == unit else unit
        return Column(path, known_unit, kind=kind_at(self.record, path))

    def meant(self, name: str) -> str | None:
        """The head that is nearly this one."""
        if _HAN.search(name):
            heads = [each for each in (*CHINESE, *self.also) if _HAN.search(each) and self.has(self.path_of(each))]
            return did_you_mean(name.replace(" ", ""), heads, ALIKE)
        known = ["id", *(each.key for each in self.record.fields), "name_en", "name_zh", *HERITAGE]
        return did_you_mean(".".join(self.path_of(name)), known)


def fault_of(column: Column, head: str, unit: str) -> Message | None:
    """What is wrong with a column that is known; None when nothing is."""
    kind, path = column.kind, column.path
    if isinstance(kind, Record | Collection | Pairs):
        return Message("{text} has parts; name one a column, such as {path}.{part}", text=head,
                       path=".".join(path), part=_first_part(kind))  # fmt: skip
    if not unit or kind is None or _HARMLESS.get(path[-1]) == unit:
        return None
    if not isinstance(kind, Quantity | Share | Level | Intensity):
        return Message("no unit belongs to {path}; found {unit}", path=".".join(path), unit=unit)
    try:
        kind.parse(f"1 {unit}", Spot.nowhere())
    except (InputError, UnitError) as error:
        return Message("the unit of the column: {error}", error=str(error))
    return None


def _first_part(kind: Kind) -> str:
    if isinstance(kind, Record):
        return kind.fields[0].key
    if isinstance(kind, Collection):
        part = "rain" if isinstance(kind.keys, Choice) else "ID"
        return f"{part}.{_first_part(kind.of)}" if isinstance(kind.of, Record) else part
    return "area"


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
        elif (isinstance(kind, Names) and key in LANGUAGES) or (isinstance(kind, Number) and key in HERITAGE):
            kind = Text()
        else:
            return None
    return kind
