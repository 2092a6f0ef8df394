"""How likely more than any volume escapes from a tier, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.ensemble.ensemble import Ensemble
from sim.ensemble.interval import interval
from sim.ensemble.shards import ESCAPED, FAILED
from sim.record.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST = 200
"""Points of a curve; of more runs that breached those are taken that lie evenly by the logarithm of their chance."""
HEADER = ("tier", "volume [m3]", "runs with more", "runs", "chance [-]", "at least [-]", "at most [-]")


@dataclass(frozen=True, eq=False, slots=True)
class Exceedance:
    """The curve of one tier: from each volume on, up to the next, with what chance more escapes."""

    tier: str
    volume_m3: Floats
    """Rising from 0."""
    more: tuple[int, ...]
    """Runs in which more escaped."""
    runs: int
    chance: Floats
    low: Floats
    """Of the exact interval of Clopper and Pearson with 95 %, at each volume by itself [-]."""
    high: Floats


def exceedances_of(ensemble: Ensemble) -> tuple[Exceedance, ...]:
    """The curve of every tier, inside out, from the runs on disk that could be played."""
    shards, runs = ensemble.shards, ensemble.tally.done
    good = shards.column(FAILED, runs) == ""
    return tuple(exceedance(tier, shards.column(f"{tier}: {ESCAPED}", runs)[good]) for tier in shards.tiers)


def exceedance(tier: str, escaped_m3: Floats) -> Exceedance:
    """The curve of what escaped in some runs.

    >>> import numpy as np
    >>> curve = exceedance("plant", np.array([0.0, 0.0, 5.0, 9.0]))
    >>> curve.volume_m3.tolist(), curve.chance.tolist()
    ([0.0, 5.0, 9.0], [0.5, 0.25, 0.0])
    """
    import numpy as np

    runs = len(escaped_m3)
    ordered = np.sort(escaped_m3)
    volumes = np.unique(np.append(ordered, 0.0))
    more = runs - np.searchsorted(ordered, volumes, side="right")
    if len(volumes) > MOST:
        wanted = np.geomspace(max(more[0], 1), 1, MOST - 1)
        chosen = np.unique([0, *(int(np.argmin(np.abs(more - each))) for each in wanted), len(volumes) - 1])
        volumes, more = volumes[chosen], more[chosen]
    found = [interval(count, runs) for count in more.tolist()]
    return Exceedance(
        tier, volumes, tuple(more.tolist()), runs, more / max(runs, 1), np.array([each.low for each in found]),
        np.array([each.high for each in found]),
    )  # fmt: skip


def exceedance_table(curves: tuple[Exceedance, ...]) -> Table:
    """A row for every tier and volume."""
    return Table(HEADER, [
        [each.tier, volume, more, each.runs, chance, low, high] for each in curves
        for volume, more, chance, low, high in zip(each.volume_m3.tolist(), each.more, each.chance.tolist(),
                                                   each.low.tolist(), each.high.tolist(), strict=True)
    ])  # fmt: skip
