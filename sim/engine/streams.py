"""First numbers of a great many random streams at once.

A run asks each of a dozen streams for a single number, and NumPy takes fifty times as long to seed a stream as to draw
from it. So the streams of all runs of a batch are seeded side by side, number for number as `numpy.random.default_rng`
does.

Sources: M. E. O'Neill, "Developing a seed_seq alternative" (2015), whose hash NumPy's `SeedSequence` is; the same,
"PCG: A family of simple fast space-efficient statistically good algorithms for random number generation" (2014).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]
Numbers = NDArray[np.uint64]

POOL = 4
"""Words into which entropy is mixed."""
WORD = 32
"""Bits of a word."""
_INTO, _OUT = (0x43B0D7E5, 0x931E8875), (0x8B51F9DD, 0x58F38DED)
"""First value and factor of what words are hashed with, into the pool and out of it."""
_LEFT, _RIGHT = np.uint32(0xCA01F9DD), np.uint32(0x4973F715)
_HALF = np.uint32(16)

_FACTOR = 0x2360ED051FC65DA44385DF649FCCF645
"""Of the generator's step."""
_ALL = 2**128 - 1


def states(entropy: Words, count: int) -> Numbers:
    """What `SeedSequence(row).generate_state(count, numpy.uint64)` gives for each row of entropy.

    >>> rows = np.array([[7, 1], [8, 1]], dtype=np.uint32)
    >>> bool((states(rows, 3)[1] == np.random.SeedSequence([8, 1]).generate_state(3, np.uint64)).all())
    True
    """
    pool = _mixed(entropy)
    hashes = _hashes(*_OUT)
    words = [_hashed(pool[k % POOL], *next(hashes)) for k in range(2 * count)]
    return np.ascontiguousarray(np.stack(words, axis=1)).view(np.uint64)


def _mixed(entropy: Words) -> list[Words]:
    """The pool of each row, word by word."""
    given, hashes = [*entropy.T], _hashes(*_INTO)
    nothing = np.zeros(len(entropy), dtype=np.uint32)
    first = [*given[:POOL], *[nothing] * (POOL - len(given))]
    pool = [_hashed(word, *next(hashes)) for word in first]
    for source in range(POOL):
        for target in range(POOL):
            if source != target:
                pool[target] = _mix(pool[target], _hashed(pool[source], *next(hashes)))
    for word in given[POOL:]:
        pool = [_mix(each, _hashed(word, *next(hashes))) for each in pool]
    return pool


def _hashes(value: int, factor: int) -> Iterator[tuple[np.uint32, np.uint32]]:
    """What words are hashed with, one after the other."""
    while True:
        following = value * factor % 2**WORD
        yield np.uint32(value), np.uint32(following)
        value = following


def _hashed(word: Words, value: np.uint32, following: np.uint32) -> Words:
    hashed: Words = (word ^ value) * following
    return hashed ^ (hashed >> _HALF)


def _mix(one: Words, other: Words) -> Words:
    mixed: Words = _LEFT * one - _RIGHT * other
    return mixed ^ (mixed >> _HALF)


def words(number: int) -> list[int]:
    """A number in words of 32 bits, the lowest first.

    >>> words(0), words(2**32 + 5)
    ([0], [5, 1])
    """
    return [number >> shift & 2**WORD - 1 for shift in range(0, max(number.bit_length(), 1), WORD)]


def first_share(state: Sequence[int]) -> float:
    """The first number between 0 and 1 of a generator that is seeded with four numbers of 64 bits.

    >>> seeds = np.random.SeedSequence(5)
    >>> first_share(seeds.generate_state(4, np.uint64).tolist()) == np.random.default_rng(seeds).random()
    True
    """
    high, low, stream, rest = state
    step = ((stream << 64 | rest) << 1 | 1) & _ALL
    seeded = (((high << 64 | low) + step) * _FACTOR + step) & _ALL
    drawn = (seeded * _FACTOR + step) & _ALL
    turn, both = drawn >> 122, (drawn >> 64 ^ drawn) & 2**64 - 1
    turned = (both >> turn | both << (64 - turn)) & 2**64 - 1
    return float(turned >> 11) * 2.0**-53
