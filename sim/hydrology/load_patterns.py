"""How the load of a treatment plant goes up and down over the day, for parks that have nothing measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LoadPattern:
    """Load of each hour of the day over its mean, from midnight on."""

    factors: tuple[float, ...]
    source: str


LOAD_PATTERNS = {
    "assumed-two-peaks": LoadPattern(
        (0.80, 0.70, 0.65, 0.60, 0.60, 0.70, 0.85, 1.05, 1.25, 1.30, 1.25, 1.20,
         1.15, 1.05, 1.05, 1.00, 1.00, 1.05, 1.15, 1.25, 1.25, 1.15, 1.05, 0.90),
        "assumed: the shape of municipal sewage from memory, low at night, peaks before noon and in the evening",
    ),
}  # fmt: skip
"""By id. None is measured, and an industrial park's own may well be flatter: measure it."""
