"""How large an accident each tier still holds: the spill, the duration of the fire, the rain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf, isnan, nan

from sim.check.outcome import Outcome
from sim.park import Park
from sim.scenario import Inflow, InflowKind, Scenario
from sim.study.search import NEVER, Turn, largest_factor
from sim.study.trial import Tell, Trial, nobody

TOLERANCE = 1e-3
"""How closely a limit is found, as a share of itself [-]."""


class Load(StrEnum):
    """What is made larger or smaller."""

    SPILL = "spill"
    """Every release, its rate scaled [m3]."""
    FIRE = "fire"
    """Every flow of fire water, its duration scaled [s]."""
    RAIN = "rain"
    """Every rain, its intensity scaled [m]."""


KINDS = {Load.SPILL: InflowKind.RELEASE, Load.FIRE: InflowKind.FIRE, Load.RAIN: InflowKind.RAIN}


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of one load that one tier still holds, all else being as it is."""

    tier: str
    load: Load
    size: float
    """What the scenario has: the spill [m3], the longest fire [s], the deepest rain [m]."""
    largest: float
    """The most that was tried and is held; inf when whatever was tried is held, NaN when not even none of it is."""
    lost: float
    """The least beyond it that was tried and is not held; NaN when there is none."""
    monotone: bool
    """Whether everything larger that was tried is not held either."""
    runs: int
    of_all: float = nan
    """What `largest` would be were space counted that does not count."""

    @property
    def hangs_on_uncounted(self) -> bool:
        """Whether it would be another one were space counted that does not count."""
        return self.of_all != self.largest and not (isnan(self.of_all) and isnan(self.largest))

    @property
    def margin(self) -> float:
        """What could still be added; negative when there is too much already."""
        return self.largest - self.size


def limits(park: Park, scenario: Scenario, tell: Tell = nobody) -> list[Limit]:
    """For every tier and every load that the scenario has, the most that the tier still holds.

    A tier holds what does not breach it, in space that counts. A fire can be no longer than the run.
    """
    trial = Trial.of(park, scenario)
    loads = [load for load in Load if any(each.kind is KINDS[load] for each in scenario.inflows)]
    found: list[Limit] = []
    for place, load in enumerate(loads):
        found += _of_load(trial, load)
        tell((place + 1) / len(loads))
    return sorted(found, key=lambda each: list(park.tiers).index(each.tier))


def _of_load(trial: Trial, load: Load) -> list[Limit]:
    """The limits of one load, tier by tier; runs are shared between them."""
    tried: dict[float, list[Outcome]] = {}
    size = size_of(trial.scenario, load)
    most = _largest_factor(trial.scenario, load)

    def outcome(factor: float, place: int) -> Outcome:
        if factor not in tried:
            tried[factor] = trial.play(inflows=scaled(trial.scenario.inflows, load, factor))
        return tried[factor][place]

    found = []
    for place, tier in enumerate(trial.park.tiers):
        before = trial.runs
        turn = largest_factor(lambda factor, place=place: outcome(factor, place).held, TOLERANCE, most)  # type: ignore[misc]
        of_all = turn
        if any(each[place].only_uncounted for each in tried.values()):
            of_all = largest_factor(lambda factor, place=place: not outcome(factor, place).breached, TOLERANCE, most)  # type: ignore[misc]
        found.append(_limit(tier, load, size, turn, of_all, trial.runs - before))
    return found


def _limit(tier: str, load: Load, size: float, turn: Turn, of_all: Turn, runs: int) -> Limit:
    lost = 0.0 if turn is NEVER else turn.bad * size
    return Limit(tier, load, size, _most(turn, size), lost, turn.monotone, runs, _most(of_all, size))


def _most(turn: Turn, size: float) -> float:
    """The size at which a yes turns into a no."""
    if turn is NEVER:
        return nan
    return turn.good * size if turn.found else inf


def size_of(scenario: Scenario, load: Load) -> float:
    """How large a load is: the whole spill [m3], the longest fire [s], the deepest rain [m]."""
    inflows = [each for each in scenario.inflows if each.kind is KINDS[load]]
    if load is Load.SPILL:
        return scenario.spilt_m3
    if load is Load.FIRE:
        return max(each.times_s[-1] - each.times_s[0] for each in inflows)
    return max(depth_m(each) for each in inflows)


def depth_m(rain: Inflow) -> float:
    """What falls in all [m]; the last rate is none."""
    if rain.fallen_m:
        return rain.fallen_m
    spans = zip(rain.times_s, rain.times_s[1:], rain.rates, strict=False)
    return sum(rate * (end - start) for start, end, rate in spans)


def _largest_factor(scenario: Scenario, load: Load) -> float:
    """The largest factor to try: a fire that goes on to the end of the run."""
    if load is not Load.FIRE:
        return 1024.0
    spans = [(each.times_s[0], each.times_s[-1]) for each in scenario.inflows if each.kind is KINDS[load]]
    return max((scenario.horizon_s - start) / (end - start) for start, end in spans)


def scaled(inflows: tuple[Inflow, ...], load: Load, factor: float) -> tuple[Inflow, ...]:
    """The inflows with one load made larger or smaller."""
    return tuple(_scaled(each, load, factor) if each.kind is KINDS[load] else each for each in inflows)


def _scaled(inflow: Inflow, load: Load, factor: float) -> Inflow:
    if load is Load.FIRE:
        start = inflow.times_s[0]
        return replace(inflow, times_s=tuple(start + (at - start) * factor for at in inflow.times_s))
    return replace(inflow, rates=tuple(rate * factor for rate in inflow.rates))


