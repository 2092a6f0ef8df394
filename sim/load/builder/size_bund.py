"""Bunds of a sizing sheet: written ones, and those of a plant that its park knows."""

from __future__ import annotations

from dataclasses import replace

from sim.hydrology.size_sheet import Bund, Wall
from sim.load.builder.plant_known import Known, room_m3
from sim.load.kinds.blocks import Form
from sim.load.size_form import DISPLACED
from sim.load.suggest import hint
from sim.message import Listed, Message
from sim.park import Storage


def build_bunds(sheet: Form, known: Known) -> tuple[Bund, ...]:
    """The bunds that are written, then those of the plant that are not; what is wrong with them is noted."""
    written: dict[str, Form] = sheet.get("bunds", {})
    found = [_written(id, each, sheet, known) for id, each in written.items()]
    found += [_of(each, _group(each.id, None, sheet, known), sheet)
              for id, each in known.bunds.items() if id not in written]  # fmt: skip
    return tuple(bund for bund in found if bund is not None)


def _written(id: str, form: Form, sheet: Form, known: Known) -> Bund | None:
    """A bund that is written, its size at least by the id of a storage; None when something is wrong."""
    group = _group(id, form, sheet, known)
    if form.wrong or group is None:
        return None
    if form.has("area", "height"):
        return _sized(id, group, form)
    storage = known.bunds.get(id)
    if storage is not None:
        found = _of(storage, group, sheet)
        return replace(found, wall=Wall(form["wall"])) if found and "wall" in form else found
    if known.is_park:
        form.spot.fault(form.node, Message("area and height missing; {hint}",
                                           hint=hint(id, known.bunds, "these are known of {names}")))  # fmt: skip
    return None


def _group(id: str, form: Form | None, sheet: Form, known: Known) -> str | None:
    """The group that a bund lies round; noted when nobody can tell."""
    ids = list(sheet.node.within("groups").ids())
    if form is not None and "group" in form:
        if form["group"] in ids:
            return str(form["group"])
        form.fault("group", Message("no tank group is named '{form}'; {hint}", form=form["group"],
                                    hint=hint(form["group"], ids)))  # fmt: skip
    elif len(ids) == 1:
        return ids[0]
    elif ids and known.is_park and (form is None or "group" not in form.wrong):
        text = Message("which tank group '{id}' lies round is not said; write bunds: {{{id}: {{group: {ids}}}}}", id=id,
                       ids=ids[0])  # fmt: skip
        sheet.fault("bunds", text)
    return None


def _of(storage: Storage, group: str | None, sheet: Form) -> Bund | None:
    """A bund from its storage, which is net of tanks and walls; its mean area where it widens upwards."""
    if group is None:
        return None
    if storage.shape is None:
        text = Message("'{id}' has no shape; give it one, or write area and height of it here", id=storage.id)
        sheet.fault("bunds", text)
        return None
    gross_m3 = storage.capacity_m3 - storage.freeboard_m3
    height_m = storage.shape.depth_m(gross_m3)
    return Bund(storage.id, group, gross_m3 / height_m, height_m, (0.0, 0.0, 0.0, storage.dead_m3),
                surveyed_m3=room_m3(storage))  # fmt: skip


def _sized(id: str, group: str, form: Form) -> Bund | None:
    """A bund from its area and height; None when nothing is left of it, which is noted."""
    base, others, body, walls = (form.get(key) for key in DISPLACED)
    wall = Wall(form["wall"]) if "wall" in form else None
    bund = Bund(id, group, form["area"], form["height"], (base, others, body, walls), wall)
    if bund.net_m3 > 0:
        return bund
    gross = f"{bund.area_m2 * bund.height_m:,.10g} m3"
    blamed = Listed(key for key in DISPLACED if key in form)
    text = Message("nothing is left of area x height, {gross}, once what stands in it is taken off; look at {blamed}",
                   gross=gross, blamed=blamed)  # fmt: skip
    form.spot.fault(form.node, text)
    return None
