"""An exercise that is being held as plain data: all of it for its director, for observers what has happened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.drill.line import Kind, Line
from sim.drill.log import What
from sim.drill.log_reading import WHATS
from sim.drill.play import Do, Move, Play, Standing, last_made, must_s, noted
from sim.report.page.said import Said, both, named, words
from sim.report.play_reply import reply
from sim.report.play_screen import hands

if TYPE_CHECKING:
    from sim.board.exercise import Exercise

SHOWN_TO_ALL = (Do.TELL, Do.NOTE, Do.JUMP, Do.PAUSE, Do.GO, Do.QUIT)
"""Moves that observers see, whatever line they are about."""
SHOWN = 200
"""Of the log; all of it stands in the journal."""
DIGITS = 3
"""Of times after the point, so that a clock that runs on changes none [s]."""


def look_of(play: Play, now_s: float) -> tuple[object, ...]:
    """What a view of an exercise hangs on beside its moves: how each line stands, and for how many a jump waits."""
    held = play.held_back(now_s)
    return (*(play.standing(line, now_s) for line in play.spoken), held and (held[0].number, len(held[1])))


def clock_data(exercise: Exercise) -> dict[str, Any]:
    """Where the clocks stand: the exercise's, and each incident's [s]."""
    play, now_s = exercise.play, exercise.now_s
    return {
        "exercise_s": now_s,
        "speed": exercise.held.speed,
        "runs": not (play.paused or play.ended),
        "incidents_s": [play.incident_s(each.id, now_s) for each in play.incidents],
    }


def director_data(exercise: Exercise) -> dict[str, Any]:
    """All that the director of an exercise sees beside the clocks."""
    play, now_s = exercise.play, exercise.now_s
    told = {line.number: _director_line(play, line, now_s) for line in play.spoken}
    held, following = play.held_back(now_s), play.next_jump()
    return {
        **_common(exercise),
        "name": exercise.held.name,
        "key": exercise.held.key,
        "seq": len(play.moves),
        "incidents": [{"name": named(each.name, each.id), "starts": each.starts} for each in play.incidents],
        "lines": list(told.values()),
        "jump": None if following is None else {
            "at_s": following.at_s, "incident": _place(play, following), "text": named(following.text, "")},
        "waits": [each.number for each in held[1]] if held else [],
        "undo": _undone_next(play),
        **_log(play, entries(play)),
        "files": {sort: str(exercise.file(sort)) for sort in ("log", "notes", "journal", "list")},
        "scenario": exercise.held.scenario,
    }  # fmt: skip


def observer_data(exercise: Exercise) -> dict[str, Any]:
    """What has happened so far, and nothing that is still to come: neither lines, nor what the accident is called.

    The clocks stand beside it.
    """
    play, now_s = exercise.play, exercise.now_s
    seen = {line.number: line for line in play.spoken if _is_seen(play, line, now_s)}
    return {
        **_common(exercise),
        "incidents": [{"name": words("board_drill_incident", number=k), "starts": each.starts}
                      for k, each in enumerate(play.incidents, 1)],
        "trouble": words("board_drill_no_disk") if exercise.trouble else None,
        "lines": [_line(play, line) for line in seen.values()],
        **_log(play, [each for each in entries(play) if not each.back and _is_told(each.move, seen.keys())]),
    }  # fmt: skip


def _common(exercise: Exercise) -> dict[str, Any]:
    play, trouble = exercise.play, exercise.trouble
    return {
        "id": exercise.id,
        "starts": play.starts,
        "paused": play.paused,
        "ended": play.ended,
        "trouble": None if trouble is None else both(lambda language: reply("wrong", language, {"why": trouble})),
    }


def _line(play: Play, line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "kind": str(line.kind),
        "kind_said": words(f"board_drill_kind_{line.kind}"),
        "incident": _place(play, line),
        "at_s": line.at_s,
        "text": named(line.text, ""),
        "from": named(line.sender, ""),
        "to": named(line.receiver, ""),
        "by_means": named(line.medium, ""),
        "evaluate": named(line.evaluate, ""),
        "evidence": named(line.evidence, ""),
        "marks": [_mark(move) for move in play.marks(line.number)],
        "may": [str(each) for each in WHATS[line.kind] if each is not What.RELEASED],
        "is_over": line.number in play.ended_lines,
    }


def _director_line(play: Play, line: Line, now_s: float) -> dict[str, Any]:
    by_s = must_s(line)
    return {
        **_line(play, line),
        "standing": str(play.standing(line, now_s)),
        "due_s": _due_s(play, line, now_s),
        "must_s": by_s if isfinite(by_s) else None,
    }


def _place(play: Play, line: Line) -> int:
    """Which incident of the exercise a line is of."""
    return [each.id for each in play.incidents].index(line.incident)


def _mark(move: Move) -> dict[str, Any]:
    return {"what": move.what, "said": _what(move.what), "time_s": move.time_s, "note": move.note, "by": move.by}


def _what(what: str) -> Said:
    return words(f"play_{what}")


def _is_seen(play: Play, line: Line, now_s: float) -> bool:
    """Whether observers see a line: its time has come, or it was let go, or somebody said something of it."""
    if line.number in play.ended_lines or play.marks(line.number):
        return True
    return line.kind is not Kind.CONTINGENCY and play.standing(line, now_s) is not Standing.TO_COME


def _is_told(move: Move, seen: Collection[int]) -> bool:
    """Whether observers see a move."""
    return move.do in SHOWN_TO_ALL or move.number in seen


def _due_s(play: Play, line: Line, now_s: float) -> float | None:
    """When a line is due by the exercise's clock, if nobody holds it and no jump comes late [s].

    None once its time has come, and where that hangs on how long a jump waits.
    """
    at_s = play.incident_s(line.incident, now_s)
    jumps = [(jump, from_s) for jump, from_s in play.jumps if jump.incident == line.incident
             and jump.number not in play.ended_lines and from_s < line.at_s]  # fmt: skip
    if at_s >= line.at_s or any(from_s <= at_s for _, from_s in jumps):
        return None
    left_out_s = sum(min(jump.at_s, line.at_s) - from_s for jump, from_s in jumps)
    return round(now_s + line.at_s - at_s - left_out_s, DIGITS)


def _undone_next(play: Play) -> Said | None:
    """What would be taken back; None when nothing would."""
    last = last_made(play.counting)
    return None if last is None else _said(play, last, None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A move with its place among all of them."""

    seq: int
    move: Move
    undone: Move | None
    """What it takes back."""
    back: bool
    """Whether it was taken back."""


