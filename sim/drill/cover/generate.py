"""Generated drills: site by site, along the water's way, and sub-area by sub-area."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sim.drill.cover.candidate import Candidate, Sort
from sim.drill.cover.duty import Duty
from sim.drill.cover.play import Played, played
from sim.drill.cover.site import SHARED, Site, Sites
from sim.drill.cover.template import Asked, duties_of, scenario_of, with_fallback
from sim.park import Name, Park
from sim.park.names import named

MOST_DAYS = 64
"""Days into which a sub-area's sheets are split at most."""
Tell = Callable[[float], None]


@dataclass(frozen=True)
class Generator:
    """Makes drills of a park that last no longer than somebody says, and plays each once to prove it."""

    park: Park
    longest_s: float

    def all(self, tell: Tell = lambda done: None) -> list[Played]:
        """Every generated drill; of those of several sites only the ones that bring to an end all they order."""
        sites = Sites(self.park)
        jobs = [*self._of_sites(sites), *self._of_ways(sites)]
        found = []
        for place, asked in enumerate(jobs):
            found.append(self._play(*asked))
            tell(0.6 * (place + 1) / len(jobs))
        groups = self._groups(sites)
        for place, group in enumerate(groups):
            found += self._of_group(*group)
            tell(0.6 + 0.4 * (place + 1) / len(groups))
        return [each for each in found if each.candidate.sort is Sort.SITE or (each.done and each.whole)]

    def _groups(self, sites: Sites) -> list[tuple[Sort, str, Name, list[Site]]]:
        """Sites that are gone through together: of each sub-area, of none, and all; a single one has its own drills."""
        every = list(sites.all.values())
        areas = sorted({site.sub_area for site in every})
        groups = [(Sort.AREA, f"area-{area.lower()}" if area else "shared", _area_name(area),
                   [site for site in every if site.sub_area == area]) for area in areas]  # fmt: skip
        if len(groups) > 1:
            groups.append((Sort.PARK, "park", named("cover_whole_park"), every))
        return [group for group in groups if len(group[-1]) > 1]

    def _play(self, sort: Sort, asked: Asked) -> Played:
        scenario = scenario_of(self.park, asked, self.longest_s)
        return played(Candidate(asked.id, asked.name, sort, scenario, self.park))

    def _of_sites(self, sites: Sites) -> Iterator[tuple[Sort, Asked]]:
        """A leak at each site, once with everything working, once more for each fall-back."""
        for site in sites.all.values():
            name = named("cover_leak", site=site.name)
            yield from self._levels(Sort.SITE, f"leak-{site.id}", name, [site], site.storages[0])

    def _of_ways(self, sites: Sites) -> Iterator[tuple[Sort, Asked]]:
        """A leak at each plant, followed along the way of its water."""
        for id in self.park.plants:
            way = [sites.all[each] for each in sites.way(id)] if id in sites.all else []
            if len(way) > 1:
                plant, last = way[0].name, way[-1].name
                name = named("cover_way", plant=plant, last=last)
                found = duties_of(self.park, way)
                yield Sort.WAY, Asked(f"way-{id}", name, way[0].storages[0], found)

    def _levels(
        self, sort: Sort, id: str, name: Name, sites: Sequence[Site], leak_into: str
    ) -> Iterator[tuple[Sort, Asked]]:
        """The incident with everything working, then with each fall-back."""
        found = duties_of(self.park, sites)
        for number in range(max(len(each.answers) for each in found)):
            chosen = with_fallback(found, number)
            yield sort, Asked(id + _suffix(number), _named(name, number), leak_into, chosen, number)

    def _of_group(self, sort: Sort, id: str, name: Name, members: Sequence[Site]) -> Iterator[Played]:
        """The days of a group: as few as it takes for every sheet to be done in time, all crews at work."""
        found = duties_of(self.park, members)
        for number in range(max((len(each.answers) for each in found), default=0)):
            yield from self._days(sort, f"{id}{_suffix(number)}", name, with_fallback(found, number), number)

    def _days(self, sort: Sort, id: str, name: Name, chosen: Sequence[Duty], number: int) -> list[Played]:
        """Each day played; with one day more when on one of them something is not finished in time."""
        plays: list[Played] = []
        for days in range(1, min(len(chosen), MOST_DAYS) + 1):
            plays = []
            for day, share in enumerate(self._shares(chosen, days), 1):
                called = _day_name(name, number, day, days)
                asked = Asked(f"{id}-{day}-of-{days}", called, self._leak(share), share, number)
                plays.append(self._play(sort, asked))
                if not plays[-1].whole:
                    break
            else:
                break
        return plays

    def _leak(self, share: Sequence[Duty]) -> str:
        """The first storage that a day is about."""
        at = self.park.sheets[share[0].answers[0]].facility
        return at if at in self.park.storages else self.park.links[at].source

    def _shares(self, chosen: Sequence[Duty], days: int) -> list[tuple[Duty, ...]]:
        """Duties dealt out to days, crew by crew, so that each day keeps every crew as busy as the others do."""
        by_crew: dict[str, list[Duty]] = {}
        for duty in chosen:
            by_crew.setdefault(self.park.sheets[duty.answers[0]].crew, []).append(duty)
        parts: list[list[Duty]] = [[] for _ in range(days)]
        for group in by_crew.values():
            for place, duty in enumerate(group):
                parts[place % days].append(duty)
        return [tuple(part) for part in parts if part]


def _suffix(number: int) -> str:
    return f"-fallback-{number}" if number else ""


def _named(name: Name, number: int) -> Name:
    """A name that says which fall-back has to do."""
    if not number:
        return name
    return named("cover_fallback", name=name, number=number)


def _area_name(area: str) -> Name:
    return named("cover_area", area=area) if area != SHARED else named("cover_shared")


def _day_name(name: Name, number: int, day: int, days: int) -> Name:
    """A name with its day, and which fall-back has to do."""
    begun = Name(**{language: f"{each[:1].upper()}{each[1:]}" for language, each in name.items()})
    return named("cover_day_fallback" if number else "cover_day", name=begun, number=number, day=day, days=days)
