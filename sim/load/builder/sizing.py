"""Sizing sheets from what was read: of a file of their own, or of a plant in its park's file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import fsum
from pathlib import PurePath
from typing import Any

from sim.hydrology.printed import OF_BUND, OF_GROUP, WHERE
from sim.hydrology.size_sheet import (
    D9,
    D9A,
    Bund,
    Figure,
    Hose,
    Risk,
    SizeSheet,
    Space,
    Taken,
    TankGroup,
    Unlike,
    Use,
    Written,
)
from sim.hydrology.sizing import Standard
from sim.hydrology.standard_names import NAMES, named
from sim.load.builder.plant_known import NOTHING, Known, known_of_plant
from sim.load.builder.size_bund import build_bunds
from sim.load.builder.size_rain import build_rain, storm_taken
from sim.load.builder.size_tanks import build_tanks
from sim.load.file_sort import FileSort, mistaken
from sim.load.kinds.blocks import Form
from sim.load.node import Block
from sim.load.place import Faults, Place
from sim.load.reading import Reading
from sim.load.size_form import SIZING
from sim.load.suggest import hint
from sim.message import Listed, Message
from sim.park import Basis, Name, Park, Provenance
from sim.units import parse, us_unit
from sim.words import LANGUAGES

OF_POOLS = ("volume", "annual", "greatest_day", "days", "depth", "intensity", "formula", "runoff")
"""Keys of the rain that only pools are sized by."""
FOUGHT = {Standard.FAMILY_A, Standard.FAMILY_B, Standard.CIRIA}
"""Standards that want the fire water."""
TOGETHER = {
    "all_tanks": "all tanks together hold at least the largest, {largest} m3",
    "all_containers": "all containers together hold at least the largest, {largest} m3",
}
"""What is wrong where all of a group are less than the largest, by key."""
FIGURES = [key for key, (standard, _) in WHERE.items() if standard in FOUGHT]
"""Printed figures that only they give."""


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
    if not forms:
        return {}
    bases = {each.path: each.basis for each in park.provenance}
    written = [each for each in park.provenance if each.path.startswith("sizing.")]
    known = {id: known_of_plant(id, park, bases) for id in forms if id in park.plants}
    return {
        id: _Sheet(forms[id], each, park).whole(park.plants[id].name, _numbers(id, forms, written))
        for id, each in known.items()
    }


def _numbers(plant: str, forms: Mapping[str, Form], written: Iterable[Provenance]) -> list[Provenance]:
    """The numbers that a plant's block writes, by their places in it; ids of plants may have dots."""
    longer = tuple(f"sizing.{id}." for id in forms if id.startswith(f"{plant}."))
    own = (each for each in written if each.path.startswith(f"sizing.{plant}.") and not each.path.startswith(longer))
    return [replace(each, path=each.path.removeprefix(f"sizing.{plant}.")) for each in own]


class _Sheet:
    """The parts of a sheet from its form; what is wrong with them is noted, and left out."""

    def __init__(self, form: Form, known: Known, park: Park | None = None) -> None:
        self.form = form
        self.known = known
        self.park = park

    def whole(self, name: Name, numbers: Iterable[Provenance]) -> SizeSheet:
        """The sheet, its numbers counted; printed figures are no inputs."""
        taken = self.taken()
        counted = [each for each in numbers if not each.path.startswith("published.")]
        assumed = {each.path for each in counted if each.basis is Basis.ASSUMED}
        bunds = build_bunds(self.form, self.known)
        return SizeSheet(
            names={language: name.in_language(language) for language in LANGUAGES},
            groups=self.groups(),
            rain=build_rain(self.form, self.known, self.park),
            bunds=bunds,
            drains_m3=self.form.get("drains", self.known.drains_m3),
            spaces=self.spaces(),
            asked=self.asked(),
            published=self.published(bunds),
            us=tuple(_in_us(counted)),
            numbers=len(counted) + len(taken),
            assumed=tuple(sorted(assumed | {each.key for each in taken if each.basis == Basis.ASSUMED})),
            taken=taken,
            **self.form.given(process_water_m3="process_water"),
        )

    def _each(self, key: str) -> Iterable[tuple[str, Form]]:
        found: dict[str, Form] = self.form.get(key, {})
        return found.items()

    def groups(self) -> tuple[TankGroup, ...]:
        asked = self._asks_pool()
        found = (_group(id, each, asked) for id, each in self._each("groups"))
        return tuple(group for group in found if group is not None)

    def asked(self) -> tuple[Standard, ...]:
        """The standards to ask."""
        return named(self.form.get("standards", NAMES))

    def _asks_pool(self) -> bool:
        """Whether more is asked than how large a bund must be, for which nobody need know the fire water."""
        rain: Form | None = self.form.get("rain")
        rained = rain is not None and any(key in rain.node.entries for key in OF_POOLS)
        printed = any(key in self.form.node.within("published").entries for key in FIGURES)
        written = printed or any(key in self.form.node.entries for key in ("process_water", "available"))
        return bool(FOUGHT.intersection(self.asked())) and (rained or written)

    def published(self, bunds: Iterable[Bund]) -> dict[str, Figure]:
        """Printed figures by what they are, those of groups and bunds with their ids."""
        form: Form | None = self.form.get("published")
        if form is None:
            return {}
        found = {key: form[key] for key in WHERE if key in form}
        ids = {"groups": [id for id, _ in self._each("groups")], "bunds": [bund.id for bund in bunds]}
        for sort, keys in (("groups", OF_GROUP), ("bunds", OF_BUND)):
            below: dict[str, Form] = form.get(sort, {})
            for id, each in below.items():
                if id in ids[sort]:
                    found |= {f"{sort}.{id}.{key}": each[key] for key in keys if key in each}
                elif not self.form.wrong:
                    each.spot.fault(each.node, Message("the sheet has no '{id}' here; {hint}", id=id,
                                                       hint=hint(id, ids[sort])))  # fmt: skip
        return found

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
            return _checked(Space(id, Use(form["use"]), form["volume"], **form.given(holds_m3="holds")), form)
        if self.known.is_park:
            missing = Listed((key for key in ("use", "volume") if key not in form), " and ")
            advice = hint(id, self.known.spaces, "this is known of {names}")
            form.spot.fault(form.node, Message("{missing} missing; {hint}", missing=missing, hint=advice))
        return None

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
        return (*found, *storm_taken(self.form, self.park))


