"""Words that fit on the map: how wide they are in the page's font, and where to break or shorten them."""

from __future__ import annotations

from collections.abc import Sequence

from sim.report.lines import even, filled
from sim.report.page.font import widths

STEP_PX = 3.0


def width_px(words: str, size: float) -> float:
    """How wide words are; a letter that the font lacks is taken to fill its square, as Chinese ones do."""
    known = widths()
    return size * sum(known.get(each, 1.0) for each in words)


def broken(words: str, most_px: float, size: float) -> list[str]:
    """Words in as few lines as they need, all about as long; only what cannot be broken is wider than it may be.

    >>> broken("Yanjia river section 7", 140, 15), broken("F-001雨水沟及集水池", 90, 15)
    (['Yanjia river', 'section 7'], ['F-001雨水', '沟及集水池'])
    """
    return even(words, most_px, lambda each: width_px(each, size), STEP_PX)


def fitted(words: str, most_px: float, sizes: Sequence[tuple[float, int]]) -> tuple[float, list[str]]:
    """The first of some sizes at which words take no more lines than it allows; else the last, with dots at the end."""
    for size, count in sizes:
        lines = broken(words, most_px, size)
        if len(lines) <= count and all(width_px(each, size) <= most_px for each in lines):
            return size, lines
    size, count = sizes[-1]
    lines = filled(words, most_px, lambda each: width_px(each, size))
    rest = (" " if " " in words else "").join(lines[count - 1 :])
    return size, [shortened(each, most_px, size) for each in (*lines[: count - 1], rest)]


def shortened(words: str, most_px: float, size: float) -> str:
    """Words with dots for the end that does not fit.

    >>> shortened("Duty team of A-001", 60, 11)
    'Duty tea…'
    """
    if width_px(words, size) <= most_px:
        return words
    kept = words
    while kept and width_px(kept + "…", size) > most_px:
        kept = kept[:-1]
    return kept.rstrip() + "…"
