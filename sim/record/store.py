"""A record written whole into a folder, and read back equal to the last bit.

| file | a row is |
|---|---|
| `storages.csv` | a storage: start and end by origin, peak, when full, when reached |
| `links.csv` | a link or a spill onto the ground: what passed, what is under way |
| `tier-peaks.csv` | a tier |
| `events.csv` | something that happened: what and to whom, its cause, in words, and its facts as JSON |
| `states.csv` | a change of a link or crest |
| `ledger.csv` | an origin: where its water came from and went |
| `inflows.csv` | an inflow and what it brought |
| `trace.parquet`, `trace-links.parquet` | a breakpoint; `.csv` where pyarrow is not installed |
| `record.json` | (no rows) park, scenario, horizon, and how the trace was written |
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from sim.errors import InputError
from sim.message import Listed, Message, about
from sim.record.event import KINDS, Cause, Event
from sim.record.origins import ORIGINS, by_origin
from sim.record.plain import built, from_json
from sim.record.record import Floats, Ledger, LinkRecord, Record, StorageRecord, TierRecord
from sim.record.state import State
from sim.record.table import Cell, Table, number, read_table, write_table
from sim.record.trace_file import read_trace, write_trace

RECORD = "record.json"
"""What makes a folder that of a record."""
FORMAT = 2
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
    "corrected": "measured correction [m3]",
    "initial": "initial [m3]",
    "stored": "stored [m3]",
    "travelling": "travelling [m3]",
    "treated": "treated [m3]",
    "recovered": "recovered [m3]",
    "out": "out [m3]",
}
LEDGER_ERROR = "error [m3]"
HEAD = ("horizon_s", "kernel_events", "park", "scenario", "trace")
EVENTS = ("time [s]", "what", "subject", "cause", "cause is about", "cause was at", "in words", "facts")
STATES = ("time [s]", "link", "opening [-]", "left [-]", "leaks [-]", "raised [m3]", *EVENTS[3:6])
SHARED = ("at_s", "subject", "cause")
"""What every event has, in columns of their own."""
OWN = {what: tuple(each.name for each in fields(kind) if each.name not in SHARED) for what, kind in KINDS.items()}
"""The facts that each kind of event has besides."""
INFLOWS = ("inflow", "volume [m3]")


Said = Callable[[Event], str]
"""An event in a sentence."""


def unsaid(_: Event) -> str:
    """No sentence: the record has no words."""
    return ""


def write_record(record: Record, folder: Path, bom: bool = False, said: Said = unsaid) -> None:
    """Write a record into a folder, which is made if it is not there.

    Same record, same bytes. `bom` puts a byte-order mark before each CSV, as Excel wants it. `said` is what stands for
    people beside the facts of each event; nobody reads it back.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables_of(record, said).items():
        write_table(folder / name, table, bom)
    trace, ending = record.trace, None
    if trace is not None:
        ending = write_trace(trace, record.storages.ids, record.links.ids, folder, bom)
    values = (float(record.horizon_s), int(record.kernel_events), record.park, record.scenario, ending)
    head = {"format": FORMAT, **dict(zip(HEAD, values, strict=True))}
    text = json.dumps(head, ensure_ascii=False, indent=2)
    (folder / RECORD).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def tables_of(record: Record, said: Said = unsaid) -> dict[str, Table]:
    """Every CSV table of a record but the trace, by the name of its file."""
    return {
        "storages.csv": storages_table(record.storages),
        "links.csv": links_table(record.links),
        "tier-peaks.csv": _table(("tier",), [(id,) for id in record.tiers.ids], record.tiers, TIERS),
        "events.csv": Table(EVENTS, [(e.at_s, e.what, e.subject, *e.cause, said(e), _facts(e)) for e in record.events]),
        "states.csv": Table(STATES, [(s.at_s, s.link, *_numbers_of(s), *s.cause) for s in record.states]),
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


def _facts(event: Event) -> str:
    """What an event has of its own, as JSON; nothing where it has nothing."""
    own = {name: getattr(event, name) for name in OWN[event.what]}
    return json.dumps(own, ensure_ascii=False, default=_plain) if own else ""


def _plain(reason: Any) -> dict[str, Any]:
    """A reason with what it says; what it does not say is left out."""
    every = {each.name: (getattr(reason, each.name), each.default) for each in fields(reason)}
    return {name: value for name, (value, default) in every.items() if value != default}


def _numbers_of(state: State) -> tuple[float, float, float, float]:
    return state.opening, state.left, state.leaks, state.raised_m3


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
        events=_read_events(folder),
        states=_read_states(folder),
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


def _read_events(folder: Path) -> tuple[Event, ...]:
    path = folder / "events.csv"
    rows = read_table(path, EVENTS)
    times = _numbers(path, [row[:1] for row in rows])
    try:
        return tuple(_event(time, row) for row, time in zip(rows, times.ravel().tolist(), strict=True))
    except (KeyError, ValueError) as error:
        raise InputError(about(path, str(error))) from None


def _event(at_s: float, row: list[str]) -> Event:
    """An event with what it has of its own."""
    _, what, subject, cause, about, place, _, facts = row
    event: Event = built(KINDS[what], {"at_s": at_s, "subject": subject, **(from_json(facts) if facts else {})})
    return replace(event, cause=Cause(cause, about, place))


def _read_states(folder: Path) -> tuple[State, ...]:
    path = folder / "states.csv"
    rows = read_table(path, STATES)
    numbers = _numbers(path, [[row[0], *row[2:6]] for row in rows]).reshape(len(rows), 5).tolist()
    return tuple(
        State(at_s, row[1], opening, left, leaks, raised_m3, Cause(*row[6:]))
        for row, (at_s, opening, left, leaks, raised_m3) in zip(rows, numbers, strict=True)
    )


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
