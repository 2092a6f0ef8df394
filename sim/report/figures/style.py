"""How every figure looks: one font, one palette, sizes for a page and for a screen, the same bytes every time."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FONT = "Three-Tier Sans"
FONT_FILE = Path(__file__).parents[1] / "fonts" / "three-tier-sans.otf"
"""A subset of Noto Sans CJK SC (SIL Open Font License 1.1, beside it); `docs/make_font.py` makes it."""
FALLBACK = "DejaVu Sans"
"""What matplotlib brings itself, for signs that the font lacks."""

INK, SOFT, FAINT, PAPER = "#1a1a1a", "#5f6368", "#d5d8dc", "#ffffff"
"""Text, lesser text, lines in the background, the page."""
UNTOUCHED, HELD, RELIEVED, BREACHED = "#eceef0", "#5aae8f", "#8ecae6", "#b2182b"
"""Colours of verdicts: apart for the colour-blind, and dark to light in grey: breached, held, relieved."""
ORIGIN_COLOURS = {
    "product": "#d55e00", "firewater": "#e69f00", "rain": "#56b4e9", "process": "#cc79a7", "river": "#0072b2",
    "measured": "#f0e442",
}  # fmt: skip
"""Colours of water by where it comes from: those of Okabe and Ito, apart for the colour-blind."""
STEPS = ("#eef3f2", "#f9cb8b", "#e07a3f", "#7d1427")
"""How far it came, from nothing to the last tier: ever darker, in colour and in grey."""

DOTS_AN_INCH = 200
SMALL_PT = 7.0
"""Of the words of legends, and beside and in what is drawn."""
MM_A_POINT = 25.4 / 72
SALT = "three-tier-containment"
"""What ids in an SVG are made with; the same every time."""


class Sheet(Enum):
    """What a figure is made for: how wide it is, and how high at most [mm]; letters are as large on both."""

    A4 = (170.0, 240.0)
    """The text of an upright A4 page."""
    SCREEN = (256.0, 144.0)
    """16 : 9."""


RC: dict[Any, Any] = {
    "font.family": [FONT, FALLBACK],
    "font.size": 8.0,
    "axes.titlesize": 8.0,
    "axes.labelsize": 8.0,
    "xtick.labelsize": 7.5,
    "ytick.labelsize": 7.0,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": SOFT,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": False,  # the hyphen of the font, which has no minus sign of its own
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.major.size": 2.5,
    "ytick.major.size": 2.5,
    "hatch.linewidth": 0.6,
    "text.parse_math": False,  # a dollar in somebody's name is a dollar
    "text.hinting": "none",  # else letters are as wide as whole dots, and lines of words up to 3 % wider than measured
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "pdf.fonttype": 42,  # letters that can be searched and copied
    "svg.fonttype": "path",  # letters as outlines: whoever opens it needs no font
    "svg.hashsalt": SALT,
}


@cache
def letters() -> frozenset[int]:
    """Code points that can be drawn."""
    from matplotlib.font_manager import findfont
    from matplotlib.ft2font import FT2Font

    return frozenset().union(*(FT2Font(path).get_charmap() for path in (str(FONT_FILE), findfont(FALLBACK))))


@cache
def add_font() -> None:
    """Let matplotlib know the font."""
    from matplotlib.font_manager import fontManager

    fontManager.addfont(str(FONT_FILE))


@contextmanager
def styled() -> Iterator[None]:
    """Inside, matplotlib draws in this style."""
    from matplotlib import rc_context

    add_font()
    with rc_context(RC):
        yield


@contextmanager
def no_time_stamp() -> Iterator[None]:
    """Inside, fontTools does not mention that the shipped font has no time stamp, so that its bytes never change."""
    log = logging.getLogger("fontTools")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


def halo(wide_pt: float, colour: str = PAPER) -> list[Any]:
    """Round words or a sign, so that they can be read on what lies behind."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=wide_pt, foreground=colour)]


FORMATS: Mapping[str, dict[str, str | None]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""What a figure can be saved as, and what is left out so that the same figure gives the same bytes."""


def as_files(
    name: str, figure: Figure, formats: Sequence[str] = ("png", "svg"), dots_an_inch: int = DOTS_AN_INCH
) -> dict[str, bytes]:
    """A figure in each format by the names of its files; the same figure gives the same bytes."""
    with styled(), no_time_stamp():
        return {f"{name}.{kind}": _bytes(figure, kind, dots_an_inch) for kind in formats}


def _bytes(figure: Figure, kind: str, dots_an_inch: int) -> bytes:
    buffer = BytesIO()
    figure.savefig(buffer, format=kind, dpi=dots_an_inch, metadata=FORMATS[kind])
    return buffer.getvalue()
