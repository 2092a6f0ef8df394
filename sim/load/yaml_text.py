"""YAML text to nodes with their places.

PyYAML's parser is asked for its events, not for values: no text changes its type, duplicate
keys are seen, and a file nested a million deep cannot bring the program down.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sim.load.fitting import fitting, fitting_value
from sim.load.node import Block, Broken, Entry, Items, Node, Scalar
from sim.load.place import Faults, Place
from sim.load.slip import slip_in_line, slip_text
from sim.message import Message

MOST_LETTERS = 2**21
"""Longest text that is parsed; the largest park of a result, written out whole, has half of it."""
MOST_NODES = 2**18
"""Most keys, values, blocks and lists; that park has two fifths of it."""
DEEPEST = 40
"""Blocks and lists within each other; no written form needs ten."""


def read_yaml(text: str, file: str, faults: Faults) -> Node | None:
    """The one document in `text`; None when it is empty or cannot be read.

    What is wrong is noted in `faults`, with its line and column.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    if len(text) > MOST_LETTERS:
        faults.add(Place(file), "", Message("longer than {most} letters; put what is large into tables",
                                            most=f"{MOST_LETTERS:,}"))  # fmt: skip
        return None
    fits = fitting(text, file, faults)
    try:
        return None if fits is None else _Tree(yaml.parse(fits, Loader=loader), file, faults).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        if mark and (found := slip_near(text, mark.line)):
            faults.add(Place(file, *found[:2]), "", slip_text(found[2]))
            return None
        context = f" {error.context}" if error.context else ""
        faults.add(place, "", Message("not YAML: {problem}{context}; check indentation, quotes and brackets there",
                                      problem=error.problem, context=context))  # fmt: skip
    except _TooMuchError as error:
        faults.add(error.place, "", error.message)
    return None


def slip_near(text: str, line: int) -> tuple[int, int, str] | None:
    """A sign that YAML does not read, in the line that it stumbled over or the one before: line, column, sign."""
    lines = text.split("\n")
    for each in (line, line - 1):
        if 0 <= each < len(lines) and (found := slip_in_line(lines[each])):
            return each + 1, *found
    return None


class _TooMuchError(Exception):
    """Deeper or longer than any input needs; holds the place and what is too much."""

    def __init__(self, place: Place, message: Message) -> None:
        super().__init__(place, message)
        self.place, self.message = place, message


class _Tree:
    """The nodes of one document, from the parser's events."""

    def __init__(self, events: Iterator[Any], file: str, faults: Faults) -> None:
        self.events = events
        self.file = file
        self.faults = faults
        self.anchors: dict[str, Node] = {}
        self.count = 0

    def document(self) -> Node | None:
        """The document's node; None when there is none."""
        root: Node | None = None
        for event in self.events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and root is not None:
                self.faults.add(self._place(event), "", Message("a second document begins here; write one a file"))
                return None
            if kind in {"ScalarEvent", "MappingStartEvent", "SequenceStartEvent", "AliasEvent"}:
                root = self._node(event, "", 0)
        return None if isinstance(root, Scalar) and root.missing else root

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any, path: str, depth: int) -> Node:
        place = self._place(event)
        self.count += 1
        if depth > DEEPEST:
            deep = Message("nested more than {deepest} deep; no park or scenario needs that", deepest=DEEPEST)
            raise _TooMuchError(place, deep)
        if self.count > MOST_NODES:
            many = Message("more than {most} keys and values up to here; put what is large into tables",
                           most=f"{MOST_NODES:,}")  # fmt: skip
            raise _TooMuchError(place, many)
        kind = type(event).__name__
        if kind == "AliasEvent":
            return self._alias(event.anchor, place, path)
        node: Node
        if kind == "ScalarEvent":
            text = fitting_value(event.value, place, path, self.faults)
            node = Broken(place) if text is None else Scalar(text, place, plain=not event.style)
        elif kind == "MappingStartEvent":
            node = self._block(place, path, depth)
        else:
            node = self._items(place, path, depth)
        if event.tag not in (None, "!"):
            self.faults.add(place, path, Message("the tag {tag} means nothing here; delete it", tag=event.tag))
            node = Broken(place)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def _alias(self, anchor: str, place: Place, path: str) -> Node:
        if anchor not in self.anchors:
            self.faults.add(place, path, Message("*{anchor} stands for nothing written above it", anchor=anchor))
            return Broken(place)
        return self.anchors[anchor]

    def _items(self, place: Place, path: str, depth: int) -> Items:
        items: list[Node] = []
        while type(event := next(self.events)).__name__ != "SequenceEndEvent":
            items.append(self._node(event, f"{path}[{len(items)}]", depth + 1))
        return Items(tuple(items), place)

    def _block(self, place: Place, path: str, depth: int) -> Block:
        entries: dict[str, Entry] = {}
        while type(event := next(self.events)).__name__ != "MappingEndEvent":
            key = self._node(event, path, depth + 1)
            below = f"{path}.{key.text}" if path and isinstance(key, Scalar) else getattr(key, "text", path)
            value = self._node(next(self.events), below, depth + 1)
            if isinstance(key, Broken):
                continue
            if not isinstance(key, Scalar):
                self.faults.add(key.place, path, Message("a key must be plain text, not a list or a block"))
            elif key.text in entries:
                first = entries[key.text].place
                self.faults.add(key.place, below, Message("written twice; it stands in line {line} already",
                                                          line=first.line))  # fmt: skip
            else:
                entries[key.text] = Entry(key.place, value)
        return Block(entries, place)


