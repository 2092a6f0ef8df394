"""What happens: inflows, actions, limits, horizon. A script, frozen, SI inside."""

from sim.scenario.action import Action, Clock, Level, Trigger
from sim.scenario.inflow import Inflow, InflowKind
from sim.scenario.scenario import Behaviour, Limits, Product, Scenario

__all__ = [
    "Action", "Behaviour", "Clock", "Inflow", "InflowKind", "Level", "Limits", "Product", "Scenario", "Trigger",
]
