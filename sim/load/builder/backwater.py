"""Whether a link feels the water behind it, and has what it needs for that."""

from __future__ import annotations

from collections.abc import Mapping

from sim.load.kinds.blocks import Form
from sim.message import Listed, Message
from sim.park import LinkKind, Receiver, Storage


def feels_backwater(form: Form) -> bool:
    """Whether a link's flow follows the water behind it too; that of a flap gate always does."""
    return form.get("kind") == LinkKind.FLAP_GATE or bool(form.get("backwater", False))


def check_backwater(form: Form, storages: Mapping[str, Storage], receivers: Mapping[str, Receiver]) -> bool:
    """Whether both ends of a link that feels the backwater say how high they lie; notes what is missing."""
    is_flap = form.get("kind") == LinkKind.FLAP_GATE
    if "opens_under" in form and not is_flap and "kind" in form:
        form.fault("opens_under", Message("belongs to a flap-gate, and this is a {thing}; leave it out",
                                          thing=Message(form["kind"])))  # fmt: skip
        return False
    if is_flap and form.get("backwater") is False:
        form.fault("backwater", Message("a flap gate is there because of the water behind it; leave this out, or take "
                                        "a pipe"))  # fmt: skip
        return False
    if not feels_backwater(form) or form.wrong & {"rating", "from", "to"}:
        return True
    key = "kind" if is_flap else "backwater"
    wants = [_wants_rating(form), _wants_floor(form, storages), _wants_level(form, storages, receivers)]
    for text in filter(None, wants):
        form.fault(key, Message("{text}; a link that feels the backwater needs it", text=text))
    return not any(wants)


def _wants_rating(form: Form) -> Message | None:
    """What a link lacks whose flow does not follow a head."""
    return None if "rating" in form else Message("has no rating: write its opening under rating: instead of capacity")


def _wants_floor(form: Form, storages: Mapping[str, Storage]) -> Message | None:
    """What the storage behind lacks."""
    source = storages.get(form.get("from", ""))
    if source is None or source.floor_m is not None:
        return None
    return Message("'{id}' has no floor: write the height of its floor", id=source.id)


def _wants_level(form: Form, storages: Mapping[str, Storage], receivers: Mapping[str, Receiver]) -> Message | None:
    """What its target lacks."""
    to = form.get("to", "")
    if (storage := storages.get(to)) is not None:
        missing = [key for key, value in (("floor", storage.floor_m), ("shape", storage.shape)) if value is None]
        lacks = Message("'{to}' has no {missing}: write how high and how deep its water stands", to=to,
                        missing=Listed(missing, " and no ", " and no "))  # fmt: skip
        return lacks if missing else None
    if (receiver := receivers.get(to)) is not None and receiver.level_m is None:
        return Message("'{to}' has no level: write the height of its water", to=to)
    return None
