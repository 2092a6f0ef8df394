"""A reach of the river below the park."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name


@dataclass(frozen=True, slots=True)
class Reach:
    """Carries on what comes into the receiver, or out of the reach, at which it begins.

    The same section, speed and slope everywhere and at all times: the run does not change it, and
    it changes nothing in the run.
    """

    id: str
    name: Name
    source: str
    """A receiver outside the park, or another reach."""
    width_m: float
    depth_m: float
    """Mean depth of its section [m]."""
    velocity_m_s: float
    """Mean velocity [m/s]."""
    slope: float
    """Fall over length of its water [-]."""
    length_m: float
    dispersion_m2_s: float | None = None
    """Longitudinal dispersion, where it was measured; else it follows from the rest [m2/s]."""
