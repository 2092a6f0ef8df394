"""From paths to parks and scenarios."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from sim.errors import InputError
from sim.load.build_park import PartialPark, build_park
from sim.load.build_scenario import build_scenario
from sim.load.case import Case
from sim.load.emit import Data, to_yaml
from sim.load.files import Files, beside, park_path
from sim.load.fold import fold_park, fold_scenario
from sim.load.known import known_of_park
from sim.load.node import Block, Scalar
from sim.load.override import Change, change, changes_of, picks_of
from sim.load.park_form import PARK
from sim.load.place import Place
from sim.load.scenario_form import SCENARIO
from sim.load.words import check_id
from sim.park import Name, Park
from sim.scenario import Scenario

NO_PARK = PartialPark(Park("", Name(), {}, {}, {}), {})
"""Stands for a park that could not be read; any id may be named in it."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario and its park with the trees they were made of."""

    park: Park
    scenario: Scenario
    park_tree: Block | None
    scenario_tree: Block


def load_park(path: str | os.PathLike[str]) -> Park:
    """The park of a folder or a park file.

    Raises:
        Problems: everything that is wrong with it, at once.
    """
    files = Files()
    stage, _ = _park(park_path(os.fspath(path)), None, [], files)
    files.faults.raise_any()
    return stage.park


def load_scenario(
    path: str | os.PathLike[str], park: Park | None = None, pick: str | None = None, sets: Sequence[str] = ()
) -> Scenario:
    """The scenario of a file, in the park it names, or in `park`.

    Raises:
        Problems: everything that is wrong with it and its park, at once.
    """
    return _whole(os.fspath(path), park, pick, sets).scenario


def load_case(path: str | os.PathLike[str], pick: str | None = None, sets: Sequence[str] = ()) -> Case:
    """A scenario and its park, with their resolved copies and the hash of these.

    `pick` names one of the file's `scenarios` or `overrides`; `sets` are texts `path=value`,
    where a path that begins with `park.` reaches into the park file.

    Raises:
        Problems: everything that is wrong with them, at once.
    """
    loaded = _whole(os.fspath(path), None, pick, sets)
    park, script = _resolved_park(loaded.park_tree), _resolved_scenario(loaded.scenario_tree)
    resolved = {"park.yaml": park, "scenario.yaml": script}
    whole = "".join(f"{name}\0{text}\0" for name, text in resolved.items())
    digest = sha256(whole.encode()).hexdigest()
    return Case(loaded.park, loaded.scenario, resolved, digest, pick or "", tuple(sets))


def check_files(paths: Sequence[str | os.PathLike[str]]) -> None:
    """Read parks and scenarios, the latter with every override and named scenario.

    Raises:
        Problems: everything that is wrong with any of them, at once.
    """
    files = Files()
    for each in paths:
        path = os.path.normpath(os.fspath(each))
        if os.path.isdir(path):
            _park(park_path(path), None, [], files)
            continue
        tree = files.block(path)
        if tree is not None and leaning(tree) > 0:
            _park(path, None, [], files)
        elif tree is not None:
            for pick in (None, *picks_of(tree)):
                _load(path, None, pick, (), files)
    files.faults.raise_any()


def leaning(tree: Block) -> int:
    """Whether a file is a park, to judge by its keys: more than 0; less than 0 for a scenario."""
    return len(tree.entries.keys() & PARK.by_key.keys()) - len(tree.entries.keys() & SCENARIO.by_key.keys())


def _whole(path: str, park: Park | None, pick: str | None, sets: Sequence[str]) -> Loaded:
    """Read a scenario, or raise everything that is wrong with it."""
    files = Files()
    loaded = _load(os.path.normpath(path), park, pick, sets, files)
    files.faults.raise_any()
    assert loaded is not None  # nothing was noted, so it is there
    return loaded


def _load(path: str, park: Park | None, pick: str | None, sets: Sequence[str], files: Files) -> Loaded | None:
    """Read a scenario as far as it goes; what is wrong is noted."""
    written = files.block(path)
    if written is None:
        return None
    if leaning(written) > 0:
        files.faults.add(Place(path), "", "this is a park; name a scenario, a file with park: and horizon:")
        return None
    changes = changes_of(written, pick, sets, files.faults)
    tree = change(written, SCENARIO, [each for each in changes if not each.in_park], files.faults)
    stage, park_tree = _stage(tree, path, park, [each for each in changes if each.in_park], files)
    tree = _identified(fold_scenario(tree, path, files), path, files)
    if park is not None and "park" not in tree.entries:
        tree = tree.put("park", Scalar(park.id, tree.place))
    return Loaded(stage.park, build_scenario(tree, stage, files.faults), park_tree, tree)


def _identified(tree: Block, path: str, files: Files) -> Block:
    """The tree with an id, from the file's name when none is written."""
    if "id" in tree.entries:
        return tree
    stem = PurePath(path).stem
    try:
        return tree.put("id", Scalar(check_id(stem), tree.place))
    except InputError as error:
        files.faults.add(tree.place, "", f"id is missing, and the file's name cannot stand for it: {error}")
        return tree


def _stage(
    tree: Block, path: str, park: Park | None, changes: list[Change], files: Files
) -> tuple[PartialPark, Block | None]:
    """The park a scenario plays in: the given one, or the one its file names."""
    if park is not None:
        for each in changes:
            files.faults.add(each.place, each.shown, "the park was handed in ready; only a park from a file can change")
        return PartialPark(park, known_of_park(park)), None
    node = tree.get("park")
    if not isinstance(node, Scalar) or node.missing:
        return NO_PARK, None
    return _park(park_path(beside(path, node.text)), node.place, changes, files)


def _park(
    path: str, where: Place | None, changes: list[Change], files: Files
) -> tuple[PartialPark, Block | None]:
    """Read a park as far as it goes; what is wrong is noted."""
    written = files.block(path, where)
    if written is None:
        return NO_PARK, None
    if leaning(written) < 0:
        text = f"{path} is no park; name a folder with park.yaml, or a file with tiers: and storages:"
        files.faults.add(where or Place(path), "", text)
        return NO_PARK, None
    tree, incomplete = fold_park(written, path, files)
    whole = [each for each in changes if each.path.split(".")[1] not in incomplete]
    tree = change(tree, PARK, whole, files.faults)
    return build_park(tree, incomplete, files.faults), tree


def _resolved_park(tree: Block | None) -> str:
    return _text(PARK.plain(tree.without("tables"))) if tree else ""


def _resolved_scenario(tree: Block) -> str:
    alone = tree.without("overrides", "scenarios")
    return _text(SCENARIO.plain(alone.put("park", Scalar("park.yaml", tree.place))))


def _text(data: Data) -> str:
    return to_yaml(data) if isinstance(data, dict) else ""
