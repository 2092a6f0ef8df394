"""A record goes into a folder and comes back equal."""

import csv
import io
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.errors import InputError
from sim.park import ORIGINS
from sim.record import origins, trace_file
from sim.record.event import Filled
from sim.record.store import read_record, write_record
from sim.record.table import Table, cell_text, number, read_table, write_table


def test_record_knows_the_origins_of_the_park():
    assert origins.ORIGINS == ORIGINS


@pytest.mark.parametrize("bom", [False, True])
def test_record_comes_back_equal(record, tmp_path, is_same, bom):
    """
    Never, quotes, line ends, 0.1 + 0.2 and a ledger that is 1e-10 m3 short included.
    """
    write_record(record, tmp_path / "r", bom)

    assert is_same(read_record(tmp_path / "r"), record)


def test_record_without_trace_comes_back_without(record, tmp_path, is_same):
    write_record(replace(record, trace=None), tmp_path)

    assert read_record(tmp_path).trace is None
    assert not list(tmp_path.glob("trace*"))


def test_record_comes_back_equal_without_pyarrow(record, tmp_path, is_same, monkeypatch):
    """
    The trace is CSV then, and the record says so.
    """
    monkeypatch.setattr(trace_file, "find_spec", lambda name: None)

    write_record(record, tmp_path)

    assert is_same(read_record(tmp_path), record)
    assert sorted(path.name for path in tmp_path.glob("trace*")) == ["trace-links.csv", "trace.csv"]
    assert '"trace": "csv"' in (tmp_path / "record.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("with_pyarrow", [True, False])
def test_empty_trace_comes_back_equal(record, tmp_path, is_same, monkeypatch, with_pyarrow):
    if not with_pyarrow:
        monkeypatch.setattr(trace_file, "find_spec", lambda name: None)
    none = {name: getattr(record.trace, name)[:0] for name in record.trace.__slots__}
    dry = replace(record, trace=type(record.trace)(**none), events=(), states=(), inflows={})

    write_record(dry, tmp_path)

    assert is_same(read_record(tmp_path), dry)


def test_two_writes_give_the_same_bytes(record, tmp_path, contents):
    write_record(record, tmp_path / "a")
    write_record(record, tmp_path / "b")

    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert len(contents(tmp_path / "a")) == 10


def test_parquet_has_nothing_of_pandas(record, tmp_path):
    from pyarrow import parquet

    write_record(record, tmp_path)

    with parquet.ParquetFile(tmp_path / "trace.parquet") as file:
        assert file.metadata.metadata is None
        assert file.schema_arrow.names == [
            "storage", "time [s]", "product [m3]", "firewater [m3]", "rain [m3]", "process [m3]", "river [m3]",
            "measured [m3]",
            "inflow [m3/s]", "outflow [m3/s]",
        ]  # fmt: skip
        assert file.read().column("storage").to_pylist()[:3] == ["bund", "pool", "pool"]


def rows_of(path):
    """The rows of a CSV file as any other program reads them."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def test_writing_a_trace_does_not_wait_for_pandas(tmp_path):
    """
    Importing pandas takes longer than a run; pyarrow does so when it is handed an array or a list.
    """
    code = f"""
import sys, numpy as np
from pathlib import Path
from sim.record.trace_file import _write_parquet
_write_parquet(Path({str(tmp_path / "t.parquet")!r}), ("id", "a", "b"), ["池", "b"], np.array([[1.0, 2.0], [3.0, 4.0]]))
sys.exit("pandas" in sys.modules)
"""

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_columns_of_parquet_are_those_arrow_makes_itself(tmp_path):
    """
    Chinese, empty and long texts, NaN, infinity and -0.0, and no row at all.
    """
    import pyarrow as pa
    from pyarrow import parquet

    ids, numbers = ["池", "", "b" * 300], np.array([[1.5, np.nan], [-0.0, np.inf], [3.0, 4.0]])
    for count in (3, 0):
        path = tmp_path / f"{count}.parquet"
        trace_file._write_parquet(path, ("id", "a", "b"), ids[:count], numbers[:count])
        columns = [pa.array(ids[:count], pa.string()), *(pa.array(each.copy()) for each in numbers[:count].T)]
        with parquet.ParquetFile(path) as file:
            written = file.read()

        assert written.schema == pa.schema([("id", pa.string()), ("a", pa.float64()), ("b", pa.float64())])
        assert str(written.to_pydict()) == str(pa.table(columns, names=["id", "a", "b"]).to_pydict())


def test_tables_read_as_people_expect(record, tmp_path):
    write_record(record, tmp_path)

    storages = rows_of(tmp_path / "storages.csv")
    assert storages[0]["final product [m3]"] == "600.0"
    assert storages[1]["full at [s]"] == ""
    links = rows_of(tmp_path / "links.csv")
    assert (links[0]["from"], links[0]["to"], links[0]["accident water [m3]"]) == ("bund", "pool", "200.0")
    ledger = rows_of(tmp_path / "ledger.csv")
    assert [row["origin"] for row in ledger] == list(ORIGINS)
    assert float(ledger[0]["error [m3]"]) == pytest.approx(1e-10, rel=1e-3)
    events = rows_of(tmp_path / "events.csv")
    assert events[4]["subject"] == 'commas, "quotes"\r\nand lines, 泄漏'


def test_lines_end_alike_everywhere(record, tmp_path):
    write_record(replace(record, events=()), tmp_path)

    assert not [path.name for path in tmp_path.glob("*.csv") if b"\r" in path.read_bytes()]


def test_bom_is_for_those_who_ask(record, tmp_path):
    write_record(record, tmp_path / "a")
    write_record(record, tmp_path / "b", bom=True)

    assert (tmp_path / "a" / "links.csv").read_bytes()[:5] == b"link,"
    assert (tmp_path / "b" / "links.csv").read_bytes()[:8] == b"\xef\xbb\xbflink,"


texts = st.text(st.characters(codec="utf-8"), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(rows=st.lists(st.tuples(texts, texts), max_size=4))
def test_any_text_comes_back(tmp_path, rows):
    write_table(tmp_path / "t.csv", Table(("a", "b"), rows))

    assert [tuple(row) for row in read_table(tmp_path / "t.csv", ("a", "b"))] == rows


@given(value=st.floats(allow_nan=False))
def test_any_number_comes_back_to_the_last_bit(value):
    assert number(cell_text(value)) == value
    assert number(cell_text(np.float64(value))) == value


def damage(folder, name, old, new):
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


DAMAGES = [
    ("storages.csv", "peak at [s]", "peak at [h]",
     "storages.csv: these are not the columns of this version; look at 'peak at [s]'"),
    ("links.csv", "link,from,to", "from,link,to",
     "links.csv: these are not the columns of this version; look at their order"),
    ("storages.csv", "600.0", "sixty", "storages.csv: could not convert string to float: 'sixty'"),
    ("tier-peaks.csv", "plant,600.0,300.0", "plant,600.0", "tier-peaks.csv: row 2 has 2 cells; its header has 3"),
    ("ledger.csv", "firewater,", "fire water,",
     "ledger.csv: its rows are not product, firewater, rain, process, river, measured"),
    ("record.json", '"format": 2', '"format": 0',
     "record.json: the record was written by another version; run the scenario again"),
    ("record.json", '"horizon_s"', '"horizon"',
     "record.json: the record was written by another version; run the scenario again"),
    ("record.json", "{", "", "record.json: cannot be read: Extra data: line 2 column 11 (char 11)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "message"), DAMAGES)
def test_damage_is_named(record, tmp_path, name, old, new, message):
    write_record(record, tmp_path)
    damage(tmp_path, name, old, new)

    with pytest.raises(InputError) as caught:
        read_record(tmp_path)

    assert str(caught.value) == f"{tmp_path}/{message}"


@pytest.mark.parametrize("name", ["storages.csv", "links.csv", "events.csv", "inflows.csv", "trace-links.parquet"])
def test_missing_file_is_named(record, tmp_path, name):
    write_record(record, tmp_path)
    (tmp_path / name).unlink()

    with pytest.raises(InputError) as caught:
        read_record(tmp_path)

    assert str(caught.value) == f"{tmp_path}/{name}: the file is missing"


def test_folder_that_is_no_result_is_asked_about(tmp_path):
    with pytest.raises(InputError) as caught:
        read_record(tmp_path)

    assert str(caught.value) == f"{tmp_path}/record.json: the file is missing; is this the folder of a result?"


def test_broken_parquet_is_named(record, tmp_path):
    write_record(record, tmp_path)
    (tmp_path / "trace.parquet").write_bytes(b"PAR1 no more PAR1")

    with pytest.raises(InputError) as caught:
        read_record(tmp_path)

    assert str(caught.value).startswith(f"{tmp_path}/trace.parquet: is no table: ")


def test_parquet_without_pyarrow_says_what_to_install(record, tmp_path, monkeypatch):
    write_record(record, tmp_path)
    monkeypatch.setattr(trace_file, "find_spec", lambda name: None)

    with pytest.raises(InputError) as caught:
        read_record(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path}/trace.parquet: reading Parquet needs pyarrow; pip install three-tier-containment[tables]"
    )


def test_stranger_in_a_trace_is_named(record, tmp_path, monkeypatch):
    monkeypatch.setattr(trace_file, "find_spec", lambda name: None)
    write_record(record, tmp_path)
    damage(tmp_path, "trace.csv", "pool,", "pol,")

    with pytest.raises(InputError) as caught:
        read_record(tmp_path)

    assert str(caught.value) == f"{tmp_path}/trace.csv: 'pol' stands in no other table of the record"


def test_times_of_entries_come_back(tmp_path, record):
    odd = replace(record, events=(Filled(1 / 3, "bund"),))

    write_record(odd, tmp_path)

    assert read_record(tmp_path).events == odd.events
