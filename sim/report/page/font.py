"""The font that a page brings along: the letters it shows and no others, so that no machine draws empty boxes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from sim.report.figures.style import FONT_FILE, no_time_stamp

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

PRINTED = "".join(map(chr, range(0x20, 0x7F)))
"""Letters that scripts make of numbers and times, whatever else a page shows."""
UNUSED = ("GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx")
"""Tables for what a page does not do: other shapes of letters, and lines from top to bottom."""


def font_url(words: str) -> str:
    """A font with the letters of some words, as far as the shipped font has them, as a `data:` URL of a WOFF.

    The same letters give the same bytes; copyright and licence stay in its names.
    """
    return f"data:font/woff;base64,{b64encode(_woff(frozenset(words) | frozenset(PRINTED))).decode('ascii')}"


def _woff(letters: frozenset[str]) -> bytes:
    """The subset of the shipped font; bounds are not measured anew, which would take most of the time."""
    from fontTools.subset import Options, Subsetter

    options = Options(drop_tables=[*Options().drop_tables, *UNUSED], layout_features=[], name_IDs=["*"],
                      notdef_outline=True)  # fmt: skip
    maker = Subsetter(options)
    maker.populate(unicodes=sorted(map(ord, letters)))
    with _shipped() as font:
        maker.subset(font)
        font.flavor = "woff"
        buffer = BytesIO()
        font.save(buffer)
    return buffer.getvalue()


@contextmanager
def _shipped() -> Iterator[TTFont]:
    """The font of the figures."""
    from fontTools.ttLib import TTFont

    with no_time_stamp(), TTFont(FONT_FILE, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        yield font


@cache
def widths() -> dict[str, float]:
    """How wide each letter of the shipped font is, in sizes of the font."""
    with _shipped() as font:
        wide, size = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): wide[glyph][0] / size for code, glyph in font.getBestCmap().items()}
