"""What people call a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from sim.words import LANGUAGES, WORDS, text

HAN = "Han"


class Name(Mapping[str, str]):
    """A text by language; a mapping of the languages it is written in, any of which may be missing.

    >>> str(Name(en="North pool"))
    'North pool'
    >>> Name(zh="北池").in_language("en"), Name("North pool", fr="Bassin nord")["fr"], Name("North pool").zh
    ('北池', 'Bassin nord', '')
    """

    __slots__ = ("_texts",)

    _texts: dict[str, str]

    def __init__(self, en: str = "", zh: str = "", **others: str) -> None:
        self._texts = {language: each for language, each in {"en": en, "zh": zh, **others}.items() if each}

    @classmethod
    def of(cls, say: Callable[[str], str]) -> Name:
        """What a function of the language says in each.

        >>> Name.of(lambda language: language.upper())
        Name(en='EN', zh='ZH')
        """
        return cls(**{language: say(language) for language in LANGUAGES})

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __getattr__(self, language: str) -> str:
        """What is written in a language; empty for nothing."""
        if language not in LANGUAGES:
            raise AttributeError(language)
        return self._texts.get(language, "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Name) and self._texts == other._texts

    def __hash__(self) -> int:
        return hash(frozenset(self._texts.items()))

    def __deepcopy__(self, memo: Any) -> Name:
        return self

    def __repr__(self) -> str:
        shown = {**dict.fromkeys(("en", "zh"), ""), **self._texts}
        return f"Name({', '.join(f'{language}={each!r}' for language, each in shown.items())})"

    def __str__(self) -> str:
        return self.in_language("en")

    def in_language(self, language: str) -> str:
        """The name in `language`, else in English, else in any other."""
        texts = self._texts
        return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")

    def only_in(self, language: str) -> str:
        """The name if it was written in `language`, else nothing; plain text stands as English, whatever it is.

        >>> Name("关闭18号排口").only_in("en"), Name("关闭18号排口").only_in("zh")
        ('', '关闭18号排口')
        """
        plain = in_chinese(self.en) and len(self._texts) == 1
        return (self.en if is_written_in(self.en, language) else "") if plain else self._texts.get(language, "")


def named(key: str, **values: object) -> Name:
    """Words of the catalogue in every language.

    >>> named("held")
    Name(en='held', zh='守住')
    """
    return Name.of(lambda language: text(key, language, **values))


def language_name(language: str) -> Name:
    """What a language is called in the others: its own name where these have no word for it.

    >>> language_name("zh")
    Name(en='Chinese', zh='中文')
    """
    key = f"language_{language}"
    return named(key) if key in WORDS else Name.of(lambda _: text("language_name", language))


def in_chinese(text: str) -> bool:
    """Whether a text is written in Chinese.

    >>> in_chinese("关闭18号排口"), in_chinese("Shut outfall 18.")
    (True, False)
    """
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def is_written_in(words: str, language: str) -> bool:
    """Whether words are written in the letters of a language.

    >>> is_written_in("关闭18号排口", "zh"), is_written_in("关闭18号排口", "en"), is_written_in("Shut it.", "en")
    (True, False, True)
    """
    return in_chinese(words) == _has_han(language)


@cache
def _has_han(language: str) -> bool:
    return text("language_script", language) == HAN
