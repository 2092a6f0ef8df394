"""Rain of a sizing sheet: how much falls, and on what ground; both may be the park's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sim.errors import InputError
from sim.hydrology.size_sheet import From, Rain, Taken
from sim.hydrology.storms import L_S_HA, StormFormula
from sim.load.builder.plant_known import Known, worst_basis
from sim.load.kinds.blocks import Form
from sim.message import Listed, Message
from sim.park import Park
from sim.words import LANGUAGES

DAYS_A_YEAR = 366


def build_rain(sheet: Form, known: Known, park: Park | None) -> Rain:
    """What is said of the rain; what is wrong with it is noted, and left out."""
    form: Form | None = sheet.get("rain")
    flush: Form | None = sheet.get("first_flush")
    given: dict[str, Any] = {}
    if form is not None:
        given = _fallen(form, known, park) | _ground(form, known)
    if flush is not None:
        given |= _flush(flush, park)
    return Rain(**given)


def _flush(form: Form, park: Park | None) -> dict[str, Any]:
    """First flush: its ground, its depth, the storm of its first minutes."""
    given = form.given(first_flush_m="depth", dirty_area_m2="area", flush_runoff="runoff", flush_lasts_s="lasts",
                       flush_intensity_m_s="intensity")  # fmt: skip
    if park is not None and (intensity_m_s := _intensity_m_s(form, park)) is not None:
        given["flush_intensity_m_s"] = intensity_m_s
    return given


def storm_taken(sheet: Form, park: Park | None) -> Iterator[Taken]:
    """The intensities that formulas of the park gave, if any were asked."""
    for block in ("rain", "first_flush"):
        form: Form | None = sheet.get(block)
        intensity_m_s = None if form is None or park is None else _intensity_m_s(form, park)
        if form is not None and park is not None and intensity_m_s is not None:
            id = form["formula"]
            basis = worst_basis(each.basis for each in park.provenance if each.path.startswith(f"storm_formulas.{id}."))
            yield Taken(f"{block}.intensity", intensity_m_s / L_S_HA, "L/(s ha)", From.FORMULA, (id,), basis)


def _fallen(form: Form, known: Known, park: Park | None) -> dict[str, Any]:
    """How much it rains."""
    given = form.given(volume_m3="volume", annual_m="annual", days="days", depth_m="depth", intensity_m_s="intensity",
                       lasts_s="lasts", freeboard_m="freeboard", greatest_day_m="greatest_day")  # fmt: skip
    if "none_because" in form:
        given["none_because"] = {language: form["none_because"].in_language(language) for language in LANGUAGES}
        if form.get("volume", 0.0) > 0:
            form.fault("none_because", Message("goes with volume: 0 m3; leave it out"))
    around: Form | None = form.get("around")
    if around is not None and around.has("before", "during", "after"):
        given["around_m"] = (around["before"], around["during"], around["after"])
    if form.get("days", 0) > DAYS_A_YEAR:
        form.fault("days", Message("a year has {most} days at most, found {form}", most=DAYS_A_YEAR, form=form["days"]))
    if park is not None and (intensity_m_s := _intensity_m_s(form, park)) is not None:
        given["intensity_m_s"] = intensity_m_s
    if known.is_park and "lasts" in form and not form.node.entries.keys() & {"formula", "intensity"}:
        form.fault("lasts", Message("goes with intensity or formula; leave it out"))
    return given


def _intensity_m_s(form: Form, park: Park) -> float | None:
    """What a storm formula of the park says; None when none is asked, or something is wrong, which is noted."""
    found = park.storm_formulas.get(form.get("formula", ""))
    if found is None or not form.has("period", "lasts"):
        return None
    try:
        return StormFormula(found.a, found.c, found.b, found.n).intensity_m_s(form["lasts"], form["period"])
    except InputError as error:
        form.fault("period", error.message)
        return None


def _ground(form: Form, known: Known) -> dict[str, Any]:
    """The ground that it falls on: as it is written, else as the park knows it."""
    given = form.given(area_m2="area", runoff="runoff")
    if known.ground is not None:
        return {"area_m2": known.ground.area_m2, "runoff": known.ground.runoff} | given
    written = form.node.entries.keys()
    storm = written & {"depth", "intensity", "formula", "greatest_day"}
    lacks = [key for key, asked in (("area", storm or "annual" in written), ("runoff", storm)) if asked]
    lacks = [key for key in lacks if key not in written]
    if known.is_park and lacks:
        keys = Listed((f"{key}:" for key in lacks), " and ")
        form.spot.fault(form.node, Message("no catchment of the park drains to a storage of this plant; write {keys}",
                                           keys=keys))  # fmt: skip
    return given
