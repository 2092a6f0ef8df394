"""What a sheet asks for in its park: found out once, since a run orders it again and again."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park import AnyPlace, Crew, Equipment, Operation, Park, Sheet
from sim.park.kept import kept
from sim.park.spill import raised
from sim.scenario import Ending, SheetEnds

SEALING = (Operation.SEAL, Operation.UNSEAL)
"""Operations on a plug or dam, which stays whatever is done to the link itself."""


@dataclass(frozen=True, slots=True)
class Task:
    """A sheet, and what it means in its park."""

    sheet: Sheet
    links: tuple[str, ...]
    """What it moves: its link, or of a storage what runs over its crest and its wall; nothing when it is a check."""
    seals: bool
    """Whether it is about a plug or dam on its link."""
    sets_to: float
    """The opening that its links have afterwards [-]."""
    goal: AnyPlace | None
    """Where its facility lies; None where the park does not say."""
    work_s: float
    """The work, with that of setting equipment up [s]."""
    outside: tuple[str, ...]
    """The crew and the equipment, in this order, that have to be called from outside."""
    area: str
    """The power area without which it cannot be done; empty when it needs none."""
    serves: str
    """Where its equipment stays; empty when it comes back at once."""
    lot: str
    """What decides by lot whether it works."""
    done: SheetEnds
    failed: SheetEnds


@kept
def tasks(park: Park) -> dict[str, Task]:
    """The tasks of a park that have been asked for, by sheet."""
    return {}


def task_of(park: Park, sheet: Sheet) -> Task:
    """What a sheet means in a park."""
    checks, seals = sheet.operation is Operation.CHECK, sheet.operation in SEALING
    storage, link = park.storages.get(sheet.facility), park.links.get(sheet.facility)
    there = storage or link
    equipment = {id: park.equipment[id] for id in sheet.needs}
    sent: dict[str, Crew | Equipment] = {sheet.crew: park.crews[sheet.crew]} if sheet.crew else {}
    return Task(
        sheet,
        links=() if checks else tuple(raised(park, storage.id)) if storage else (sheet.facility,),
        seals=seals,
        sets_to=sheet.sets_to,
        goal=there.place if there else None,
        work_s=sheet.work_s + sum(units * equipment[id].takes_s for id, units in sheet.needs.items()),
        outside=tuple(id for id, each in {**sent, **equipment}.items() if each.arrives_s > 0),
        area=link.power if sheet.power and link else "",
        serves="" if checks else f"seal of {sheet.facility}" if seals else sheet.facility,
        lot=f"sheet {sheet.id}",
        done=SheetEnds(sheet.id, Ending.DONE),
        failed=SheetEnds(sheet.id, Ending.FAILED),
    )
