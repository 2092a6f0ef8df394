"""A sizing sheet from its tree."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from sim.hydrology.size_sheet import Bund, Hose, Rain, SizeSheet, Space, TankGroup, Use, Wall
from sim.load.file_sort import FileSort, mistaken
from sim.load.kinds.blocks import Form
from sim.load.node import Block
from sim.load.place import Faults, Place
from sim.load.reading import Reading
from sim.load.size_form import DISPLACED, SIZING
from sim.park import Basis

DAYS_A_YEAR = 366


def build_sheet(tree: Block, path: str, faults: Faults) -> SizeSheet | None:
    """The sheet that a tree writes; None when something is wrong, which is noted."""
    if text := mistaken(tree, FileSort.SIZING):
        faults.add(Place(path), "", text)
        return None
    reading = Reading(faults, {"tank group": dict.fromkeys(tree.within("groups").ids())})
    form = SIZING.read_block(tree, reading.start())
    sheet = _Sheet(form)
    groups, bunds, spaces = sheet.groups(), sheet.bunds(), sheet.spaces()
    rain = sheet.rain()
    if faults.found:
        return None
    numbers = [each for each in reading.provenance if not each.path.startswith("published.")]
    name = form.get("name")
    names = {language: name.in_language(language) for language in ("en", "zh")} if name else {}
    id = form.get("id", PurePath(path).stem)
    return SizeSheet(
        names=names or {"en": id, "zh": id},
        groups=groups,
        rain=rain,
        bunds=bunds,
        spaces=spaces,
        published_m3=dict(form["published"].values) if "published" in form else {},
        numbers=len(numbers),
        assumed=tuple(sorted(each.path for each in numbers if each.basis is Basis.ASSUMED)),
        **form.given(process_water_m3="process_water", drains_m3="drains"),
    )


class _Sheet:
    """The parts of a sheet from its form; what is wrong with them is noted, and left out."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def _each(self, key: str) -> Iterable[tuple[str, Form]]:
        found: dict[str, Form] = self.form.get(key, {})
        return found.items()

    def groups(self) -> tuple[TankGroup, ...]:
        return tuple(_group(id, each) for id, each in self._each("groups") if "largest_tank" in each)

    def bunds(self) -> tuple[Bund, ...]:
        found = (_bund(id, each) for id, each in self._each("bunds") if each.has("group", "area", "height"))
        return tuple(bund for bund in found if bund is not None)

    def spaces(self) -> tuple[Space, ...] | None:
        if "available" not in self.form:
            return None
        return tuple(_space(id, each) for id, each in self._each("available") if each.has("use", "volume"))

    def rain(self) -> Rain:
        form: Form | None = self.form.get("rain")
        flush: Form | None = self.form.get("first_flush")
        given: dict[str, Any] = {}
        if form is not None:
            given = form.given(annual_m="annual", days="days", area_m2="area", runoff="runoff", depth_m="depth",
                               intensity_m_s="intensity", lasts_s="lasts", freeboard_m="freeboard")  # fmt: skip
            around: Form | None = form.get("around")
            if around is not None and around.has("before", "during", "after"):
                given["around_m"] = (around["before"], around["during"], around["after"])
            if form.get("days", 0) > DAYS_A_YEAR:
                form.fault("days", f"a year has {DAYS_A_YEAR} days at most, found {form['days']}")
        if flush is not None:
            given |= flush.given(first_flush_m="depth", dirty_area_m2="area")
        return Rain(**given)


def _group(id: str, form: Form) -> TankGroup:
    hoses = tuple(
        Hose(name, each["flow"], each["lasts"])
        for name, each in form.get("fire_water", {}).items() if each.has("flow", "lasts")
    )  # fmt: skip
    if "fire_water" in form and not form["fire_water"]:
        form.fault("fire_water", "nothing is in here; write a flow and its time, or fire_water_total: 0 m3")
    largest = form["largest_tank"]
    if form.get("all_tanks", largest) < largest:
        form.fault("all_tanks", f"all tanks together hold at least the largest, {largest:,.10g} m3")
    given = form.given(fire_water_m3="fire_water_total", all_tanks_m3="all_tanks", stored_t="stored")
    return TankGroup(id, largest, hoses, transferable_m3=form.get("transferable", {}), **given)


def _bund(id: str, form: Form) -> Bund | None:
    base, others, body, walls = (form.get(key, 0.0) for key in DISPLACED)
    wall = Wall(form["wall"]) if "wall" in form else None
    bund = Bund(id, form["group"], form["area"], form["height"], (base, others, body, walls), wall)
    if bund.net_m3 > 0:
        return bund
    gross = f"{bund.area_m2 * bund.height_m:,.10g} m3"
    blamed = ", ".join(key for key in DISPLACED if key in form)
    text = f"nothing is left of area x height, {gross}, once what stands in it is taken off; look at {blamed}"
    form.spot.fault(form.node, text)
    return None


def _space(id: str, form: Form) -> Space:
    space = Space(id, Use(form["use"]), form["volume"], form.get("holds", 0.0))
    if space.holds_m3 > space.volume_m3:
        form.fault("holds", f"must not be more than the volume, {space.volume_m3:,.10g} m3")
    return space
