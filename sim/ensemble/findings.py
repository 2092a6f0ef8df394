"""What an ensemble found: how often each tier breaks, how much escapes, what is left, and what goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.ensemble.ensemble import BREACHED, Ensemble
from sim.ensemble.interval import Interval, interval, least_correlation
from sim.ensemble.ranks import rank_correlations
from sim.ensemble.shards import CAUSE, ESCAPED, FAILED, MARGIN, VERDICT, head_of, unit_of
from sim.park import Uncertain
from sim.record.column import Columns, columns
from sim.record.table import Cell, Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
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
    """How many numbers were drawn, beside which incident it was."""

    @property
    def played(self) -> int:
        """Runs that could be played."""
        return self.runs - len(self.failed)


def findings_of(ensemble: Ensemble) -> Findings:
    """What is on disk of an ensemble, put together."""
    import numpy as np

    shards, runs = ensemble.shards, ensemble.tally.done
    reasons = shards.column(FAILED, runs)
    bad = np.flatnonzero(reasons != "").tolist()
    failed = tuple((index, shards.lots(index), str(reasons[index])) for index in bad)
    made = _Runs(ensemble, reasons == "" if bad else slice(None))
    breaches = [made.column(f"{tier}: {VERDICT}") == BREACHED for tier in shards.tiers]
    tiers = tuple(map(made.tier, shards.tiers, breaches, made.drivers(breaches)))
    return Findings(runs, tiers, failed, len(shards.uncertain) - bool(ensemble.player.incidents))


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs that could be played, a column at a time: all of a million at once would take a gigabyte."""

    ensemble: Ensemble
    good: Any
    """Which they are."""

    def column(self, head: str) -> Any:
        """What one column has of them."""
        return self.ensemble.shards.column(head, self.ensemble.tally.done)[self.good]

    def tier(self, tier: str, breached: Flags, drivers: tuple[Driver, ...]) -> TierFindings:
        """What became of one tier."""
        verdicts = Counter(self.column(f"{tier}: {VERDICT}"))
        mean_m3, exceeded_m3 = _escapes(self.column(f"{tier}: {ESCAPED}"))
        reached, left_m3 = _room(self.column(f"{tier}: {MARGIN}"))
        breach = interval(int(breached.sum()), len(breached))
        words = dict(sorted(verdicts.items()))
        ways = _ways(self.ensemble.shards.counts(f"{tier}: {CAUSE}", self.ensemble.tally.done), len(breached))
        return TierFindings(tier, breach, words, exceeded_m3, mean_m3, left_m3, reached, drivers, ways)

    def drivers(self, breaches: Sequence[Flags]) -> list[tuple[Driver, ...]]:
        """What goes with the breaches of each tier beyond chance."""
        found: list[list[Driver]] = [[] for _ in breaches]
        told = [k for k, each in enumerate(breaches) if min(each.sum(), (~each).sum()) >= FEWEST]
        for number in self.ensemble.shards.uncertain if told else ():
            if number.names:
                continue  # which incident it was is no amount: what each does is told by itself
            values, marks = self._drawn(number, [breaches[k] for k in told])
            for k, mark, rank in zip(told, marks, rank_correlations(values, marks), strict=True):
                if min(mark.sum(), (~mark).sum()) >= FEWEST and abs(rank) >= least_correlation(len(values)):
                    means = (float(values.mean(where=each)) for each in (mark, ~mark))
                    found[k].append(Driver(number, rank, *means))
        return [tuple(sorted(each, key=lambda x: -abs(x.rank))) for each in found]

    def _drawn(self, number: Uncertain, marks: list[Flags]) -> tuple[Floats, list[Flags]]:
        """What a number was in the runs that it was drawn for, and which of these have some marks."""
        import numpy as np

        values = self.column(head_of(number))
        there = ~np.isnan(values)
        return (values, marks) if there.all() else (values[there], [each[there] for each in marks])


def _escapes(escaped_m3: Floats) -> tuple[float, dict[float, float]]:
    """The mean volume, and those that are exceeded with some chances."""
    mean_m3 = float(escaped_m3.mean()) if len(escaped_m3) else nan
    escaped_m3.sort()
    return mean_m3, {chance: exceeded(escaped_m3, chance) for chance in EXCEEDED}


def _room(margins_m3: Floats) -> tuple[int, dict[float, float]]:
    """In how many runs water came to a tier, and what margins some shares of all runs stay below."""
    import numpy as np

    nowhere = np.isnan(margins_m3)
    margins_m3[nowhere] = np.inf
    margins_m3.sort()
    # the "lower" quantile of numpy
    left = {share: float(margins_m3[int((len(margins_m3) - 1) * share)]) if len(margins_m3) else nan for share in LEFT}
    return len(nowhere) - int(nowhere.sum()), left


def _ways(causes: Mapping[str, int], runs: int) -> tuple[Way, ...]:
    """How often each was the first; those that were as often as others in the order of their ids."""
    found = sorted(((link, count) for link, count in causes.items() if link), key=lambda each: (-each[1], each[0]))
    breaches = sum(count for _, count in found)
    return tuple(Way(link, interval(count, breaches), interval(count, runs)) for link, count in found)


def exceeded(volumes: Floats, chance: float) -> float:
    """Of volumes, the least first, the one that is exceeded in at most such a share of the runs; NaN of too few.

    >>> import numpy as np
    >>> exceeded(np.array([0, 0, 0, 0, 0, 0, 0, 0, 5.0, 9.0]), 0.1)
    5.0
    """
    if len(volumes) * chance < 1:
        return nan
    return float(volumes[len(volumes) - int(len(volumes) * chance + 1e-9) - 1])


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
