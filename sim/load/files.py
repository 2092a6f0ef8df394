"""Input files: found, read as text, and kept, each once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sim.errors import cause
from sim.load.encoding import decoded, place_of
from sim.load.fitting import fitting
from sim.load.grid import MOST_BYTES, Grid, Heads
from sim.load.kinds.version import KEY, Version
from sim.load.node import Block, Node, Scalar, what
from sim.load.place import Faults, Place
from sim.load.reading import Reading
from sim.load.slip import slip_text
from sim.load.suggest import did_you_mean
from sim.load.yaml_text import read_yaml, slip_near
from sim.message import Instead, Message
from sim.park import Name
from sim.park.names import named

if TYPE_CHECKING:
    from sim.load.folded import Folded

PARK_FILE = "park.yaml"
BEGINS = Message("a park begins with id: and tiers:, a scenario with park: and horizon:")


@dataclass(slots=True)
class Files:
    """The files of one load, and what is wrong with them."""

    faults: Faults = field(default_factory=Faults)
    texts: dict[str, str | None] = field(default_factory=dict)
    blocks: dict[str, Block | None] = field(default_factory=dict)
    folded: dict[str, Folded] = field(default_factory=dict)
    """Parks with the rows of their tables, by path."""
    read: dict[str, bytes] = field(default_factory=dict)
    """What stood in them, by path."""
    brought: Mapping[str, bytes] = field(default_factory=dict)
    """What stands in those that need not be on this disk, by path."""
    picks: set[str] = field(default_factory=set)
    """Scenario files whose overrides and named scenarios have been read; once is enough, however many are tried."""
    notes: dict[Name, None] = field(default_factory=dict)
    """What whoever reads the results should know of how the files were read, though nothing is wrong with them."""
    within: str = ""
    """The folder outside of which none is read, such as where texts come from afar; empty for anywhere."""
    refused: dict[str, Message] = field(default_factory=dict)
    """Those outside of it that were named, and what was said of them."""
    begins: Message = BEGINS
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
            return node if self._is_known(node) else None
        if isinstance(node, Scalar) and (found := slip_near(text, node.place.line - 1)):
            self.faults.add(Place(path, *found[:2]), "", slip_text(found[2]))
        elif node is not None:
            self.faults.add(node.place, "", Message("{what} stands here; a file begins with keys such as id: and name:",
                                                    what=what(node)))  # fmt: skip
        elif len(self.faults.found) == before:
            self.faults.add(Place(path), "", Message("the file is empty; {begins}", begins=self.begins))
        return None

    def _is_known(self, tree: Block) -> bool:
        """Whether a file is of a format that is read here; nothing else is said of one that is not."""
        written = tree.get(KEY)
        return written is None or Version().read(written, Reading(self.faults, {}).start().child(KEY)) is not None

    def note(self, text: Name) -> None:
        """Keep what whoever reads the results should know."""
        self.notes[text] = None

    def grid(self, path: str, where: Place, heads: Heads) -> Grid | None:
        """The cells of a table, CSV or a workbook; None when it cannot be read, which is noted."""
        from sim.load.csv_text import read_csv
        from sim.load.workbook import MOST_UNPACKED, OLD, ZIP, read_workbook

        is_book = path.lower().endswith((".xlsx", ".xlsm", ".xls"))
        data = self.data(path, where, MOST_UNPACKED if is_book else MOST_BYTES)
        if data is None:
            return None
        if is_book or data.startswith((ZIP, OLD)):
            return read_workbook(data, path, heads, self)
        try:
            found = decoded(data)
        except UnicodeDecodeError as error:
            byte = data[error.start]
            wrong = Message("the byte 0x{byte} is neither UTF-8 nor GB18030; save the table as CSV UTF-8, or as .xlsx",
                            byte=f"{byte:02x}")  # fmt: skip
            self.faults.add(Place(path, *place_of(error)), "", wrong)
            return None
        if found.encoding == "gb18030":
            self._tell_of_letters(found.text, path)
        text = fitting(found.text, path, self.faults)
        return None if text is None else read_csv(text, path, heads.knows, self.faults)

    def _tell_of_letters(self, text: str, path: str) -> None:
        """Note that a table is not in UTF-8, with a word of it to judge by."""
        word = next((each.group() for each in re.finditer(r"[^\x00-\x7f]+", text)), "")[:12]
        self.note(named("note_letters", file=path, word=word))

    def _read(self, path: str, where: Place) -> str | None:
        data = self.data(path, where)
        if data is None:
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = Message("the byte 0x{data} is not UTF-8; save the file as UTF-8", data=f"{data[error.start]:02x}")
            self.faults.add(Place(path, *place_of(error)), "", text)
            return None

    def data(self, path: str, where: Place, most: int | None = None) -> bytes | None:
        """The bytes of a file, at most so many; None when there is none, or more, which is noted."""
        if path in self.brought:
            self.read[path] = self.brought[path]
            return self.read[path]
        if self.within and not is_below(path, self.within):
            text = Message("{path} lies outside of {folder}, and no file there is read from here", path=path,
                           folder=self.within)  # fmt: skip
            self.faults.add(where, "", text)
            self.refused[path] = text
            return None
        try:
            if most is not None and os.path.getsize(path) > most:
                text = Message("larger than {most} MB; keep only what is needed of it", most=f"{most / 2**20:g}")
                self.faults.add(Place(path), "", text)
                return None
            with open(path, "rb") as file:
                self.read[path] = file.read()
                return self.read[path]
        except (FileNotFoundError, NotADirectoryError):
            self.faults.add(where, "", missing(path))
        except IsADirectoryError:
            self.faults.add(where, "", Message("{path} is a folder; name a file in it", path=path))
        except (OSError, ValueError) as error:
            self.faults.add(where, "", Message("{path!r} cannot be read: {reason}", path=path, reason=cause(error)))
        return None

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a file is there and has those bytes."""
        if path in self.brought:
            return self.brought[path] == data
        try:
            with open(path, "rb") as file:
                return file.read(len(data) + 1) == data
        except (OSError, ValueError):
            return False


def is_below(path: str, folder: str) -> bool:
    """Whether a file lies in a folder or below it, wherever links lead."""
    real = os.path.realpath(folder)
    try:
        return os.path.commonpath([os.path.realpath(path), real]) == real
    except ValueError:  # another drive, or no path at all
        return False


def missing(path: str) -> Message:
    """That a file or folder is missing, and which one may be meant."""
    folder, name = os.path.split(path)
    if folder and not os.path.isdir(folder):
        return missing(folder)
    try:
        names = sorted(each for each in os.listdir(folder or ".") if not each.startswith("."))
    except OSError:
        names = []
    close = did_you_mean(name, names)
    sort = Message("folder" if "." not in name else "file")
    if close is None:
        return Message("there is no {sort} {path}", sort=sort, path=path)
    return Instead(Message("there is no {sort} {path}; did you mean '{folder}'?", sort=sort, path=path,
                           folder=os.path.join(folder, close)), name, [close])  # fmt: skip


def park_path(path: str) -> str:
    """The park file that a path names: itself, or `park.yaml` in that folder."""
    return os.path.normpath(os.path.join(path, PARK_FILE) if not path.endswith((".yaml", ".yml")) else path)


def beside(path: str, name: str) -> str:
    """The path of a file named from within another file."""
    return os.path.normpath(os.path.join(os.path.dirname(path), name))
