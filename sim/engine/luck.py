"""Whether what may fail does: by its better chance, or by lot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from numpy.random import Generator

    from sim.engine.streams import Words

FEW = 16
"""Runs of which it is not worth the while to seed streams side by side."""


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
        return self._share(id) < chance

    def _share(self, id: str) -> float:
        """The next number of a stream."""
        assert self.seed is not None  # who asks has looked
        if id not in self.streams:
            import numpy as np

            from sim.engine.streams import words

            entropy = np.array([*words(self.seed), crc32(id.encode())], dtype=np.uint32)
            self.streams[id] = np.random.Generator(np.random.PCG64(entropy))  # as `default_rng` does, but faster
        return float(self.streams[id].random())


class Lots:
    """The luck of a batch of runs, each by its seed of at most 64 bits, or without one.

    >>> lots = Lots(range(100))
    >>> one, alone = lots.luck(70), Luck(70)
    >>> [one.succeeds("valve-1", 0.6) for _ in range(9)] == [alone.succeeds("valve-1", 0.6) for _ in range(9)]
    True
    """

    def __init__(self, seeds: Sequence[int | None]) -> None:
        self.seeds = seeds
        self.places = {seed: place for place, seed in enumerate(seeds)} if len(seeds) >= FEW else {}
        self.firsts: dict[str, list[list[int]]] = {}

    def luck(self, seed: int | None) -> Luck:
        """That of the run with this seed, which may be none of the batch."""
        return _Together(self, self.places[seed]) if seed in self.places else Luck(seed)

    def first(self, id: str, place: int) -> float:
        """The first number of a run's stream."""
        from sim.engine.streams import first_share, states

        if id not in self.firsts:
            self.firsts[id] = states(self._entropy(crc32(id.encode())), 4).tolist()
        return first_share(self.firsts[id][place])

    def _entropy(self, stream: int) -> Words:
        """What the streams of all runs are seeded with: the words of the seed and then the stream's."""
        import numpy as np

        seeds = np.array([seed or 0 for seed in self.seeds], dtype=np.uint64)  # without one nobody asks
        low, high = seeds.astype(np.uint32), (seeds >> np.uint64(32)).astype(np.uint32)
        short = high == 0  # a seed of one word, behind which a word of nothing makes no difference
        stream_word = np.full(len(seeds), stream, dtype=np.uint32)
        return np.stack([low, np.where(short, stream_word, high), np.where(short, 0, stream_word)], axis=1)


class _Together(Luck):
    """Luck whose streams have been seeded together with those of other runs."""

    def __init__(self, lots: Lots, place: int) -> None:
        super().__init__(lots.seeds[place])
        self.lots, self.place = lots, place
        self.begun: set[str] = set()
        """Streams that have been asked."""

    def _share(self, id: str) -> float:
        if id not in self.begun:
            self.begun.add(id)
            return self.lots.first(id, self.place)
        if id not in self.streams:
            super()._share(id)  # the number that has been given
        return super()._share(id)
