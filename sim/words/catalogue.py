"""Every word that people read, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

LANGUAGES = ("en", "zh")
TOPICS = tuple(import_module(f"sim.words.{topic}") for topic in (
    "after_action", "command", "coverage", "dossier", "doubts", "drill", "events", "figures", "help", "help_options",
    "map", "page", "paper", "play", "plot", "race_figures", "report", "size", "water_figures", "workbook", "year",
))  # fmt: skip
"""A file each; no key stands in two of them."""

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({k: v for topic in TOPICS for k, v in topic.WORDS.items()})


def text(key: str, language: str, **values: object) -> str:
    """The words of `key` in `language`, `values` put into their places; a name stands there in that language.

    >>> text("moved_on", "en", volume="700 m3", when="T+2 h")
    'from T+2 h, 700 m3 moved on'
    >>> text("held", "zh")
    '守住'

    Raises:
        KeyError: there is no such key or language.
    """
    said = {place: _said(value, language) for place, value in values.items()}
    return WORDS[key][language].format(**said)


def _said(value: object, language: str) -> object:
    """A value as it is put in: of what is there in both languages, such as a `Name`, one of them."""
    in_language = getattr(value, "in_language", None)
    return in_language(language) if in_language else value
