"""Sizing sheets from what was read: of a file of their own, or of a plant in its park's file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from sim.errors import InputError
from sim.hydrology.size_sheet import Bund, From, Hose, Rain, SizeSheet, Space, Taken, TankGroup, Use, Wall
from sim.hydrology.storms import L_S_HA, StormFormula
from sim.load.build.plant_known import NOTHING, Known, known_of_plant, room_m3
from sim.load.file_sort import FileSort, mistaken
from sim.load.kinds.blocks import Form
from sim.load.node import Block
from sim.load.place import Faults, Place
from sim.load.reading import Reading
from sim.load.size_form import DISPLACED, SIZING
from sim.load.suggest import hint
from sim.park import Basis, Name, Park, Provenance, Storage

DAYS_A_YEAR = 366


def build_sheet(tree: Block, path: str, faults: Faults) -> SizeSheet | None:
    """The sheet that a tree writes; None when something is wrong, which is noted."""
    if text := mistaken(tree, FileSort.SIZING):
        faults.add(Place(path), "", text)
        return None
    reading = Reading(faults, {})
    form = SIZING.read_block(tree, reading.start())
    id = form.get("id", PurePath(path).stem)
    sheet = _Sheet(form, NOTHING).whole(form.get("name", Name(id)), reading.provenance)
    return None if faults.found else sheet


def build_plant_sheets(forms: Mapping[str, Form], park: Park) -> dict[str, SizeSheet]:
    """The sheets of a park's plants, with what the park knows put in; what is wrong with them is noted."""
    return {
        id: _Sheet(form, known_of_plant(id, park), park).whole(park.plants[id].name, _numbers(id, forms, park))
        for id, form in forms.items() if id in park.plants
    }  # fmt: skip


def _numbers(plant: str, forms: Mapping[str, Form], park: Park) -> list[Provenance]:
    """The numbers that a plant's block writes, by their places in it; ids of plants may have dots."""
    found = [each for each in park.provenance if each.path.startswith(f"sizing.{plant}.")]
    longer = tuple(f"sizing.{id}." for id in forms if id.startswith(f"{plant}."))
    own = (each for each in found if not each.path.startswith(longer))
    return [replace(each, path=each.path.removeprefix(f"sizing.{plant}.")) for each in own]


