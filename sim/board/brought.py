"""A list of emergency spaces that somebody brings to the page: what would be read of it, and a park made of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from sim.errors import InputError
from sim.exchange.inventory import Inventory, read_inventory, usual_tiers, write_park
from sim.exchange.inventory.folder import park_text, tables_of
from sim.load.files import Files
from sim.load.kinds.words import check_id, nearly
from sim.message import Message, about
from sim.park import Name, Tier
from sim.park.names import in_chinese
from sim.report.inventory import inventory_lines

LISTS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Brought:
    """A list that could be read."""

    file: str
    found: Inventory
    tiers: Sequence[Tier]

    @property
    def folder(self) -> str:
        """What the park's folder may be called."""
        return nearly(PurePath(self.file).stem) or "park"

    def lines(self, language: str) -> list[str]:
        """What was read, row by row, what was guessed and what is open, as the command says it."""
        return list(inventory_lines(self.found, self.tiers, True, language))

    def make(self, below: str, folder: str, language: str) -> list[str]:
        """Write the park into a new folder below another; returns its files.

        Raises:
            InputError: the name is none for a folder, or taken; or it cannot be written.
            Problems: the park would not load.
        """
        check_id(folder)
        path = Path(below) / folder
        if os.path.lexists(path):
            raise InputError(about(path, Message("is there already; choose another name")))
        name = Name(zh=folder) if in_chinese(folder) else Name(folder)
        text = park_text(folder, name, self.tiers, [self.file], language)
        return [str(each) for each in write_park(path, tables_of(self.found.spaces), text)]


def brought(name: str, data: bytes) -> Brought:
    """A list, read as `import inventory` reads it.

    Raises:
        InputError: it is none of the files that are read here.
        Problems: everything that is wrong with it.
    """
    file = PurePath(name.replace("\\", "/")).name
    if not file.lower().endswith(LISTS) or not file.isprintable():
        raise InputError(Message("{file}: bring an inventory as .xlsx or .csv", file=file))
    tiers = usual_tiers()
    found = read_inventory([file], tiers, files=Files(brought={file: data}))
    return Brought(file, found, tiers.needed({each.tier for each in found.spaces}))