def _group(id: str, form: Form, asked: bool) -> TankGroup | None:
    """A group of tanks; None when its largest tank is not known, which has been noted."""
    tanks = build_tanks(form)
    unlike: list[Unlike] = []
    one = max((tank.volume_m3 for tank in tanks), default=None)
    largest = _taken(f"groups.{id}", "largest_tank", form, one, unlike)
    worked = fsum(tank.number * tank.volume_m3 for tank in tanks) or None
    every = _taken(f"groups.{id}", "all_tanks", form, worked, unlike)
    if largest is None:
        return None
    hoses = tuple(
        Hose(name, each["flow"], each["lasts"])
        for name, each in form.get("fire_water", {}).items() if each.has("flow", "lasts")
    )  # fmt: skip
    if "fire_water" in form and not form["fire_water"]:
        form.fault("fire_water", Message("nothing is in here; write a flow and its time, or fire_water_total: 0 m3"))
    fought = "fire_water" in form.node.entries or "fire_water_total" in form.node.entries
    if asked and not fought:
        form.spot.fault(form.node, Message("one of fire_water, fire_water_total is missing; write one of them"))
    for key, text in TOGETHER.items():
        if form.get(key, largest) < largest:
            form.fault(key, Message(text, largest=f"{largest:,.10g}"))
    given = form.given(fire_water_m3="fire_water_total", all_containers_m3="all_containers", stored_t="stored")
    return TankGroup(id, largest, hoses, is_fought=fought, transferable_m3=form.get("transferable", {}),
                     all_tanks_m3=every, unlike=tuple(unlike), **_french(form), **given)  # fmt: skip


def _taken(at: str, key: str, form: Form, worked: float | None, unlike: list[Unlike]) -> float | None:
    """A figure that is written, else what the sizes of tanks give; both are told where there are both."""
    given: float | None = form.get(key)
    if given is not None and worked is not None:
        unlike.append(Unlike(f"{at}.{key}", given, worked))
    return worked if given is None else given


def _french(form: Form) -> dict[str, Any]:
    """What the French guides ask for."""
    found: dict[str, Any] = {}
    store: Form | None = form.get("d9")
    retention: Form | None = form.get("d9a")
    if store is not None and store.has("surface", "additions", "risk"):
        found["d9"] = D9(store["surface"], store["additions"], Risk(store["risk"]), store.get("sprinkled"))
    if retention is not None and retention.has("sprinkler", "liquids", "area"):
        found["d9a"] = D9A(retention["sprinkler"], retention["liquids"], retention["area"])
    return found


def _in_us(numbers: Iterable[Provenance]) -> Iterator[Written]:
    """The numbers that were written in units of the United States."""
    for each in numbers:
        if found := us_unit(each.text):
            unit, dimension = found
            yield Written(each.path, each.text, unit, parse(each.text, dimension), dimension.si)


def _checked(space: Space, form: Form) -> Space:
    """The space itself, once it can hold what stands in it."""
    if space.holds_m3 > space.volume_m3:
        form.fault("holds", Message("must not be more than the volume, {volume_m3} m3",
                                    volume_m3=f"{space.volume_m3:,.10g}"))  # fmt: skip
    return space
