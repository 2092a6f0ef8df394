"""A year of drills: on which day which drill is held, as what type, by whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256

from sim.drill.cover.play import Played, Season
from sim.drill.cover.site import Sites
from sim.drill.exercise import ExerciseType
from sim.park import Name, Park
from sim.park.names import named
from sim.regulation import article

REST_DAYS = 7
"""A team does not turn out twice within so many days; assumed."""
TYPES = (ExerciseType.FULL_SCALE, ExerciseType.FUNCTIONAL, ExerciseType.TABLE_TOP)
"""In turn; a drill of the set is each of them once in three years."""
MONTHS = {Season.WET: (3, 4, 5, 6, 7, 8, 9), Season.LOW_WATER: (11, 12, 1, 2, 3, 4)}
"""Months that a drill fits: before and in the rainy season; low water in winter. Upper Yangtze, assumed."""
WRONG_TYPE = 1e4
"""How many days out of season a drill is moved rather than that types do not alternate."""
HALF_A_YEAR = 182
DRILLED_BY = article("plan-measures", 33)
"""The rule that says how often drills are held, and to whom they are reported."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A drill on its day."""

    key: str
    """The same in every calendar of the park and year."""
    name: Name
    type: ExerciseType
    day: date | None
    """None when no day was found for it."""
    sheets: tuple[str, ...]
    """What it exercises: carried out in the field, or talked through, by its type."""
    plants: tuple[str, ...]
    """Plants whose sheets are among them."""
    length_s: float
    teams: Mapping[str, int]
    season: Season = Season.ANY
    plant: str = ""
    """The plant whose own drill it is; empty for a drill of the park."""
    half: int = 0
    """The half of the year that it must lie in; 0 for either."""

    @property
    def in_season(self) -> bool:
        """Whether its month is one that it fits."""
        return self.day is None or self.season is Season.ANY or self.day.month in MONTHS[self.season]


@dataclass(frozen=True, slots=True)
class Year:
    """A year's drills, by day; those without a day last."""

    year: int
    drills: tuple[Planned, ...]
    sheets: tuple[str, ...] = field(repr=False)
    """All that is asked about."""

    @property
    def placed(self) -> list[Planned]:
        """Those that have a day."""
        return [each for each in self.drills if each.day is not None]

    def cumulative(self, *types: ExerciseType) -> Iterator[tuple[date, int]]:
        """How many of the sheets drills of these types have exercised by the end of each day on which one is held."""
        wanted, seen = set(self.sheets), set[str]()
        by_day: dict[date, list[Planned]] = {}
        for each in self.placed:
            if each.day is not None:
                by_day.setdefault(each.day, []).append(each)
        for day, held in by_day.items():
            for each in held:
                if each.type in types:
                    seen |= wanted.intersection(each.sheets)
            yield day, len(seen)


def half_of(day: date) -> int:
    """The half of the year that a day lies in, 1 or 2."""
    return 1 if day.month <= 6 else 2


def plan_year(
    park: Park, chosen: Sequence[Played], own: Mapping[str, Played], sheets: Sequence[str], year: int,
    days: Sequence[date],
) -> Year:  # fmt: skip
    """Give each drill of a set its day, then each plant the drills of its own that it still lacks.

    The set is spread evenly over the working days; types alternate; of the days that this leaves each drill
    takes one in its season if it can, moved to the nearest on which all its teams are rested. Every plant is
    drilled in either half of the year, as `DRILLED_BY` asks of makers and stores of hazardous chemicals; others owe
    a comprehensive or special drill a year and one of the on-site plan every half-year.
    One full-scale drill is held without notice: a plant's own, whose day no gap between the others gives away.
    """
    diary = _Diary(park, days)
    drills = [diary.placed(each, day) for each, day in _wishes(park, chosen, year, days)]
    own_drills = list(_own(park, own, drills, year))
    secret = _secret(park, own_drills, year)
    if not secret:
        drills = _without_notice(drills, year)
    drills += [diary.placed(*_blind(each, day, days, year) if each.key == secret else (each, day))
               for each, day in own_drills]  # fmt: skip
    return Year(year, tuple(sorted(drills, key=_place)), tuple(sheets))


def _place(drill: Planned) -> tuple[date, bool, str]:
    return drill.day or date.max, drill.plant != "", drill.key


def distributed(year: Year) -> Year:
    """The year as everybody may read it: the drill without notice stands last, without its day."""
    drills = [replace(each, day=None) if each.type is ExerciseType.NO_NOTICE else each for each in year.drills]
    return replace(year, drills=tuple(sorted(drills, key=_place)))


