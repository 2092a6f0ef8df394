"""Input files: found, read as text, and kept, each once."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sim.load.fitting import fitting
from sim.load.node import Block, Node, what
from sim.load.place import Faults, Place
from sim.load.suggest import did_you_mean
from sim.load.yaml_text import read_yaml

if TYPE_CHECKING:
    from sim.load.build.park import PartialPark

PARK_FILE = "park.yaml"


@dataclass(slots=True)
class Files:
    """The files of one load, and what is wrong with them."""

    faults: Faults = field(default_factory=Faults)
    texts: dict[str, str | None] = field(default_factory=dict)
    blocks: dict[str, Block | None] = field(default_factory=dict)
    folded: dict[str, tuple[Block, set[str]]] = field(default_factory=dict)
    """Parks with the rows of their tables, by path, and the collections that could not be read whole."""
    parks: dict[str, PartialPark] = field(default_factory=dict)
    """Parks as they are written, by path; those with changes are built anew."""
    begins: str = "a park begins with id: and tiers:, a scenario with park: and horizon:"
    """What to say of an empty file."""

    def text(self, path: str, where: Place | None = None) -> str | None:
        """The text of a file; None when there is none, which is noted at `where` it was named."""
        if path not in self.texts:
            text = self._read(path, where or Place(path))
            self.texts[path] = None if text is None else fitting(text, path, self.faults)
        return self.texts[path]

    def block(self, path: str, where: Place | None = None) -> Block | None:
        """The block of keys a YAML file holds; None when it holds none, which is noted."""
        if path not in self.blocks:
            text = self.text(path, where)
            self.blocks[path] = None if text is None else self._parse(text, path)
        return self.blocks[path]

    def _parse(self, text: str, path: str) -> Block | None:
        before = len(self.faults.found)
        node: Node | None = read_yaml(text, path, self.faults)
        if isinstance(node, Block):
            return node
        if node is not None:
            self.faults.add(node.place, "", f"{what(node)} stands here; a file begins with keys such as id: and name:")
        elif len(self.faults.found) == before:
            self.faults.add(Place(path), "", f"the file is empty; {self.begins}")
        return None

    def _read(self, path: str, where: Place) -> str | None:
        try:
            with open(path, "rb") as file:
                return self._decode(file.read(), path)
        except (FileNotFoundError, NotADirectoryError):
            self.faults.add(where, "", missing(path))
        except IsADirectoryError:
            self.faults.add(where, "", f"{path} is a folder; name a file in it")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.faults.add(where, "", f"{path!r} cannot be read: {reason}")
        return None

    def _decode(self, data: bytes, path: str) -> str | None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            line = before.count(b"\n") + 1
            column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
            text = f"the byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
            self.faults.add(Place(path, line, column), "", text)
            return None


def missing(path: str) -> str:
    """That a file or folder is missing, and which one may be meant."""
    folder, name = os.path.split(path)
    if folder and not os.path.isdir(folder):
        return missing(folder)
    try:
        names = sorted(each for each in os.listdir(folder or ".") if not each.startswith("."))
    except OSError:
        names = []
    close = did_you_mean(name, names)
    sort = "folder" if "." not in name else "file"
    return f"there is no {sort} {path}" + (f"; did you mean '{os.path.join(folder, close)}'?" if close else "")


def park_path(path: str) -> str:
    """The park file that a path names: itself, or `park.yaml` in that folder."""
    return os.path.normpath(os.path.join(path, PARK_FILE) if not path.endswith((".yaml", ".yml")) else path)


def beside(path: str, name: str) -> str:
    """The path of a file named from within another file."""
    return os.path.normpath(os.path.join(os.path.dirname(path), name))
