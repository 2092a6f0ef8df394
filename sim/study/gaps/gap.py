"""One thing that nobody has said: of what, what runs assume meanwhile, what may be tried instead, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GapSort(StrEnum):
    """What is missing, in the order in which a verdict usually hangs on it."""

    OVERFLOW = "overflow"
    """Where a storage overflows to."""
    LEVEL = "level"
    """What stands in a storage before the accident."""
    CAPACITY = "capacity"
    """What a storage holds, where that is assumed."""
    FLOW = "flow"
    """What a link passes when it is fully open, where that is assumed."""
    RIVER_FLOW = "river_flow"
    """What comes down a river."""
    DELAY = "delay"
    """By when an action of the script is carried out, where that is assumed."""
    TRAVEL = "travel"
    """How long people take to get to a facility, where that is assumed."""
    WORK = "work"
    """How long the work there takes, where that is assumed."""
    INLET = "inlet"
    """How much product a treatment plant takes in."""
    LAG = "lag"
    """How long water takes from one end of a pump's line to the other."""
    RUNOFF = "runoff"
    """How much of the rain runs off, where that is assumed."""
    NO_SHEET = "no_sheet"
    """Who turns a gate, valve or pump, and how long that takes."""
    POWER = "power"
    """What a pump's motor runs on."""
    NO_WAY_IN = "no_way_in"
    """How water comes into a storage to which nothing leads."""
    NO_WAY_OUT = "no_way_out"
    """How water leaves a storage, but over its top."""
    SENSOR = "sensor"
    """Who or what notices accident water in a storage."""
    RATING = "rating"
    """How the flow through an opening follows the water above it."""
    SHAPE = "shape"
    """How deep a volume stands in a storage."""
    FLOOR = "floor"
    """How high a storage's floor lies."""
    PLACE = "place"
    """Where something is."""
    RECEPTOR = "receptor"
    """What must not be hit downstream."""
    STORM = "storm"
    """How hard it rains there."""


class Whom(StrEnum):
    """Whom to ask."""

    PLANT = "plant"
    """The plant in which it stands, or its owner by the inventory."""
    OFFICE = "office"
    """The park's office."""
    WATER = "water"
    """Who looks after the river."""
    WEATHER = "weather"
    """The weather service."""


@dataclass(frozen=True, slots=True)
class Value:
    """What may be tried in place of what is assumed."""

    text: str
    """As people read it, with its unit."""
    sets: tuple[str, ...]
    """The changes that it stands for, as `--set` takes them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that nobody has said."""

    sort: GapSort
    of: str
    """The collection in which it is missing: of the park, or `actions` and `river` of a scenario."""
    thing: str
    """The id of what it is missing of; empty for the park itself."""
    key: str = ""
    """Where an answer goes, below the thing; empty where no single value says it."""
    assumed: str = ""
    """What runs take meanwhile, as a file would say it; empty where that is no value."""
    unit: str = ""
    """The unit in which an answer is expected; empty for words."""
    tried: tuple[Value, ...] = ()
    """The ends of the range of what it may be; empty where no run can tell."""
    plant: str = ""
    """The plant in which it stands; empty for what belongs to the park."""
    scenario: str = ""
    """The scenario in which it is missing; empty for the park."""
    near: str = ""
    """The storage at which it stands, by which a run tells whether accident water came there."""

    @property
    def id(self) -> str:
        """What it is known by when an answer comes back."""
        return "/".join(filter(None, (self.sort, self.scenario, self.thing)))

    @property
    def in_park(self) -> bool:
        """Whether an answer goes into the park's files."""
        return bool(self.key) and not self.scenario
