"""Lines of defence from what was read."""

from __future__ import annotations

from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Name, Tier
from sim.regulation.wording import TIERS, Wording, promise_of


def build_tiers(park: Form) -> dict[str, Tier]:
    """The tiers of a park; one without a promise of its own has that of the park's wording, if that is for so many."""
    forms: dict[str, Form] = park.get("tiers", {})
    found = ((id, _promise(park, form, place, len(forms)), form) for place, (id, form) in enumerate(forms.items()))
    return {id: Tier(id, form.get("name", Name(id)), promise) for id, promise, form in found if promise is not None}


def _promise(park: Form, form: Form, place: int, count: int) -> Name | None:
    """What a tier promises; None when that is wrong or nobody says it, which is noted."""
    if "promise" in form or "promise" in form.wrong:
        promise: Name | None = form.get("promise")
        return promise
    if count == TIERS:
        return promise_of(Wording(park.get("wording")), place)
    text = Message("promise is missing, and the guide's wording is for {wanted} tiers, of which this park has {count}; "
                   "write promise: {{en: ..., zh: ...}}", wanted=TIERS, count=count)  # fmt: skip
    form.spot.fault(form.node, text)
    return None
