"""Incidents that may happen, of which an ensemble draws one a run."""

from __future__ import annotations

from sim.load.kinds.blocks import Form
from sim.message import Listed, Message
from sim.park import Name, Provenance
from sim.scenario import Incident

HEAD = "incidents"
WEIGHTS = ("frequency", "weight")


def build_incidents(form: Form) -> tuple[Incident, ...]:
    """The incidents in the order of the file; notes some that have a frequency beside others that have none."""
    written: dict[str, Form] = form.get(HEAD, {})
    known = {each.path: each for each in form.spot.reading.provenance if each.collection == HEAD}
    found = [(id, key, each) for id, each in written.items() for key in WEIGHTS if each.has(key)]
    if len({key for _, key, _ in found}) > 1:
        ids = [id for id, key, _ in found if key == "weight"]
        form.spot.child(HEAD).fault(form.node.within(HEAD), Message(
            "some have a frequency, and {ids} only a weight; write a frequency for all of them, or a weight",
            ids=Listed(ids)))  # fmt: skip
    return tuple(_incident(id, key, each, known.get(f"{HEAD}.{id}.{key}")) for id, key, each in found)


def _incident(id: str, key: str, form: Form, known: Provenance | None) -> Incident:
    basis = {"basis": known.basis, "source": known.source} if known else {}
    return Incident(id, form.get("name", Name(id)), form[key], key == "frequency", **basis)  # type: ignore[arg-type]
