"""Numbers that no park or storm has, and kinds that no rule knows: one list of what is plausible, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sim.hydrology.rain_records import DAY_IN_CHINA_M, HOUR_IN_CHINA_M
from sim.lint.doubt import Doubt, Doubtful
from sim.park import Park, StageTable, StorageKind
from sim.park.storage_kind import nearest_kind
from sim.scenario import Inflow, InflowKind, Scenario
from sim.units import Dimension, parse

SMALLEST_M3 = 0.1
"""A storage that holds less has a wrong unit; assumed: a gully holds some tens of litres."""
LARGEST_M3 = 1e8
"""One that holds more is a lake; assumed: 100 km of a river 100 m wide and 10 m deep."""
DAY_M = DAY_IN_CHINA_M / 2
"""More rain in 24 hours is doubted; assumed: half of the most on China's mainland."""
HOUR_M = HOUR_IN_CHINA_M
"""More rain in an hour is doubted; published: the most on China's mainland."""
DAY_S, HOUR_S = parse("24 h", Dimension.TIME), parse("1 h", Dimension.TIME)


def own_kinds(park: Park) -> Iterator[Doubt]:
    """Ask which storages are of a kind of the park's own, so that no rule of the standards sees them."""
    for kind in dict.fromkeys(each.kind for each in park.storages.values() if each.kind not in set(StorageKind)):
        ids = tuple(id for id, each in park.storages.items() if each.kind == kind)
        near = nearest_kind(kind)
        words = {"kind": kind, **({"near": near.value} if near else {})}
        yield Doubt(Doubtful.NEAR_KIND if near else Doubtful.OWN_KIND, ids, words)


def sizes(park: Park) -> Iterator[Doubt]:
    """Ask which storages hold less or more than any does."""
    for id, each in park.storages.items():
        if each.capacity_m3 < SMALLEST_M3:
            yield Doubt(Doubtful.SMALL, (id,), numbers={"capacity_m3": each.capacity_m3})
        elif each.capacity_m3 > LARGEST_M3:
            yield Doubt(Doubtful.LARGE, (id,), numbers={"capacity_m3": each.capacity_m3})


def tables(park: Park) -> Iterator[Doubt]:
    """Ask which surveyed tables end below the crest, and are continued with the slope of their last two rows."""
    for id, each in park.storages.items():
        shape = each.shape
        if isinstance(shape, StageTable) and shape.volumes_m3[-1] < each.capacity_m3 * (1 - 1e-9):
            numbers = {"last_m3": shape.volumes_m3[-1], "capacity_m3": each.capacity_m3}
            yield Doubt(Doubtful.TABLE_ENDS, (id,), numbers=numbers)


def rains(scenario: Scenario) -> Iterator[Doubt]:
    """Ask which rains bring more in an hour or a day than has ever been measured, or nearly so."""
    for each in scenario.inflows:
        if each.kind is InflowKind.RAIN:
            hour, day = (_most_m(each, span, scenario.horizon_s) for span in (HOUR_S, DAY_S))
            if hour > HOUR_M * (1 + 1e-9):
                yield Doubt(Doubtful.RAIN_HOUR, words={"rain": each.id}, numbers={"fallen_mm": hour, "most_mm": HOUR_M})
            elif day > DAY_M * (1 + 1e-9):
                yield Doubt(Doubtful.RAIN_DAY, words={"rain": each.id}, numbers={"fallen_mm": day, "most_mm": DAY_M})


def _most_m(rain: Inflow, span_s: float, horizon_s: float) -> float:
    """The most that falls in any time so long [m]; the wettest begins or ends where the rate changes."""
    times = [time for time in rain.times_s if time < horizon_s]
    fallen, ends = [0.0], [*times[1:], horizon_s]
    for since, until, rate in zip(times, ends, rain.rates, strict=False):
        fallen.append(fallen[-1] + rate * (until - since))
    edges = [*times, horizon_s]
    begins = [*edges, *(edge - span_s for edge in edges)]
    return max(_fallen_m(edges, fallen, each + span_s) - _fallen_m(edges, fallen, each) for each in begins)


def _fallen_m(edges: Sequence[float], fallen: Sequence[float], at_s: float) -> float:
    """What has fallen by then [m]."""
    row = bisect_right(edges, at_s) - 1
    if row < 0:
        return 0.0
    if row >= len(edges) - 1:
        return fallen[-1]
    share = (at_s - edges[row]) / (edges[row + 1] - edges[row])
    return fallen[row] + share * (fallen[row + 1] - fallen[row])
