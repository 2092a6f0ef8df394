"""Which numbers each run of an ensemble gets: shares from 0 to 1 for what is uncertain, and a seed for its lots.

Everything of a run hangs on the seed of the study and the index of the run alone, so that it is the same whoever plays
it and in whatever order. Strata and Sobol points belong to a number of runs, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import pi, sin
from typing import TYPE_CHECKING

from sim.park import Uncertain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LOTS, POINTS, CHAINS = range(3)
"""Streams of a run: what its lots are drawn with, its uncertain numbers, and what runs of chains are drawn with."""
EXACT = 53
"""Bits of a seed that every reader of numbers keeps."""
TINY = 1e-12
"""A share of 0 would be a number without bounds."""


class Sampling(StrEnum):
    """How the runs of an ensemble lie among all that may happen."""

    MC = "mc"
    """Each by itself."""
    LHS = "lhs"
    """Each number once in every one of N equal parts: a Latin hypercube."""
    SOBOL = "sobol"
    """As even as Sobol's points, scrambled with the seed; best where N is a power of two."""


Groups = tuple[tuple[tuple[int, ...], float], ...]
"""The places of numbers that move together, and their rank correlation, group by group."""


def groups_of(uncertain: Sequence[Uncertain], correlated: Mapping[str, float]) -> Groups:
    """The places of numbers that move together, and their rank correlation."""
    found = ((tuple(k for k, each in enumerate(uncertain) if each.group == group), rank)
             for group, rank in correlated.items())  # fmt: skip
    return tuple((places, rank) for places, rank in found if len(places) > 1)


@dataclass(frozen=True)
class Design:
    """The points of an ensemble.

    >>> design = Design(seed=7, numbers=2)
    >>> bool((design.shares(3, 5)[0] == design.shares(0, 9)[3]).all()), design.lots(3) == Design(8, 2).lots(3)
    (True, False)
    """

    seed: int
    numbers: int
    """How many are uncertain."""
    sampling: Sampling = Sampling.MC
    runs: int = 0
    """To which strata and Sobol points belong; nothing to single draws."""
    groups: Groups = ()

    def lots(self, index: int) -> int:
        """What the lots of a run are drawn with."""
        import numpy as np

        state = np.random.SeedSequence(self.seed, spawn_key=(index, LOTS)).generate_state(1, np.uint64)
        return int(state[0]) >> (64 - EXACT)

    def lots_of(self, start: int, stop: int) -> list[int]:
        """The same of the runs from `start` to before `stop`, faster."""
        import numpy as np

        from sim.engine.streams import POOL, states, words

        seed = words(self.seed)
        entropy = np.zeros((stop - start, max(len(seed), POOL) + 2), dtype=np.uint32)
        entropy[:, : len(seed)], entropy[:, -2], entropy[:, -1] = seed, np.arange(start, stop), LOTS
        found: list[int] = (states(entropy, 1)[:, 0] >> np.uint64(64 - EXACT)).tolist()
        return found

    def shares(self, start: int, stop: int) -> Floats:
        """For each run from `start` to before `stop` a row: the share of the chance below each uncertain number."""
        single = self.sampling is Sampling.MC or not self.numbers
        return self.grouped(self.points(start, stop)) if single else self._whole[start:stop]

    def points(self, start: int, stop: int) -> Floats:
        """Shares of runs that are drawn each by itself, before what moves together does."""
        import numpy as np

        if not self.numbers:
            return np.zeros((stop - start, 0))
        keys = ((index, POINTS) for index in range(start, stop))
        points = [np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=key)).random(self.numbers)
                  for key in keys]  # fmt: skip
        return np.clip(np.array(points).reshape(-1, self.numbers), TINY, 1 - TINY)

    def grouped(self, points: Floats) -> Floats:
        """Rows of independent shares, of which those of a group are made to move together; each row by itself."""
        shares = points.copy()
        for places, rank in self.groups:
            shares[:, places] = together(shares[:, places], rank)
        return shares

    @cached_property
    def _whole(self) -> Floats:
        """All points of a design that belongs together."""
        import warnings

        import numpy as np
        from scipy.stats import qmc

        rng = np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=(POINTS,)))
        maker = qmc.LatinHypercube if self.sampling is Sampling.LHS else qmc.Sobol
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that n is no power of two, which the report says
            shares = maker(self.numbers, seed=rng).random(self.runs)
        shares = np.clip(shares, TINY, 1 - TINY)
        for places, rank in self.groups:
            shares[:, places] = reordered(shares[:, places], rank)
        return shares


def _of_scores(rank: float) -> float:
    """The correlation of normal scores whose ranks have this one: Pearson (1907)."""
    return 2 * sin(pi * rank / 6)


def _root(count: int, rank: float) -> Floats:
    """The lower root of a matrix in which each two of so many have this correlation of ranks."""
    import numpy as np

    wanted = np.full((count, count), _of_scores(rank))
    np.fill_diagonal(wanted, 1.0)
    return np.linalg.cholesky(wanted)


def together(shares: Floats, rank: float) -> Floats:
    """Independent rows that move together with a rank correlation, by normal scores; each row by itself."""
    from scipy.special import ndtr, ndtri

    moved: Floats = ndtr(ndtri(shares) @ _root(shares.shape[1], rank).T)
    return moved.clip(TINY, 1 - TINY)


def reordered(shares: Floats, rank: float) -> Floats:
    """The same values in each column in another order, in which the columns have the rank correlation.

    So strata stay as they are: Iman and Conover, Communications in Statistics B 11 (1982).
    """
    import numpy as np
    from scipy.special import ndtri

    count, columns = shares.shape
    if count <= columns:
        return shares
    places = shares.argsort(axis=0).argsort(axis=0)
    scores = ndtri((places + 1) / (count + 1))
    own = np.linalg.cholesky(np.corrcoef(scores, rowvar=False))
    wanted = scores @ np.linalg.inv(own).T @ _root(columns, rank).T
    return np.take_along_axis(np.sort(shares, axis=0), wanted.argsort(axis=0).argsort(axis=0), axis=0)
