"""How large an accident pool, a first-flush pool and the fire water are by the standards; pure formulas.

Formulas stand in the standards' own units: mm of rain, hectares, m3/h and hours of fire water.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from sim.hydrology.size_sheet import Bund, TankGroup, Unlike
from sim.hydrology.sizing import Caution, Sizing, Standard, Term, Warned
from sim.hydrology.storms import LONGEST_S, SHORTEST_S
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR

M2_A_HECTARE = 10_000
MM_A_METRE = 1_000
LITRES = 1_000
"""[L/m3]"""
FIRST_FLUSH_MM = (15.0, 30.0)
FIRST_FLUSH_MIN = (10.0, 20.0)
"""How long rain is first flush, by the storm formula."""


@dataclass(frozen=True, slots=True)
class Storm:
    """The storm of family (b) on the area that drains into the pool: a depth, or an intensity for a time."""

    area_m2: float
    runoff: float
    depth_m: float = 0.0
    intensity_m_s: float = 0.0
    lasts_s: float = 0.0

    @property
    def terms(self) -> tuple[Term, ...]:
        """V_rain first, then what it is made of; `V_rain = q psi F T` or `10 h psi F`."""
        area = Term("F", self.area_m2 / M2_A_HECTARE, "ha")
        psi = Term("psi", self.runoff, "-")
        if self.intensity_m_s:
            q = Term("q", self.intensity_m_s * LITRES * M2_A_HECTARE, "L/(s ha)")
            hours = Term("T", self.lasts_s / SECONDS_AN_HOUR, "h")
            volume = SECONDS_AN_HOUR / LITRES * q.value * psi.value * area.value * hours.value
            return Term("V_rain", volume, formula="3.6 x q x psi x F x T"), q, psi, area, hours
        depth = Term("h", self.depth_m * MM_A_METRE, "mm")
        return Term("V_rain", 10 * depth.value * psi.value * area.value, formula="10 x h x psi x F"), depth, psi, area


def fire_water(group: TankGroup) -> Sizing:
    """Fire water of a list of hoses, `V2 = sum Q t`.

    Source: GB 50974-2014.

    >>> from sim.hydrology.size_sheet import Hose
    >>> store = TankGroup("store", 0, (Hose("outdoor", 0.025, 10_800), Hose("indoor", 0.010, 10_800)))
    >>> fire_water(store).result
    378.0
    """
    whole, *parts = _fire_terms(group)
    return Sizing(Standard.FIRE_WATER, "GB 50974-2014", "", "V2", whole.formula or "V2", tuple(parts) or (whole,),
                  whole.value, about=group.id)  # fmt: skip


def _fire_terms(group: TankGroup) -> tuple[Term, ...]:
    """V2 first, then flow and time of each hose."""
    parts: list[Term] = []
    for k, hose in enumerate(group.hoses, start=1):
        parts.append(Term(f"Q{k}", hose.flow_m3_s * SECONDS_AN_HOUR, "m3/h", note=hose.id))
        parts.append(Term(f"t{k}", hose.lasts_s / SECONDS_AN_HOUR, "h", note=hose.id))
    formula = " + ".join(f"Q{k} x t{k}" for k in range(1, len(group.hoses) + 1))
    return Term("V2", group.fought_m3, formula=formula), *parts


def family_a(
    groups: Sequence[TankGroup], process_water_m3: float, annual_m: float, days: int, area_m2: float
) -> Sizing:
    """Accident pool, `V_total = (V1 + V2 - V3)max + V4 + V5` with `V5 = 10 q F`, `q = qa / n`.

    The maximum is over tank groups, each on its own. V3 counts at most what there is to be moved,
    V1 + V2, so that a large V3 is not held against the rain: this program's reading.

    Source: Q/SY 08190-2019 (CNPC), and Sinopec's guide.

    >>> farm = TankGroup("farm", 19_000, fire_water_m3=4600)
    >>> round(family_a([farm], 0, 0.8825, 130, 16_800).result, 2)
    23714.05
    """
    return family_a_with(groups, process_water_m3, _rain_day(annual_m, days, area_m2))


def greatest_day(depth_m: float, runoff: float, area_m2: float) -> tuple[Term, ...]:
    """V5 by the greatest daily rain on record first, then what it is made of: `V5 = 10 h psi F`, of oil depots.

    >>> round(greatest_day(0.2764, 0.90, 12_600)[0].value, 2)
    3134.38
    """
    _, *parts = Storm(area_m2, runoff, depth_m=depth_m).terms
    h, psi, area = parts
    return Term("V5", 10 * h.value * psi.value * area.value, formula="10 x h x psi x F"), *parts


def family_a_with(
    groups: Sequence[TankGroup], process_water_m3: float, rain: tuple[Term, ...], warnings: Sequence[Warned] = ()
) -> Sizing:
    """Family (a) with V5 as it is given: the first of `rain`, then what it was made of.

    >>> family_a_with([TankGroup("fermenter", 120)], 0, (Term("V5", 50),)).result
    170.0
    """
    worst = max(groups, key=left_by_moving_m3)
    terms = (
        Term("V1", worst.largest_tank_m3, note=worst.id),
        *_fire_terms(worst),
        Term("V3", _moved_m3(worst), note=", ".join(worst.transferable_m3)),
        Term("V4", process_water_m3),
        *rain,
        *(Term("V1 + V2 - V3", left_by_moving_m3(each), note=each.id) for each in groups if each is not worst),
    )
    result = left_by_moving_m3(worst) + process_water_m3 + rain[0].value
    return Sizing(Standard.FAMILY_A, "Q/SY 08190-2019", "", "V_total", "(V1 + V2 - V3)max + V4 + V5", terms, result,
                  about=_which(worst, groups),
                  warnings=(*_too_large(worst.moved_m3, _poured_m3(worst)), *warnings))  # fmt: skip


def _rain_day(annual_m: float, days: int, area_m2: float) -> tuple[Term, ...]:
    """V5 of a mean rain day first, then what it is made of."""
    q = annual_m * MM_A_METRE / days
    return (
        Term("V5", 10 * q * area_m2 / M2_A_HECTARE, formula="10 x q x F"),
        Term("q", q, "mm", formula="qa / n"),
        Term("qa", annual_m * MM_A_METRE, "mm"),
        Term("n", days, "-"),
        Term("F", area_m2 / M2_A_HECTARE, "ha"),
    )


def told(unlike: Sequence[Unlike]) -> Iterator[Warned]:
    """Figures that were given beside the dimensions that give them, too."""
    for each in unlike:
        caution = Caution.GIVEN_TOO if abs(each.given - each.worked) <= GIVEN_TOO * each.worked else Caution.GIVEN
        yield Warned(caution, {"at": each.key, "given": each.given, "worked": each.worked, "unit": each.unit})


GIVEN_TOO = 1e-3
"""A given figure and its dimensions agree within this [-]."""


def _which(worst: TankGroup, groups: Sequence[TankGroup]) -> str:
    """The group that decided, where there was a choice."""
    return worst.id if len(groups) > 1 else ""


def left_by_moving_m3(group: TankGroup) -> float:
    """V1 + V2 - V3 of a group, never negative [m3].

    >>> left_by_moving_m3(TankGroup("fermenter", 120, fire_water_m3=500, transferable_m3={"spare": 500}))
    120.0
    """
    return _poured_m3(group) - _moved_m3(group)


def _poured_m3(group: TankGroup) -> float:
    return group.largest_tank_m3 + group.fought_m3


def _moved_m3(group: TankGroup) -> float:
    return min(group.moved_m3, _poured_m3(group))


def _too_large(taken_m3: float, from_m3: float) -> tuple[Warned, ...]:
    if taken_m3 <= from_m3:
        return ()
    return (Warned(Caution.V3_TOO_LARGE, {"taken_m3": taken_m3, "from_m3": from_m3}),)


def family_b(
    groups: Sequence[TankGroup], storm: Storm, bunds: Sequence[Bund] = (), drains_m3: float = 0.0
) -> Sizing:
    """Accident pool, `V_pool = (V1 + V2 + V_rain)max - V3`, V3 the net volume of bunds and accident drains.

    Each group has its own bunds in V3, and the largest result counts: a bund round one group holds
    nothing of another's fire. This program's reading where there are several groups.

    Source: GB/T 50483-2019.

    >>> round(family_b([TankGroup("store", 0)], Storm(50_000, 0.65, depth_m=0.0813)).result, 2)
    2642.25
    """
    rain_m3 = storm.terms[0].value
    results = {group.id: _pool_m3(group, rain_m3, bunds, drains_m3) for group in groups}
    worst = max(groups, key=lambda group: results[group.id])
    held_m3 = _held_m3(worst, bunds)
    taken, poured = held_m3 + drains_m3, _poured_m3(worst) + rain_m3
    terms = (
        Term("V1", worst.largest_tank_m3, note=worst.id),
        *_fire_terms(worst),
        *storm.terms,
        Term("V3", min(taken, poured), formula="Vb + Vd" if taken <= poured else ""),
        Term("Vb", held_m3, note=", ".join(bund.id for bund in bunds if bund.group == worst.id)),
        Term("Vd", drains_m3),
        *(Term("V1 + V2 + V_rain - V3", results[each.id], note=each.id) for each in groups if each is not worst),
    )
    return Sizing(Standard.FAMILY_B, "GB/T 50483-2019", "", "V_pool", "(V1 + V2 + V_rain)max - V3", terms,
                  results[worst.id], about=_which(worst, groups),
                  warnings=(*_too_large(taken, poured), *_of_pool(storm, taken)))  # fmt: skip


def _of_pool(storm: Storm, taken_m3: float) -> Iterator[Warned]:
    """What a reader of family (b) must know."""
    yield Warned(Caution.COOLING)
    if taken_m3:
        yield Warned(Caution.INFLOW_LEVEL)
    if storm.intensity_m_s and storm.lasts_s > LONGEST_S:
        yield Warned(Caution.LONG_STORM, {"lasts_s": storm.lasts_s})
    if storm.intensity_m_s and storm.lasts_s < SHORTEST_S:
        yield Warned(Caution.SHORT_STORM, {"lasts_s": storm.lasts_s})


def _held_m3(group: TankGroup, bunds: Sequence[Bund]) -> float:
    """Net volume of a group's own bunds."""
    return fsum(bund.net_m3 for bund in bunds if bund.group == group.id)


