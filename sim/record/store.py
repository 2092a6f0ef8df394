"""A record written whole into a folder, and read back equal to the last bit.

| file | a row is |
|---|---|
| `storages.csv` | a storage: start and end by origin, peak, when full, when reached |
| `links.csv` | a link or a spill onto the ground: what passed, what is under way |
| `tier-peaks.csv` | a tier |
| `events.csv` | something that happened |
| `ledger.csv` | an origin: where its water came from and went |
| `inflows.csv` | an inflow and what it brought |
| `trace.parquet`, `trace-links.parquet` | a breakpoint; `.csv` where pyarrow is not installed |
| `record.json` | (no rows) park, scenario, horizon, and how the trace was written |
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from sim.errors import InputError
from sim.message import Listed, Message, about
from sim.record.entry import Entry
from sim.record.origins import ORIGINS, by_origin
from sim.record.plain import from_json
from sim.record.record import Floats, Ledger, LinkRecord, Record, StorageRecord, TierRecord
from sim.record.table import Cell, Table, number, read_table, write_table
from sim.record.trace_file import read_trace, write_trace

RECORD = "record.json"
"""What makes a folder that of a record."""
FORMAT = 1
"""Counts up when files of older versions can no longer be read."""

Columns = Mapping[str, str]
"""A field of a record to its header; one with `{}` stands for five, by origin."""

STORAGES: Columns = {
    "initial": "initial {} [m3]",
    "final": "final {} [m3]",
    "peak_m3": "peak [m3]",
    "peak_at_s": "peak at [s]",
    "full_at_s": "full at [s]",
    "full_for_s": "full for [s]",
    "reached_at_s": "reached at [s]",
}
LINKS: Columns = {
    "passed": "passed {} [m3]",
    "travelling": "travelling {} [m3]",
    "accident_m3": "accident water [m3]",
    "accident": "accident {} [m3]",
    "accident_from_s": "accident from [s]",
    "accident_until_s": "accident until [s]",
    "peak_accident_m3_s": "peak accident [m3/s]",
    "peak_m3_s": "peak [m3/s]",
}
TIERS: Columns = {"peak_m3": "peak [m3]", "peak_at_s": "peak at [s]"}
LEDGER: Columns = {
    "sources": "sources [m3]",
    "initial": "initial [m3]",
    "stored": "stored [m3]",
    "travelling": "travelling [m3]",
    "treated": "treated [m3]",
    "recovered": "recovered [m3]",
    "out": "out [m3]",
}
LEDGER_ERROR = "error [m3]"
HEAD = ("horizon_s", "kernel_events", "park", "scenario", "trace")
EVENTS = ("time [s]", "what", "subject", "detail", "cause")
INFLOWS = ("inflow", "volume [m3]")


def write_record(record: Record, folder: Path, bom: bool = False) -> None:
    """Write a record into a folder, which is made if it is not there.

    Same record, same bytes. `bom` puts a byte-order mark before each CSV, as Excel wants it.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables_of(record).items():
        write_table(folder / name, table, bom)
    trace, ending = record.trace, None
    if trace is not None:
        ending = write_trace(trace, record.storages.ids, record.links.ids, folder, bom)
    values = (float(record.horizon_s), int(record.kernel_events), record.park, record.scenario, ending)
    head = {"format": FORMAT, **dict(zip(HEAD, values, strict=True))}
    text = json.dumps(head, ensure_ascii=False, indent=2)
    (folder / RECORD).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def tables_of(record: Record) -> dict[str, Table]:
    """Every CSV table of a record but the trace, by the name of its file."""
    return {
        "storages.csv": storages_table(record.storages),
        "links.csv": links_table(record.links),
        "tier-peaks.csv": _table(("tier",), [(id,) for id in record.tiers.ids], record.tiers, TIERS),
        "events.csv": Table(EVENTS, [(e.at_s, e.what, e.subject, e.detail, e.cause) for e in record.entries]),
        "ledger.csv": ledger_table(record.ledger),
        "inflows.csv": Table(INFLOWS, list(record.inflows.items())),
    }


def storages_table(storages: StorageRecord) -> Table:
    """A row a storage."""
    return _table(("storage",), [(id,) for id in storages.ids], storages, STORAGES)


def links_table(links: LinkRecord) -> Table:
    """A row a link."""
    names = list(zip(links.ids, links.sources, links.targets, strict=True))
    return _table(("link", "from", "to"), names, links, LINKS)


def ledger_table(ledger: Ledger) -> Table:
    """A row an origin, with what does not add up."""
    plain = _table(("origin",), [(origin,) for origin in ORIGINS], ledger, LEDGER)
    rows = [(*row, error) for row, error in zip(plain.rows, ledger.error_m3.tolist(), strict=True)]
    return Table((*plain.header, LEDGER_ERROR), rows)


