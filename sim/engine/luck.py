"""Whether what may fail does: by its better chance, or by lot."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from numpy.random import Generator


class Luck:
    """Answers for one run; without a seed whatever succeeds at least every other time succeeds.

    Everything that may fail draws from a stream of its own, so that what happens elsewhere
    does not change its luck.

    >>> Luck().succeeds("valve-1", 0.97), Luck().succeeds("valve-1", 0.3)
    (True, False)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed
        self.streams: dict[str, Generator] = {}

    def succeeds(self, id: str, chance: float) -> bool:
        """Whether it succeeds this time; what is certain needs no lot."""
        if self.seed is None or not 0.0 < chance < 1.0:
            return chance >= 0.5
        if id not in self.streams:
            from numpy.random import default_rng

            self.streams[id] = default_rng([self.seed, crc32(id.encode())])
        return bool(self.streams[id].random() < chance)
