"""What decides how an accident ends: the inputs of a scenario by what they do to the figures of each tier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import nan
from typing import Any

from sim.ensemble.ensemble import check_ends
from sim.ensemble.inputs import Input, Sort
from sim.ensemble.morris import MorrisEffect, MorrisRows, morris_effects
from sim.ensemble.outputs import Kind, Output
from sim.ensemble.player import Player, Start, prepare
from sim.ensemble.rows import UNKNOWN, Estimate, Played, Tell, play_rows, steady
from sim.ensemble.sobol import SobolEffect, SobolRows, sobol_effects
from sim.ensemble.tornado import HIGH, LOW, MIDDLE, TornadoEffect, TornadoRows, tornado_effects
from sim.ensemble.workers import Asked
from sim.errors import InputError
from sim.message import Message
from sim.record.column import Columns, columns

Effect = SobolEffect | MorrisEffect | TornadoEffect


class Method(StrEnum):
    """How it is found."""

    SOBOL = "sobol"
    """How much of the variance each input decides."""
    MORRIS = "morris"
    """How far each moves an output, at few runs."""
    TORNADO = "tornado"
    """The same from the middle of all, low and high."""


FEWEST = {Method.SOBOL: 8, Method.MORRIS: 2, Method.TORNADO: 1}
"""Whole rows of which a method can say anything."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What decides one output."""

    output: Output
    least: float
    """Over all runs that were compared."""
    most: float
    middle: float
    """With all inputs in their middle; NaN where that was not played."""
    effects: tuple[Effect, ...]
    """The strongest input first; none where the output is the same in all runs."""
    joint: Estimate = UNKNOWN
    """What only several inputs together decide; NaN where that was not asked [-]."""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a study of sensitivity found."""

    player: Player
    method: Method
    inputs: tuple[Input, ...]
    played: Played
    decided: tuple[Decided, ...]
    """Output by output, tier by tier."""


def run_sensitivity(start: Start, method: Method, count: int, workers: Asked, tell: Tell) -> Sensitivity:
    """Play what a method wants; `count` is the points of Sobol or the trajectories of Morris, and nothing to a tornado.

    Raises:
        Problems: the scenario is wrong, or numbers at the ends of what may be drawn do not fit together.
        InputError: nothing is uncertain, or hardly a run can be played.
    """
    player = prepare(start)
    if not player.uncertain:
        raise InputError(Message("no number of {scenario} is uncertain, so there is nothing that could decide; write a "
                                 "distribution, such as --set \"{example}\"", scenario=start.scenario,
                                 example="releases.rupture.volume={uniform: [500 m3, 5000 m3]}"))  # fmt: skip
    check_ends(player)
    rows = _rows(player, method, count)
    played = play_rows(player, rows, workers, tell)
    _check_whole(played, method)
    decided = tuple(_decided(output, rows, played) for output in played.outputs)
    return Sensitivity(player, method, rows.inputs, played, decided)


def _rows(player: Player, method: Method, count: int) -> SobolRows | MorrisRows | TornadoRows:
    match method:
        case Method.SOBOL:
            return SobolRows(player, count)
        case Method.MORRIS:
            return MorrisRows(player, count)
        case Method.TORNADO:
            return TornadoRows(player)


def _check_whole(played: Played, method: Method) -> None:
    """Refuse to answer out of nothing.

    Raises:
        InputError: there are too few rows of which every run could be played.
    """
    whole, least = int(played.whole.sum()), FEWEST[method]
    if whole < least and played.failures:
        first = played.failures[0]
        raise InputError(Message("of {count} rows {whole} could be played whole, and {method} wants {least}; row {row} "
                                 "could not: {why}", count=len(played.whole), whole=whole, method=method, least=least,
                                 row=first.row, why=first.failed))  # fmt: skip
    if whole < least:
        raise InputError(Message("{count} are too few to say anything; {method} wants -n {least} or more, and better "
                                 "many more", count=whole, method=method, least=least))  # fmt: skip


def _decided(output: Output, rows: SobolRows | MorrisRows | TornadoRows, played: Played) -> Decided:
    """What decides an output."""
    values, whole = played.of(output), played.whole
    middle = float(values[0, 0]) if isinstance(rows, TornadoRows) else nan
    decided = Decided(output, float(values.min()), float(values.max()), middle, ())
    if steady(values):
        return decided
    joint, effects = decided.joint, decided.effects
    match rows:
        case SobolRows():
            found = sobol_effects(rows, values, whole)
            effects, joint = found.effects, found.joint
        case MorrisRows():
            effects = morris_effects(rows, values, whole)
        case TornadoRows():
            effects = tornado_effects(rows, values, whole)
    return Decided(output, decided.least, decided.most, middle, effects, joint)


def asked(found: Sensitivity, kinds: Sequence[Kind] = ()) -> tuple[Decided, ...]:
    """What is told: outputs of some kinds, or else of each tier its margin where water always came, and what escapes
    elsewhere, where a margin is one of no water.
    """
    def of_tier(tier: str) -> Sequence[Kind]:
        return kinds or ((Kind.ESCAPED,) if untouched(found, tier) else (Kind.MARGIN,))

    return tuple(each for each in found.decided if each.output.kind in of_tier(each.output.tier))


def numbers_of(player: Player, input: Input) -> tuple[str, ...]:
    """The paths of an input's numbers; none of lots."""
    return tuple(player.uncertain[place].path for place in input.places)


