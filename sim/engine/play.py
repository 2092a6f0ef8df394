"""One accident in one park, from the first drop to the horizon."""

from __future__ import annotations

from sim.engine.clock import Clock
from sim.engine.order import carry_out
from sim.engine.seen import record_of
from sim.engine.source import bring
from sim.engine.stage import Stage
from sim.park import Park
from sim.record.record import Record
from sim.scenario import InflowKind, Scenario
from sim.water.network import network_of
from sim.water.water import Habits, Water


def play(park: Park, scenario: Scenario, *, trace: bool = True) -> Record:
    """Play a scenario in its park.

    Raises:
        InputError: water would run round a loop of links in no time; names the loop.
        LedgerError: water appeared or vanished.
        KernelError: the kernel could not go on.
    """
    habits = Habits(
        scenario.product.behaviour, scenario.limits.product_share, scenario.limits.mixture_quantum, trace
    )
    water = Water(network_of(park), habits, scenario.initial)
    stage = Stage(Clock(), water)
    try:
        _set_out(stage, scenario)
        _run(stage, scenario.horizon_s)
        water.finish()
        return record_of(park, scenario, stage)
    finally:
        water.close()


def _set_out(stage: Stage, scenario: Scenario) -> None:
    """Open and shut what starts otherwise, and put the actors on the stage."""
    for link, opening in scenario.openings.items():
        stage.water.set_opening(link, opening)
    kinds = list(InflowKind)
    for place, inflow in enumerate(sorted(scenario.inflows, key=lambda each: kinds.index(each.kind))):
        stage.clock.process(bring(stage, inflow, place))
    for place, action in enumerate(scenario.actions):
        stage.clock.process(carry_out(stage, action, place))


def _run(stage: Stage, horizon_s: float) -> None:
    """Let people and water take turns: the water runs up to people's next event, or to a level they watch."""
    clock, water = stage.clock, stage.water
    while True:
        crossed = water.advance(min(clock.peek(), horizon_s))
        if crossed is not None:
            stage.cross(crossed)
        elif clock.peek() > horizon_s:
            return
        else:
            clock.step()
