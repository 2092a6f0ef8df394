"""What somebody types while an exercise is held: from a line of words to a move, or to why it cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import floor
from unicodedata import normalize

from sim.drill.entry_time import time_and_note
from sim.drill.line import Kind, Line
from sim.drill.log import CHINESE, ENDS, What
from sim.drill.log_reading import ORDERLY, WHATS
from sim.drill.play import Do, Move, Play, last_made
from sim.drill.times import incident_time
from sim.errors import InputError
from sim.load.suggest import did_you_mean
from sim.message import Message, about
from sim.units import Dimension, UnitError, parse, time_text

COMMANDS = {
    "undo": "undo", "撤销": "undo", "pause": "pause", "暂停": "pause", "go": "go", "继续": "go",
    "jump": "jump", "跳时": "jump", "推进": "jump", "tell": "tell", "通报": "tell",
    "remark": "remark", "备注": "remark", "show": "show", "显示": "show", "help": "help", "帮助": "help",
    "?": "help", "quit": "quit", "end": "quit", "退出": "quit", "结束": "quit",
}  # fmt: skip
"""Words of entries that are about no line, and what each means."""
WORDS = {**{str(each): each for each in What}, **CHINESE}
_LINE = re.compile(r"#?(\d+)\s*(\S*)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an entry."""

    moves: tuple[Move, ...] = ()
    reply: str = ""
    """Key of what to say."""
    values: dict[str, object] = field(default_factory=dict)


def take(play: Play, exercise_s: float, text: str) -> Taken:
    """What an entry that is made at a time of the exercise does."""
    plain = normalize("NFKC", text).strip()
    if not plain:
        return Taken()
    if match := _LINE.fullmatch(plain):
        return _about_line(play, exercise_s, int(match[1]), match[2], match[3])
    word, _, rest = plain.partition(" ")
    command = COMMANDS.get(word.lower())
    if command is None:
        close = did_you_mean(word.lower(), COMMANDS)
        return Taken(reply="meant" if close else "unknown", values={"word": word, "close": close})
    return _COMMANDED[command](play, exercise_s, rest.strip())


def _about_line(play: Play, exercise_s: float, number: int, word: str, rest: str) -> Taken:
    """An entry about a line."""
    try:
        at, note = time_and_note(rest)
    except InputError as error:
        return Taken(reply="wrong", values={"why": error})
    return mark(play, exercise_s, number, word, at, note)


def mark(play: Play, exercise_s: float, number: int, word: str, at: str = "", note: str = "", by: str = "") -> Taken:
    """What it does to say of a line what happened to it, at a time that is written as in a log; now when none is."""
    line = play.by_number.get(number)
    if line is None:
        return Taken(reply="no_line", values={"number": number, "most": max(each.number for each in play.spoken)})
    what = WORDS.get(word.lower())
    may = [each for each in WHATS[line.kind] if line.kind is not Kind.JUMP or each is not What.RELEASED]
    if what is None or what not in may:
        return Taken(reply="no_what", values={"number": number, "word": word or "-", "may": ", ".join(may)})
    try:
        time_s = _when(play, line, exercise_s, at)
    except InputError as error:
        return Taken(reply="wrong", values={"why": error})
    wrong = _impossible(play, line, what, time_s, exercise_s)
    if wrong is not None:
        return wrong
    move = Move(exercise_s, Do.MARK, number, what, time_s, note, by=by)
    values = {"number": number, "what": what, "time": f"T+{time_text(time_s)}", "due": f"T+{time_text(line.at_s)}",
              "note": note}  # fmt: skip
    return Taken((move,), "marked_early" if time_s < floor(line.at_s) else "marked", values)


def _when(play: Play, line: Line, exercise_s: float, at: str) -> float:
    """When it happened, by the incident's clock; now, to the second, when none is said [s].

    Raises:
        InputError: there is a time that is none, or fits no day of the exercise.
    """
    if not at:
        return floor(play.incident_s(line.incident, exercise_s))
    return incident_time(at, play.clocks[line.incident])[1]


