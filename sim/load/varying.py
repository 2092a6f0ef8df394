"""A scenario and its park with other numbers for what is uncertain in them, without reading a file again.

A number goes where the reader put the one that stands there now: into the entry of the written form, of which what was
made is made anew. So whatever the reader checks is checked of a drawn number too.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from sim.errors import Problems
from sim.load.builder.action import build_action
from sim.load.builder.catchment import build_catchment, coefficients
from sim.load.builder.crew import build_crew, build_equipment
from sim.load.builder.fault import build_fault
from sim.load.builder.inflow import STORMS, build_inflows, inflows_of
from sim.load.builder.link import build_link, build_spillway, spillway_id
from sim.load.builder.park import read_park
from sim.load.builder.rule import build_rule
from sim.load.builder.scenario import build_detection, build_openings, build_starts, rained_on, read_scenario
from sim.load.builder.sensor import build_sensor
from sim.load.builder.sheet import build_placed_pump, build_sheet, raised
from sim.load.builder.storage import build_storage
from sim.load.case import Case
from sim.load.files import Files
from sim.load.kinds.amount import with_number
from sim.load.kinds.blocks import Form
from sim.load.levels import MAX_AGE_S
from sim.load.loading import Asked, Loaded, case_of, read_whole
from sim.load.node import Block, Items, Node, Scalar
from sim.load.override import INTO_PARK
from sim.load.place import Faults
from sim.park import Park, Storage, Uncertain
from sim.scenario import Scenario

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Path = tuple[str, ...]
Filler = Callable[[Sequence[float]], Any]
"""Makes something anew that holds numbers, out of all the numbers there are."""
STEPS = {"actions": ("actions", build_action), "response": ("rules", build_rule), "faults": ("faults", build_fault)}
"""Collections of a scenario of which each entry becomes one part: its field, and what makes it."""


class Varying:
    """A scenario in its park, in which every uncertain number can be given a value."""

    def __init__(self, loaded: Loaded, case: Case, files: Mapping[str, bytes]) -> None:
        self._faults = Faults()
        self.loaded = loaded
        """The trees that it was read from."""
        self.case = case
        """The same with the middle value of each."""
        self.files = files
        """What stands in every file that was read, by path; brought elsewhere, it reads the same there."""
        self.park, self.scenario = loaded.stage.park, loaded.scenario
        self.uncertain: tuple[Uncertain, ...] = (*self.park.uncertain, *self.scenario.uncertain)
        """Those of the park, then those of the scenario, each in the order of their paths."""
        self._parks = _Parks(loaded, self._faults) if self.park.uncertain else None
        self._scenarios = _Scenarios(loaded, self._faults, self._parks.storages if self._parks else frozenset())

    @classmethod
    def of(
        cls,
        path: str | os.PathLike[str],
        pick: str | None = None,
        sets: Sequence[str] = (),
        levels: str | os.PathLike[str] | None = None,
        max_age_s: float = MAX_AGE_S,
        brought: Mapping[str, bytes] | None = None,
    ) -> Varying:
        """The scenario that `load_case` would read; files that are `brought` along need not be on disk.

        Raises:
            Problems: everything that is wrong with it and its park, at once.
        """
        measured = None if levels is None else os.path.normpath(os.fspath(levels))
        return cls.asked(os.fspath(path), Asked(pick, tuple(sets), measured, max_age_s), Files(brought=brought or {}))

    @classmethod
    def asked(cls, path: str, asked: Asked, files: Files) -> Varying:
        """The same out of files of which some may have been read before.

        Raises:
            Problems: everything that is wrong with it and its park, at once.
        """
        loaded = read_whole(path, None, asked, files)
        return cls(loaded, case_of(loaded, asked), files.read)

    @property
    def paths(self) -> tuple[str, ...]:
        """Where the uncertain numbers stand, as `--set` has it."""
        of_park = len(self.park.uncertain)
        return tuple((INTO_PARK if k < of_park else "") + each.path for k, each in enumerate(self.uncertain))

    @property
    def touched(self) -> Mapping[str, Collection[str]]:
        """Storages, links and sensors of which a drawn park may have others; of no others."""
        links = {each.id for each in self.scenario.links}
        found = self._parks.touched if self._parks else {"storages": (), "links": (), "sensors": ()}
        return {**found, "links": links.union(found["links"])}

    @property
    def correlated(self) -> Mapping[str, float]:
        """Groups of numbers that move together, and their rank correlation [-]."""
        return self.scenario.correlated

    @property
    def accidents(self) -> tuple[Varying, ...]:
        """What a run may be of: this alone."""
        return (self,)

    def own(self, numbers: Sequence[float]) -> tuple[Varying, Sequence[float]]:
        """Of which accident a run with such numbers is, and those that are drawn for it: this, and all."""
        return self, numbers

    def quantiles(self, shares: Floats) -> Floats:
        """The uncertain numbers at shares of their chances, a row a run, in SI."""
        import numpy as np

        columns = [each.spread.quantiles(shares[:, k]) for k, each in enumerate(self.uncertain)]
        return np.column_stack(columns).astype(float) if columns else np.zeros((len(shares), 0))

    def drawn(self, numbers: Sequence[float]) -> tuple[Park, Scenario]:
        """The park and the scenario with a number for each that is uncertain, in their order.

        The park is the same object as long as none of its own numbers is uncertain.

        Raises:
            Problems: they do not fit together, as the reader would say of them.
        """
        of_park = len(self.park.uncertain)
        park = self._parks.drawn(numbers[:of_park]) if self._parks else self.park
        scenario = self._scenarios.drawn(numbers[of_park:], park)
        if self._faults.found:
            messages = self._faults.messages()
            self._faults.found.clear()
            raise Problems(messages)
        return park, scenario


@dataclass(frozen=True, slots=True)
class _Slots:
    """Where the numbers of a form stand."""

    form: Form
    paths: tuple[Path, ...]
    filled: Filler
    """The form with other numbers in them."""

    @classmethod
    def of(cls, form: Form, uncertain: Iterable[Uncertain]) -> _Slots:
        """The places of uncertain numbers."""
        paths = tuple(_path(form, each.path) for each in uncertain)
        return cls(form, paths, _filler(form, list(zip(paths, range(len(paths)), strict=True))))

    @property
    def ids(self) -> dict[str, frozenset[str]]:
        """The entries that they stand in."""
        found: dict[str, set[str]] = defaultdict(set)
        for collection, id, *_ in self.paths:
            found[collection].add(id)
        return {collection: frozenset(ids) for collection, ids in found.items()}


def _path(here: Any, text: str) -> Path:
    """The keys that lead to a value; ids may have dots themselves."""
    if not text:
        return ()
    known = here.values if isinstance(here, Form) else here
    key = max((key for key in known if text == key or text.startswith(f"{key}.")), key=len)
    return key, *_path(known[key], text[len(key) + 1 :])


def _filler(here: Any, paths: Sequence[tuple[Path, int]]) -> Filler:
    """What makes anew what is held here, with numbers at some paths below it, each by its place among all numbers."""
    if not paths:
        return lambda _: here
    first, place = paths[0]
    if not first:
        return lambda numbers: with_number(here, numbers[place])
    below: dict[str, list[tuple[Path, int]]] = defaultdict(list)
    for path, place in paths:
        below[path[0]].append((path[1:], place))
    held = here.values if isinstance(here, Form) else here
    fillers = [(key, _filler(held[key], each)) for key, each in below.items()]

    def filled(numbers: Sequence[float]) -> Any:
        changed = {key: fill(numbers) for key, fill in fillers}
        return here.changed(changed) if isinstance(here, Form) else {**held, **changed}

    return filled


def _speaks_of(node: Node, ids: frozenset[str]) -> bool:
    """Whether some of these ids are named in a piece of a file."""
    if isinstance(node, Block):
        return any(key in ids or _speaks_of(entry.node, ids) for key, entry in node.entries.items())
    if isinstance(node, Items):
        return any(_speaks_of(each, ids) for each in node.items)
    return isinstance(node, Scalar) and node.text in ids


def _speaking(form: Form, collection: str, ids: frozenset[str]) -> frozenset[str]:
    """Entries of a collection that name some of these ids, or are one of them."""
    if not ids:
        return ids
    entries = form.node.within(collection).entries
    return frozenset(id for id in form.get(collection, {}) if id in ids or _speaks_of(entries[id].node, ids))


class _Parks:
    """A park whose uncertain numbers can be given values; what hangs on a storage is made anew with it."""

    def __init__(self, loaded: Loaded, faults: Faults) -> None:
        assert loaded.folded is not None  # a park that was handed in ready has nothing uncertain
        self.base = replace(loaded.stage.park, uncertain=())
        form = read_park(loaded.folded.tree, loaded.stage.known, faults)
        self.slots = _Slots.of(form, loaded.stage.park.uncertain)
        ids = self.slots.ids
        sheets = form.get("sheets", {})
        raising = frozenset(id for id in ids.get("sheets", ()) if "raise" in sheets[id])
        lifted = {sheets[id].get("facility", "") for id in raising}
        self.storages = ids.get("storages", frozenset()) | lifted
        self.raises = [id for id, each in sheets.items() if "raise" in each and each.get("facility") in self.storages]
        self.ids = {key: ids.get(key, frozenset()) | _speaking(form, key, self.storages)
                    for key in ("links", "sensors", "catchments", "crews", "equipment")}  # fmt: skip
        self.sheets = ids.get("sheets", frozenset())
        laying = self.sheets | _speaking(form, "sheets", self.storages)
        self.pumps = frozenset(id for id in laying if "pump" in sheets[id])
        links = {*self.ids["links"], *map(spillway_id, self.storages), *self.pumps}
        self.touched = {"storages": self.storages, "links": frozenset(links), "sensors": self.ids["sensors"]}
        """What the water may feel of what is made anew."""

    def drawn(self, numbers: Sequence[float]) -> Park:
        """The park with these numbers; what comes out as it was is what it was."""
        form, base = self.slots.filled(numbers), self.base
        changed: dict[str, Any] = {}
        storages = base.storages
        if self.storages:
            made = {id: build_storage(id, form["storages"][id]) for id in self.storages}
            raising = {id: form["sheets"][id] for id in self.raises}
            storages = changed["storages"] = _with(storages, raised(_there(made), raising))
        if links := self._links(form, storages):
            changed["links"] = _with(base.links, links)
        park = replace(base, **changed)
        others: dict[str, tuple[frozenset[str], Any]] = {
            "crews": (self.ids["crews"], build_crew),
            "equipment": (self.ids["equipment"], build_equipment),
            "catchments": (self.ids["catchments"], lambda id, each: build_catchment(id, each, coefficients(form))),
            "sensors": (self.ids["sensors"], lambda id, each: build_sensor(id, each, park)),
            "sheets": (self.sheets, lambda id, each: build_sheet(id, each, park)),
        }
        for key, (ids, build) in others.items():
            if ids:
                made = {id: build(id, form[key][id]) for id in ids}
                again: dict[str, Any] = {key: _with(getattr(park, key), _there(made))}
                park = replace(park, **again)
        return park

    def _links(self, form: Form, storages: Mapping[str, Storage]) -> dict[str, Any]:
        """The links that change: those with other numbers, spillways, and the pumps that sheets lay."""
        made = {id: build_link(id, form["links"][id], storages, self.base.receivers) for id in self.ids["links"]}
        for id in self.storages:
            made[spillway_id(id)] = build_spillway(id, form["storages"][id], storages.get(id))
        for id in self.pumps:
            made[id] = made.get(id) or build_placed_pump(id, form["sheets"][id], storages)
        return _there(made)


def _with(these: Mapping[str, Any], made: Mapping[str, Any]) -> dict[str, Any]:
    """Parts of a park with those that were made anew; one that is as before stays the same object."""
    return {**these, **{id: each for id, each in made.items() if these.get(id) != each}}


def _there(made: Mapping[str, Any]) -> dict[str, Any]:
    """What could be made; of the rest it has been noted what is wrong."""
    return {id: each for id, each in made.items() if each is not None}


class _Scenarios:
    """A scenario whose uncertain numbers can be given values; what names a storage that changes is made anew."""

    def __init__(self, loaded: Loaded, faults: Faults, storages: frozenset[str]) -> None:
        stage = loaded.stage
        form = read_scenario(loaded.scenario_tree, stage, faults)
        self.base = replace(loaded.scenario, uncertain=())
        self.slots = _Slots.of(form, loaded.scenario.uncertain)
        ids = self.slots.ids
        self.ids = {key: ids.get(key, frozenset()) | _speaking(form, key, storages) for key in STEPS}
        self.whole = {key for key in ("detection", "openings", "initial") if key in ids}
        if _speaking(form, "initial", storages):
            self.whole.add("initial")
        self.parts = {key: {each.id: each for each in getattr(self.base, field)} for key, (field, _) in STEPS.items()}
        self.inflows = build_inflows(form, rained_on(form, stage.park))
        rains = "dirty_areas" in ids or any(each.path.startswith("catchments.") for each in stage.park.uncertain)
        self.sources = [(key, id) for key, id in self.inflows
                        if id in ids.get(key, ()) or (rains and key in ("rain", STORMS))]  # fmt: skip

    def drawn(self, numbers: Sequence[float], park: Park) -> Scenario:
        """The scenario with these numbers, in a park."""
        form = self.slots.filled(numbers)
        changes: dict[str, Any] = {}
        for key, (field, build) in STEPS.items():
            if ids := self.ids[key]:
                made = {id: build(id, form[key][id], park, form["horizon"]) for id in ids}
                changes[field] = tuple({**self.parts[key], **_there(made)}.values())
        if self.sources:
            rained = rained_on(form, park)
            made_inflows = {source: inflows_of(source, form, rained) for source in self.sources}
            changes["inflows"] = tuple(chain.from_iterable({**self.inflows, **made_inflows}.values()))
        if "detection" in self.whole:
            changes["detection"] = build_detection(form)
        if "openings" in self.whole:
            changes["openings"], changes["switchings"] = build_openings(form, park)
        if "initial" in self.whole:
            changes["initial"] = build_starts(form, park)
        return replace(self.base, **changes)
