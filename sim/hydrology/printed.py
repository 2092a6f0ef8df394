"""Figures that a sheet printed, held against what the same inputs give; slips are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import nan, pi

from sim.hydrology.pool_sizes import M2_A_HECTARE, MM_A_METRE
from sim.hydrology.size_sheet import Figure
from sim.hydrology.sizing import Sizing, Standard, Term

WHERE = {
    "v1": (Standard.FAMILY_A, "V1"),
    "v2": (Standard.FAMILY_A, "V2"),
    "v3": (Standard.FAMILY_A, "V3"),
    "v4": (Standard.FAMILY_A, "V4"),
    "v5": (Standard.FAMILY_A, "V5"),
    "v_total": (Standard.FAMILY_A, ""),
    "v_rain": (Standard.FAMILY_B, "V_rain"),
    "v3_b": (Standard.FAMILY_B, "V3"),
    "v_pool": (Standard.FAMILY_B, ""),
    "first_flush": (Standard.FIRST_FLUSH, ""),
    "flush_storm": (Standard.FLUSH_STORM, ""),
}
"""Which term of which result each figure of a whole sheet is; empty for the result itself."""
OF_GROUP = {
    "fire_water": (Standard.FIRE_WATER, ""),
    "uk": (Standard.UK, ""),
    "france": (Standard.FRANCE, ""),
    "rcra": (Standard.RCRA, ""),
    "vaws": (Standard.VAWS, ""),
    "pgs": (Standard.PGS, ""),
    "d9": (Standard.D9, ""),
    "d9a": (Standard.D9A, ""),
    "unece": (Standard.SANDOZ, ""),
}
"""The same of figures about a tank group."""
OF_BUND = {
    "v1": (Standard.BUND, "V1"),
    "v2": (Standard.BUND, "V2"),
    "v3": (Standard.BUND, "V3"),
    "v4": (Standard.BUND, "V4"),
    "net": (Standard.BUND, "V_net"),
    "spcc": (Standard.SPCC, ""),
    "ciria": (Standard.CIRIA, ""),
}
"""The same of figures about a bund."""

RAIN_OF = {"v_total": "v5", "v_pool": "v_rain"}
"""The rain term whose slip a total carries on."""

MU_A_HECTARE = 15
CLOSE = 1e-3
"""A factor is met within this."""
ROUNDED_M3 = 0.5
"""Figures closer than that may differ by what was rounded on the way."""
ROUNDED = 0.005
"""As a share of ours [-]."""
PI = 3.14
"""What sheets take for pi."""


class Slip(StrEnum):
    """What became of a printed figure; which sentence says it."""

    NONE = "none"
    """It agrees to the digits that it prints."""
    ROUNDED = "rounded"
    """It differs by no more than what is rounded on the way."""
    PI = "pi"
    """It was worked out with 3.14 for pi."""
    SWAPPED = "swapped"
    """Two digits beside each other have changed places."""
    FULL_WALL = "full_wall"
    """The wall's body was taken up to its top instead of to the design level."""
    MORE_THAN_WALL = "more_than_wall"
    """The wall's body is more than the whole wall has, up to its top."""
    OFF_BY_TERMS = "off_by_terms"
    """A net volume that is wrong by what the printed V1 to V4 are."""
    NOT_TAKEN_OFF = "not_taken_off"
    """A net volume from which one of V1 to V4 was not taken off."""
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
    """Which figure it is, such as `v5` or `bunds.north.net`."""
    figure: Figure
    ours_m3: float
    """NaN when the sheet does not give what it takes [m3]."""
    slip: Slip = Slip.NONE
    factor: float = nan
    """By how much it, or its rain term, is too large [-]."""
    area_m2: float = nan
    """The area in question [m2]."""
    term: str = ""
    """The terms in question, such as V2."""


