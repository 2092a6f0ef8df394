"""Between which ends what nobody knows is tried: assumed, each with its reason in the words `gap_span_SORT`.

One table for all: whoever knows better changes a row here.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.park import StorageKind
from sim.study.gaps.gap import GapSort


@dataclass(frozen=True, slots=True)
class Factors:
    """Ends as multiples of what is assumed."""

    low: float
    high: float


FACTORS = {
    GapSort.CAPACITY: Factors(0.8, 1.2),
    GapSort.FLOW: Factors(0.5, 1.5),
    GapSort.RIVER_FLOW: Factors(0.5, 2.0),
    GapSort.TRAVEL: Factors(0.5, 2.0),
    GapSort.WORK: Factors(0.5, 2.0),
    GapSort.RUNOFF: Factors(0.8, 1.2),
}
"""Of numbers that are written and assumed."""

FULL_BEFORE = {StorageKind.BUND: 0.1, StorageKind.RIVER_SECTION: 0.5, StorageKind.PIPE: 0.2}
"""How full a storage may be before the accident, from nothing on, as a share of what it holds [-]."""
FULL_BEFORE_ELSE = 1 / 3
"""Of other storages: emergency pools are allowed to be filled by a third at most [-]."""
LATER_S = 3600.0
"""How much later than the script says an action may be carried out [s]."""
LAG_MIN = 30
"""How long water may take through a transfer line [min]."""
RIVER_SHARE_PER_H = 0.1
"""What may come down a river of which nothing is said, from nothing on: as a share of its section, every hour [1/h]."""
INLET = ("100 mg/L", "50 mg/L")
"""Product from which on a treatment plant may refuse water, and down to which it takes it again."""
