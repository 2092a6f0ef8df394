"""From paths to parks and scenarios."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from sim.errors import InputError
from sim.garbage import one_sweep
from sim.hydrology.size_sheet import SizeSheet
from sim.load.builder.park import PartialPark
from sim.load.builder.scenario import build_scenario
from sim.load.builder.sizing import build_plant_sheets
from sim.load.builder.starting import starting
from sim.load.case import Case
from sim.load.data_table import data_of
from sim.load.emit import to_yaml
from sim.load.file_sort import FileSort, mistaken, sort_of
from sim.load.files import Files, beside, park_path
from sim.load.fold import fold_scenario
from sim.load.folded import Folded, folded_park
from sim.load.held import Held
from sim.load.kinds.version import KEY
from sim.load.kinds.words import check_id
from sim.load.known import known_of_park
from sim.load.levels import MAX_AGE_S, measured_changes
from sim.load.node import Block, Scalar
from sim.load.override import (
    Change,
    change,
    check_incidents,
    check_scenarios,
    flag_changes,
    picked_changes,
    picks_of,
)
from sim.load.park_form import PARK
from sim.load.place import Place
from sim.load.scenario_form import SCENARIO
from sim.load.sliders import build_sliders
from sim.load.sweepable import Written
from sim.message import Message
from sim.park import Name, Park
from sim.park.names import named
from sim.scenario import Scenario

PICKS = ("overrides", "scenarios")
"""Keys of a scenario that are read to be picked from, and play no part in a run."""
BESIDE = ("incidents", "board")
"""What a run is not made of: which pick an ensemble draws, and what the board shows."""
RESOLVED = ("park.yaml", "scenario.yaml")
"""Files that a case is written into as it was read, and loads again from."""
NO_PARK = PartialPark(Park("", Name(), {}, {}, {}), {})
"""Stands for a park that could not be read; any id may be named in it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What shall be other than the scenario file says."""

    pick: str | None = None
    sets: Sequence[str] = ()
    levels: str | None = None
    """The file of measured levels to start from."""
    max_age_s: float = MAX_AGE_S
    incident: str | None = None
    """The incident that is played; it changes what is picked."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario and its park with the trees they were made of."""

    stage: PartialPark
    scenario: Scenario
    folded: Folded | None
    scenario_tree: Block

    @property
    def written(self) -> Written:
        """Where the numbers stand of which it was made."""
        return Written(self.scenario_tree, self.folded.tree if self.folded else None, self.scenario.uncertain,
                       self.stage.park.uncertain)  # fmt: skip


def load_park(path: str | os.PathLike[str]) -> Park:
    """The park of a folder or a park file.

    Raises:
        Problems: everything that is wrong with it, at once.
    """
    return _whole_park(path).park


def changed_park(path: str, changes: Sequence[Change], files: Files) -> tuple[Folded | None, Park]:
    """What stands in a park's files, and the park with values changed; what is wrong is noted in `files`."""
    path = park_path(path)
    with one_sweep():
        stage, _ = _park(path, None, list(changes), files)
    return files.folded.get(path), stage.park


def load_plant_sheets(path: str | os.PathLike[str]) -> tuple[Park, Mapping[str, SizeSheet]]:
    """The park of a folder or a park file, and the sizing sheets of its plants.

    Raises:
        Problems: everything that is wrong with it, at once.
    """
    stage = _whole_park(path)
    return stage.park, stage.sheets


def _whole_park(path: str | os.PathLike[str]) -> PartialPark:
    """Read a park, or raise everything that is wrong with it."""
    files = Files()
    with one_sweep():
        stage, _ = _park(park_path(os.fspath(path)), None, [], files)
    files.faults.raise_any()
    return stage


def load_scenario(
    path: str | os.PathLike[str], park: Park | None = None, pick: str | None = None, sets: Sequence[str] = ()
) -> Scenario:
    """The scenario of a file, in the park it names, or in `park`.

    Raises:
        Problems: everything that is wrong with it and its park, at once.
    """
    return read_whole(os.fspath(path), park, Asked(pick, sets)).scenario


