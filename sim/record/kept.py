"""A file to which lines are added and in which nothing is changed: each is on the disk before anybody hears of it.

What a process was writing when it was killed is a torn last line, which is cut off before the next is written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sim.errors import InputError, cause
from sim.message import Message, about
from sim.record.plain import from_json


class Kept:
    """Lines of a file, each a JSON object."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self, there: Message) -> None:
        """Begin a new file.

        Raises:
            InputError: there is one already, which `there` says; or it cannot be written.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with open(self.path, "x", encoding="utf-8"):
                pass
        except FileExistsError:
            raise InputError(about(self.path, there)) from None
        except OSError as error:
            raise InputError(about(self.path, Message("cannot be written: {reason}", reason=cause(error)))) from error

    def add(self, data: Mapping[str, Any]) -> None:
        """Put a line on the disk.

        Raises:
            InputError: the disk does not take it.
        """
        try:
            with open(self.path, "ab") as file:
                file.write(json.dumps(data, ensure_ascii=False).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise InputError(about(self.path, Message("cannot be written: {reason}", reason=cause(error)))) from error

    def read(self, missing: Callable[[str], Message]) -> tuple[list[dict[str, Any]], bool]:
        """All lines, and whether a torn last one was cut off; `missing` says that there is no file, and why.

        Raises:
            InputError: it is not there, or damaged elsewhere.
        """
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise InputError(about(self.path, missing(cause(error)))) from None
        whole, torn = whole_lines(data)
        if torn:
            os.truncate(self.path, len(whole))
        return [self._told(number, text) for number, text in enumerate(whole.splitlines(), start=1)], torn

    def _told(self, number: int, text: bytes) -> dict[str, Any]:
        try:
            data = from_json(text)
        except ValueError:
            data = None
        if not isinstance(data, dict):
            raise InputError(about(f"{self.path}:{number}",
                                   Message("is damaged; only the last line can be torn by a crash")))  # fmt: skip
        return data


def whole_lines(data: bytes) -> tuple[bytes, bool]:
    """The lines that were written to their end, and whether there is more.

    >>> whole_lines(b'{"a": 1}\\n{"b"')
    (b'{"a": 1}\\n', True)
    """
    end = data.rfind(b"\n") + 1
    return data[:end], end < len(data)
