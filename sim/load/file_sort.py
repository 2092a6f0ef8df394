"""What an input file is - park, scenario, sizing sheet or file of measures - to judge by its keys."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from sim.load.files import Files, beside, park_path
from sim.load.kinds.words import Names
from sim.load.measures_form import MEASURES
from sim.load.node import Block, Scalar
from sim.load.park_form import PARK
from sim.load.reading import Spot
from sim.load.scenario_form import SCENARIO
from sim.load.size_form import SIZING
from sim.message import Message, a
from sim.park import Name


class FileSort(StrEnum):
    """What a file of ours may be."""

    PARK = "park"
    SCENARIO = "scenario"
    SIZING = "sizing"
    MEASURES = "measures"


FORMS = {FileSort.PARK: PARK, FileSort.SCENARIO: SCENARIO, FileSort.SIZING: SIZING, FileSort.MEASURES: MEASURES}

CALLED = {
    FileSort.PARK: a("park"),
    FileSort.SCENARIO: a("scenario"),
    FileSort.SIZING: Message("a sizing sheet, which `size` reads"),
    FileSort.MEASURES: Message("a file of measures, which `measures` reads"),
}
WANTED = {
    FileSort.PARK: Message("name a folder with park.yaml, or a file with tiers: and storages:"),
    FileSort.SCENARIO: Message("name a scenario, a file with park: and horizon:"),
    FileSort.SIZING: Message("name a sizing sheet, a file with groups: and rain:"),
    FileSort.MEASURES: Message("name a file of measures, with measures: and what each of them costs"),
}


def sort_of(tree: Block) -> FileSort | None:
    """What a file is: the one of whose keys it has most; None when its keys do not tell."""
    shared = {sort: len(tree.entries.keys() & form.by_key.keys()) for sort, form in FORMS.items()}
    most = max(shared.values())
    found = [sort for sort, count in shared.items() if count == most]
    return found[0] if len(found) == 1 else None


def sort_of_path(path: str | os.PathLike[str]) -> FileSort | None:
    """What a file or folder is; None when it is not there or does not tell, which whoever reads it will say."""
    if os.path.isdir(path):
        return FileSort.PARK
    tree = Files().block(os.path.normpath(os.fspath(path)))
    return None if tree is None else sort_of(tree)


def mistaken(tree: Block, wanted: FileSort, name: str = "") -> Message | None:
    """That a file is of another sort than is wanted, and what to name instead; None when it may be right."""
    sort = sort_of(tree)
    if sort in (None, wanted):
        return None
    return Message("{thing} is {called}; {wanted}", thing=name or Message("this"), called=CALLED[sort],
                   wanted=WANTED[wanted])  # fmt: skip


def park_named_in(scenario: str | os.PathLike[str]) -> str:
    """The path of the park that a scenario file names; the file must have been read without a problem."""
    path = os.path.normpath(os.fspath(scenario))
    tree = Files().block(path)
    node = None if tree is None else tree.get("park")
    assert isinstance(node, Scalar)  # whoever read it has seen to that
    return beside(path, node.text)


def called_in(scenario: str) -> tuple[Name, str]:
    """What people call a scenario, and the path of its park, as far as its file tells; nothing where it cannot be read,
    which whoever opens it will say."""
    tree = Files().block(os.path.normpath(scenario))
    name, park = (None, None) if tree is None else (tree.get("name"), tree.get("park"))
    called = None if name is None else Names().read(name, Spot.nowhere())
    own = park_path(beside(os.path.normpath(scenario), park.text)) if isinstance(park, Scalar) else ""
    return called or Name(), own


def scenarios_in(folder: str | os.PathLike[str], park: str | os.PathLike[str] | None = None) -> list[str]:
    """The scenarios that stand in a folder, by name; those of one park, where one is named. What cannot be read is left
    out, since nobody named it."""
    found = []
    for path in sorted(Path(folder).glob("*.yaml")):
        tree = Files().block(os.path.normpath(path))
        if tree is None or sort_of(tree) is not FileSort.SCENARIO:
            continue
        node = tree.get("park")
        own = park_path(beside(os.path.normpath(path), node.text)) if isinstance(node, Scalar) else ""
        if park is None or own == park_path(os.path.normpath(park)):
            found.append(path.as_posix())
    return found
