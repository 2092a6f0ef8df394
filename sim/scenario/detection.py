"""How an incident becomes known, beside what sensors see."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detection:
    """A stated human report."""

    report_s: float | None = None
    """When somebody reports the incident, whatever sensors see; None when nobody does [s]."""
