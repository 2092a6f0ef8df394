"""Who and where, in words for both languages."""

from __future__ import annotations

from sim.drill.texts import Texts
from sim.park import Link, LinkKind, Name, Park, Sheet
from sim.park.spill import ends_of, is_unwritten


def thing_name(park: Park, id: str) -> Name:
    """What people call a storage, link or receiver, the crest of a storage, or the way over its wall onto the ground.

    >>> from sim.park import Storage
    >>> park = Park.of([Storage("bund", Name("Bund", "围堰"), "plant", "bund", 100)])
    >>> thing_name(park, "bund>ground").en
    'the wall of Bund'
    """
    if is_unwritten(id):
        source, _ = ends_of(park, id)
        wall = thing_name(park, source)
        return Name(f"the wall of {wall.in_language('en')}", f"{wall.in_language('zh')}（漫顶）")
    thing = park.storages.get(id) or park.links.get(id) or park.receivers.get(id)
    if isinstance(thing, Link) and thing.kind is LinkKind.SPILLWAY and str(thing.name) in ("", id):
        crest = thing_name(park, thing.source)
        return Name(f"the crest of {crest.in_language('en')}", f"{crest.in_language('zh')}溢流口")
    return thing.name if thing is not None and str(thing.name) else Name(id, id)


def tier_of(park: Park, id: str) -> str:
    """The tier that a storage or link belongs to; a link to that of the storage it leaves; empty for none."""
    storage = park.storages.get(id) or (park.storages.get(park.links[id].source) if id in park.links else None)
    return storage.tier if storage else ""


def who_does(park: Park, sheet: Sheet, texts: Texts) -> Name:
    """Who carries out a sheet: its crew, or whoever sits in the control room."""
    return park.crews[sheet.crew].name if sheet.crew else texts.fill("control_room")
