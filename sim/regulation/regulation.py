"""A rule that people have to keep."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sim.park import Name


class Sure(StrEnum):
    """How we know what a rule says, from best to worst."""

    READ = "read"
    """Its text was read, or that of an authority that quotes it."""
    SECOND_HAND = "second-hand"
    """Others say so."""
    MEMORY = "from memory"


@dataclass(frozen=True, slots=True)
class Regulation:
    """A law, a decree or a standard, as it is called today.

    >>> Regulation("x", Name("Rules on drills", "演练规范"), "", 2019, Name(), Name(), Name(), Sure.READ).short.zh
    '演练规范（2019年）'
    """

    id: str
    name: Name
    number: str
    """Of a standard what it is called by, of a decree its number; empty for none."""
    year: int | None
    """Of the text that is meant; None where that is not known."""
    asks: Name
    """What it asks, in our words."""
    used: Name
    """Where the program speaks of it."""
    source: Name
    sure: Sure
    since: str = ""
    """In force from this day on; empty where that is not known."""
    replaced_by: str = ""
    """The id of the rule that repealed it; empty for one in force."""
    formerly: str = ""
    """The number it had before it was renamed."""
    is_standard: bool = False
    """Whether people call it by its number rather than by its name."""

    @property
    def short(self) -> Name:
        """What a paper calls it: a standard by its number, a law or decree by name, number and year."""
        if self.is_standard:
            return Name(self.number, self.number)
        if self.year is None:
            return self.name
        en, zh = (f"decree {self.number}, ", f"{self.number}号令，") if self.number else ("", "")
        return Name(f"{self.name.en} ({en}{self.year})", f"{self.name.zh}（{zh}{self.year}年）")
