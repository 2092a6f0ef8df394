"""The teams of a crew: who is on duty, who is at work, and where they are."""

from __future__ import annotations

from bisect import insort
from functools import partial
from operator import attrgetter
from typing import NamedTuple

import simpy

from sim.engine.clock import FAULTS, Clock
from sim.park import AnyPlace, Crew
from sim.units import SECONDS_A_DAY

KEY = attrgetter("key")


class Team(NamedTuple):
    """One team of a crew."""

    number: int
    """Counted from 1."""
    place: AnyPlace | None
    """Where it is; None where the park does not say where crews are."""


class Turn(simpy.Event):
    """A job's turn at a crew: happens when it gets a team."""

    def __init__(self, clock: Clock, job: str, priority: int, since_s: float, preempts: bool) -> None:
        """A turn for whoever is acting; the smallest priority goes first, then who has waited longest."""
        super().__init__(clock)
        self.job = job
        self.preempts = preempts
        """Whether it calls off who goes after it."""
        self.key = (priority, since_s, not preempts)
        self.actor = clock.active_process
        self.team: Team | None = None
        """The team that it took up, and where that will be."""


class Teams:
    """A crew as a resource with a slot a team.

    A team that is off duty, absent or not yet arrived takes its own slot before all work that has not begun, and ends
    none that has: when a shift ends, a team at work ends that work first. Slots are given one at a time, as by SimPy's
    resources: whoever asks, or a slot that comes free, lets the first in the queue have one.
    """

    def __init__(self, clock: Clock, crew: Crew, time_of_day_s: float) -> None:
        """A crew whose run began at a time of day [s]."""
        self.clock = clock
        self.crew = crew
        self.began_s = time_of_day_s
        self.slots = crew.most_teams
        self.away = crew.arrives_s > 0
        """Whether it has not come from outside yet."""
        self.absent: set[str] = set()
        """Faults for which it does not come."""
        self.resting, self.to_rest = 0, 0
        """Teams that are not on duty, and such as still have to end their work."""
        self.at_work: list[Turn] = []
        self.queue: list[Turn] = []
        self.idle = [Team(number, crew.home) for number in range(1, self.slots + 1)]
        """Teams that no job has taken up, those off duty among them."""
        self.turns = {at for shift in crew.shifts for at in (shift.from_s, shift.until_s % SECONDS_A_DAY)}
        """Times of day at which a shift begins or ends [s]."""
        self.muster()
        if crew.shifts:
            self._await_shift()

    def muster(self) -> None:
        """Let as many teams rest as are not on duty now."""
        on_duty = 0 if self.away or self.absent else self.crew.teams_at(self._time_of_day_s())
        more = self.slots - on_duty - self.resting - self.to_rest
        for _ in range(more):
            self.to_rest += 1
            self._serve()
        for _ in range(-more):
            if self.to_rest:
                self.to_rest -= 1
            else:
                self.resting -= 1
                self._slot_comes_free()

    def _time_of_day_s(self) -> float:
        return (self.began_s + self.clock.now_s) % SECONDS_A_DAY

    def _await_shift(self) -> None:
        """Count anew whenever a shift begins or ends."""
        now_s = self._time_of_day_s()
        ahead = min([(at - now_s) % SECONDS_A_DAY or SECONDS_A_DAY for at in self.turns])
        self.clock.call(self.clock.now_s + ahead, FAULTS, self._change_shift)

    def _change_shift(self, _: simpy.Event) -> None:
        self.muster()
        self._await_shift()

    def ask(self, job: str, priority: int, since_s: float, *, preempts: bool) -> Turn:
        """A job's turn to get a team, for which it has waited since some time; triggered when it got one at once."""
        turn = Turn(self.clock, job, priority, since_s, preempts)
        insort(self.queue, turn, key=KEY)
        self._serve()
        return turn

    def _serve(self, _: simpy.Event | None = None) -> None:
        """Let the first in the queue have a slot, if there is one, or somebody who may be called off for it."""
        free = self.slots - self.resting - len(self.at_work)
        if self.to_rest:
            if free:
                self.resting, self.to_rest = self.resting + 1, self.to_rest - 1
        elif self.queue:
            first = self.queue[0]
            if free or (first.preempts and self._calls_off(first)):
                del self.queue[0]
                self.at_work.append(first)
                first.succeed()

    def _calls_off(self, first: Turn) -> bool:
        """Call off the last of those at work, if it goes after the first in the queue; whether it did."""
        last = max(self.at_work, key=KEY, default=None)
        if last is None or last.key <= first.key:
            return False
        self._leave(last)
        assert last.actor is not None
        last.actor.interrupt(first)
        return True

    def _leave(self, turn: Turn) -> None:
        """Let the team of a turn be idle, where its job took it."""
        self.at_work.remove(turn)
        if turn.team is not None:
            self.idle.append(turn.team)

    def _slot_comes_free(self) -> None:
        """Serve who waits for a slot, after those who act at this moment have had their say."""
        if self.queue or self.to_rest:
            self.clock.call_soon(self._serve)

    def set_out(self, turn: Turn, goal: AnyPlace | None) -> Team:
        """The idle team nearest to `goal`, which leaves from where it is; the first where places are not known."""
        nearest = self.idle[0] if len(self.idle) == 1 else min(self.idle, key=partial(_away, goal))
        self.idle.remove(nearest)
        turn.team = nearest if goal is None or nearest.place is None else Team(nearest.number, goal)
        return nearest

    def end(self, turn: Turn) -> None:
        """Let the team of a turn come free, if it has not been called off."""
        if turn in self.at_work:
            self._leave(turn)
        self._slot_comes_free()


def _away(goal: AnyPlace | None, team: Team) -> tuple[float, int]:
    """How far a team is from a place, 0 where one of them is not known [m], and its number."""
    known = goal is not None and team.place is not None
    return team.place.metres_to(goal) if known else 0.0, team.number  # type: ignore[union-attr, arg-type]
