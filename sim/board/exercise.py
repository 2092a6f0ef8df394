"""An exercise that is held on the board by several devices: its conductor, its files, and what was sent twice."""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sim.board.exercise_moves import LONGEST_KEY, asked, number_of, own_key, text_of
from sim.board.exercise_plain import SHOWN, entries, entry_data, look_of
from sim.drill.conductor import Conductor
from sim.drill.journal import Journal
from sim.drill.listed import put_list, read_list
from sim.drill.master_list import MasterList
from sim.drill.play import Play
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.record.plain import built, from_json

FOLDER = "exercises"
KEY_BYTES = 16
"""Of a key, which stands at the end of an address: letters and figures only, so that no chat cuts them off."""
MOST_MOVES = 5000
"""Of one exercise; a whole day of a large one has some hundreds."""
ABOUT = "held.json"
FILES = {"list": "-list.json", "journal": "-journal.jsonl", "log": "-log.csv", "notes": "-notes.csv"}
"""How the files of an exercise end."""
OWN_FILE = 0o600
"""Whoever reads the key is an observer."""


class Behind(Exception):
    """Somebody makes a move without having seen what came before it."""

    def __init__(self, seq: int, between: list[dict[str, Any]]) -> None:
        super().__init__(seq)
        self.seq, self.between = seq, between


