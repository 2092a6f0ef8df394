"""What a page shows while a slider moves: the answer in words, and volumes and rates on one grid of times as bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import numpy as np

from sim.board.board import Answer
from sim.board.plain import words_of
from sim.board.sheet import Sheet
from sim.record.record import Floats
from sim.report.map.chosen import met
from sim.report.map.moment import worst_s
from sim.report.page.replay import alarmed, openings, replay_data, tier_states, trips, worst_place

LENGTH_BYTES = 4
"""The first bytes say how long the JSON is that follows them, in bytes, the least first."""


def moving_data(answer: Answer, sheet: Sheet) -> tuple[dict[str, Any], list[Floats]]:
    """What came of what was moved, and a row of the grid for each origin of water in each storage and link."""
    result, grid = answer.result, answer.grid
    course, rows = result.course, list[Floats]()
    filled = [each.storage for each in grid.fillings]
    shown = dict.fromkeys((*sorted(sheet.drawn), *filled))
    storages = {id: _kept(rows, course.parts_at(id, grid.at_s)) for id in shown}
    carried = (id for id in sheet.routes if len(course.rates(id)[0]))
    links = {id: _kept(rows, course.flow_m3_s(id, grid.at_s)) for id in carried}
    data = {
        **words_of(answer),
        "points": len(grid.at_s),
        "until": float(grid.at_s[-1]),
        "at": worst_s(result.verdict),
        "place": worst_place(result),
        "fillings": [{"id": each.storage, "usable_m3": each.usable_m3, "peak_m3": each.peak_m3}
                     for each in grid.fillings],
        "beside": grid.beside,
        "also": sorted(met(result.record) - sheet.drawn),
        "storages": storages,
        "links": links,
        "openings": openings(result, sheet.routes),
        "tier_states": {each.tier: tier_states(result, each) for each in result.verdict.tiers},
        "trips": trips(result.park, result.record),
        "alarms": alarmed(result.record),
    }  # fmt: skip
    return data, rows


def at_rest(answer: Answer, sheet: Sheet) -> dict[str, Any]:
    """All that happened in a run, at every instant, for the map."""
    return replay_data(answer.result, (), sheet.plan, worst_s(answer.result.verdict))


def _kept(rows: list[Floats], parts: Floats) -> list[int]:
    """Which origins there are at any time, whose rows are put behind the others."""
    own = np.flatnonzero(parts.any(axis=0)).tolist()
    rows += [parts[:, k] for k in own]
    return own


def packed(data: dict[str, Any], rows: Iterable[Floats]) -> bytes:
    """JSON and rows in one: how long the JSON is, the JSON with blanks up to a multiple of four bytes, and the rows as
    float32, the least byte first."""
    head = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    head += b" " * (-len(head) % LENGTH_BYTES)
    found = [*rows]
    body = np.concatenate(found).astype("<f4").tobytes() if found else b""
    return len(head).to_bytes(LENGTH_BYTES, "little") + head + body
