"""Figures that a sizing sheet printed, held against what the same inputs give; slips of units are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import nan

from sim.hydrology.pool_sizes import M2_A_HECTARE, MM_A_METRE
from sim.hydrology.sizing import Sizing, Standard

WHERE = {
    "v2": (Standard.FAMILY_A, "V2"),
    "v5": (Standard.FAMILY_A, "V5"),
    "v_total": (Standard.FAMILY_A, ""),
    "v_rain": (Standard.FAMILY_B, "V_rain"),
    "v_pool": (Standard.FAMILY_B, ""),
}
"""Which term of which result each figure is; empty for the result itself."""

RAIN_OF = {"v_total": "v5", "v_pool": "v_rain"}
"""The rain term whose slip a total carries on."""

MU_A_HECTARE = 15
CLOSE = 1e-3
"""A factor is met within this."""
ROUNDED_M3 = 0.5
"""Figures closer than that are the same, rounded."""


class Slip(StrEnum):
    """What became of a printed figure; which sentence says it."""

    NONE = "none"
    """It agrees."""
    TEN = "ten"
    """Ten times too large: m2 taken for ha."""
    HECTARE = "hectare"
    """10,000 times too large: m2 put in where ha belong."""
    LITRES = "litres"
    """1,000 times too large: mm times m2 are litres."""
    TENTH = "tenth"
    """A tenth: the factor 10 of `10 q F` was left out."""
    MU = "mu"
    """15 times too large: mu put in where ha belong."""
    WHOLE_YEAR = "whole_year"
    """The rain of a whole year, not of one day of it."""
    CARRIED = "carried"
    """A total that is wrong by what its rain term is."""
    UNKNOWN = "unknown"
    """It differs, and this program does not know why."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed figure beside ours."""

    key: str
    """Which figure it is, such as `v5`."""
    printed_m3: float
    ours_m3: float
    """NaN when the sheet does not give what it takes [m3]."""
    slip: Slip = Slip.NONE
    factor: float = nan
    """By how much it, or its rain term, is too large [-]."""
    area_m2: float = nan
    """The area in question [m2]."""


def held_against(published_m3: Mapping[str, float], sizings: Mapping[Standard, Sizing]) -> tuple[Printed, ...]:
    """Every printed figure beside ours, with the slip that explains the difference.

    >>> from sim.hydrology.pool_sizes import family_a
    >>> from sim.hydrology.size_sheet import TankGroup
    >>> ours = family_a([TankGroup("farm", 19_000, fire_water_m3=4600)], 0, 0.8825, 130, 16_800)
    >>> [each.slip.value for each in held_against({"v5": 1140.46, "v_total": 24_740.46}, {ours.standard: ours})]
    ['ten', 'carried']
    """
    return tuple(_held(key, published_m3, sizings) for key in WHERE if key in published_m3)


def _held(key: str, published_m3: Mapping[str, float], sizings: Mapping[Standard, Sizing]) -> Printed:
    standard, name = WHERE[key]
    printed, sizing = published_m3[key], sizings.get(standard)
    if sizing is None:
        return Printed(key, printed, nan, Slip.UNKNOWN)
    ours = sizing.term(name).value if name else sizing.result
    if _same(printed, ours):
        return Printed(key, printed, ours)
    area_m2 = next((each.value * M2_A_HECTARE for each in sizing.terms if each.name == "F"), nan)
    rain = RAIN_OF.get(key)
    if rain is None:
        found = _slip(printed / ours, sizing, key) if ours and key != "v2" else None
        slip, factor = found or (Slip.UNKNOWN, nan)
        return Printed(key, printed, ours, slip, factor, area_m2)
    rain_m3 = sizing.term(WHERE[rain][1]).value
    wrong = _carried(printed - ours, rain_m3, published_m3.get(rain), [each for _, each in _factors(sizing, rain)])
    return Printed(key, printed, ours, Slip.UNKNOWN if wrong is None else Slip.CARRIED, wrong or nan, area_m2)


def _same(one_m3: float, other_m3: float) -> bool:
    return abs(one_m3 - other_m3) <= ROUNDED_M3


def _factors(sizing: Sizing, key: str) -> Iterator[tuple[Slip, float]]:
    """Factors by which a slip makes a rain term too large; where it is a depth on an area, more can go wrong, and
    where it was given as such, nothing."""
    if not sizing.term(WHERE[key][1]).formula:
        return
    if sizing.term(WHERE[key][1]).formula.startswith("10"):
        yield Slip.TEN, 10.0
        yield Slip.LITRES, float(MM_A_METRE)
        yield Slip.TENTH, 0.1
    yield Slip.HECTARE, float(M2_A_HECTARE)
    yield Slip.MU, float(MU_A_HECTARE)
    if sizing.standard is Standard.FAMILY_A:
        yield Slip.WHOLE_YEAR, sizing.term("n").value


def _slip(ratio: float, sizing: Sizing, key: str) -> tuple[Slip, float] | None:
    """The slip whose factor a ratio is."""
    return next(((slip, factor) for slip, factor in _factors(sizing, key) if abs(ratio / factor - 1) <= CLOSE), None)


def _carried(
    excess_m3: float, rain_m3: float, printed_rain_m3: float | None, factors: Sequence[float]
) -> float | None:
    """How many times too large the rain term in a total is; None when its excess is not the rain's.

    The printed rain term says it, or, where there is none, the slip that would explain the excess.
    """
    if printed_rain_m3 is not None and rain_m3:
        return printed_rain_m3 / rain_m3 if _same(excess_m3, printed_rain_m3 - rain_m3) else None
    return next((each for each in factors if rain_m3 and _same(excess_m3, (each - 1) * rain_m3)), None)
