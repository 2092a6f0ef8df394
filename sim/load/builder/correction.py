"""What was measured while an accident went on, from what was read."""

from __future__ import annotations

from sim.errors import InputError
from sim.load.builder.amount import amount_m3
from sim.load.kinds.blocks import Form
from sim.message import Message
from sim.park import Park
from sim.scenario import Correction
from sim.units import time_text


def build_correction(id: str, form: Form, park: Park, horizon_s: float | None) -> Correction | None:
    """A measured level; None when it does not fit its storage, or the run is over by then."""
    if form.wrong or not form.has("storage", "at", "level") or form["storage"] not in park.storages:
        return None
    if horizon_s is not None and form["at"] > horizon_s:
        form.fault("at", Message("measured after {time}, when the run is over: its horizon is {horizon}",
                                 time=time_text(form["at"]), horizon=time_text(horizon_s)))  # fmt: skip
        return None
    try:
        volume_m3 = amount_m3(form["level"], park.storages[form["storage"]])
    except InputError as error:
        form.fault("level", error.message)
        return None
    return Correction(id, form["storage"], form["at"], volume_m3)
