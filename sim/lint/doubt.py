"""What may be a slip in a park or a scenario, though it can be played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Doubtful(StrEnum):
    """What is doubted; each has its sentence."""

    OWN_KIND = "own_kind"
    """A kind of storage that no rule of the standards knows."""
    NEAR_KIND = "near_kind"
    """The same, much like one that they know."""
    SMALL = "small"
    LARGE = "large"
    TABLE_ENDS = "table_ends"
    """A surveyed table that ends below the crest."""
    RAIN_DAY = "rain_day"
    RAIN_HOUR = "rain_hour"
    RUNS_DRY = "runs_dry"
    """A section that its own gates empty."""
    RUNS_FULL = "runs_full"
    """A section that its base flow fills before anything happens."""
    CLOCK = "clock"
    """Shifts, or a load over the day, by the clock of whoever wrote when the run starts."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that whoever wrote it may want to look at again."""

    what: Doubtful
    storages: tuple[str, ...] = ()
    """Those it is about, by id."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Other words of its sentence."""
    numbers: Mapping[str, float] = field(default_factory=dict)
    """Numbers of its sentence, in the unit their key ends with."""
