"""What people call a thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name in English and in Chinese; either may be missing, never both.

    >>> str(Name(en="North pool"))
    'North pool'
    >>> Name(zh="北池").in_language("en")
    '北池'
    """

    en: str = ""
    zh: str = ""

    def __str__(self) -> str:
        return self.en or self.zh

    def in_language(self, language: str) -> str:
        """The name in `language` ('en' or 'zh'), else in the other one."""
        first, second = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return first or second

    def only_in(self, language: str) -> str:
        """The name if it was written in `language`, else nothing; plain text stands as English, whatever it is.

        >>> Name("关闭18号排口").only_in("en"), Name("关闭18号排口").only_in("zh")
        ('', '关闭18号排口')
        """
        plain = in_chinese(self.en) and not self.zh
        return (self.en if plain else self.zh) if language == "zh" else ("" if plain else self.en)


def in_chinese(text: str) -> bool:
    """Whether a text is written in Chinese.

    >>> in_chinese("关闭18号排口"), in_chinese("Shut outfall 18.")
    (True, False)
    """
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)
