"""How lists of emergency spaces were read: what was found, then row by row what was guessed or left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sim.exchange.inventory import Became, Changes, Inventory, Row, Space, Told
from sim.exchange.inventory.row import Telling
from sim.park import SiteKind, StorageKind, Tier
from sim.units import volume_text
from sim.words import text

INDENT = "    "
KINDS = {*StorageKind, *SiteKind}


def inventory_lines(found: Inventory, tiers: Sequence[Tier], made: bool, language: str) -> Iterator[str]:
    """Everything there is to say; `made` when the tiers were made for the list."""
    yield from _summary(found, tiers, made, language)
    for note in found.notes:
        yield note.in_language(language)
    for sheet in found.left:
        yield text("inventory_left", language, sheet=sheet)
    named = {each.id: each.name.in_language(language) for each in tiers}
    for heading in found.headings:
        line = text("inventory_heading", language, file=heading.file, line=heading.line)
        if heading.title:
            line += text("inventory_title", language, title=heading.title)
        if heading.unread:
            line += text("inventory_unread", language, columns=text("comma", language).join(heading.unread))
        yield ""
        yield line
        for row in found.rows:
            if row.place.file == heading.file:
                yield from _row(row, named, language)


def _summary(found: Inventory, tiers: Sequence[Tier], made: bool, language: str) -> Iterator[str]:
    counts = Counter(row.became for row in found.rows)
    sheets = len(found.headings)
    yield text("inventory_summary", language, rows=len(found.rows), storages=counts[Became.STORAGE],
               sheets=text("inventory_sheet" if sheets == 1 else "inventory_sheets", language, count=sheets),
               sites=counts[Became.SITE], totals=counts[Became.TOTAL], remarks=counts[Became.REMARK],
               twice=counts[Became.TWICE])  # fmt: skip
    counted = found.counted_m3()
    others = sum(each.capacity_m3 or 0.0 for each in found.spaces) - counted
    yield text("inventory_counted" if others else "inventory_counted_all", language, counted=volume_text(counted),
               not_counted=volume_text(others))  # fmt: skip
    for tier in tiers:
        own = [each for each in found.spaces if each.tier == tier.id]
        held = [each for each in own if each.capacity_m3 is not None]
        yield text("inventory_tier", language, tier=tier.name.in_language(language), id=tier.id, storages=len(held),
                   counted=volume_text(found.counted_m3(tier.id)), sites=len(own) - len(held))  # fmt: skip
    tellings = Counter(told.telling for row in found.rows for told in row.told)
    yield text("inventory_to_check", language, guessed=tellings[Telling.GUESSED], open=tellings[Telling.OPEN])
    yield text("inventory_overflow", language)
    if made:
        names = text("comma", language).join(each.name.in_language(language) for each in tiers)
        yield text("inventory_tiers_made", language, tiers=names)


def _row(row: Row, tiers: dict[str, str], language: str) -> Iterator[str]:
    space = row.space
    values: dict[str, Any] = {"row": row.place.line, "name": row.text}
    if space is not None:
        volume = volume_text(space.capacity_m3 or 0.0)
        values |= {"name": space.called, "id": space.id, "kind": _kind(space.kind, language),
                   "tier": tiers.get(space.tier, space.tier), "volume": volume}  # fmt: skip
    yield text(f"inventory_row_{row.became}", language, **values)
    for told in row.told:
        telling = text(f"inventory_telling_{told.telling}", language)
        what = told_text(told, tiers, language)
        yield INDENT + text("inventory_told", language, telling=telling, what=what)


def told_text(told: Told, tiers: dict[str, str], language: str) -> str:
    """What is told of a row."""
    values = {key: _said(key, value, tiers, language) for key, value in told.values.items()}
    return text(f"inventory_{told.key}", language, **values)


def _said(key: str, value: object, tiers: dict[str, str], language: str) -> object:
    """A value as people read it, by its key."""
    if key in ("m3", "written_m3", "sum_m3", "off_m3") and isinstance(value, float):
        return volume_text(value)
    if key in ("kind", "near"):
        return _kind(str(value), language)
    if key == "tier":
        return tiers.get(str(value), value)
    if key == "what":
        return text(f"inventory_what_{value}", language)
    if key == "keys" and isinstance(value, tuple):
        return text("comma", language).join(text(f"inventory_what_{each}", language) for each in value)
    return _kind(str(value), language) if key == "text" and value in KINDS else value


def _kind(kind: str, language: str) -> str:
    return text(f"kind_{kind}", language) if kind in KINDS else kind


def change_lines(found: Changes, folder: Path, language: str) -> Iterator[str]:
    """What differs from the park that is there, field by field."""
    counts = Counter(each.what for each in found.found)
    yield text("inventory_changes" if found.alters else "inventory_no_changes", language, folder=folder,
               added=counts["added"], gone=counts["gone"], changed=counts["changed"] + counts["moved"])  # fmt: skip
    nothing = text("inventory_nothing_was", language)
    for change in found.found:
        yield text(f"inventory_change_{change.what}", language, id=change.id, name=change.name)
        for key, old, new in change.fields:
            line = "inventory_field_kept" if change.what == "kept" else "inventory_field"
            yield INDENT + text(line, language, field=key, was=old or nothing, now=new)


def as_data(found: Inventory, tiers: Sequence[Tier], changed: Changes | None, language: str) -> dict[str, Any]:
    """The same for a program."""
    named = {each.id: each.name.in_language(language) for each in tiers}
    return {
        "rows": [_row_data(row, named, language) for row in found.rows],
        "sheets": [
            {"file": each.file, "head_row": each.line, "title": each.title, "columns_not_read": list(each.unread)}
            for each in found.headings
        ],
        "sheets_not_read": list(found.left),
        "notes": [each.in_language(language) for each in found.notes],
        "counted_m3": found.counted_m3(),
        "counted_m3_by_tier": {each.id: found.counted_m3(each.id) for each in tiers},
        "changes": None if changed is None else [
            {"id": each.id, "name": each.name, "what": each.what,
             "fields": [{"field": key, "was": old, "is": new} for key, old, new in each.fields]}
            for each in changed.found
        ],
    }  # fmt: skip


def _row_data(row: Row, tiers: dict[str, str], language: str) -> dict[str, Any]:
    told = [{"sort": str(each.telling), "key": each.key, "text": told_text(each, tiers, language)} for each in row.told]
    return {"file": row.place.file, "row": row.place.line, "became": str(row.became), "text": row.text,
            **_space_data(row.space), "told": told}  # fmt: skip


def _space_data(space: Space | None) -> dict[str, Any]:
    if space is None:
        return {}
    return {"id": space.id, "name": space.called, "kind": space.kind, "tier": space.tier,
            "capacity_m3": space.capacity_m3, "counts": space.counts, "assumed": list(space.assumed)}  # fmt: skip
