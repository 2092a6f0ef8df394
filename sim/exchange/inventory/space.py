"""A line of an inventory to a space: a storage that holds water, or a site that does not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from sim.errors import InputError
from sim.exchange.inventory.cells import Volume, volume
from sim.exchange.inventory.heads import STANDING, Columns
from sim.exchange.inventory.kinds import Meant, holder, meant_by, usual_tier
from sim.exchange.inventory.line import Line
from sim.exchange.inventory.place import degrees_of
from sim.exchange.inventory.row import Became, Row, Space, Told
from sim.exchange.inventory.tiers import TierWords
from sim.load.park_form import LISTED
from sim.load.place import Faults
from sim.load.suggest import hint
from sim.load.table_form import is_bare
from sim.message import Message
from sim.park import PLANTS_OWN, Name, SiteKind, StorageKind
from sim.park.names import in_chinese
from sim.units import UnitError

_IN_USE = re.compile("日常|占用|兼用|平时|in use|daily", re.IGNORECASE)
"""Of a note that says that a space is not always empty."""
_NOT_THERE = re.compile(
    "待建|在建|拟建|未建|规划中|停用|废弃|报废|planned|under construction|not built|out of use", re.IGNORECASE,
)  # fmt: skip
"""Of a name or note that says that a space is not there yet, or not any more."""


@dataclass(slots=True)
class _Found:
    """What is told of a line, and which keys of its space are assumed."""

    told: list[Told] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the lines of one sheet."""

    tiers: TierWords
    columns: Columns
    default_tier: str | None
    labels_run: bool
    """Whether its reference numbers only count the rows."""
    faults: Faults

    def row(self, line: Line) -> Row | None:
        """The storage or site that a line names; None when something is wrong, which is noted."""
        name = _name(line)
        if name is None:
            cells = list(line.cells.values())
            self.faults.add(cells[0].place if cells else line.place, "",
                            Message("the name of this space is missing; write what people call it"))  # fmt: skip
            return None
        before = len(self.faults.found)
        found = _Found(list(line.told))
        held = self._volume(line, found)
        kind = self._kind(line, name, held, found)
        tier = self._tier(line, kind, found)
        degrees = degrees_of(line.cell("longitude"), line.cell("latitude"), self.faults)
        if len(self.faults.found) > before:
            return None
        if degrees is None and (text := line.text("longitude") or line.text("latitude")):
            found.told.append(Told("guessed_no_place", {"text": text}))
        _tell_of_use(line, kind, held, found)
        if held is not None:
            found.assumed.append("overflows_to")
        volume_m3, is_about = (held.m3, held.is_about) if held else (None, False)
        space = Space(name, kind, tier, volume_m3, is_about, _source(line, self.columns.unit), degrees,
                      self._listed(line), tuple(found.assumed))  # fmt: skip
        return Row(line.place, Became.SITE if held is None else Became.STORAGE, space, tuple(found.told))

    def total_m3(self, line: Line) -> float | None:
        """The volume that a row of totals says, below its head or, as such rows are merged at will, with its unit
        elsewhere [m3]; None for none."""
        texts = [line.text("capacity"), *(cell.text for cell in line.cells.values() if not is_bare(cell.text))]
        for text in filter(None, texts):
            try:
                return volume(text, self.columns.unit).m3
            except (InputError, UnitError):
                continue
        return None

    def _volume(self, line: Line, found: _Found) -> Volume | None:
        """The volume that a line says, with what had to be made of it; what is wrong is noted."""
        text = line.text("capacity")
        if not text.strip("0."):
            return None
        try:
            held = volume(text, self.columns.unit)
        except (InputError, UnitError) as error:
            self.faults.add(line.cell("capacity").place, "", error.message)
            return None
        if held.is_about:
            found.told.append(Told("guessed_about", {"text": text, "m3": held.m3}))
            found.assumed.append("capacity")
        if held.pieces > 1:
            found.told.append(Told("read_several", {"count": held.pieces, "text": text, "m3": held.m3}))
        if held.unit_is_guessed:
            found.told.append(Told("guessed_unit", {"text": text, "m3": held.m3}))
        if held.has_thousands:
            found.told.append(Told("guessed_thousands", {"text": text, "m3": held.m3}))
        if self.columns.volume_head == STANDING:
            found.told.append(Told("open_standing", {"head": STANDING}))
        count = line.text("count").rstrip("座个只处")
        if held.pieces == 1 and count.isdecimal() and int(count) > 1:
            found.told.append(Told("open_count", {"count": count, "m3": held.m3}))
        return held

    def _kind(self, line: Line, name: Name, held: Volume | None, found: _Found) -> str:
        """The kind of a line's space."""
        word = line.text("kind")
        if not word:
            found.told.append(Told("open_kind"))
            found.assumed.append("kind")
            return StorageKind.BASIN.value if held else SiteKind.OTHER.value
        meant = meant_by(word)
        if _is_filled(line, "kind"):
            found.assumed.append("kind")
        _tell_of_word(word, meant, found)
        if not meant.is_site:
            if held is None:
                found.told.append(Told("open_volume", {"kind": meant.kind}))
            return meant.kind
        if held is None:
            return meant.kind
        kind = holder(meant.kind, f"{word}{name.zh}")
        key = "guessed_other" if meant.kind == SiteKind.OTHER else "guessed_holder"
        found.told.append(Told(key, {"text": word, "kind": kind}))
        if "kind" not in found.assumed:
            found.assumed.append("kind")
        return kind

    def _tier(self, line: Line, kind: str, found: _Found) -> str:
        """The tier of a line's space; the first where it is wrong, which is noted."""
        word = line.text("tier")
        if _is_filled(line, "tier"):
            found.assumed.append("tier")
        if word:
            meant = self.tiers.meant(word)
            if meant is None:
                names = [each.name.zh or each.name.en for each in self.tiers.tiers.values()]
                text = Message("'{text}' is no line of defence; {hint}", text=word, hint=hint(word, names))
                self.faults.add(line.cell("tier").place, "", text)
            return meant or next(iter(self.tiers.tiers))
        found.assumed.append("tier")
        tier = self.default_tier or self.tiers.numbered(usual_tier(kind))
        key = "guessed_tier_given" if self.default_tier else "guessed_tier"
        found.told.append(Told(key, {"tier": tier, "kind": kind}))
        return tier

    def _listed(self, line: Line) -> dict[str, str]:
        """What else the list says of it."""
        return {key: line.text(key) for key in LISTED if line.text(key) and not (key == "label" and self.labels_run)}


