"""What is said in both languages at once, since a page holds both."""

from __future__ import annotations

from collections.abc import Callable

from sim.words import LANGUAGES, text

Said = dict[str, str]
"""What is said, by language."""


def both(say: Callable[[str], str]) -> Said:
    """What a function of the language says in each.

    >>> both(lambda language: text("held", language))
    {'en': 'held', 'zh': '守住'}
    """
    return {language: say(language) for language in LANGUAGES}


def words(key: str, **values: object) -> Said:
    """Words of the catalogue in each language; values that are `Said` are put in by language.

    >>> words("sankey_stays", tier=words("held"))
    {'en': 'stays: held', 'zh': '存留：守住'}
    """

    def say(language: str) -> str:
        named = {name: value[language] if isinstance(value, dict) else value for name, value in values.items()}
        return text(key, language, **named)

    return both(say)
