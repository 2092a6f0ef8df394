"""The master list that a log was written by: the one it names, and never another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.drill.listed import read_list
from sim.drill.mark import list_mark
from sim.drill.master_list import MasterList
from sim.errors import InputError
from sim.load.log_rows import read_log_rows
from sim.load.place import Faults, Place
from sim.message import Message, about
from sim.park import Park

NAMES = ("*-list.json", "master-list.json")
"""What files of lists are called that `play` and `drill` write."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The list that a log says it was written by."""

    text: str
    """Empty when it says nothing."""
    place: Place


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with where it came from."""

    master: MasterList
    path: Path | None = None
    """Its file; None for the list that the scenario gives."""
    is_sure: bool = True
    """Whether the log or the user said that it is this one."""

    @property
    def mark(self) -> str:
        """What it is known by."""
        return list_mark(self.master.lines)


def mark_of_logs(paths: Sequence[str], incident: str) -> Mark:
    """What logs say in their column `list`, in the first row about an incident that has it there.

    What is wrong with the logs, or between them, is left to `read_log` to say.
    """
    every = (row for path in paths for row in read_log_rows(path, Faults()).rows)
    rows = (row for row in every if row.text("incident") in ("", incident) and row.text("list"))
    return next((Mark(row.text("list"), row.where("list")) for row in rows), Mark("", Place(paths[0])))


@dataclass(frozen=True)
class Lists:
    """Where the list of a log may be."""

    park: Park
    incident: str
    own: Callable[[], MasterList]
    """The list that the scenario gives, with nothing left out."""
    folders: tuple[Path, ...] = ()
    """Where lists lie that `play` and `drill` wrote."""

    def of_log(self, said: Mark, named: str | None = None) -> Listed:
        """The list by which a log is read: the one that is named, the scenario's own, or one in the folders.

        Raises:
            InputError: the log was written by a list that is nowhere.
        """
        if named is not None:
            return Listed(read_list(named, self.park, self.incident), Path(named))
        own = Listed(self.own(), is_sure=bool(said.text))
        if said.text in ("", own.mark):
            return own
        found = next((each for each in self._written() if each.mark == said.text), None)
        if found is None:
            raise InputError(about(f"{said.place}: list", Message(
                "the log was written by the master list {text}, which is neither the one that the scenario gives "
                "({mark}) nor beside the log; name its file with --list", text=said.text, mark=own.mark
            )))  # fmt: skip
        return found

    def _written(self) -> Iterator[Listed]:
        """The lists in the folders that play the incident."""
        for path in dict.fromkeys(path for folder in self.folders for each in NAMES for path in folder.glob(each)):
            try:
                yield Listed(read_list(str(path), self.park, self.incident), path)
            except InputError:
                continue  # of something else, or damaged: not the one that is looked for
