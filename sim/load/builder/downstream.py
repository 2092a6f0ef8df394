"""Reaches below the park and receptors on them, from what was read."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Name, Reach, Receiver, ReceiverKind, Receptor

Forms = Mapping[str, Form]


def build_reaches(forms: Forms, receivers: Mapping[str, Receiver]) -> dict[str, Reach]:
    """The reaches, each with a place of its own to begin at; what is wrong is noted, and left out."""
    begun: dict[str, str] = {}
    found = {}
    for id, form in forms.items():
        if id in receivers:
            text = Message("'{id}' is a receiver already; choose another id, and write from: {id} in the reach", id=id)
            form.spot.fault(form.node, text)
        elif _begins(id, form, receivers, begun) and (reach := _reach(id, form)) is not None:
            found[id] = reach
    _check_rings(forms, found)
    return found


def build_receptor(id: str, form: Form, reaches: Mapping[str, Reach]) -> Receptor | None:
    """A receptor; None when something it needs is missing or wrong."""
    if form.wrong or not form.has("kind", "on", "at", "limit"):
        return None
    reach = reaches.get(form["on"])
    if reach is not None and form["at"] > reach.length_m:
        text = Message("{form} m is beyond the end of '{id}', which is {length_m} m long; ", form=f'{form["at"]:,.10g}',
                       id=reach.id, length_m=f"{reach.length_m:,.10g}")  # fmt: skip
        form.fault("at", Message("{text}make the reach longer, or name one below it", text=text))
        return None
    return Receptor(id, form.get("name", Name(id)), form["kind"], form["on"], form["at"], form["limit"])


def _begins(id: str, form: Form, receivers: Mapping[str, Receiver], begun: dict[str, str]) -> bool:
    """Whether a reach begins where one can, and as the only one; notes it when it does not."""
    source = form.get("from")
    if source in receivers and receivers[source].kind is not ReceiverKind.OUT:
        kind = receivers[source].kind
        form.fault("from", Message("'{source}' is a receiver of kind {kind}; a reach begins at one of kind out, or at "
                                   "a reach", source=source, kind=kind))  # fmt: skip
        return False
    if source in begun:
        text = Message("reach '{begun}' begins at '{source}' already; a river that parts is not played, so keep one",
                       begun=begun[source], source=source)  # fmt: skip
        form.fault("from", text)
        return False
    if source is not None:
        begun[source] = id
    return source is not None


def _reach(id: str, form: Form) -> Reach | None:
    keys = ("width", "depth", "velocity", "slope", "length")
    if form.wrong or not form.has(*keys):
        return None
    sizes = {"width_m": "width", "depth_m": "depth", "velocity_m_s": "velocity", "slope": "slope", "length_m": "length"}
    return Reach(
        id, form.get("name", Name(id)), form["from"], **form.given(**sizes, dispersion_m2_s="dispersion")
    )  # fmt: skip


def _check_rings(forms: Forms, reaches: Mapping[str, Reach]) -> None:
    """Note every ring of reaches once, at the first of them."""
    seen: set[str] = set()
    for id in reaches:
        ring = _ring(id, reaches, seen)
        if ring:
            text = Message("reaches lead round in a ring, {what}; let one begin at a receiver",
                           what=" -> ".join([*ring, ring[0]]))  # fmt: skip
            forms[ring[0]].fault("from", text)
        seen.update(ring)


def _ring(id: str, reaches: Mapping[str, Reach], seen: Collection[str]) -> list[str]:
    """The ring upstream of a reach, in the order of the water; empty when it comes from a receiver."""
    way: list[str] = []
    while id in reaches and id not in way and id not in seen:
        way.append(id)
        id = reaches[id].source
    ring = way[way.index(id) :] if id in way else []
    return [*ring[:1], *reversed(ring[1:])]
