"""The inputs of the sizing standards: tank groups, rain, bunds, and the space there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import fsum

from sim.hydrology.sizing import Standard, Term


@dataclass(frozen=True, slots=True)
class Hose:
    """Fire water at an even rate.

    >>> Hose("monitors", 0.45, 10_800).volume_m3
    4860.0
    """

    id: str
    flow_m3_s: float
    lasts_s: float

    @property
    def volume_m3(self) -> float:
        """What it brings [m3]."""
        return self.flow_m3_s * self.lasts_s


@dataclass(frozen=True, slots=True)
class Unlike:
    """A figure that was given, and what its dimensions give; the given one counts."""

    key: str
    """Where it stands, such as `bunds.north.bund_body`."""
    given: float
    worked: float
    unit: str = "m3"


class Risk(StrEnum):
    """Category of risk of a store, of the French guide D9."""

    LOW = "rf"
    ONE = "1"
    TWO = "2"
    THREE = "3"


@dataclass(frozen=True, slots=True)
class D9:
    """A store as the French guide D9 asks for it."""

    surface_m2: float
    """Of the largest part that fire walls do not divide."""
    additions: float
    """Sum of the coefficients for height, construction and help at hand, such as 0.1."""
    risk: Risk
    sprinkled: bool = False


@dataclass(frozen=True, slots=True)
class D9A:
    """What comes to the fire water of a store, as the French guide D9A asks for it."""

    sprinkler_m3: float
    liquids_m3: float
    """In the largest part of the store."""
    area_m2: float
    """That drains into the retention."""


@dataclass(frozen=True, slots=True)
class TankGroup:
    """A tank group, unit or store that one accident concerns."""

    id: str
    largest_tank_m3: float
    """V1."""
    hoses: tuple[Hose, ...] = ()
    fire_water_m3: float = 0.0
    """V2, where only the total is known; then there are no hoses."""
    is_fought: bool = True
    """Whether V2 is known at all, be it nothing; a sheet about bunds alone need not say."""
    transferable_m3: Mapping[str, float] = field(default_factory=dict)
    """V3 of family (a): what other storage takes over during the accident, by where that is."""
    all_tanks_m3: float | None = None
    all_containers_m3: float | None = None
    """Drums and other containers of a store, of which the largest is `largest_tank_m3`."""
    stored_t: float | None = None
    d9: D9 | None = None
    d9a: D9A | None = None
    unlike: tuple[Unlike, ...] = ()

    @property
    def fought_m3(self) -> float:
        """V2, the fire water [m3]."""
        return self.fire_water_m3 + fsum(hose.volume_m3 for hose in self.hoses)

    @property
    def moved_m3(self) -> float:
        """V3 of family (a) [m3]."""
        return fsum(self.transferable_m3.values())


class Wall(StrEnum):
    """What a bund's wall is made of."""

    CONCRETE = "concrete"
    EARTH = "earth"


@dataclass(frozen=True, slots=True)
class Bund:
    """A bund round the tanks of a group, filled to its design level.

    >>> Bund("b", "farm", 9000, 1.2, (100, 600, 60, 40)).net_m3
    10000.0
    """

    id: str
    group: str
    area_m2: float
    height_m: float
    """Of the design liquid level above the floor, not of the wall's top."""
    displaced_m3: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Below that level: the largest tank's base, the other tanks, the bund's body, walls and pipes."""
    wall: Wall | None = None
    surveyed_m3: float | None = None
    """Net volume where it is known as such; else it is worked out [m3]."""
    compartment_of: str = ""
    """The bund that it is a part of, divided off by inner dikes; empty for a bund of its own."""
    parts: tuple[Bund, ...] = ()
    """Its compartments, where it has any; area and what is displaced are then theirs together."""
    worked: tuple[Term, ...] = ()
    """How A, Hj and V1 to V4 came about, as far as they were worked out from dimensions."""
    unlike: tuple[Unlike, ...] = ()
    unsaid: tuple[str, ...] = ()
    """Keys of those of V1 to V4 of which nothing is said, so that they count for nothing."""

    @property
    def net_m3(self) -> float:
        """Net volume [m3]."""
        if self.parts:
            return fsum(part.net_m3 for part in self.parts)
        if self.surveyed_m3 is not None:
            return self.surveyed_m3
        return self.area_m2 * self.height_m - fsum(self.displaced_m3)

    @property
    def nets_m3(self) -> Mapping[str, float]:
        """Net volumes by the ids that it goes by: its own, and those of its compartments [m3]."""
        return {self.id: self.net_m3, **{part.id: part.net_m3 for part in self.parts}}


class Use(StrEnum):
    """What a space is for."""

    ACCIDENT_POOL = "accident-pool"
    SHARED = "shared"
    """Accident pool and first-flush pool in one."""
    FIRST_FLUSH = "first-flush"
    UPSET_BASIN = "upset-basin"
    """A treatment plant's own; it is never counted."""


