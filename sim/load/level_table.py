"""Tables of measured levels, as monitoring platforms write them."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from sim.errors import InputError
from sim.load.files import Files
from sim.load.kinds.blocks import Field, Form, Record
from sim.load.kinds.numbers import Amount, Level, Quantity
from sim.load.kinds.words import Choice, ClockTime, Text
from sim.load.node import HERITAGE, Block, Scalar
from sim.load.park_form import NAME
from sim.load.place import Faults, Place
from sim.load.reading import Reading, Spot
from sim.load.table import Column, is_bare, read_header, read_row, read_rows
from sim.park import ORIGINS
from sim.units import Dimension


@dataclass(frozen=True)
class Gauge(Level):
    """An amount with its unit: a bare 0.5 could be metres as well as a half."""

    def parse(self, text: str, spot: Spot) -> Amount:
        bare = normalize("NFKC", text).strip()
        if is_bare(bare):
            units = f"{bare} m, {bare} m3 or {bare} %"
            raise InputError(f"{text} has no unit; write {units}, or put it into the header, such as level [m]")
        return super().parse(text, spot)


CHINESE_ORIGINS = {"物料": "product", "消防水": "firewater", "雨水": "rain", "工艺水": "process", "河水": "river"}
LEVEL = Record("a measured level", (
    Field("storage", Text(), "Id or name of the storage."),
    NAME,
    Field("level", Gauge(), "What stands in it: a volume, a share of what it holds, or a depth."),
    Field("time", ClockTime(), "When it was measured."),
    Field("origin", Choice("origin", ORIGINS, tuple((zh, f"write {en}") for zh, en in CHINESE_ORIGINS.items())),
          "What it is; in the proportions of the park file when left out."),
    Field("note", Text(), "Anything worth knowing."),
    Field("capacity", Quantity(Dimension.VOLUME), "Refused, lest it be taken for the level."),
))  # fmt: skip
HEADERS = {
    "id": "storage", "设施": "storage", **dict.fromkeys(("测量时间", "采集时间", "更新时间"), "time"),
    **dict.fromkeys(("液位", "水位", "存量", "当前液位", "当前水位", "当前存量"), "level"),
}  # fmt: skip
"""Headers of monitoring platforms, beside those of every table, and the key each stands for."""
COLUMNS = {
    ("storage", "name"): "no column says which storage it is; name one storage, id, 编号, 设施, name or 名称",
    ("level",): "no column says what stands in the storages; name one level, 液位, 水位 or 存量",
    ("time",): "no column says when it was measured; name one time or 时间",
}
"""Of each of these sets of columns one must be there."""
OTHERS = {
    "capacity": "is what a storage can hold, not what stands in it; leave it out, and name the other level",
    **dict.fromkeys(HERITAGE, "is known: all of it is measured, and its source is this file; leave the column out"),
}
"""Columns that other tables may have, and why not this one."""
CELLS = {"level": "what stands there, such as 2.1 m", "time": "when it was measured, such as 2025-07-14 14:20"}


def read_levels(path: str, files: Files) -> list[Form]:
    """The rows of a file of levels; what is wrong is noted."""
    text = files.text(path, Place(f"--levels {path}"))
    rows = None if text is None else read_rows(text, path, files.faults)
    if rows is None:
        return []
    if len(rows) < 2:
        files.faults.add(Place(path), "", "no levels are in it; write a row for each below storage, level and time")
        return []
    columns = read_header(rows[0], LEVEL, files.faults, HEADERS)
    if not _are_right(columns, rows[0], files.faults):
        return []
    start = Reading(files.faults, {}).start()
    blocks = [read_row(row, columns, files.faults) for row in rows[1:]]
    return [_read(block, start.child(" ".join(names_of(block)[:1]))) for block in blocks]


def _are_right(columns: list[Column], header: list[Scalar], faults: Faults) -> bool:
    """Whether all columns are there that must be, and none that must not; notes what is wrong."""
    keys = [column.path[0] if column.path else "" for column in columns]
    wrong = [(cell, f"{cell.text} {OTHERS[key]}") for key, cell in zip(keys, header, strict=True) if key in OTHERS]
    broken = any(column.broken for column in columns)  # one of which may be what is missing
    wrong += [(header[0], text) for wanted, text in COLUMNS.items() if not broken and not set(wanted) & set(keys)]
    for cell, text in wrong:
        faults.add(cell.place, "", text)
    return not broken and not wrong


def names_of(row: Block) -> list[str]:
    """What a row calls its storage: the id first, then its names."""
    nodes = [row.get("storage"), row.get("name"), *(row.within("name").get(key) for key in ("zh", "en"))]
    return [node.text for node in nodes if isinstance(node, Scalar)]


def _read(row: Block, spot: Spot) -> Form:
    """One row; a cell that is missing is noted."""
    for key, wanted in CELLS.items():
        if key not in row.entries:
            spot.fault(row, f"{key} is missing in this row; write {wanted}")
    return LEVEL.read_block(row, spot)
