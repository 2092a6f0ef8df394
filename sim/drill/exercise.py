"""How a drill is held: its type, its length, how much is played."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf


class ExerciseType(StrEnum):
    """How far people move."""

    TABLE_TOP = "table-top"
    """They sit together and say what they would do; injects are read from cards."""
    FUNCTIONAL = "functional"
    """Control rooms and command posts work; the field is played by a simulation cell."""
    FULL_SCALE = "full-scale"
    """Crews go and do it."""
    NO_NOTICE = "no-notice"
    """The same, and nobody but exercise control knows beforehand."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """How a drill is held."""

    type: ExerciseType = ExerciseType.FULL_SCALE
    starts: str = ""
    """Clock time with its offset; that of the first incident when empty."""
    lasts_s: float = inf
    """How long it may take; quiet stretches are left out until it fits [s]."""
    most_an_hour: float = inf
    """Injects an hour of exercise, at most; measurements and contingencies come on top [1/h]."""

    @property
    def in_the_field(self) -> bool:
        """Whether crews really go."""
        return self.type in (ExerciseType.FULL_SCALE, ExerciseType.NO_NOTICE)
