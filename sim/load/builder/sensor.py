"""Sensors from what was read."""

from __future__ import annotations

from sim.errors import InputError
from sim.load.builder.amount import amount_m3
from sim.load.builder.place import build_place
from sim.load.kinds.amount import Amount
from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Name, Park, Quantity, Sensor, SensorKind
from sim.units import Dimension

QUANTITIES = {
    SensorKind.LEVEL: Quantity.VOLUME,
    SensorKind.FLOW: Quantity.FLOW,
    SensorKind.CURRENT: Quantity.FLOW,
    SensorKind.WATER_QUALITY: Quantity.PRODUCT,
    SensorKind.TOXICITY: Quantity.PRODUCT,
    SensorKind.CAMERA: Quantity.PRESENCE,
    SensorKind.CALL: Quantity.PRESENCE,
}
"""What each kind of sensor compares."""

PLACES = {Quantity.VOLUME: ("storage",), Quantity.FLOW: ("link",), Quantity.PRODUCT: ("storage", "link"),
          Quantity.PRESENCE: ("storage",)}  # fmt: skip
"""What it can look at."""

WANTED = {
    Quantity.VOLUME: Message("an amount in its storage such as 60 % or 300 m3"),
    Quantity.FLOW: Message("a flow such as 20 L/s"),
    Quantity.PRODUCT: Message("a share of product such as 0.1 %"),
}
"""What its threshold is, for messages."""


def build_sensor(id: str, form: Form, park: Park) -> Sensor | None:
    """A sensor; None when something it needs is missing or wrong."""
    if form.wrong or "kind" not in form or not (form.has("storage") or form.has("link")):
        return None
    kind = SensorKind(form["kind"])
    quantity = QUANTITIES[kind]
    place = "storage" if "storage" in form else "link"
    if place not in PLACES[quantity]:
        wanted = PLACES[quantity][0]
        text = Message("'{form}' is a {thing}, and a {kind} sensor looks at a {wanted}; write {wanted2}: with its id",
                       form=form[place], thing=Message(place), kind=kind, wanted=Message(wanted),
                       wanted2=wanted)  # fmt: skip
        form.fault(place, text)
        return None
    threshold = _threshold(form, quantity, park)
    if threshold is None:
        return None
    return Sensor(
        id=id,
        name=form.get("name", Name(id)),
        kind=kind,
        watches=form[place],
        quantity=quantity,
        threshold=threshold[0],
        rising="below" not in form,
        reset=threshold[1],
        **form.given(every_s="every", delay_s="delay", confirm_s="confirm", misses="misses"),
        place=build_place(form),
    )


def _threshold(form: Form, quantity: Quantity, park: Park) -> tuple[float, float | None] | None:
    """Threshold and reset in the quantity's unit; None when they are wrong."""
    if quantity is Quantity.PRESENCE:
        return (0.0, None) if _has_none(form) else None
    key = "below" if "below" in form else "above"
    if key not in form:
        form.spot.fault(form.node, Message("above is missing; write above: with {wanted}", wanted=WANTED[quantity]))
        return None
    found = [_value(form, each, quantity, park) for each in (key, "reset") if each in form]
    if None in found:
        return None
    limit, reset = (*found, None)[:2]
    assert limit is not None
    if reset is not None and (reset >= limit) == (key == "above"):
        side = Message("below" if key == "above" else "above")
        form.fault("reset", Message("must lie {side} {text}, or it would never rest; found {text2}", side=side,
                                    text=form[key].text, text2=form["reset"].text))  # fmt: skip
        return None
    return limit, reset


def _has_none(form: Form) -> bool:
    """Whether no threshold is written where none belongs; notes it when one is."""
    for key in ("above", "below", "reset"):
        if key in form:
            form.fault(key, Message("a {form} has none: it is set off by any accident water; leave {key} out",
                                    form=form["kind"], key=key))  # fmt: skip
            return False
    return True


def _value(form: Form, key: str, quantity: Quantity, park: Park) -> float | None:
    """A threshold in its unit; None when it is of another sort, which is noted."""
    amount: Amount = form[key]
    wanted = {Quantity.FLOW: Dimension.FLOW, Quantity.PRODUCT: Dimension.SHARE}.get(quantity)
    if (wanted or amount.dimension) is not amount.dimension or (wanted is None and amount.dimension is Dimension.FLOW):
        form.fault(key, Message("{text} is no threshold of a {form} sensor; write {wanted}", text=amount.text,
                                form=form["kind"], wanted=WANTED[quantity]))  # fmt: skip
        return None
    storage = park.storages.get(form.get("storage", ""))
    if wanted is not None:
        return amount.value
    if storage is None:
        return None
    try:
        return amount_m3(amount, storage)
    except InputError as error:
        form.fault(key, error.message)
        return None
