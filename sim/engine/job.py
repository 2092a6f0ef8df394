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
from sim.engine.team import Teams
from sim.park import AnyPlace, Operation, Sheet
from sim.park.spill import raised
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
    equipment_at_s: float = 0.0
    """When its equipment is there [s]."""

    @property
    def cause(self) -> str:
        """What its entries name as their cause."""
        return f"order {self.id}"


def new_job(stage: Stage, sheet: Sheet, rule: Rule, place: int) -> Job:
    """A job with an id of its own."""
    count = stage.ordered[sheet.id] = stage.ordered.get(sheet.id, 0) + 1
    takes_s = sum(units * stage.park.equipment[id].takes_s for id, units in sheet.needs.items())
    return Job(sheet.id if count == 1 else f"{sheet.id}#{count}", sheet, rule, place, sheet.work_s + takes_s)


def carry_out(stage: Stage, job: Job, cause: str) -> Generator[Any, Any, bool]:
    """Carry out a job from its order to its end; whether it was done."""
    stage.note("order", job.id, str(job.rule.text) or str(job.sheet.name), cause)
    for id in filter(None, (job.sheet.crew, *job.sheet.needs)):
        call(stage, id, job.cause)
    failure = yield from _try(stage, job)
    if stage.waits_to_be_let(job.id):
        return not failure
    if failure:
        stage.note("failed", job.id, failure, job.cause)
        stage.announce(SheetEnds(job.sheet.id, Ending.FAILED), f"failed {job.id}")
        return False
    report_done(stage, job.sheet, job.id, job.cause)
    return True


def _try(stage: Stage, job: Job) -> Generator[Any, Any, str]:
    """Fetch what a job needs, go and do it; why it failed, nothing when it did not."""
    if failure := lack(stage, job.sheet.needs):
        return failure
    stocks = {id: stage.park.equipment[id] for id in job.sheet.needs}
    ways_s = {id: _way_s(each, each.home, job.sheet, stage) for id, each in stocks.items()}
    job.equipment_at_s = yield from fetch(stage, job.id, job.sheet.needs, job.rule.priority, ways_s)
    failure = yield from (_work(stage, job) if job.sheet.crew else _switch(stage, job))
    if not failure and not stage.waits_to_be_let(job.id):
        failure = take_effect(stage, job.sheet)
    if failure:
        bring_back(stage, job.sheet.needs, unused=True)
    return failure


def take_effect(stage: Stage, sheet: Sheet) -> str:
    """Do to the facility what the sheet says; why it did not work, nothing when it did."""
    if sheet.operation is Operation.CHECK:
        return ""
    if sheet.operation in SEALING:
        stage.facility(sheet.facility).seal(sheet.operation is Operation.SEAL)
        return ""
    failures = [stage.facility(link).turn(sheet.sets_to, starts=sheet.starts) for link in _links(stage, sheet)]
    return next(filter(None, failures), "")


def _links(stage: Stage, sheet: Sheet) -> list[str]:
    """The links that a sheet moves: of a storage what runs over its crest and its wall."""
    return raised(stage.park, sheet.facility) if sheet.facility in stage.park.storages else [sheet.facility]


def report_done(stage: Stage, sheet: Sheet, job: str, cause: str) -> None:
    """Tell that a job is done; equipment stays where it serves, until the next operation there."""
    stage.note("done", job, f"{sheet.facility} {sheet.says}", cause)
    if sheet.operation is Operation.CHECK:
        bring_back(stage, sheet.needs)
    else:
        deploy(stage, f"seal of {sheet.facility}" if sheet.operation in SEALING else sheet.facility, sheet.needs)
    stage.announce(SheetEnds(sheet.id, Ending.DONE), f"done {job}")


def _switch(stage: Stage, job: Job) -> Generator[simpy.Event, Any, str]:
    """Do it from where one sits; why it cannot be done."""
    yield stage.clock.at(max(stage.clock.now, job.equipment_at_s), ACTIONS, job.place)
    if failure := _hindrance(stage, job.sheet):
        return failure
    if job.left_s > 0:
        yield stage.clock.at(stage.clock.now + job.left_s, ACTIONS, job.place)
    return _misfortune(stage, job.sheet)


def _work(stage: Stage, job: Job) -> Generator[simpy.Event, Any, str]:
    """Go there with a team and do it; called off, wait for a team again and go on. Why it cannot be done."""
    teams = stage.crew(job.sheet.crew)
    while True:
        request = teams.request(priority=job.rule.priority, preempt=job.rule.preempt)
        request.job = job.id  # type: ignore[attr-defined]
        if not request.triggered:
            stage.note("waits", job.id, _who_is_busy(teams), job.cause)
        with request:
            if not request.triggered:
                yield request
            try:
                return (yield from _on_site(stage, job, teams))
            except simpy.Interrupt as called_off:
                by = getattr(getattr(called_off.cause, "by", None), "job", "")
                stage.note("called-off", job.id, job.sheet.crew, by)


def _who_is_busy(teams: Teams) -> str:
    """What the teams that one waits for are at."""
    busy = [getattr(user, "job", "off duty") for user in teams.users]
    return f"for {teams.crew.id}: {', '.join(busy)}"


def _on_site(stage: Stage, job: Job, teams: Teams) -> Generator[simpy.Event, Any, str]:
    """Go there, and work as long as it takes; why it cannot be done."""
    goal = _place_of(stage, job.sheet)
    start = teams.set_out(goal)
    try:
        way_s = _way_s(teams.crew, start, job.sheet, stage)
        yield stage.clock.at(max(stage.clock.now + way_s, job.equipment_at_s), ACTIONS, job.place)
        stage.note("begins", job.id, job.sheet.crew, job.cause)
        begun = stage.clock.now
        if failure := _hindrance(stage, job.sheet):
            return failure
        try:
            yield stage.clock.at(begun + job.left_s, ACTIONS, job.place)
        except simpy.Interrupt:
            job.left_s -= stage.clock.now - begun
            raise
        return _misfortune(stage, job.sheet)
    finally:
        if start is not None and goal is not None:
            teams.places.append(goal)


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


def _hindrance(stage: Stage, sheet: Sheet) -> str:
    """What one sees on arriving."""
    link = stage.park.links.get(sheet.facility)
    dark = sheet.power and link is not None and link.power in stage.dark
    return f"no power at {sheet.facility}" if dark else ""


def _misfortune(stage: Stage, sheet: Sheet) -> str:
    """What shows only when one tries."""
    return "" if stage.luck.succeeds(f"sheet {sheet.id}", sheet.works) else f"{sheet.facility} did not work"
