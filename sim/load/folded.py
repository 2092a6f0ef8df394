"""A park with the rows of its tables and what is made of it, kept for the next load while its files stay the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sim.load.builder.park import PartialPark, build_park
from sim.load.emit import to_yaml
from sim.load.files import Files
from sim.load.fold import fold_park
from sim.load.kinds.version import KEY
from sim.load.node import Block
from sim.load.park_form import PARK
from sim.load.place import Faults
from sim.park import Name

MOST_KEPT = 4
"""Parks that a process keeps; the one that was read first goes first."""


@dataclass
class Folded:
    """A park's tree with the rows of its tables."""

    tree: Block
    incomplete: set[str]
    """The collections that could not be read whole."""
    notes: dict[Name, None]
    """What whoever reads the results should know of its tables."""
    sound: bool
    """Whether nothing was wrong with anything when it was read and built."""
    park: PartialPark | None = None
    """As it is written, once somebody has asked for it."""

    def built(self, faults: Faults) -> PartialPark:
        """The park as it is written; what is wrong is noted."""
        if self.park is None:
            self.park = build_park(self.tree, self.incomplete, faults)
            self.sound = not faults.found
        return self.park

    @cached_property
    def resolved(self) -> str:
        """Its text, with the rows of its tables in it; only asked of a sound one."""
        data = PARK.plain(self.tree.without("tables", KEY))
        return to_yaml(data) if isinstance(data, dict) else ""


_KEPT: dict[str, tuple[str | None, dict[str, bytes], Folded]] = {}
"""Sound parks by path, with the text of their file and the bytes of their tables."""


def folded_park(written: Block, path: str, files: Files) -> Folded:
    """The park that `written` stands in the file of; what is wrong with its tables is noted."""
    if path not in files.folded:
        text, read, folded = _KEPT.pop(path, ("", {}, None))
        if not (folded and folded.sound and text == files.text(path) and all(map(files.holds, read, read.values()))):
            own = Files(files.faults, brought=files.brought)
            tree, incomplete = fold_park(written, path, own)
            text, read, folded = files.text(path), own.read, Folded(tree, incomplete, own.notes, not files.faults.found)
        _KEPT[path] = text, read, folded
        if len(_KEPT) > MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        files.folded[path] = folded
        files.read |= read
        files.notes |= folded.notes
    return files.folded[path]
