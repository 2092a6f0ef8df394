"""The journal of an exercise: every move on the disk before the next is made; nothing in it is ever changed.

A file of lines, each a JSON object: the first says which list is played, the others are moves, or how far the clock
has come. What a process was writing when it was killed is a torn last line: it is recognised, and cut off before the
next is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import Any

from sim.drill.line import Line
from sim.drill.log import What
from sim.drill.mark import list_hash
from sim.drill.play import Do, Move
from sim.errors import InputError
from sim.message import Message, about
from sim.record.kept import Kept
from sim.record.plain import built

FORMAT = 1


class Journal:
    """An append-only file of moves."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept = Kept(path)

    def begin(self, lines: Sequence[Line]) -> None:
        """Begin a new journal.

        Raises:
            InputError: there is one already, or it cannot be written.
        """
        self._kept.create(Message("a journal is there already; go on from it with --resume, name another with "
                                  "--journal, or remove it"))  # fmt: skip
        self._kept.add({"format": FORMAT, "list": list_hash(lines)})

    def add(self, move: Move) -> None:
        """Put a move on the disk.

        Raises:
            InputError: the disk does not take it.
        """
        self._kept.add({key: value for key, value in asdict(move).items()
                        if value not in ("", 0, False) or key == "at_s"})  # fmt: skip

    def resume(self, lines: Sequence[Line]) -> tuple[list[Move], float, bool]:
        """The moves so far, how far the clock has come [s], and whether a torn last line was cut off.

        Raises:
            InputError: it is not there, is no journal, is damaged, or belongs to another list.
        """
        told, torn = self._kept.read(lambda reason: Message("there is no journal to go on from: {reason}",
                                                            reason=reason))  # fmt: skip
        if not told or told[0].get("format") != FORMAT:
            raise InputError(about(f"{self.path}:1", Message("is no journal of this program, such as `play` writes")))
        if told[0].get("list") != list_hash(lines):
            raise InputError(about(self.path, Message("belongs to another master list; name the one it was begun "
                                                      "with")))  # fmt: skip
        numbers = {0, *(line.number for line in lines)}
        kept = [self._move(number, each, numbers) for number, each in enumerate(told[1:], start=2)]
        return [each for each in kept if each.do is not Do.TICK], kept[-1].at_s if kept else 0.0, torn

    def _move(self, number: int, data: dict[str, Any], numbers: set[int]) -> Move:
        """The move that a line of the file writes, about a line of the list or none."""
        try:
            move: Move = built(Move, data)
            known = move.number in numbers and (not move.what or move.what in list(What))
            known &= move.number != 0 or move.do not in (Do.MARK, Do.RELEASE)  # they are about a line
            if known and (move.what or move.do is not Do.MARK) and isfinite(move.at_s) and isfinite(move.time_s):
                return move
        except ValueError:
            pass
        raise InputError(about(f"{self.path}:{number}", Message("is no entry of a journal")))