def load_case(
    path: str | os.PathLike[str],
    pick: str | None = None,
    sets: Sequence[str] = (),
    levels: str | os.PathLike[str] | None = None,
    max_age_s: float = MAX_AGE_S,
    incident: str | None = None,
) -> Case:
    """A scenario and its park, with their resolved copies and the hash of these.

    `pick` names one of the file's `scenarios` or `overrides`; `sets` are texts `path=value`,
    where a path that begins with `park.` reaches into the park file. `levels` is a table of
    measured levels that the run starts from, none of them older than `max_age_s` at its start;
    they change what is picked, and `sets` change them. `incident` names one of the file's
    `incidents`, which changes what is picked, too.

    Raises:
        Problems: everything that is wrong with them, at once.
    """
    measured = None if levels is None else os.path.normpath(os.fspath(levels))
    asked = Asked(pick, tuple(sets), measured, max_age_s, incident)
    return case_of(read_whole(os.fspath(path), None, asked), asked)


def case_of(loaded: Loaded, asked: Asked) -> Case:
    """What was read, with the texts of it."""
    with one_sweep():
        texts = loaded.folded.resolved if loaded.folded else "", _resolved_scenario(loaded.scenario_tree)
    resolved = dict(zip(RESOLVED, texts, strict=True))
    whole = "".join(f"{name}\0{text}\0" for name, text in resolved.items())
    digest = sha256(whole.encode()).hexdigest()
    park = loaded.stage.park.with_links(loaded.scenario.links)
    sheets = build_plant_sheets(loaded.stage.sizing, starting(loaded.stage.park, loaded.scenario))
    return Case(park, loaded.scenario, resolved, digest, asked.pick or "", tuple(asked.sets),
                PurePath(asked.levels or "").name, sheets=sheets,
                incident=asked.incident or "")  # fmt: skip


def check_files(paths: Sequence[str | os.PathLike[str]]) -> None:
    """Read parks and scenarios, the latter with every override and named scenario.

    Raises:
        Problems: everything that is wrong with any of them, at once.
    """
    held_by(paths)


def held_by(paths: Sequence[str | os.PathLike[str]]) -> list[Held]:
    """What each file holds, once all of them are right; scenarios are read with everything that can be picked.

    Raises:
        Problems: everything that is wrong with any of them, at once.
    """
    files = Files()
    with one_sweep():
        held = [_held(os.path.normpath(os.fspath(each)), files) for each in paths]
    files.faults.raise_any()
    return held


def look_through(path: str, files: Files) -> None:
    """Read what a path holds, with everything that can be picked, as far as it goes; what is wrong is noted."""
    with one_sweep():
        _held(os.path.normpath(path), files)


def _held(path: str, files: Files) -> Held:
    """What one file holds, as far as it can be read; what is wrong is noted."""
    before = len(files.notes)
    held = _held_in(path, files)
    return replace(held, notes=tuple(files.notes)[before:])


def _held_in(path: str, files: Files) -> Held:
    tree = None if os.path.isdir(path) else files.block(path)
    if os.path.isdir(path) or (tree is not None and sort_of(tree) is FileSort.PARK):
        stage, _ = _park(park_path(path), None, [], files)
        return Held(path, stage.park)
    picks = picks_of(tree) if tree is not None else []
    loaded = _load(path, None, Asked(), files)
    picked = [(pick, _load(path, None, Asked(pick), files)) for pick in picks]
    made = {pick: (each.stage.park, each.scenario) for pick, each in picked if each}
    return Held(path, loaded.stage.park, loaded.scenario, made) if loaded else Held(path, NO_PARK.park)


def read_whole(path: str, park: Park | None, asked: Asked, files: Files | None = None) -> Loaded:
    """Read a scenario, or raise everything that is wrong with it; `files` may have been read before."""
    files = files or Files()
    with one_sweep():
        loaded = _load(os.path.normpath(path), park, asked, files)
    files.faults.raise_any()
    assert loaded is not None  # nothing was noted, so it is there
    notes = (*files.notes, *_incident_notes(loaded.scenario, asked))
    told = replace(loaded.scenario, notes=(*notes, *loaded.scenario.notes))
    return replace(loaded, scenario=told) if notes else loaded


def _incident_notes(scenario: Scenario, asked: Asked) -> list[Name]:
    """That the scenario has incidents, where none of them is played."""
    ids = [each.id for each in scenario.incidents]
    if not ids or {asked.pick, asked.incident} & {*ids}:
        return []
    return [named("note_incidents", count=len(ids), first=ids[0])]


