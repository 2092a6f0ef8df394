"""One accident in one park, from the first drop to the horizon."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from math import inf
from typing import Any

from sim.engine.clock import URGENT, Clock
from sim.engine.inlet import guard
from sim.engine.luck import Luck
from sim.engine.measured import correct
from sim.engine.mishap import befall
from sim.engine.order import carry_out
from sim.engine.plan import follow, hold
from sim.engine.seen import record_of
from sim.engine.sensing import Lookout, report
from sim.engine.source import bring
from sim.engine.stage import Stage
from sim.engine.treatment import follow_the_day
from sim.park import Park
from sim.park.sheet import sheet_of
from sim.record.record import Record
from sim.scenario import Alarm, Detected, InflowKind, Reported, Scenario
from sim.water.network import network_of
from sim.water.water import Habits, Water

Acting = Generator[Any, Any, Any]


def play(
    park: Park,
    scenario: Scenario,
    *,
    trace: bool = True,
    seed: int | None = None,
    luck: Luck | None = None,
    held: Mapping[str, float] | None = None,
) -> Record:
    """Play a scenario in its park, with the ways for water that its faults bring.

    With a `seed`, what may fail is drawn by lot, or by the `luck` that has one already; without one it goes by its
    better chance. Actions and jobs named in `held` take effect at these times [s], whatever people do.

    Raises:
        InputError: water would run round a loop of links in no time; names the loop.
        LedgerError: water appeared or vanished.
        KernelError: the kernel could not go on.
    """
    park = park.with_links(scenario.links)
    habits = Habits(
        scenario.product.behaviour,
        scenario.limits.product_share,
        scenario.limits.mixture_quantum,
        trace,
        sensors=_listens(scenario),
    )
    water = Water(network_of(park), habits, scenario.initial)
    stage = Stage(park, scenario, Clock(), water, luck or Luck(seed), held or {})
    try:
        with _uncollected():
            return _played(stage)
    finally:
        stage.leave()
        water.close()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare what is made in a run from being looked through for garbage again and again: none is made until its end."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _played(stage: Stage) -> Record:
    """The record of what happens on a stage."""
    lookout = Lookout(stage)
    _set_out(stage)
    stage.clock.call(0.0, URGENT, lambda _: _enter(stage, _actors(stage, lookout)))
    _run(stage, lookout)
    stage.water.finish()
    return record_of(stage.park, stage.scenario, stage)


def _listens(scenario: Scenario) -> bool:
    """Whether somebody cares what sensors see."""
    return bool(scenario.rules) or any(isinstance(each.when, HEARD) for each in scenario.actions)


HEARD = (Alarm, Detected, Reported)
"""What somebody waits for who cares what sensors see."""


def _set_out(stage: Stage) -> None:
    """Open and shut what starts otherwise."""
    for link, opening in stage.scenario.openings.items():
        stage.water.set_opening(link, opening)
    for link, switching in stage.scenario.switchings.items():
        stage.water.switch(link, switching)


def _actors(stage: Stage, lookout: Lookout) -> Iterator[Acting]:
    """Who acts in a run, in the order in which they come on."""
    scenario = stage.scenario
    kinds = list(InflowKind)
    for place, inflow in enumerate(sorted(scenario.inflows, key=lambda each: kinds.index(each.kind))):
        yield bring(stage, inflow, place)
    for inlet in stage.water.network.guarded:
        yield guard(stage, inlet)
    for place, fault in enumerate(scenario.faults):
        yield befall(stage, lookout, fault, place)
    if scenario.detection.report_s is not None:
        yield report(stage, scenario.detection)
    for place, action in enumerate(scenario.actions):
        yield carry_out(stage, action, place)
    for place, rule in enumerate(scenario.rules, len(scenario.actions)):
        yield follow(stage, rule, place)
    yield from (correct(stage, each) for each in scenario.corrections)
    if stage.held:
        known = {*stage.park.sheets, *(each.id for each in scenario.actions)}
        yield from (hold(stage, job, at_s) for job, at_s in stage.held.items() if sheet_of(job) in known)


def _enter(stage: Stage, actors: Iterator[Acting]) -> None:
    """Put actors on the stage; whoever watches the water has its answer before the next comes on."""
    for actor in actors:
        stage.clock.begin(actor)
        if stage.water.stirred:
            stage.clock.call(0.0, URGENT, lambda _: _enter(stage, actors))
            return


def _run(stage: Stage, lookout: Lookout) -> None:
    """Let people and water take turns: the water runs up to people's next event, or to what somebody waits for."""
    clock, water, horizon_s = stage.clock, stage.water, stage.scenario.horizon_s
    due = clock.due
    sensors, daily = len(lookout.ids), water.network.daily
    while True:
        due_s = due[0][0] if due else inf
        until_s = due_s if due_s < horizon_s else horizon_s
        crossed = water.advance(until_s) if water.stirred or until_s > water.calm_s else None
        if crossed is None:
            if due_s > horizon_s:
                return
            clock.step()
        elif crossed < sensors:
            lookout.cross(crossed)
        elif crossed < sensors + len(daily):
            clock.begin(follow_the_day(stage, daily[crossed - sensors], crossed))
        else:
            stage.happen(crossed)
