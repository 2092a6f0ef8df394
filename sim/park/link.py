"""A way for water from a storage to another storage or out of the park's hands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.park.inlet import Inlet
from sim.park.names import Name
from sim.park.place import AnyPlace
from sim.park.rating import Rating
from sim.park.switching import Switching
from sim.park.treatment import Treatment


class LinkKind(StrEnum):
    """What a link is, in the field's words."""

    PUMP = "pump"
    VALVE = "valve"
    PIPE = "pipe"
    GATE = "gate"
    FLAP_GATE = "flap-gate"
    ORIFICE = "orifice"
    WEIR = "weir"
    SPILLWAY = "spillway"
    WALL = "wall"
    """Over the top of a wall, which no crest keeps from being overtopped."""


SETTABLE = (LinkKind.GATE, LinkKind.VALVE, LinkKind.PUMP)
"""Links that people turn: their opening must be said, maps mark it, and they may fail."""


class Outlet(StrEnum):
    """Which water a link takes when product floats or sinks."""

    TOP = "top"
    BOTTOM = "bottom"


class ReceiverKind(StrEnum):
    """What becomes of water that leaves all storages."""

    OUT = "out"
    """It is outside the park: an escape."""
    GROUND = "ground"
    """It ran over a wall onto the ground: an escape."""
    TREATED = "treated"
    """A treatment plant took it in."""
    RECOVERED = "recovered"
    """Trucks or skimmers took it away."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """An end of the network; it takes whatever comes. `ground`, `out`, `treated` and
    `recovered` exist in every park; a park may add its own, such as `yangtze`."""

    id: str
    name: Name
    kind: ReceiverKind
    level_m: float | None = None
    """Height of its water above the common zero [m]; None where it is low enough for a free outfall."""
    place: AnyPlace | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Takes water from `source` to `target`, a storage or a receiver.

    What it asks for is `opening` times either `capacity_m3_s` or the flow of its `rating` at
    today's head, never less than `leak` of it. A spillway asks for what does not fit; with a
    weir as `rating` it holds water above its crest instead of passing it at once. Water never
    runs back over a link.
    """

    id: str
    name: Name
    kind: LinkKind
    source: str
    target: str
    capacity_m3_s: float = 0.0
    """Flow when fully open; for links with a rating an upper limit, 0 for none [m3/s]."""
    rating: Rating | None = None
    opening: float = 1.0
    """Share open (or running) at the start, 0 to 1; with levels of its own what it passes when it runs [-]."""
    leak: float = 0.0
    """Share of its flow that passes when shut, 0 to 1 [-]."""
    lag_s: float = 0.0
    """Travel time from source to target [s]."""
    start_m3: float | None = None
    """Volume in `source` at which it starts by itself [m3]; with `stop_m3` below it."""
    stop_m3: float | None = None
    switching: Switching = field(default_factory=Switching)
    """Of one with levels: how it is switched at the start."""
    back_pressure: bool = False
    """Whether it slows to what a full target can pass on, instead of overfilling it."""
    backwater: bool = False
    """Whether the water in `target` pushes back: its flow follows the difference of the two levels."""
    flap_m: float = 0.0
    """Head that it takes to open a flap gate [m]."""
    priority: int = 0
    """Lower is served first when water is short; ties go by id."""
    outlet: Outlet = Outlet.BOTTOM
    transfer: bool = False
    """Whether somebody designed it to carry accident water on: a controlled crossing."""
    length_m: float | None = None
    power: str = ""
    """The power area its motor runs on; empty for none."""
    place: AnyPlace | None = None
    tags: frozenset[str] = frozenset()
    listed: Mapping[str, str] = field(default_factory=dict)
    """What the inventory says of it besides, by key: `label`, `owner`, `function`, `note` and the like."""
    treatment: Treatment | None = None
    """Of a link to treatment: the plant's capacity and load; `capacity_m3_s` is then its largest headroom."""
    inlet: Inlet | None = None
    """Of a link into a treatment plant: how much product the plant takes at most."""

    @property
    def label(self) -> str:
        """Its reference number in the inventory; empty for none."""
        return self.listed.get("label", "")

    @property
    def headroom_m3_s(self) -> float:
        """Treatment capacity less mean load; 0 for links without [m3/s]."""
        return self.treatment.headroom_m3_s if self.treatment else 0.0

    @property
    def treatment_capacity_m3_s(self) -> float:
        """Treatment capacity; 0 for links without [m3/s]."""
        return self.treatment.capacity_m3_s if self.treatment else 0.0

    @property
    def treatment_load_m3_s(self) -> float:
        """Mean load of the treatment plant; 0 for links without [m3/s]."""
        return self.treatment.load_m3_s if self.treatment else 0.0
