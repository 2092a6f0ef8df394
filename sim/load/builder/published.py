"""Published totals from what was read."""

from __future__ import annotations

from sim.load.kinds.blocks import Form
from sim.load.kinds.kind import Number
from sim.load.kinds.numbers import Count, Quantity
from sim.load.suggest import one_of
from sim.message import Message
from sim.park import Published
from sim.units import Dimension

SUMS: dict[tuple[str, str], tuple[str, Number]] = {
    ("storages", "capacity"): ("capacity_m3", Quantity(Dimension.VOLUME)),
    ("storages", "length"): ("length_m", Quantity(Dimension.LENGTH)),
    ("links", "capacity"): ("capacity_m3_s", Quantity(Dimension.FLOW)),
    ("links", "treatment_capacity"): ("treatment_capacity_m3_s", Quantity(Dimension.FLOW)),
    ("links", "treatment_load"): ("treatment_load_m3_s", Quantity(Dimension.FLOW)),
    ("links", "headroom"): ("headroom_m3_s", Quantity(Dimension.FLOW)),
    ("links", "length"): ("length_m", Quantity(Dimension.LENGTH)),
    ("catchments", "area"): ("area_m2", Quantity(Dimension.AREA)),
    ("plants", "major_hazards"): ("major_hazards", Count()),
}
"""What can be added up: the collection and its key, to the field and the kind of its total."""

CHOICES = {
    "storages": ("kind", "tier", "plant", "counts", "tag"),
    "links": ("kind", "tag"),
    "catchments": (),
    "plants": ("sub_area", "hazardous"),
    "sensors": ("kind",),
    "crews": (),
    "equipment": (),
    "sheets": ("tag",),
    "sites": ("kind", "tier"),
}
"""What objects of each collection can be chosen by."""


def build_published(id: str, form: Form) -> Published | None:
    """A published total; None when something it needs is missing or wrong."""
    if not form.has("value") or not (form.has("sum", "of") or "count" in form):
        return None
    of = form.get("count") or form["of"]
    field, kind = ("count", Count()) if "count" in form else SUMS.get((of, form["sum"]), ("", None))
    if kind is None:
        sums = [key for collection, key in SUMS if collection == of]
        form.fault("sum", Message("{of} have no {form} to add up; write one of {one_of}", of=of, form=form["sum"],
                                  one_of=one_of(sums)))  # fmt: skip
        return None
    where = _where(form["where"], of) if "where" in form else ()
    node = form.node.entries["value"].node
    value = kind.read(node, form.spot.child("value"))
    if value is None or where is None:
        return None
    source = form.spot.child("value").under(node).heritage.source
    return Published(id, value, field, of, where, form["value"], source)


def _where(form: Form, of: str) -> tuple[tuple[str, str], ...] | None:
    """The choice of objects as pairs of text; None when these objects do not have such a key."""
    good = not form.wrong
    for key in form.values:
        if key not in CHOICES[of]:
            only = Message("nor by anything else; leave where out")
            if CHOICES[of]:
                only = Message("only by {one_of}", one_of=one_of(CHOICES[of]))
            form.fault(key, Message("{of} cannot be chosen by {key}, {only}", of=of, key=key, only=only))
            good = False
    return tuple((key, str(value).lower()) for key, value in sorted(form.values.items())) if good else None
