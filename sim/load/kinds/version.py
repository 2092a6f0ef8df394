"""The number of the form that a file is written in."""

from __future__ import annotations

from sim.errors import InputError
from sim.load.kinds.blocks import Field
from sim.load.kinds.kind import Schema, Single
from sim.load.reading import Spot
from sim.message import Message

FORMAT = 1
"""The newest form that this program reads."""
KEY = "format"


class Version(Single):
    """Which form a file is written in; a later one may mean other things by the same words."""

    wanted = Message("the number of the form, {format}", format=FORMAT)

    def parse(self, text: str, spot: Spot) -> int:
        if not (text.isascii() and text.isdigit()) or int(text) == 0:
            raise InputError(Message("{text!r} is no number of a format; write {format}, or leave the key out",
                                     text=text, format=FORMAT))  # fmt: skip
        if int(text) > FORMAT:
            raise InputError(Message("this file is of format {text}; this program reads up to {format}; get a newer "
                                     "program", text=text, format=FORMAT))  # fmt: skip
        return int(text)

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": 1, "maximum": FORMAT}


WRITTEN_IN = Field(KEY, Version(), "The form that the file is written in; a program refuses one that is newer than it.",
                   default=FORMAT)
