"""The answer to what somebody has moved: a pure function of a scenario and other values, which knows no web library."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from operator import attrgetter

from sim.board.choose import Chosen, axis_of, chosen, freed
from sim.board.grid import Grid, grid_of
from sim.board.knob import Knob
from sim.board.sheet import Sheet, sheet_of
from sim.board.state import State
from sim.board.watch import Watched
from sim.check.assumption import behind, owner, wet
from sim.ensemble.player import Player, Start, TierOutcome
from sim.errors import InputError, Problems
from sim.load import load_case
from sim.load.files import Files
from sim.load.loading import Asked
from sim.load.override import INTO_PARK
from sim.load.suggest import hint
from sim.load.sweepables import Sweepables
from sim.message import Message, about
from sim.park import Basis, Provenance
from sim.record.record import Record
from sim.report.figures.time_axis import eventful_until_s
from sim.result import Result

KEPT = 4
"""Scenarios and picks that are kept ready; the one that was asked for longest ago goes first."""


@dataclass(frozen=True, eq=False)
class Answer:
    """What comes of a scenario with other values."""

    state: State
    result: Result
    assumed_of: Counter[tuple[str, str]]
    """How many of the park's numbers are assumed in the files, by whose they are: collection and id."""
    newly_of: Sequence[tuple[str, str]]
    """Whose those are that are assumed once they are set."""
    assumed: int
    """How many numbers of park and scenario are."""

    @cached_property
    def grid(self) -> Grid:
        """How the storages filled that accident water reached, as long as something happens."""
        return grid_of(self.result, eventful_until_s(self.result))

    @cached_property
    def met(self) -> int:
        """How many numbers of storages and links that accident water reached are assumed."""
        reached = wet(self.result.record)
        return sum(self.assumed_of[each] for each in reached) + sum(each in reached for each in self.newly_of)


@dataclass(frozen=True, slots=True)
class AsWritten:
    """What becomes of a scenario as its files say."""

    scenario: str
    pick: str
    tiers: Mapping[str, TierOutcome]
    """Inside out; none while it is stale."""
    stale: bool
    """Whether its files have changed since they could be read."""


class Prepared:
    """A scenario read once, with the numbers that may be moved in it."""

    def __init__(self, scenario: str, pick: str = "") -> None:
        """Read it, and try what may be moved.

        Raises:
            Problems: everything that is wrong with it.
        """
        self.scenario, self.pick = scenario, pick
        start, files = Start(scenario, 1, pick=pick or None, stands=True), Files()
        known = Sweepables(scenario, Asked(start.pick), files)
        self.files = Watched(files.read)
        """All that was read."""
        self.chosen: Chosen = chosen(start, known)
        self.knobs: Mapping[str, Knob] = {knob.path: knob for knob in self.chosen.knobs}
        self._known = known.provenance
        self._player = Player(freed(start, self.chosen.knobs))
        self._middle = [each.spread.median for each in self._player.uncertain]
        self._places = {path: axis_of(knob).place(self._player) for path, knob in self.knobs.items()}
        for path, place in self._places.items():
            self._middle[place] = self.knobs[path].own.number  # the middle of a choice is what stands in the files
        self.base = load_case(scenario, start.pick)
        """The scenario as it is written."""
        self._assumed_of = Counter(
            owner(self.base.park, each) for each in behind(self.base.park, self.base.scenario)
            if each.basis is Basis.ASSUMED)  # fmt: skip
        self._assumed = self._assumed_of.total() + sum(each.basis is Basis.ASSUMED for each in self._known[1])
        self.picks = known.picks
        """What may be picked in it."""
        self.tiers_as_written: Mapping[str, TierOutcome] = {}
        """What becomes of each tier as the files say, inside out; none before it is played."""

    @property
    def tiers(self) -> tuple[str, ...]:
        """Inside out."""
        return self._player.tiers

    @property
    def version(self) -> str:
        """What the files said when they were read: the hash of all of it, and of what may be picked."""
        return sha256("\0".join([self.base.inputs_hash, *self.picks]).encode()).hexdigest()

    def answer(self, state: State) -> Answer:
        """What comes of other values; equal to the last bit to a run of the same command line.

        Raises:
            Problems: they are no values of what they are set for, all at once, or they do not fit together.
        """
        park, scenario, record = self._player.record(self._numbers(state), None, trace=True)
        of_park, of_scenario = self._provenance(state.sets)
        park, scenario = replace(park, provenance=of_park), replace(scenario, provenance=of_scenario)
        new = self._newly_assumed(state.sets)
        of_new = [owner(self.base.park, each) for into_park, each in new if into_park]
        return Answer(state, Result(park, scenario, record), self._assumed_of, of_new, self._assumed + len(new))

    def outcome(self, state: State) -> tuple[TierOutcome, ...]:
        """What becomes of each tier with other values, as `answer` has it, at a part of its cost.

        Raises:
            Problems: as `answer` does.
        """
        return self._player.outcome(self._numbers(state), None)

    def ends(self) -> Iterator[Record]:
        """What was seen with each slider at an end of its way, all others where the files have them; without trace.
        An end that cannot be played is left out."""
        for knob in self.knobs.values():
            for end in knob.ends:
                numbers = [*self._middle]
                numbers[self._places[knob.path]] = end
                with suppress(InputError):
                    yield self._player.record(numbers, None)[2]

    @cached_property
    def sheet(self) -> Sheet:
        """The map on which every answer is shown."""
        return sheet_of(self.answer(State(self.scenario, self.pick)).result, tuple(self.ends()))

    def check(self, state: State) -> None:
        """Refuse values that cannot be played.

        Raises:
            Problems: as `answer` does.
        """
        self._player.varying.drawn(self._numbers(state))

    def _numbers(self, state: State) -> list[float]:
        """Of every uncertain number its value [SI]."""
        numbers = list(self._middle)
        for path, number in self._read(state.sets).items():
            numbers[self._places[path]] = number
        return numbers

    def _read(self, sets: Sequence[tuple[str, str]]) -> dict[str, float]:
        """The values in SI, the last of each path.

        Raises:
            Problems: some are none, or nothing of that name may be moved.
        """
        found: dict[str, float] = {}
        wrong: list[Message] = []
        for path, text in sets:
            try:
                found[path] = self.knob(path).read(text)
            except InputError as error:
                wrong.append(about(f"--set {path}={text}", error.message))
        if wrong:
            raise Problems(wrong)
        return found

    def knob(self, path: str) -> Knob:
        """What may be moved at a path.

        Raises:
            InputError: nothing may.
        """
        if path not in self.knobs:
            raise InputError(Message("the board has no slider for it; {hint}", hint=hint(path, list(self.knobs))))
        return self.knobs[path]

    def _provenance(self, sets: Sequence[tuple[str, str]]) -> tuple[tuple[Provenance, ...], tuple[Provenance, ...]]:
        """How the numbers of park and scenario are known, by their paths: as the files say, and assumed where one is
        set, be it written there or not."""
        park, scenario = map(list, self._known)
        for path, text in dict(sets).items():
            known, one = park if path.startswith(INTO_PARK) else scenario, _set(path, text)
            place, there = _place(one, known)
            known[place : place + there] = [one]
        return tuple(park), tuple(scenario)

    def _newly_assumed(self, sets: Sequence[tuple[str, str]]) -> list[tuple[bool, Provenance]]:
        """The numbers that the files say or leave to what holds anyway, and that are assumed once they are set; whether
        they are the park's."""
        found = [(path.startswith(INTO_PARK), _set(path, text)) for path, text in dict(sets).items()]
        places = [(self._known[0 if into_park else 1], into_park, one) for into_park, one in found]
        return [(into_park, one) for known, into_park, one in places for place, there in [_place(one, known)]
                if not there or known[place].basis is not Basis.ASSUMED]  # fmt: skip


