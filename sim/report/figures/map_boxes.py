"""What a box of the map says: a name and what stands in it, as large and in as many lines as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sim.called import Called
from sim.report.figures.frame import cubic
from sim.report.figures.lettering import SMALLEST_PT, broken, spacing, width_mm
from sim.report.figures.style import MM_A_POINT
from sim.report.lines import even
from sim.report.map import Node
from sim.report.map.moment import Moment

NAME_PT, STEP_PT = 6.0, 0.5
GAUGE = 0.11
"""Share of a storage's width that shows its water in full colour; words stand right of it. None in a park alone."""
SIDE_MM, ABOVE_MM = 0.6, 0.6
"""Free room beside words, and above and below them."""
EVEN_MM = 1.0
"""How closely the lines of a name are made even."""
MOST_LINES = 6
"""Lines that a box is made high enough for, of a name and what stands there."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words in lines, and their size."""

    words: str
    size_pt: float

    def high_mm(self, language: str) -> float:
        """The height of all lines."""
        return _lines(self.words) * _line_mm(self.size_pt, language)


class Boxes:
    """The words of all boxes of a map at an instant; without one of the park alone."""

    def __init__(self, called: Called, now: Moment | None) -> None:
        self.called, self.park, self.language, self.now = called, called.park, called.language, now

    def gauge(self, node: Node) -> float:
        """Share of a box's width that its gauge takes."""
        return GAUGE if node.sort == "storage" and self.now is not None else 0.0

    def high_mm(self, node: Node, wide_mm: float) -> float:
        """How high a box that is so wide must be for all of its words at the size they are meant to have."""
        words = self._label(node, wide_mm, NAME_PT, MOST_LINES) or Label("\n" * (MOST_LINES - 1), NAME_PT)
        return words.high_mm(self.language) + 2 * ABOVE_MM

    def label(self, node: Node, wide_mm: float, high_mm: float) -> Label:
        """What a box of that size says; words become smaller where they must, and then names shorter."""
        size = NAME_PT
        while size >= SMALLEST_PT:
            most = int((high_mm - 2 * ABOVE_MM) / _line_mm(size, self.language) + 0.01)
            found = self._label(node, wide_mm, size, most)
            if found is not None:
                return found
            size -= STEP_PT
        amount = self._amount(node, self._room(node, wide_mm), SMALLEST_PT)
        name = shortened(self._name(node), self._room(node, wide_mm), max(most - (_lines(amount) if amount else 0), 1))
        return Label(f"{name}\n{amount}" if amount else name, SMALLEST_PT)

    def _label(self, node: Node, wide_mm: float, size_pt: float, most: int) -> Label | None:
        """All of its words at a size; None when they are wider than the box or take more lines."""
        room = self._room(node, wide_mm)
        amount = self._amount(node, room, size_pt)
        name = balanced(self._name(node), size_pt, room)
        words = f"{name}\n{amount}" if amount else name
        return Label(words, size_pt) if _lines(words) <= most and width_mm(words, size_pt) <= room else None

    def _room(self, node: Node, wide_mm: float) -> float:
        """The width that words may take."""
        return wide_mm * (1 - self.gauge(node)) - 2 * SIDE_MM

    def _name(self, node: Node) -> str:
        return self.called.place(node.id)

    def _amount(self, node: Node, room_mm: float, size_pt: float) -> str:
        """What stands in a storage and how full that makes it, in two lines where one is too narrow."""
        if node.sort != "storage":
            return ""
        storage = self.park.storages[node.id]
        if self.now is None or node.id not in self.now.volumes:
            return cubic(storage.capacity_m3)
        volume = float(self.now.volumes[node.id].sum())
        share = f"{volume / storage.holds_m3 * 100:.0f}"
        words = self.called.says("map_volume", volume=cubic(volume), share=share)
        return words if width_mm(words, size_pt) <= room_mm else words.replace(", ", "\n").replace("，", "\n")


@cache
def balanced(name: str, size_pt: float, room_mm: float) -> str:
    """A name in as few lines as the room allows, and these as even as can be."""
    return "\n".join(even(name, room_mm, lambda each: width_mm(each, size_pt), EVEN_MM))


@cache
def shortened(name: str, room_mm: float, most: int) -> str:
    """A name in so many lines of the smallest letters: as much of its beginning and its end as there is room for.

    Names of a park often differ in their last word only, or in their first.
    """
    for kept in range(len(name) - 1, 1, -1):
        head, tail = name[: (kept + 1) // 2].rstrip(), name[len(name) - kept // 2 :].lstrip()
        words = broken(f"{head}… {tail}" if tail.isascii() else f"{head}…{tail}", SMALLEST_PT, room_mm)
        if _lines(words) <= most and width_mm(words, SMALLEST_PT) <= room_mm:
            return words
    return "…"


def _lines(words: str) -> int:
    return words.count("\n") + 1


def _line_mm(size_pt: float, language: str) -> float:
    return size_pt * MM_A_POINT * spacing(language)
