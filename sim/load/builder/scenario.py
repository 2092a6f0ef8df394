"""A scenario from its tree and its park."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from itertools import chain
from typing import Any

from sim.load.builder.action import build_action, can_be_set, cannot_be_set
from sim.load.builder.correction import build_correction
from sim.load.builder.dirty_area import with_dirty_areas
from sim.load.builder.fault import build_fault, check_loops
from sim.load.builder.incident import HEAD, build_incidents
from sim.load.builder.inflow import build_inflows
from sim.load.builder.park import PartialPark
from sim.load.builder.rain import storm_notes
from sim.load.builder.rule import build_rule
from sim.load.builder.storage import build_initial
from sim.load.builder.switching import has_no_levels, switched
from sim.load.builder.treatment import check_density, day_begins
from sim.load.kinds.blocks import Form
from sim.load.node import Block
from sim.load.place import Faults
from sim.load.reading import Reading
from sim.load.scenario_form import SCENARIO, VARIED
from sim.load.suggest import hint
from sim.message import Message
from sim.park import Name, Park, Switch, Switching
from sim.scenario import Behaviour, Detection, Limits, Product, Scenario


def read_scenario(tree: Block, stage: PartialPark, faults: Faults) -> Form:
    """What a tree writes of a scenario in a park; what is wrong is noted."""
    called = {id: (each.name.en, each.name.zh) for id, each in stage.park.tiers.items()}
    return SCENARIO.read_block(tree, Reading(faults, stage.known, called, varies=VARIED).start())


def build_scenario(tree: Block, stage: PartialPark, faults: Faults) -> Scenario:
    """The scenario that a tree writes, in a park; what is wrong is noted, and left out of it."""
    form = read_scenario(tree, stage, faults)
    reading = form.spot.reading
    id = form.get("id", "scenario")
    _check_starts(form, stage.park)
    failures = _built(form, "faults", build_fault, stage.park)
    check_loops(form.get("faults", {}), failures, stage.park)
    openings, switchings = build_openings(form, stage.park)
    scenario = Scenario(
        id=id,
        name=form.get("name", Name(id)),
        horizon_s=form.get("horizon", 0.0),
        inflows=tuple(chain.from_iterable(build_inflows(form, rained_on(form, stage.park)).values())),
        actions=_built(form, "actions", build_action, stage.park),
        rules=_built(form, "response", build_rule, stage.park),
        detection=build_detection(form),
        faults=failures,
        corrections=_built(form, "measured", build_correction, stage.park),
        product=_product(form["product"]) if "product" in form else Product(),
        limits=_limits(form["limits"]) if "limits" in form else Limits(),
        openings=openings,
        switchings=switchings,
        initial=build_starts(form, stage.park),
        notes=storm_notes(form),
        provenance=tuple(sorted((each for each in reading.provenance if each.collection != HEAD),
                                key=lambda each: each.path)),
        starts=_starts(form, stage.park),
        uncertain=tuple(sorted(reading.uncertain, key=lambda each: each.path)),
        correlated=_correlated(form, stage.park),
        incidents=build_incidents(form),
        **form.given(description="description"),
    )
    check_density(form, stage.park, scenario)
    return scenario


def rained_on(form: Form, park: Park) -> Park:
    """The park as rain finds it, with the areas of the incident."""
    return with_dirty_areas(form.get("dirty_areas", {}), park)


def _correlated(form: Form, park: Park) -> dict[str, float]:
    """How closely each group of uncertain numbers moves together; notes a group of which nobody says."""
    said: dict[str, float] = form.get("correlated", {})
    written = form.node.within("correlated").entries
    firsts: dict[str, str] = {}
    for each in (*park.uncertain, *form.spot.reading.uncertain):
        if each.group:
            firsts.setdefault(each.group, each.path)
    for group, path in firsts.items():
        if group not in written:
            wanted = Message("write correlated: with {wanted}", wanted=f"{{{group}: 0.8}}")
            advice = hint(group, list(said)) if said else wanted
            form.spot.fault(form.node, Message("{path} moves with '{group}', and nobody says how closely; {advice}",
                                               path=path, group=group, advice=advice))  # fmt: skip
    return said


def _built(form: Form, key: str, build: Any, park: Park) -> tuple[Any, ...]:
    """What could be built of a collection whose times must lie within the run."""
    horizon = form.get("horizon")
    built = (build(id, each, park, horizon) for id, each in form.get(key, {}).items())
    return tuple(each for each in built if each is not None)


def _check_starts(form: Form, park: Park) -> None:
    """Note that nobody knows who is on duty when crews work in shifts and the scenario has no clock time."""
    shifts = [crew.id for crew in park.crews.values() if crew.shifts]
    if shifts and "response" in form and "starts" not in form.node.entries:
        wanted = Message("write starts: with the clock time of T+0, such as 2025-07-14 14:20 +08:00")
        form.spot.fault(form.node, Message("starts is missing, and crew '{id}' works in shifts; {wanted}",
                                           id=shifts[0], wanted=wanted))  # fmt: skip
    else:
        day_begins(form, park)


def _starts(form: Form, park: Park) -> str:
    """When it starts, by the park's clocks where both say how far theirs are from UTC."""
    written: str = form.get("starts", "")
    at = datetime.fromisoformat(written) if written else None
    if at is None or at.tzinfo is None or park.utc_offset_s is None:
        return written
    return at.astimezone(timezone(timedelta(seconds=park.utc_offset_s))).isoformat()


def build_detection(form: Form) -> Detection:
    given: Form | None = form.get("detection")
    return Detection(**given.given(report_s="report")) if given else Detection()


def _product(form: Form) -> Product:
    given = form.given(name="name", density_kg_m3="density")
    return Product(behaviour=Behaviour(form.get("behaviour", Behaviour.MIXES)), **given)


def _limits(form: Form) -> Limits:
    return Limits(**form.given(product_share="product_share", escape_m3="escape", mixture_quantum="mixture_quantum"))


def build_openings(form: Form, park: Park) -> tuple[dict[str, float], dict[str, Switching]]:
    """Links that start otherwise, by id, only such as can be set; and how those with levels are switched."""
    openings: dict[str, float] = {}
    switchings: dict[str, Switching] = {}
    spot, entries = form.spot.child("openings"), form.node.within("openings").entries
    for id, written in form.get("openings", {}).items():
        link = park.links.get(id)
        if not can_be_set(id, park):
            spot.child(id).fault(entries[id].place, cannot_be_set(id))
        elif link is not None and link.start_m3 is not None:
            openings[id], switchings[id] = switched(written, manual=link.switching.manual)
        elif isinstance(written, Switch):
            spot.child(id).fault(entries[id].place, has_no_levels(written))
        else:
            openings[id] = written
    return openings, switchings


def build_starts(form: Form, park: Park) -> dict[str, Mapping[str, float]]:
    """Storages that start otherwise: volumes by origin."""
    found: dict[str, Mapping[str, float]] = {}
    written = form.node.within("initial")
    for id, amounts in form.get("initial", {}).items():
        if id in park.storages:
            spot = form.spot.child("initial").child(id)
            volumes = build_initial(amounts, park.storages[id], spot, written.within(id))
            if volumes is not None:
                found[id] = volumes
    return found