def _pool_m3(group: TankGroup, rain_m3: float, bunds: Sequence[Bund], drains_m3: float) -> float:
    return max(_poured_m3(group) + rain_m3 - _held_m3(group, bunds) - drains_m3, 0.0)


def first_flush(area_m2: float, depth_m: float) -> Sizing:
    """First-flush pool, `V = F h / 1000`, h 15 to 30 mm on the area that may be polluted.

    Source: GB 50747-2012, 3.1.1.

    >>> first_flush(30_000, 0.020).result
    600.0
    """
    low, high = FIRST_FLUSH_MM
    depth = Term("h", depth_m * MM_A_METRE, "mm")
    outside = not low - 1e-9 <= depth.value <= high + 1e-9
    warnings = (Warned(Caution.FIRST_FLUSH_DEPTH, {"depth_mm": depth.value}),) if outside else ()
    return Sizing(Standard.FIRST_FLUSH, "GB 50747-2012", "3.1.1", "V", "F x h / 1000",
                  (Term("F", area_m2, "m2"), depth), area_m2 * depth.value / 1000, warnings=warnings)  # fmt: skip


def flush_storm(area_m2: float, runoff: float, intensity_m_s: float, lasts_s: float) -> Sizing:
    """First flush as the rain of the first minutes of a storm, `V = q psi F t`.

    Source: practice of Chinese sheets, which take 10 to 20 min.

    >>> round(flush_storm(240_000, 0.7, 110e-7, 900).result, 1)
    1663.2
    """
    q = Term("q", intensity_m_s * LITRES * M2_A_HECTARE, "L/(s ha)")
    psi, area = Term("psi", runoff, "-"), Term("F", area_m2 / M2_A_HECTARE, "ha")
    minutes = Term("t", lasts_s / SECONDS_A_MINUTE, "min")
    volume = SECONDS_A_MINUTE / LITRES * q.value * psi.value * area.value * minutes.value
    low, high = FIRST_FLUSH_MIN
    outside = not low - 1e-9 <= minutes.value <= high + 1e-9
    warnings = (Warned(Caution.FLUSH_TIME, {"lasts_min": minutes.value}),) if outside else ()
    return Sizing(Standard.FLUSH_STORM, "q psi F t", "", "V", "0.06 x q x psi x F x t", (q, psi, area, minutes), volume,
                  warnings=warnings)  # fmt: skip
