"""How each space is used: who does what there with what, how water comes in, and where it goes on to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sim.called import Called
from sim.dossier.names import listed, not_known, some
from sim.park import Basis, Catchment, Link, LinkKind, Park, Provenance, Sheet, Storage

ITS_VOLUME = ("capacity", "shape", "dead", "freeboard", "allowed", "length")
"""Keys of the park file that a storage's volume follows from."""
LIFTED = (LinkKind.PUMP,)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Use:
    """A space with what leads in and out, and the operation sheets there."""

    storage: Storage
    sheets: tuple[Sheet, ...]
    """Of the storage itself, then of what leads in and out of it."""
    into: tuple[Link, ...]
    onward: tuple[Link, ...]
    grounds: tuple[Catchment, ...]
    """Ground whose rain runs into it."""
    numbers: tuple[Provenance, ...]
    """That its volume follows from."""

    @property
    def basis(self) -> Basis | None:
        """How its volume is known: as badly as the worst of its numbers; None when nobody says."""
        order = list(Basis)
        return max((each.basis for each in self.numbers), key=order.index, default=None)

    def who(self, called: Called) -> str:
        """Crews that its sheets send."""
        crews = dict.fromkeys(each.crew for each in self.sheets)
        return listed(called, [called.crew(id) if id else called.says("pack_by_control_room") for id in crews]
                      ) or not_known(called)  # fmt: skip

    def with_what(self, called: Called) -> str:
        """Equipment that its sheets need; what is only turned by hand or motor needs none."""
        if not self.sheets:
            return not_known(called)
        units: dict[str, float] = {}
        for sheet in self.sheets:
            for id, count in sheet.needs.items():
                units[id] = max(units.get(id, 0.0), count)
        said = [called.says("need", what=called.equipment(id), units=f"{count:,.15g}") for id, count in units.items()]
        return listed(called, said) or called.says("pack_nothing_mobile")

    def by_sheets(self, called: Called, ordered: Collection[str]) -> str:
        """The operation sheets by name and id, first those that are `ordered`; of many the first."""
        first = sorted(self.sheets, key=lambda each: each.id not in ordered)
        return some(called, [sheet_name(called, each) for each in first]) or not_known(called)

    def filled(self, called: Called) -> str:
        """By gravity, by pumps, or both; of what nothing on file leads to, that."""
        pumped = any(each.kind in LIFTED for each in self.into)
        falls = bool(self.grounds) or any(each.kind not in LIFTED for each in self.into)
        if not pumped and not falls:
            return called.says("pack_fed_unknown")
        return called.says("pack_fed_both" if pumped and falls else "pack_fed_pumped" if pumped else "pack_fed_gravity")

    def connects(self, called: Called) -> str:
        """Where its water goes on to, over what."""
        said = [called.says("pack_onward", way=called.way(each.id), place=called.place(each.target))
                for each in self.onward]  # fmt: skip
        return some(called, said) or not_known(called)

    def basis_text(self, called: Called) -> str:
        """How its volume is known."""
        return called.says(f"pack_basis_{self.basis}") if self.basis else not_known(called)


def sheet_name(called: Called, sheet: Sheet) -> str:
    """An operation sheet by its name, with the id by which it is found."""
    name = called.job(sheet.id)
    return name if name == sheet.id else called.says("pack_with_id", name=name, id=sheet.id)


def uses(park: Park) -> Mapping[str, Use]:
    """How every space of a park is used, by its id."""
    into, onward = _by(park.links.values(), "target"), _by(park.links.values(), "source")
    grounds, sheets = _by(park.catchments.values(), "drains_to"), _by(park.sheets.values(), "facility")
    numbers = _numbers(park)
    found = {}
    for id, storage in park.storages.items():
        ids = [id, *(each.id for each in (*onward[id], *into[id]))]
        there = tuple(sheet for each in ids for sheet in sheets[each])
        found[id] = Use(storage, there, tuple(into[id]), tuple(onward[id]), tuple(grounds[id]), tuple(numbers[id]))
    return found


def _by(things: Iterable[Thing], field: str) -> defaultdict[str, list[Thing]]:
    """Things by what one of their fields names."""
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for each in things:
        found[getattr(each, field)].append(each)
    return found


def _numbers(park: Park) -> Mapping[str, Sequence[Provenance]]:
    """Numbers that volumes follow from, by the storage."""
    found: defaultdict[str, list[Provenance]] = defaultdict(list)
    for each in park.provenance:
        if each.collection == "storages" and (owner := each.owner(park.storages)):
            key = each.path.removeprefix(f"storages.{owner}.").partition(".")[0]
            if key in ITS_VOLUME:
                found[owner].append(each)
    return found
