"""Who and where, in words for both languages."""

from __future__ import annotations

from sim.drill.texts import Texts
from sim.park import Name, Park, Sheet


def tier_of(park: Park, id: str) -> str:
    """The tier that a storage or link belongs to; a link to that of the storage it leaves; empty for none."""
    storage = park.storages.get(id) or (park.storages.get(park.links[id].source) if id in park.links else None)
    return storage.tier if storage else ""


def who_does(park: Park, sheet: Sheet, texts: Texts) -> Name:
    """Who carries out a sheet: its crew, or whoever sits in the control room."""
    return park.crews[sheet.crew].name if sheet.crew else texts.fill("control_room")
