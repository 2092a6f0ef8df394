"""Where water comes from: the kinds the ledger keeps apart."""

from __future__ import annotations

ORIGINS = ("product", "firewater", "rain", "process", "river")
"""Every part of every volume belongs to one of these, in this order."""

ACCIDENT_ORIGINS = ("product", "firewater", "process")
"""Accident water wherever it stands; rain and river water only when product is mixed in."""