class _Sheet:
    """The parts of a sheet from its form; what is wrong with them is noted, and left out."""

    def __init__(self, form: Form, known: Known, park: Park | None = None) -> None:
        self.form = form
        self.known = known
        self.park = park

    def whole(self, name: Name, numbers: Iterable[Provenance]) -> SizeSheet:
        """The sheet, its numbers counted; printed figures are no inputs."""
        groups = self.groups()
        rain, taken = self.rain(), self.taken()
        counted = [each for each in numbers if not each.path.startswith("published.")]
        assumed = {each.path for each in counted if each.basis is Basis.ASSUMED}
        return SizeSheet(
            names={language: name.in_language(language) for language in ("en", "zh")},
            groups=groups,
            rain=rain,
            bunds=self.bunds(groups),
            drains_m3=self.form.get("drains", self.known.drains_m3),
            spaces=self.spaces(),
            published_m3=dict(self.form["published"].values) if "published" in self.form else {},
            numbers=len(counted) + len(taken),
            assumed=tuple(sorted(assumed | {each.key for each in taken if each.basis == Basis.ASSUMED})),
            taken=taken,
            **self.form.given(process_water_m3="process_water"),
        )

    def _each(self, key: str) -> Iterable[tuple[str, Form]]:
        found: dict[str, Form] = self.form.get(key, {})
        return found.items()

    def groups(self) -> tuple[TankGroup, ...]:
        return tuple(_group(id, each) for id, each in self._each("groups") if "largest_tank" in each)

    def bunds(self, groups: tuple[TankGroup, ...]) -> tuple[Bund, ...]:
        """The bunds that are written, then those of the plant that are not."""
        written = dict(self._each("bunds"))
        found = [self._written_bund(id, each) for id, each in written.items()]
        found += [self._bund_of(each, self._group(each.id, None)) for id, each in self.known.bunds.items()
                  if id not in written]  # fmt: skip
        return tuple(bund for bund in found if bund is not None and bund.group in {group.id for group in groups})

    def _written_bund(self, id: str, form: Form) -> Bund | None:
        group = self._group(id, form)
        if form.wrong or group is None:
            return None
        if form.has("area", "height"):
            return _bund(id, group, form)
        storage = self.known.bunds.get(id)
        if storage is None:
            if self.known.is_park:
                text = f"area and height missing; {hint(id, self.known.bunds, 'these are known of')}"
                form.spot.fault(form.node, text)
            return None
        found = self._bund_of(storage, group)
        return replace(found, wall=Wall(form["wall"])) if found and "wall" in form else found

    def _group(self, id: str, form: Form | None) -> str | None:
        """The group that a bund lies round; noted when nobody can tell."""
        ids = list(self.form.node.within("groups").ids())
        if form is not None and "group" in form:
            if form["group"] in ids:
                return str(form["group"])
            form.fault("group", f"no tank group is named '{form['group']}'; {hint(form['group'], ids, 'there are')}")
        elif len(ids) == 1:
            return ids[0]
        elif ids and self.known.is_park and (form is None or "group" not in form.wrong):
            text = f"which tank group '{id}' lies round is not said; write bunds: {{{id}: {{group: {ids[0]}}}}}"
            self.form.fault("bunds", text)
        return None

    def _bund_of(self, storage: Storage, group: str | None) -> Bund | None:
        """A bund from its storage, which is net of tanks and walls; its mean area where it widens upwards."""
        if group is None:
            return None
        if storage.shape is None:
            text = f"'{storage.id}' has no shape; give it one, or write area and height of it here"
            self.form.fault("bunds", text)
            return None
        gross_m3 = storage.capacity_m3 - storage.freeboard_m3
        height_m = storage.shape.depth_m(gross_m3)
        return Bund(storage.id, group, gross_m3 / height_m, height_m, (0.0, 0.0, 0.0, storage.dead_m3),
                    surveyed_m3=room_m3(storage))  # fmt: skip

    def spaces(self) -> tuple[Space, ...] | None:
        """The spaces that are written, then the plant's pools that are not; None when nobody said."""
        written = dict(self._each("available"))
        if "available" not in self.form and not self.known.is_park:
            return None
        found = [self._written_space(id, each) for id, each in written.items()]
        found += [each for id, each in self.known.spaces.items() if id not in written]
        return tuple(space for space in found if space is not None)

    def _written_space(self, id: str, form: Form) -> Space | None:
        if form.wrong:
            return None
        known = self.known.spaces.get(id)
        if known is not None:
            parts = form.given(volume_m3="volume", holds_m3="holds")
            return _checked(replace(known, use=Use(form.get("use", known.use)), **parts), form)
        if form.has("use", "volume"):
            return _checked(Space(id, Use(form["use"]), form["volume"], form.get("holds", 0.0)), form)
        if self.known.is_park:
            missing = " and ".join(key for key in ("use", "volume") if key not in form)
            form.spot.fault(form.node, f"{missing} missing; {hint(id, self.known.spaces, 'this is known of')}")
        return None

    def rain(self) -> Rain:
        form: Form | None = self.form.get("rain")
        flush: Form | None = self.form.get("first_flush")
        given: dict[str, Any] = {}
        if form is not None:
            given = self._fallen(form) | self._drained(form)
        if flush is not None:
            given |= flush.given(first_flush_m="depth", dirty_area_m2="area")
        return Rain(**given)

    def _fallen(self, form: Form) -> dict[str, Any]:
        """How much it rains."""
        given = form.given(annual_m="annual", days="days", depth_m="depth", intensity_m_s="intensity", lasts_s="lasts",
                           freeboard_m="freeboard")  # fmt: skip
        around: Form | None = form.get("around")
        if around is not None and around.has("before", "during", "after"):
            given["around_m"] = (around["before"], around["during"], around["after"])
        if form.get("days", 0) > DAYS_A_YEAR:
            form.fault("days", f"a year has {DAYS_A_YEAR} days at most, found {form['days']}")
        if (intensity_m_s := self._intensity_m_s(form)) is not None:
            given["intensity_m_s"] = intensity_m_s
        if self.known.is_park and "lasts" in form and not form.node.entries.keys() & {"formula", "intensity"}:
            form.fault("lasts", "goes with intensity or formula; leave it out")
        return given

    def _intensity_m_s(self, form: Form) -> float | None:
        """What a storm formula of the park says; None when none is asked, or something is wrong."""
        found = self.park.storm_formulas.get(form.get("formula", "")) if self.park else None
        if found is None or not form.has("period", "lasts"):
            return None
        try:
            return StormFormula(found.a, found.c, found.b, found.n).intensity_m_s(form["lasts"], form["period"])
        except InputError as error:
            form.fault("period", str(error))
            return None

    def _drained(self, form: Form) -> dict[str, Any]:
        """The ground that it falls on: as it is written, else as the park knows it."""
        given = form.given(area_m2="area", runoff="runoff")
        ground = self.known.ground
        if ground is not None:
            return {"area_m2": ground.area_m2, "runoff": ground.runoff} | given
        needed = form.node.entries.keys() & {"annual", "depth", "intensity", "formula"}
        if self.known.is_park and needed and "area" not in form.node.entries:
            text = "no catchment of the park drains to a storage of this plant; write area: and runoff:"
            form.spot.fault(form.node, text)
        return given

    def taken(self) -> tuple[Taken, ...]:
        """What of all that the park knows this sheet relies on."""
        rain: Form | None = self.form.get("rain")
        written = {
            *(f"bunds.{id}" for id, each in self._each("bunds") if "area" in each),
            *(f"available.{id}.{key}" for id, each in self._each("available") for key in each.values),
            *(f"rain.{key}" for key in (rain.values if rain else ())),
            *(("drains",) if "drains" in self.form else ()),
        }
        unused = {"rain.area", "rain.runoff"} if rain is None else set()
        found = (each for each in self.known.taken if each.key not in written | unused)
        return (*found, *(self._storm_taken(rain) if rain else ()))

    def _storm_taken(self, rain: Form) -> Iterator[Taken]:
        """The intensity that a formula of the park gave."""
        intensity_m_s = self._intensity_m_s(rain)
        if intensity_m_s is not None and self.park is not None:
            id = rain["formula"]
            basis = [each.basis for each in self.park.provenance if each.path.startswith(f"storm_formulas.{id}.")]
            worst = max(basis, key=list(Basis).index, default=Basis.ASSUMED)
            yield Taken("rain.intensity", intensity_m_s / L_S_HA, "L/(s ha)", From.FORMULA, (id,), worst)


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


def _bund(id: str, group: str, form: Form) -> Bund | None:
    base, others, body, walls = (form.get(key, 0.0) for key in DISPLACED)
    wall = Wall(form["wall"]) if "wall" in form else None
    bund = Bund(id, group, form["area"], form["height"], (base, others, body, walls), wall)
    if bund.net_m3 > 0:
        return bund
    gross = f"{bund.area_m2 * bund.height_m:,.10g} m3"
    blamed = ", ".join(key for key in DISPLACED if key in form)
    text = f"nothing is left of area x height, {gross}, once what stands in it is taken off; look at {blamed}"
    form.spot.fault(form.node, text)
    return None


def _checked(space: Space, form: Form) -> Space:
    """The space itself, once it can hold what stands in it."""
    if space.holds_m3 > space.volume_m3:
        form.fault("holds", f"must not be more than the volume, {space.volume_m3:,.10g} m3")
    return space
