"""Every word a report says, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sim.words import command, figures, report

LANGUAGES = ("en", "zh")
TOPICS = (report, figures, command)
"""A file each; no key stands in two of them."""

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({k: v for topic in TOPICS for k, v in topic.WORDS.items()})


def text(key: str, language: str, **values: object) -> str:
    """The words of `key` in `language`, `values` put into their places.

    >>> text("moved_on", "en", volume="700 m3", when="T+2 h")
    'from T+2 h, 700 m3 moved on'
    >>> text("held", "zh")
    '守住'

    Raises:
        KeyError: there is no such key or language.
    """
    return WORDS[key][language].format(**values)
