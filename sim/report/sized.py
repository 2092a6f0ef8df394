"""A plant or a works with what the standards ask for it, and what a run made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.hydrology.size_sheet import SizeSheet
from sim.hydrology.sizing import Sizing, Standard
from sim.hydrology.standards import Sizes

if TYPE_CHECKING:
    from sim.check import Balance, Beside

FAMILIES = (Standard.FAMILY_A, Standard.FAMILY_B)
"""The two that ask for room in the accident pools."""

ADDED = ("spilled", "fire", "process", "rain", "came")
TAKEN_OFF = ("moved", "held", "left")
"""Terms that a run adds up to what comes into the spaces, and what it takes off, by the fields of a `Balance`."""

_LETTERS = {
    Standard.FAMILY_A: {"spilled": "V1", "fire": "V2", "process": "V4", "rain": "V5", "moved": "V3"},
    Standard.FAMILY_B: {"spilled": "V1", "fire": "V2", "rain": "V_rain", "held": "V3"},
}
"""Which term of a family says the same as a term of a run."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A sheet with its answers; of a plant in a run also what the run says."""

    sheet: SizeSheet
    sizes: Sizes
    plant: str = ""
    """Empty for a sheet of its own."""
    run: Beside | None = None

    def family(self, standard: Standard) -> Sizing | None:
        """The answer of one of the two families; None when it could not be asked."""
        return next((each for each in self.sizes.sizings if each.standard is standard), None)


def sheet_terms(sizing: Sizing) -> Mapping[str, float]:
    """What a family has of each term of a run [m3]; a term that it does not know is left out."""
    return {term: sizing.term(letter).value for term, letter in _LETTERS[Standard(sizing.standard)].items()}


def run_terms(balance: Balance) -> Mapping[str, float]:
    """The terms of a run [m3]."""
    return {term: getattr(balance, f"{term}_m3") for term in (*ADDED, *TAKEN_OFF)}


def heaviest(sizing: Sizing, balance: Balance) -> str:
    """The term that does most to make a run's spaces fuller, or emptier, than a family has them; empty for none.

    The differences of all terms, those that are taken off with their signs turned, are together exactly that
    by which the run's water in the spaces differs from what the family requires.
    """
    sheet, run = sheet_terms(sizing), run_terms(balance)
    more = {term: (run[term] - sheet.get(term, 0.0)) * (1 if term in ADDED else -1) for term in run}
    way = 1 if balance.in_spaces_m3 > sizing.result else -1
    term = max(more, key=lambda each: way * more[each])
    return term if way * more[term] > LEAST_M3 else ""


LEAST_M3 = 0.5
"""Differences that are worth a word."""