def held_against(published: Mapping[str, Figure], sizings: Iterable[Sizing]) -> tuple[Printed, ...]:
    """Every printed figure beside ours, with the slip that explains the difference.

    >>> from sim.hydrology.pool_sizes import family_a
    >>> from sim.hydrology.size_sheet import TankGroup
    >>> ours = family_a([TankGroup("farm", 19_000, fire_water_m3=4600)], 0, 0.8825, 130, 16_800)
    >>> found = held_against({"v5": Figure(1140.46, 0.005), "v_total": Figure(24_740.46, 0.005)}, [ours])
    >>> [each.slip.value for each in found]
    ['ten', 'carried']
    """
    found = list(sizings)
    by_place = {(each.standard, each.about): each for each in found}
    by_place |= {(each.standard, ""): each for each in found if each.standard in _OF_SHEET}
    return tuple(_held(key, figure, published, by_place) for key, figure in published.items())


_OF_SHEET = {standard for standard, _ in WHERE.values()}


def _place(key: str) -> tuple[Standard, str, str]:
    """The standard, the term and the group or bund that a figure is of; ids may have dots."""
    sort, _, rest = key.partition(".")
    about, _, letter = rest.rpartition(".")
    if not about:
        return *WHERE[key], ""
    return *(OF_BUND if sort == "bunds" else OF_GROUP)[letter], about


def _held(
    key: str, figure: Figure, published: Mapping[str, Figure], sizings: Mapping[tuple[Standard, str], Sizing]
) -> Printed:
    standard, name, about = _place(key)
    sizing = sizings.get((standard, about))
    terms = {term.name: term for term in sizing.terms} if sizing else {}
    if sizing is None or (name and name not in terms):
        return Printed(key, figure, nan, Slip.UNKNOWN)
    ours = terms[name].value if name else sizing.result
    if abs(figure.value_m3 - ours) <= figure.within_m3 * (1 + CLOSE):
        return Printed(key, figure, ours)
    if key in RAIN_OF:
        return _total(key, figure, ours, published, sizing)
    if name == "V_net" and (off := _off_terms(figure, ours, sizing, published, about)) is not None:
        return Printed(key, figure, ours, Slip.OFF_BY_TERMS if off else Slip.ROUNDED, term=off)
    slip, factor, term = _why(figure, ours, sizing, name)
    return Printed(key, figure, ours, slip, factor, _area_m2(sizing), term)


def _off_terms(
    figure: Figure, ours: float, sizing: Sizing, published: Mapping[str, Figure], about: str
) -> str | None:
    """The printed terms V1 to V4 by whose differences a net volume is off, none where each was only rounded; None when
    it is not off by these."""
    excess: dict[str, float] = {}
    for letter, (_, name) in OF_BUND.items():
        printed = published.get(f"bunds.{about}.{letter}")
        if printed is not None and name in {"V1", "V2", "V3", "V4"}:
            excess[name] = printed.value_m3 - sizing.term(name).value
    off = [name for name, each in excess.items() if abs(each) > ROUNDED_M3]
    return ", ".join(off) if excess and _same(figure.value_m3, ours - sum(excess.values())) else None


def _total(key: str, figure: Figure, ours: float, published: Mapping[str, Figure], sizing: Sizing) -> Printed:
    """A total with its rain in it: wrong by that, or for another reason."""
    rain = WHERE[RAIN_OF[key]][1]
    printed = published.get(RAIN_OF[key])
    factors = [each for _, each in _factors(sizing, rain)]
    wrong = _carried(figure.value_m3 - ours, sizing.term(rain).value, printed.value_m3 if printed else None, factors)
    if wrong is not None:
        return Printed(key, figure, ours, Slip.CARRIED, wrong, _area_m2(sizing))
    return Printed(key, figure, ours, _digits(figure, ours) or Slip.UNKNOWN, area_m2=_area_m2(sizing))


def _area_m2(sizing: Sizing) -> float:
    return next((each.value * M2_A_HECTARE for each in sizing.terms if each.name == "F"), nan)


