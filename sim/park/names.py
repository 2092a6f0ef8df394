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
