"""What was said in an exercise that is about no line of its list: exercise control's own injects, and notes."""

from __future__ import annotations

from sim.drill.log import written_time
from sim.drill.play import TOLD, Do, Play
from sim.record.table import Table

COLUMNS = ("time", "what", "to", "text", "by")
WHATS = {Do.TELL: "inject", Do.NOTE: "note"}


def notes_table(play: Play) -> Table:
    """Own injects and notes in the order in which they were made, by the exercise's clock.

    >>> from sim.drill.play import Move
    >>> notes_table(Play((), (), moves=(Move(90, Do.TELL, note="The press is here", to="gate"),))).rows
    [['E+0:01:30', 'inject', 'gate', 'The press is here', '']]
    """
    told = [move for move in play.counting if move.do in TOLD]
    return Table(COLUMNS, [[_time(move.at_s), WHATS[move.do], move.to, move.note, move.by] for move in told])


def _time(exercise_s: float) -> str:
    return "E" + written_time(int(exercise_s)).removeprefix("T")
