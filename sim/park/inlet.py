"""What a treatment plant refuses at its inlet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inlet:
    """A limit on the product in what a link brings, and the dead band after which it is taken again.

    >>> Inlet(0.5, 0.2, by_mass=True).shares(density_kg_m3=1000)
    (0.0005, 0.0002)
    """

    limit: float
    """From here on the plant refuses: a share of product [-], or its mass in the water [kg/m3]."""
    reset: float
    """Down to here the product must have come before it takes water again, in the same unit."""
    by_mass: bool = False
    """Whether both are in kg/m3."""

    def shares(self, density_kg_m3: float | None) -> tuple[float, float]:
        """Limit and reset as shares of product, whose density must be known where they are by mass [-]."""
        if not self.by_mass:
            return self.limit, self.reset
        assert density_kg_m3  # the loader has asked for it
        return self.limit / density_kg_m3, self.reset / density_kg_m3
