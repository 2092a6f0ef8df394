"""What happened in a run, each event in a sentence that names things as people do."""

from __future__ import annotations

from sim.called.called import Called
from sim.record.event import (
    Closed,
    Crossed,
    Event,
    Failed,
    IncidentDetected,
    IncidentReported,
    Measured,
    OfTeam,
    Poured,
    Reason,
    Waits,
)
from sim.units import flow_text, volume_text


def happened(called: Called, event: Event) -> str:
    """What happened, in a sentence.

    >>> from sim.park import Name, Storage
    >>> from sim.record.event import NO_CAUSE, FireWater
    >>> from tests.water.by_hand import park_of, pour, script
    >>> park = park_of([Storage("pit", Name("North pit", "北池"), "plant", "pool", 100)])
    >>> scenario = script(pour("fire", "pit", (0, 0.25), (60, 0)), horizon_s=100)
    >>> happened(Called(park, scenario), FireWater(0.0, "fire", NO_CAUSE, 0.25))
    'fire water into North pit: 250 L/s'
    >>> happened(Called(park, scenario, "zh"), FireWater(60.0, "fire", NO_CAUSE, 0.0))
    '消防水停止进入北池'
    """
    if isinstance(event, Poured):
        return _poured(called, event)
    more = {"name": called.subject(event.what, event.subject)}
    match event:
        case Crossed(rising=rising, volume_m3=volume_m3):
            side = "entry_above" if rising else "entry_below"
            more["level"] = called.says(side, volume=_raised(volume_text(volume_m3)))
        case Failed(reasons=reasons):
            more["reason"] = _reasons(called, event.subject, reasons)
        case Waits(reason=reason):
            more["reason"] = _reasons(called, event.subject, (reason,) if reason else ())
        case OfTeam(crew=crew):
            more["crew"] = called.says("entry_crew", crew=called.crew(crew)) if crew in called.park.crews else ""
        case IncidentReported(said_m3=None) | IncidentDetected(said_m3=None):
            more["size"] = ""
        case IncidentReported(said_m3=float(said_m3)) | IncidentDetected(said_m3=float(said_m3)):
            more["size"] = called.says("entry_size", volume=_raised(volume_text(said_m3)))
        case Measured(measured_m3=measured_m3, more_m3=more_m3):
            more["volume"] = _raised(volume_text(measured_m3))
            more["more"] = ("+" if more_m3 >= 0 else "-") + _raised(volume_text(abs(more_m3)))
        case Closed(answered=False):
            return called.says("entry_alone", **more)
    return called.says(f"entry_{event.what}", **more)


def reasons_said(called: Called, job: str, reasons: tuple[Reason, ...]) -> str:
    """Why a job failed: each link by its name where the job is about several of them."""
    action = called.action_of(job)
    alone = len(reasons) <= 1 and (action is None or len(action.openings) <= 1)
    return called.listed([called.reason(each, alone=alone) for each in reasons])


def _reasons(called: Called, job: str, reasons: tuple[Reason, ...]) -> str:
    return called.says("entry_reason", reason=reasons_said(called, job, reasons)) if reasons else ""


def _poured(called: Called, event: Poured) -> str:
    """What comes in from now on, where to and how much, or that it ends."""
    inflow = called.inflow_of(event.subject)
    count = len(inflow.into)
    where = called.says("entry_storages", count=count) if count != 1 else called.place(inflow.into[0])
    water = called.says(f"entry_{event.what}")
    if event.rate_m3_s <= 0:
        return called.says("entry_flow_ends", water=water, place=where)
    return called.says("entry_flows", water=water, place=where, rate=_raised(flow_text(event.rate_m3_s)))


def _raised(amount: str) -> str:
    """An amount with its exponent raised."""
    return amount.replace("m3", "m³")