def _why(figure: Figure, ours: float, sizing: Sizing, name: str) -> tuple[Slip, float, str]:
    """The slip that explains a difference, with its factor or its term."""
    if sizing.standard is Standard.BUND and (slip := _of_bund(figure, sizing, name)):
        return slip, nan, ""
    if found := _digits(figure, ours):
        return found, nan, ""
    if name == "V_net" and (term := _not_taken_off(figure, ours, sizing)):
        return Slip.NOT_TAKEN_OFF, nan, term
    if ours and name in {"V5", "V_rain"} and (by := _slip(figure.value_m3 / ours, sizing, name)):
        return *by, ""
    return Slip.UNKNOWN, nan, ""


def _digits(figure: Figure, ours: float) -> Slip | None:
    """A slip of the pen, or what was rounded."""
    if _same(figure.value_m3, ours) and abs(figure.value_m3 - ours) <= ROUNDED * abs(ours):
        return Slip.ROUNDED
    return Slip.SWAPPED if _are_swapped(f"{figure.value_m3:.15g}", f"{ours:.15g}") else None


def _are_swapped(one: str, other: str) -> bool:
    """Whether two numbers are the same but for two digits beside each other.

    >>> _are_swapped("11541", "11451"), _are_swapped("11541", "11542")
    (True, False)
    """
    unlike = [k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    k = unlike[0]
    return one[k : k + 2] == other[k + 1] + other[k]


def _of_bund(figure: Figure, sizing: Sizing, name: str) -> Slip | None:
    """Slips in what stands in a bund."""
    terms = {term.name: term for term in sizing.terms}
    if "pi" in terms[name].formula and abs(figure.value_m3 - terms[name].value * PI / pi) <= figure.within_m3:
        return Slip.PI
    if name == "V3" and {"P", "H", "bf", "bt"} <= terms.keys():
        whole_m3 = terms["P"].value * terms["H"].value * (terms["bf"].value + terms["bt"].value) / 4
        if abs(figure.value_m3 - whole_m3) <= figure.within_m3:
            return Slip.FULL_WALL
        if figure.value_m3 > whole_m3:
            return Slip.MORE_THAN_WALL
    return None


def _not_taken_off(figure: Figure, ours: float, sizing: Sizing) -> str:
    """The term that was not taken off from a net volume; empty for none."""
    found = (term for term in sizing.terms if _is_taken_off(term) and _same(figure.value_m3, ours + term.value))
    return next((term.name for term in found), "")


def _is_taken_off(term: Term) -> bool:
    return term.name in {"V1", "V2", "V3", "V4"} and term.value > ROUNDED_M3


def _same(one_m3: float, other_m3: float) -> bool:
    return abs(one_m3 - other_m3) <= ROUNDED_M3


def _factors(sizing: Sizing, name: str) -> Iterator[tuple[Slip, float]]:
    """Factors by which a slip makes a rain term too large; where it is a depth on an area, more can go wrong, and
    where it was given as such, nothing."""
    formula = sizing.term(name).formula
    if not formula:
        return
    if formula.startswith("10"):
        yield Slip.TEN, 10.0
        yield Slip.LITRES, float(MM_A_METRE)
        yield Slip.TENTH, 0.1
    yield Slip.HECTARE, float(M2_A_HECTARE)
    yield Slip.MU, float(MU_A_HECTARE)
    if formula == "10 x q x F":
        yield Slip.WHOLE_YEAR, sizing.term("n").value


def _slip(ratio: float, sizing: Sizing, name: str) -> tuple[Slip, float] | None:
    """The slip whose factor a ratio is."""
    return next(((slip, factor) for slip, factor in _factors(sizing, name) if abs(ratio / factor - 1) <= CLOSE), None)


def _carried(
    excess_m3: float, rain_m3: float, printed_rain_m3: float | None, factors: Sequence[float]
) -> float | None:
    """How many times too large the rain term in a total is; None when its excess is not the rain's.

    The printed rain term says it, or, where there is none, the slip that would explain the excess.
    """
    if printed_rain_m3 is not None and rain_m3:
        wrong = printed_rain_m3 / rain_m3
        return wrong if abs(wrong - 1) > CLOSE and _same(excess_m3, printed_rain_m3 - rain_m3) else None
    return next((each for each in factors if rain_m3 and _same(excess_m3, (each - 1) * rain_m3)), None)
