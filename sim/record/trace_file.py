"""A trace as two tables, of storages and of links: Parquet, or CSV where pyarrow is not installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from sim.errors import InputError
from sim.message import Message, about
from sim.record.origins import ORIGINS, by_origin
from sim.record.record import Floats, Ints, Trace
from sim.record.table import Table, number, read_table, write_table

STORAGES = "trace"
LINKS = "trace-links"
STORAGE_HEADER = ("storage", "time [s]", *by_origin("{} [m3]"), "inflow [m3/s]", "outflow [m3/s]")
LINK_HEADER = ("link", "time [s]", *by_origin("{} [m3/s]"))


def write_trace(
    trace: Trace, storage_ids: Sequence[str], link_ids: Sequence[str], folder: Path, bom: bool = False
) -> str:
    """Write both tables; returns the ending of their files, `parquet` or `csv`."""
    storages = (trace.storage_at_s, trace.volume, trace.inflow_m3_s, trace.outflow_m3_s)
    links = (trace.link_at_s, trace.flow)
    parts = (
        (STORAGES, STORAGE_HEADER, _named(trace.storage, storage_ids), np.column_stack(storages)),
        (LINKS, LINK_HEADER, _named(trace.link, link_ids), np.column_stack(links)),
    )
    ending = "parquet" if find_spec("pyarrow") else "csv"
    for name, header, ids, numbers in parts:
        path = folder / f"{name}.{ending}"
        if ending == "parquet":
            _write_parquet(path, header, ids, numbers)
        else:
            rows = [(id, *row) for id, row in zip(ids, numbers.tolist(), strict=True)]
            write_table(path, Table(header, rows), bom)
    return ending


def read_trace(folder: Path, ending: str, storage_ids: Sequence[str], link_ids: Sequence[str]) -> Trace:
    """The trace that was written into a folder.

    Raises:
        InputError: a table is missing or damaged, or Parquet cannot be read here.
    """
    read = _read_parquet if ending == "parquet" else _read_csv
    storage, volumes = read(folder / f"{STORAGES}.{ending}", STORAGE_HEADER, storage_ids)
    link, flows = read(folder / f"{LINKS}.{ending}", LINK_HEADER, link_ids)
    count = len(ORIGINS)
    return Trace(
        storage=storage,
        storage_at_s=volumes[:, 0].copy(),
        volume=volumes[:, 1 : 1 + count].copy(),
        inflow_m3_s=volumes[:, 1 + count].copy(),
        outflow_m3_s=volumes[:, 2 + count].copy(),
        link=link,
        link_at_s=flows[:, 0].copy(),
        flow=flows[:, 1 : 1 + count].copy(),
    )


def _named(which: Ints, ids: Sequence[str]) -> list[str]:
    return [ids[k] for k in which.tolist()]


def _write_parquet(path: Path, header: Sequence[str], ids: list[str], numbers: Floats) -> None:
    """Same rows, same bytes: nothing of pandas, of the clock or of the machine goes in.

    Columns are made from buffers, since `pa.array` and `pa.table` import pandas to ask whether it made what
    they are given, and that takes longer than the run.
    """
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.Table.from_arrays([_texts(ids), *(_floats(column) for column in numbers.T)], names=list(header))
    parquet.write_table(table, path, compression="zstd", compression_level=3, version="2.6", store_schema=False)


def _texts(texts: Sequence[str]) -> Any:
    """Texts as Arrow keeps them: all letters in a row, and where each text ends."""
    import pyarrow as pa

    letters = [text.encode() for text in texts]
    ends = np.cumsum([0, *map(len, letters)], dtype=np.int32)
    return pa.StringArray.from_buffers(len(letters), pa.py_buffer(ends), pa.py_buffer(b"".join(letters)))


def _floats(column: Floats) -> Any:
    import pyarrow as pa

    plain = np.ascontiguousarray(column, dtype=np.float64)
    return pa.Array.from_buffers(pa.float64(), len(plain), [None, pa.py_buffer(plain)])


def _read_parquet(path: Path, header: Sequence[str], ids: Sequence[str]) -> tuple[Ints, Floats]:
    if not find_spec("pyarrow"):
        raise InputError(about(path, Message("reading Parquet needs pyarrow; pip install "
                                             "three-tier-containment[tables]")))  # fmt: skip
    table = _parquet_table(path)
    if table.column_names != list(header):
        raise InputError(about(path, Message("these are not the columns of this version")))
    which = _places(path, table.column(0).to_pylist(), ids)
    numbers = [table.column(k).to_numpy() for k in range(1, len(header))]
    return which, np.column_stack(numbers)


def _parquet_table(path: Path) -> Any:
    from pyarrow import ArrowException, parquet

    try:
        with parquet.ParquetFile(path) as file:
            return file.read()
    except FileNotFoundError:
        raise InputError(about(path, Message("the file is missing"))) from None
    except (ArrowException, OSError) as error:
        raise InputError(about(path, Message("is no table: {error}", error=str(error)))) from None


def _read_csv(path: Path, header: Sequence[str], ids: Sequence[str]) -> tuple[Ints, Floats]:
    rows = read_table(path, header)
    try:
        numbers = [[number(cell) for cell in row[1:]] for row in rows]
    except ValueError as error:
        raise InputError(about(path, str(error))) from None
    return _places(path, [row[0] for row in rows], ids), np.array(numbers).reshape(len(rows), len(header) - 1)


def _places(path: Path, names: list[str], ids: Sequence[str]) -> Ints:
    """Each name's place among the ids."""
    place = {id: k for k, id in enumerate(ids)}
    unknown = next((name for name in names if name not in place), None)
    if unknown is not None:
        raise InputError(about(path, Message("'{unknown}' stands in no other table of the record", unknown=unknown)))
    return np.array([place[name] for name in names], dtype=np.int64)
