"""People who go and do things."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name
from sim.park.place import AnyPlace


@dataclass(frozen=True, slots=True)
class Shift:
    """A time of day and how many teams are on duty in it."""

    from_s: float
    """Since midnight [s]."""
    until_s: float
    """Since midnight [s]; before `from_s` when the shift goes over midnight."""
    teams: int

    def covers(self, time_of_day_s: float) -> bool:
        """Whether a time of day lies in it.

        >>> Shift(79200, 21600, 1).covers(3600)
        True
        """
        if self.from_s < self.until_s:
            return self.from_s <= time_of_day_s < self.until_s
        return time_of_day_s >= self.from_s or time_of_day_s < self.until_s


@dataclass(frozen=True, slots=True)
class Crew:
    """Several teams of one sort; a team does one operation sheet at a time."""

    id: str
    name: Name
    teams: int
    """On duty, outside of the shifts [-]."""
    shifts: tuple[Shift, ...] = ()
    people: int | None = None
    """In a team."""
    home: AnyPlace | None = None
    speed_m_s: float | None = None
    detour: float = 1.0
    """Way on the road over distance as the crow flies [-]."""
    arrives_s: float = 0.0
    """From the first call until it is there; 0 for one that is [s]."""

    @property
    def most_teams(self) -> int:
        """Teams on duty at the busiest time of day."""
        return max([self.teams, *(shift.teams for shift in self.shifts)])

    def teams_at(self, time_of_day_s: float) -> int:
        """Teams on duty at a time of day; the first shift that covers it counts."""
        for shift in self.shifts:
            if shift.covers(time_of_day_s):
                return shift.teams
        return self.teams
