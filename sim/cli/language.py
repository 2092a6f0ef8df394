"""The language that tables and messages are in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise

LANGUAGES = ("en", "zh")
OPTION = "--lang"
VARIABLE = "THREE_TIER_LANG"
"""Set in the environment, it is the language of whoever does not write `--lang`.

The machine's own locale is not asked: the same words shall give the same tables everywhere.
"""


def preferred() -> str:
    """The language of whoever does not write one; English when nobody said."""
    return os.environ.get(VARIABLE) or LANGUAGES[0]


def asked(words: Sequence[str]) -> str:
    """The language that the words of a command ask for, right or wrong as they may be otherwise.

    >>> asked(["run", "x.yaml", "--lang", "zh"]), asked(["run", "--lang=zh"]), asked(["--lang", "fr"])
    ('zh', 'zh', 'en')
    """
    named = [after if word == OPTION else word.removeprefix(f"{OPTION}=") for word, after in pairwise([*words, ""])
             if word == OPTION or word.startswith(f"{OPTION}=")]  # fmt: skip
    return next((each for each in (*named[::-1], preferred()) if each in LANGUAGES), LANGUAGES[0])


def language_last(words: list[str]) -> list[str]:
    """The words with a language that they begin with behind them, so that a command stands first.

    >>> language_last(["--lang", "zh", "run", "x.yaml"]), language_last(["--lang=zh", "--help"])
    (['run', 'x.yaml', '--lang', 'zh'], ['--help', '--lang=zh'])
    """
    count = 2 if words[:1] == [OPTION] else len([each for each in words[:1] if each.startswith(f"{OPTION}=")])
    return words[count:] + words[:count]