def _load(path: str, park: Park | None, asked: Asked, files: Files) -> Loaded | None:
    """Read a scenario as far as it goes; what is wrong is noted."""
    written = files.block(path)
    if written is None:
        return None
    if text := mistaken(written, FileSort.SCENARIO):
        files.faults.add(Place(path), "", text)
        return None
    if path not in files.picks:
        check_scenarios(written, files.faults)
    picked = [one for each in (asked.pick, asked.incident) for one in picked_changes(written, each, files.faults)]
    flags = flag_changes(asked.sets, files.faults)
    picked, flags = (_with_data(each, path, files) for each in (picked, flags))
    tree = _changed(written, [*picked, *flags], files)
    if path not in files.picks:
        check_incidents(tree, files.faults)
    stage, folded = _stage(tree, path, park, [each for each in (*picked, *flags) if each.in_park], files)
    if asked.levels is not None:
        before = _changed(written, picked, files)
        found = measured_changes(asked.levels, asked.max_age_s, stage, before, tree, files)
        tree = _changed(written, [*picked, *found, *flags], files)
    tree = _identified(fold_scenario(tree, path, files), path, files)
    if park is not None and "park" not in tree.entries:
        tree = tree.put("park", Scalar(park.id, tree.place))
    own = tree.without(*PICKS) if path in files.picks else tree
    files.picks.add(path)
    loaded = Loaded(stage, build_scenario(own, stage, files.faults), folded, own)
    if stage is NO_PARK or any(not where.startswith("board.") for _, where, _ in files.faults.found):
        return loaded  # whether a number may be moved is known once all of them are right
    sliders = build_sliders(loaded.written, files.faults, stands=not (picked or flags))
    return replace(loaded, scenario=replace(loaded.scenario, sliders=sliders)) if sliders else loaded


def _with_data(changes: Sequence[Change], path: str, files: Files) -> list[Change]:
    """Changes with the data that their distributions are of, from tables beside the scenario."""
    return [replace(each, node=data_of(each.node, path, files)) for each in changes]


def _changed(tree: Block, changes: Sequence[Change], files: Files) -> Block:
    """The scenario's tree with those changes made that do not reach into the park."""
    return change(tree, SCENARIO, [each for each in changes if not each.in_park], files.faults)


def _identified(tree: Block, path: str, files: Files) -> Block:
    """The tree with an id, from the file's name when none is written."""
    if "id" in tree.entries:
        return tree
    stem = PurePath(path).stem
    try:
        return tree.put("id", Scalar(check_id(stem), tree.place))
    except InputError as error:
        files.faults.add(tree.place, "", Message("id is missing, and the file's name cannot stand for it: {error}",
                                                 error=str(error)))  # fmt: skip
        return tree


def _stage(
    tree: Block, path: str, park: Park | None, changes: list[Change], files: Files
) -> tuple[PartialPark, Folded | None]:
    """The park a scenario plays in: the given one, or the one its file names."""
    if park is not None:
        for each in changes:
            files.faults.add(each.place, each.shown,
                             Message("the park was handed in ready; only a park from a file can change"))  # fmt: skip
        return PartialPark(park, known_of_park(park)), None
    node = tree.get("park")
    if not isinstance(node, Scalar) or node.missing:
        return NO_PARK, None
    return _park(park_path(beside(path, node.text)), node.place, changes, files)


def _park(
    path: str, where: Place | None, changes: list[Change], files: Files
) -> tuple[PartialPark, Folded | None]:
    """Read a park as far as it goes; what is wrong is noted."""
    written = files.block(path, where)
    if written is None:
        return NO_PARK, None
    if text := mistaken(written, FileSort.PARK, path):
        files.faults.add(where or Place(path), "", text)
        return NO_PARK, None
    folded = folded_park(written, path, files)
    if changes:
        reached = [each for each in changes if each.path.split(".")[1] not in folded.incomplete]
        folded = replace(folded, tree=change(folded.tree, PARK, reached, files.faults), park=None)
    stage = folded.built(files.faults)
    files.notes |= dict.fromkeys(stage.notes)
    return stage, folded


def _resolved_scenario(tree: Block) -> str:
    data = SCENARIO.plain(tree.without(*PICKS, *BESIDE, KEY).put("park", Scalar("park.yaml", tree.place)))
    return to_yaml(data) if isinstance(data, dict) else ""
