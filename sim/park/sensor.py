"""Eyes on the park: what notices that something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sim.park.names import Name
from sim.park.place import AnyPlace


class SensorKind(StrEnum):
    """What a sensor is, in the field's words."""

    LEVEL = "level"
    FLOW = "flow"
    CURRENT = "current"
    """Of a pump's motor: whether it passes water."""
    WATER_QUALITY = "water-quality"
    TOXICITY = "toxicity"
    """A station with living organisms."""
    CAMERA = "camera"
    CALL = "call"
    """A person on the spot who calls."""


class Quantity(StrEnum):
    """What a sensor compares with its threshold."""

    VOLUME = "volume"
    """What stands in a storage [m3]."""
    FLOW = "flow"
    """What enters a link [m3/s]."""
    PRODUCT = "product"
    """Share of product in what stands in a storage or enters a link [-]."""
    PRESENCE = "presence"
    """Whether accident water has come into a storage; there is no threshold."""


@dataclass(frozen=True, slots=True)
class Sensor:
    """Looks at a storage or a link and raises an alarm when a threshold is crossed.

    What it sees at its next reading, at most `every_s` later, is reported `delay_s` after that;
    a control room then takes `confirm_s` to believe it. With a `reset` it can alarm again once
    the water has come back that far.
    """

    id: str
    name: Name
    kind: SensorKind
    watches: str
    """The storage or link it looks at."""
    quantity: Quantity
    threshold: float = 0.0
    """In the unit of its quantity."""
    rising: bool = True
    """Whether it alarms above its threshold, else below."""
    reset: float | None = None
    """How far back the water must come before it can alarm again; the dead band lies between."""
    every_s: float = 0.0
    """Time between two readings [s]; 0 for one that never looks away."""
    delay_s: float = 0.0
    """From a reading to the alarm [s]."""
    confirm_s: float = 0.0
    """From the alarm to its confirmation [s]."""
    misses: float = 0.0
    """Chance that a reading sees nothing [-]."""
    place: AnyPlace | None = None