def _headers(columns: Columns) -> list[str]:
    """The headers of all columns, by origin where they are."""
    return [header for each in columns.values() for header in (by_origin(each) if "{}" in each else [each])]


def _table(names: tuple[str, ...], ids: list[Any], part: Any, columns: Columns) -> Table:
    """A table of a part of the record: its names, then its numbers."""
    numbers = np.column_stack([getattr(part, field) for field in columns]).tolist()
    rows: list[list[Cell]] = [[*id, *row] for id, row in zip(ids, numbers, strict=True)]
    return Table((*names, *_headers(columns)), rows)


def read_record(folder: Path) -> Record:
    """The record that was written into a folder.

    Raises:
        InputError: a file is missing, damaged, or of another version.
    """
    head = _read_head(folder / RECORD)
    storages, links = _read_storages(folder), _read_links(folder)
    ending = head["trace"]
    return Record(
        park=head["park"],
        scenario=head["scenario"],
        horizon_s=head["horizon_s"],
        storages=storages,
        links=links,
        tiers=_read_tiers(folder),
        ledger=_read_ledger(folder),
        entries=_read_entries(folder),
        trace=read_trace(folder, ending, storages.ids, links.ids) if ending else None,
        inflows={row[0]: _numbers(folder / "inflows.csv", [row[1:]])[0, 0].item()
                 for row in read_table(folder / "inflows.csv", INFLOWS)},
        kernel_events=head["kernel_events"],
    )  # fmt: skip


def _read_head(path: Path) -> dict[str, Any]:
    try:
        head = from_json(path.read_bytes())
    except FileNotFoundError:
        raise InputError(about(path, Message("the file is missing; is this the folder of a result?"))) from None
    except (OSError, ValueError) as error:
        raise InputError(about(path, Message("cannot be read: {reason}", reason=str(error)))) from None
    if not isinstance(head, dict) or head.get("format") != FORMAT or not head.keys() >= set(HEAD):
        raise InputError(about(path, Message("the record was written by another version; run the scenario again")))
    return head


def _read_storages(folder: Path) -> StorageRecord:
    names, fields = _read(folder / "storages.csv", ("storage",), STORAGES)
    return StorageRecord(ids=names[0], **fields)


def _read_links(folder: Path) -> LinkRecord:
    names, fields = _read(folder / "links.csv", ("link", "from", "to"), LINKS)
    return LinkRecord(ids=names[0], sources=names[1], targets=names[2], **fields)


def _read_tiers(folder: Path) -> TierRecord:
    names, fields = _read(folder / "tier-peaks.csv", ("tier",), TIERS)
    return TierRecord(ids=names[0], **fields)


def _read_ledger(folder: Path) -> Ledger:
    names, fields = _read(folder / "ledger.csv", ("origin",), LEDGER, (LEDGER_ERROR,))
    if names[0] != ORIGINS:
        raise InputError(about(folder / "ledger.csv", Message("its rows are not {origins}", origins=Listed(ORIGINS))))
    return Ledger(**fields)


def _read_entries(folder: Path) -> tuple[Entry, ...]:
    path = folder / "events.csv"
    rows = read_table(path, EVENTS)
    times = _numbers(path, [row[:1] for row in rows])
    return tuple(Entry(time, *row[1:]) for row, time in zip(rows, times.ravel().tolist(), strict=True))


def _read(
    path: Path, names: tuple[str, ...], columns: Columns, derived: tuple[str, ...] = ()
) -> tuple[list[tuple[str, ...]], dict[str, Floats]]:
    """The names of a table, column by column, and its numbers, field by field."""
    headers = _headers(columns)
    rows = read_table(path, (*names, *headers, *derived))
    end = len(names) + len(headers)
    numbers = _numbers(path, [row[len(names) : end] for row in rows]).reshape(len(rows), len(headers))
    return [tuple(row[k] for row in rows) for k in range(len(names))], _fields(numbers, columns)


def _fields(numbers: Floats, columns: Columns) -> dict[str, Floats]:
    """Numbers cut into the fields they belong to."""
    fields: dict[str, Floats] = {}
    at = 0
    for field, header in columns.items():
        wide = len(ORIGINS) if "{}" in header else 1
        cut = numbers[:, at : at + wide].copy()
        fields[field] = cut if "{}" in header else cut.ravel()
        at += wide
    return fields


def _numbers(path: Path, rows: list[list[str]]) -> Floats:
    try:
        return np.array([[number(cell) for cell in row] for row in rows], dtype=np.float64)
    except ValueError as error:
        raise InputError(about(path, str(error))) from None
