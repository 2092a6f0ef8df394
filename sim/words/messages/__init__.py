"""MESSAGES THAT SAY WHAT IS WRONG: English as the source has them, with places, and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sim.words.messages import (
    command,
    dossier,
    ensemble,
    export,
    gaps,
    gis,
    inventory,
    other,
    park,
    pieces,
    places,
    reading,
    reports,
    sizing,
    system,
    things,
)

TOPICS = (
    things, reading, park, command, export, other, pieces, sizing, system, gaps, places, gis, reports, inventory,
    dossier, ensemble,
)
"""A file each; no message stands in two of them."""

MESSAGES: Mapping[str, str] = MappingProxyType({en: zh for topic in TOPICS for en, zh in topic.MESSAGES.items()})
"""Chinese by English; the same places in both, whose order may differ."""
