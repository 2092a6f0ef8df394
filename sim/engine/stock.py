"""Mobile equipment and material: units that are taken, brought back, or spent."""

from __future__ import annotations

from typing import Any

import simpy
from simpy.resources import base
from simpy.resources.resource import SortedQueue

from sim.park import Equipment

ENOUGH = 1.0 - 1e-9
"""Share of what is asked for that counts as all of it: kilometres of hose do not add up exactly."""


class Take(base.Get["Stock"]):
    """Wait for units; the smallest priority is served first, then who asked first."""

    def __init__(self, stock: Stock, units: float, priority: int) -> None:
        self.units = units
        self.key = (priority, stock._env.now)
        super().__init__(stock)


class Bring(base.Put["Stock"]):
    """Put units back, or add what arrives."""

    def __init__(self, stock: Stock, units: float) -> None:
        self.units = units
        super().__init__(stock)


class Stock(base.BaseResource[Bring, Take]):
    """A number of units of one sort, of which those who come first do not let later ones pass."""

    GetQueue = SortedQueue

    def __init__(self, env: simpy.Environment, equipment: Equipment, units: float) -> None:
        super().__init__(env, float("inf"))
        self.equipment = equipment
        self.units = units
        self.faults: set[str] = set()
        """Faults for which nothing is in stock."""
        self.missing = 0.0
        """Units that would be there without them."""

    def take(self, units: float, priority: int) -> Take:
        """Ask for units."""
        return Take(self, units, priority)

    def bring(self, units: float) -> Bring:
        """Put units back."""
        return Bring(self, units)

    def _do_get(self, event: Any) -> bool:
        if self.units < event.units * ENOUGH:
            return False
        self.units = max(self.units - event.units, 0.0)
        event.succeed()
        return True

    def _do_put(self, event: Any) -> bool:
        self.units += event.units
        event.succeed()
        return True