COUNTED = (Use.ACCIDENT_POOL, Use.SHARED)
"""Uses that accident water may count on."""


@dataclass(frozen=True, slots=True)
class Space:
    """A space that is there."""

    id: str
    use: Use
    volume_m3: float
    holds_m3: float = 0.0
    """What usually stands in it."""


@dataclass(frozen=True, slots=True)
class Rain:
    """What is said of the rain, each part None when it is not."""

    volume_m3: float | None = None
    """V5, where only that is known; 0 where no rain comes into the pool [m3]."""
    none_because: Mapping[str, str] | None = None
    """Why no rain comes into the pool, by language."""
    greatest_day_m: float | None = None
    """Of the greatest day on record: V5 of oil depots."""
    annual_m: float | None = None
    days: int | None = None
    area_m2: float | None = None
    """Area that drains into the accident pool."""
    runoff: float | None = None
    depth_m: float | None = None
    """Of the storm of family (b)."""
    intensity_m_s: float | None = None
    lasts_s: float | None = None
    """Time the intensity lasts: that of the fire."""
    first_flush_m: float | None = None
    dirty_area_m2: float | None = None
    """Area whose first flush is kept."""
    flush_runoff: float | None = None
    flush_intensity_m_s: float | None = None
    flush_lasts_s: float | None = None
    """Time whose rain is first flush."""
    freeboard_m: float | None = None
    """Rain that a bund's freeboard must hold."""
    around_m: tuple[float, float, float] | None = None
    """Rain of 10 % chance a year: the 24 h before, during the incident, the 8 days after."""


class From(StrEnum):
    """What of a park a value was taken from."""

    STORAGE = "storage"
    CATCHMENT = "catchment"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Taken:
    """A value that nobody wrote into a sheet, taken from the park that it stands in."""

    key: str
    """Where it would have been written, such as `rain.area`."""
    value: float
    unit: str
    what: From
    ids: tuple[str, ...]
    basis: str
    """How it is known: as what it was taken from, the worst of it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a sheet printed."""

    value_m3: float
    within_m3: float
    """Half of its last printed digit: what agrees to the digits that it prints."""
    text: str = ""
    """As it was printed."""


@dataclass(frozen=True, slots=True)
class Written:
    """A number that was written in a unit of the United States."""

    key: str
    text: str
    """As it was written."""
    unit: str
    value: float
    si: str
    """The unit of the value."""


@dataclass(frozen=True, slots=True)
class SizeSheet:
    """Everything the standards are asked with."""

    names: Mapping[str, str]
    """What people call it, by language."""
    groups: tuple[TankGroup, ...]
    process_water_m3: float | None = None
    """V4; None when nobody said."""
    rain: Rain = field(default_factory=Rain)
    bunds: tuple[Bund, ...] = ()
    drains_m3: float = 0.0
    """Accident drains below the pool's highest gravity inflow."""
    spaces: tuple[Space, ...] | None = None
    """None when nobody said what there is."""
    asked: tuple[Standard, ...] = tuple(Standard)
    """The standards to ask."""
    published: Mapping[str, Figure] = field(default_factory=dict)
    """Figures that a sheet printed, by what they are."""
    us: tuple[Written, ...] = ()
    """What was written in units of the United States."""
    numbers: int = 0
    """How many numbers the sheet holds."""
    assumed: tuple[str, ...] = ()
    """Where those of them stand that are only assumed."""
    taken: tuple[Taken, ...] = ()
    """What was not written but taken from a park; these count among the numbers."""

    def bunds_of(self, group: TankGroup) -> tuple[Bund, ...]:
        """The bunds round a group's tanks."""
        return tuple(bund for bund in self.bunds if bund.group == group.id)
