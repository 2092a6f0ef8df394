"""Geometry of links whose flow depends on the head behind them.

Heads are measured in the storage the link leaves, from its floor. What stands downstream is
taken as low enough not to push back (free outfall), unless the link feels the backwater. The
formulas are in `sim.hydrology.hydraulics`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrificeRating:
    """A sharp hole: `mu A sqrt(2 g H)`, H above the centre once it is drowned."""

    area_m2: float
    centre_m: float = 0.0
    """Height of its centre above the storage's floor [m]."""
    coefficient: float = 0.61


@dataclass(frozen=True, slots=True)
class WeirRating:
    """A crest: `m b sqrt(2 g) H^1.5`."""

    length_m: float
    crest_m: float
    """Height of the crest above the storage's floor [m]."""
    coefficient: float = 0.42
    head_m: float = 0.5
    """For a spillway: water that can stand above the crest before the wall itself is overtopped [m]."""


@dataclass(frozen=True, slots=True)
class GateRating:
    """A rectangular sluice: a weir while the water is below its lip, then an orifice."""

    width_m: float
    height_m: float
    """Height of the fully open gate [m]."""
    sill_m: float = 0.0
    coefficient: float = 0.60


@dataclass(frozen=True, slots=True)
class GravityPipe:
    """A pipe that runs as full as its inlet lets it: entry and friction losses, free outfall."""

    diameter_m: float
    length_m: float
    fall_m: float
    """Drop of the invert from inlet to outlet [m]."""
    invert_m: float = 0.0
    """Height of the inlet's invert above the storage's floor [m]."""
    roughness: float = 0.013
    """Manning's n [s/m^(1/3)]."""


@dataclass(frozen=True, slots=True)
class SiphonRating:
    """An inverted siphon: pipes that sag below a road or river, always full, and run under what
    the water stands higher before than behind them. Nothing passes up to the lip of the outlet."""

    diameter_m: float
    length_m: float
    outlet_m: float
    """Height of the lip of its outlet above the storage's floor [m]."""
    pipes: int = 1
    """Pipes side by side."""
    losses: float = 1.5
    """Entry, bends and exit together, in velocity heads [-]."""
    roughness: float = 0.013
    """Manning's n [s/m^(1/3)]."""


Rating = OrificeRating | WeirRating | GateRating | GravityPipe | SiphonRating
