"""Following the response plan: each rule from its trigger to the end of what it orders."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import partial
from typing import Any

from sim.engine.clock import ACTIONS, PLACES
from sim.engine.help import call
from sim.engine.job import Line, carry_out, new_job, report_done, take_effect
from sim.engine.order import set_links
from sim.engine.stage import Stage
from sim.engine.trigger import wait_again, wait_for
from sim.park.sheet import sheet_of
from sim.record.event import Cause, Closed, Confirmed, Failed, RuleBegan
from sim.scenario import Alarm, Level, Rule

HELD = Cause("held")
"""The cause of what happens at a time of its own."""

Playing = Generator[Any, Any, None]
Doing = Generator[Any, Any, bool]
"""Says in the end whether all was done."""


def follow(stage: Stage, rule: Rule, place: int) -> None:
    """Follow a rule whenever its trigger comes."""
    line = Line(rule, place, Cause("rule", rule.id))
    wait_for(stage, rule.when, place, partial(_begin, stage, line))


def _begin(stage: Stage, line: Line, cause: Cause) -> None:
    stage.clock.begin(_play(stage, line, cause))


def _play(stage: Stage, line: Line, cause: Cause) -> Playing:
    """Have what a rule orders carried out, from its trigger to the end; then wait for the trigger again, if it may."""
    rule = line.rule
    if rule.after_s > 0:
        yield stage.clock.at(stage.now_s + rule.after_s, ACTIONS, line.place)
    stage.note(RuleBegan(stage.now_s, rule.id, cause))
    for id in rule.call:
        call(stage, id, line.cause)
    if (yield from _do(stage, line, rule.do)):
        close_warning(stage, cause)
    if _repeats(stage, rule):
        wait_again(stage, rule.when, line.place, partial(_begin, stage, line))


def _repeats(stage: Stage, rule: Rule) -> bool:
    """Whether its trigger can come again: what it watches has a dead band."""
    if isinstance(rule.when, Alarm):
        return stage.park.sensors[rule.when.sensor].reset is not None
    return isinstance(rule.when, Level) and rule.when.reset_m3 is not None


def _do(stage: Stage, line: Line, sheets: Sequence[str]) -> Doing:
    """Have sheets carried out, at once or one by one; whether all were done, by themselves or otherwise."""
    if len(sheets) == 1:
        return _attempt(stage, line, sheets[0])
    return _one_by_one(stage, line, sheets) if line.rule.one_by_one else _at_once(stage, line, sheets)


def _at_once(stage: Stage, line: Line, sheets: Sequence[str]) -> Doing:
    attempts = [stage.clock.begin(_attempt(stage, line, id)) for id in sheets]
    yield stage.clock.all_of(attempts)
    return all(each.value for each in attempts)


def _one_by_one(stage: Stage, line: Line, sheets: Sequence[str]) -> Doing:
    for id in sheets:
        if not (yield from _attempt(stage, line, id)):
            return False
    return True


def _attempt(stage: Stage, line: Line, id: str) -> Doing:
    """Have a sheet carried out; if it fails, what stands for that case."""
    done: bool = yield from carry_out(stage, new_job(stage, id, line))
    otherwise = line.rule.otherwise
    if done or not otherwise or id in otherwise:
        return done
    return (yield from _do(stage, line, otherwise))


def hold(stage: Stage, job: str, at_s: float) -> Playing:
    """Let a job or an action take effect at a time of its own, unless it ends by itself at that very time.

    It comes last of all that happens then, so that a run in which everything is held at its own time
    is the run itself.
    """
    yield stage.clock.at(at_s, ACTIONS, PLACES - 1)
    if job in stage.in_time:
        return
    sheet = sheet_of(job)
    if sheet not in stage.park.sheets:
        set_links(stage, next(each for each in stage.scenario.actions if each.id == job), HELD)
    elif (reason := take_effect(stage, stage.task(sheet), HELD)) is not None:
        stage.note(Failed(stage.now_s, job, HELD, sheet, (reason,)))
    else:
        report_done(stage, stage.task(sheet), job, HELD)


def close_warning(stage: Stage, cause: Cause) -> None:
    """Count a rule as ended that an alarm set off; the last one closes the warning."""
    sensor = cause.subject
    if cause.what != Confirmed.what or sensor not in stage.warnings:
        return
    stage.warnings[sensor] -= 1
    if stage.warnings[sensor] == 0:
        del stage.warnings[sensor]
        stage.note(Closed(stage.now_s, sensor, cause))
