"""A park's folder as an inventory fills it: park.yaml, storages.csv, sites.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from sim.errors import InputError, Problems, cause
from sim.exchange.inventory.row import Space
from sim.load import load_park
from sim.load.emit import to_yaml
from sim.load.encoding import decoded
from sim.load.files import PARK_FILE
from sim.load.kinds.version import FORMAT, KEY
from sim.load.park_form import LISTED
from sim.message import Message, about
from sim.park import Basis, Name, Tier
from sim.words import text

STORAGES, SITES = "storages.csv", "sites.csv"
CAPACITY = "capacity [m3]"
GROUND = "ground"
"""Where a space overflows to, as long as nobody says where."""
LEADING = ("id", "name_en", "name_zh", "label", "tier", "kind")
COLUMNS = {
    STORAGES: (*LEADING, CAPACITY, "overflows_to", "longitude", "latitude", *LISTED[1:], "assumed", "basis", "source"),
    SITES: (*LEADING, "longitude", "latitude", *LISTED[1:], "basis", "source"),
}
"""Columns in their order; those that nothing stands in are left out."""
MARK = "\ufeff"
"""By which spreadsheet programs know UTF-8."""
ALWAYS = ("id", "tier", "kind")
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Folder:
    """What stands in the tables of a park that an inventory has filled, by id."""

    tables: Mapping[str, Mapping[str, Cells]]
    """By the name of the table's file."""

    def table_of(self, id: str) -> str | None:
        """The table that an id stands in."""
        return next((name for name, rows in self.tables.items() if id in rows), None)


def tables_of(spaces: Iterable[Space]) -> Folder:
    """The rows of the tables that hold some spaces."""
    tables: dict[str, dict[str, Cells]] = {STORAGES: {}, SITES: {}}
    for space in spaces:
        tables[SITES if space.capacity_m3 is None else STORAGES][space.id] = _cells(space)
    return Folder(tables)


def _cells(space: Space) -> Cells:
    """The row of a space."""
    cells = {"id": space.id, "name_en": space.name.en, "name_zh": space.name.zh, "tier": space.tier, "kind": space.kind}
    if space.capacity_m3 is not None:
        cells |= {CAPACITY: f"{space.capacity_m3:.12g}", "overflows_to": GROUND, "assumed": "; ".join(space.assumed)}
    if space.degrees is not None:
        cells |= {"longitude": f"{space.degrees[0]:.7f}".rstrip("0"), "latitude": f"{space.degrees[1]:.7f}".rstrip("0")}
        cells |= {key: f"{cells[key]}0" for key in ("longitude", "latitude") if cells[key].endswith(".")}
    basis = Basis.ASSUMED if space.is_about else Basis.PUBLISHED
    return {**cells, **space.listed, "basis": basis.value, "source": space.source}


def read_folder(folder: Path) -> Folder:
    """The tables of a park that an inventory has filled before.

    Raises:
        InputError: the park was not made by an import, or a table cannot be read.
    """
    if not (folder / STORAGES).exists():
        raise InputError(about(folder, Message("this park has no {table}, so no inventory was imported into it; name "
                                               "another folder", table=STORAGES)))  # fmt: skip
    return Folder({name: _read(folder / name) for name in (STORAGES, SITES)})


def _read(path: Path) -> dict[str, Cells]:
    if not path.exists():
        return {}
    try:
        rows = csv.DictReader(StringIO(decoded(path.read_bytes()).text, newline=""))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(about(path, Message("the table cannot be read: {reason}", reason=cause(error)))) from error
    return {row.get("id", ""): {key: value or "" for key, value in row.items() if key} for row in rows}


def table_text(rows: Mapping[str, Cells], order: Sequence[str]) -> str:
    """The text of a table: the columns in their order, those of somebody's own behind them."""
    used = {key for cells in rows.values() for key, value in cells.items() if value}
    own = [key for cells in rows.values() for key in cells if key not in order]
    columns = [key for key in (*order, *dict.fromkeys(own)) if key in used or key in ALWAYS]
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cells.get(key, "") for key in columns] for cells in rows.values())
    return out.getvalue()


def park_text(id: str, name: Name, tiers: Sequence[Tier], files: Sequence[str], language: str) -> str:
    """The text of the park file."""
    data = {
        KEY: str(FORMAT), "id": id, "name": _names(name),
        "tiers": {each.id: {"name": _names(each.name), "promise": _names(each.promise)} for each in tiers},
        "tables": {Path(each).stem: each for each in COLUMNS},
    }  # fmt: skip
    about_it = text("inventory_park_file", language, files=", ".join(files))
    head = "".join(f"# {line}\n" for line in about_it.splitlines())
    return head + to_yaml(data)  # type: ignore[arg-type]  # a block of blocks of texts is one


def _names(name: Name) -> dict[str, str] | str:
    both = {key: value for key, value in (("en", name.en), ("zh", name.zh)) if value}
    return both if len(both) > 1 or not name.en else name.en


def write_park(folder: Path, tables: Folder, park_file: str | None) -> list[Path]:
    """Write a park's tables, and its file where it has none yet; a park that would not load is left as it was.

    Raises:
        Problems: the park would not load.
        InputError: a file cannot be written, or the park does not read a table.
    """
    texts = {} if park_file is None else {PARK_FILE: park_file}
    texts |= {name: MARK + table_text(rows, COLUMNS[name]) for name, rows in tables.tables.items()}
    before = {folder / name: _bytes(folder / name) for name in texts}
    was_there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in texts.items():
            (folder / name).write_text(content, encoding="utf-8")
        _check(folder, tables)
    except OSError as error:
        with suppress(OSError):
            _put_back(before)
        raise InputError(about(folder, Message("the park cannot be written: {reason}", reason=cause(error)))) from error
    except InputError as error:
        _put_back(before)
        if not was_there:
            folder.rmdir()
        if isinstance(error, Problems) and park_file is not None:
            raise Problems([_at_its_list(each, folder, tables) for each in error.messages]) from error
        raise
    return list(before)


def _at_its_list(problem: Message, folder: Path, tables: Folder) -> Message:
    """A problem of a table that is not there any more, at the row of the list from which it came."""
    place = re.fullmatch(rf"{re.escape(str(folder))}/(\w+\.csv):(\d+):\d+: (.*)", str(problem.values.get("place")))
    if place is None or place[1] not in tables.tables:
        return problem
    cells = list(tables.tables[place[1]].values())[int(place[2]) - 2]  # the first row holds the heads
    return about(f"{cells['source'].partition(': ')[0]}: {place[3]}", problem.values["message"])


def _bytes(path: Path) -> bytes | None:
    """What stands in a file; None when there is none."""
    return path.read_bytes() if path.exists() else None


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    """Leave files as they were."""
    for path, content in before.items():
        if content is not None:
            path.write_bytes(content)
        else:
            path.unlink(missing_ok=True)


def _check(folder: Path, tables: Folder) -> None:
    """Load the park, and see that every row is in it.

    Raises:
        Problems: it does not load.
        InputError: its file does not name a table.
    """
    park = load_park(folder)
    for name, held in ((STORAGES, park.storages), (SITES, park.sites)):
        if not tables.tables[name].keys() <= held.keys():
            text = Message("does not read {table}; write {key}: {table} under tables:", table=name,
                           key=Path(name).stem)  # fmt: skip
            raise InputError(about(folder / PARK_FILE, text))
