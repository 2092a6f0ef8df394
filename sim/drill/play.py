"""An exercise while it is held: a state that moves are fed to, each with its time; no terminal, no real clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from math import floor, inf, isnan

from sim.drill.exercise_clock import ExerciseClock, jumps_of
from sim.drill.line import Kind, Line
from sim.drill.log import ENDS, Log, Row, What
from sim.drill.log_reading import subject_of
from sim.drill.mark import list_mark
from sim.drill.master_list import Incident
from sim.words import text


class Do(StrEnum):
    """What a move does."""

    MARK = "mark"
    """Somebody says of a line what happened to it, and when."""
    RELEASE = "release"
    """A contingency inject is let go, since its action is not done."""
    JUMP = "jump"
    """The incident's clock is put forward."""
    UNDO = "undo"
    """The last move that somebody made does not count."""
    PAUSE = "pause"
    GO = "go"
    TELL = "tell"
    """Exercise control lets something go that stands on no line of the list."""
    NOTE = "note"
    """Somebody writes down what is about no line."""
    TICK = "tick"
    """The clock has come so far: kept in a journal beside the moves, and never made."""
    QUIT = "quit"


UNDONE = (Do.MARK, Do.JUMP, Do.TELL, Do.NOTE)
"""What can be taken back."""
TOLD = (Do.TELL, Do.NOTE)
"""What is about no line of the list, and is nothing but words."""


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happened while an exercise was held."""

    at_s: float
    """By the exercise's clock [s]."""
    do: Do
    number: int = 0
    """Of the line it is about; 0 for none."""
    what: str = ""
    """Of a mark."""
    time_s: float = 0.0
    """Of a mark: when it happened, by the incident's clock; of a jump: by how much the clock is put forward [s]."""
    note: str = ""
    own: bool = False
    """Whether the program made it by itself."""
    to: str = ""
    """Whom exercise control told it."""
    by: str = ""
    """Who said it, where several say things."""
    key: str = ""
    """By which a device knows what it has sent, so that it is taken once however often it comes."""


class Standing(StrEnum):
    """How a line stands."""

    TO_COME = "to-come"
    DUE = "due"
    """Its time has come; of an action: it should be under way."""
    OVERDUE = "overdue"
    """An action that the plan has done by now, or a report that is late."""
    TOO_LATE = "too-late"
    """Its deadline has passed."""
    ENDED = "ended"
    """Done, failed, or let go."""
    WITHHELD = "withheld"
    """A contingency that is not needed: its action was done in time."""


