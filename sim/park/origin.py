"""Where water comes from: the kinds the ledger keeps apart."""

from __future__ import annotations

from collections.abc import Iterable

KNOWN_ORIGINS = ("product", "firewater", "rain", "process", "river")
"""What somebody may write of water whose origin is known."""
MEASURED = "measured"
"""Water that was measured where a run did not expect it: nobody knows where it came from."""
ORIGINS = (*KNOWN_ORIGINS, MEASURED)
"""Every part of every volume belongs to one of these, in this order."""

ACCIDENT_ORIGINS = ("product", "firewater", "process", MEASURED)
"""Accident water wherever it stands; rain and river water only when product is mixed in. What comes from nobody knows
where is taken for the worse."""


def accident_part(by_origin: Iterable[float]) -> float:
    """Of an amount by origin, in the order of `ORIGINS`, what is accident water by itself.

    >>> accident_part([1.0, 2.0, 4.0, 8.0, 16.0, 32.0])
    43.0
    """
    return float(sum(part for origin, part in zip(ORIGINS, by_origin, strict=True) if origin in ACCIDENT_ORIGINS))
