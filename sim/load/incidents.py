"""A scenario of which each run plays one of several incidents, drawn by how likely they are.

Which one it is is one more uncertain number, the first: so it is drawn, kept and looked at as every other is. The
others are those of all incidents together; a run has none for what is not uncertain in its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from itertools import chain
from math import fsum, nan
from typing import TYPE_CHECKING

from sim.errors import Problems
from sim.load.case import Case
from sim.load.files import Files
from sim.load.levels import MAX_AGE_S
from sim.load.loading import Asked
from sim.load.override import INTO_PARK
from sim.load.varying import Varying
from sim.message import Message, about
from sim.park import Park, Uncertain
from sim.park.spread import Weighted
from sim.scenario import Incident, Scenario

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

INCIDENT = "incident"
"""Where the number stands that says which incident a run is of."""


class Incidents:
    """A scenario in its park, of which each run is one of several incidents, with its own uncertain numbers."""

    def __init__(self, base: Varying, accidents: tuple[Varying, ...]) -> None:
        import numpy as np

        self.base = base
        """The file as it stands."""
        self.incidents: tuple[Incident, ...] = base.scenario.incidents
        self.accidents = accidents
        """What a run may be of, incident by incident."""
        self.files, self.loaded = base.files, base.loaded
        self.park, self.scenario = base.park, base.scenario
        _check_alike(self.incidents, accidents)
        drawn: dict[str, Uncertain] = {}
        for path, each in chain.from_iterable(zip(one.paths, one.uncertain, strict=True) for one in accidents):
            texts = dict.fromkeys([*drawn[path].text.split("; "), each.text]) if path in drawn else (each.text,)
            drawn[path] = replace(each, text="; ".join(texts))
        paths = sorted(drawn, key=lambda path: (not path.startswith(INTO_PARK), path))
        self.paths: tuple[str, ...] = (INCIDENT, *paths)
        self.uncertain: tuple[Uncertain, ...] = (self._incident(), *(drawn[path] for path in paths))
        """Which incident it is, then the numbers of all of them, those of the park first."""
        places = {path: place for place, path in enumerate(self.paths)}
        self._places = [np.array([places[path] for path in one.paths], dtype=np.intp) for one in accidents]

    @cached_property
    def case(self) -> Case:
        """The file as it stands, with all ways for water that an incident brings, and the hash of all incidents."""
        known = self.base.case.park
        brought = {link.id: link for one in self.accidents for link in one.scenario.links if link.id not in known.links}
        texts = [f"{each.id} {each.weight!r} {each.is_frequency} {one.case.inputs_hash}"
                 for each, one in zip(self.incidents, self.accidents, strict=True)]  # fmt: skip
        digest = sha256("\0".join(texts).encode()).hexdigest()
        notes = dict.fromkeys(note for one in self.accidents for note in one.scenario.notes)
        return replace(self.base.case, park=known.with_links(tuple(brought.values())), inputs_hash=digest,
                       scenario=replace(self.base.scenario, notes=tuple(notes)))  # fmt: skip

    @property
    def correlated(self) -> Mapping[str, float]:
        """Groups of numbers that move together, and their rank correlation [-]."""
        return {group: rank for one in self.accidents for group, rank in one.correlated.items()}

    def own(self, numbers: Sequence[float]) -> tuple[Varying, Sequence[float]]:
        """Of which accident a run with such numbers is, and those among them that are drawn for it."""
        incident = int(numbers[0])
        return self.accidents[incident], [numbers[place] for place in self._places[incident]]

    def drawn(self, numbers: Sequence[float]) -> tuple[Park, Scenario]:
        """The park and the scenario of a run.

        Raises:
            Problems: the numbers do not fit together, as the reader would say of them.
        """
        accident, own = self.own(numbers)
        return accident.drawn(own)

    def quantiles(self, shares: Floats) -> Floats:
        """The uncertain numbers at shares of their chances, a row a run, in SI; NaN where its incident has none."""
        import numpy as np

        numbers = np.full(shares.shape, nan)
        numbers[:, 0] = self.uncertain[0].spread.quantiles(shares[:, 0])
        for incident, (accident, places) in enumerate(zip(self.accidents, self._places, strict=True)):
            rows = np.flatnonzero(numbers[:, 0] == incident)
            numbers[np.ix_(rows, places)] = accident.quantiles(shares[np.ix_(rows, places)])
        return numbers

    def _incident(self) -> Uncertain:
        """Which incident a run is of, as a number."""
        total = fsum(each.weight for each in self.incidents)
        values = tuple(float(place) for place in range(len(self.incidents)))
        spread = Weighted(values, tuple(each.weight / total for each in self.incidents))
        text = ", ".join(f"{each.id}: {each.weight:g}{' /a' if each.is_frequency else ''}" for each in self.incidents)
        return Uncertain(INCIDENT, spread, text, "", names=tuple(each.id for each in self.incidents))


def varying_of(
    path: str,
    pick: str | None = None,
    sets: Sequence[str] = (),
    levels: str | os.PathLike[str] | None = None,
    max_age_s: float = MAX_AGE_S,
    brought: Mapping[str, bytes] | None = None,
    *,
    stands: bool = False,
) -> Varying | Incidents:
    """The scenario as `load_case` would read it, or its incidents, if it has any and none of them is picked.

    With `stands` it is the file as it stands, whatever incidents it has.

    Raises:
        Problems: everything that is wrong with it and its park, at once, or with an incident.
    """
    measured = None if levels is None else os.path.normpath(os.fspath(levels))
    asked, files = Asked(pick, tuple(sets), measured, max_age_s), Files(brought=brought or {})
    base = Varying.asked(path, asked, files)
    ids = [each.id for each in base.scenario.incidents]
    if stands or not ids or pick in ids:
        return base
    return Incidents(base, _read(path, asked, ids, files))


def _read(path: str, asked: Asked, ids: Iterable[str], files: Files) -> tuple[Varying, ...]:
    """Every incident.

    Raises:
        Problems: everything that is wrong with any of them, at once.
    """
    found: list[Varying] = []
    wrong: dict[Message, None] = {}
    for id in ids:
        try:
            found.append(Varying.asked(path, replace(asked, incident=id), files))
        except Problems as error:
            files.faults.found.clear()
            wrong |= {about(f"{INCIDENT} {id}", each): None for each in error.messages}
    if wrong:
        raise Problems(list(wrong))
    return tuple(found)


def _check_alike(incidents: Sequence[Incident], accidents: Sequence[Varying]) -> None:
    """Look whether incidents can be held side by side.

    Raises:
        Problems: they last for different times, have other tiers, or what stands at one place is drawn in two ways.
    """
    first = accidents[0]
    seen: dict[str, tuple[Uncertain, str]] = {}
    ranks: dict[str, float] = {}
    wrong: list[Message] = []
    for incident, one in zip(incidents, accidents, strict=True):
        alike = {"horizon": one.scenario.horizon_s == first.scenario.horizon_s,
                 "tiers": list(one.park.tiers) == list(first.park.tiers)}  # fmt: skip
        for path, each in zip(one.paths, one.uncertain, strict=True):
            other, _ = seen.setdefault(path, (each, incident.id))
            alike[path] = (each.measures, each.group, each.whole) == (other.measures, other.group, other.whole)
        for group, rank in one.correlated.items():
            alike[f"correlated.{group}"] = ranks.setdefault(group, rank) == rank
        wrong += [about(f"{INCIDENT} {incident.id}", Message(
            "{path} is not of the same sort here as in the incidents before it, and all are held side by side; write "
            "it alike in all of them", path=path)) for path, same in alike.items() if not same]  # fmt: skip
    if wrong:
        raise Problems(wrong)
