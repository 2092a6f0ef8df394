"""A bund and its tanks by their dimensions: area, design level, and what stands below that level, term by term.

Every result comes first in a tuple of terms, with its formula; what it was made of follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum, pi

from sim.hydrology.sizing import Term

ABOVE_LEVEL_M = 0.2
"""How much higher a bund's wall is than its design liquid level [m]; GB 50351-2014."""


@dataclass(frozen=True, slots=True)
class Tank:
    """Upright round tanks of one size, each on a base of its own.

    >>> round(Tank("t", 5000, 23.98, base_m=0.5).base_below_m3(0.9), 2)
    225.82
    """

    id: str
    volume_m3: float
    diameter_m: float | None = None
    """None where its size is not known; then nothing of it can be taken off."""
    base_m: float = 0.0
    """How high its base stands above the bund's floor."""
    base_diameter_m: float | None = None
    """That of the tank when None."""
    number: int = 1
    bund: str | None = None
    """The bund or compartment that it stands in; None where there is only one."""

    def base_below_m3(self, level_m: float) -> float:
        """What the base of one takes up below a level [m3]."""
        return _round_m2(self.base_diameter_m or self.diameter_m or 0.0) * min(self.base_m, level_m)

    def below_m3(self, level_m: float) -> float:
        """What one of them takes up below a level, with its base [m3]."""
        return self.base_below_m3(level_m) + _round_m2(self.diameter_m or 0.0) * max(level_m - self.base_m, 0.0)


@dataclass(frozen=True, slots=True)
class Inside:
    """Things of one size that stand in a bund: inner dikes, foundations, pipe racks.

    >>> Inside("dike", 45.0, 0.5, 2).below_m3(0.9)
    45.0
    """

    id: str
    area_m2: float
    height_m: float
    number: int = 1

    def below_m3(self, level_m: float) -> float:
        """What they take up below a level [m3]."""
        return self.number * self.area_m2 * min(self.height_m, level_m)


def _round_m2(diameter_m: float) -> float:
    return pi / 4 * diameter_m**2


def area(length_m: float, width_m: float) -> tuple[Term, ...]:
    """A of a rectangle between the centre lines of its walls.

    >>> round(area(77.6, 76.8)[0].value, 2)
    5959.68
    """
    return Term("A", length_m * width_m, "m2", "L x W"), Term("L", length_m, "m"), Term("W", width_m, "m")


def design_level(wall_m: float) -> tuple[Term, ...]:
    """Hj of a wall whose top stands so high above the floor: the wall is 0.2 m higher than the design level.

    Source: GB 50351-2014.

    >>> round(design_level(1.1)[0].value, 9)
    0.9
    """
    return Term("Hj", wall_m - ABOVE_LEVEL_M, "m", f"H - {ABOVE_LEVEL_M:g}"), Term("H", wall_m, "m")


def tank_bases(tanks: Sequence[Tank], largest: Tank | None, level_m: float) -> tuple[tuple[Term, ...], ...]:
    """V1, the base of one largest tank, and V2, all others with their bases, each with what it is made of.

    `largest` is None where the largest tank of the group stands elsewhere.

    >>> farm = Tank("t", 5000, 23.98, base_m=0.5, number=4)
    >>> [round(found[0].value, 2) for found in tank_bases([farm], farm, 0.9)]
    [225.82, 1219.42]
    """
    first: list[Term] = []
    others: list[Term] = []
    formulas: list[str] = []
    others_m3: list[float] = []
    for k, tank in enumerate(tanks, start=1):
        is_largest = largest is not None and tank.id == largest.id
        sizes = _sizes(tank, k, level_m)
        if is_largest:
            first = [Term("V1", tank.base_below_m3(level_m), formula=f"pi / 4 x {_base(tank, k)}"), *sizes]
        number = tank.number - is_largest
        if number:
            others += [Term(f"n{k}", number, "-", note=tank.id), *(() if is_largest else sizes)]
            others_m3.append(number * tank.below_m3(level_m))
            formulas.append(f"n{k} x pi / 4 x ({_column(tank, k)})")
    v2 = Term("V2", fsum(others_m3), formula=" + ".join(formulas))
    return tuple(first) or (Term("V1", 0.0),), (v2, *others)


