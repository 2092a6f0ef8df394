"""What a master list says: templates in every language, which a designer may replace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from string import Formatter

from sim.errors import InputError
from sim.message import Message, about
from sim.park import Name
from sim.words import WORDS
from sim.words.catalogue import template

PREFIX = "text_"
TEMPLATES = {key.removeprefix(PREFIX): Name.of(partial(template, key)) for key in WORDS if key.startswith(PREFIX)}
"""By the keys that a designer writes."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The templates with those that a designer has replaced.

    >>> Texts().fill("power", place=Name("area A", "A片区")).zh
    'A片区停电。'
    """

    own: Mapping[str, Name] = field(default_factory=dict)

    def fill(self, key: str, **values: Name | str) -> Name:
        """A template with its values put in, in every language."""
        words = self.own.get(key, TEMPLATES[key])
        return Name.of(lambda language: filled(words, language, values))


def filled(words: Name, language: str, values: Mapping[str, Name | str]) -> str:
    """A template in one language with its values put in."""
    said = {name: each.in_language(language) if isinstance(each, Name) else each for name, each in values.items()}
    return words.in_language(language).format(**said)


def placeholders(words: str) -> set[str]:
    """The names of the values that a template puts in.

    >>> sorted(placeholders("{place} is {share} full"))
    ['place', 'share']

    Raises:
        InputError: a brace has no partner.
    """
    try:
        return {name for _, name, _, _ in Formatter().parse(words) if name}
    except ValueError as error:
        raise InputError(about(repr(words), Message("{error}; braces come in pairs, such as {{place}}",
                                                       error=str(error)))) from error  # fmt: skip
