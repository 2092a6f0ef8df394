"""A park, a scenario and the record of its run, all worked out by hand.

    product 2 m3/s, 400 s -> bund (600 m3) --spillway--> pool (1000 m3)    spare (200 m3, 50 m3 of rain in it)

The bund is full after 300 s; from 300 s to 400 s 200 m3 go over into the pool. Nobody touches `spare`.
"""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from sim.load import load_case
from sim.record.event import (
    BY_CLOCK,
    NO_CAUSE,
    Cause,
    Crossing,
    Done,
    Ended,
    Failed,
    Filled,
    Ordered,
    Reason,
    Released,
    SetOut,
    Waits,
    Why,
)
from sim.record.record import Ledger, LinkRecord, Record, StorageRecord, TierRecord, Trace
from sim.record.state import State
from sim.result import Result

PARK = """\
id: two-pools
basis: assumed
source: made up for tests
tiers:
  plant: {promise: nothing leaves the plant}
  public: {promise: nothing leaves the public facilities}
storages:
  bund: {tier: plant, kind: bund, capacity: 600 m3, overflows_to: pool}
  pool: {tier: public, kind: accident-pool, capacity: {value: 1000 m3, basis: measured}}
  spare: {tier: public, kind: accident-pool, capacity: 200 m3, initial: {rain: 50 m3}}
links:
  lift: {kind: pump, from: pool, to: spare, capacity: 360 m3/h, opening: stopped}
"""

SCENARIO = """\
name: {en: Spill, zh: 泄漏}
park: .
horizon: 600 s
basis: assumed
source: made up for tests
releases:
  spill: {into: bund, at: 0 min, rate: 2 m3/s, lasts: 400 s}
actions:
  keep: {at: 100 s, after: 50 s, stop: lift, text: "Keep the pump stopped, whatever \\"they\\" say."}
  start: {when: {storage: pool, above: 900 m3}, start: lift, text: Lift.}
"""

NEVER = np.nan


def by_origin(rows, **values):
    """Rows by origin, zero but for what is given."""
    found = np.zeros((rows, 6))
    for origin, column in values.items():
        found[:, ("product", "firewater", "rain", "process", "river").index(origin)] = column
    return found


@pytest.fixture
def case(tmp_path):
    """The files, read."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "park.yaml").write_text(PARK, encoding="utf-8")
    (folder / "spill.yaml").write_text(SCENARIO, encoding="utf-8")
    return load_case(folder / "spill.yaml")


@pytest.fixture
def record():
    """The record of the run."""
    return Record(
        park="two-pools",
        scenario="spill",
        horizon_s=600.0,
        storages=StorageRecord(
            ids=("bund", "pool", "spare"),
            initial=by_origin(3, rain=[0, 0, 50]),
            final=by_origin(3, product=[600, 200, 0], rain=[0, 0, 50]),
            peak_m3=np.array([600.0, 200, 50]),
            peak_at_s=np.array([300.0, 400, 0]),
            full_at_s=np.array([300.0, NEVER, NEVER]),
            full_for_s=np.array([300.0, 0, 0]),
            reached_at_s=np.array([0.0, 300, NEVER]),
        ),
        links=LinkRecord(
            ids=("bund-spillway", "lift", "pool>ground", "spare>ground"),
            sources=("bund", "pool", "pool", "spare"),
            targets=("pool", "spare", "ground", "ground"),
            passed=by_origin(4, product=[200, 0, 0, 0]),
            travelling=by_origin(4),
            accident_m3=np.array([200.0, 0, 0, 0]),
            accident=by_origin(4, product=[200, 0, 0, 0]),
            accident_from_s=np.array([300.0, NEVER, NEVER, NEVER]),
            accident_until_s=np.array([400.0, NEVER, NEVER, NEVER]),
            peak_accident_m3_s=np.array([2.0, 0, 0, 0]),
            peak_m3_s=np.array([2.0, 0, 0, 0]),
        ),
        tiers=TierRecord(("plant", "public"), np.array([600.0, 200]), np.array([300.0, 400])),
        ledger=Ledger(
            sources=np.array([800.0, 0, 0, 0, 0, 0]),
            initial=np.array([0.0, 0, 50, 0, 0, 0]),
            stored=np.array([800.0 - 1e-10, 0, 50, 0, 0, 0]),
            **{name: np.zeros(6) for name in ("corrected", "travelling", "treated", "recovered", "out")},
        ),
        events=(
            Released(0.0, "spill", NO_CAUSE, 2.0),
            Ordered(100.0, "keep", BY_CLOCK),
            Waits(100.0, "keep", Cause("order", "keep"), "shut", Reason(Why.BUSY, "duty", jobs=("a", "b#2"))),
            SetOut(120.0, "keep", Cause("order", "keep"), "shut", "duty", 2, (107.05, -29.8)),
            Failed(140.0, 'commas, "quotes"\r\nand lines, 泄漏', BY_CLOCK, "shut", (
                Reason(Why.STUCK, "valve", "jam", opening=1 / 3), Reason(Why.SHORT, "bags", units=1.5e6, stock=0.0),
            )),
            Done(150.0, "keep", Cause("order", "keep"), links=("valve", "bund-spillway")),
            Filled(300.0, "bund"),
            Crossing(0.1 + 0.2, "bund-spillway", Cause("reached", "public", "bund"), "plant", "public"),
            Ended(600.0, "spill"),
        ),
        states=(
            State(1 / 3, "bund-spillway", 0.25, 1.0, 0.0, 0.0, Cause("done", "keep")),
            State(1e3, "bund-spillway", 1.0, 0.1 + 0.2, 0.05, 200.0, Cause("fault", "jam")),
        ),
        trace=trace(),
        inflows={"spill": 800.0},
        kernel_events=7,
    )


def trace():
    """
    Two rows of the bund at 300 s: full, then spilling; the pool has rows of its own at 150 s and 350 s.
    """
    rows = [  # storage, time, product, inflow, outflow
        (0, 0, 0, 2, 0), (1, 0, 0, 0, 0), (1, 150, 0, 0, 0), (0, 300, 600, 2, 0), (0, 300, 600, 2, 2),
        (1, 300, 0, 2, 0), (1, 350, 100, 2, 0), (0, 400, 600, 0, 0), (1, 400, 200, 0, 0), (0, 600, 600, 0, 0),
        (1, 600, 200, 0, 0),
    ]  # fmt: skip
    which, at_s, product, inflow, outflow = np.array(rows, dtype=float).T
    flows = [(0, 0, 0), (0, 300, 1), (0, 300, 2), (0, 400, 0), (0, 600, 0)]
    link, link_at_s, flow = np.array(flows, dtype=float).T
    return Trace(
        storage=which.astype(np.int64),
        storage_at_s=at_s,
        volume=by_origin(len(rows), product=product),
        inflow_m3_s=inflow,
        outflow_m3_s=outflow,
        link=link.astype(np.int64),
        link_at_s=link_at_s,
        flow=by_origin(len(flows), product=flow),
    )


@pytest.fixture
def result(case, record):
    return Result(case.park, case.scenario, record)


def is_same(one, other):
    """Whether two records are equal to the last bit, never counting as equal to never."""
    if is_dataclass(one):
        pairs = [(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)]
        return type(one) is type(other) and all(is_same(*pair) for pair in pairs)
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    return type(one) is type(other) and one == other


@pytest.fixture(name="is_same")
def _is_same():
    return is_same


def contents(folder):
    """Every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(name="contents")
def _contents():
    return contents