def _is_filled(line: Line, key: str) -> bool:
    """Whether the list leaves it blank, and it was guessed from the row above or from the name."""
    return any(each.key.startswith("guessed_") and each.values["what"] == key for each in line.told)


def _name(line: Line) -> Name | None:
    """What people call it; None when the line does not say."""
    chinese, english, any_of = (line.text(key) for key in ("name.zh", "name.en", "name"))
    if any_of and in_chinese(any_of):
        chinese = chinese or any_of
    else:
        english = english or any_of
    if chinese and not in_chinese(chinese) and not english:
        chinese, english = "", chinese
    return Name(en=english, zh=chinese) if chinese or english else None


def _source(line: Line, unit: str) -> str:
    """The row that a space comes from, and its volume as it is written there."""
    text = line.text("capacity")
    written = f": {text} {unit}".rstrip() if is_bare(text) else f": {text}" if text else ""
    return f"{PurePath(line.place.file).name}:{line.place.line}{written}"


def _tell_of_word(word: str, meant: Meant, found: _Found) -> None:
    """What there is to say of a word for a kind."""
    if meant.is_own:
        key = "open_near_kind" if meant.nearest else "open_own_kind"
        found.told.append(Told(key, {"text": word, "near": meant.nearest}))
    elif not meant.is_exact:
        found.told.append(Told("guessed_kind", {"text": word, "kind": meant.kind}))


def _tell_of_use(line: Line, kind: str, held: Volume | None, found: _Found) -> None:
    """What there is to say of space that does not count, or is not always empty."""
    if held is None:
        return
    for text in filter(_NOT_THERE.search, (line.text("name.zh"), line.text("name"), line.text("note"))):
        found.told.append(Told("open_not_there", {"note": text}))
    if kind in PLANTS_OWN:
        found.told.append(Told("read_not_counted", {"kind": kind}))
    elif _IN_USE.search(line.text("note")):
        found.told.append(Told("open_in_use", {"note": line.text("note")}))
    elif kind == StorageKind.FIRST_FLUSH_POOL:
        found.told.append(Told("open_first_flush"))
