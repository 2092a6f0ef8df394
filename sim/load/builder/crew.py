"""Crews and equipment from what was read."""

from __future__ import annotations

from typing import Any

from sim.load.builder.place import build_place, is_placed
from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Crew, Equipment, Name, Shift
from sim.units import Dimension, parse

MIDNIGHT_S = parse("24 h", Dimension.TIME)
"""The end of a day, which is no beginning [s]."""


def build_crew(id: str, form: Form) -> Crew | None:
    """A crew; None when something it needs is missing or wrong."""
    shifts = tuple(_shift(each) for each in form.get("shifts", {}).values())
    if form.wrong or "teams" not in form or None in shifts:
        return None
    on_duty = [form["teams"], *(shift.teams for shift in shifts if shift)]
    if max(on_duty) < 1:
        form.fault("teams", Message("nobody is ever on duty; write 1 or more, here or in a shift"))
        return None
    return Crew(
        id=id,
        name=form.get("name", Name(id)),
        teams=form["teams"],
        shifts=tuple(shift for shift in shifts if shift),
        people=form.get("people"),
        **_on_the_road(form),
    )


def _shift(form: Form) -> Shift | None:
    if form.wrong or not form.has("from", "until", "teams"):
        return None
    if form["from"] == MIDNIGHT_S:
        form.fault("from", Message("a day ends at 24:00 and begins at 00:00; write 00:00"))
        return None
    if form["from"] == form["until"]:
        form.fault("until", Message("the shift ends as it begins; write another time of day, or leave it out and "
                                    "change teams"))  # fmt: skip
        return None
    return Shift(form["from"], form["until"], form["teams"])


def _on_the_road(form: Form) -> dict[str, Any]:
    """Where it is at home, and how it comes from there; notes a speed of who starts from nowhere."""
    if "speed" in form and not is_placed(form):
        form.fault("speed", Message("needs a place beside it, from which the way begins; write longitude: and "
                                    "latitude:, or x: and y:"))  # fmt: skip
    return {"home": build_place(form), **form.given(speed_m_s="speed", detour="detour", arrives_s="arrives")}


def build_equipment(id: str, form: Form) -> Equipment | None:
    """A stock of equipment; None when something it needs is missing or wrong."""
    if form.wrong or "count" not in form:
        return None
    return Equipment(
        id=id,
        name=form.get("name", Name(id)),
        count=form["count"],
        **form.given(unit="unit", takes_s="takes", travel_s="travel", spent="spent"),
        **_on_the_road(form),
    )
