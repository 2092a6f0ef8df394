"""Links, their ratings and the spillways of storages from what was read."""

from __future__ import annotations

from collections.abc import Mapping
from math import pi
from typing import Any, NamedTuple

from sim.errors import InputError
from sim.hydrology.hydraulics import manning_full_m3_s
from sim.load.builder.amount import amount_m3
from sim.load.builder.backwater import check_backwater, feels_backwater
from sim.load.builder.place import build_listed, build_place
from sim.load.builder.switching import has_no_levels, switched
from sim.load.builder.treatment import build_inlet, build_treatment
from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import (
    SETTABLE,
    GateRating,
    GravityPipe,
    Link,
    LinkKind,
    Name,
    OrificeRating,
    Outlet,
    Rating,
    Receiver,
    SiphonRating,
    Storage,
    Switch,
    Treatment,
    WeirRating,
)


def spillway_id(storage: str) -> str:
    """The id of the link that a storage's spillway becomes."""
    return f"{storage}-spillway"


def build_link(
    id: str, form: Form, storages: Mapping[str, Storage], receivers: Mapping[str, Receiver]
) -> Link | None:
    """A link; None when something it needs is missing or wrong."""
    checks = (
        _opening_is_said(form),
        _source_has_shape(form, storages),
        _ends_differ(form, "to", form.get("from")),
        check_backwater(form, storages, receivers),
    )
    levels = levels_of(form, storages)
    opening = _opening(form)
    rating = build_rating(form["rating"]) if "rating" in form else None
    pipe = full_pipe(form["full_pipe"]) if "full_pipe" in form else None
    treatment = build_treatment(form["treatment"]) if "treatment" in form else None
    inlet = build_inlet(form) if form.has("inlet_limit", "inlet_reset") else None
    complete = form.has("kind", "from", "to") and (rating or pipe or treatment or "capacity" in form)
    good = complete and levels is not None and opening is not None and (inlet is not None or "inlet_limit" not in form)
    if form.wrong or not all(checks) or not good:
        return None
    by_velocity = form.has("length", "velocity")
    if "velocity" in form and not by_velocity:
        return None
    return Link(
        id=id,
        name=form.get("name", Name(id)),
        kind=LinkKind(form["kind"]),
        source=form["from"],
        target=form["to"],
        rating=rating,
        capacity_m3_s=_capacity_m3_s(form, pipe, treatment),
        lag_s=form["length"] / form["velocity"] if by_velocity else form.get("lag", _own_lag_s(form, pipe)),
        outlet=Outlet(form.get("outlet")),
        backwater=feels_backwater(form),
        tags=frozenset(form.get("tags", ())),
        treatment=treatment,
        inlet=inlet,
        **(levels or {}),
        **(opening or {}),
        **form.given(leak="leak", back_pressure="back_pressure"),
        **form.given(priority="priority", transfer="transfer", length_m="length", power="power", flap_m="opens_under"),
        place=build_place(form),
        listed=build_listed(form),
    )


def _capacity_m3_s(form: Form, pipe: FullPipe | None, treatment: Treatment | None) -> float:
    """What it passes fully open: a full pipe's, the most a plant has to spare, or what is written; 0 with a rating."""
    if pipe is not None:
        return pipe.capacity_m3_s
    return treatment.largest_m3_s if treatment else form.get("capacity", 0.0)


class FullPipe(NamedTuple):
    """What a pipe carries when just full, and how fast."""

    capacity_m3_s: float
    velocity_m_s: float


def full_pipe(form: Form) -> FullPipe | None:
    """A full pipe by Manning's formula; None when something it needs is missing or wrong."""
    if form.wrong or not form.has("diameter", "slope"):
        return None
    diameter = form["diameter"]
    flow = manning_full_m3_s(diameter, form["slope"], **form.given(roughness="roughness"))
    return FullPipe(flow, flow / (pi * diameter**2 / 4))


def _own_lag_s(form: Form, pipe: FullPipe | None) -> float:
    """Travel time in a full pipe whose length is known; none else [s]."""
    return form["length"] / pipe.velocity_m_s if pipe and "length" in form else 0.0


def _opening_is_said(form: Form) -> bool:
    """Whether a pump, valve or gate says how it stands at the start; notes it when it does not."""
    if form.get("kind") not in SETTABLE or "opening" in form.node.entries:
        return True
    words = Message("running or stopped" if form["kind"] == LinkKind.PUMP else "open or shut")
    form.spot.fault(form.node, Message("opening is missing; say how this {thing} stands at the start: {words}",
                                       thing=Message(form["kind"]), words=words))  # fmt: skip
    return False


