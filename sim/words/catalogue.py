"""Every word that people read: English and Chinese in the topics, any other language in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from sim.words import po
from sim.words.messages import MESSAGES

TOPICS = tuple(import_module(f"sim.words.{topic}") for topic in (
    "after_action", "command", "command_map", "conflicts", "coverage", "datum", "dossier", "doubts", "drill",
    "ensemble", "events", "exercise", "figures", "gaps", "gis", "help", "help_gaps", "help_options", "inventory",
    "language", "map", "new", "notes", "page", "paper", "play", "plot", "race_figures", "reconcile", "report", "size",
    "water_figures", "workbook", "year",
))  # fmt: skip
"""A file each; no key stands in two of them."""

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({k: v for topic in TOPICS for k, v in topic.WORDS.items()})
BESIDE = {"en": dict(zip(MESSAGES, MESSAGES, strict=True)), "zh": MESSAGES}
"""Messages in the languages that stand beside one another here."""
LANGUAGES = (*BESIDE, *(code for code in sorted(po.files()) if code not in BESIDE))


def template(key: str, language: str) -> str:
    """The words of `key` with their places; English where a language lacks them.

    Raises:
        KeyError: there is no such key or language.
    """
    return found(language, key, WORDS[key]["en"])


def found(language: str, key: str, english: str) -> str:
    """What a language says for English words of a key, or for a message, which has none; the English where it lacks it.

    >>> found("zh", "held", "held"), found("zh", "", "Permission denied"), found("zh", "", "of another program")
    ('守住', '没有权限', 'of another program')
    """
    return _every(language).get((key, english), english)


def untranslated() -> list[po.Entry]:
    """All that there is to say, with its English: keys, and messages, which have none."""
    keys = [po.Entry(key, words["en"], "") for key, words in WORDS.items() if words["en"]]
    return keys + [po.Entry("", english, "") for english in MESSAGES]


@cache
def _every(language: str) -> po.Words:
    """All that a language says, by key and English.

    Raises:
        KeyError: there is no such language.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    keys = {(key, words["en"]): words[language] for key, words in WORDS.items() if language in words}
    messages = {("", english): each for english, each in BESIDE.get(language, {}).items()}
    return {**keys, **messages, **po.words_of(language)}
