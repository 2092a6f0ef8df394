"""How high the water may stand in a storage, and what stands in the way of more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import nan

from sim.park.names import Name


class Because(StrEnum):
    """What usually sets the level."""

    BANK = "bank"
    """Higher water would run over the bank."""
    OUTFALL_INVERT = "outfall-invert"
    """Higher water would stand in the drains that lead here."""
    CONTROL_LEVEL = "control-level"
    """Those who run it keep it below."""
    GATE_TOP = "gate-top"
    """Higher water would run over the gate."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The highest level that is allowed; what fits above it, up to the crest, is freeboard."""

    because: Because | Name
    """One of the usual reasons, or in somebody's own words."""
    level_m: float = nan
    """Depth over the storage's floor; NaN where it has no shape [m]."""
