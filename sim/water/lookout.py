"""Watches that stand from the start, at no cost where no water comes: sensors, and plants that wait for water."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.park import Link, Park, Quantity, Sensor
from sim.water.records import FLOW, PRESENCE, RATE_QUANTUM, SHARE, VOLUME, WATCH_DTYPE, Row, State, empty

SORTS = {Quantity.VOLUME: VOLUME, Quantity.FLOW: FLOW, Quantity.PRODUCT: SHARE, Quantity.PRESENCE: PRESENCE}


def with_watches(
    rest: State, park: Park, daily: Sequence[Link], storages: Mapping[str, int], links: Mapping[str, int]
) -> State:
    """The state at rest with a watch for every sensor, in the order of their ids, then for every link of `daily`."""
    sensors = [park.sensors[id] for id in sorted(park.sensors)]
    rows = empty(len(sensors) + len(daily), WATCH_DTYPE)
    for number, sensor in enumerate(sensors):
        row = rows[number]
        row["link"] = links.get(sensor.watches, -1)
        row["storage"] = storages[sensor.watches] if row["link"] < 0 else rest.links[row["link"]]["source"]
        lay_watch(row, sensor, float(rest.storages[row["storage"]]["volume"]))
        _hang(rest, row, number)
    for number, link in enumerate(daily, len(sensors)):
        row = rows[number]
        row["quantity"], row["value"], row["rising"], row["armed"] = FLOW, RATE_QUANTUM, 1, 1
        row["link"], row["storage"] = links[link.id], storages[link.source]
        _hang(rest, row, number)
    rest.clock["watches"] = len(rows)
    return rest._replace(watches=rows)


def lay_watch(row: Row, sensor: Sensor, stands_m3: float) -> None:
    """Write what a sensor looks for into its row; so much stands in the storage before anything has happened."""
    row["quantity"], row["value"], row["rising"] = SORTS[sensor.quantity], sensor.threshold, sensor.rising
    above = sensor.quantity is Quantity.VOLUME and stands_m3 > sensor.threshold
    row["armed"] = 1 if sensor.rising or above else 2


def _hang(rest: State, row: Row, number: int) -> None:
    """Put a watch before the others of its storage."""
    store = rest.storages[row["storage"]]
    row["next"], store["first_watch"] = store["first_watch"], number

