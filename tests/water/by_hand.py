"""Small networks, and what a run made of them, for tests that know the answer before they run.

Rates in these tests are mostly halves, quarters and eighths, which are whole numbers of the
kernel's rate quantum, so that the answers are exact.
"""

from dataclasses import dataclass

import numpy as np

from sim.engine import play
from sim.park import ORIGINS, Link, LinkKind, Name, Outlet, Park, Storage, Tier
from sim.record.record import Record
from sim.scenario import Action, Behaviour, Clock, Inflow, InflowKind, Level, Limits, Product, Scenario
from sim.water.network import network_of

MINUTE = 60
HOUR = 3600
TIERS = {id: Tier(id, Name(id), Name("")) for id in ("plant", "public", "boundary")}


def pool(id, capacity_m3, tier="plant", **others):
    """A storage; `others` are its further fields, `holds` what stands in it by origin."""
    return Storage(id, Name(id), tier, "pool", capacity_m3, **others)


def link(kind, id, source, target, capacity_m3_s=0.0, **others):
    """A link of a kind."""
    return Link(id, Name(id), LinkKind(kind), source, target, capacity_m3_s, **others)


def pump(id, source, target, capacity_m3_s, **others):
    """A pump that runs whenever there is water."""
    return link("pump", id, source, target, capacity_m3_s, **others)


def valve(id, source, target, capacity_m3_s, **others):
    """An open valve that passes its capacity whenever there is water."""
    return link("valve", id, source, target, capacity_m3_s, **others)


def spillway(id, source, target, **others):
    """What does not fit into `source` goes to `target`."""
    return link("spillway", id, source, target, outlet=Outlet.TOP, **others)


def pour(kind, into, *steps, id=None, factors=None):
    """An inflow of a kind; `steps` are (from second, m3/s)."""
    into = (into,) if isinstance(into, str) else tuple(into)
    times, rates = zip(*steps, strict=True)
    return Inflow(id or kind, InflowKind(kind), into, factors or (1.0,) * len(into), times, rates)


def at(at_s, *openings, id="act", after_s=0.0):
    """An action by the clock; `openings` are (link, share)."""
    return Action(id, Clock(at_s), after_s, openings)


def above(storage, volume_m3, *openings, id="act", after_s=0.0):
    """An action when a volume has risen to a level."""
    return Action(id, Level(storage, volume_m3), after_s, openings)


def below(storage, volume_m3, *openings, id="act", after_s=0.0):
    """An action when a volume has fallen to a level."""
    return Action(id, Level(storage, volume_m3, rising=False), after_s, openings)


def park_of(storages, links=(), **others):
    """A park of three tiers."""
    return Park.of(storages, links, tiers=TIERS, **others)


def sparing(park, pace=0.0, spared=0.0):
    """The park, whose links may send `spared` changes at once and `pace` a second for ever, from what arrives first."""
    links = network_of(park).rest.links
    links["spared"], links["spared_at"], links["pace"] = spared, links["lag"], pace
    return park


def script(*inflows, horizon_s, actions=(), behaviour="mixes", **others):
    """A scenario; `others` are its further fields, `product_share` and `mixture_quantum` its limits."""
    limits = {name: others.pop(name) for name in ("product_share", "mixture_quantum") if name in others}
    product = Product(behaviour=Behaviour(behaviour))
    return Scenario("run", Name("run"), horizon_s, inflows, tuple(actions), product, Limits(**limits), **others)


def by_origin(**volumes):
    """Volumes in the order of the ledger."""
    return [volumes.get(origin, 0.0) for origin in ORIGINS]


@dataclass
class Seen:
    """What a run made of a park, by the names of things."""

    park: Park
    record: Record

    def of(self, column, id):
        """A storage's figure, such as `peak_m3` or `final`."""
        storages = self.record.storages
        return getattr(storages, column)[storages.ids.index(id)].tolist()

    def over(self, column, id):
        """A link's figure, such as `passed` or `accident_m3`."""
        links = self.record.links
        return getattr(links, column)[links.ids.index(id)].tolist()

    def tier(self, column, id):
        """A tier's figure."""
        tiers = self.record.tiers
        return getattr(tiers, column)[tiers.ids.index(id)].tolist()

    def holds(self, id):
        """What stands in a storage at the end [m3]."""
        return sum(self.of("final", id))

    def passed(self, id):
        """What entered a link in all [m3]."""
        return sum(self.over("passed", id))

    def part(self, id, origin, times_s):
        """What stands in a storage of one origin, at each of the times [m3]."""
        return _between(self.record, self.record.storages.ids.index(id), times_s, ORIGINS.index(origin))

    def volume(self, id, times_s):
        """What stands in a storage at each of the times [m3]."""
        return sum(self.part(id, origin, times_s) for origin in ORIGINS)

    def rate(self, id, at_s):
        """What enters a link just after a time [m3/s]."""
        trace = self.record.trace
        rows = (trace.link == self.record.links.ids.index(id)) & (trace.link_at_s <= at_s)
        return float(trace.flow[rows][-1].sum()) if rows.any() else 0.0

    def turns(self, id):
        """Times at which a link begins or ceases to pass water [s]."""
        trace = self.record.trace
        rows = np.flatnonzero(trace.link == self.record.links.ids.index(id))
        runs = trace.flow[rows].sum(axis=1) > 0
        changed = np.flatnonzero(np.diff(runs.astype(int), prepend=0))
        return trace.link_at_s[rows][changed].tolist()

    def entries(self, *whats):
        """(second, what, subject) of the entries of some kinds."""
        return [(each.at_s, each.what, each.subject) for each in self.record.events if each.what in whats]


def _between(record, place, times_s, origin):
    """Exact volumes from the trace: linear between its rows."""
    trace = record.trace
    rows = trace.storage == place
    at_s, volume = trace.storage_at_s[rows], trace.volume[rows][:, origin]
    if not len(at_s) or at_s[0] > 0:
        at_s, volume = np.append(0.0, at_s), np.append(record.storages.initial[place, origin], volume)
    return np.interp(times_s, at_s, volume)


def run(park, *inflows, trace=True, **others):
    """Play a scenario in a park; `others` as in `script`."""
    return Seen(park, play(park, script(*inflows, **others), trace=trace))
