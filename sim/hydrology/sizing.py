"""What a sizing standard asks for: a volume, the terms it was made of, and how sure the rule is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import nan


class Sure(StrEnum):
    """How well the rule itself is known; its numbers are another matter."""

    FOUND = "found"
    """Read in a published source."""
    MEMORY = "memory"
    """From memory and not looked up; check it before you rely on it."""
    ASSUMED = "assumed"
    """This program's own assumption."""


class Standard(StrEnum):
    """What is sized by which rule; the order is the order of the table."""

    FIRE_WATER = "fire_water"
    FAMILY_A = "family_a"
    FAMILY_B = "family_b"
    FIRST_FLUSH = "first_flush"
    FLUSH_STORM = "flush_storm"
    BUND = "bund"
    UK = "uk"
    CIRIA = "ciria"
    SPCC = "spcc"
    FRANCE = "france"
    RCRA = "rcra"
    VAWS = "vaws"
    PGS = "pgs"
    D9 = "d9"
    D9A = "d9a"
    SANDOZ = "sandoz"


class Caution(StrEnum):
    """What a reader of a result must know; which sentence says it."""

    BUND_TWICE = "bund_twice"
    """One storage is taken off in V3 and available too."""
    V3_IN_BOTH = "v3_in_both"
    """One bund stands in V3 of both families."""
    V3_TOO_LARGE = "v3_too_large"
    """V3 is more than what it is taken off from."""
    RAIN_TERMS = "rain_terms"
    """The rain terms of the two families are far apart."""
    COOLING = "cooling"
    """V2 of family (b) has the neighbours' cooling in it."""
    INFLOW_LEVEL = "inflow_level"
    """Bunds and drains count only so far up."""
    LONG_STORM = "long_storm"
    """An intensity formula is used beyond the time it is good for."""
    SHORT_STORM = "short_storm"
    """An intensity formula is used for less time than it was made for."""
    OCCUPIED = "occupied"
    """A pool does not stand empty."""
    SHARED = "shared"
    """A pool is shared with first flush."""
    OVER_A_THIRD = "over_a_third"
    """A shared pool is occupied by more than a third."""
    UPSET_BASIN = "upset_basin"
    """A treatment plant's own upset basin is not counted."""
    FIRST_FLUSH_DEPTH = "first_flush_depth"
    """A first-flush depth outside 15 to 30 mm."""
    EPA_OPINION = "epa_opinion"
    """Which storm the freeboard must hold is not in the rule."""
    BY_MEMORY = "by_memory"
    """The rule was written down from memory."""
    PER_TONNE = "per_tonne"
    """A range was found; the larger end was taken."""
    SCHWEIZERHALLE = "schweizerhalle"
    """The fire that a rule is named after took more than the rule asks for."""
    NO_RAIN = "no_rain"
    """V5 is nil, and nobody says why."""
    NO_RAIN_BECAUSE = "no_rain_because"
    """V5 is nil, for a reason."""
    GREATEST_DAY = "greatest_day"
    """V5 is that of the greatest day on record, not of a mean rain day."""
    GIVEN = "given"
    """A figure was given that the dimensions do not give; the figure counts."""
    GIVEN_TOO = "given_too"
    """A figure was given that the dimensions give too."""
    DESIGN_LEVEL = "design_level"
    """The design liquid level is 0.2 m below the wall's top."""
    UNSAID = "unsaid"
    """What stands in a bund is not said, and counts for nothing."""
    COMPARTMENTS = "compartments"
    """A bund is the sum of the compartments that inner dikes make of it."""
    NO_LONGER = "no_longer"
    """The rule is no longer in force."""
    FLUSH_TIME = "flush_time"
    """First flush by a storm of other than 10 to 20 min."""


Numbers = Callable[[float], str]
"""How a number is shown."""
Value = str | float | tuple[str, ...] | Mapping[str, str]
"""An id, a name, a number in the unit its key ends with, several ids or keys, or words by language."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A caution with what its sentence fills in."""

    caution: Caution
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A letter of a formula, its value in the unit the standard wants, and what it was made of."""

    name: str
    value: float
    unit: str = "m3"
    formula: str = ""
    """Of other terms; empty for what the sheet gave."""
    note: str = ""
    """What it is about, such as a tank group."""


@dataclass(frozen=True, slots=True)
class Sizing:
    """What one rule asks for.

    >>> terms = (Term("q", 10, "mm"), Term("F", 2, "ha"))
    >>> rain = Sizing(Standard.FAMILY_A, "a guide", "", "V5", "10 x q x F", terms, 200.0)
    >>> rain.put_in(rain.formula, lambda value: f"{value:g}")
    '10 x 10 mm x 2 ha'
    """

    standard: Standard
    source: str
    """The standard's own name."""
    clause: str
    """Where in it; empty when that is not known."""
    symbol: str
    """The letter of the result."""
    formula: str
    terms: tuple[Term, ...]
    result: float
    unit: str = "m3"
    sure: Sure = Sure.FOUND
    available_m3: float = nan
    """Room there is for it; NaN when the rule does not ask for room, or nobody said [m3]."""
    about: str = ""
    """The tank group or bund it is about; empty when it is about the whole sheet."""
    warnings: tuple[Warned, ...] = ()

    @property
    def difference_m3(self) -> float:
        """What is available less what is asked for [m3]."""
        return self.available_m3 - self.result

    def term(self, name: str) -> Term:
        """The term of a name.

        Raises:
            KeyError: there is none.
        """
        return {each.name: each for each in self.terms}[name]

    def put_in(self, formula: str, shown: Numbers) -> str:
        """A formula with the values of its terms put in; cubic metres stand without their unit."""
        known = {each.name: each for each in self.terms}

        def value(match: re.Match[str]) -> str:
            each = known.get(match.group())
            if each is None:
                return match.group()
            return shown(each.value) + ("" if each.unit in {"m3", "-"} else f" {each.unit}")

        return _NAME.sub(value, formula)


_NAME = re.compile(r"[A-Za-z][A-Za-z_0-9]*")
