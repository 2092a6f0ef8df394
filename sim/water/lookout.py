"""The sensors of a park as watches that stand from the start, at no cost where no water comes."""

from __future__ import annotations

from collections.abc import Mapping

from sim.park import Park, Quantity, Sensor
from sim.water.records import FLOW, PRESENCE, SHARE, VOLUME, WATCH_DTYPE, State, empty

SORTS = {Quantity.VOLUME: VOLUME, Quantity.FLOW: FLOW, Quantity.PRODUCT: SHARE, Quantity.PRESENCE: PRESENCE}


def with_sensors(rest: State, park: Park, storages: Mapping[str, int], links: Mapping[str, int]) -> State:
    """The state at rest with a watch for every sensor, in the order of their ids."""
    sensors = [park.sensors[id] for id in sorted(park.sensors)]
    rows = empty(len(sensors), WATCH_DTYPE)
    for number, sensor in enumerate(sensors):
        row = rows[number]
        row["quantity"], row["value"], row["rising"] = SORTS[sensor.quantity], sensor.threshold, sensor.rising
        row["link"] = links.get(sensor.watches, -1)
        row["storage"] = storages[sensor.watches] if row["link"] < 0 else rest.links[row["link"]]["source"]
        row["armed"] = 1 if sensor.rising or _stands_above(sensor, rest, int(row["storage"])) else 2
        store = rest.storages[row["storage"]]
        row["next"], store["first_watch"] = store["first_watch"], number
    rest.clock["watches"] = len(sensors)
    return rest._replace(watches=rows)


def _stands_above(sensor: Sensor, rest: State, storage: int) -> bool:
    """Whether more than a falling sensor's threshold is there before anything has happened."""
    return sensor.quantity is Quantity.VOLUME and bool(rest.storages[storage]["volume"] > sensor.threshold)
