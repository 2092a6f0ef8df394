"""Who conducts an exercise that is being held: lets its clock run, takes entries, does and tells what comes due."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sim.drill.entry import Taken, take
from sim.drill.journal import Journal
from sim.drill.log import COLUMNS, log_table
from sim.drill.notes import notes_table
from sim.drill.play import Do, Move, Play, Standing
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.record.table import Table, write_table
from sim.units import time_text

TICK_S = 5.0
"""Real time between two entries in the journal of how far the clock has come [s]."""
LOOK_S = 0.05
"""Real time after which it is looked again at what comes due, where nobody made a move [s]."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that exercise control is told; whoever shows it puts it into words."""

    key: str
    """Of its sentence; `show` asks for how things stand."""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Conductor:
    """An exercise that is being held: its state, its journal, and where its clock stands.

    Nothing waits here and nothing is shown: whoever holds it calls `run_on` now and then, and `take` for an entry.
    """

    play: Play
    journal: Journal
    clock: Callable[[], float] = time.monotonic
    """Real time, from wherever it is counted [s]."""
    speed: float = 1.0
    """How much faster than real time the exercise's clock runs."""
    exercise_s: float = 0.0
    """Where the exercise's clock stands [s]."""

    def __post_init__(self) -> None:
        self._read_s = self._kept_s = self._looked_s = self.clock()
        self._seen: Play | None = None
        self._told: set[int] = set()  # lines that have been said to be due

    def begin(self) -> None:
        """Begin a new journal.

        Raises:
            InputError: there is one already, or it cannot be written.
        """
        self.journal.begin(self.play.lines)

    def resume(self, *, ended: bool = False) -> list[Said]:
        """Go on where the journal leaves the exercise, also one that was ended, unless it is to stay so.

        Raises:
            InputError: there is no journal, it is damaged, or belongs to another list.
        """
        moves, self.exercise_s, torn = self.journal.resume(self.play.lines)
        self._read_s = self.clock()
        self.play = self.play.after(*(move for move in moves if ended or move.do is not Do.QUIT))
        values = {"time": time_text(self.exercise_s), "entries": sum(not move.own for move in self.play.moves)}
        return [*([Said("torn")] if torn else []), Said("resumed", values)]

    def run_on(self) -> list[Said]:
        """Let the clock run on to now, and do what comes due by itself.

        Raises:
            InputError: the disk does not take the journal.
        """
        now_s = self.clock()
        if not self.play.paused:
            self.exercise_s += (now_s - self._read_s) * self.speed
        self._read_s = now_s
        if self._seen is self.play and now_s - self._looked_s < LOOK_S:
            return []
        said: list[Said] = []
        while own := self.play.own_moves(self.exercise_s):
            self._make(*own)
            said += [self._did(move) for move in own]
        said += self._due()
        if now_s - self._kept_s >= TICK_S and not self.play.paused:
            self._keep(Move(self.exercise_s, Do.TICK))
        self._seen, self._looked_s = self.play, now_s
        return said

    def take(self, text: str) -> list[Said]:
        """Take an entry.

        Raises:
            InputError: the disk does not take the journal.
        """
        return self.make(take(self.play, self.exercise_s, text))

    def make(self, taken: Taken) -> list[Said]:
        """Make what an entry does.

        Raises:
            InputError: the disk does not take the journal.
        """
        self._make(*taken.moves)
        return [Said(taken.reply, taken.values)] if taken.reply else []

    def _make(self, *moves: Move) -> None:
        """Make moves: on the disk first."""
        for move in moves:
            self._keep(move)
            self.play = self.play.after(move)

    def _keep(self, move: Move) -> None:
        self.journal.add(move)
        self._kept_s = self._read_s

    def _did(self, move: Move) -> Said:
        """What the program did by itself."""
        if move.do is not Do.RELEASE:
            return Said("jumped", {"time": time_text(move.time_s)})
        self._told.add(move.number)
        return Said("released", {"number": move.number, "text": self.play.by_number[move.number].text})

    def _due(self) -> Iterator[Said]:
        """Say once of each line that its time has come, and of each contingency that it is not needed."""
        for line in self.play.lines:
            if line.number in self._told:
                continue
            how = self.play.standing(line, self.exercise_s)
            if how is Standing.TO_COME:
                continue
            self._told.add(line.number)
            if how is not Standing.ENDED:
                key = "withheld" if how is Standing.WITHHELD else "play_due"
                yield Said(key, {"number": line.number, "text": line.text})

    def write_log(self, path: Path, language: str) -> None:
        """Write the log that `replay` reads.

        Raises:
            InputError: it cannot be written.
        """
        tables = [log_table(self.play.log(each.id, language), each.id) for each in self.play.incidents]
        _write(path, Table(COLUMNS, [row for table in tables for row in table.rows]))

    def write_notes(self, path: Path) -> bool:
        """Write what is about no line of the list, which `replay` does not read; whether there was any.

        Raises:
            InputError: it cannot be written.
        """
        table = notes_table(self.play)
        if table.rows:
            _write(path, table)
        return bool(table.rows)


def _write(path: Path, table: Table) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_table(path, table)
    except OSError as error:
        raise InputError(about(path, Message("cannot be written: {reason}", reason=cause(error)))) from error
