"""Two designs on the same draws: what the one spares that the other does not."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.ensemble.design import Sampling
from sim.ensemble.ensemble import BREACHED, Ensemble, Tell, Wanted, run_ensemble
from sim.ensemble.interval import Interval, interval
from sim.ensemble.paired import Difference, Pairs, mean_difference
from sim.ensemble.player import Player, Start, prepare
from sim.ensemble.shards import ESCAPED, FAILED, VERDICT
from sim.errors import InputError
from sim.message import Listed, Message
from sim.record.column import Columns, columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

SIDES = ("a", "b")
"""What the two are called, and their folders."""


@dataclass(frozen=True, slots=True)
class TierCompared:
    """One tier in two designs."""

    tier: str
    first: Interval
    second: Interval
    pairs: Pairs
    difference: Difference
    """Of the shares that breach, second less first [-]."""
    first_mean_m3: float
    """What escapes in the first on average."""
    second_mean_m3: float
    escaped: Difference
    """Of what escapes on average, second less first [m3]."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two designs on the same draws."""

    players: tuple[Player, Player]
    runs: int
    tiers: tuple[TierCompared, ...]
    """Those that both have, inside out."""
    alone: tuple[tuple[str, ...], tuple[str, ...]]
    """Tiers that only the one has, and only the other."""
    failed: tuple[tuple[str, int, str], ...]
    """Runs that could not be played: in which of the two, index, and why; their pairs are not counted."""

    @property
    def shared(self) -> int:
        """How many numbers are drawn alike for both."""
        first, second = (set(each.paths) for each in self.players)
        return len(first & second)

    @property
    def own(self) -> tuple[int, int]:
        """How many numbers are drawn for the one alone, and for the other."""
        first, second = (set(each.paths) for each in self.players)
        return len(first - second), len(second - first)

    @property
    def counted(self) -> int:
        """Pairs of runs of which both could be played."""
        return self.runs - len({index for _, index, _ in self.failed})


def run_compare(starts: tuple[Start, Start], wanted: Wanted, folder: Path, tell: Tell) -> Comparison:
    """Play the same runs of two designs, each an ensemble in a folder of its own.

    Raises:
        Problems: one of them is wrong.
        InputError: they cannot be drawn alike, share no tier, or the folder cannot be written.
    """
    first, second = (prepare(start) for start in starts)
    check_alike(first, second)
    made = [run_ensemble(start, wanted, folder / side, tell) for side, start in zip(SIDES, starts, strict=True)]
    return compared((made[0], made[1]), wanted.runs)


def check_alike(first: Player, second: Player) -> None:
    """Look whether two designs can be held against each other on the same draws.

    Raises:
        InputError: they are the same, have no tier in common, or Sobol points of other numbers.
    """
    if first.varying.case.inputs_hash == second.varying.case.inputs_hash:
        raise InputError(Message("both designs are the same; let one of them differ, by --pick, --with or another "
                                 "scenario"))  # fmt: skip
    if not set(first.tiers) & set(second.tiers):
        raise InputError(Message("the two parks have no tier in common; one has {first}, the other {second}",
                                 first=Listed(first.tiers), second=Listed(second.tiers)))  # fmt: skip
    if first.incidents != second.incidents:
        raise InputError(Message("the two do not draw the same incidents equally often: {first} against {second}; give "
                                 "both the same, or name one with --pick for each",
                                 first=_likely(first), second=_likely(second)))  # fmt: skip
    lone = set(first.paths) ^ set(second.paths)
    if first.start.sampling is Sampling.SOBOL and lone:
        raise InputError(Message("Sobol points lie evenly in all numbers together, so both designs must have the same; "
                                 "only one has {lone}; write --sampling mc or lhs",
                                 lone=Listed(sorted(lone))))  # fmt: skip


def _likely(player: Player) -> str:
    """The incidents of a design, and how likely they are."""
    return player.uncertain[0].text if player.incidents else Message("none")


def compared(made: tuple[Ensemble, Ensemble], runs: int) -> Comparison:
    """What is on disk of two ensembles, pair by pair."""
    reasons = [each.shards.column(FAILED, runs) for each in made]
    good = (reasons[0] == "") & (reasons[1] == "")
    failed = tuple((side, index, str(reason)) for side, column in zip(SIDES, reasons, strict=True)
                   for index, reason in enumerate(column) if reason)  # fmt: skip
    tiers = [each.shards.tiers for each in made]
    both = [tier for tier in tiers[0] if tier in tiers[1]]
    first, second = (tuple(tier for tier in each if tier not in both) for each in tiers)
    players = made[0].player, made[1].player
    return Comparison(players, runs, tuple(_tier(tier, made, runs, good) for tier in both), (first, second), failed)


def _tier(tier: str, made: tuple[Ensemble, Ensemble], runs: int, good: Flags) -> TierCompared:
    breached: list[Any] = [each.shards.column(f"{tier}: {VERDICT}", runs)[good] == BREACHED for each in made]
    escaped: list[Any] = [each.shards.column(f"{tier}: {ESCAPED}", runs)[good] for each in made]
    first, second = (interval(int(each.sum()), len(each)) for each in breached)
    pairs = Pairs.of_flags(*breached)
    one_m3, other_m3 = (float(each.mean()) if len(each) else nan for each in escaped)
    return TierCompared(tier, first, second, pairs, pairs.difference, one_m3, other_m3, mean_difference(*escaped))


COMPARED: Columns[TierCompared] = columns(
    None, "tier", ("pairs of runs", "pairs.of"),
    ("a breached", "first.count"), ("a breached [-]", "first.share"), ("a at least [-]", "first.low"),
    ("a at most [-]", "first.high"),
    ("b breached", "second.count"), ("b breached [-]", "second.share"), ("b at least [-]", "second.low"),
    ("b at most [-]", "second.high"),
    ("only a breached", "pairs.first"), ("only b breached", "pairs.second"),
    ("b less a [-]", "difference.value"), ("b less a at least [-]", "difference.low"),
    ("b less a at most [-]", "difference.high"), ("McNemar's chance [-]", "pairs.chance"),
    ("a escaped mean [m3]", "first_mean_m3"), ("b escaped mean [m3]", "second_mean_m3"),
    ("b less a escaped [m3]", "escaped.value"), ("b less a escaped at least [m3]", "escaped.low"),
    ("b less a escaped at most [m3]", "escaped.high"),
)  # fmt: skip
"""A row for every tier that both designs have."""
FAILURES: Columns[tuple[str, int, str]] = columns(None, ("design", "0"), ("run", "1"), ("why", "2"))
"""A row for every run that could not be played."""
