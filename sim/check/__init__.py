"""Did it hold: verdicts, margins, crossings, from records alone; and what is wrong with a plan before it is played."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.check.assumption import Assumed, assumed
    from sim.check.conflicts import Conflict, find_conflicts
    from sim.check.judge import judge
    from sim.check.judgement import Judgement
    from sim.check.margin import Margin
    from sim.check.tier_verdict import Crossing, TierVerdict, Verdict

__all__ = [
    "Assumed", "Conflict", "Crossing", "Judgement", "Margin", "TierVerdict", "Verdict", "assumed", "find_conflicts",
    "judge",
]  # fmt: skip

_HOMES = {
    "Assumed": "assumption",
    "Conflict": "conflicts",
    "Crossing": "tier_verdict",
    "Judgement": "judgement",
    "Margin": "margin",
    "TierVerdict": "tier_verdict",
    "Verdict": "tier_verdict",
    "assumed": "assumption",
    "find_conflicts": "conflicts",
    "judge": "judge",
}
"""Where each name lives; imported when it is first asked for, so that a plan is looked at without NumPy."""


class _Check(ModuleType):
    """The package, in which the function `judge` is not hidden by the file of its name once that is imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "judge":
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Check


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sim.check' has no attribute '{name}'")
    return getattr(import_module(f"sim.check.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
