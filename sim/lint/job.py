"""A sheet that a rule orders, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sim.park import AnyPlace, Crew, Equipment, Park, Sheet
from sim.scenario import Rule, Scenario


@dataclass(frozen=True, slots=True)
class Job:
    """A sheet that a rule orders; times count from what sets the rule off, if nobody is waited for."""

    rule: Rule
    sheet: Sheet
    from_s: float
    until_s: float

    @property
    def takes_s(self) -> float:
        """How long it keeps its crew [s]."""
        return self.until_s - self.from_s


def jobs(park: Park, rule: Rule) -> Iterator[Job]:
    """What a rule orders at first: all at once, or one by one."""
    begins = rule.after_s
    for sheet in sheets_of(park, rule.do):
        ends = begins + takes_s(park, sheet)
        yield Job(rule, sheet, begins, ends)
        begins = ends if rule.one_by_one else begins


def sheets_of(park: Park, ids: Iterable[str]) -> list[Sheet]:
    """The sheets of these ids."""
    return [park.sheets[id] for id in ids if id in park.sheets]


def callers(scenario: Scenario, sheet: str) -> list[Rule]:
    """The rules that order a sheet, at first or when something has failed."""
    return [rule for rule in scenario.rules if sheet in (*rule.do, *rule.otherwise)]


def takes_s(park: Park, sheet: Sheet) -> float:
    """From the order until a sheet is done: the longest way there, then the work [s]."""
    part = park.links.get(sheet.facility) or park.storages.get(sheet.facility)
    place = part.place if part else None
    crew = park.crews.get(sheet.crew)
    needed = [(park.equipment[id], units) for id, units in sheet.needs.items() if id in park.equipment]
    ways = [each.travel_s if each.travel_s is not None else _way_s(each, place) for each, _ in needed]
    ways.append(sheet.travel_s if sheet.travel_s is not None else _way_s(crew, place) if crew else 0)
    return max(ways) + sheet.work_s + sum(each.takes_s * units for each, units in needed)


def _way_s(who: Crew | Equipment, place: AnyPlace | None) -> float:
    """From home to a place on the road; 0 when home, place or speed is not known [s]."""
    if place is None or who.home is None or not who.speed_m_s:
        return 0
    return who.home.metres_to(place) * who.detour / who.speed_m_s
