"""Text on a terminal whose lines part no number from its unit, as in print and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.containers import Lines
from rich.text import Text

from sim.report.lines import filled

if TYPE_CHECKING:
    from rich.console import Console


class Unparted(Text):
    """Words in lines that are broken as `filled` breaks them; a Chinese letter takes two cells.

    >>> from rich.console import Console
    >>> for words in ("The pool holds 3,420 m3", "失守概率不超过 20 %（置信度95 %）"):
    ...     print([line.plain for line in Unparted(words).wrap(Console(), 20)])
    ['The pool holds', '3,420 m3']
    ['失守概率不超过 20 %', '（置信度95 %）']
    """

    def wrap(self, console: Console, width: int, **how: Any) -> Lines:
        """The lines that it takes."""
        if how.get("no_wrap") or self.no_wrap:
            return super().wrap(console, width, **how)
        lines = Lines()
        for line in self.split(allow_blank=True):
            for part in _parts(line, width):
                lines.extend(part.wrap(console, width, **how))
        return lines


def _parts(line: Text, width: int) -> Lines:
    """A line in parts of a width; only what cannot be broken is wider."""
    ends, at = [], 0
    for part in filled(line.plain, width, cell_len)[:-1]:
        at = line.plain.index(part, at) + len(part)
        at += len(line.plain[at:]) - len(line.plain[at:].lstrip(" "))
        ends.append(at)
    parts = line.divide(ends)
    for each in parts[:-1]:
        each.rstrip()
    return parts
