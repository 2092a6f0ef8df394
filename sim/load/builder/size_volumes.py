"""Area, design level and V1 to V4 of a bund from what is written of it: figures as they are, dimensions worked out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sim.hydrology.bund_geometry import (
    ABOVE_LEVEL_M,
    Inside,
    Tank,
    area,
    design_level,
    foot_width,
    perimeter,
    stands_inside,
    tank_bases,
    wall_body,
)
from sim.hydrology.size_sheet import Bund, Unlike
from sim.hydrology.sizing import Term
from sim.load.builder.size_tanks import largest_of, tanks_in
from sim.load.kinds.blocks import Form
from sim.load.size_form import DISPLACED
from sim.message import Listed, Message


@dataclass(frozen=True)
class Stands:
    """The tanks that stand in a bund, and the largest of all that is one bund with it."""

    tanks: tuple[Tank, ...]
    largest: Tank | None

    @classmethod
    def of(cls, tanks: Sequence[Tank], bund: str, one_bund: Collection[str], bunds: Collection[str]) -> Stands:
        """Those of `bund`; `one_bund` are it and the compartments beside it, `bunds` all of the group."""
        every = [tank for id in one_bund for tank in tanks_in(tanks, id, bunds)]
        return cls(tanks_in(tanks, bund, bunds), largest_of(every))


def sized_bund(id: str, group: str, form: Form, stands: Stands) -> Bund | None:
    """A bund from what is written of it; None when something is missing or nothing is left of it, which is noted."""
    found = _Worked(id, form)
    area_m2, level_m = found.area_m2(), found.level_m()
    if area_m2 is None or level_m is None or not found.has_whole_wall():
        return None
    displaced_m3 = found.displaced_m3(level_m, stands)
    bund = Bund(id, group, area_m2, level_m, displaced_m3, worked=tuple(found.terms), unlike=tuple(found.unlike),
                unsaid=tuple(found.unsaid))  # fmt: skip
    return bund if _has_room(bund, form, stands) else None


@dataclass
class _Worked:
    """What was worked out so far, with the terms behind it, and what was given beside it."""

    id: str
    form: Form
    terms: list[Term] = field(default_factory=list)
    unlike: list[Unlike] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)

    def area_m2(self) -> float | None:
        form = self.form
        worked = area(form["length"], form["width"]) if form.has("length", "width") else ()
        return self._taken("area", worked, ("area", "length"))

    def level_m(self) -> float | None:
        form = self.form
        if "wall_height" not in form:
            return self._taken("height", (), ("height", "wall_height"))
        if form["wall_height"] <= ABOVE_LEVEL_M:
            form.fault("wall_height", Message("must be more than {least} m, by which the design level lies below it",
                                              least=f"{ABOVE_LEVEL_M:g}"))  # fmt: skip
            return None
        return self._taken("height", design_level(form["wall_height"]))

    def has_whole_wall(self) -> bool:
        """Whether all is there that a wall's body is worked out from, if anything of it is; noted when not."""
        form = self.form
        if "wall_top" not in form:
            return True
        foot = any(key in form for key in ("wall_foot", "wall_slope"))
        around = "perimeter" in form or form.has("length", "width")
        if not foot:
            form.fault("wall_top", Message("needs wall_foot or wall_slope beside it"))
        if not around:
            form.fault("wall_top", Message("needs perimeter, or length and width, beside it"))
        return foot and around

    def displaced_m3(self, level_m: float, stands: Stands) -> tuple[float, float, float, float]:
        """V1 to V4; nothing where neither a figure nor dimensions are written."""
        first, others = tank_bases(stands.tanks, stands.largest, level_m) if stands.tanks else ((), ())
        parts = (first, others, self._body(level_m), self._inside(level_m))
        found = {key: self._taken(key, worked) for key, worked in zip(DISPLACED, parts, strict=True)}
        self.unsaid += [key for key, volume_m3 in found.items() if volume_m3 is None]
        one, two, three, four = (volume_m3 or 0.0 for volume_m3 in found.values())
        return one, two, three, four

    def _body(self, level_m: float) -> tuple[Term, ...]:
        form = self.form
        if "wall_top" not in form:
            return ()
        wall_m, top_m = form["wall_height"], form["wall_top"]
        foot_m = form["wall_foot"] if "wall_foot" in form else foot_width(top_m, wall_m, form["wall_slope"])
        around_m = perimeter(form["length"], form["width"]) if form.has("length", "width") else form["perimeter"]
        if "perimeter" in form and form.has("length", "width"):
            self.unlike.append(Unlike(f"bunds.{self.id}.perimeter", form["perimeter"], around_m, "m"))
        return wall_body(form.get("perimeter", around_m), wall_m, top_m, foot_m, min(level_m, wall_m))

    def _inside(self, level_m: float) -> tuple[Term, ...]:
        written: dict[str, Form] = self.form.get("inside", {})
        things = [
            Inside(id, each["area"] if "area" in each else each["length"] * each["width"], each["height"],
                   each.get("number"))
            for id, each in written.items() if each.has("height") and ("area" in each or each.has("length", "width"))
        ]  # fmt: skip
        return stands_inside(things, level_m) if things else ()

    def _taken(self, key: str, worked: Sequence[Term], wanted: Sequence[str] = ()) -> float | None:
        """A figure that is written, else what its dimensions give; both are told where there are both."""
        if key in self.form:
            given: float = self.form[key]
            if worked:
                self.unlike.append(Unlike(f"bunds.{self.id}.{key}", given, worked[0].value, worked[0].unit))
            return given
        if worked:
            self.terms += worked
            return worked[0].value
        if wanted:
            self.form.spot.fault(self.form.node, Message("one of {fitting} is missing; write one of them",
                                                         fitting=Listed(wanted)))  # fmt: skip
        return None


def _has_room(bund: Bund, form: Form, stands: Stands) -> bool:
    """Whether something is left of a bund; notes it when not."""
    if bund.net_m3 > 0:
        return True
    gross = f"{bund.area_m2 * bund.height_m:,.10g} m3"
    blamed = [key for key in (*DISPLACED, "inside", "wall_top") if key in form]
    blamed += [f"groups.{bund.group}.tanks"] if stands.tanks else []
    text = Message("nothing is left of area x height, {gross}, once what stands in it is taken off; look at {blamed}",
                   gross=gross, blamed=Listed(blamed))  # fmt: skip
    form.spot.fault(form.node, text)
    return False
