"""What many runs find beside the sliders: done in a process of its own, which keeps the scenario ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.board.board import Board
from sim.board.limits import limits_data
from sim.board.plain import deadlines_data
from sim.board.state import State
from sim.board.turns import turns
from sim.board.web.answers import Stale, tag
from sim.board.worker import GoOn

DEADLINES, LIMITS, READY = "deadlines", "limits", "ready"


@dataclass(frozen=True, slots=True)
class Study:
    """What is to be found."""

    sort: str
    state: State
    meant: str = ""
    """The ETag of the scenario that is meant; empty for any."""
    path: str = ""
    """The slider along which limits are looked for."""


def find(board: Board, study: Study, go_on: GoOn) -> dict[str, Any]:
    """What a study finds.

    Raises:
        Stale: another version of the scenario is meant.
        InputError: there is no such slider.
        Problems: everything that is wrong with the scenario or with what was moved.
    """
    state = study.state
    prepared = board.prepared(state.scenario, state.pick)
    if study.meant and study.meant != tag(prepared.version):
        raise Stale(tag(prepared.version))
    if study.sort == LIMITS:
        return limits_data(prepared, turns(prepared, state, study.path, go_on))
    return deadlines_data(prepared.answer(state), lambda _: go_on()) if study.sort == DEADLINES else {}
