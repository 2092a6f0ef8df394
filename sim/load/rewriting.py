"""Values put into the text of a file: comments, layout and everything else stay as they are."""

from __future__ import annotations

import os
import re
import shutil
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence

from sim.errors import InputError, cause
from sim.load.encoding import decoded
from sim.load.kinds.version import FORMAT, KEY
from sim.load.older import Older
from sim.load.place import Faults, Place
from sim.load.yaml_text import read_yaml
from sim.message import Message, about

KEPT = ".bak"
"""How the name of the file ends that keeps what was rewritten."""
_LINES = re.compile(r"(\r\n|\r|\n)")


class Rewriting:
    """The text of one file, in the making.

    Raises:
        InputError: what it was has been kept before, and would be lost.
    """

    def __init__(self, path: str) -> None:
        self.path, self.kept = path, path + KEPT
        if os.path.exists(self.kept):
            raise InputError(Message("{kept} is there already, with what was replaced earlier; move it away first",
                                     kept=self.kept))  # fmt: skip
        with open(path, "rb") as file:
            self._data = file.read()
        text, self._encoding = decoded(self._data)
        self._pieces = _LINES.split(text)

    def put(self, place: Place, old: str, new: str) -> bool:
        """Put another value where one stands; whether it stands there as it was read."""
        line, at = self._pieces[2 * (place.line - 1)], place.column - 1
        for quote in ("", '"', "'"):
            if line.startswith(f"{quote}{old}{quote}", at):
                self._pieces[2 * (place.line - 1)] = f"{line[:at]}{new}{line[at + len(old) + 2 * len(quote):]}"
                return True
        return False

    @property
    def text(self) -> str:
        """The text as it is by now."""
        return "".join(self._pieces)

    def replace(self, text: str) -> None:
        """Put another text in the place of all of it."""
        self._pieces = _LINES.split(text)

    def add(self, begins: Place, entries: Sequence[str]) -> None:
        """Put entries such as `x: 5 m` before the first key of a block, which stands there or, in braces, behind it."""
        line, at = self._pieces[2 * (begins.line - 1)], begins.column - 1
        if line.startswith("{", at):
            behind = "" if line[at + 1 :].lstrip().startswith("}") else ", "
            new = f"{line[:at + 1]}{', '.join(entries)}{behind}{line[at + 1:]}"
        else:
            end = "".join(self._pieces[1:2]) or "\n"
            new = line[:at] + "".join(f"{each}{end}{' ' * at}" for each in entries) + line[at:]
        self._pieces[2 * (begins.line - 1)] = new

    def mark(self, begins: Place) -> None:
        """Say the format, before all keys, of which the first stands there or, in braces, behind there."""
        self.add(begins, [f"{KEY}: {FORMAT}"])

    def save(self) -> None:
        """Write the file, whole or not at all, and keep what it was beside it.

        Raises:
            Problems: the layout is so unusual that it could not be read afterwards; nothing is written then.
            InputError: it cannot be written.
        """
        text, faults = self.text, Faults()
        if self.path.endswith((".yaml", ".yml")):
            read_yaml(text, self.path, faults)
        faults.raise_any()
        begin = BOM_UTF8 if self._data.startswith(BOM_UTF8) else b""
        try:
            shutil.copy2(self.path, self.kept)
            shutil.copy2(self.path, new := f"{self.path}.new")
            with open(new, "wb") as file:
                file.write(begin + text.encode(self._encoding))
            os.replace(new, os.path.realpath(self.path))
        except OSError as error:
            raise InputError(about(self.path, Message("cannot be written: {reason}", reason=cause(error)))) from error

    def restore(self) -> None:
        """Put back what the file was before it was saved."""
        os.replace(self.kept, os.path.realpath(self.path))


def rewritten(found: Sequence[Older]) -> tuple[Mapping[str, Rewriting], Sequence[Older]]:
    """The files in which values are older, by path, rewritten but not saved; and what only people can write.

    Cells of a workbook are for people, and so is what stands in a text otherwise than it was read.
    """
    files: dict[str, Rewriting] = {}
    left: list[Older] = []
    done: set[Place] = set()
    """Where what stands for several is written once, by an alias."""
    for each in sorted(found, key=lambda each: each.place, reverse=True):  # from the end, so that places stay right
        path = each.place.file
        if not each.now or path.lower().endswith((".xlsx", ".xlsm")):
            left.append(each)
            continue
        if path not in files:
            files[path] = Rewriting(path)
        if each.place in done or files[path].put(each.place, each.text, each.now):
            done.add(each.place)
        else:
            left.append(each)
    return files, left[::-1]
