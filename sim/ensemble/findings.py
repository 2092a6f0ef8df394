"""What an ensemble found: how often each tier breaks, how much escapes, what is left, and what goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.ensemble.ensemble import BREACHED, Ensemble
from sim.ensemble.interval import Interval, interval, least_correlation
from sim.ensemble.shards import CAUSE, ESCAPED, FAILED, MARGIN, VERDICT, head_of, unit_of
from sim.park import Uncertain
from sim.record.column import Columns, columns
from sim.record.table import Cell, Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

EXCEEDED = (0.5, 0.1, 0.05, 0.02, 0.01, 0.001)
"""Chances with which a volume is exceeded that are told [-]."""
LEFT = (0.01, 0.05, 0.5, 0.95)
"""Shares of the runs that have less room left that are told [-]."""
FEWEST = 5
"""Breached runs, and others, of which a comparison can say anything."""


@dataclass(frozen=True, slots=True)
class Driver:
    """How an uncertain number was in the runs that breached a tier, and in the others."""

    uncertain: Uncertain
    rank: float
    """Correlation of its ranks with being breached [-]."""
    breached: float
    """Its mean in the runs that breached the tier, in SI."""
    others: float
    """Its mean in the others, in SI."""


class Way(NamedTuple):
    """A way by which a tier was first breached."""

    link: str
    share: Interval
    """Of its breaches."""
    chance: Interval
    """Of all runs."""


@dataclass(frozen=True, slots=True)
class TierFindings:
    """One tier over all runs that could be played."""

    tier: str
    breach: Interval
    verdicts: dict[str, int]
    """How many runs had each."""
    exceeded: dict[float, float]
    """The volume that escapes with each chance, or more [m3]."""
    escaped_mean_m3: float
    """Of all runs, those without an escape included."""
    left: dict[float, float]
    """The margin that each share of the runs stays below; infinite where accident water does not come to it [m3]."""
    reached: int
    """Runs in which accident water came to it."""
    drivers: tuple[Driver, ...]
    """What goes with a breach beyond chance, the strongest first."""
    ways: tuple[Way, ...]
    """By which it was first breached, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What an ensemble found."""

    runs: int
    tiers: tuple[TierFindings, ...]
    """Inside out."""
    failed: tuple[tuple[int, int, str], ...]
    """Runs that could not be played: index, seed of its lots, and why."""
    uncertain: int
    """How many numbers were drawn."""

    @property
    def played(self) -> int:
        """Runs that could be played."""
        return self.runs - len(self.failed)


def findings_of(ensemble: Ensemble) -> Findings:
    """What is on disk of an ensemble, put together."""
    import numpy as np

    shards, runs = ensemble.shards, ensemble.tally.done
    reasons = shards.column(FAILED, runs)
    good = reasons == ""
    bad = np.flatnonzero(~good).tolist()
    lots = shards.column("lots", runs)
    numbers = _Numbers(ensemble, runs, good)
    tiers = tuple(_tier(tier, ensemble, runs, good, numbers) for tier in shards.tiers)
    failed = tuple((index, int(lots[index]), str(reasons[index])) for index in bad)
    return Findings(runs, tiers, failed, len(shards.uncertain))


@dataclass(slots=True)
class _Numbers:
    """The uncertain numbers of all runs, a column at a time."""

    ensemble: Ensemble
    runs: int
    good: Any

    def drivers(self, breached: Any) -> tuple[Driver, ...]:
        """Those that go with a breach beyond chance."""
        from scipy.stats import rankdata

        count = int(breached.sum())
        if min(count, len(breached) - count) < FEWEST:
            return ()
        least, found = least_correlation(len(breached)), []
        flags = (breached - breached.mean()) / breached.std()
        for each in self.ensemble.shards.uncertain:
            values = self.ensemble.shards.column(head_of(each), self.runs)[self.good]
            ranks = rankdata(values)
            if ranks.std() > 0:
                rank = float(((ranks - ranks.mean()) / ranks.std() * flags).mean())
                found.append(Driver(each, rank, float(values[breached].mean()), float(values[~breached].mean())))
        return tuple(sorted((x for x in found if abs(x.rank) >= least), key=lambda x: -abs(x.rank)))


def _tier(tier: str, ensemble: Ensemble, runs: int, good: Any, numbers: _Numbers) -> TierFindings:
    import numpy as np

    verdicts, escaped, margins = (ensemble.shards.column(f"{tier}: {head}", runs)[good]
                                  for head in (VERDICT, ESCAPED, MARGIN))  # fmt: skip
    breached = verdicts == BREACHED
    room = np.where(np.isnan(margins), np.inf, margins)
    found = Counter(verdicts.tolist())
    return TierFindings(
        tier,
        interval(int(breached.sum()), len(breached)),
        dict(sorted(found.items())),
        {chance: exceeded(escaped, chance) for chance in EXCEEDED},
        float(escaped.mean()) if len(escaped) else nan,
        {share: float(np.quantile(room, share, method="lower")) if len(room) else nan for share in LEFT},
        int((~np.isnan(margins)).sum()),
        numbers.drivers(breached),
        _ways(ensemble.shards.counts(f"{tier}: {CAUSE}", runs), len(breached)),
    )


def _ways(causes: Mapping[str, int], runs: int) -> tuple[Way, ...]:
    """How often each was the first; those that were as often as others in the order of their ids."""
    found = sorted(((link, count) for link, count in causes.items() if link), key=lambda each: (-each[1], each[0]))
    breaches = sum(count for _, count in found)
    return tuple(Way(link, interval(count, breaches), interval(count, runs)) for link, count in found)


def exceeded(volumes: Floats, chance: float) -> float:
    """The volume that is exceeded in at most such a share of the runs; NaN where there are too few to say.

    >>> import numpy as np
    >>> exceeded(np.array([0.0, 5.0, 0.0, 0.0, 9.0, 0, 0, 0, 0, 0]), 0.1)
    5.0
    """
    import numpy as np

    if len(volumes) * chance < 1:
        return nan
    return float(np.sort(volumes)[len(volumes) - int(len(volumes) * chance + 1e-9) - 1])


TIERS: Columns[TierFindings] = columns(
    None, "tier", ("runs", "breach.of"), ("breached", "breach.count"), ("breached [-]", "breach.share"),
    ("at least [-]", "breach.low"), ("at most [-]", "breach.high"), ("reached", "reached"),
    ("escaped mean [m3]", "escaped_mean_m3"),
    *((f"exceeded in {chance * 100:g} % [m3]", lambda each, chance=chance: each.exceeded[chance])
      for chance in EXCEEDED),
    *((f"margin below in {share * 100:g} % [m3]", lambda each, share=share: each.left[share]) for share in LEFT),
)  # fmt: skip
"""A row for every tier; an empty cell is nothing that so many runs can tell."""
DRIVERS = ("tier", "number", "unit", "rank correlation [-]", "mean where breached", "mean elsewhere", "basis",
           "distribution")  # fmt: skip


def drivers_table(found: Findings) -> Table:
    """A row for every tier and uncertain number that goes with its breaches beyond chance."""
    rows: list[list[Cell]] = [
        [tier.tier, each.uncertain.path, unit_of(each.uncertain), each.rank, each.breached, each.others,
         str(each.uncertain.basis), each.uncertain.text]
        for tier in found.tiers for each in tier.drivers
    ]  # fmt: skip
    return Table(DRIVERS, rows)


CAUSES: Columns[tuple[str, Way]] = columns(
    None, ("tier", "0"), ("link", "1.link"), ("runs", "1.share.count"), ("share of breaches [-]", "1.share.share"),
    ("share at least [-]", "1.share.low"), ("share at most [-]", "1.share.high"), ("chance [-]", "1.chance.share"),
    ("chance at least [-]", "1.chance.low"), ("chance at most [-]", "1.chance.high"),
)  # fmt: skip
"""A row for every tier and link over which it was first breached."""


def causes_table(found: Findings) -> Table:
    """How often each tier was first breached over each link."""
    return CAUSES.table((tier.tier, way) for tier in found.tiers for way in tier.ways)


def failures_table(failed: Sequence[tuple[int, int | None, str]]) -> Table:
    """A row for every run that could not be played."""
    return Table(("run", "lots", "why"), [list(each) for each in failed])
