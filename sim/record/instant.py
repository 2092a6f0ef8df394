"""What a run kept of one instant: what stands in storages and flows in links, by origin."""

from __future__ import annotations

import numpy as np

from sim.record.breakpoints import held, linear, rows_of_each
from sim.record.origins import ORIGINS
from sim.record.record import Floats, Record


def volumes_at(record: Record, at_s: float) -> dict[str, Floats]:
    """Of each storage its water by origin at an instant [m3]; nothing when the run kept no trace."""
    if record.trace is None:
        return {}
    trace, now = record.trace, np.array([at_s])
    rows = rows_of_each(trace.storage, len(record.storages.ids))
    found = {}
    for place, id in enumerate(record.storages.ids):
        own, start = rows[place], record.storages.initial[place]
        times = trace.storage_at_s[own]
        found[id] = np.array([linear(now, times, trace.volume[own, k], start[k])[0] for k in range(len(ORIGINS))])
    return found


def flows_at(record: Record, at_s: float) -> dict[str, Floats]:
    """What enters each link through which water runs at an instant, by origin [m3/s]; nothing without a trace."""
    if record.trace is None:
        return {}
    trace, now = record.trace, np.array([at_s])
    rows = rows_of_each(trace.link, len(record.links.ids))
    found = {}
    for place, id in enumerate(record.links.ids):
        own = rows[place]
        times = trace.link_at_s[own]
        rates = np.array([held(now, times, trace.flow[own, k])[0] for k in range(len(ORIGINS))])
        if rates.sum() > 0:
            found[id] = rates
    return found
