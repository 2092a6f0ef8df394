"""The text of a SWMM input file: sections of lines in columns."""

from __future__ import annotations

ORDER = (
    "TITLE", "OPTIONS", "REPORT", "JUNCTIONS", "OUTFALLS", "STORAGE", "CONDUITS", "PUMPS", "ORIFICES", "WEIRS",
    "OUTLETS", "XSECTIONS", "INFLOWS", "CURVES", "TIMESERIES", "CONTROLS", "MAP", "COORDINATES",
)  # fmt: skip
"""Sections in the order in which SWMM's own editor writes them."""


class Sections:
    """A SWMM input file that is being written.

    >>> sections = Sections()
    >>> sections.add("OUTFALLS", "yangtze", 0.0, "FREE")
    >>> print(sections.text())
    [OUTFALLS]
    yangtze 0 FREE
    <BLANKLINE>
    """

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {name: [] for name in ORDER}

    def add(self, section: str, *cells: str | float) -> None:
        """Add a line."""
        self._lines[section].append(" ".join(cell if isinstance(cell, str) else _number(cell) for cell in cells))

    def text(self) -> str:
        """The file."""
        filled = ((name, lines) for name, lines in self._lines.items() if lines)
        return "\n".join("\n".join([f"[{name}]", *lines, ""]) for name, lines in filled)


def _number(value: float) -> str:
    """A number as SWMM reads it, to a hundredth of a millimetre and better."""
    return f"{value:.9g}"
