"""The kernel's state at the end of a run as a record; nothing leaves here whose ledger does not close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.engine.stage import Stage
from sim.engine.story import story_of
from sim.errors import LedgerError
from sim.park import ORIGINS, Park
from sim.record.record import Floats, Ints, Ledger, LinkRecord, Record, StorageRecord, TierRecord, Trace
from sim.scenario import Scenario
from sim.water.network import SEEN, Network
from sim.water.records import GROUND, LINK_DTYPE, ORIGIN_COUNT, OUT, RECOVERED, STORAGE_DTYPE, TREATED, Records
from sim.water.water import Water

RELATIVE, ABSOLUTE_M3 = 1e-9, 1e-6
"""How far the two sides of the ledger may differ: a share of all water of an origin, and a volume [m3]."""


def record_of(park: Park, scenario: Scenario, stage: Stage) -> Record:
    """Everything a finished run leaves behind.

    Raises:
        LedgerError: water appeared or vanished, or a volume is out of bounds.
    """
    water = stage.water
    used = _used(water)
    storages, links = _storages(scenario, used), _links(used)
    ledger = _ledger(used, storages, stage.corrected)
    _check_ledger(ledger)
    _check_volumes(used)
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


@dataclass(frozen=True, slots=True)
class Used:
    """The storages and links that did not stay at rest: where they lie, and their rows."""

    network: Network
    storages: Ints
    storage_rows: Records
    links: Ints
    link_rows: Records


def _used(water: Water) -> Used:
    """What a run has used, gathered once: the cost must follow the water, not the park.

    `take` copies whole rows; an index copies them field by field, which takes fifteen times as long.
    """
    state, clock = water.state, water.state.clock[0]
    first = len(state.storages)
    storages = state.used[: clock["used_storages"]]
    links = state.used[first : first + clock["used_links"]]
    return Used(water.network, storages, state.storages.take(storages), links, state.links.take(links))


def _places(kind: np.dtype[Any], names: Sequence[str]) -> Ints:
    """Where fields lie among the numbers of a row, those by origin once for each."""
    assert kind.fields is not None
    found = [kind.fields[name] for name in names]
    return np.array([place // BYTES + k for field, place, *_ in found for k in range(field.itemsize // BYTES)])


def _columns(rows: Records, places: Ints) -> Floats:
    """Fields of rows side by side: one copy instead of one a field."""
    numbers: Floats = rows.view(np.ndarray).view(np.float64).reshape(len(rows), rows.dtype.itemsize // BYTES)
    return numbers.take(places, axis=1)


BYTES = 8
"""Of every number in a row."""
OF_LINKS = _places(LINK_DTYPE, ("passed", "travelling", "accident", "accident_from", "accident_until", "accident_peak",
                                "peak"))  # fmt: skip
"""What of a link goes into a record."""
PASSED, TRAVELLING, ACCIDENT = (slice(k * ORIGIN_COUNT, (k + 1) * ORIGIN_COUNT) for k in range(3))
FROM, UNTIL, PEAK_ACCIDENT, PEAK = range(3 * ORIGIN_COUNT, 3 * ORIGIN_COUNT + 4)
OF_STORAGES = _places(STORAGE_DTYPE, ("parts", *SEEN))
"""What of a storage goes into a record."""
PARTS = slice(0, ORIGIN_COUNT)


def _storages(scenario: Scenario, run: Used) -> StorageRecord:
    """What became of each storage, in the order of the ids; those at rest are as they were."""
    network, used = run.network, run.storages
    initial = network.initial.copy() if scenario.initial else network.initial
    for id, amounts in scenario.initial.items():
        initial[network.storage_index[id]] = [amounts.get(origin, 0.0) for origin in ORIGINS]
    rows = _columns(run.storage_rows, OF_STORAGES)
    final = initial.copy()
    final[used] = rows[:, PARTS]
    at_rest = {name: network.at_rest[name].copy() for name in SEEN}
    for place, column in enumerate(at_rest.values(), PARTS.stop):
        column[used] = rows[:, place]
    return StorageRecord(
        ids=network.storage_ids,
        initial=initial,
        final=final,
        peak_m3=at_rest["peak"],
        peak_at_s=at_rest["peak_at"],
        full_at_s=at_rest["full_at"],
        full_for_s=at_rest["full_for"],
        reached_at_s=at_rest["reached_at"],
    )


def _links(run: Used) -> LinkRecord:
    """What went over each link, in the order of the ids."""
    network = run.network
    places, count = network.place_by_id[run.links], len(network.links)
    used = _columns(run.link_rows, OF_LINKS)
    seen, accident_m3 = np.zeros((count, PEAK + 1)), np.zeros(count)
    seen[:, FROM : UNTIL + 1] = np.nan
    seen[places], accident_m3[places] = used, used[:, ACCIDENT].sum(axis=1)
    return LinkRecord(
        ids=network.link_ids,
        sources=network.link_sources,
        targets=network.link_targets,
        passed=seen[:, PASSED],
        travelling=seen[:, TRAVELLING],
        accident_m3=accident_m3,
        accident=seen[:, ACCIDENT],
        accident_from_s=seen[:, FROM],
        accident_until_s=seen[:, UNTIL],
        peak_accident_m3_s=seen[:, PEAK_ACCIDENT],
        peak_m3_s=seen[:, PEAK],
    )


def _tiers(water: Water) -> TierRecord:
    """What stood in each tier's reached storages."""
    rows = water.state.tiers
    return TierRecord(water.network.tiers, rows["peak"].copy(), rows["peak_at"].copy())


def _ledger(run: Used, storages: StorageRecord, corrected: Sequence[float]) -> Ledger:
    """Where every cubic metre came from and went."""
    links, used, network = run.link_rows, run.storages, run.network
    at_rest = network.initial_sum - _sum(network.initial[used])
    ends = np.flatnonzero(links["target"] < 0)
    target = links["target"][ends]
    arrived = np.where((links["lag"][ends] > 0)[:, None], links["arrived"][ends], links["passed"][ends])
    return Ledger(
        sources=_sum(run.storage_rows["sourced"]),
        corrected=np.array(corrected),
        initial=at_rest + _sum(storages.initial[used]),
        stored=at_rest + _sum(run.storage_rows["parts"]),
        travelling=_sum(links["travelling"]),
        treated=_sum(arrived[target == TREATED]),
        recovered=_sum(arrived[target == RECOVERED]),
        out=_sum(arrived[(target == OUT) | (target == GROUND)]),
    )


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


def _check_volumes(run: Used) -> None:
    """Make sure that no storage holds less than nothing or more than fits.

    Raises:
        LedgerError: one does; names the first.
    """
    rows = run.storage_rows
    slack = 1e-9 * rows["top"]
    parts = rows["parts"].sum(axis=1)
    good = (rows["parts"].min(axis=1) >= 0) & (rows["peak"] <= rows["top"] + slack)
    good &= np.abs(parts - rows["volume"]) <= slack + 1e-9
    if not good.all():
        place = int(np.argmin(good))
        id = run.network.storage_ids[run.storages[place]]
        raise LedgerError(f"storage '{id}' is out of bounds: {rows['parts'][place]} m3")
