"""By which list an exercise is begun: one that lies in the board's folder, or the one that a scenario gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from sim.board.board import Board
from sim.board.exercise_moves import LONGEST_NAME, text_of
from sim.drill.exercise import Exercise
from sim.drill.listed import read_list
from sim.drill.master_list import MasterList
from sim.drill.run_of import RunOf
from sim.drill.timeline import master_list
from sim.errors import InputError
from sim.message import Message
from sim.study import deadlines
from sim.units import Dimension, UnitError, parse

LONGEST_PATH = 500
SPEEDS = (0.1, 1000.0)
LISTS = ("*-list.json", "*/drill/*.json")
"""Where lists lie in the board's folder that `play` and `drill` wrote."""
MOST_LISTS = 50
EXAMPLE = '{"scenario": "FILE.yaml"}'


@dataclass(frozen=True, slots=True)
class Begun:
    """What an exercise is to be begun with."""

    list: str
    """The file of its list; empty for the one that the scenario gives."""
    scenario: str
    pick: str
    lasts_s: float
    speed: float
    hold: bool
    """Whether its clock stands until somebody lets it run, so that observers are let in first."""

    def name_of(self, master: MasterList) -> str:
        """What its files are called."""
        name = "-".join(filter(None, [master.incidents[0].id, self.pick]))
        return "".join(each if each.isalnum() else "-" for each in name).strip("-")[:LONGEST_NAME] or "exercise"


def named_by(document: Mapping[str, Any], out: Path) -> Begun:
    """What a document asks to begin.

    Raises:
        InputError: it asks for what there is not, or for what lies elsewhere.
    """
    path = text_of(document, "list", LONGEST_PATH)
    scenario, pick = text_of(document, "scenario", LONGEST_PATH), text_of(document, "pick", LONGEST_NAME)
    if bool(path) == bool(scenario):
        raise InputError(Message("write either a list or a scenario, such as {example}", example=EXAMPLE))
    if path and not (path.endswith(".json") and Path(path).resolve().is_relative_to(out.resolve())):
        raise InputError(Message("{path} is no .json file in {folder}, where the board may read lists", path=path,
                                 folder=out))  # fmt: skip
    return Begun(path, scenario, pick, _lasts_s(text_of(document, "lasts", LONGEST_NAME)), _speed(document),
                 document.get("hold") is True)  # fmt: skip


def _lasts_s(text: str) -> float:
    """How long an exercise may take; inf where nobody says [s]."""
    if not text:
        return inf
    try:
        lasts_s = parse(text, Dimension.TIME)
    except UnitError as error:
        raise InputError(Message("lasts: {error}", error=error.message)) from error
    if not lasts_s > 0:
        raise InputError(Message("lasts is more than nothing, such as 2 h; found {text}", text=text))
    return lasts_s


def _speed(document: Mapping[str, Any]) -> float:
    speed = document.get("speed", 1.0)
    least, most = SPEEDS
    if isinstance(speed, bool) or not isinstance(speed, int | float) or not least <= speed <= most:
        raise InputError(Message("speed is a number from {least} to {most}", least=f"{least:g}", most=f"{most:g}"))
    return float(speed)


def made(begun: Begun, board: Board) -> MasterList:
    """The list of an exercise that is to be begun.

    Raises:
        InputError: it cannot be read, or made.
    """
    if begun.list:
        return read_list(begun.list)
    case = board.prepared(begun.scenario, begun.pick).base
    of = RunOf.of(case.park, case.scenario, tuple(deadlines(case.park, case.scenario)))
    return master_list([of], Exercise(lasts_s=begun.lasts_s), hashes=[case.inputs_hash])


def lists_in(out: Path) -> list[str]:
    """The lists in the board's folder, those that were written last first."""
    found = {path for each in LISTS for path in out.glob(each)}
    return [str(path) for path in sorted(found, key=lambda path: -path.stat().st_mtime)[:MOST_LISTS]]
