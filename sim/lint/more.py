"""What one plan has against it that another has not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sim.lint.conflict import Conflict, Saying, Value

OF_EACH_RULE = (
    Saying.ONCE, Saying.SENSOR_ONCE, Saying.SILENT, Saying.MISSES, Saying.UNSEEN, Saying.LATE_HELP,
)  # fmt: skip
"""Sentences that say the same of each rule that they name."""


def more_than(base: Sequence[Conflict], found: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The findings that are not in `base`; of those about several rules or facilities what is new of these.

    One about the same rules, actions, facilities and people is the same, whatever its times and amounts.
    """
    left = (_left(each, [other for other in base if other.saying is each.saying]) for each in found)
    return tuple(each for each in left if each is not None)


def _left(conflict: Conflict, told: list[Conflict]) -> Conflict | None:
    """What is left of a finding when others that say the same have been told; None for nothing."""
    if conflict.saying is Saying.UNCALLED:
        known = {id for other in told for id in other.subjects}
        subjects = tuple(id for id in conflict.subjects if id not in known)
        return replace(conflict, subjects=subjects, values={"facilities": subjects}) if subjects else None
    if conflict.saying in OF_EACH_RULE:
        known = {rule for other in told if _about(other) == _about(conflict) for rule in other.rules}
        rules = tuple(rule for rule in conflict.rules if rule not in known)
        return replace(conflict, rules=rules) if rules else None
    same = any(_about(other) == _about(conflict) and _who(other) == _who(conflict) for other in told)
    return None if same else conflict


def _about(conflict: Conflict) -> dict[str, Value]:
    """What a finding names besides its rules and subjects."""
    return {key: value for key, value in conflict.values.items() if isinstance(value, str | tuple)}


def _who(conflict: Conflict) -> tuple[tuple[str, ...], ...]:
    return conflict.rules, conflict.actions, conflict.subjects
