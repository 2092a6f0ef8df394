"""What each incident of an ensemble does: how often it breaches a tier, and how many of the breaches it makes.

Incidents are drawn by their frequencies or weights, so runs count alike: a share of all runs is the chance given that
one of the incidents happens, and times the frequency of all of them it is how often that comes about in a year. The
frequencies are taken as they are written; intervals are those of the draws alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, nan
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.ensemble.ensemble import BREACHED, Ensemble
from sim.ensemble.exceedance import Exceedance
from sim.ensemble.interval import Interval, interval
from sim.ensemble.shards import ESCAPED, FAILED, VERDICT
from sim.record.column import Columns, columns
from sim.record.table import Table
from sim.scenario import Incident

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

CURVE = ("tier", "volume [m3]", "more a year [1/a]", "at least [1/a]", "at most [1/a]")


class Yearly(NamedTuple):
    """How often something happens a year, and between what that lies with 95 % as far as draws go [1/a]."""

    value: float
    low: float
    high: float

    @classmethod
    def of(cls, frequency: float, chance: Interval) -> Yearly:
        """Of what happens with a chance each time that something of some frequency does."""
        return cls(*(frequency * each for each in (chance.share, chance.low, chance.high)))


@dataclass(frozen=True, slots=True)
class Part:
    """What one incident does to one tier."""

    incident: Incident
    breach: Interval
    """In its own runs."""
    share: Interval
    """Of all breaches of the tier."""
    escaped_mean_m3: float
    """Of its own runs; NaN when it was never drawn."""

    @property
    def yearly(self) -> Yearly | None:
        """How often it breaches the tier; None where nobody knows how often it happens."""
        return Yearly.of(self.incident.weight, self.breach) if self.incident.is_frequency else None


@dataclass(frozen=True, slots=True)
class OfTier:
    """What all incidents do to one tier."""

    tier: str
    breach: Interval
    escaped_mean_m3: float
    frequency: float | None
    """Of all incidents together; None where nobody knows it [1/a]."""
    parts: tuple[Part, ...]
    """In the order of the file."""

    @property
    def yearly(self) -> Yearly | None:
        """How often the tier is breached; None where nobody knows."""
        return None if self.frequency is None else Yearly.of(self.frequency, self.breach)


def frequency_of(incidents: Sequence[Incident]) -> float | None:
    """How often one of some incidents happens; None where nobody knows [1/a]."""
    known = incidents and all(each.is_frequency for each in incidents)
    return fsum(each.weight for each in incidents) if known else None


def incidents_of(ensemble: Ensemble) -> tuple[OfTier, ...]:
    """What each incident does to each tier, inside out; nothing where all runs are of one accident."""
    import numpy as np

    incidents, shards, runs = ensemble.player.incidents, ensemble.shards, ensemble.tally.done
    if not incidents:
        return ()
    good = shards.column(FAILED, runs) == ""
    places = {each.id: place for place, each in enumerate(incidents)}
    drawn = np.array([places[id] for id in shards.column(shards.uncertain[0].path, runs)[good]], dtype=np.int32)

    def of_tier(tier: str) -> OfTier:
        breached: Flags = shards.column(f"{tier}: {VERDICT}", runs)[good] == BREACHED
        escaped_m3: Floats = shards.column(f"{tier}: {ESCAPED}", runs)[good]
        parts = (_part(incident, drawn == place, breached, escaped_m3) for place, incident in enumerate(incidents))
        whole = interval(int(breached.sum()), len(breached))
        return OfTier(tier, whole, _mean(escaped_m3), frequency_of(incidents), tuple(parts))

    return tuple(map(of_tier, shards.tiers))


def _part(incident: Incident, own: Flags, breached: Flags, escaped_m3: Floats) -> Part:
    count = int(breached[own].sum())
    return Part(incident, interval(count, int(own.sum())), interval(count, int(breached.sum())), _mean(escaped_m3[own]))


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else nan


@dataclass(frozen=True, slots=True)
class YearlyCurves:
    """How often a year more than a volume escapes: what happens so often, and with what chance more escapes then."""

    frequency: float
    """Of all incidents together [1/a]."""
    curves: tuple[Exceedance, ...]
    """Of every tier, inside out."""


class _Row(NamedTuple):
    """A tier, and an incident or all of them."""

    tier: str
    incident: Incident | None
    weight: float
    found: Part | OfTier

    @property
    def share(self) -> Interval:
        """Of the breaches of the tier."""
        breach = self.found.breach
        return self.found.share if isinstance(self.found, Part) else interval(breach.count, breach.count)


def incidents_table(found: Sequence[OfTier]) -> Table:
    """A row for every tier and incident; before them one for all incidents together, which names none."""
    rows = []
    for each in found:
        rows.append(_Row(each.tier, None, fsum(part.incident.weight for part in each.parts), each))
        rows += [_Row(each.tier, part.incident, part.incident.weight, part) for part in each.parts]
    known = bool(found) and found[0].frequency is not None
    return _columns(known).table(rows)


def _columns(known: bool) -> Columns[_Row]:
    """The columns, where it is known how often incidents happen or not."""
    a_year: tuple[Any, ...] = (
        ("breaches a year [1/a]", "found.yearly.value"), ("a year at least [1/a]", "found.yearly.low"),
        ("a year at most [1/a]", "found.yearly.high"),
    ) if known else ()  # fmt: skip
    return columns(
        None, "tier", ("incident", "incident.id"), ("frequency [1/a]" if known else "weight [-]", "weight"),
        ("basis", "incident.basis"), ("source", "incident.source"), ("runs", "found.breach.of"),
        ("breached", "found.breach.count"), ("breached [-]", "found.breach.share"),
        ("at least [-]", "found.breach.low"), ("at most [-]", "found.breach.high"),
        ("share of breaches [-]", "share.share"), ("share at least [-]", "share.low"),
        ("share at most [-]", "share.high"), ("escaped mean [m3]", "found.escaped_mean_m3"), *a_year,
    )  # fmt: skip


def yearly_table(found: YearlyCurves) -> Table:
    """How often more than each volume escapes from each tier [1/a]."""
    return Table(CURVE, [
        [each.tier, volume, *(found.frequency * chance for chance in chances)] for each in found.curves
        for volume, *chances in zip(each.volume_m3.tolist(), each.chance.tolist(), each.low.tolist(),
                                    each.high.tolist(), strict=True)
    ])  # fmt: skip
