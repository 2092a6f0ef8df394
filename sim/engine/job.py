"""Carrying out an operation sheet: equipment, a team, the way there, the work."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

from sim.engine.clock import ACTIONS
from sim.engine.help import call
from sim.engine.stage import Stage
from sim.engine.supply import bring_back, deploy, fetch, lack
from sim.engine.team import Team, Teams
from sim.park import AnyPlace, Crew, Operation, Sheet
from sim.park.sheet import job_id
from sim.park.spill import raised
from sim.record.event import Began, CalledOff, Cause, Done, Failed, Ordered, Reason, SetOut, Waits, Why
from sim.scenario import Ending, Rule, SheetEnds

SEALING = (Operation.SEAL, Operation.UNSEAL)
"""Operations on a plug or dam, which stays whatever is done to the link itself."""


@dataclass(slots=True)
class Job:
    """One order of a sheet."""

    id: str
    sheet: Sheet
    rule: Rule
    place: int
    """Of its rule in the file: of equal times the first goes first."""
    left_s: float
    """Work still to be done [s]."""
    cause: Cause
    """What its events name as their cause."""
    equipment_at_s: float = 0.0
    """When its equipment is there [s]."""


def new_job(stage: Stage, sheet: Sheet, rule: Rule, place: int) -> Job:
    """A job with an id of its own."""
    count = stage.ordered[sheet.id] = stage.ordered.get(sheet.id, 0) + 1
    takes_s = sum(units * stage.park.equipment[id].takes_s for id, units in sheet.needs.items())
    id = job_id(sheet.id, count)
    return Job(id, sheet, rule, place, sheet.work_s + takes_s, Cause("order", id))


def carry_out(stage: Stage, job: Job, cause: Cause) -> Generator[Any, Any, bool]:
    """Carry out a job from its order to its end; whether it was done."""
    stage.note(Ordered(stage.now_s, job.id, cause, job.sheet.id, job.sheet.crew))
    if job.sheet.crew:
        call(stage, job.sheet.crew, job.cause)
    for id in job.sheet.needs:
        call(stage, id, job.cause)
    reasons = yield from _try(stage, job)
    if stage.waits_to_be_let(job.id):
        return not reasons
    if reasons:
        stage.note(Failed(stage.now_s, job.id, job.cause, job.sheet.id, reasons))
        stage.announce(SheetEnds(job.sheet.id, Ending.FAILED), Cause("failed", job.id))
        return False
    report_done(stage, job.sheet, job.id, job.cause)
    return True


def _try(stage: Stage, job: Job) -> Generator[Any, Any, tuple[Reason, ...]]:
    """Fetch what a job needs, go and do it; why it failed, nothing when it did not."""
    if needs := job.sheet.needs:
        if lacking := lack(stage, needs):
            return lacking
        stocks = {id: stage.park.equipment[id] for id in needs}
        ways_s = {id: _way_s(each, each.home, job.sheet, stage) for id, each in stocks.items()}
        job.equipment_at_s = yield from fetch(stage, job.id, needs, job.rule.priority, ways_s)
    reason = yield from (_work(stage, job) if job.sheet.crew else _switch(stage, job))
    if reason is None and not stage.waits_to_be_let(job.id):
        reason = take_effect(stage, job.sheet, Cause("done", job.id))
    if reason is None:
        return ()
    bring_back(stage, job.sheet.needs, unused=True)
    return (reason,)


def take_effect(stage: Stage, sheet: Sheet, cause: Cause) -> Reason | None:
    """Do to the facility what the sheet says; why it did not work, None when it did."""
    if sheet.operation is Operation.CHECK:
        return None
    if sheet.operation in SEALING:
        stage.facility(sheet.facility).seal(sheet.operation is Operation.SEAL, cause)
        return None
    turned = [stage.facility(link).turn(sheet.sets_to, cause, starts=sheet.starts) for link in _links(stage, sheet)]
    return next(filter(None, turned), None)


def _links(stage: Stage, sheet: Sheet) -> list[str]:
    """The links that a sheet moves: of a storage what runs over its crest and its wall."""
    return raised(stage.park, sheet.facility) if sheet.facility in stage.park.storages else [sheet.facility]


def report_done(stage: Stage, sheet: Sheet, job: str, cause: Cause) -> None:
    """Tell that a job is done; equipment stays where it serves, until the next operation there."""
    checks = sheet.operation is Operation.CHECK
    stage.note(Done(stage.now_s, job, cause, sheet.id, () if checks else tuple(_links(stage, sheet))))
    if checks:
        bring_back(stage, sheet.needs)
    else:
        deploy(stage, f"seal of {sheet.facility}" if sheet.operation in SEALING else sheet.facility, sheet.needs)
    stage.announce(SheetEnds(sheet.id, Ending.DONE), Cause("done", job))


def _switch(stage: Stage, job: Job) -> Generator[simpy.Event, Any, Reason | None]:
    """Do it from where one sits; why it cannot be done."""
    yield stage.clock.at(max(stage.clock.now_s, job.equipment_at_s), ACTIONS, job.place)
    if (reason := _hindrance(stage, job.sheet)) is not None:
        return reason
    if job.left_s > 0:
        yield stage.clock.at(stage.clock.now_s + job.left_s, ACTIONS, job.place)
    return _misfortune(stage, job.sheet)


def _work(stage: Stage, job: Job) -> Generator[simpy.Event, Any, Reason | None]:
    """Go there with a team and do it; called off, wait for a team again and go on. Why it cannot be done."""
    teams, rule, since = stage.crew(job.sheet.crew), job.rule, stage.clock.now_s
    while True:
        turn = teams.ask(job.id, rule.priority, since, preempts=rule.preempt)
        try:
            if not turn.triggered:
                stage.note(Waits(stage.now_s, job.id, job.cause, job.sheet.id, _who_is_busy(teams)))
                yield turn
            team = teams.set_out(turn, _place_of(stage, job.sheet))
            reason = yield from _on_site(stage, job, teams.crew, team)
        except simpy.Interrupt as called_off:
            if turn.team is not None:  # else it got one and had to give it away before it could set out
                by = Cause("order", getattr(called_off.cause, "job", ""))
                stage.note(CalledOff(stage.now_s, job.id, by, job.sheet.id, teams.crew.id, team.number))
                since = stage.clock.now_s
            teams.end(turn)
        else:
            teams.end(turn)
            return reason


def _who_is_busy(teams: Teams) -> Reason:
    """What the teams that one waits for are at."""
    busy = tuple(turn.job for turn in teams.at_work)
    return Reason(Why.BUSY if busy else Why.OFF_DUTY, teams.crew.id, jobs=busy)


def _on_site(stage: Stage, job: Job, crew: Crew, team: Team) -> Generator[simpy.Event, Any, Reason | None]:
    """Go there, and work as long as it takes; why it cannot be done."""
    of_team = (job.cause, job.sheet.id, crew.id, team.number)
    stage.note(SetOut(stage.now_s, job.id, *of_team, team.place.east_north if team.place else ()))
    way_s = _way_s(crew, team.place, job.sheet, stage)
    yield stage.clock.at(max(stage.clock.now_s + way_s, job.equipment_at_s), ACTIONS, job.place)
    stage.note(Began(stage.now_s, job.id, *of_team))
    begun = stage.clock.now_s
    if (reason := _hindrance(stage, job.sheet)) is not None:
        return reason
    try:
        yield stage.clock.at(begun + job.left_s, ACTIONS, job.place)
    except simpy.Interrupt:
        job.left_s -= stage.clock.now_s - begun
        raise
    return _misfortune(stage, job.sheet)


def _way_s(who: Any, start: AnyPlace | None, sheet: Sheet, stage: Stage) -> float:
    """Time on the road: as the sheet or the stock says, else from places and speed; 0 for nowhere to go [s]."""
    given = sheet.travel_s if hasattr(who, "teams") else who.travel_s
    if given is not None:
        return float(given)
    goal = _place_of(stage, sheet)
    if start is None or goal is None or who.speed_m_s is None:
        return 0.0
    return float(start.metres_to(goal) * who.detour / who.speed_m_s)


def _place_of(stage: Stage, sheet: Sheet) -> AnyPlace | None:
    """Where a sheet's facility lies."""
    park = stage.park
    if sheet.facility in park.storages:
        return park.storages[sheet.facility].place
    return park.links[sheet.facility].place


def _hindrance(stage: Stage, sheet: Sheet) -> Reason | None:
    """What one sees on arriving."""
    link = stage.park.links.get(sheet.facility)
    faults = stage.dark.get(link.power, set()) if sheet.power and link is not None else set()
    return Reason(Why.NO_POWER, sheet.facility, min(faults)) if faults else None


def _misfortune(stage: Stage, sheet: Sheet) -> Reason | None:
    """What shows only when one tries."""
    works = stage.luck.succeeds(f"sheet {sheet.id}", sheet.works)
    return None if works else Reason(Why.DID_NOT_WORK, sheet.facility)
