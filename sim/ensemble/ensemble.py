"""Plays an ensemble: in shards that stay on disk, by whoever is asked to, until it is sure enough."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sim.ensemble.interval import interval
from sim.ensemble.manifest import KEPT, Manifest, check_same
from sim.ensemble.player import Player, Run, Start, play_range, prepare
from sim.ensemble.shards import FAILED, SHARD, VERDICT, Shards
from sim.ensemble.workers import Asked, workers_of
from sim.errors import InputError, Problems, cause
from sim.load import Varying
from sim.message import Message, about

BATCH = 250
"""Runs that a process plays before it tells of them."""
BREACHED = "breached"


@dataclass(slots=True)
class Tally:
    """What is known while an ensemble is played."""

    wanted: int
    done: int = 0
    played: int = 0
    """Those of them that this process and its workers have played, and not found on disk."""
    failed: int = 0
    breached: list[int] = field(default_factory=list)
    """By tier, inside out."""

    def count(self, verdicts: list[list[str]], failed: int) -> None:
        """Add runs, of each tier the verdicts."""
        self.breached = self.breached or [0] * len(verdicts)
        self.breached = [before + each.count(BREACHED) for before, each in zip(self.breached, verdicts, strict=True)]
        self.failed += failed

    @property
    def half_width(self) -> float:
        """Half the width of the widest tier's interval [-]."""
        valid = self.done - self.failed
        return max((interval(count, valid).half_width for count in self.breached), default=1.0) if valid else 1.0


Tell = Callable[[Tally], None]
"""Told after every batch."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many runs, how sure, and who plays them."""

    runs: int
    until: float = 0.0
    """Half the width of the widest tier's interval at which it is enough; 0 for all runs [-]."""
    workers: Asked = 1


@dataclass(slots=True)
class Ensemble:
    """An ensemble in its folder."""

    player: Player
    wanted: Wanted
    shards: Shards
    tally: Tally


def run_ensemble(start: Start, wanted: Wanted, folder: Path, tell: Tell) -> Ensemble:
    """Play what is not on disk yet.

    Raises:
        Problems: the scenario is wrong, or numbers at the ends of what may be drawn do not fit together.
        InputError: the folder holds another ensemble, or cannot be written.
    """
    player = prepare(start)
    check_ends(player)
    _claim(folder, player)
    shards = Shards(folder, player.tiers, player.uncertain)
    tally = Tally(wanted.runs, breached=[0] * len(player.tiers))
    held = _held(shards, wanted.runs)
    fresh = _shards_of(start, wanted, held, tally, tell)
    for shard in range(-(-wanted.runs // SHARD)):
        first, stop = shard * SHARD, min((shard + 1) * SHARD, wanted.runs)
        if shard in held:
            _count_held(shards, shard, stop - first, tally)
            tally.done = stop
            tell(tally)
        else:
            shards.write(shard, next(fresh))
        if wanted.until and tally.half_width <= wanted.until:
            break
    fresh.close()
    return Ensemble(player, wanted, shards, tally)


def kept_ensemble(start: Start, folder: Path) -> Ensemble:
    """All that is on disk of an ensemble; nothing is played.

    Raises:
        Problems: the scenario is wrong.
        InputError: the folder holds no ensemble, one of other inputs than `start`, or too few of its runs.
    """
    player = prepare(start)
    check_same(folder, Manifest.read(folder), Manifest.of(player))
    shards = Shards(folder, player.tiers, player.uncertain)
    runs = shards.runs()
    if not runs:
        raise InputError(about(folder, Message("holds no runs yet; play the ensemble first")))
    if runs < start.runs:
        raise InputError(about(folder, Message("holds {found} of {runs} runs that belong together; play the others "
                                               "first, by the words that began it", found=runs,
                                               runs=start.runs)))  # fmt: skip
    return Ensemble(player, Wanted(runs), shards, Tally(runs, runs))


def check_ends(player: Player) -> None:
    """Look whether each uncertain number may be as small and as large as it may get, the others in their middle.

    Raises:
        Problems: it may not; says which, and what the reader says of it.
    """
    wrong = {each: None for accident in player.varying.accidents for each in _wrong_ends(accident)}
    if wrong:
        raise Problems(list(wrong))


def _wrong_ends(accident: Varying) -> Iterator[Message]:
    """What the reader says of an accident whose uncertain numbers are as small or large as they may get, each alone."""
    middle = [each.spread.median for each in accident.uncertain]
    for k, each in enumerate(accident.uncertain):
        for share in (1e-3, 1 - 1e-3):
            number = each.spread.at(share)
            try:
                accident.drawn([*middle[:k], number, *middle[k + 1 :]])
            except InputError as error:
                messages = error.messages if isinstance(error, Problems) else [error.message]
                yield from (about(each.path, Message("drawn as {number}: {message}", number=each.written(number),
                                                     message=message)) for message in messages)  # fmt: skip


def _claim(folder: Path, player: Player) -> None:
    """Take a folder for an ensemble, new or as it was left.

    Raises:
        InputError: it holds another one, or cannot be written.
    """
    text = Manifest.of(player).text
    path = folder / KEPT
    try:
        if path.exists() and path.read_text(encoding="utf-8") != text:
            raise InputError(about(folder, Message("holds another ensemble, of other inputs, seed or sampling; name "
                                                   "another folder, or remove this one")))  # fmt: skip
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(about(folder, Message("the results cannot be written: {reason}",
                                               reason=cause(error)))) from error  # fmt: skip


def _held(shards: Shards, runs: int) -> set[int]:
    """The shards that are on disk whole."""
    sizes = ((shard, min(SHARD, runs - shard * SHARD)) for shard in range(-(-runs // SHARD)))
    return {shard for shard, size in sizes if shards.held(shard) >= size}


def _count_held(shards: Shards, shard: int, size: int, tally: Tally) -> None:
    """Count a shard from disk."""
    verdicts = [shards.column(f"{tier}: {VERDICT}", size, shard).tolist() for tier in shards.tiers]
    tally.count(verdicts, sum(map(bool, shards.column(FAILED, size, shard).tolist())))


def _shards_of(
    start: Start, wanted: Wanted, held: set[int], tally: Tally, tell: Tell
) -> Generator[list[Run], None, None]:
    """The runs of every shard that is not on disk, in order."""
    todo = [shard for shard in range(-(-wanted.runs // SHARD)) if shard not in held]
    batches = [(first, min(first + BATCH, (shard + 1) * SHARD, wanted.runs)) for shard in todo
               for first in range(shard * SHARD, min((shard + 1) * SHARD, wanted.runs), BATCH)]  # fmt: skip
    if batches:
        prepare(start).design.shares(0, 1)  # points that belong together are made once, and shared with who is forked
    shard: list[Run] = []
    with workers_of(wanted.workers) as workers:
        for (_, stop), runs in zip(batches, workers.each(play_range, start, batches), strict=True):
            shard += runs
            tally.done, tally.played = stop, tally.played + len(runs)
            good = [run.tiers for run in runs if run.tiers]
            verdicts = [[each[k].word for each in good] for k in range(len(tally.breached))]
            tally.count(verdicts, len(runs) - len(good))
            tell(tally)
            if stop % SHARD == 0 or stop == wanted.runs:
                yield shard
                shard = []