class Refused(Exception):
    """Something cannot be entered as things stand; `key` and `values` are of the words that say why."""

    def __init__(self, key: str, values: Mapping[str, object]) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of an exercise beside its list and its journal."""

    name: str
    """What its files are called."""
    key: str
    """Opens what its observers see, and nothing else."""
    speed: float = 1.0
    scenario: str = ""
    """The file that it was made of, where it is known."""


class Exercise:
    """An exercise that is being held, or was."""

    def __init__(self, folder: Path, held: Held, conductor: Conductor) -> None:
        self.folder, self.held, self.conductor = folder, held, conductor
        self.trouble: InputError | None = None
        """Why its journal could not be written when it was last tried."""
        self.version = 0
        """Counts up with every move, and with every line whose time comes."""
        self._seen: object = None

    @property
    def id(self) -> str:
        """What it is known by, which says nothing of what is played."""
        return self.folder.name

    @property
    def play(self) -> Play:
        """How it stands."""
        return self.conductor.play

    @property
    def now_s(self) -> float:
        """Where its clock stands [s]."""
        return self.conductor.exercise_s

    def file(self, sort: str) -> Path:
        """One of its files."""
        return self.folder / f"{self.held.name}{FILES[sort]}"

    def look(self) -> None:
        """Let its clock run on to now, and do what comes due."""
        if not self.play.ended:
            try:
                self.conductor.run_on()
                self.trouble = None
            except InputError as error:
                self.trouble = error
        seen = (len(self.play.moves), self.trouble and str(self.trouble), look_of(self.play, self.now_s))
        if seen != self._seen:
            self._seen, self.version = seen, self.version + 1

    def move(self, document: Mapping[str, Any], *, director: bool) -> dict[str, Any]:
        """Make a move of the director, or write down what an observer says; what came of it.

        What was sent before with the same key is not made again, and is answered as it was then.

        Raises:
            Behind: the director has not seen what was entered since.
            Refused: it cannot be entered as things stand.
            InputError: it is written otherwise, or the disk does not take it.
        """
        self.look()
        key = own_key(text_of(document, "key", LONGEST_KEY), director=director)
        before = next((seq for seq, move in enumerate(self.play.moves, 1) if key and move.key == key), None)
        return self._answer(before or self._made(document, director=director))

    def _made(self, document: Mapping[str, Any], *, director: bool) -> int:
        """Make a move; how many there are with it."""
        play, seq = self.play, len(self.play.moves)
        if director and number_of(document, "seq") != seq:
            since = entries(play)[max(number_of(document, "seq"), 0) :]
            raise Behind(seq, [entry_data(play, each) for each in since[-SHOWN:]])
        if play.ended:
            raise Refused("board_drill_is_ended", {})
        taken = asked(play, self.now_s, document, director=director)
        if not taken.moves:
            raise Refused(taken.reply, taken.values)
        if seq >= MOST_MOVES and document["do"] != "end":
            raise Refused("board_drill_full", {"most": MOST_MOVES})
        try:
            self.conductor.make(taken)
        except InputError as error:
            if director:
                raise
            raise Refused("board_drill_no_disk", {}) from error  # which names files, and those what is played
        self.look()
        return seq + 1

    def _answer(self, seq: int) -> dict[str, Any]:
        """What is answered to the move with a number; the same whenever it is asked."""
        then = Play(self.play.lines, self.play.incidents, self.play.starts, self.play.moves[:seq])
        return {"seq": seq, "entry": entry_data(then, entries(then)[-1])}

    def write_log(self, language: str) -> None:
        """Write what `replay` reads, and beside it what is about no line.

        Raises:
            InputError: it cannot be written.
        """
        self.conductor.write_log(self.file("log"), language)
        self.conductor.write_notes(self.file("notes"))


class Exercises:
    """The exercises in a folder."""

    def __init__(self, out: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.out, self._clock = out, clock
        self._open: dict[str, Exercise] = {}

    @property
    def folder(self) -> Path:
        """Where each has a folder of its own."""
        return self.out / FOLDER

    def begin(
        self, master: MasterList, name: str, speed: float = 1.0, scenario: str = "", *, hold: bool = False
    ) -> Exercise:
        """Begin to hold one, its clock held if it is to stand at first.

        Raises:
            InputError: its files cannot be written.
        """
        id = f"{datetime.now():%Y%m%d-%H%M}-{secrets.token_hex(2)}"
        folder, held = self.folder / id, Held(name, secrets.token_hex(KEY_BYTES), speed, scenario)
        put_list(master, folder / f"{name}{FILES['list']}", ())
        _put_about(folder / ABOUT, held)
        exercise = self._of(folder, held, master)
        exercise.conductor.begin()
        if hold:
            exercise.conductor.take("pause")
        exercise.look()
        self._open[id] = exercise
        return exercise

    def ids(self) -> list[str]:
        """Those there are, the newest first."""
        return sorted((path.parent.name for path in self.folder.glob(f"*/{ABOUT}")), reverse=True)

    def held(self, id: str) -> Held:
        """What is known of one beside its list and journal.

        Raises:
            KeyError: there is none of that name.
            InputError: it is damaged.
        """
        path = self.folder / id / ABOUT
        if id not in self.ids():
            raise KeyError(id)
        try:
            return built(Held, from_json(path.read_bytes()))  # type: ignore[no-any-return]
        except (OSError, ValueError) as error:
            raise InputError(about(path, Message("is not what the board wrote"))) from error

    def exercise(self, id: str) -> Exercise:
        """One of them; one that the board held before it was ended stands where its journal leaves it, its clock held.

        Raises:
            KeyError: there is none of that name.
            InputError: its files are damaged.
        """
        if id not in self._open:
            held, folder = self.held(id), self.folder / id
            exercise = self._of(folder, held, read_list(str(folder / f"{held.name}{FILES['list']}")))
            exercise.conductor.resume(ended=True)
            if not (exercise.play.ended or exercise.play.paused):
                exercise.conductor.take("pause")
            exercise.look()
            self._open[id] = exercise
        return self._open[id]

    def _of(self, folder: Path, held: Held, master: MasterList) -> Exercise:
        play = Play(master.lines, master.incidents, master.starts)
        journal = Journal(folder / f"{held.name}{FILES['journal']}")
        return Exercise(folder, held, Conductor(play, journal, self._clock, held.speed))


def _put_about(path: Path, held: Held) -> None:
    """Write what is known of an exercise, for nobody else to read.

    Raises:
        InputError: it cannot be written.
    """
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWN_FILE), "w", encoding="utf-8") as file:
            json.dump(asdict(held), file, ensure_ascii=False)
    except OSError as error:
        raise InputError(about(path, Message("cannot be written: {reason}", reason=cause(error)))) from error
