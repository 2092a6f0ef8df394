"""Duties: what is done at one facility in a drill, what stands by for it, and how it is put back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sim.park import Link, LinkKind, Operation, Park, Sheet
from sim.scenario import EquipmentMissing, PowerLoss, Refuses


class Family(StrEnum):
    """Sheets of one facility that have to do with each other."""

    LOOK = "look"
    CREST = "crest"
    WAY = "way"


FAMILIES = {Operation.CHECK: Family.LOOK, Operation.RAISE: Family.CREST, Operation.LOWER: Family.CREST}
SEALING = (Operation.SEAL, Operation.UNSEAL)
Hindrance = PowerLoss | Refuses | EquipmentMissing
"""What a drill lets fail so that something else has to do."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What is done at one facility: the first answer, then what stands by for it; and what puts each back."""

    facility: str
    family: Family
    answers: tuple[str, ...]
    undos: tuple[str, ...] = ()

    @property
    def sheets(self) -> tuple[str, ...]:
        """All of it."""
        return (*self.answers, *self.undos)


def duties(park: Park, sheets: Iterable[str]) -> list[Duty]:
    """Sheets sorted into duties, in the order in which their facilities first come.

    What changes how a facility stands at the start is an answer, what changes it back puts back. Of
    answers those that need power come first, plugs and dams last, the quick before the slow. A mobile
    pump beside a powered one with the same ends stands by for it.
    """
    found: dict[tuple[str, Family], list[Sheet]] = {}
    for sheet in (park.sheets[id] for id in sheets):
        found.setdefault((_stands_by(park, sheet), FAMILIES.get(sheet.operation, Family.WAY)), []).append(sheet)
    return [_duty(park, *key, group) for key, group in found.items()]


def _stands_by(park: Park, sheet: Sheet) -> str:
    """The facility whose duty a sheet belongs to: its own, or the fixed pump that a mobile one stands by for."""
    mobile = park.links.get(sheet.facility)
    if mobile is None or mobile.power or mobile.kind is not LinkKind.PUMP or mobile.opening > 0:
        return sheet.facility
    ends = mobile.source, mobile.target
    pumps = (link for link in park.links.values() if link.kind is LinkKind.PUMP and link.power)
    return next((pump.id for pump in pumps if (pump.source, pump.target) == ends), sheet.facility)


def _duty(park: Park, facility: str, family: Family, group: Sequence[Sheet]) -> Duty:
    in_turn = sorted(group, key=_turn)
    back = [sheet for sheet in in_turn if _puts_back(park, sheet)]
    answers = [sheet for sheet in in_turn if sheet not in back] or back
    return Duty(facility, family, _ids(answers), _ids(sheet for sheet in back if sheet not in answers))


def _ids(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    return tuple(sheet.id for sheet in sheets)


def _turn(sheet: Sheet) -> tuple[bool, bool, float, str]:
    return not sheet.power, sheet.operation in SEALING, (sheet.travel_s or 0.0) + sheet.work_s, sheet.id


def _puts_back(park: Park, sheet: Sheet) -> bool:
    """Whether a sheet brings its facility back to how it stands at the start; of one part-open, whether it opens it."""
    if sheet.operation in (Operation.UNSEAL, Operation.LOWER):
        return True
    if FAMILIES.get(sheet.operation) or sheet.operation in (Operation.SEAL, Operation.PLACE):
        return False
    link = park.links[sheet.facility]
    start = link.opening if link.start_m3 is None or link.switching.runs else 0.0
    return sheet.sets_to == start or (0 < start < 1 and sheet.sets_to == 1)


def undo_of(park: Park, duty: Duty, answer: str) -> tuple[str, ...]:
    """The sheets that take back an answer: of a plug or dam what takes it away."""
    sheet = park.sheets[answer]
    fit = [each for each in duty.undos if park.sheets[each].facility == sheet.facility]
    sealing = sheet.operation in SEALING
    return tuple(each for each in fit if (park.sheets[each].operation in SEALING) == sealing)


def hindrances(park: Park, first: Sheet, spare: Sheet | None = None) -> Iterator[Hindrance]:
    """What would make a sheet fail and leave its spare able, the likeliest first.

    A plug or dam does not mind a gate that does not follow; what needs no power does not mind
    the dark, but for pumps, which stand still in it.
    """
    link = park.links.get(first.facility)
    same = spare is not None and spare.facility == first.facility
    if link is not None and first.power and link.power and not (spare and spare.power) and not (same and _pumps(link)):
        yield PowerLoss(link.power)
    if link is not None and first.operation not in SEALING and not (same and spare and _turns(spare)):
        yield Refuses(link.id)
    yield from (EquipmentMissing(id) for id in first.needs if spare is None or id not in spare.needs)


def _pumps(link: Link) -> bool:
    return link.kind is LinkKind.PUMP


def _turns(sheet: Sheet) -> bool:
    return sheet.operation not in SEALING and sheet.operation is not Operation.CHECK


def failing_id(failure: Hindrance) -> str:
    """The id of what fails."""
    match failure:
        case PowerLoss(area=id) | Refuses(link=id) | EquipmentMissing(equipment=id):
            return id
