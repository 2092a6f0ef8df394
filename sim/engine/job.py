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
from sim.engine.task import Task
from sim.engine.team import Team, Teams
from sim.park import AnyPlace, Crew, Equipment, Sheet
from sim.park.sheet import job_id
from sim.record.event import Began, CalledOff, Cause, Done, Failed, Ordered, Reason, SetOut, Waits, Why
from sim.scenario import Rule


@dataclass(slots=True)
class Line:
    """A line of the response plan."""

    rule: Rule
    place: int
    """In the file: of equal times the first goes first."""
    cause: Cause
    """What its orders name as theirs."""


@dataclass(slots=True)
class Job:
    """One order of a sheet."""

    id: str
    task: Task
    line: Line
    """Who orders it."""
    cause: Cause
    """What its events name as their cause."""
    left_s: float
    """Work still to be done [s]."""
    equipment_at_s: float = 0.0
    """When its equipment is there [s]."""

    @property
    def sheet(self) -> Sheet:
        """What it is an order of."""
        return self.task.sheet


def new_job(stage: Stage, sheet: str, line: Line) -> Job:
    """A job with an id of its own."""
    task = stage.task(sheet)
    count = stage.ordered[sheet] = stage.ordered.get(sheet, 0) + 1
    id = job_id(sheet, count)
    return Job(id, task, line, Cause("order", id), task.work_s)


def carry_out(stage: Stage, job: Job) -> Generator[Any, Any, bool]:
    """Carry out a job from its order to its end; whether it was done."""
    task, sheet = job.task, job.task.sheet
    stage.note(Ordered(stage.now_s, job.id, job.line.cause, sheet.id, sheet.crew))
    for id in task.outside:
        call(stage, id, job.cause)
    reasons = yield from _try(stage, job)
    if stage.waits_to_be_let(job.id):
        return not reasons
    if reasons:
        stage.note(Failed(stage.now_s, job.id, job.cause, sheet.id, reasons))
        stage.announce(task.failed, Cause("failed", job.id))
        return False
    report_done(stage, task, job.id, job.cause)
    return True


def _try(stage: Stage, job: Job) -> Generator[Any, Any, tuple[Reason, ...]]:
    """Fetch what a job needs, go and do it; why it failed, nothing when it did not."""
    task, needs = job.task, job.task.sheet.needs
    if needs:
        if lacking := lack(stage, needs):
            return lacking
        stocks = {id: stage.park.equipment[id] for id in needs}
        ways_s = {id: _way_s(each.travel_s, each, each.home, task.goal) for id, each in stocks.items()}
        job.equipment_at_s = yield from fetch(stage, job.id, needs, job.line.rule.priority, ways_s)
    reason = yield from (_work(stage, job) if task.sheet.crew else _switch(stage, job))
    if reason is None and not stage.waits_to_be_let(job.id):
        reason = take_effect(stage, task, Cause("done", job.id))
    if reason is None:
        return ()
    bring_back(stage, needs, unused=True)
    return (reason,)


def take_effect(stage: Stage, task: Task, cause: Cause) -> Reason | None:
    """Do to the facility what the sheet says; why it did not work, None when it did."""
    first = None
    for link in task.links:
        facility = stage.facility(link)
        if task.seals:
            facility.seal(task.sets_to == 0, cause)
        else:
            reason = facility.turn(task.sets_to, cause, starts=task.sheet.starts)
            first = first or reason
    return first


def report_done(stage: Stage, task: Task, job: str, cause: Cause) -> None:
    """Tell that a job is done; equipment stays where it serves, until the next operation there."""
    needs = task.sheet.needs
    stage.note(Done(stage.now_s, job, cause, task.sheet.id, task.links))
    if task.serves:
        deploy(stage, task.serves, needs)
    else:
        bring_back(stage, needs)
    stage.announce(task.done, Cause("done", job))


def _switch(stage: Stage, job: Job) -> Generator[simpy.Event, Any, Reason | None]:
    """Do it from where one sits; why it cannot be done."""
    yield stage.clock.at(max(stage.now_s, job.equipment_at_s), ACTIONS, job.line.place)
    if (reason := _hindrance(stage, job.task)) is not None:
        return reason
    if job.left_s > 0:
        yield stage.clock.at(stage.now_s + job.left_s, ACTIONS, job.line.place)
    return _misfortune(stage, job.task)


def _work(stage: Stage, job: Job) -> Generator[simpy.Event, Any, Reason | None]:
    """Go there with a team and do it; called off, wait for a team again and go on. Why it cannot be done."""
    sheet, rule = job.task.sheet, job.line.rule
    teams, since = stage.crew(sheet.crew), stage.now_s
    while True:
        turn = teams.ask(job.id, rule.priority, since, preempts=rule.preempt)
        try:
            if not turn.triggered:
                stage.note(Waits(stage.now_s, job.id, job.cause, sheet.id, _who_is_busy(teams)))
                yield turn
            team = teams.set_out(turn, job.task.goal)
            reason = yield from _on_site(stage, job, teams.crew, team)
        except simpy.Interrupt as called_off:
            if turn.team is not None:  # else it got one and had to give it away before it could set out
                by = Cause("order", getattr(called_off.cause, "job", ""))
                stage.note(CalledOff(stage.now_s, job.id, by, sheet.id, teams.crew.id, team.number))
                since = stage.now_s
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
    clock, place, task = stage.clock, job.line.place, job.task
    left_from = team.place.east_north if team.place else ()
    stage.note(SetOut(clock.now_s, job.id, job.cause, task.sheet.id, crew.id, team.number, left_from))
    way_s = _way_s(task.sheet.travel_s, crew, team.place, task.goal)
    yield clock.at(max(clock.now_s + way_s, job.equipment_at_s), ACTIONS, place)
    begun = clock.now_s
    stage.note(Began(begun, job.id, job.cause, task.sheet.id, crew.id, team.number))
    if (reason := _hindrance(stage, task)) is not None:
        return reason
    try:
        yield clock.at(begun + job.left_s, ACTIONS, place)
    except simpy.Interrupt:
        job.left_s -= clock.now_s - begun
        raise
    return _misfortune(stage, task)


def _way_s(given_s: float | None, who: Crew | Equipment, start: AnyPlace | None, goal: AnyPlace | None) -> float:
    """Time on the road: as it is said, else from places and speed; 0 for nowhere to go [s]."""
    if given_s is not None:
        return given_s
    if start is None or goal is None or who.speed_m_s is None:
        return 0.0
    return start.metres_to(goal) * who.detour / who.speed_m_s


def _hindrance(stage: Stage, task: Task) -> Reason | None:
    """What one sees on arriving."""
    faults = stage.dark.get(task.area) if task.area else None
    return Reason(Why.NO_POWER, task.sheet.facility, min(faults)) if faults else None


def _misfortune(stage: Stage, task: Task) -> Reason | None:
    """What shows only when one tries."""
    works = stage.luck.succeeds(task.lot, task.sheet.works)
    return None if works else Reason(Why.DID_NOT_WORK, task.sheet.facility)
