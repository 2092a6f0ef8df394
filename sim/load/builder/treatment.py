"""Treatment plants - capacity, load, inlet - from what was read."""

from __future__ import annotations

from collections.abc import Mapping

from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import PLANTS_OWN, Inlet, Park, ReceiverKind, Treatment
from sim.scenario import InflowKind, Scenario
from sim.units import Dimension


def build_treatment(form: Form) -> Treatment | None:
    """Capacity and load; None when one is missing or wrong."""
    if form.wrong or not form.has("capacity", "load"):
        return None
    return Treatment(form["capacity"], form["load"], form.get("pattern", ()))


def build_inlet(form: Form) -> Inlet | None:
    """The limit of a link and its dead band; None when they do not go together, which is noted."""
    limit, reset = form["inlet_limit"], form["inlet_reset"]
    if limit.dimension is not reset.dimension:
        form.fault("inlet_reset", Message("must be written like inlet_limit, {text}; found {text2}", text=limit.text,
                                          text2=reset.text))  # fmt: skip
        return None
    if reset.value >= limit.value:
        text = Message("must lie below inlet_limit, {text}, or it would never rest; found {text2}", text=limit.text,
                       text2=reset.text)  # fmt: skip
        form.fault("inlet_reset", text)
        return None
    return Inlet(limit.value, reset.value, by_mass=limit.dimension is Dimension.CONCENTRATION)


def check_treatment(forms: Mapping[str, Form], park: Park) -> None:
    """Note treatment capacities and inlet limits of links that do not lead to treatment."""
    for form in forms.values():
        target = form.get("to", "")
        treated = target in park.receivers and park.receivers[target].kind is ReceiverKind.TREATED
        inside = target in park.storages and park.storages[target].kind in PLANTS_OWN
        if target not in park.receivers and target not in park.storages:
            continue
        if "treatment" in form and not treated:
            text = Message("belongs to a link into a receiver of kind treated, and '{target}' is none; write a "
                           "capacity here", target=target)  # fmt: skip
            form.fault("treatment", text)
        if "inlet_limit" in form and not (treated or inside):
            text = Message("belongs to a link into a treatment plant, and '{target}' is none; leave it out",
                           target=target)  # fmt: skip
            form.fault("inlet_limit", Message("{text}, or let '{target}' be of kind {kind}", text=text,
                                              target=target, kind=PLANTS_OWN[0]))  # fmt: skip


def day_begins(form: Form, park: Park) -> None:
    """Note that nobody knows the hour when a load goes over the day and the scenario has no clock time."""
    daily = [link.id for link in park.links.values() if link.treatment and link.treatment.pattern]
    if daily and "starts" not in form.node.entries:
        wanted = Message("write starts: with the clock time of T+0, such as 2025-07-14 14:20 +08:00")
        form.spot.fault(form.node, Message("starts is missing, and the load of '{id}' goes over the day; {wanted}",
                                           id=daily[0], wanted=wanted))  # fmt: skip


def check_density(form: Form, park: Park, scenario: Scenario) -> None:
    """Note that nobody knows when a plant refuses: its limit is a mass, and there is product without a density."""
    by_mass = [link.id for link in park.links.values() if link.inlet and link.inlet.by_mass]
    if not by_mass or scenario.product.density_kg_m3 or not _has_product(park, scenario):
        return
    if "product" in form and "density" in form["product"].wrong:
        return
    text = Message("density is missing, and '{id}' has its inlet_limit in mass; write product: with a density",
                   id=by_mass[0])  # fmt: skip
    form.spot.child("product").fault(form.place("product"), Message("{a} such as {example}", a=text,
                                                                    example=Dimension.DENSITY.example))  # fmt: skip


def _has_product(park: Park, scenario: Scenario) -> bool:
    """Whether product is released, or stands somewhere at the start."""
    standing = (scenario.initial.get(id, each.initial) for id, each in park.storages.items())
    released = any(each.kind is InflowKind.RELEASE for each in scenario.inflows)
    return released or any("product" in amounts for amounts in standing)
