"""Scenarios and answers as plain data, for pages and programs; texts in every language, nothing that is no number."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import isfinite
from typing import Any

import numpy as np

from sim.board.board import Answer, Board, Prepared
from sim.board.grid import Grid
from sim.board.knob import Knob
from sim.board.state import State
from sim.called import Called
from sim.errors import InputError, Problems
from sim.load.override import INTO_PARK
from sim.message import Message
from sim.park import Park, Uncertain
from sim.park.spread import Uniform
from sim.report.clock import clock_of
from sim.report.deadlines import window
from sim.report.number_name import number_name
from sim.report.page.answer import below_headline, deciding, headline, intakes_answer, tier_answers
from sim.report.page.said import Said, action, both, named, place, tier, words
from sim.report.page.said import said as said_of
from sim.result.summary import summary
from sim.study import deadlines
from sim.study.trial import Tell
from sim.words import LANGUAGES
from sim.words.say import said

PROGRAM = "python run_sim.py"
STORAGES = "park.storages."
ASIDE = {"actions": Called.job, "response": Called.rule}
"""Numbers whose things are told in words beside their names."""
DIGITS = 6
"""Of volumes on the grid after the point [m3]: exact to what the trace is good for."""


def scenario_data(board: Board, prepared: Prepared, state: State) -> dict[str, Any]:
    """A scenario, and what may be moved in it."""
    case = prepared.base
    return {
        "scenario": state.scenario,
        "scenarios": list(board.scenarios),
        "pick": state.pick,
        "picks": prepared.picks,
        "version": prepared.version,
        "name": named(case.scenario.name, case.scenario.id),
        "park": named(case.park.name, case.park.id),
        "horizon_s": case.scenario.horizon_s,
        "starts": case.scenario.starts,
        "knobs": [_knob(prepared, knob) for knob in prepared.chosen.knobs],
        "idle": prepared.chosen.idle,
        "beside": prepared.chosen.beside,
    }


def _knob(prepared: Prepared, knob: Knob) -> dict[str, Any]:
    return {
        "path": knob.path,
        "name": both(lambda language: _name(Called(prepared.base.park, prepared.base.scenario, language), knob)),
        "about": _about(prepared, knob),
        "group": knob.path.removeprefix(INTO_PARK).partition(".")[0],
        "unit": knob.unit,
        "text": knob.text,
        "own": float(f"{knob.own.number / knob.factor:.12g}"),
        "low": knob.low,
        "high": knob.high,
        "step": knob.step,
        "turns": knob.turns,
        "off": knob.high if knob.path.startswith("faults.") and knob.path.endswith(".from") else None,
    }


def _name(called: Called, knob: Knob) -> str:
    """What people call a number; what the park says stands in a storage is named as the scenario's would be."""
    path = knob.path.removeprefix(INTO_PARK)
    if knob.path.startswith(STORAGES):
        collection, _, rest = path.partition(".")
        path = "initial." + rest.replace(".initial.", ".")
    collection, _, rest = path.partition(".")
    if collection == "crews":
        return called.says("number_crews_teams", of=called.crew(rest.rpartition(".")[0]))
    return number_name(called, Uncertain(path, Uniform(*knob.ends), "", knob.own.measures))


def _about(prepared: Prepared, knob: Knob) -> Said | None:
    """What is done at a time that may be moved; None for what is no time of anybody's."""
    collection, _, rest = knob.path.partition(".")
    tell = ASIDE.get(collection)
    if tell is None:
        return None
    id, case = rest.rpartition(".")[0], prepared.base
    return both(lambda language: tell(Called(case.park, case.scenario, language), id))


def answer_data(answer: Answer) -> dict[str, Any]:
    """What came of what was moved."""
    result = answer.result
    return {**words_of(answer), "summary": summary(result), "grid": _grid(result.park, answer.grid)}


def words_of(answer: Answer) -> dict[str, Any]:
    """What came of what was moved, in words."""
    result = answer.result
    intakes = intakes_answer(result)
    return {
        "address": answer.state.address,
        "command": answer.state.command(PROGRAM),
        "headline": headline(result),
        "below": below_headline(result),
        "tiers": [
            {"id": each.id, "name": each.name, "verdict": each.verdict, "said": each.verdict_said,
             "amount": each.amount, "unit": each.unit, "share": each.share, "story": each.story}
            for each in tier_answers(result, None)
        ],
        "intakes": None if intakes is None else {
            "count": intakes.count, "highest": intakes.highest, "lines": intakes.lines},
        "assumed": words("board_assumed", met=answer.met, all=f"{answer.assumed:,}"),
    }  # fmt: skip


def deadlines_data(answer: Answer, tell: Tell) -> dict[str, Any]:
    """By when what must be done for which tier, the most pressing first, and what decides; told from run to run."""
    result = answer.result
    found = deadlines(result.park, result.scenario, tell)
    when = clock_of(result.scenario.starts)
    return {
        "deciding": deciding(result, found),
        "nearest": {each.id: each.nearest for each in tier_answers(result, found)},
        "deadlines": [
            {"action": each.action, "name": action(result, each.action), "tier": each.tier,
             "tier_name": tier(result.park, each.tier), "keeps": words(each.keeps), "done_s": _finite(each.done_s),
             "latest_s": _finite(each.latest_s), "earliest_s": _finite(each.earliest_s), "stands": each.stands,
             "monotone": each.monotone, "window": said_of(result, partial(window, each=each, when=when))}
            for each in found if each.needed
        ],
    }  # fmt: skip


def _finite(time_s: float) -> float | None:
    """A time; None for never and unknown."""
    return time_s if isfinite(time_s) else None


def _grid(park: Park, grid: Grid) -> dict[str, Any]:
    return {
        "at_s": grid.at_s.tolist(),
        "beside": grid.beside,
        "storages": [
            {"id": each.storage, "name": place(park, each.storage), "tier": tier(park, each.tier),
             "usable_m3": each.usable_m3, "peak_m3": each.peak_m3,
             "volume_m3": np.round(grid.volume_m3(each.storage), DIGITS).tolist()}
            for each in grid.fillings
        ],
    }  # fmt: skip


def problems_data(error: InputError) -> list[Said]:
    """What is wrong, a line each."""
    messages: Iterable[object] = error.messages if isinstance(error, Problems) else [error.message]
    return [{language: said(each, language) for language in LANGUAGES} for each in messages]


def state_of(document: object) -> State:
    """What somebody has moved, as a program writes it: `{"scenario": ..., "pick": ..., "sets": {path: value}}`.

    Raises:
        InputError: it is written otherwise.
    """
    if isinstance(document, dict):
        scenario, pick, sets = document.get("scenario"), document.get("pick", ""), document.get("sets", {})
        pairs = [*sets.items()] if isinstance(sets, dict) else [(None, None)]
        texts = [scenario, pick, *(each for pair in pairs for each in pair)]
        if all(isinstance(each, str) and each.isprintable() for each in texts):
            return State(str(scenario), str(pick), tuple((str(path), str(text)) for path, text in pairs))
    raise InputError(Message("not what a board reads; write {example}",
                             example='{"scenario": "FILE.yaml", "pick": "", "sets": {"PATH": "VALUE"}}'))
