"""What files of earlier programs say that is understood otherwise now, and how it is written today.

A file that says its format is not looked at: whoever wrote that has seen to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sim.errors import InputError
from sim.load.file_sort import FileSort, sort_of
from sim.load.files import Files, beside, park_path
from sim.load.fold import fold_park
from sim.load.kinds.numbers import Switched
from sim.load.kinds.version import KEY
from sim.load.node import Block, Node, Scalar
from sim.load.place import Place
from sim.load.reading import Spot
from sim.park import Switch
from sim.units import UnitError

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Older:
    """A value whose meaning has changed."""

    place: Place
    path: str
    text: str
    """What stands there."""
    why: str
    """What has changed: `off` or `automatic` of a link with levels, or `share`; `lip` or `leak` of a gate."""
    now: str = ""
    """What says today what it said then; empty where only people can tell."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked through."""

    path: str
    begins: Place | None
    """Where its keys begin; None when it has none or says its format, and so nothing is to be done."""
    found: tuple[Older, ...] = field(default_factory=tuple)


def look(path: str) -> Looked:
    """Look a park, with its tables, or another file of ours through for what is older.

    Raises:
        Problems: it cannot be read, or the park that a scenario names cannot.
    """
    files = Files()
    tree = files.block(path)
    looked = Looked(path, None)
    if tree is not None and tree.entries and KEY not in tree.entries:
        looked = Looked(path, tree.place, tuple(sorted(_found(tree, path, files), key=lambda each: each.place)))
    files.faults.raise_any()
    return looked


def _found(tree: Block, path: str, files: Files) -> Iterator[Older]:
    sort = sort_of(tree)
    if sort is FileSort.PARK:
        park, _ = fold_park(tree, path, files)
        yield from _in_park(park, _Links(park.within("links")))
    elif sort is FileSort.SCENARIO and isinstance(named := tree.get("park"), Scalar):
        of = park_path(beside(path, named.text))
        park_tree = files.block(of, named.place)
        if park_tree is not None:
            yield from _in_scenario(tree, _Links(fold_park(park_tree, of, files)[0].within("links")))


@dataclass(frozen=True)
class _Links:
    """The links of a park, as they are written."""

    block: Block

    def opening(self, id: str, node: Node | None, path: Keys, *, starts: bool = True) -> Iterator[Older]:
        """How far a link is open, at the start or when it is set."""
        value = _value(node)
        if value is None:
            return
        text, share = value
        link = self.block.within(id)
        if "start_at" in link.entries:
            words = {0.0: Switch.OFF, 1.0: Switch.AUTOMATIC}
            if starts:
                now = words.get(share, "")
                yield Older(text.place, ".".join(path), text.text, now or "share", now)
        elif 0 < share < 1:
            yield from self._lip(link, text, path, "lip")

    def leak(self, id: str, node: Node | None, path: Keys) -> Iterator[Older]:
        """What passes a link that is shut."""
        if (value := _value(node)) and value[1] > 0:
            yield from self._lip(self.block.within(id), value[0], path, "leak")

    def _lip(self, link: Block, text: Scalar, path: Keys, why: str) -> Iterator[Older]:
        if "gate" in link.within("rating").entries:
            yield Older(text.place, ".".join(path), text.text, why)


def _value(node: Node | None) -> tuple[Scalar, float] | None:
    """A share, or a word that stands for one, bare or with its basis; None for all else."""
    bare = node.get("value") if isinstance(node, Block) else node
    if not isinstance(bare, Scalar):
        return None
    try:
        share = Switched().parse(bare.text, Spot.nowhere())
    except (InputError, UnitError):  # whoever reads the file says so
        return None
    return None if isinstance(share, Switch) else (bare, share)


def _in_park(tree: Block, links: _Links) -> Iterator[Older]:
    for id in links.block.ids():
        link = links.block.within(id)
        yield from links.opening(id, link.get("opening"), ("links", id, "opening"))
        yield from links.leak(id, link.get("leak"), ("links", id, "leak"))
    sheets = tree.within("sheets")
    for id in sheets.ids():
        sheet = sheets.within(id)
        if isinstance(of := sheet.get("facility"), Scalar):
            yield from links.opening(of.text, sheet.get("opening"), ("sheets", id, "opening"), starts=False)


def _in_scenario(tree: Block, links: _Links) -> Iterator[Older]:
    openings, actions, faults = (tree.within(key) for key in ("openings", "actions", "faults"))
    for id in openings.ids():
        yield from links.opening(id, openings.get(id), ("openings", id))
    for action in actions.ids():
        set_to = actions.within(action).within("set")
        for id in set_to.ids():
            yield from links.opening(id, set_to.get(id), ("actions", action, "set", id), starts=False)
    for fault in faults.ids():
        if isinstance(of := faults.within(fault).get("stuck"), Scalar):
            at = faults.within(fault).get("at")
            yield from links.opening(of.text, at, ("faults", fault, "at"), starts=False)
    overrides = tree.within("overrides")
    for name in overrides.ids():
        for path, entry in overrides.within(name).entries.items():
            match path.split("."):
                case ["openings", id] | ["park", "links", id, "opening"]:
                    yield from links.opening(id, entry.node, ("overrides", name, path))
                case ["park", "links", id, "leak"]:
                    yield from links.leak(id, entry.node, ("overrides", name, path))
