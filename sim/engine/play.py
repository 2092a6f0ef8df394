"""One accident in one park, from the first drop to the horizon."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
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
from sim.engine.source import let_in
from sim.engine.stage import Stage
from sim.engine.treatment import follow_the_day
from sim.park import Park
from sim.park.sheet import sheet_of
from sim.record.record import Record
from sim.scenario import Alarm, Detected, Reported, Scenario
from sim.water.network import network_of
from sim.water.water import Habits, Water


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
def _uncollected() -> Iterator[Any]:
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
    """Open and shut what starts otherwise, and let in what comes from nowhere."""
    for link, opening in stage.scenario.openings.items():
        stage.water.set_opening(link, opening)
    for link, switching in stage.scenario.switchings.items():
        stage.water.switch(link, switching)
    let_in(stage)


def _actors(stage: Stage, lookout: Lookout) -> Iterator[None]:
    """Let all who act in a run come on, one after the other, in their order."""
    scenario, begin = stage.scenario, stage.clock.begin
    for inlet in stage.water.network.guarded:
        begin(guard(stage, inlet))
        yield
    for place, fault in enumerate(scenario.faults):
        begin(befall(stage, lookout, fault, place))
        yield
    if scenario.detection.report_s is not None:
        begin(report(stage, scenario.detection))
        yield
    for place, action in enumerate(scenario.actions):
        carry_out(stage, action, place)
        yield
    for place, rule in enumerate(scenario.rules, len(scenario.actions)):
        follow(stage, rule, place)
        yield
    for correction in scenario.corrections:
        begin(correct(stage, correction))
        yield
    if stage.held:
        known = {*stage.park.sheets, *(each.id for each in scenario.actions)}
        for job, at_s in stage.held.items():
            if sheet_of(job) in known:
                begin(hold(stage, job, at_s))
                yield


def _enter(stage: Stage, actors: Iterator[None]) -> None:
    """Let actors come on; whoever watches the water has its answer before the next one does."""
    for _ in actors:
        if stage.water.stirred:
            stage.clock.call(0.0, URGENT, lambda _: _enter(stage, actors))
            return


def _run(stage: Stage, lookout: Lookout) -> None:
    """Let people and water take turns: the water runs up to people's next event, or to what somebody waits for."""
    clock, water, horizon_s = stage.clock, stage.water, stage.scenario.horizon_s
    due, sensors = clock.due, len(lookout.ids)
    while True:
        due_s = due[0][0] if due else inf
        if water.stirred or due_s > water.calm_s:
            crossed = water.advance(due_s if due_s < horizon_s else horizon_s)
            if crossed is not None:
                _tell(stage, lookout, crossed, crossed - sensors)
                continue
        if due_s > horizon_s:
            return
        clock.step()


def _tell(stage: Stage, lookout: Lookout, watch: int, beyond: int) -> None:
    """Let those know who wait for a watch: a sensor, a plant over the day, which come in this order, or somebody."""
    daily = stage.water.network.daily
    if beyond < 0:
        lookout.cross(watch)
    elif beyond < len(daily):
        stage.clock.begin(follow_the_day(stage, daily[beyond], watch))
    else:
        stage.happen(watch)
