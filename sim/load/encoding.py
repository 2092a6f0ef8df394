"""Bytes of a text file to text: UTF-8, what spreadsheets call Unicode text (UTF-16), or Chinese letters in GB18030."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple


class Decoded(NamedTuple):
    """A text, and how its letters were written."""

    text: str
    encoding: str


def decoded(data: bytes) -> Decoded | None:
    """The text of a table; None when it is none of the three.

    >>> decoded("池".encode("gbk")), decoded(b"B\\xfccher")
    (Decoded(text='池', encoding='gb18030'), None)
    """
    sorts = ["utf-16"] if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ["utf-8-sig", "gb18030"]
    for encoding in sorts:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or _is_chinese(text):
            return Decoded(text, encoding)
    return None


def _is_chinese(text: str) -> bool:
    """Whether the letters are such as Chinese texts have: nearly all bytes decode in GB18030, to one letter or another.

    At least half must be common ones, which GB 2312 has; letters of western texts read so are rare ones.
    """
    letters = [each for each in text if not each.isascii()]
    return 2 * len("".join(letters).encode("gb2312", "ignore").decode("gb2312")) >= len(letters)


def not_utf_8(data: bytes) -> tuple[int, int, int]:
    """Line, column and value of the first byte that is not UTF-8.

    >>> not_utf_8(b"a,b\nc,\xb3")
    (2, 3, 179)

    Raises:
        ValueError: all of them are.
    """
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_begins = before.rfind(b"\n") + 1
        column = len(before[line_begins:].decode("utf-8", "replace")) + 1
        return before.count(b"\n") + 1, column, data[error.start]
    raise ValueError("all bytes are UTF-8")