def _opening(form: Form) -> dict[str, Any] | None:
    """How it stands at the start, as far as that is said; None when it cannot stand so."""
    if "opening" not in form:
        return {}
    written = form["opening"]
    if "start_at" in form.node.entries:
        opening, switching = switched(written)
        return {"opening": opening, "switching": switching}
    if isinstance(written, Switch):
        form.fault("opening", has_no_levels(written))
        return None
    return {"opening": written}


def _source_has_shape(form: Form, storages: Mapping[str, Storage]) -> bool:
    """Whether a rating has a head to work with; notes it when it has not."""
    source = storages.get(form.get("from", ""))
    if "rating" not in form or source is None or source.shape is not None:
        return True
    form.fault("rating", Message("a rating needs a head, and '{id}' has no shape; give it one, or write a capacity",
                                 id=source.id))  # fmt: skip
    return False


def _ends_differ(form: Form, key: str, source: str | None) -> bool:
    """Whether it leads somewhere else; notes it when it does not."""
    if source is None or form.get(key) != source:
        return True
    form.fault(key, Message("leads from '{source}' back into itself; name another storage or a receiver",
                            source=source))  # fmt: skip
    return False


def levels_of(form: Form, storages: Mapping[str, Storage]) -> dict[str, Any] | None:
    """Volumes at which a link starts and stops by itself; None when they are wrong."""
    source = storages.get(form.get("from", ""))
    if source is None or not form.has("start_at", "stop_at"):
        return {}
    volumes = {}
    for key in ("start_at", "stop_at"):
        try:
            volumes[key] = amount_m3(form[key], source)
        except InputError as error:
            form.fault(key, error.message)
            return None
    if volumes["stop_at"] >= volumes["start_at"]:
        text = Message("must lie below start_at, {text}, or it would never rest; found {text2}",
                       text=form["start_at"].text, text2=form["stop_at"].text)  # fmt: skip
        form.fault("stop_at", text)
        return None
    return {"start_m3": volumes["start_at"], "stop_m3": volumes["stop_at"]}


def build_rating(form: Form) -> Rating | None:
    """A rating; None when something it needs is missing or wrong."""
    for kind, build in _RATINGS.items():
        if kind in form and not form[kind].wrong:
            try:
                rating: Rating = build(form[kind])
            except KeyError:  # a required key is missing, which has been noted
                return None
            return rating
    return None


def _orifice(form: Form) -> Rating:
    return OrificeRating(form["area"], **form.given(centre_m="centre", coefficient="coefficient"))


def _weir(form: Form) -> Rating:
    return WeirRating(form["length"], form["crest"], **form.given(coefficient="coefficient"))


def _gate(form: Form) -> Rating:
    return GateRating(form["width"], form["height"], **form.given(sill_m="sill", coefficient="coefficient"))


def _pipe(form: Form) -> Rating:
    lengths = form["diameter"], form["length"], form["fall"]
    return GravityPipe(*lengths, **form.given(invert_m="invert", roughness="roughness"))


def _siphon(form: Form) -> Rating:
    lengths = form["diameter"], form["length"], form["outlet"]
    return SiphonRating(*lengths, **form.given(pipes="pipes", losses="losses", roughness="roughness"))


_RATINGS: dict[str, Any] = {"orifice": _orifice, "weir": _weir, "gate": _gate, "pipe": _pipe, "siphon": _siphon}


def build_spillway(id: str, form: Form, storage: Storage | None) -> Link | None:
    """The link that a storage's spillway becomes; None when it has none, or it is wrong."""
    if "overflows_to" in form:
        target = form["overflows_to"]
        return _spillway(id, target) if _ends_differ(form, "overflows_to", id) else None
    if "spillway" not in form:
        return None
    over: Form = form["spillway"]
    good = _ends_differ(over, "to", id)
    rating = _crest(over, storage) if "crest" in over and storage else None
    if over.wrong or "to" not in over or not good or ("crest" in over and rating is None):
        return None
    return _spillway(id, over["to"], rating=rating, **over.given(lag_s="lag", transfer="transfer"))


def _spillway(storage: str, target: str, **others: Any) -> Link:
    id = spillway_id(storage)
    return Link(id, Name(id), LinkKind.SPILLWAY, storage, target, outlet=Outlet.TOP, **others)


def _crest(form: Form, storage: Storage) -> WeirRating | None:
    """The weir of a spillway, its crest where the storage is full, dead volume and all; None without a shape."""
    if storage.shape is None:
        text = Message("a crest needs to know how high the water stands, and '{id}' has no shape; give it one",
                       id=storage.id)  # fmt: skip
        form.fault("crest", Message("{text}, or leave the crest out", text=text))
        return None
    height = storage.shape.depth_m(storage.capacity_m3)
    return WeirRating(form["crest"], height, **form.given(coefficient="coefficient", head_m="head"))
