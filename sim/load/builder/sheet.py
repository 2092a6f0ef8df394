"""Operation sheets, the pumps they lay and the crests they raise, from what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sim.load.builder.action import can_be_set, cannot_be_set, cannot_be_switched, share_of
from sim.load.builder.link import levels_of
from sim.load.kinds.amount import SMALLEST, Amount
from sim.load.kinds.blocks import Form
from sim.load.park_form import SHEET
from sim.message import Message
from sim.park import Link, LinkKind, Name, Operation, Outlet, Park, Sheet, SheetText, Storage, Switch
from sim.units import Dimension, volume_text

ON_STORAGES = (Operation.RAISE, Operation.LOWER, Operation.CHECK)
"""Operations whose facility may be a storage."""

BACK = {"lower": Operation.RAISE, "unseal": Operation.SEAL}
"""Operations that take away what another has put there."""

OWN_KEYS = {Operation.SET: "opening", Operation.PLACE: "pump", Operation.RAISE: "raise"}
"""A key that belongs to one operation alone."""


def build_placed_pump(id: str, form: Form, storages: Mapping[str, Storage]) -> Link | None:
    """The link that a sheet's pump becomes, stopped until it is laid; None when it is wrong."""
    pump: Form | None = form.get("pump")
    if pump is None:
        return None
    levels = levels_of(pump, storages)
    if pump.wrong or levels is None or not pump.has("from", "to", "capacity"):
        return None
    if pump["from"] == pump["to"]:
        pump.fault("to", Message("leads from '{source}' back into itself; name another storage or a receiver",
                                 source=pump["from"]))  # fmt: skip
        return None
    return Link(
        id=id,
        name=form.get("name", Name(id)),
        kind=LinkKind.PUMP,
        source=pump["from"],
        target=pump["to"],
        capacity_m3_s=pump["capacity"],
        opening=0.0,
        outlet=Outlet(pump.get("outlet")),
        place=storages[pump["from"]].place if pump["from"] in storages else None,
        tags=frozenset({"mobile"}),
        **levels,
        **pump.given(lag_s="lag", back_pressure="back_pressure", transfer="transfer"),
    )


def raised(storages: Mapping[str, Storage], forms: Mapping[str, Form]) -> dict[str, Storage]:
    """The storages, each with what fits in while its crest is raised."""
    found = dict(storages)
    for form in forms.values():
        storage = found.get(form.get("facility", ""))
        if storage is None or "raise" not in form:
            continue
        more = _raise_m3(form, storage)
        if more is not None and storage.raise_m3 not in (0.0, more):
            other = Message("another sheet raises '{id}' by {volume}", id=storage.id,
                            volume=volume_text(storage.raise_m3))  # fmt: skip
            form.fault("raise", Message("{other}, and this one by {volume}; write the same in both", other=other,
                                        volume=volume_text(more)))  # fmt: skip
        elif more is not None:
            found[storage.id] = replace(storage, raise_m3=more)
    return found


def _raise_m3(form: Form, storage: Storage) -> float | None:
    """What fits in besides [m3]; None when it is nothing or cannot be told."""
    amount: Amount = form["raise"]
    if amount.value < SMALLEST:
        form.fault("raise", Message("must be more than 0, found {text}", text=amount.text))
        return None
    if amount.dimension is Dimension.VOLUME:
        return amount.value
    if amount.dimension is Dimension.SHARE:
        return amount.value * storage.holds_m3
    if storage.shape is None:
        form.fault("raise", Message("{text} is a height, and '{id}' has no shape; write a volume or a share",
                                    text=amount.text, id=storage.id))  # fmt: skip
        return None
    depth = storage.shape.depth_m(storage.capacity_m3) + amount.value
    return storage.shape.volume_m3(depth) - storage.capacity_m3


def build_sheet(id: str, form: Form, park: Park) -> Sheet | None:
    """An operation sheet; None when something it needs is missing or wrong."""
    if form.wrong or "operation" not in form or not (form.has("facility") or form.has("pump")):
        return None
    operation = Operation(form["operation"])
    facility = form.get("facility", id)
    good, fits = _own_keys(form, operation), "pump" in form or _fits_facility(form, operation, facility, park)
    if not fits or not all((good, _can_get_there(form, facility, park), _has_power(form, facility, park))):
        return None
    return Sheet(
        id=id,
        name=form.get("name", Name(id)),
        facility=facility,
        operation=operation,
        texts={each: form[each] for each in SheetText if each in form},
        tags=frozenset(form.get("tags", ())),
        **form.given(crew="crew", travel_s="travel", work_s="work", needs="needs", power="power", works="works"),
        **form.given(check="check"),
        **_setting(form),
    )


