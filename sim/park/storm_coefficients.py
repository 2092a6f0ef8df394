"""How hard it can rain in a park."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name


@dataclass(frozen=True, slots=True)
class StormCoefficients:
    """Coefficients of a storm intensity formula `q = a (1 + c lg P) / (t + b)^n`: L/(s ha), minutes, years."""

    id: str
    name: Name
    a: float
    c: float
    b: float
    n: float
