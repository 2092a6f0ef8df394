"""The teams of a crew: who is on duty, who is at work, and where they are."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple

import simpy

from sim.engine.clock import FAULTS, Clock
from sim.park import AnyPlace, Crew
from sim.units import SECONDS_A_DAY

OFF_DUTY = -(10**9)
"""Priority of being off duty: it comes before all work that has not begun, and ends none that has."""


class Team(NamedTuple):
    """One team of a crew."""

    number: int
    """Counted from 1."""
    place: AnyPlace | None
    """Where it is; None where the park does not say where crews are."""


class Teams(simpy.PreemptiveResource):
    """A crew as a SimPy resource with a slot a team.

    A team that is off duty, absent or not yet arrived holds its own slot; when a shift ends, a
    team at work ends that work first.
    """

    def __init__(self, clock: Clock, crew: Crew, time_of_day_s: float) -> None:
        """A crew whose run began at a time of day [s]."""
        super().__init__(clock, crew.most_teams)
        self.clock = clock
        self.crew = crew
        self.began_s = time_of_day_s
        self.away = crew.arrives_s > 0
        """Whether it has not come from outside yet."""
        self.absent: set[str] = set()
        """Faults for which it does not come."""
        self.resting: list[Any] = []
        self.idle = [Team(number, crew.home) for number in range(1, crew.most_teams + 1)]
        """Teams that no job has taken up, those off duty among them."""
        self.out: dict[Any, Team] = {}
        """Teams at jobs by the request that they answer, and where each will be."""
        self.muster()
        if crew.shifts:
            clock.process(self._change_shifts())

    def muster(self) -> None:
        """Let as many teams rest as are not on duty now."""
        on_duty = 0 if self.away or self.absent else self.crew.teams_at(self._time_of_day_s())
        while len(self.resting) < self.capacity - on_duty:
            self.resting.append(self.request(priority=OFF_DUTY, preempt=False))
        while len(self.resting) > self.capacity - on_duty:
            request = self._last_to_rest()
            self.resting.remove(request)
            request.cancel() if not request.triggered else self.release(request)

    def _last_to_rest(self) -> Any:
        """One that still waits for a team to end its work, else one that rests."""
        waiting = [each for each in self.resting if not each.triggered]
        return (waiting or self.resting)[-1]

    def _time_of_day_s(self) -> float:
        return (self.began_s + float(self.clock.now)) % SECONDS_A_DAY

    def _change_shifts(self) -> Generator[simpy.Event, None, None]:
        """Count anew whenever a shift begins or ends."""
        turns = sorted({at for shift in self.crew.shifts for at in (shift.from_s, shift.until_s % SECONDS_A_DAY)})
        while True:
            now_s = self._time_of_day_s()
            ahead = min((at - now_s) % SECONDS_A_DAY or SECONDS_A_DAY for at in turns)
            yield self.clock.at(self.clock.now + ahead, FAULTS)
            self.muster()

    def set_out(self, request: Any, goal: AnyPlace | None) -> Team:
        """The idle team nearest to `goal`, which leaves from where it is; the first where places are not known.

        A team that has just been called off for this is idle, though its own job has not heard of it yet.
        """
        for called_off in [each for each in self.out if each not in self.users]:
            self.comes_free(called_off)

        def away(team: Team) -> tuple[float, int]:
            known = goal is not None and team.place is not None
            return team.place.metres_to(goal) if known else 0.0, team.number  # type: ignore[union-attr, arg-type]

        nearest = self.idle[0] if len(self.idle) == 1 else min(self.idle, key=away)
        self.idle.remove(nearest)
        self.out[request] = nearest if goal is None or nearest.place is None else Team(nearest.number, goal)
        return nearest

    def comes_free(self, request: Any) -> None:
        """Let the team that a request got be idle, where its job took it."""
        if request in self.out:
            self.idle.append(self.out.pop(request))
