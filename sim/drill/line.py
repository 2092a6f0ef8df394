"""One line of an exercise's master list."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import inf, isnan, nan

from sim.park import Name


class Kind(StrEnum):
    """What a line is there for."""

    INJECT = "inject"
    """Exercise control lets players know something: what they would see, hear or be told."""
    ACTION = "action"
    """What players are expected to do."""
    CONTINGENCY = "contingency"
    """Let go by exercise control when an expected action is late or missing."""
    MEASUREMENT = "measurement"
    """Evaluators read something off."""
    REPORT = "report"
    """A report that somebody owes by this time."""
    JUMP = "jump"
    """The exercise leaves a quiet stretch of the incident out."""


class Phase(StrEnum):
    """The phases of a Chinese exercise script (YJ/T 9007-2019)."""

    WARNING = "warning"
    """Warning and report."""
    COMMAND = "command"
    """Command and coordination."""
    RESPONSE = "response"
    """Response on the spot."""
    END = "end"
    """End of the emergency."""
    REVIEW = "review"
    """Summary and evaluation."""


OWN = "own/"
"""How keys of lines begin that a designer added."""


@dataclass(frozen=True, slots=True)
class State:
    """How a storage stands at the time of a line."""

    storage: str
    at_s: float
    volume_m3: float
    share: float
    """Of what it holds below its crest [-]."""
    level_m: float | None = None
    """Depth over its floor; None without a shape [m]."""
    full_in_s: float = inf
    """Time until it is full if things go on as they do now; inf when it is not filling [s]."""


@dataclass(frozen=True, slots=True)
class Missed:
    """What follows if an expected action is never done, from the run in which it is not."""

    escaped_m3: float
    """How much more leaves the outermost tier that feels it, uncontrolled [m3]."""
    tier: str = ""
    link: str = ""
    """The link over which most of it goes."""
    first_s: float = nan
    """When it first does [s]."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the master list; times in s since the incident began, NaN for none."""

    key: str
    """What it is about, the same in every list of the same scenario; it keeps its number by it."""
    at_s: float
    kind: Kind
    phase: Phase
    text: Name
    number: int = 0
    """Never given to anything else, even when this line is gone; 0 before numbers are given out."""
    exercise_s: float = nan
    """When it is due since the exercise began; NaN before times are laid out."""
    incident: str = ""
    """The scenario it belongs to."""
    tier: str = ""
    sender: Name = field(default_factory=Name)
    receiver: Name = field(default_factory=Name)
    medium: Name = field(default_factory=Name)
    state: State | None = None
    action: str = ""
    """The job or action that is expected, as the run names it."""
    sheet: str = ""
    """Its operation sheet."""
    done_s: float = nan
    """When the run has it done."""
    deadline_s: float = nan
    """The latest completion that keeps every tier's verdict; inf when it need not be done."""
    earliest_s: float = 0.0
    """Before this time it must not be done either; 0 for no such time."""
    missed: Missed | None = None
    evaluate: Name = field(default_factory=Name)
    """What evaluators look at."""
    evidence: Name = field(default_factory=Name)
    """What they keep as proof."""
    causes: tuple[str, ...] = ()
    """Events of the run that it comes from, as `what subject`."""
    weight: float = 0.0
    """How much the exercise would miss it; thinning drops the lightest first [-]."""

    @property
    def slack_s(self) -> float:
        """Time between when the run has it done and when it must be; negative when late or too early [s]."""
        if self.early_s:
            return -self.early_s
        return nan if isnan(self.deadline_s) else self.deadline_s - self.done_s

    @property
    def early_s(self) -> float:
        """How much too early the run has it done; 0 when it does not [s]."""
        return self.earliest_s - self.done_s if self.done_s < self.earliest_s else 0.0

    @property
    def is_own(self) -> bool:
        """Whether a designer added it."""
        return self.key.startswith(OWN)
