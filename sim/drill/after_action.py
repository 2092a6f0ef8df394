"""What came of an exercise, held against its plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from math import isnan

from sim.check import Judgement
from sim.drill.closing import Closed, Reported, closings, reported
from sim.drill.exercise_clock import ExerciseClock
from sim.drill.lateness import Late, Tell, lateness, ranked, worst
from sim.drill.log import ENDS, Log, Row
from sim.drill.log_reading import in_order, never_ended
from sim.drill.master_list import MasterList
from sim.drill.replay import Replay
from sim.units import SECONDS_A_MINUTE


class Unsaid(StrEnum):
    """Why something cannot be said from a log."""

    NOT_MENTIONED = "not-mentioned"
    """The log says nothing of an action; the rule decides."""
    NEVER_ENDED = "never-ended"
    """It was ordered or begun, and nobody wrote down how it ended; counted as never done."""
    NO_ORDER = "no-order"
    """Done, without the time of its order: whether the decision or the work was late."""
    NO_BEGINNING = "no-beginning"
    """Done late, without the time at which the crew set to work: whether the way or the work was."""
    REFUSED = "refused"
    """Done by the log, and the scenario's faults do not let it be."""
    UNPLANNED = "unplanned"
    """In the log, and not in the plan's run."""
    BY_ITSELF = "by-itself"
    """Neither in the plan's run nor in the log: the plan orders it as water rose otherwise; the rule decides."""
    NOT_REPORTED = "not-reported"
    """A report that was owed, and the log does not have."""
    NOT_CLOSED = "not-closed"
    """A warning whose end is reckoned from the jobs it set off, since the log does not have it."""
    TO_THE_MINUTE = "to-the-minute"
    """All times are whole minutes."""
    DISORDERED = "disordered"
    """Rows do not stand in the order of time; read all the same."""
    OTHER_INPUTS = "other-inputs"
    """The master list was made of other inputs than those played now."""
    NO_ACTION = "no-action"
    """Done by a number alone, and the list has something there that is no action; the log does not name its list."""
    JUMPED = "jumped"
    """The exercise's clock was put forward while a crew was at it, which the crew counts as time it had."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that nobody can say from the log, and of what."""

    why: Unsaid
    subjects: tuple[str, ...] = ()
    """Jobs, sensors, keys of lines or places of rows."""
    spans_s: tuple[float, ...] = ()
    """Of what was left out while each was at work [s]."""


@dataclass(frozen=True, eq=False)
class AfterAction:
    """An exercise held against its plan."""

    replay: Replay = field(repr=False)
    master: MasterList = field(repr=False)
    """The list by which the log was read."""
    jobs: tuple[Late, ...]
    """In the order of the plan."""
    closed: tuple[Closed, ...]
    reports: tuple[Reported, ...]
    doubts: tuple[Doubt, ...]
    list_name: str = ""
    """Of the file of the list; empty for the list that the scenario gives."""

    @property
    def planned(self) -> Judgement:
        """The verdict of the plan's run."""
        return self.replay.of.result.verdict

    @property
    def actual(self) -> Judgement:
        """The verdict with the exercise's times."""
        return self.replay.result.verdict

    @property
    def log(self) -> Log:
        """What was written down."""
        return self.replay.log

    @property
    def improvements(self) -> list[Late]:
        """Jobs that were late, the costliest first."""
        return ranked(self.jobs)

    @property
    def worst(self) -> Late | None:
        """The single worst delay; None when none cost anything."""
        return worst(self.jobs)

    def number(self, job: str) -> int:
        """The number of a job's line in the master list; 0 when it has none."""
        return next((line.number for line in self.master.lines if line.key == f"action/{job}"), 0)


def after_action(
    found: Replay, master: MasterList, tell: Tell = lambda done: None, inputs_hash: str = "", list_name: str = ""
) -> AfterAction:
    """Hold an exercise against its plan; plays the park twice for each job that was not done at its time.

    `inputs_hash` is that of what is played now, to be held against that of the list; `list_name` is the list's file.
    """
    jobs = tuple(lateness(found, tell))
    closed = tuple(closings(found, master))
    reports = tuple(reported(found.log, master, found.of.scenario.id))
    doubts = [*_of_list(found, master, inputs_hash), *_doubts(found, master, jobs, closed, reports)]
    return AfterAction(found, master, jobs, closed, reports, tuple(doubts), list_name)


def _of_list(found: Replay, master: MasterList, inputs_hash: str) -> Iterator[Doubt]:
    """Whether the list was made of other inputs, where both are known."""
    theirs = next(each.inputs_hash for each in master.incidents if each.id == found.of.scenario.id)
    if theirs and inputs_hash and theirs != inputs_hash:
        yield Doubt(Unsaid.OTHER_INPUTS)


def _doubts(
    found: Replay, master: MasterList, jobs: tuple[Late, ...], closed: tuple[Closed, ...], reports: tuple[Reported, ...]
) -> Iterator[Doubt]:
    """What nobody can say, each sort once, in a fixed order."""
    told = [each for each in jobs if found.log.tells_of(each.job) and not isnan(each.actual.done_s)]
    late = [each for each in told if each.changed]
    log = found.log
    subjects = {
        Unsaid.NOT_MENTIONED: found.not_mentioned,
        Unsaid.NEVER_ENDED: [each for each in never_ended(found.log) if each in found.actual_s],
        Unsaid.NO_ORDER: [each.job for each in late if isnan(each.actual.ordered_s)],
        Unsaid.NO_BEGINNING: [each.job for each in late if _lacks_beginning(each)],
        Unsaid.REFUSED: found.refused,
        Unsaid.UNPLANNED: found.unplanned,
        Unsaid.BY_ITSELF: found.by_themselves,
        Unsaid.NOT_REPORTED: [each.key for each in reports if isnan(each.made_s)],
        Unsaid.NOT_CLOSED: [each.sensor for each in closed if not each.said],
    }  # fmt: skip
    yield from (Doubt(why, tuple(which)) for why, which in subjects.items() if which)
    if log.rows and all(row.at_s % SECONDS_A_MINUTE == 0 for row in log.rows):
        yield Doubt(Unsaid.TO_THE_MINUTE)
    if not in_order(log):
        yield Doubt(Unsaid.DISORDERED)
    rows = [] if log.mark else [row.place for row in log.rows if _ends_no_action(row)]
    if rows:
        yield Doubt(Unsaid.NO_ACTION, tuple(rows))
    yield from _jumped(told, ExerciseClock.of(master, found.of.scenario.id), log)


def _ends_no_action(row: Row) -> bool:
    """Whether a number alone says the end of what is no action: a reading, an inject, a report, a contingency."""
    return row.by_number and row.what in ENDS and not row.of_job


def _lacks_beginning(late: Late) -> bool:
    """Whether only the time is missing at which the crew set to work."""
    return isnan(late.actual.begun_s) and not isnan(late.planned.begun_s) and not isnan(late.actual.ordered_s)


def _jumped(told: list[Late], clock: ExerciseClock, log: Log) -> Iterator[Doubt]:
    """Jobs over which the exercise's clock was put forward, by the times of the log that are not the incident's own."""
    by_wall = {row.subject for row in log.rows if row.clock != "T"}
    spans = {each.job: clock.jumped_s(each.actual.ordered_s, each.actual.done_s) for each in told
             if each.job in by_wall and not isnan(each.actual.ordered_s)}  # fmt: skip
    jumped = {job: span_s for job, span_s in spans.items() if span_s > 0}
    if jumped:
        yield Doubt(Unsaid.JUMPED, tuple(jumped), tuple(jumped.values()))