def _set(path: str, text: str) -> Provenance:
    """How a number is known that is set."""
    return Provenance(path.removeprefix(INTO_PARK), text, Basis.ASSUMED, f"--set {path}={text}")


def _place(one: Provenance, known: Sequence[Provenance]) -> tuple[int, bool]:
    """Where a number stands, or would, among those of which it is noted how they are known, and whether it does."""
    by_path = attrgetter("path")
    place = bisect_left(known, one.path, key=by_path)
    return place, place < len(known) and known[place].path == one.path


@dataclass
class Board:
    """Scenarios of which what may be moved is moved; those asked for last are kept ready."""

    scenarios: Sequence[str]
    """Their files, the one to begin with first; no others are read."""
    _kept: OrderedDict[tuple[str, str], Prepared] = field(default_factory=OrderedDict, repr=False)

    def prepared(self, scenario: str, pick: str = "") -> Prepared:
        """A scenario, read when it is asked for the first time, and anew once its files have changed.

        Raises:
            InputError: it is none of the board's.
            Problems: everything that is wrong with it.
        """
        if scenario not in self.scenarios:
            raise InputError(Message("no scenario of this board is named {name}; {hint}", name=scenario,
                                     hint=hint(scenario, list(self.scenarios))))  # fmt: skip
        key = scenario, pick
        if key not in self._kept or self._kept[key].files.changed():
            self._kept[key] = Prepared(scenario, pick)  # while they are wrong, what is kept stays changed
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def answer(self, state: State) -> Answer:
        """What comes of what somebody has moved.

        Raises:
            InputError: it is of no scenario of the board.
            Problems: everything that is wrong with it.
        """
        return self.prepared(state.scenario, state.pick).answer(state)

    @property
    def unplayed(self) -> bool:
        """Whether one that is kept ready was not played yet as its files say."""
        return any(not each.tiers_as_written or each.files.changed() for each in self._kept.values())

    def play_as_written(self) -> None:
        """Play those that were not yet; one whose files are wrong stays as it is."""
        for key in list(self._kept):
            with suppress(InputError):
                prepared = self.prepared(*key)
                if not prepared.tiers_as_written:
                    found = prepared.outcome(State(*key))
                    prepared.tiers_as_written = dict(zip(prepared.tiers, found, strict=True))

    def as_written(self) -> list[AsWritten]:
        """What becomes of those that are kept ready as their files say, as far as it was played."""
        looked = [(key, each, each.files.changed()) for key, each in self._kept.items()]
        return [AsWritten(*key, {} if stale else each.tiers_as_written, stale) for key, each, stale in looked]
