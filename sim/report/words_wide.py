"""How wide words stand in a terminal."""

from __future__ import annotations

from collections.abc import Iterable


def longest_word(cells: Iterable[str]) -> int:
    """The columns that the longest word of some cells takes; words in Chinese may be broken anywhere, and take two.

    >>> longest_word(["Outfall 67: open (outfall-67-open)", "二级防控（公共应急空间）"])
    17
    """
    from rich.cells import cell_len

    words = (word for cell in cells for word in cell.split())
    return max((cell_len(word) if word.isascii() else 2 for word in words), default=0)


def widest_line(cells: Iterable[str]) -> int:
    """The columns that the longest line of some cells takes."""
    from rich.cells import cell_len

    return max((cell_len(line) for cell in cells for line in cell.split("\n")), default=0)