def entries(play: Play) -> list[Entry]:
    """Every move in the order in which it was made, with those that were taken back."""
    kept: list[tuple[int, Move]] = []
    back: set[int] = set()
    of: dict[int, Move] = {}
    for seq, move in enumerate(play.moves, 1):
        if move.do is Do.UNDO:
            last = last_made([each for _, each in kept])
            back |= {at for at, each in kept if each is last}
            kept = [(at, each) for at, each in kept if each is not last]
            of |= {} if last is None else {seq: last}
        else:
            kept.append((seq, move))
    return [Entry(seq, move, of.get(seq), seq in back) for seq, move in enumerate(play.moves, 1)]


def _log(play: Play, told: Sequence[Entry]) -> dict[str, Any]:
    """Entries, the last first, and how many earlier ones are left out."""
    shown = told[-SHOWN:]
    return {"log": [entry_data(play, each) for each in reversed(shown)], "earlier": len(told) - len(shown)}


def entry_data(play: Play, entry: Entry) -> dict[str, Any]:
    """An entry in words and numbers."""
    move = entry.move
    return {
        "seq": entry.seq,
        "at_s": move.at_s,
        "clock": _clock(play, move.at_s),
        "do": str(move.do),
        "number": move.number,
        "said": _said(play, move, entry.undone),
        "about": _about(play, move),
        "by": move.by,
        "own": move.own,
        "back": entry.back,
    }


def _about(play: Play, move: Move) -> Said | None:
    """What the line says that a move is about; None where there is none, or the move itself says it."""
    line = play.by_number.get(move.number)
    return named(line.text, "") if line and move.do is Do.MARK else None


def _clock(play: Play, exercise_s: float) -> str:
    """The time of day in the exercise; that since it began where nobody said when it does."""
    starts = next(iter(play.clocks.values())).starts
    return hands(exercise_s) if starts is None else f"{starts + timedelta(seconds=exercise_s):%H:%M:%S}"


def _said(play: Play, move: Move, undone: Move | None) -> Said:
    """A move in words."""
    number, time = move.number, f"T+{hands(move.time_s)}"
    if move.do is Do.MARK:
        return both(lambda language: reply("marked", language, {
            "number": number, "what": move.what, "time": time, "note": noted(move, language)}))  # fmt: skip
    if move.do is Do.RELEASE:
        text = play.by_number[number].text
        return both(lambda language: reply("released", language, {"number": number, "text": text}))
    if move.do is Do.UNDO:
        return words("board_drill_undone", what="" if undone is None else _said(play, undone, None))
    values = {"time": hands(move.time_s), "to": move.to}
    return both(lambda language: reply(f"board_drill_did_{move.do}" + ("_to" if move.to else ""), language,
                                       {**values, "text": noted(move, language)}))  # fmt: skip
