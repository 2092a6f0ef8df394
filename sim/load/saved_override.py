"""Values that somebody tried, kept in a scenario's text as one more override; nothing else of the text changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sim.errors import InputError
from sim.load.emit import Data, in_one_line
from sim.load.kinds.words import check_id
from sim.load.node import Block, Items, Node, Scalar
from sim.load.override import flag_changes, picked_changes
from sim.load.place import Faults
from sim.load.yaml_text import read_yaml
from sim.message import Message

KEY = "overrides"
INDENT = "  "
UNUSUAL = Message("the file is laid out so that the program can put no override into it; write overrides: at its end, "
                  "and below it a line for each")  # fmt: skip


def with_override(text: str, name: str, sets: Sequence[str], pick: str = "") -> str:
    r"""The text of a scenario with an override more, which is picked by its name: values as `--set` writes them.

    Where something is picked, its values stand in the override, too, before those that were set, so that it plays what
    `--pick` and `--set` did. Comments, layout and ends of lines stay as they are.

    >>> print(with_override("horizon: 2 h  # a short one\n", "long", ["horizon=4 h"]), end="")
    horizon: 2 h  # a short one
    overrides:
      long:
        horizon: 4 h

    Raises:
        InputError: the name is taken, or is none; or the text is laid out so that nothing can be put into it.
        Problems: text or values cannot be read.
    """
    tree = _read(text)
    _refuse_name(name, tree)
    values = _values(tree, sets, pick)
    new = _put(text, name, values)
    faults = Faults()
    read = read_yaml(new, "", faults)
    if faults.found or not isinstance(read, Block) or _plain(read) != _wanted(tree, name, values):
        raise InputError(UNUSUAL)
    return new


def _read(text: str) -> Block:
    faults = Faults()
    tree = read_yaml(text, "", faults)
    faults.raise_any()
    if not isinstance(tree, Block):
        raise InputError(UNUSUAL)
    return tree


def _refuse_name(name: str, tree: Block) -> None:
    check_id(name)
    for key in (KEY, "scenarios"):
        if name in tree.within(key).entries:
            raise InputError(Message("'{name}' is there already under {key}; choose another name", name=name, key=key))


def _values(tree: Block, sets: Sequence[str], pick: str) -> dict[str, Data]:
    """What is changed, by path; of what is changed twice the last, at its place."""
    faults = Faults()
    found: dict[str, Data] = {}
    for each in (*picked_changes(tree, pick or None, faults), *flag_changes(sets, faults)):
        found.pop(each.path, None)
        found[each.path] = _plain(each.node)
    faults.raise_any()
    if not found:
        raise InputError(Message("nothing is moved; move something first"))
    return found


def _plain(node: Node) -> Data:
    """What is written, without its places."""
    if isinstance(node, Block):
        return {key: _plain(entry.node) for key, entry in node.entries.items()}
    if isinstance(node, Items):
        return [_plain(each) for each in node.items]
    return node.text if isinstance(node, Scalar) else ""


def _wanted(tree: Block, name: str, values: dict[str, Data]) -> Data:
    """What the text shall say."""
    whole = _plain(tree)
    assert isinstance(whole, dict)
    there = whole.get(KEY)
    return {**whole, KEY: {**(there if isinstance(there, dict) else {}), name: values}}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the overrides of a text stand, by letters counted from 0; what is in braces is written in one line."""

    begins: int
    ends: int
    """Behind the last letter of the last of them, or of what stands for none."""
    column: int
    braces: bool
    empty: bool


def _put(text: str, name: str, values: dict[str, Data]) -> str:
    root, there = _spots(text)
    end = "\r\n" if "\r\n" in text else "\n"
    one_line = f"{in_one_line(name)}: {in_one_line(values)}"
    if there is not None and there.braces:
        return _behind(text, there.ends, f"{'' if there.empty else ', '}{one_line}")
    if there is None and root.braces:
        return _behind(text, root.ends, f"{'' if root.empty else ', '}{KEY}: {{{one_line}}}")
    indent = " " * there.column if there is not None and not there.empty else INDENT
    lines = [f"{indent}{in_one_line(name)}:",
             *(f"{indent}{INDENT}{in_one_line(path)}: {in_one_line(value)}" for path, value in values.items())]
    if there is None:
        return _line_behind(text, root.ends, [f"{KEY}:", *lines], end)
    if there.empty:  # such as null, which goes
        text = text[: there.begins] + text[there.ends :]
        return _line_behind(text, there.begins, lines, end)
    return _line_behind(text, there.ends, lines, end)


def _behind(text: str, at: int, more: str) -> str:
    return text[:at] + more + text[at:]


def _line_behind(text: str, at: int, lines: Sequence[str], end: str) -> str:
    """A text with lines below the one in which a place is; at the begin of a line, which a text in a block ends
    before, above that one."""
    if at == 0 or text[at - 1] not in "\r\n":
        found = text.find("\n", at)
        at = len(text) if found < 0 else found + 1
    between = "" if at == 0 or text[at - 1] == "\n" else end
    return text[:at] + between + "".join(each + end for each in lines) + text[at:]


def _spots(text: str) -> tuple[_Spot, _Spot | None]:
    """Where the keys of a text stand, and its overrides; None where it has none."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    kinds = yaml.NodeEvent | yaml.CollectionEndEvent
    events = [each for each in yaml.parse(text, Loader=loader) if isinstance(each, kinds)]
    there, place = None, 1
    while place < len(events) - 1:
        behind = _after(events, place + 1)
        if getattr(events[place], "value", None) == KEY:
            there = _spot(events[place + 1 : behind])
        place = behind
    return _spot(events), there


def _after(events: Sequence[Any], place: int) -> int:
    """Behind the node that begins at a place."""
    import yaml

    deep = 0
    while True:
        deep += isinstance(events[place], yaml.CollectionStartEvent)
        deep -= isinstance(events[place], yaml.CollectionEndEvent)
        place += 1
        if deep == 0:
            return place


def _spot(events: Sequence[Any]) -> _Spot:
    """Where a node stands; a block ends where the last of what is in it does, before comments."""
    import yaml

    first: Any = events[0]
    braces = isinstance(first, yaml.CollectionStartEvent) and bool(first.flow_style)
    inside: Sequence[Any] = [each for each in events[1:-1] if not isinstance(each, yaml.CollectionStartEvent)]
    ends = [each.end_mark.index for each in inside
            if isinstance(each, yaml.NodeEvent) or each.end_mark.index > each.start_mark.index]  # fmt: skip
    last = ends[-1] if ends else first.end_mark.index
    return _Spot(first.start_mark.index, last, first.start_mark.column, braces, not ends)
