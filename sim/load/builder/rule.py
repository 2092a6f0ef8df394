"""Rules of the response plan from what was read."""

from __future__ import annotations

from sim.load.builder.trigger import build_trigger
from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Park
from sim.scenario import Rule

OF_SHEETS = ("otherwise", "one_by_one", "priority", "preempt")
"""Keys that say how sheets are done."""


def build_rule(id: str, form: Form, park: Park, horizon_s: float | None) -> Rule | None:
    """A rule; None when something it needs is missing or wrong."""
    when = build_trigger(form["when"], park, horizon_s) if "when" in form else None
    if not form.node.entries.keys() & {"do", "call"}:
        form.spot.fault(form.node, Message("nothing is ordered; write do: with operation sheets, or call: with who "
                                           "shall come"))  # fmt: skip
        return None
    idle = [key for key in OF_SHEETS if key in form and "do" not in form.node.entries]
    for key in idle:
        form.fault(key, Message("speaks of the sheets to do, and there are none; write do: with some, or leave {key} "
                                "out", key=key))  # fmt: skip
    if when is None or form.wrong or idle or not _comes_from_outside(form, park):
        return None
    return Rule(
        id=id,
        when=when,
        **form.given(after_s="after", do="do", one_by_one="one_by_one", otherwise="otherwise", call="call"),
        **form.given(priority="priority", preempt="preempt", text="text"),
    )


def _comes_from_outside(form: Form, park: Park) -> bool:
    """Whether everybody who is called comes from outside; notes who is there already."""
    good = True
    for id in form.get("call", ()):
        called = park.crews.get(id) or park.equipment.get(id)
        if called is not None and called.arrives_s <= 0:
            text = Message("'{id}' is in the park already; give it arrives: in the park file, or leave it out here",
                           id=id)  # fmt: skip
            form.fault("call", text)
            good = False
    return good
