"""The areas of an incident, which drain elsewhere than the catchments they lie in, from what was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Catchment, Name, Park
from sim.units import area_text

ROUNDING = 1e-9
"""Share of a catchment by which its dirty areas may be too large, or leave something over [-]."""


def with_dirty_areas(forms: Mapping[str, Form], park: Park) -> Park:
    """The park with each dirty area as a catchment of its own, cut out of the one it lies in; what is wrong is noted.

    It sheds rain as fast as that one does, and with the same share of it unless it says otherwise. First flush and
    cross connections are not its own: whoever leads its water off leads off all of it.
    """
    cut: dict[str, list[Catchment]] = defaultdict(list)
    for id, form in forms.items():
        whole = park.catchments.get(form.get("of", ""))
        if whole is not None and _is_new(id, form, park) and _has_room(form, whole, cut[whole.id]):
            cut[whole.id].append(_dirty(id, form, whole))
    if not cut:
        return park
    rest = {id: _without(whole, cut.get(id, [])) for id, whole in park.catchments.items()}
    new = {area.id: area for areas in cut.values() for area in areas}
    return replace(park, catchments={**{id: each for id, each in rest.items() if each.area_m2}, **new})


def _is_new(id: str, form: Form, park: Park) -> bool:
    """Whether the area can stand among the catchments; notes why it cannot."""
    if form.wrong or not form.has("area", "drains_to"):
        return False
    if id in park.catchments:
        form.spot.fault(form.node, Message("'{id}' is a catchment of the park already; choose another id", id=id))
        return False
    return True


def _has_room(form: Form, whole: Catchment, others: list[Catchment]) -> bool:
    """Whether so much of the catchment is left; notes it when it is not."""
    left = whole.area_m2 - sum(each.area_m2 for each in others)
    if form["area"] <= left + ROUNDING * whole.area_m2:
        return True
    rest = Message("of '{id}' the other dirty areas leave",
                   id=whole.id) if others else Message("'{id}' has", id=whole.id)  # fmt: skip
    form.fault("area", Message("is more than there is: {rest} {area}, found {area2}", rest=rest,
                               area=area_text(left), area2=area_text(form["area"])))  # fmt: skip
    return False


def _dirty(id: str, form: Form, whole: Catchment) -> Catchment:
    """One area; it responds as the catchment it lies in."""
    runoff, way = form.get("runoff", whole.runoff), (whole.response, whole.concentration_s)
    return Catchment(id, Name(id), form["area"], runoff, form["drains_to"], *way, part_of=whole.id)


def _without(whole: Catchment, areas: list[Catchment]) -> Catchment:
    """What is left of a catchment; nothing when only rounding is."""
    if not areas:
        return whole
    left = whole.area_m2 - sum(each.area_m2 for each in areas)
    return replace(whole, area_m2=left if left > ROUNDING * whole.area_m2 else 0.0)
