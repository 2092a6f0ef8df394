"""Chinese letters that a reader took for those of Western Europe."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN = re.compile("[㐀-䶿一-鿿]")
_CHINESE = re.compile("[㐀-䶿一-鿿]{2}")
"""A word has more than one letter; a single one may be two of Western Europe that stand together by chance."""
_LATIN = re.compile("[\x80-\u1fff]")


def again(text: str, encoding: str, errors: str = "strict") -> str:
    """The text of the bytes that were taken for Latin letters.

    >>> again("ÊÂ¹Ê³Ø", "gb18030")
    '事故池'

    Raises:
        UnicodeError: these bytes are no text in that encoding.
    """
    data = b"".join(each.encode("latin-1" if ord(each) < 0x100 else "cp1252") for each in text)
    return data.decode(encoding, errors)


def encoding_of(texts: Iterable[str]) -> str:
    """In what these were written that were read as Latin letters: `utf-8`, `gb18030`, or empty where they stay as read.

    >>> encoding_of(["ÊÂ¹Ê³Ø", "tank 1"]), encoding_of(["äº\\x8bæ\\x95\\x85"]), encoding_of(["Bassin d'été"])
    ('gb18030', 'utf-8', '')
    """
    odd = [each for each in texts if not each.isascii()]
    for encoding in ("utf-8", "gb18030") if odd else ():
        try:
            read = [again(each, encoding) for each in odd]
        except UnicodeError:
            continue
        if any(map(_CHINESE.search, read)) and not any(map(_LATIN.search, read)):
            return encoding
    return ""


def sample(texts: Iterable[str]) -> str:
    """One of the texts that is Chinese, to judge by; the first where none is."""
    every = [each for each in texts if each]
    return next((each for each in every if _HAN.search(each)), every[0] if every else "")[:20]
