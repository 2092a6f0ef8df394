"""The list of emergency spaces, in the columns of the parks' own lists, and how each space is used."""

from __future__ import annotations

from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.names import as_printed, kind, listed, not_known, on_earth, owner
from sim.dossier.use import Use
from sim.park import PLANTS_OWN, LocalPlace, Storage
from sim.record.column import Sort, placed
from sim.record.table import Cell, Table
from sim.units import volume_text
from sim.words import WORDS

COLUMNS = placed(
    ("pack_col_no", Sort.COUNT, 5), ("pack_col_space", 26), ("pack_col_owner", 18), ("pack_col_kind", 12),
    ("pack_col_level", 14), ("pack_col_function", 16), ("pack_col_longitude", Sort.AMOUNT, 11),
    ("pack_col_latitude", Sort.AMOUNT, 11), ("pack_col_extent", 9), ("pack_col_usable", Sort.VOLUME, 12),
    ("pack_col_remark", 20), ("pack_col_id", 16), ("pack_col_label", 12), ("pack_col_gross", Sort.VOLUME, 11),
    ("pack_col_less", 24), ("pack_col_who", 22), ("pack_col_with", 20), ("pack_col_sheets", 34), ("pack_col_fed", 16),
    ("pack_col_connects", 34), ("pack_col_basis", 10), ("pack_col_source", 28),
)  # fmt: skip
"""First those that the parks' lists have, then how each space is used and how its volume is known."""


def spaces_table(dossier: Dossier, language: str) -> Table:
    """A row for every space, from the first tier out; volumes in m3, longitude and latitude in degrees."""
    called = dossier.called(language)
    park = dossier.park
    storages = sorted(park.storages.values(), key=lambda each: (park.tier_rank(each.tier), each.id))
    rows = [as_printed(_row(dossier, called, number, dossier.uses[each.id]), language)
            for number, each in enumerate(storages, start=1)]  # fmt: skip
    return COLUMNS.table(rows, called.says)


def _row(dossier: Dossier, called: Called, number: int, use: Use) -> list[Cell]:
    storage, unknown = use.storage, not_known(called)
    place = on_earth(called.park, storage.place)
    east: list[Cell] = [place.longitude, place.latitude] if place else [unknown, unknown]
    return [
        number, called.place(storage.id), owner(called, storage), kind(called, storage), called.tier(storage.tier),
        function(called, storage), *east, unknown, usable_m3(storage), remark(called, storage), storage.id,
        storage.label, float(storage.capacity_m3), less(called, storage), use.who(called), use.with_what(called),
        use.by_sheets(called, dossier.ordered), use.filled(called), use.connects(called), use.basis_text(called),
        _source(called, use),
    ]  # fmt: skip


def usable_m3(storage: Storage) -> float:
    """Room for an accident that may be counted: none in what is no emergency space [m3]."""
    return float(storage.usable_m3) if storage.counts else 0.0


def less(called: Called, storage: Storage) -> str:
    """Why less is usable than it holds."""
    taken = {"dead": storage.dead_m3, "freeboard": storage.freeboard_m3, "occupied": storage.initial_m3}
    said = [called.says(f"pack_less_{key}", volume=volume_text(volume)) for key, volume in taken.items() if volume > 0]
    if not storage.counts:
        said.append(called.says("pack_less_uncounted"))
    return called.says("semicolon").join(said) or called.says("pack_less_nothing")


def function(called: Called, storage: Storage) -> str:
    """What it is for: as the inventory says, or else by its kind."""
    if told := storage.listed.get("function"):
        return told
    key = f"pack_function_{storage.kind}"
    return called.says(key if key in WORDS else "pack_function_unknown")


def remark(called: Called, storage: Storage) -> str:
    """What a reader of the list must know besides; empty for nothing."""
    said = []
    if not storage.counts:
        key = "pack_remark_plants_own" if storage.kind in PLANTS_OWN else "pack_remark_uncounted"
        said.append(called.says(key))
    if storage.counts_against_rule:
        said.append(called.says("pack_remark_against_rule"))
    if isinstance(storage.place, LocalPlace):
        said.append(called.says("pack_remark_local", x=f"{storage.place.x_m:g}", y=f"{storage.place.y_m:g}"))
    said += filter(None, (storage.listed.get("river"), storage.listed.get("note")))
    return called.says("semicolon").join(said)


def _source(called: Called, use: Use) -> str:
    """Where its volume was found."""
    return listed(called, filter(None, (each.source for each in use.numbers))) or not_known(called)