def _sizes(tank: Tank, k: int, level_m: float) -> tuple[Term, ...]:
    """Dimensions of a tank below a level."""
    wide = (Term(f"Db{k}", tank.base_diameter_m, "m", note=tank.id),) if tank.base_diameter_m else ()
    return (
        Term(f"D{k}", tank.diameter_m or 0.0, "m", note=tank.id), *wide,
        Term(f"hb{k}", min(tank.base_m, level_m), "m", note=tank.id),
    )  # fmt: skip


def _base(tank: Tank, k: int) -> str:
    across = f"Db{k}" if tank.base_diameter_m else f"D{k}"
    return f"{across} x {across} x hb{k}"


def _column(tank: Tank, k: int) -> str:
    """A tank up to the level, its base counted with its own diameter where that differs."""
    if not tank.base_diameter_m:
        return f"D{k} x D{k} x Hj"
    return f"{_base(tank, k)} + D{k} x D{k} x (Hj - hb{k})"


def perimeter(length_m: float, width_m: float) -> float:
    """Length of a rectangle's walls along their centre lines [m]."""
    return 2 * (length_m + width_m)


def wall_body(perimeter_m: float, wall_m: float, top_m: float, foot_m: float, level_m: float) -> tuple[Term, ...]:
    """V3: the inner half of a wall whose section is a trapezoid, below the design level.

    Half its width at a height z is `bf / 2 - (bf - bt) / 2 x z / H`; summed up from the floor to Hj.

    >>> round(wall_body(308.8, 1.1, 0.48, 3.36, 0.9)[0].value, 2)
    303.19
    """
    half_m2 = level_m * (foot_m / 2 - (foot_m - top_m) * level_m / (4 * wall_m))
    formula = "P x Hj x (bf / 2 - (bf - bt) x Hj / (4 x H))"
    return (
        Term("V3", perimeter_m * half_m2, formula=formula), Term("P", perimeter_m, "m"), Term("bf", foot_m, "m"),
        Term("bt", top_m, "m"), Term("H", wall_m, "m"),
    )  # fmt: skip


def foot_width(top_m: float, wall_m: float, slope: float) -> float:
    """Width of a wall at its foot [m], both faces of which lean by so much per height.

    >>> foot_width(0.5, 1.0, 1.5)
    3.5
    """
    return top_m + 2 * slope * wall_m


def stands_inside(things: Sequence[Inside], level_m: float) -> tuple[Term, ...]:
    """V4: what else stands in a bund below the design level.

    >>> stands_inside([Inside("dike", 45.0, 0.5, 2)], 0.9)[0].formula
    'm1 x S1 x h1'
    """
    parts = [
        Term(name, value, unit, note=thing.id)
        for k, thing in enumerate(things, start=1)
        for name, value, unit in (
            (f"m{k}", thing.number, "-"), (f"S{k}", thing.area_m2, "m2"), (f"h{k}", min(thing.height_m, level_m), "m"),
        )
    ]  # fmt: skip
    formula = " + ".join(f"m{k} x S{k} x h{k}" for k in range(1, len(things) + 1))
    return Term("V4", fsum(thing.below_m3(level_m) for thing in things), formula=formula), *parts


def numbered(terms: Sequence[Term], k: int) -> tuple[Term, ...]:
    """The same terms as those of the k-th compartment: `_k` behind every name.

    >>> [(each.name, each.formula) for each in numbered(area(3, 2), 2)]
    [('A_2', 'L_2 x W_2'), ('L_2', ''), ('W_2', '')]
    """
    names = {each.name for each in terms}

    def named(text: str) -> str:
        return re.sub(r"[A-Za-z]\w*", lambda match: f"{match[0]}_{k}" if match[0] in names else match[0], text)

    return tuple(replace(each, name=named(each.name), formula=named(each.formula)) for each in terms)