def _impossible(play: Play, line: Line, what: What, time_s: float, exercise_s: float) -> Taken | None:
    """Why it cannot have happened so; None when it can."""
    now_s = play.incident_s(line.incident, exercise_s)
    horizon_s = next(each.horizon_s for each in play.incidents if each.id == line.incident)
    values = {"number": line.number, "what": what, "time": f"T+{time_text(time_s)}", "now": f"T+{time_text(now_s)}"}
    if time_s < 0 or time_s > now_s:
        return Taken(reply="to_come" if time_s > now_s else "before", values=values)
    if time_s > horizon_s:
        return Taken(reply="past", values=values)
    said = {move.what: move.time_s for move in play.marks(line.number)}
    let_go = what is What.RELEASED and line.number in play.ended_lines
    if let_go or what in said or (what in ENDS and What.DONE in said):
        return Taken(reply="twice", values=values)
    earlier, later = _around(what)
    wrong = next((each for each in earlier if time_s < said.get(each, time_s)), None)
    wrong = wrong or next((each for each in later if time_s > said.get(each, time_s)), None)
    return None if wrong is None else Taken(reply="disordered", values={**values, "other": wrong})


def _around(what: What) -> tuple[tuple[What, ...], tuple[What, ...]]:
    """What comes before it, and what after."""
    order = (*ORDERLY, What.FAILED, What.DONE)
    place = order.index(what) if what in order else 0
    return order[:place], order[place + 1 :]


def told(exercise_s: float, text: str, to: str = "", by: str = "") -> Taken:
    """What it does to let something go that stands on no line of the list."""
    move = Move(exercise_s, Do.TELL, note=text, to=to, by=by)
    return Taken((move,), "told", {"note": text}) if text else Taken(reply="no_text")


def written(exercise_s: float, text: str, by: str = "") -> Taken:
    """What it does to write down what is about no line."""
    move = Move(exercise_s, Do.NOTE, note=text, by=by)
    return Taken((move,), "remarked", {"note": text}) if text else Taken(reply="no_text")


def _tell(play: Play, exercise_s: float, rest: str) -> Taken:
    to, colon, text = rest.partition(":")
    return told(exercise_s, text.strip(), to.strip()) if colon else told(exercise_s, rest)


def _remark(play: Play, exercise_s: float, rest: str) -> Taken:
    return written(exercise_s, rest)


def _undo(play: Play, exercise_s: float, rest: str) -> Taken:
    last = last_made(play.counting)
    if last is None:
        return Taken(reply="nothing_to_undo")
    what = last.what or str(last.do)
    return Taken((Move(exercise_s, Do.UNDO),), "undone", {"number": last.number or "", "what": what})


def _jump(play: Play, exercise_s: float, rest: str) -> Taken:
    """Put the clock forward: by so much, or to where the list's next jump leads."""
    if rest:
        try:
            by_s = parse(rest, Dimension.TIME)
        except UnitError as error:
            return Taken(reply="wrong", values={"why": error})
        if by_s <= 0:
            return Taken(reply="wrong", values={"why": InputError(about(rest, Message("the clock is only put "
                                                                                      "forward")))})  # fmt: skip
        return Taken((Move(exercise_s, Do.JUMP, time_s=by_s),), "jumped", {"time": time_text(by_s)})
    line = play.next_jump()
    if line is None:
        return Taken(reply="no_jump")
    move = play.jump(line, exercise_s)
    return Taken((move,), "jumped", {"time": time_text(move.time_s)})


def _pause(play: Play, exercise_s: float, rest: str) -> Taken:
    return Taken((Move(exercise_s, Do.PAUSE),), "paused")


def _go(play: Play, exercise_s: float, rest: str) -> Taken:
    return Taken((Move(exercise_s, Do.GO),), "going")


def _show(play: Play, exercise_s: float, rest: str) -> Taken:
    return Taken(reply="show")


def _help(play: Play, exercise_s: float, rest: str) -> Taken:
    return Taken(reply="help")


def _quit(play: Play, exercise_s: float, rest: str) -> Taken:
    return Taken((Move(exercise_s, Do.QUIT),), "ended")


_COMMANDED = {
    "undo": _undo, "jump": _jump, "pause": _pause, "go": _go, "tell": _tell, "remark": _remark, "show": _show,
    "help": _help, "quit": _quit,
}  # fmt: skip
