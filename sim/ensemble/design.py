"""Which numbers each run of an ensemble gets: shares from 0 to 1 for what is uncertain, and a seed for its lots.

Everything of a run hangs on the seed of the study and the index of the run alone, so that it is the same whoever plays
it and in whatever order; and each of its numbers on where that number stands, so that two designs of which one has more
that is uncertain draw the same for what both have. Strata belong to a number of runs, too, and Sobol points besides to
all the numbers together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from math import pi, sin, sqrt
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
A_STEP = 4
"""Numbers that Philox makes at a time."""


class Sampling(StrEnum):
    """How the runs of an ensemble lie among all that may happen."""

    MC = "mc"
    """Each by itself."""
    LHS = "lhs"
    """Each number once in every one of N equal parts: a Latin hypercube."""
    SOBOL = "sobol"
    """As even as Sobol's points, scrambled with the seed; best where N is a power of two."""


Groups = tuple[tuple[str, tuple[int, ...], float], ...]
"""What numbers that move together are called, their places, and their rank correlation, group by group."""


def groups_of(uncertain: Sequence[Uncertain], correlated: Mapping[str, float]) -> Groups:
    """The places of numbers that move together, and their rank correlation."""
    found = ((group, tuple(k for k, each in enumerate(uncertain) if each.group == group), rank)
             for group, rank in correlated.items())  # fmt: skip
    return tuple((group, places, rank) for group, places, rank in found if len(places) > 1)


@dataclass(frozen=True)
class Design:
    """The points of an ensemble.

    >>> one, more = Design(7, ("volume", "delay")), Design(7, ("rate", "volume", "delay"))
    >>> bool((one.shares(3, 5)[0] == more.shares(0, 9)[3, 1:]).all()), one.lots(3) == Design(8, ()).lots(3)
    (True, False)
    """

    seed: int
    paths: tuple[str, ...]
    """Where the numbers stand that are uncertain."""
    sampling: Sampling = Sampling.MC
    runs: int = 0
    """To which strata and Sobol points belong; nothing to single draws."""
    groups: Groups = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """What is drawn by itself: each number, and what each group has in common."""
        return (*self.paths, *(f"with {group}" for group, _, _ in self.groups))

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
        single = self.sampling is Sampling.MC or not self.paths
        return self.grouped(self.points(start, stop)) if single else self._whole[start:stop]

    def points(self, start: int, stop: int) -> Floats:
        """Independent shares of runs that are drawn each by itself, in the order of `columns`."""
        import numpy as np

        columns = [self._drawn(name, start, stop) for name in self.columns]
        return np.column_stack(columns) if columns else np.zeros((stop - start, 0))

    def grouped(self, points: Floats) -> Floats:
        """Such rows as shares of the numbers, of which those of a group move together; each row by itself."""
        shares = points[:, : len(self.paths)].copy()
        for column, (_, places, rank) in enumerate(self.groups, len(self.paths)):
            shares[:, places] = together(shares[:, places], points[:, column], rank)
        return shares

    def _drawn(self, name: str, start: int, stop: int) -> Floats:
        """What has been drawn of a name for the runs from `start` to before `stop`, without drawing those before."""
        import numpy as np

        stream = np.random.Philox(self._seed_of(name))
        stream.advance(start // A_STEP)
        before = start % A_STEP
        drawn: Floats = np.random.Generator(stream).random(before + stop - start)[before:].clip(TINY, 1 - TINY)
        return drawn

    def _seed_of(self, name: str) -> np.random.SeedSequence:
        """What the stream of a name begins with."""
        import numpy as np

        word = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
        return np.random.SeedSequence(self.seed, spawn_key=(POINTS, word))

    @cached_property
    def _whole(self) -> Floats:
        """All points of a design that belongs together."""
        import numpy as np

        shares = self._strata() if self.sampling is Sampling.LHS else self._sobol()
        np.clip(shares, TINY, 1 - TINY, out=shares)
        for _, places, rank in self.groups:
            shares[:, places] = reordered(shares[:, places], rank)
        return shares

    def _strata(self) -> Floats:
        """A Latin hypercube: of every number each stratum once, in an order of its own."""
        import numpy as np
        from scipy.stats import qmc

        rngs = (np.random.default_rng(self._seed_of(path)) for path in self.paths)
        return np.hstack([qmc.LatinHypercube(1, seed=rng).random(self.runs) for rng in rngs])

    def _sobol(self) -> Floats:
        """Sobol's points, scrambled; they lie evenly in all numbers together, so that none can be added by itself."""
        import warnings

        import numpy as np
        from scipy.stats import qmc

        rng = np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=(POINTS,)))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that n is no power of two, which the report says
            points: Floats = qmc.Sobol(len(self.paths), seed=rng).random(self.runs)
        return points


def _of_scores(rank: float) -> float:
    """The correlation of normal scores whose ranks have this one: Pearson (1907)."""
    return 2 * sin(pi * rank / 6)


def _root(count: int, rank: float) -> Floats:
    """The lower root of a matrix in which each two of so many have this correlation of ranks."""
    import numpy as np

    wanted = np.full((count, count), _of_scores(rank))
    np.fill_diagonal(wanted, 1.0)
    return np.linalg.cholesky(wanted)


def together(shares: Floats, common: Floats, rank: float) -> Floats:
    """Independent rows that move together with a rank correlation, by normal scores of which a part is common to all.

    `common` is a column of shares. Each row and each column is by itself: one more column leaves the others alone.
    """
    from scipy.special import ndtr, ndtri

    alike = _of_scores(rank)
    scores = sqrt(alike) * ndtri(common)[:, None] + sqrt(1 - alike) * ndtri(shares)
    moved: Floats = ndtr(scores)
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