def _setting(form: Form) -> dict[str, Any]:
    """What the link is set to, as far as that is said."""
    if "opening" not in form:
        return {}
    return {"opening": share_of(form["opening"]), "automatic": form["opening"] is Switch.AUTOMATIC}


def _own_keys(form: Form, operation: Operation) -> bool:
    """Whether the keys of its operation are there, and none of another; notes what is wrong."""
    good = True
    for owner, key in OWN_KEYS.items():
        if key in form and owner is not operation:
            form.fault(key, Message("belongs to operation {owner}, and this one is {operation}; keep one of the two",
                                    owner=owner, operation=operation))  # fmt: skip
            good = False
        elif key not in form and owner is operation:
            wanted = SHEET.by_key[key].kind.wanted
            form.spot.fault(form.node, Message("operation {operation} needs {key} beside it; write {key}: with "
                                               "{wanted}", operation=operation, key=key, wanted=wanted))  # fmt: skip
            good = False
    return good


def _fits_facility(form: Form, operation: Operation, facility: str, park: Park) -> bool:
    """Whether the operation can be done at the facility; notes it when it cannot."""
    text: Message | None = None
    if facility in park.storages:
        if operation not in ON_STORAGES:
            text = Message("'{facility}' is a storage, and operation {operation} is done to a link; name one",
                           facility=facility, operation=operation)  # fmt: skip
    elif facility in park.links and operation in (Operation.RAISE, Operation.LOWER):
        text = Message("'{facility}' is a link, and operation {operation} is done to a storage's crest; name one",
                       facility=facility, operation=operation)  # fmt: skip
    elif operation is not Operation.CHECK and not can_be_set(facility, park):
        text = cannot_be_set(facility)
    elif isinstance(form.get("opening"), Switch) and (why := cannot_be_switched(facility, form["opening"], park)):
        form.fault("opening", why)
        return False
    if text:
        form.fault("facility", text)
    return not text


def _can_get_there(form: Form, facility: str, park: Park) -> bool:
    """Whether it is known how long the crew and its equipment are on their way; notes it when it is not."""
    if "crew" not in form and "travel" in form:
        form.fault("travel", Message("nobody travels; write crew: with who goes, or leave travel out"))
        return False
    crew, part = park.crews.get(form.get("crew", "")), park.storages.get(facility) or park.links.get(facility)
    if crew is None or part is None or "travel" in form:
        return True
    lacking: list[Message] = []
    if part.place is None:
        where = part.source if isinstance(part, Link) and "pump" in form else facility
        lacking.append(Message("'{where}' longitude and latitude (or x and y)", where=where))
    if crew.home is None:
        lacking.append(Message("crew '{id}' longitude, latitude (or x, y) and speed", id=crew.id))
    elif crew.speed_m_s is None:
        lacking.append(Message("crew '{id}' a speed", id=crew.id))
    if lacking:
        both = Message("{place} and {speed}", place=lacking[0], speed=lacking[-1])
        form.spot.fault(form.node, Message("travel is missing; write how long crew '{id}' is on its way, or give "
                                           "{lacking}", id=crew.id,
                                           lacking=both if len(lacking) > 1 else lacking[0]))  # fmt: skip
    return not lacking


def _has_power(form: Form, facility: str, park: Park) -> bool:
    """Whether a sheet that needs power stands at a facility with a power area; notes it when it does not."""
    link = park.links.get(facility)
    if not form.get("power") or (link is None and facility not in park.storages) or (link and link.power):
        return True
    is_placed = link is None or "pump" in form
    better = Message("leave power out" if is_placed else "give it power:, or leave power out here")
    form.fault("power", Message("'{facility}' is in no power area, so it never loses power; {better}",
                                facility=facility, better=better))  # fmt: skip
    return False


def check_sheets(forms: Mapping[str, Form], park: Park) -> None:
    """Note sheets that need more of an equipment than there is, or take away what no sheet has put there."""
    put = {(form.get("operation"), form.get("facility")) for form in forms.values()}
    for form in forms.values():
        for id, units in form.get("needs", {}).items():
            if id in park.equipment and units > (count := park.equipment[id].count):
                text = Message("needs {units}, and the park has {count}; write less, or a larger count there",
                               units=f"{units:g}", count=f"{count:g}")  # fmt: skip
                form.spot.child("needs").child(id).fault(form.node.within("needs").entries[id].node, text)
        back, facility = BACK.get(form.get("operation", "")), form.get("facility", "")
        stands_there = park.storages if back is Operation.RAISE else park.links
        if back and facility in stands_there and (back, facility) not in put:
            text = Message("no sheet {back}s '{facility}', so there is nothing to {form}; write one that does",
                           back=back, facility=facility, form=form["operation"])  # fmt: skip
            form.fault("facility", text)
