"""Reports that a park says are owed, from what was read."""

from __future__ import annotations

from collections.abc import Mapping

from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Name
from sim.park.report_duty import Grade, Medium, ReportDuty, Stage, Trigger

Forms = Mapping[str, Form]


def build_reports(forms: Forms) -> dict[str, ReportDuty]:
    """The reports, in the order of the file; what is wrong is noted, and left out."""
    taken = {id: form for id, form in forms.items() if id in set(Trigger)}
    for id, form in taken.items():
        form.spot.fault(form.node, Message("'{id}' says from when on a time runs; choose another id", id=id))
    _check_rings({id: form for id, form in forms.items() if id not in taken})
    built = ((id, _report(id, form)) for id, form in forms.items() if not form.wrong and form.has("from", "to"))
    return dict(built)


def _report(id: str, form: Form) -> ReportDuty:
    return ReportDuty(
        id,
        form.get("name", Name(id)),
        form["from"],
        form["to"],
        trigger=form.get("after"),
        within_s=form.get("within"),
        medium=Medium(form.get("by")),
        stage=Stage(form.get("stage")),
        grade=Grade(form.get("grade")),
        **form.given(says="says", rule="rule"),
    )


def _check_rings(forms: Forms) -> None:
    """Note every ring of reports that wait for one another, at the first of them."""
    seen: set[str] = set()
    for first in forms:
        way: list[str] = []
        id = first
        while id in forms and id not in way and id not in seen:
            way.append(id)
            id = forms[id].get("after")
        if id in way:
            ring = " -> ".join([*way[way.index(id) :], id])
            text = Message("these reports wait for one another, {ring}; let one follow known", ring=ring)
            forms[id].fault("after", text)
        seen.update(way)
