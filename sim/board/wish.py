"""What somebody wants made of a scenario with other values: as a document, and as the words of a command."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sim.board.board import Board
from sim.board.plain import state_of
from sim.board.state import State
from sim.errors import InputError
from sim.load.file_sort import called_in
from sim.load.suggest import hint
from sim.message import Message
from sim.words import LANGUAGES

KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "report": ("report", ("deadlines",)),
    "figures": ("plot", ("deadlines", "faults", "figures")),
    "drill": ("drill", ("drill",)),
    "package": ("package", ("package",)),
    "ensemble": ("ensemble", ("ensemble", "figures")),
    "sweep": ("sweep", ("sweep",)),
    "faults": ("faults", ("faults",)),
    "periods": ("periods", ("periods",)),
}
"""What may be made: by which command, and in which steps, as the command names them."""
RUNS, MOST_RUNS = 200, 100_000
"""Of an ensemble, unless somebody says otherwise, and at most."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to be made."""

    kind: str
    state: State
    language: str = "en"
    runs: int = RUNS
    """Of an ensemble."""
    seed: int = SEED
    over: str = ""
    """The slider that a sweep goes along, as `--set` names it."""

    @property
    def steps(self) -> tuple[str, ...]:
        """In which it is made."""
        return KINDS[self.kind][1]

    def words(self, board: Board) -> list[str]:
        """The command that makes it, without where to.

        Raises:
            InputError: it cannot be made of that.
            Problems: the scenario is wrong, or what was moved does not fit it.
        """
        board.prepared(self.state.scenario, self.state.pick).check(self.state)  # so no option hides in a path or a pick
        command = KINDS[self.kind][0]
        return [command, *_OWN.get(self.kind, _as_moved)(self, board)]

    def into(self, out: str, words: Sequence[str]) -> list[str]:
        """The same into a folder, with nothing printed, by as many processes as leave one core to the sliders."""
        workers = ["--workers", str(max((os.cpu_count() or 1) - 1, 1))] if self.kind in ("ensemble", "sweep") else []
        return [*words, "--out", out, "--lang", self.language, *workers, "--quiet"]


def _as_moved(wish: Wish, board: Board) -> list[str]:
    return wish.state.words


def _package(wish: Wish, board: Board) -> list[str]:
    """Its park, and the scenario.

    Raises:
        InputError: something was moved or picked.
    """
    if wish.state.sets or wish.state.pick:
        raise InputError(Message("a package is made of a scenario as its file has it; leave out what was moved and "
                                 "what was picked"))  # fmt: skip
    return [called_in(wish.state.scenario)[1], wish.state.scenario]


def _ensemble(wish: Wish, board: Board) -> list[str]:
    return [*wish.state.words, "-n", str(wish.runs), "--seed", str(wish.seed)]


def _sweep(wish: Wish, board: Board) -> list[str]:
    """From the slider's one end to the other, all others where they are.

    Raises:
        InputError: there is no such slider.
        Problems: the scenario is wrong.
    """
    state = wish.state
    knob = board.prepared(state.scenario, state.pick).knob(wish.over)
    others = State(state.scenario, state.pick, tuple(each for each in state.sets if each[0] != wish.over))
    low, high = (f"{end:.12g}" for end in (knob.low, knob.high))
    return [*others.words, "--over", f"{wish.over}={low}..{high} {knob.unit}".strip()]


_OWN: Mapping[str, Callable[[Wish, Board], list[str]]] = {
    "package": _package, "ensemble": _ensemble, "sweep": _sweep}  # fmt: skip


def wish_of(document: dict[str, Any], language: str) -> Wish:
    """What somebody wants, as a program writes it; in a language, where it does not say.

    Raises:
        InputError: it is written otherwise.
    """
    kind, over = str(document.get("kind", "")), str(document.get("over", ""))
    if kind not in KINDS:
        raise InputError(Message("nothing of the kind {kind} is made; {hint}", kind=repr(kind),
                                 hint=hint(kind, list(KINDS))))  # fmt: skip
    language = document.get("language", language)
    if language not in LANGUAGES:
        raise InputError(Message("language: {hint}", hint=hint(str(language), list(LANGUAGES))))
    runs, seed = _whole(document, "runs", RUNS, MOST_RUNS, least=1), _whole(document, "seed", SEED, 2**32 - 1)
    return Wish(kind, state_of(document), language, runs, seed, over)


def _whole(document: dict[str, Any], key: str, usual: int, most: int, least: int = 0) -> int:
    """A whole number.

    Raises:
        InputError: it is none, or out of bounds.
    """
    found = document.get(key, usual)
    if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
        raise InputError(Message("{key}: a whole number from {least} to {most} is wanted, found {found}", key=key,
                                 least=least, most=f"{most:,}", found=repr(found)))  # fmt: skip
    return found
