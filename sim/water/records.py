"""The kernel's state: one record array for each kind of thing.

Five columns stand for the five origins of water, in the order of `sim.park.ORIGINS`. Rates are
whole multiples of `RATE_QUANTUM`, a power of two, so sums and differences of rates are exact
whatever their order: a full pool that passes what comes in has a net rate of exactly zero.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.water.jit import COMPILED

RATE_QUANTUM = 2.0**-36
"""Smallest step of a rate, about 1.5e-11 m3/s."""

ORIGIN_COUNT = 6
PRODUCT, FIREWATER, RAIN, PROCESS, RIVER, MEASURED = range(ORIGIN_COUNT)

MIXTURE_FLOORS = (1e-3, 1e-3, 1.0, 1e-3, 1.0, 1e-3)
"""Share of each origin below which its drift is judged absolutely, as if it were this large [-].

Rain and river water are judged against the whole: how much of the one is in the other decides nothing.
"""

MANUAL = 2
"""A link with levels of its own that only people start."""

FIXED, SPILL, RATED, SUDDEN = range(4)
"""What a link asks for: a rate, what does not fit, a rate by volume, all above a crest or wall that can be raised."""

TABLE, LIP, CREST = range(3)
"""How a rated link passes more or less: a share of what its table says, under its lip, over its crest."""

MIXES, FLOATS, SINKS = range(3)

OUT, GROUND, TREATED, RECOVERED = -1, -2, -3, -4
"""Targets that are no storage."""

MOST_VISITS = 1000
"""Visits of one storage in one instant beyond which the kernel gives up."""

MOST_EVENTS = 200_000_000
"""Events of a run, about forty seconds of them, beyond which the kernel gives up."""

UNMIXED, MIXED, BALANCED = range(3)
"""A storage's mixture: that of its inflow as it comes, its own until it has drifted, or both in one."""

BOUND, PART, MIXTURE, COMMITTED, LOOK, LEVEL = range(6)
"""Why a storage's next event is due: its volume reaches an edge, a part runs out, the mixture has
drifted, what is on its way fills what is left, a watched share is reached, it is level with the water behind a link."""

VOLUME, PRESENCE, SHARE, FLOW, ACCIDENT, INTAKE = range(6)
"""What a watch looks at: a storage's volume, accident water in it, the share of product in it or in
what enters a link, what enters a link, accident water entering a link, the share of product in what a link takes or
would take."""

DONE, HIT, FULL_BUFFER, STUCK = range(4)
"""What `advance` says when it returns."""

PARTS: Any = ("f8", (ORIGIN_COUNT,))

STORAGE_DTYPE = np.dtype(
    [
        ("at", "f8"),  # time of the last update [s]
        ("volume", "f8"),  # [m3]
        ("slip", "f8"),  # what snapping to bounds has set aside, to be put back [m3]
        ("net", "f8"),  # [m3/s]
        ("arriving", "f8"),  # all of `inflow` [m3/s]
        ("leaving", "f8"),  # all of `outflow` [m3/s]
        ("top", "f8"),  # volume that fits in at all [m3]
        ("crest", "f8"),  # volume at the crest [m3]
        ("parts", *PARTS),  # volume by origin [m3]
        ("inflow", *PARTS),  # rate by origin, sources included [m3/s]
        ("outflow", *PARTS),  # [m3/s]
        ("source", *PARTS),  # rate that comes from nowhere [m3/s]
        ("sourced", *PARTS),  # volume that came from nowhere [m3]
        ("mixture", *PARTS),  # shares that leave, fixed at the last refresh; without product when that lies apart [-]
        ("mixed", "i8"),  # UNMIXED, MIXED or BALANCED
        ("band", "i8"),
        ("first_edge", "i8"),
        ("edges", "i8"),
        ("first_link", "i8"),
        ("last_link", "i8"),
        ("instant", "f8"),
        ("visits", "i8"),  # number of events at `instant`
        ("dirty", "i8"),  # is to be looked at again at this instant
        ("used", "i8"),
        ("due", "i8"),  # why the next event: BOUND, PART, MIXTURE, COMMITTED, LOOK, LEVEL
        ("due_volume", "f8"),
        ("due_part", "i8"),
        ("rank", "i8"),  # place in the order of links without travel time
        ("first_held", "i8"),  # first link into it that feels back-pressure
        ("first_back", "i8"),  # first link into it that feels its water
        ("first_watch", "i8"),
        ("feels", "i8"),  # whether a link out of it feels the water behind it
        ("peak", "f8"),
        ("full_at", "f8"),
        ("full_for", "f8"),
        ("peak_at", "f8"),
        ("touched", "i8"),  # accident water came in
        ("waiting", "i8"),  # next in the list of storages that may just have been touched
        ("tier", "i8"),
        ("committed", "f8"),  # volume with what is on its way in links that feel back-pressure [m3]
        ("first_step", "i8"),  # its steps for these among `edges`
        ("steps", "i8"),
        ("step", "i8"),
        ("stands", "f8"),  # depth that those links are told of [m]
        ("looking", "i8"),  # next in the list of storages with watches to be looked at before time moves on
        ("row", "i8"),  # last row in the trace
        ("reached_at", "f8"),
    ],
    align=True,
)

