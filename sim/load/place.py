"""Where something stands in the input, and everything found wrong there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sim.errors import Problems
from sim.message import Message, about


class Place(NamedTuple):
    """A spot in a file, counted from 1; a flag such as `--set a=b` has no line.

    >>> print(Place("park.yaml", 12, 11), Place("--set horizon=2 h"))
    park.yaml:12:11 --set horizon=2 h
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(slots=True)
class Faults:
    """Everything found wrong so far; the same fault twice counts once."""

    found: dict[tuple[Place, str, Message], None] = field(default_factory=dict)
    """A set that keeps its order, which is nearly that of the places, so that sorting a great many takes little."""

    def add(self, place: Place, path: str, text: Message) -> None:
        """Note what is wrong with the value at `path`."""
        self.found[place, path, text] = None

    def messages(self) -> list[Message]:
        """One line a fault, in the order of their places."""
        return [about(": ".join(filter(None, (str(place), path))), text) for place, path, text in sorted(self.found)]

    def raise_any(self) -> None:
        """Raise what was found, if anything.

        Raises:
            Problems: all of it at once.
        """
        if self.found:
            raise Problems(self.messages())
