"""Storages and their shapes from what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sim.errors import InputError
from sim.load.builder.amount import ROUNDED, amount_m3
from sim.load.builder.place import build_listed, build_place
from sim.load.builder.room import Room, build_room
from sim.load.kinds.amount import Amount
from sim.load.kinds.blocks import Form
from sim.load.node import Block, Scalar
from sim.load.reading import Heritage, Spot
from sim.message import Message
from sim.park import ORIGINS, PLANTS_OWN, Name, Prism, RoundPipe, Shape, StageTable, Storage, StorageKind, Trapezoid
from sim.units import Dimension, unlike_texts

NEEDED = {"tier", "kind", "capacity", "dead", "freeboard", "allowed", "shape", "initial"}
"""Without these right, a storage cannot be built or would be misread by its links."""


A = {"treatment-plant": Message("a treatment plant's own "
                                "volume"), "upset-basin": Message("a treatment plant's upset basin")}  # fmt: skip
"""What each kind of a plant's own storages is, with its article."""


def build_storage(id: str, form: Form) -> Storage | None:
    """A storage; None when something it needs is missing or wrong."""
    shape = build_shape(form["shape"]) if "shape" in form else None
    counts = _counts(form)
    bad = form.wrong & NEEDED or not form.has("tier", "kind") or ("shape" in form and shape is None)
    room = None if bad or counts is None else build_room(id, form, shape)
    if room is None or counts is None or not _fits(form, room):
        return None
    storage = Storage(
        id=id,
        name=form.get("name", Name(id)),
        tier=form["tier"],
        kind=form["kind"],
        capacity_m3=room.capacity_m3,
        freeboard_m3=room.freeboard_m3,
        allowed=room.allowed,
        shape=shape,
        floor_m=form.get("floor"),
        place=build_place(form),
        tags=frozenset(form.get("tags", ())),
        counts=counts,
        listed=build_listed(form),
        assumed=_assumed(form),
        **_over_wall(id, form),
        **form.given(dead_m3="dead", plant="plant", compartment_of="compartment_of", length_m="length",
                     counts_because="counts_because"),
    )
    if storage.compartment_of and storage.kind != StorageKind.BUND:
        form.fault("compartment_of", Message("goes with kind: bund; leave it out here"))
    amounts = form.get("initial", {})
    initial = build_initial(amounts, storage, form.spot.child("initial"), form.node.within("initial"))
    return None if initial is None else replace(storage, initial=initial)


def _assumed(form: Form) -> tuple[str, ...]:
    """Which keys nobody told; each stands among the park's numbers as an assumed one."""
    keys: tuple[str, ...] = form.get("assumed", ())
    for key in keys:
        written = form.node.get(key)
        if written is None:
            form.fault("assumed", Message("{key} is not written here, so nobody assumed it; take it out", key=key))
        elif isinstance(written, Scalar) and not isinstance(form.get(key), float):
            replace(form.spot.child(key), heritage=Heritage()).note(written.text)  # the row's source did not say it
    return keys


def _counts(form: Form) -> bool | None:
    """Whether it counts as emergency space; None when a treatment plant's own counts without a reason, or another has
    one, which is noted."""
    own = form.get("kind") in PLANTS_OWN
    counts: bool = form.get("counts", not own)
    if own and counts and "counts_because" not in form.node.entries:
        reason = Message("write counts_because: {{en: ..., zh: ...}} with the reason, which every report will say")
        rule = Message("GB/T 50483-2019 does not let {a} be counted", a=A[form["kind"]])
        form.fault("counts", Message("{rule}; leave counts out, or {reason}", rule=rule, reason=reason))
        return None
    if "counts_because" in form and not (own and counts):
        where = Message("goes with counts: yes of a treatment-plant or an upset-basin")
        form.fault("counts_because", Message("{where}; leave it out here", where=where))
        return None
    return None if "counts_because" in form.wrong else counts


def _over_wall(id: str, form: Form) -> dict[str, Any]:
    """Where what runs over its wall goes, where that is said; notes it when it would run back into itself."""
    over: Form | None = form.get("spillway")
    if over is None:
        return {}
    if over.get("over_wall") == id:
        over.fault("over_wall", Message("leads from '{source}' back into itself; name another storage or a receiver",
                                        source=id))  # fmt: skip
        return {}
    return over.given(over_wall="over_wall")


def _fits(form: Form, room: Room) -> bool:
    """Whether dead volume and freeboard leave room; notes it when they do not."""
    capacity, dead, freeboard = room.capacity_m3, form.get("dead"), room.freeboard_m3
    if dead >= capacity:
        deads, holds = unlike_texts(dead, capacity)
        text = Message("the dead volume, {volume}, must be less than the capacity, {volume2}",
                       volume=deads, volume2=holds)  # fmt: skip
        form.fault("dead", text)
        return False
    if dead + freeboard > capacity and room.allowed:
        deads, below = unlike_texts(dead, capacity - freeboard)
        form.fault("allowed", Message("the dead volume, {volume}, fills more than lies below this level, {below}",
                                      volume=deads, below=below))  # fmt: skip
        return False
    if dead + freeboard > capacity:
        kept, left = unlike_texts(freeboard, capacity - dead)
        text = Message("the freeboard, {volume}, is more than the capacity less dead volume leaves, {left}",
                       volume=kept, left=left)  # fmt: skip
        form.fault("freeboard", text)
        return False
    return True


def build_initial(
    amounts: Mapping[str, Amount], storage: Storage, spot: Spot, node: Block
) -> dict[str, float] | None:
    """What stands in a storage at the start, by origin [m3]; None when it does not fit."""
    volumes: dict[str, float] = {}
    deep = [origin for origin, amount in amounts.items() if amount.dimension is Dimension.LENGTH]
    if deep and len(amounts) > 1:
        spot.child(deep[0]).fault(node.entries[deep[0]].node, Message("a depth is all that stands there; beside other "
                                                                      "origins write volumes or shares"))  # fmt: skip
        return None
    for origin, amount in amounts.items():
        try:
            volumes[origin] = amount_m3(amount, storage)
        except InputError as error:
            spot.child(origin).fault(node.entries[origin].node, error.message)
            return None
    total = sum(volumes.values())
    if total > storage.holds_m3 * (1 + ROUNDED):
        in_all, holds = unlike_texts(total, storage.holds_m3)
        held = Message("'{id}' holds {volume} (capacity less dead)", id=storage.id, volume=holds)
        spot.fault(node, Message("{volume} in all is more than fits; {held}", volume=in_all, held=held))
        return None
    fits = storage.holds_m3 / total if total > storage.holds_m3 else 1.0
    return {origin: volumes[origin] * fits for origin in ORIGINS if volumes.get(origin)}


def build_shape(form: Form) -> Shape | None:
    """A shape; None when something it needs is missing or wrong."""
    if form.wrong:
        return None
    if "area" in form:
        return Prism(form["area"])
    if form.has("length", "bottom", "side_slope"):
        return Trapezoid(form["length"], form["bottom"], form["side_slope"], **form.given(bed_slope="bed_slope"))
    if form.has("diameter", "length"):
        return RoundPipe(form["diameter"], form["length"], **form.given(slope="slope"))
    if "table" not in form:
        return None
    depths, volumes = zip(*form["table"], strict=True)
    if (depths[0], volumes[0]) != (0, 0):
        form.fault("table", Message("the first row must be [0 m, 0 m3], the empty storage"))
        return None
    return StageTable(depths, volumes)