LINK_DTYPE = np.dtype(
    [
        ("automatic", "i8"),  # 0 without levels of its own, 1 started and stopped by them, MANUAL stopped only
        ("running", "i8"),
        ("asks", "i8"),  # FIXED, SPILL, RATED, SUDDEN
        ("capacity", "f8"),  # rate when fully open [m3/s]
        ("opening", "f8"),
        ("leak", "f8"),
        ("left", "f8"),  # share of its flow that a blockage leaves
        ("limit", "f8"),  # what a full target takes [m3/s]
        ("wanted", "f8"),  # what it would pass without the limit [m3/s]
        ("asked", "f8"),  # what it is about to pass [m3/s]
        ("rate", "f8"),
        ("from_top", "i8"),
        ("flow", *PARTS),  # rate entering by origin [m3/s]
        ("at", "f8"),
        ("lag", "f8"),
        ("target", "i8"),  # a storage, or OUT, GROUND, TREATED, RECOVERED
        ("held", "i8"),  # feels back-pressure
        ("used", "i8"),
        ("arriving", *PARTS),  # rate leaving at the target by origin [m3/s]
        ("passed", *PARTS),
        ("peak", "f8"),
        ("row", "i8"),  # last row in the trace
        ("source", "i8"),
        ("behind", "f8"),  # how high water stands behind it over the source's floor; -inf for none [m]
        ("level", "i8"),  # band of the source in which both stand level, -1 for none
        ("start", "f8"),
        ("stop", "f8"),
        ("next_held", "i8"),
        ("arrived_at", "f8"),
        ("arrived", *PARTS),  # kept only with travel time; without it is `passed`
        ("travelling", *PARTS),  # what is on its way at the end of the run [m3]
        ("accident", *PARTS),  # accident water among `passed`
        ("accident_from", "f8"),
        ("accident_until", "f8"),
        ("accident_peak", "f8"),
        ("head", "i8"),  # oldest parcel on its way
        ("before", "i8"),  # the one sent before the newest, while both are on their way
        ("tail", "i8"),
        ("pace", "f8"),  # changes that it may send for ever [1/s]
        ("spared", "f8"),  # changes that it may send at once
        ("spared_at", "f8"),
        ("owed", *PARTS),  # what packing has rounded away so far, to be packed with what comes next [m3]
    ],
    align=True,
)

RATING_DTYPE = np.dtype(
    [
        ("form", "i8"),  # TABLE, LIP, CREST
        ("first_rate", "i8"),  # rates by band of the source's volume; -1 for none
        ("sill", "f8"),  # height of its sill or crest over the source's floor [m]
        ("height", "f8"),  # of the lip when fully open; of a crest, what it can be raised by [m]
        ("factor", "f8"),  # `mu b sqrt(2 g)` of a lip, `m b sqrt(2 g)` of a crest [m0.5/s, m1.5/s]
        ("flap", "f8"),  # head that it takes to open [m]
        ("drowned", "f8"),  # what it passes drowned under a metre, fully open; 0 for a crest [m3/s]
        ("reach", "f8"),  # height from which water behind it can reach it [m]
        ("over", "f8"),  # height of the target's floor over the source's [m]
        ("back", "i8"),  # feels the water behind it
        ("next_back", "i8"),
    ],
    align=True,
)
"""What never changes of a link whose flow follows the water before and behind it."""

EDGE_DTYPE = np.dtype([("volume", "f8"), ("level", "f8"), ("depth", "f8")])
"""An edge between two bands: the volume and the depth there, and the depth in the middle of the band above, at the last
one that at the top; depths are 0 where a storage has no shape [m3, m]."""

