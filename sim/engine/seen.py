"""The kernel's state at the end of a run as a record; nothing leaves here whose ledger does not close."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.engine.stage import Stage
from sim.engine.story import story_of
from sim.errors import LedgerError
from sim.park import ORIGINS, Park
from sim.record.few import Few, Floats, Ints
from sim.record.record import Ledger, LinkRecord, Record, StorageRecord, TierRecord, Trace
from sim.scenario import Scenario
from sim.water.records import Records
from sim.water.water import Water

RELATIVE, ABSOLUTE_M3 = 1e-9, 1e-6
"""How far the two sides of the ledger may differ: a share of all water of an origin, and a volume [m3]."""


def record_of(park: Park, scenario: Scenario, stage: Stage) -> Record:
    """Everything a finished run leaves behind.

    Raises:
        LedgerError: water appeared or vanished, or a volume is out of bounds.
    """
    water = stage.water
    water.tell()
    storages, links = _storages(scenario, water), _links(water)
    ledger = _ledger(water, storages, stage.corrected)
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
        events=story_of(park, scenario, stage, storages, links),
        states=tuple(stage.states),
        trace=_trace(water) if water.state.clock["traced"][0] else None,
        inflows={inflow.id: inflow.volume_m3(scenario.horizon_s) for inflow in scenario.inflows},
        kernel_events=int(water.state.clock["events"][0]),
    )


def _storages(scenario: Scenario, water: Water) -> StorageRecord:
    """What became of each storage, in the order of the ids; those at rest are as they were."""
    network, state = water.network, water.state
    initial = network.initial.copy() if scenario.initial else network.initial
    for id, amounts in scenario.initial.items():
        initial[network.storage_index[id]] = [amounts.get(origin, 0.0) for origin in ORIGINS]
    used = water.used_storages
    few = _few(network.storages_at_rest, used, state.told_storages)
    return StorageRecord.of(few, ids=network.storage_ids, initial=initial)


def _links(water: Water) -> LinkRecord:
    """What went over each link, in the order of the ids."""
    network = water.network
    few = _few(network.links_at_rest, network.place_by_id[water.used_links], water.state.told_links)
    return LinkRecord.of(few, ids=network.link_ids, sources=network.link_sources, targets=network.link_targets)


def _few(rest: Floats, places: Ints, told: Records) -> Few:
    """What has been told of things that lie at some places, in their order."""
    rows: Floats = told[: len(places)].view(np.ndarray).view(np.float64).reshape(len(places), rest.shape[1])
    order = places.argsort()
    return Few(rest, places.take(order), rows.take(order, axis=0))


def _tiers(water: Water) -> TierRecord:
    """What stood in each tier's reached storages."""
    rows = water.state.tiers
    return TierRecord(water.network.tiers, rows["peak"].copy(), rows["peak_at"].copy())


def _ledger(water: Water, storages: StorageRecord, corrected: Sequence[float]) -> Ledger:
    """Where every cubic metre came from and went."""
    network, used, totals = water.network, water.used_storages, water.state.totals
    before = _sum(network.initial.take(used, axis=0))
    at_rest = network.initial_sum - before
    began = before if storages.initial is network.initial else _sum(storages.initial.take(used, axis=0))
    sourced, stored, travelling, treated, recovered, out = (
        totals.view(np.ndarray).view(np.float64)[: 6 * len(ORIGINS)].reshape(6, -1).copy()
    )
    began_m3, stored_m3 = at_rest + began, at_rest + stored
    return Ledger(sourced, np.array(corrected), began_m3, stored_m3, travelling, treated, recovered, out)


def _sum(rows: Floats) -> Floats:
    """What stands in all rows, by origin."""
    total: Floats = np.add.reduce(rows, axis=0)
    return total


def _trace(water: Water) -> Trace:
    """Every breakpoint of the run; within an instant in the order of ids, since no other order means anything."""
    state, clock = water.state, water.state.clock[0]
    rows, link_rows = state.rows[: clock["rows"]], state.link_rows[: clock["link_rows"]]
    links = water.network.place_by_id[link_rows["link"]]
    by_id, links_by_id = np.lexsort((rows["storage"], rows["at"])), np.lexsort((links, link_rows["at"]))
    rows, link_rows = rows.take(by_id), link_rows.take(links_by_id)
    return Trace(
        storage=rows["storage"].copy(),
        storage_at_s=rows["at"].copy(),
        volume=rows["parts"].copy(),
        inflow_m3_s=rows["inflow"].copy(),
        outflow_m3_s=rows["outflow"].copy(),
        link=links[links_by_id],
        link_at_s=link_rows["at"].copy(),
        flow=link_rows["flow"].copy(),
    )


def _check_ledger(ledger: Ledger) -> None:
    """Make sure that water neither appeared nor vanished.

    Raises:
        LedgerError: it did; says of which origin, and how much.
    """
    scale = np.abs(ledger.sources) + np.abs(ledger.corrected) + ledger.initial
    wrong = ~(np.abs(ledger.error_m3) <= np.maximum(RELATIVE * scale, ABSOLUTE_M3))
    if wrong.any():
        texts = [f"{ORIGINS[k]} by {ledger.error_m3[k]:.3g} m3 of {scale[k]:.6g} m3" for k in np.flatnonzero(wrong)]
        raise LedgerError("the ledger does not close: " + ", ".join(texts))


def _check_volumes(water: Water) -> None:
    """Make sure that no storage holds less than nothing or more than fits.

    Raises:
        LedgerError: one does; names the first.
    """
    place = int(water.state.totals[0]["amiss"])
    if place >= 0:
        id, parts = water.network.storage_ids[place], water.state.storages[place]["parts"]
        raise LedgerError(f"storage '{id}' is out of bounds: {parts} m3")
