"""What happens: inflows, actions, response plan, faults, limits, horizon. A script, frozen, SI inside."""

from sim.scenario.action import Action
from sim.scenario.correction import Correction
from sim.scenario.detection import Detection
from sim.scenario.fault import (
    Blindness,
    Blocked,
    CrewAbsent,
    EquipmentMissing,
    Failure,
    Fault,
    Leaks,
    Opens,
    PowerLoss,
    Refuses,
    SensorFault,
    Stuck,
    Trips,
    Underreported,
)
from sim.scenario.incident import Incident
from sim.scenario.inflow import Inflow, InflowKind
from sim.scenario.rule import Rule
from sim.scenario.scenario import Behaviour, Limits, Product, Scenario
from sim.scenario.slider import Slider
from sim.scenario.trigger import Alarm, Clock, Detected, Ending, Level, Reported, SheetEnds, TierIs, TierState, Trigger

__all__ = [
    "Action", "Alarm", "Behaviour", "Blindness", "Blocked", "Clock", "Correction", "CrewAbsent", "Detected",
    "Detection", "Ending", "EquipmentMissing", "Failure", "Fault", "Incident", "Inflow", "InflowKind", "Leaks",
    "Level", "Limits", "Opens", "PowerLoss", "Product", "Refuses", "Reported", "Rule", "Scenario", "SensorFault",
    "SheetEnds", "Slider", "Stuck", "TierIs", "TierState", "Trigger", "Trips", "Underreported",
]
