"""Bytes of a text file to text: UTF-8, what spreadsheets call Unicode text (UTF-16), or Chinese letters in GB18030."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple


class Decoded(NamedTuple):
    """A text, and how its letters were written."""

    text: str
    encoding: str


def decoded(data: bytes) -> Decoded:
    """The text of a table.

    >>> decoded("池".encode("gbk"))
    Decoded(text='池', encoding='gb18030')

    Raises:
        UnicodeDecodeError: it is none of the three; says where it is not UTF-8.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Decoded(data.decode("utf-16"), "utf-16")
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        found = _in_chinese(data)
        if found is None:
            raise
        return found


def _in_chinese(data: bytes) -> Decoded | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "gb18030") if _is_chinese(text) else None


def _is_chinese(text: str) -> bool:
    """Whether the letters are such as Chinese texts have: nearly all bytes decode in GB18030, to one letter or another.

    At least half must be common ones, which GB 2312 has; letters of western texts read so are rare ones.
    """
    letters = [each for each in text if not each.isascii()]
    return 2 * len("".join(letters).encode("gb2312", "ignore").decode("gb2312")) >= len(letters)


def place_of(error: UnicodeDecodeError) -> tuple[int, int]:
    """Line and column of the byte that cannot be read, counted from 1."""
    before = bytes(error.object)[: error.start]
    line_begins = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_begins:].decode("utf-8", "replace")) + 1
