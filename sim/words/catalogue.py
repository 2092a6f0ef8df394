"""Every word that people read: English in the topics, any other language in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from sim.words import po

TOPICS = tuple(import_module(f"sim.words.{topic}") for topic in (
    "after_action", "board", "board_drill", "board_files", "board_jobs", "board_live", "board_map", "board_tokens",
    "cluster", "command", "command_map", "compare", "conflicts", "coverage", "datum", "dossier", "doubts",
    "drawn_numbers", "drill", "ensemble", "ensemble_figures", "events", "exercise", "figures", "gaps", "gis",
    "help", "help_gaps", "help_options", "incidents", "inventory", "language", "map", "measures", "new", "notes",
    "page", "paper", "play", "plot", "race_figures", "rare", "reconcile", "report", "sensitivity", "size", "sweep",
    "water_figures", "workbook", "year",
))  # fmt: skip
"""A file each; no key stands in two of them."""

WORDS: Mapping[str, str] = MappingProxyType({k: v for topic in TOPICS for k, v in topic.WORDS.items()})
"""English by key."""
LANGUAGES = tuple(dict.fromkeys(("en", *po.files())))


def template(key: str, language: str) -> str:
    """The words of `key` with their places; English where a language lacks them.

    Raises:
        KeyError: there is no such key or language.
    """
    return found(language, key, WORDS[key])


@cache
def found(language: str, key: str, english: str) -> str:
    """What a language says for English words of a key, or for a message, which has none; the English where it lacks it.

    >>> found("zh", "held", "held"), found("zh", "", "Permission denied"), found("zh", "", "of another program")
    ('守住', '没有权限', 'of another program')

    Raises:
        KeyError: there is no such language.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    said = po.words_of(language).get((key, english), "")
    return said if po.usable(english, said) else english