def _wishes(park: Park, chosen: Sequence[Played], year: int, days: Sequence[date]) -> list[tuple[Planned, date]]:
    """Each drill of the set with the day it would like: types in turn, in season where that goes."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    ordered = sorted(chosen, key=lambda each: each.candidate.id)
    sites = Sites(park)
    drills = [_planned(sites, each, TYPES[(place + year) % len(TYPES)]) for place, each in enumerate(ordered)]
    slots = [days[int((place + 0.5) * len(days) / len(drills))] for place in range(len(drills))]
    cost = np.zeros((len(drills), len(slots)))
    for row, drill in enumerate(drills):
        for column, day in enumerate(slots):
            wrong = drill.type is not TYPES[(column + year) % len(TYPES)]
            cost[row, column] = _out_of_season(drill.season, day) + WRONG_TYPE * wrong
    wished = dict(zip(*(map(int, each) for each in linear_sum_assignment(cost)), strict=True))
    pairs = [(drill, slots[wished[row]]) for row, drill in enumerate(drills)]
    return sorted(pairs, key=lambda pair: (pair[1], pair[0].key))


def _planned(sites: Sites, drill: Played, type: ExerciseType) -> Planned:
    """A drill of the set, without its day."""
    park = sites.park
    sheets = tuple(id for id in park.sheets if id in drill.done)
    at = dict.fromkeys(sites.of_sheet(park.sheets[id]) for id in sheets)
    plants = tuple(id for id in at if id in park.plants)
    candidate = drill.candidate
    return Planned(candidate.id, candidate.name, type, None, sheets, plants, drill.length_s, drill.teams, drill.season)


@cache
def _out_of_season(season: Season, day: date) -> float:
    """Days to the nearest month that fits [d]."""
    if season is Season.ANY:
        return 0.0
    near = (abs(shift) for shift in range(-183, 184) if (day + timedelta(days=shift)).month in MONTHS[season])
    return float(min(near))


def _secret(park: Park, own: Sequence[tuple[Planned, date]], year: int) -> str:
    """The key of the plant's own drill that is held without notice, another each year; empty where there is none."""
    full = [each.key for each, _ in own if each.type is ExerciseType.FULL_SCALE and park.plants[each.plant].hazardous]
    return full[_lot(park.id, year) % len(full)] if full else ""


def _blind(drill: Planned, wish: date, days: Sequence[date], year: int) -> tuple[Planned, date]:
    """A drill without notice, on a day of its half-year that nothing leads to."""
    fit = [day for day in days if half_of(day) == drill.half] or [wish]
    return replace(drill, type=ExerciseType.NO_NOTICE), fit[_lot(drill.key, year) % len(fit)]


def _lot(*words: object) -> int:
    """A number that looks drawn, and is the same every time."""
    return int(sha256(repr(words).encode()).hexdigest()[:8], 16)


def _without_notice(drills: Sequence[Planned], year: int) -> list[Planned]:
    """Where no plant has a full-scale drill of its own: one of the set, another one each year."""
    full = sorted(each.key for each in drills if each.type is ExerciseType.FULL_SCALE and each.day)
    chosen = full[year // len(TYPES) % len(full)] if full else ""
    return [replace(each, type=ExerciseType.NO_NOTICE) if each.key == chosen else each for each in drills]


def _own(
    park: Park, own: Mapping[str, Played], drills: Sequence[Planned], year: int
) -> Iterator[tuple[Planned, date]]:
    """Of each plant a drill of its own for every half of the year in which no drill of the set comes to it."""
    held: dict[str, list[date]] = {id: [] for id in park.plants}
    for each in drills:
        for plant in each.plants:
            if each.day is not None:
                held[plant].append(each.day)
    for place, (plant, dates) in enumerate(held.items()):
        spread = date(year, 1, 1) + timedelta(days=place * HALF_A_YEAR // len(held))
        for half in (1, 2):
            if not any(half_of(day) == half for day in dates):
                apart = timedelta(days=HALF_A_YEAR if half == 2 else -HALF_A_YEAR)
                wish = dates[0] + apart if dates else spread + max(apart, timedelta())
                yield _own_drill(park, plant, own.get(plant), half), wish


def _own_drill(park: Park, plant: str, drill: Played | None, half: int) -> Planned:
    """A plant's drill of its on-site plan: what its own people can do; round a table where that is nothing."""
    done = drill.done if drill else frozenset()
    inside = tuple(id for id in park.sheets if id in done and _at_home(park, id))
    crews = {park.sheets[id].crew for id in inside} - {""}
    name = park.plants[plant].name
    title = named("cover_own", plant=name)
    type = ExerciseType.FULL_SCALE if inside else ExerciseType.TABLE_TOP
    length_s = drill.length_s if drill and inside else 0.0
    return Planned(f"own-{plant}-{half}", title, type, None, inside, (plant,), length_s, dict.fromkeys(crews, 1),
                   plant=plant, half=half)  # fmt: skip


def _at_home(park: Park, sheet: str) -> bool:
    """Whether a sheet's crew need not be called from outside."""
    crew = park.sheets[sheet].crew
    return not crew or park.crews[crew].arrives_s == 0


class _Diary:
    """Who turns out on which day."""

    def __init__(self, park: Park, days: Sequence[date]) -> None:
        self.park, self.days = park, days
        self.out: dict[str, dict[date, int]] = {}
        """Teams by crew and day."""

    def placed(self, drill: Planned, wish: date) -> Planned:
        """The drill on the working day nearest to the wish on which its teams are rested; without a day if none is."""
        middle = bisect_left(self.days, wish)
        near = sorted(range(len(self.days)), key=lambda place: (abs(place - middle), place))
        day = next((self.days[place] for place in near if self._fits(drill, self.days[place])), None)
        if day is not None:
            for crew, teams in drill.teams.items():
                at = self.out.setdefault(crew, {})
                at[day] = at.get(day, 0) + teams
        return replace(drill, day=day)

    def _fits(self, drill: Planned, day: date) -> bool:
        """Whether each crew still has enough teams that have not turned out within the days of rest around it."""
        if drill.half and half_of(day) != drill.half:
            return False
        return all(self._busy(crew, day) + teams <= self.park.crews[crew].most_teams
                   for crew, teams in drill.teams.items())  # fmt: skip

    def _busy(self, crew: str, day: date) -> int:
        """Teams of a crew that turn out within any span of days that holds this one, at most."""
        at = self.out.get(crew, {})
        span = range(REST_DAYS)
        starts = (day - timedelta(days=back) for back in span)
        return max(sum(at.get(start + timedelta(days=k), 0) for k in span) for start in starts)
