"""Where along one slider the verdict of a tier turns, while all others stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from sim.board.board import Prepared
from sim.board.knob import Knob
from sim.board.state import State
from sim.ensemble.sweep import Axis, Spot, flips, stretches
from sim.errors import InputError
from sim.park import Uncertain
from sim.park.spread import Uniform

SCANNED = 17
"""Places of a slider that are played first; what turns and turns back between two of them is not seen."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Places of a slider in a row at which a tier has one verdict."""

    word: str
    first: float
    """The first and the last that were played, in the slider's unit: up to the next stretch it is one step."""
    last: float


@dataclass(frozen=True, slots=True)
class Turns:
    """What becomes of every tier along one slider."""

    knob: Knob
    tiers: tuple[str, ...]
    """Inside out."""
    spots: tuple[Spot, ...]
    """What was played, from the slider's one end to the other, at its steps."""

    def of(self, tier: int) -> list[Stretch]:
        """From which place to which a tier has which verdict."""
        at = self.knob.at_step
        return [Stretch(each.word, at(each.first.at[0]), at(each.last.at[0])) for each in stretches(tier, self.spots)]


def turns(prepared: Prepared, state: State, path: str, tell: Callable[[], None] = lambda: None) -> Turns:
    """What becomes of each tier along a slider, all others where they are; `tell` is called before each run.

    Only places that the slider has are played, so that what is told of a place was seen there and not beside it.
    Between two of the places scanned that differ, every turn that halving comes upon is found to one step.

    Raises:
        InputError: there is no such slider.
        Problems: what else was moved cannot be played wherever the slider is.
    """
    knob = prepared.knob(path)
    others = tuple(each for each in state.sets if each[0] != path)
    wrong: list[InputError] = []

    def spot(at: tuple[float, ...]) -> Spot:
        tell()
        text = knob.written(knob.at_step(at[0]))
        try:
            return Spot(at, prepared.outcome(replace(state, sets=(*others, (path, text)))))
        except InputError as error:
            wrong.append(error)
            return Spot(at, (), str(error))

    def play(ats: Sequence[tuple[float, ...]]) -> list[Spot]:
        return [spot(at) for at in ats]

    axis = Axis(Uncertain(path, Uniform(0.0, float(knob.steps)), "", "", whole=True), _scanned(knob, state))
    scanned = play([(step,) for step in axis.values])
    if len(wrong) == len(scanned):
        raise wrong[0]
    between = [spot for flip in flips([axis], play, scanned, 0.0) for spot in (flip.before, flip.after)]
    found = {each.at: each for each in (*scanned, *between)}
    return Turns(knob, prepared.tiers, tuple(found[at] for at in sorted(found)))


def _scanned(knob: Knob, state: State) -> tuple[float, ...]:
    """The steps that are played first: evenly from end to end, and those beside where the slider is."""
    text = dict(state.sets).get(knob.path)
    now = ((knob.own.number if text is None else knob.read(text)) / knob.factor - knob.low) / knob.step
    evenly = (round(knob.steps * k / (SCANNED - 1)) for k in range(SCANNED))
    beside = (step for step in (floor(now), ceil(now)) if 0 <= step <= knob.steps)
    return tuple(sorted({float(step) for step in (*evenly, *beside)}))
