"""Catchments and storm formulas from what was read."""

from __future__ import annotations

from collections.abc import Mapping

from sim.hydrology.runoff import RUNOFF, mean_runoff
from sim.hydrology.storm_sets import STORM_SETS
from sim.load.builder.place import build_place
from sim.load.kinds.blocks import Form
from sim.load.reading import Heritage
from sim.load.suggest import hint
from sim.message import Message
from sim.park import Basis, Catchment, Name, Provenance, Response, StormCoefficients

DEFAULT = Heritage(Basis.ASSUMED, "middle of the usual range")
"""How a runoff coefficient is known that the park file does not give."""


def coefficients(park: Form) -> Mapping[str, float] | None:
    """Runoff coefficients by land use, the park's own before the usual ones; None when its own could not be read."""
    own = park.get("runoff_coefficients", {})
    broken = "runoff_coefficients" in park.wrong or own.keys() != set(park.node.within("runoff_coefficients").ids())
    return None if broken else {**RUNOFF, **own}


def build_catchment(id: str, form: Form, shares: Mapping[str, float] | None) -> Catchment | None:
    """A catchment; None when something it needs is missing or wrong."""
    ground = _ground(form, shares)
    checks = _responds(form), _is_elsewhere(form)
    if not all(checks) or form.wrong or ground is None or "drains_to" not in form:
        return None
    area, runoff = ground
    keys = {"concentration_s": "concentration", "first_flush_m": "first_flush", "first_flush_to": "first_flush_to"}
    crossed = {"misconnected": "misconnected", "misconnected_to": "misconnected_to"}
    return Catchment(id, form.get("name", Name(id)), area, runoff, form["drains_to"],
                     Response(form.get("response")), **form.given(**keys, **crossed),
                     place=build_place(form))  # fmt: skip


def _ground(form: Form, shares: Mapping[str, float] | None) -> tuple[float, float] | None:
    """Its area [m2] and runoff coefficient [-]; None when they are missing or wrong, which is noted."""
    if form.has("area", "runoff"):
        return form["area"], form["runoff"]
    areas: Mapping[str, float] = form.get("land_use", {})
    if not areas or shares is None:
        return None
    known = True
    written, spot = form.node.within("land_use").entries, form.spot.child("land_use")
    for use in areas:
        if use not in shares:
            known = False
            advice = hint(use, shares, "write its share under runoff_coefficients:, or one of {names}")
            text = Message("no land use is named '{use}'; {advice}", use=use, advice=advice)
            spot.child(use).fault(written[use].place, text)
    if not known:
        return None
    _note_defaults(form, areas)
    return sum(areas.values()), mean_runoff(areas, shares)


def _note_defaults(form: Form, areas: Mapping[str, float]) -> None:
    """Note each usual coefficient that stands in for one the park file does not give, once a park."""
    noted = form.spot.reading.provenance
    seen = {each.path for each in noted}
    for use in areas:
        path = f"runoff_coefficients.{use}"
        if use in RUNOFF and path not in seen:
            noted.append(Provenance(path, f"{RUNOFF[use]:g}", DEFAULT.basis, DEFAULT.source))


def _responds(form: Form) -> bool:
    """Whether its response and its time of concentration go together; notes it when they do not."""
    response = form.get("response")
    if "response" in form.wrong:
        return False
    if response == Response.AT_ONCE and "concentration" in form.node.entries and "response" in form:
        form.fault("concentration", Message("belongs to response rational or reservoir; leave it out"))
        return False
    if response != Response.AT_ONCE and "concentration" not in form.node.entries:
        wanted = Message("write concentration: with a time such as 10 min")
        form.fault("response", Message("{response} needs concentration beside it; {wanted}", response=response,
                                       wanted=wanted))  # fmt: skip
        return False
    return True


def _is_elsewhere(form: Form) -> bool:
    """Whether what is misconnected runs somewhere else than the rest; notes it when it does not."""
    to = form.get("misconnected_to")
    if to is None or to != form.get("drains_to"):
        return True
    text = Message("is '{to}', where all of it drains anyway; name another storage, such as a foul main", to=to)
    form.fault("misconnected_to", text)
    return False


def build_storm_formula(id: str, form: Form) -> StormCoefficients | None:
    """A storm formula; None when something it needs is missing or wrong."""
    if "set" in form and "a" not in form.node.entries:
        found = STORM_SETS[form["set"]]
        path = f"{form.spot.path}.set"
        form.spot.reading.provenance.append(Provenance(path, form["set"], Basis.PUBLISHED, found.source))
        name = Name(**{language: f"{name} {found.year}" for language, name in found.name.items()})
        values = found.formula
        return StormCoefficients(id, form.get("name", name), values.a, values.c, values.b, values.n)
    if not form.has("a", "c", "b", "n"):
        return None
    return StormCoefficients(id, form.get("name", Name(id)), form["a"], form["c"], form["b"], form["n"])