EVENT_DTYPE = np.dtype([("at", "f8"), ("turn", "i8"), ("node", "i8")])
"""What is due at a node: a storage, or from `len(storages)` on a link at whose lower end something arrives. Of one time
links come first, by their places, then storages by rank."""
PARCEL_DTYPE = np.dtype([("at", "f8"), ("flow", *PARTS), ("next", "i8")], align=True)
WATCH_DTYPE = np.dtype(
    [
        ("quantity", "i8"),  # VOLUME, PRESENCE, SHARE, FLOW, ACCIDENT, INTAKE
        ("storage", "i8"),  # whose visits it is looked at; of a link its source
        ("link", "i8"),  # -1 for none
        ("value", "f8"),
        ("rising", "i8"),
        ("armed", "i8"),  # 0 no more, 1 waiting, 2 waiting for more than `value` first
        ("next", "i8"),
    ],
    align=True,
)
TIER_DTYPE = np.dtype([("at", "f8"), ("volume", "f8"), ("net", "f8"), ("peak", "f8"), ("peak_at", "f8")])
ROW_DTYPE = np.dtype(
    [("storage", "i8"), ("at", "f8"), ("parts", *PARTS), ("inflow", "f8"), ("outflow", "f8")], align=True
)
LINK_ROW_DTYPE = np.dtype([("link", "i8"), ("at", "f8"), ("flow", *PARTS)], align=True)
CHOSEN_DTYPE = np.dtype([("storage", "i8"), ("factor", "f8")])
"""A storage that something is about: an inflow, which brings so many times its rate there."""

CLOCK_DTYPE = np.dtype(
    [
        ("now", "f8"),
        ("events", "i8"),
        ("queued", "i8"),
        ("marked", "i8"),
        ("free_parcel", "i8"),
        ("parcels", "i8"),
        ("watches", "i8"),
        ("chosen", "i8"),
        ("rows", "i8"),
        ("link_rows", "i8"),
        ("used_storages", "i8"),
        ("used_links", "i8"),
        ("waiting", "i8"),
        ("looking", "i8"),
        ("traced", "i8"),  # not `trace`, which is a method of rows in plain Python
        ("behaviour", "i8"),
        ("product_share", "f8"),
        ("quantum", "f8"),
        ("hit", "i8"),
        ("stuck", "i8"),
        ("degree", "i8"),  # most links and back-pressured links at one storage
        ("out", *PARTS),  # flows in the making: all that leaves, what is dealt out of it, one link's [m3/s]
        ("dealt", *PARTS),
        ("flow", *PARTS),
    ],
    align=True,
)

Records = NDArray[np.void]
Row = Any
"""One row of `Records`; NumPy's types know nothing of its fields."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def empty(count: int, dtype: np.dtype[Any]) -> Records:
    """Zeroed records; without the compiler as rows with attributes, since plain rows have none."""
    rows: Records = np.zeros(count, dtype)
    return rows if COMPILED else rows.view(np.recarray)


def edges_of(volumes_m3: Floats, levels_m: Floats, depths_m: Floats) -> Records:
    """Edges from their columns."""
    rows = empty(len(volumes_m3), EDGE_DTYPE)
    rows["volume"], rows["level"], rows["depth"] = volumes_m3, levels_m, depths_m
    return rows


def joined(parts: list[Records]) -> Records:
    """Records one after the other."""
    rows: Records = np.concatenate(parts)
    return rows if COMPILED else rows.view(np.recarray)


class State(NamedTuple):
    """Everything the kernel reads and writes."""

    storages: Records
    links: Records
    ratings: Records
    """One a link."""
    order: Ints
    """Places of the storages by rank."""
    marked: Ints
    """Ranks of those to be looked at again at this instant, a heap."""
    queue: Records
    """Room for every node."""
    places: Ints
    """Where each node stands in the queue, -1 for nowhere."""
    parcels: Records
    watches: Records
    chosen: Records
    """Storages that inflows come into, inflow after inflow."""
    edges: Records
    """Where the rates of a storage's links change, storage after storage; then where those of links into it change."""
    rates: Floats
    """Rate per band and at the top, link after link, fully open [m3/s]."""
    tiers: Records
    rows: Records
    link_rows: Records
    used: Ints
    """Places of the storages that have left their state of rest, and from `len(storages)` on of such links."""
    clock: Records


DTYPES = (
    STORAGE_DTYPE,
    LINK_DTYPE,
    RATING_DTYPE,
    np.dtype("i8"),
    np.dtype("i8"),
    EVENT_DTYPE,
    np.dtype("i8"),
    PARCEL_DTYPE,
    WATCH_DTYPE,
    CHOSEN_DTYPE,
    EDGE_DTYPE,
    np.dtype("f8"),
    TIER_DTYPE,
    ROW_DTYPE,
    LINK_ROW_DTYPE,
    np.dtype("i8"),
    CLOCK_DTYPE,
)
"""What lies in each array of a state, in their order."""
