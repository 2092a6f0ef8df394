"""How many sheets are exercised, by tier, kind of facility, crew and sub-area."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sim.drill.cover.coverage import How, Seen
from sim.drill.cover.site import Sites
from sim.drill.cover.study import Study
from sim.drill.who import tier_of
from sim.park import Park, Sheet


@dataclass(frozen=True, slots=True)
class Group:
    """Sheets that have something in common."""

    key: str
    sheets: int
    done: int
    """Exercised by the given scenarios."""
    tried: int
    """Tried by them, and it did not work."""
    ordered: int
    """Ordered, but not brought to an end."""
    reachable: int
    """Exercised by any drill, given or generated."""


@dataclass(frozen=True)
class Sorter:
    """What a sheet belongs to."""

    park: Park

    @cached_property
    def sites(self) -> Sites:
        """The park's sites."""
        return Sites(self.park)

    def tier(self, sheet: Sheet) -> str:
        """The tier of its facility."""
        return tier_of(self.park, sheet.facility)

    def kind(self, sheet: Sheet) -> str:
        """The kind of its facility."""
        storage = self.park.storages.get(sheet.facility)
        return storage.kind if storage else str(self.park.links[sheet.facility].kind)

    def crew(self, sheet: Sheet) -> str:
        """Its crew; empty for a control room."""
        return sheet.crew

    def sub_area(self, sheet: Sheet) -> str:
        """The sub-area of its site; empty where several share it."""
        return self.sites.all[self.sites.of_sheet(sheet)].sub_area

    def by(self) -> Mapping[str, Callable[[Sheet], str]]:
        """Everything that sheets are grouped by."""
        return {"tier": self.tier, "kind": self.kind, "crew": self.crew, "sub-area": self.sub_area}


def groups(found: Study, by: str) -> list[Group]:
    """The groups of one kind, in the order in which they come in the park."""
    key = Sorter(found.park).by()[by]
    members: dict[str, list[Seen]] = {}
    for seen in found.coverage.seen:
        members.setdefault(key(found.park.sheets[seen.sheet]), []).append(seen)
    return [_group(name, each, found.reachable) for name, each in members.items()]


def whole(found: Study, tag: str = "") -> Group:
    """All sheets together, or those with a tag."""
    every = [each for each in found.coverage.seen if not tag or tag in found.park.sheets[each.sheet].tags]
    return _group(tag, every, found.reachable)


def tags(found: Study) -> list[str]:
    """Tags that some of the sheets have, but not all."""
    sheets = [found.park.sheets[id] for id in found.sheets]
    named = dict.fromkeys(tag for sheet in sheets for tag in sorted(sheet.tags))
    return [tag for tag in named if not all(tag in sheet.tags for sheet in sheets)]


def _group(key: str, members: Sequence[Seen], reachable: frozenset[str]) -> Group:
    hows = [each.how for each in members]
    ordered = hows.count(How.WAITED) + hows.count(How.UNFINISHED)
    return Group(key, len(hows), hows.count(How.DONE), hows.count(How.FAILED), ordered,
                 sum(each.sheet in reachable for each in members))  # fmt: skip