def _at(share: float) -> Any:
    """What stands in a table of the value of an input's number at a share of its chances; nothing of several."""

    def found(row: tuple[Sensitivity, Decided, Effect]) -> float:
        study, _, effect = row
        alone = effect.input.sort is Sort.NUMBER
        return study.player.uncertain[effect.input.places[0]].spread.at(share) if alone else nan

    return found


def _unit(row: tuple[Sensitivity, Decided, Effect]) -> str | None:
    from sim.ensemble.shards import unit_of

    study, _, effect = row
    return unit_of(study.player.uncertain[effect.input.places[0]]) if effect.input.sort is Sort.NUMBER else None


COMMON = (
    ("tier", "1.output.tier"), ("output", "1.output.kind"), ("unit", "1.output.kind.unit"), ("input", "2.input.name"),
    ("sort", "2.input.sort"), ("numbers", lambda row: numbers_of(row[0].player, row[2].input)),
)  # fmt: skip
OF_METHOD: dict[Method, tuple[Any, ...]] = {
    Method.SOBOL: (
        ("first index [-]", "2.alone.value"), ("first at least [-]", "2.alone.low"),
        ("first at most [-]", "2.alone.high"), ("total index [-]", "2.whole.value"),
        ("total at least [-]", "2.whole.low"), ("total at most [-]", "2.whole.high"),
        ("rank correlation [-]", "2.larger"),
    ),
    Method.MORRIS: (
        ("mu star", "2.size.value"), ("mu star at least", "2.size.low"), ("mu star at most", "2.size.high"),
        ("mu", "2.mean"), ("sigma", "2.scatter"),
    ),
    Method.TORNADO: (
        ("number at 5 %", _at(LOW)), ("number at 50 %", _at(MIDDLE)), ("number at 95 %", _at(HIGH)),
        ("unit of number", _unit), ("with it at 5 %", "2.low"), ("with it at 50 %", "2.middle"),
        ("with it at 95 %", "2.high"), ("apart", "2.size"),
    ),
}  # fmt: skip
OUTPUTS: Columns[tuple[Sensitivity, Decided]] = columns(
    None, ("tier", "1.output.tier"), ("output", "1.output.kind"), ("unit", "1.output.kind.unit"),
    ("least", "1.least"), ("most", "1.most"), ("in the middle", "1.middle"),
    ("runs", "0.played.runs"), ("only together [-]", "1.joint.value"), ("together at least [-]", "1.joint.low"),
    ("together at most [-]", "1.joint.high"), ("free room stands for margin [-]", lambda row: _untouched(*row)),
)  # fmt: skip
"""A row for every output: what it was in the runs that were compared, and what only several inputs together decide."""


def _untouched(study: Sensitivity, decided: Decided) -> float:
    return untouched(study, decided.output.tier)


def untouched(study: Sensitivity, tier: str) -> float:
    """The share of the runs in which all free room of a tier stands for its margin [-]."""
    return study.played.untouched[study.player.tiers.index(tier)]


def effects_of(method: Method) -> Columns[tuple[Sensitivity, Decided, Effect]]:
    """The columns of a method: a row for every output and input, the strongest first."""
    return columns(None, *COMMON, *OF_METHOD[method])


def effect_rows(study: Sensitivity) -> Sequence[tuple[Sensitivity, Decided, Effect]]:
    """The rows of that table."""
    return [(study, decided, effect) for decided in study.decided for effect in decided.effects]