@dataclass(frozen=True)
class Play:
    """An exercise while it is held: its lines, and the moves so far.

    Fed with the same moves it stands the same; that is how it survives being killed.
    """

    lines: tuple[Line, ...]
    incidents: tuple[Incident, ...]
    starts: str = ""
    """Clock time at which the exercise begins."""
    moves: tuple[Move, ...] = field(default=(), repr=False)

    def after(self, *moves: Move) -> Play:
        """The exercise after further moves."""
        return Play(self.lines, self.incidents, self.starts, (*self.moves, *moves))

    @cached_property
    def counting(self) -> tuple[Move, ...]:
        """The moves that were not taken back."""
        kept: list[Move] = []
        for move in self.moves:
            if move.do is Do.UNDO:
                last = last_made(kept)
                kept = [each for each in kept if each is not last]
            else:
                kept.append(move)
        return tuple(kept)

    @cached_property
    def said(self) -> dict[int, list[Move]]:
        """What was said of lines, by their numbers."""
        found: dict[int, list[Move]] = {}
        for move in self.counting:
            if move.do is Do.MARK:
                found.setdefault(move.number, []).append(move)
        return found

    @cached_property
    def ended_lines(self) -> set[int]:
        """The numbers of lines that need nothing more."""
        ends, moved = (*ENDS, What.RELEASED), (Do.RELEASE, Do.JUMP)
        return {move.number for move in self.counting if move.what in ends or move.do in moved}

    @cached_property
    def by_number(self) -> dict[int, Line]:
        """The lines by their numbers."""
        return {line.number: line for line in self.lines}

    @cached_property
    def spoken(self) -> tuple[Line, ...]:
        """The lines that people speak of: jumps come by themselves."""
        return tuple(line for line in self.lines if line.kind is not Kind.JUMP)

    @cached_property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return next((move.do is Do.PAUSE for move in reversed(self.moves) if move.do in (Do.PAUSE, Do.GO)), False)

    @cached_property
    def ended(self) -> bool:
        """Whether somebody ended it."""
        return any(move.do is Do.QUIT for move in self.moves)

    @cached_property
    def clocks(self) -> dict[str, ExerciseClock]:
        """How the time of each incident has run so far, by the jumps that were made."""
        starts = datetime.fromisoformat(self.starts) if self.starts else None
        jumps = [move for move in self.counting if move.do is Do.JUMP]
        found = {}
        for about in self.incidents:
            made = tuple((move.at_s, move.time_s) for move in jumps if self._jumps(move, about))
            found[about.id] = ExerciseClock(about.begins_s, made, starts, about.begins_s + about.horizon_s)
        return found

    def _jumps(self, move: Move, about: Incident) -> bool:
        """Whether a jump puts the clock of an incident forward; one that is no line's puts them all."""
        return not move.number or self.by_number[move.number].incident == about.id

    def incident_s(self, incident: str, exercise_s: float) -> float:
        """The time of an incident now: jumps made at this very time have been made [s]."""
        clock = self.clocks[incident]
        return exercise_s - clock.begins_s + sum(cut for at, cut in clock.jumps if at <= exercise_s)

    def marks(self, number: int) -> list[Move]:
        """What was said of a line."""
        return self.said.get(number, [])

    def marked(self, number: int, *whats: What) -> bool:
        """Whether one of these was said of a line."""
        return any(move.what in whats for move in self.marks(number))

    def done(self, action: str, incident: str) -> bool:
        """Whether an expected action is done; a failed one is not."""
        same = (x for x in self.lines if x.kind is Kind.ACTION and (x.action, x.incident) == (action, incident))
        return any(self.marked(line.number, What.DONE) for line in same)

    def standing(self, line: Line, exercise_s: float) -> Standing:
        """How a line stands at a time of the exercise."""
        if line.number in self.ended_lines:
            return Standing.ENDED
        now_s = self.incident_s(line.incident, exercise_s)
        if now_s < line.at_s:
            return Standing.TO_COME
        if line.kind is Kind.CONTINGENCY and self.done(line.action, line.incident):
            return Standing.WITHHELD
        if now_s > must_s(line):
            return Standing.TOO_LATE
        return Standing.OVERDUE if line.kind is Kind.ACTION and now_s > line.done_s else Standing.DUE

    def own_moves(self, exercise_s: float) -> list[Move]:
        """What the program itself does at a time of the exercise: it lets contingencies go, and jumps."""
        return [*self._releases(exercise_s), *self._own_jumps(exercise_s)]

    def _releases(self, exercise_s: float) -> Iterator[Move]:
        for line in self.lines:
            if line.kind is Kind.CONTINGENCY and self.standing(line, exercise_s) is Standing.DUE:
                time_s = floor(self.incident_s(line.incident, exercise_s))
                yield Move(exercise_s, Do.RELEASE, line.number, time_s=time_s, own=True)

    def _own_jumps(self, exercise_s: float) -> Iterator[Move]:
        """Jumps whose time has come and that wait for nobody; the first of each incident."""
        seen: set[str] = set()
        for jump, from_s in self.jumps:
            if jump.incident in seen or jump.number in self.ended_lines:
                continue
            seen.add(jump.incident)
            now_s = self.incident_s(jump.incident, exercise_s)
            if now_s >= from_s and not self.waited_for(jump, exercise_s):
                yield self.jump(jump, exercise_s, own=True)

    @cached_property
    def jumps(self) -> tuple[tuple[Line, float], ...]:
        """The jumps of the list in their order, each with the time of the incident at which it is made [s]."""
        found = []
        for incident in self.incidents:
            own = [line for line in self.lines if line.incident == incident.id and line.kind is Kind.JUMP]
            own.sort(key=lambda line: (line.exercise_s, line.at_s))
            cuts = jumps_of(own, incident.begins_s)
            found += [(line, line.at_s - cut) for line, (_, cut) in zip(own, cuts, strict=True)]
        return tuple(found)

    def jump(self, line: Line, exercise_s: float, *, own: bool = False) -> Move:
        """The move that makes a jump of the list: to where it leads, however late it is made."""
        left_s = max(line.at_s - self.incident_s(line.incident, exercise_s), 0.0)
        return Move(exercise_s, Do.JUMP, line.number, time_s=left_s, own=own)

    def next_jump(self) -> Line | None:
        """The first jump that has not been made."""
        return next((line for line, _ in self.jumps if line.number not in self.ended_lines), None)

    def waited_for(self, jump: Line, exercise_s: float) -> list[Line]:
        """Actions under way that the plan has done before a jump leads past them: it waits for their end."""
        return [
            line for line in self.lines
            if line.kind is Kind.ACTION and line.incident == jump.incident and line.done_s <= jump.at_s
            and self.standing(line, exercise_s) in (Standing.DUE, Standing.OVERDUE, Standing.TOO_LATE)
        ]  # fmt: skip

    def held_back(self, exercise_s: float) -> tuple[Line, list[Line]] | None:
        """The jump that waits, and for what; None when none does."""
        for jump, from_s in self.jumps:
            if jump.number not in self.ended_lines and self.incident_s(jump.incident, exercise_s) >= from_s:
                waits = self.waited_for(jump, exercise_s)
                return (jump, waits) if waits else None
        return None

    def standing_lines(self, exercise_s: float, *standings: Standing) -> list[Line]:
        """Lines that stand so, in the order of the list."""
        return [line for line in self.spoken if self.standing(line, exercise_s) in standings]

    def to_come(self, exercise_s: float, most: int) -> list[Line]:
        """The next lines; of contingencies none, since nobody knows whether they come."""
        coming = [x for x in self.standing_lines(exercise_s, Standing.TO_COME) if x.kind is not Kind.CONTINGENCY]
        return coming[:most]

    def log(self, incident: str, language: str = "en") -> Log:
        """The log of one incident, in the order of time; who it was in a language."""
        told = [move for move in self.counting if move.do in (Do.MARK, Do.RELEASE)]
        own = [move for move in told if self.by_number[move.number].incident == incident]
        in_order = sorted(own, key=lambda move: move.time_s)
        return Log(tuple(self._row(move, language) for move in in_order), mark=list_mark(self.lines))

    def _row(self, move: Move, language: str) -> Row:
        line = self.by_number[move.number]
        what = What.RELEASED if move.do is Do.RELEASE else What(move.what)
        who = line.receiver.in_language(language)
        return Row(subject_of(line), what, move.time_s, who, noted(move, language), line.number)


def noted(move: Move, language: str) -> str:
    """The note of a move, with who said it where that is known.

    >>> noted(Move(0, Do.NOTE, note="slow", by="Li"), "en"), noted(Move(0, Do.NOTE, note="slow"), "en")
    ('slow (Li)', 'slow')
    """
    if not move.by:
        return move.note
    return text("play_note_by", language, note=move.note, by=move.by).strip()


def last_made(moves: Sequence[Move]) -> Move | None:
    """The last move that somebody made and can take back."""
    return next((each for each in reversed(moves) if each.do in UNDONE and not each.own), None)


def must_s(line: Line) -> float:
    """By when players must have done a line [s]; inf where nothing asks for it.

    What the plan itself has done after its deadline cannot be asked of players.
    """
    owed = line.kind is Kind.REPORT or (line.kind is Kind.ACTION and not line.deadline_s < line.done_s)
    return line.deadline_s if owed and not isnan(line.deadline_s) else inf
