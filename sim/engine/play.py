"""One accident in one park, from the first drop to the horizon."""

from __future__ import annotations

from collections.abc import Mapping

from sim.engine.clock import Clock
from sim.engine.inlet import guard
from sim.engine.luck import Luck
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


def play(
    park: Park,
    scenario: Scenario,
    *,
    trace: bool = True,
    seed: int | None = None,
    held: Mapping[str, float] | None = None,
) -> Record:
    """Play a scenario in its park, with the ways for water that its faults bring.

    With a `seed`, what may fail is drawn by lot; without one it goes by its better chance. Actions
    and jobs named in `held` take effect at these times [s], whatever people do.

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
    stage = Stage(park, scenario, Clock(), water, Luck(seed), held or {})
    lookout = Lookout(stage)
    try:
        _set_out(stage, lookout)
        _run(stage, lookout)
        water.finish()
        return record_of(park, scenario, stage)
    finally:
        water.close()


def _listens(scenario: Scenario) -> bool:
    """Whether somebody cares what sensors see."""
    return bool(scenario.rules) or any(isinstance(each.when, Alarm | Detected | Reported) for each in scenario.actions)


def _set_out(stage: Stage, lookout: Lookout) -> None:
    """Open and shut what starts otherwise, and put the actors on the stage."""
    scenario = stage.scenario
    for link, opening in scenario.openings.items():
        stage.water.set_opening(link, opening)
    for link, switching in scenario.switchings.items():
        stage.water.switch(link, switching)
    kinds = list(InflowKind)
    for place, inflow in enumerate(sorted(scenario.inflows, key=lambda each: kinds.index(each.kind))):
        stage.clock.process(bring(stage, inflow, place))
    for inlet in stage.water.network.guarded:
        stage.clock.process(guard(stage, inlet))
    for place, fault in enumerate(scenario.faults):
        stage.clock.process(befall(stage, lookout, fault, place))
    if scenario.detection.report_s is not None:
        stage.clock.process(report(stage, scenario.detection))
    for place, action in enumerate(scenario.actions):
        stage.clock.process(carry_out(stage, action, place))
    for place, rule in enumerate(scenario.rules, len(scenario.actions)):
        stage.clock.process(follow(stage, rule, place))
    known = {*stage.park.sheets, *(each.id for each in scenario.actions)}
    for job, at_s in stage.held.items():
        if sheet_of(job) in known:
            stage.clock.process(hold(stage, job, at_s))


def _run(stage: Stage, lookout: Lookout) -> None:
    """Let people and water take turns: the water runs up to people's next event, or to what somebody waits for."""
    clock, water, horizon_s = stage.clock, stage.water, stage.scenario.horizon_s
    sensors, daily = len(lookout.ids), water.network.daily
    while True:
        due_s = clock.peek()
        until_s = due_s if due_s < horizon_s else horizon_s
        crossed = water.advance(until_s) if water.stirred or until_s > water.calm_s else None
        if crossed is None:
            if due_s > horizon_s:
                return
            clock.step()
        elif crossed < sensors:
            lookout.cross(crossed)
        elif crossed < sensors + len(daily):
            clock.process(follow_the_day(stage, daily[crossed - sensors], crossed))
        else:
            stage.awaited.pop(crossed)()
