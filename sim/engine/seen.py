"""The kernel's state at the end of a run as a record; nothing leaves here whose ledger does not close."""

from __future__ import annotations

import numpy as np

from sim.engine.stage import Stage
from sim.engine.story import story_of
from sim.errors import LedgerError
from sim.park import ORIGINS, Park
from sim.record.record import Floats, Ints, Ledger, LinkRecord, Record, StorageRecord, TierRecord, Trace
from sim.scenario import Scenario
from sim.water.records import GROUND, OUT, RECOVERED, TREATED
from sim.water.water import Water

RELATIVE, ABSOLUTE_M3 = 1e-9, 1e-6
"""How far the two sides of the ledger may differ: a share of all water of an origin, and a volume [m3]."""


def record_of(park: Park, scenario: Scenario, stage: Stage) -> Record:
    """Everything a finished run leaves behind.

    Raises:
        LedgerError: water appeared or vanished, or a volume is out of bounds.
    """
    water = stage.water
    storages, links = _storages(scenario, water), _links(water)
    ledger = _ledger(water, storages)
    _check_ledger(ledger)
    _check_volumes(water)
    return Record(
        park=park.id,
        scenario=scenario.id,
        horizon_s=scenario.horizon_s,
        storages=storages,
        links=links,
        tiers=_tiers(water),
        ledger=ledger,
        entries=story_of(park, scenario, stage, storages, links),
        trace=_trace(water) if water.state.clock["trace"][0] else None,
        inflows={inflow.id: inflow.volume_m3(scenario.horizon_s) for inflow in scenario.inflows},
        kernel_events=int(water.state.clock["events"][0]),
    )


def _storages(scenario: Scenario, water: Water) -> StorageRecord:
    """What became of each storage, in the order of the ids."""
    rows, network = water.state.storages, water.network
    initial = network.rest.storages["parts"].copy()
    for id, amounts in scenario.initial.items():
        initial[network.storage_index[id]] = [amounts.get(origin, 0.0) for origin in ORIGINS]
    return StorageRecord(
        ids=network.storage_ids,
        initial=initial,
        final=rows["parts"].copy(),
        peak_m3=rows["peak"].copy(),
        peak_at_s=rows["peak_at"].copy(),
        full_at_s=rows["full_at"].copy(),
        full_for_s=rows["full_for"].copy(),
        reached_at_s=rows["reached_at"].copy(),
    )


def _links(water: Water) -> LinkRecord:
    """What went over each link, in the order of the ids."""
    network = water.network
    rows = water.state.links[network.by_id]
    with_lag = (rows["lag"] > 0)[:, None]
    return LinkRecord(
        ids=network.link_ids,
        sources=network.link_sources,
        targets=network.link_targets,
        passed=rows["passed"],
        travelling=np.where(with_lag, rows["passed"] - rows["arrived"], 0.0),
        accident_m3=rows["accident"].sum(axis=1),
        accident=rows["accident"],
        accident_from_s=rows["accident_from"],
        accident_until_s=rows["accident_until"],
        peak_accident_m3_s=rows["accident_peak"],
        peak_m3_s=rows["peak"],
    )


def _tiers(water: Water) -> TierRecord:
    """What stood in each tier's reached storages."""
    rows = water.state.tiers
    return TierRecord(water.network.tiers, rows["peak"].copy(), rows["peak_at"].copy())


def _ledger(water: Water, storages: StorageRecord) -> Ledger:
    """Where every cubic metre came from and went."""
    links = water.state.links
    arrived = np.where((links["lag"] > 0)[:, None], links["arrived"], links["passed"])

    def brought(*targets: int) -> Floats:
        return arrived[np.isin(links["target"], targets)].sum(axis=0)

    return Ledger(
        sources=water.state.storages["sourced"].sum(axis=0),
        initial=storages.initial.sum(axis=0),
        stored=storages.final.sum(axis=0),
        travelling=(links["passed"] - arrived).sum(axis=0),
        treated=brought(TREATED),
        recovered=brought(RECOVERED),
        out=brought(OUT, GROUND),
    )


def _trace(water: Water) -> Trace:
    """Every breakpoint of the run."""
    state, network, clock = water.state, water.network, water.state.clock[0]
    rows, link_rows = state.rows[: clock["rows"]], state.link_rows[: clock["link_rows"]]
    place_by_id: Ints = np.empty(len(network.links), dtype=np.int64)
    place_by_id[network.by_id] = np.arange(len(network.links))
    return Trace(
        storage=rows["storage"].copy(),
        storage_at_s=rows["at"].copy(),
        volume=rows["parts"].copy(),
        inflow_m3_s=rows["inflow"].copy(),
        outflow_m3_s=rows["outflow"].copy(),
        link=place_by_id[link_rows["link"]],
        link_at_s=link_rows["at"].copy(),
        flow=link_rows["flow"].copy(),
    )


def _check_ledger(ledger: Ledger) -> None:
    """Make sure that water neither appeared nor vanished.

    Raises:
        LedgerError: it did; says of which origin, and how much.
    """
    scale = np.abs(ledger.sources) + ledger.initial
    wrong = ~(np.abs(ledger.error_m3) <= np.maximum(RELATIVE * scale, ABSOLUTE_M3))
    if wrong.any():
        texts = [f"{ORIGINS[k]} by {ledger.error_m3[k]:.3g} m3 of {scale[k]:.6g} m3" for k in np.flatnonzero(wrong)]
        raise LedgerError("the ledger does not close: " + ", ".join(texts))


def _check_volumes(water: Water) -> None:
    """Make sure that no storage holds less than nothing or more than fits.

    Raises:
        LedgerError: one does; names the first.
    """
    rows = water.state.storages
    slack = 1e-9 * rows["top"]
    parts = rows["parts"].sum(axis=1)
    good = (rows["parts"].min(axis=1) >= 0) & (rows["peak"] <= rows["top"] + slack)
    good &= np.abs(parts - rows["volume"]) <= slack + 1e-9
    if not good.all():
        place = int(np.argmin(good))
        raise LedgerError(f"storage '{water.network.storages[place].id}' is out of bounds: {rows['parts'][place]} m3")
