"""Tanks of a sizing sheet's groups by their sizes, and in which bund each stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sim.hydrology.bund_geometry import Tank
from sim.load.kinds.blocks import Form
from sim.load.suggest import hint
from sim.message import Message


def build_tanks(group: Form) -> tuple[Tank, ...]:
    """The tanks of a group; those of which something is wrong are left out."""
    written: dict[str, Form] = group.get("tanks", {})
    return tuple(
        Tank(id, form["volume"], **form.given(
            diameter_m="diameter", base_m="base", base_diameter_m="base_diameter", number="number", bund="bund"))
        for id, form in written.items() if "volume" in form and not form.wrong
    )  # fmt: skip


def largest_of(tanks: Sequence[Tank]) -> Tank | None:
    """The largest of some tanks, the first of several; None of none."""
    return max(tanks, key=lambda tank: tank.volume_m3, default=None)


def check_bunds(group: Form, bunds: Collection[str]) -> None:
    """Note tanks of a group that stand in no bund of it, or of which nobody can tell in which."""
    written: dict[str, Form] = group.get("tanks", {})
    for id, form in written.items():
        if "bund" in form and form["bund"] not in bunds:
            form.fault("bund", Message("no bund of this group is named '{text}'; {hint}", text=form["bund"],
                                       hint=hint(form["bund"], bunds)))  # fmt: skip
        elif "diameter" in form and len(bunds) > 1 and "bund" not in form.node.entries:
            form.spot.fault(form.node, Message("in which bund '{id}' stands is not said; write bund: {example}", id=id,
                                               example=next(iter(bunds))))  # fmt: skip


def tanks_in(tanks: Sequence[Tank], bund: str, bunds: Collection[str]) -> tuple[Tank, ...]:
    """The tanks that stand in a bund and whose size is known; `bunds` are all of their group."""
    return tuple(
        tank for tank in tanks
        if tank.diameter_m is not None and (tank.bund == bund or (tank.bund is None and len(bunds) == 1))
    )  # fmt: skip
