"""Tables of measured levels, as monitoring platforms write them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from unicodedata import normalize

from sim.errors import InputError
from sim.load.clock_text import spreadsheet_clock
from sim.load.files import Files
from sim.load.kinds.amount import Amount
from sim.load.kinds.blocks import Field, Form, Record
from sim.load.kinds.numbers import Level, Quantity
from sim.load.kinds.words import Choice, ClockTime, Text
from sim.load.node import HERITAGE, Block, Scalar
from sim.load.park_form import NAME
from sim.load.place import Faults, Place
from sim.load.reading import Reading, Spot
from sim.load.table import Table, open_table
from sim.load.table_form import TableForm, is_bare
from sim.message import Message, a
from sim.park import KNOWN_ORIGINS
from sim.units import Dimension
from sim.words import LANGUAGES


@dataclass(frozen=True)
class Gauge(Level):
    """An amount with its unit: a bare 0.5 could be metres as well as a half."""

    def parse(self, text: str, spot: Spot) -> Amount:
        bare = normalize("NFKC", text).strip()
        if is_bare(bare):
            units = Message("{bare} m, {bare} m3 or {bare} %", bare=bare)
            raise InputError(Message("{text} has no unit; write {units}, or put it into the header, such as level [m]",
                                     text=text, units=units))  # fmt: skip
        return super().parse(text, spot)


CHINESE_ORIGINS = {"物料": "product", "消防水": "firewater", "雨水": "rain", "工艺水": "process", "河水": "river"}
LEVEL = Record(a("measured level"), (
    Field("storage", Text(), "Id or name of the storage."),
    NAME,
    Field("level", Gauge(), "What stands in it: a volume, a share of what it holds, or a depth."),
    Field("stage", Gauge(), "The same, but a length is the height of the surface above the zero of the park's floors."),
    Field("unit", Text(), "Unit of a bare level."),
    Field("time", ClockTime(), "When it was measured."),
    Field("origin", Choice("origin", KNOWN_ORIGINS, tuple((zh, Message("write {word}", word=en))
                                                             for zh, en in CHINESE_ORIGINS.items())),
          "What it is; in the proportions of the park file when left out."),
    Field("note", Text(), "Anything worth knowing."),
    Field("capacity", Quantity(Dimension.VOLUME), "Refused, lest it be taken for the level."),
))  # fmt: skip
HEADERS = {
    "id": "storage", **dict.fromkeys(("设施", "设施编号"), "storage"), "设施名称": "name_zh",
    **dict.fromkeys(("测量时间", "采集时间", "更新时间", "监测时间", "timestamp", "datetime"), "time"),
    **dict.fromkeys(("液位", "水深", "存量", "当前液位", "当前水深", "当前存量", "depth"), "level"),
    **dict.fromkeys(("水位", "当前水位", "实时水位", "水位高程", "水面高程", "water level"), "stage"),
    **dict.fromkeys(("单位", "计量单位"), "unit"),
}  # fmt: skip
"""Headers of monitoring platforms, beside those of every table, and the key each stands for."""
COLUMNS = {
    ("storage", "name"): Message("no column says which storage it is; name one storage, id, 编号, 设施, name or 名称"),
    ("level", "stage"): Message("no column says what stands in the storages; name one level, 液位, 水位 or 存量"),
    ("time",): Message("no column says when it was measured; name one time or 时间"),
}
"""Of each of these sets of columns one must be there."""
OTHERS = {
    "capacity": Message("is what a storage can hold, not what stands in it; leave it out, and name the other level"),
    **dict.fromkeys(HERITAGE, Message("is known: all of it is measured, and its source is this file; leave the column "
                                      "out")),
}
"""Columns that other tables may have, and why not this one."""
MEASURES = ("level", "stage")
"""Columns of what stands there; a table has one of them."""
CELLS = {"level": Message("what stands there, such as 2.1 m"),
         "time": Message("when it was measured, such as 2025-07-14 14:20")}  # fmt: skip

FORM = TableForm(LEVEL, HEADERS, tuple(COLUMNS))


def read_levels(path: str, files: Files) -> list[Form]:
    """The rows of a file of levels; what is wrong is noted."""
    table = open_table(path, Place(f"--levels {path}"), FORM, files)
    if table is None:
        return []
    if not table.rows:
        files.faults.add(Place(path), "", Message("no levels are in it; write a row for each below storage, level and "
                                                  "time"))  # fmt: skip
        return []
    if not _are_right(table, files.faults):
        return []
    start = Reading(files.faults, {}).start()
    return [_read(_dated(_with_unit(block)), start.child(" ".join(names_of(block)[:1]))) for block in table.blocks()]


def _with_unit(row: Block) -> Block:
    """A row whose bare level has the unit that stands in a column of its own."""
    unit = row.get("unit")
    for key in MEASURES:
        cell = row.get(key)
        if isinstance(unit, Scalar) and isinstance(cell, Scalar) and is_bare(cell.text):
            row = row.put(key, replace(cell, text=f"{cell.text} {unit.text}"))
    return row


def _dated(row: Block) -> Block:
    """A row whose time is a day's number of a spreadsheet as that day and time."""
    time = row.get("time")
    clock = spreadsheet_clock(time.text) if isinstance(time, Scalar) else None
    return row.put("time", replace(time, text=clock)) if clock and isinstance(time, Scalar) else row


def _are_right(table: Table, faults: Faults) -> bool:
    """Whether all columns are there that must be, and none that must not; notes what is wrong."""
    keys = [column.path[0] if column.path else "" for column in table.columns]
    header, broken = table.header, table.is_broken  # one of which may be what is missing
    wrong = [(cell, Message("{column} {why}", column=cell.text, why=OTHERS[key]))
             for key, cell in zip(keys, header, strict=True) if key in OTHERS]  # fmt: skip
    wrong += [(header[0], text) for wanted, text in COLUMNS.items() if not broken and not set(wanted) & set(keys)]
    if not broken and set(MEASURES) <= set(keys):
        heads = [header[keys.index(key)].text for key in MEASURES]
        text = Message("{heads} is a depth and {heads2} a height above the zero of the floors; keep one of them",
                       heads=heads[0], heads2=heads[1])  # fmt: skip
        wrong.append((header[keys.index("stage")], text))
    for cell, text in wrong:
        faults.add(cell.place, "", text)
    return not broken and not wrong


def names_of(row: Block) -> list[str]:
    """What a row calls its storage: the id first, then its names."""
    nodes = [row.get("storage"), row.get("name"), *(row.within("name").get(key) for key in reversed(LANGUAGES))]
    return [node.text for node in nodes if isinstance(node, Scalar)]


def _read(row: Block, spot: Spot) -> Form:
    """One row; a cell that is missing is noted."""
    for key, wanted in CELLS.items():
        if key not in row.entries and (key != "level" or "stage" not in row.entries):
            spot.fault(row, Message("{key} is missing in this row; write {wanted}", key=key, wanted=wanted))
    return LEVEL.read_block(row, spot)
