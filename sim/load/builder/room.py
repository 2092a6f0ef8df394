"""What a storage can hold and how much of that is freeboard, from its capacity and its allowed level."""

from __future__ import annotations

from typing import NamedTuple

from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Allowed, Because, Name, RoundPipe, Shape
from sim.units import volume_text

ROUNDING = 1e-9
"""Share of the capacity by which a level may miss the crest [-]."""


class Room(NamedTuple):
    """Volume to the crest, what of it is freeboard [m3], and the allowed level behind that, if one is written."""

    capacity_m3: float
    freeboard_m3: float
    allowed: Allowed | None


def build_room(id: str, form: Form, shape: Shape | None) -> Room | None:
    """The room of a storage; None when it cannot be told, which is noted."""
    allowed: Form | None = form.get("allowed")
    if (allowed is None or "level" not in allowed) and not _is_in_pipe(form, shape):
        return None
    if allowed is None:
        return Room(form["capacity"], form.get("freeboard"), None) if "capacity" in form else None
    if allowed.wrong or "because" not in allowed or not _level_has_shape(id, allowed, shape):
        return None
    reason = _reason(allowed["because"])
    if "level" not in allowed:
        return _to_the_crest(form, allowed, shape, reason)
    assert shape is not None  # seen above
    level: float = allowed["level"]
    below = shape.volume_m3(level)
    if "capacity" not in form:
        return Room(below, 0.0, Allowed(reason, level))
    capacity: float = form["capacity"]
    if below > capacity * (1 + ROUNDING):
        crest = Message("{depth_m} m, where {volume} stand", depth_m=f"{shape.depth_m(capacity):.4g}",
                        volume=volume_text(capacity))  # fmt: skip
        allowed.fault("level", Message("must not be above the crest, {crest}; found {level} m", crest=crest,
                                       level=f"{level:g}"))  # fmt: skip
        return None
    free = capacity - below
    return Room(capacity, free if free > ROUNDING * capacity else 0.0, Allowed(reason, level))


def _to_the_crest(form: Form, allowed: Form, shape: Shape | None, reason: Because | Name) -> Room | None:
    """Room that may be used up to the crest; None when nobody says how much that is."""
    if "capacity" not in form:
        wanted = Message("write level: with a depth such as 3.2 m, or capacity: beside it")
        allowed.spot.fault(allowed.node, Message("without a capacity the allowed level must be known; {wanted}",
                                                 wanted=wanted))  # fmt: skip
        return None
    capacity = form["capacity"]
    return Room(capacity, 0.0, Allowed(reason, shape.depth_m(capacity)) if shape else Allowed(reason))


def _level_has_shape(id: str, allowed: Form, shape: Shape | None) -> bool:
    """Whether it is known how much stands below a level; notes it when it is not."""
    if "level" not in allowed or shape is not None:
        return True
    text = Message("a level needs to know how deep a volume stands, and '{id}' has no shape; give it one", id=id)
    allowed.fault("level", Message("{text}, or write capacity: and freeboard:", text=text))
    return False


def _is_in_pipe(form: Form, shape: Shape | None) -> bool:
    """Whether a pipe can hold its capacity; notes it when it cannot."""
    if not isinstance(shape, RoundPipe) or form.get("capacity", 0.0) <= shape.full_m3 * (1 + ROUNDING):
        return True
    full, found = volume_text(shape.full_m3), volume_text(form["capacity"])
    form.fault("capacity", Message("the pipe of this shape holds {full} when full; found {found}", full=full,
                                   found=found))  # fmt: skip
    return False


def _reason(written: str | Name) -> Because | Name:
    """One of the usual reasons, or somebody's own words."""
    return written if isinstance(written, Name) else Because(written)
