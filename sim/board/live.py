"""An accident while it goes on: what is measured and done corrects the run, and what must be done by when comes out.

All that was entered stands in a journal, on the disk before anybody hears of it; what the run makes of it follows from
the journal alone, so a board that was killed goes on where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from itertools import chain, count
from math import isfinite, nan
from pathlib import Path, PurePath
from typing import Any

from sim.drill.log import Log, Row, What
from sim.engine import play
from sim.errors import InputError
from sim.load import load_case
from sim.load.suggest import hint
from sim.message import Message, about
from sim.park.sheet import sheet_of
from sim.record.event import Done, Measured, Ordered
from sim.record.kept import Kept
from sim.record.plain import built
from sim.result import Result
from sim.scenario import Correction
from sim.study import Deadline, deadlines
from sim.study.trial import Tell, nobody
from sim.units import time_text

FORMAT = 1
ENDING = ".jsonl"
LONGEST_NAME = 80
"""Letters of the name of a journal."""
LONGEST = 200
"""Letters of what somebody writes beside an entry."""


class Do(StrEnum):
    """What an entry says."""

    LEVELS = "levels"
    """Levels were measured."""
    DONE = "done"
    """Something was done."""
    CANNOT = "cannot"
    """It cannot be done."""
    BACK = "take back"
    """An earlier entry was wrong."""


@dataclass(frozen=True, slots=True)
class Level:
    """What stood in a storage."""

    storage: str
    at_s: float
    volume_m3: float


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody entered, or a monitoring platform did; times in s since the accident began."""

    do: Do
    at_s: float = 0.0
    """When it was done, or turned out that it cannot be."""
    subject: str = ""
    """The action or job that it is about."""
    who: str = ""
    note: str = ""
    back: int = 0
    """The number of the entry that is taken back."""
    levels: tuple[Level, ...] = ()
    entered: str = ""
    """Clock time at which it was entered, with its offset."""
    key: str = ""
    """By which whoever sends it twice is told the same; empty for none."""
    seq: int = 0
    """Its number, from 1."""


@dataclass(frozen=True, slots=True)
class Head:
    """Of what accident a journal is."""

    scenario: str
    pick: str = ""
    sets: tuple[tuple[str, str], ...] = ()
    starts: str = ""
    """Clock time at which it began, with its offset."""
    who: str = ""


class Stale(Exception):
    """Somebody enters something without having seen what came in between."""

    def __init__(self, between: Sequence[Entry]) -> None:
        super().__init__()
        self.between = between


@dataclass(frozen=True, eq=False)
class Forecast:
    """How the accident goes on, as far as is known."""

    result: Result
    held: Mapping[str, float]
    """What took effect at a time that somebody entered, or never will [s]."""

    @cached_property
    def done_s(self) -> Mapping[str, float]:
        """When actions and jobs are done, by the plan or as entered [s]."""
        found = {each.subject: each.at_s for each in reversed(self.result.events) if isinstance(each, Done)}
        return {**found, **{id: at_s for id, at_s in self.held.items() if at_s <= self.result.scenario.horizon_s}}

    @cached_property
    def ordered_s(self) -> Mapping[str, float]:
        """When they are ordered by the plan [s]."""
        return {each.subject: each.at_s for each in reversed(self.result.events) if isinstance(each, Ordered)}

    @cached_property
    def more_m3(self) -> Mapping[tuple[str, float], float]:
        """By how much more than expected was measured, by storage and time [m3]."""
        return {(each.subject, each.at_s): each.more_m3 for each in self.result.events if isinstance(each, Measured)}


@dataclass
class Live:
    """One accident: its head and the entries so far."""

    head: Head
    kept: Kept
    entries: list[Entry] = field(default_factory=list)
    _forecast: tuple[int, Forecast] | None = None
    _due: tuple[int, Sequence[Deadline]] | None = None

    @classmethod
    def begin(cls, folder: Path, head: Head) -> Live:
        """Begin a journal in a folder, named by when the accident began and by its scenario.

        Raises:
            Problems: the scenario is wrong, or one of the values set.
            InputError: it cannot be written.
        """
        live = cls(head, Kept(folder))
        live.forecast()  # nothing is begun that cannot be played
        head = live.head = replace(head, starts=live.starts.isoformat())  # by the park's clock
        stem = re.sub(r"[^a-z0-9-]+", "-", PurePath(head.scenario).stem.lower()).strip("-")
        name = f"{live.starts:%Y%m%d-%H%M}-{stem}"[:LONGEST_NAME].strip("-")
        taken = (folder / f"{each}{ENDING}" for each in chain([name], (f"{name}-{k}" for k in count(2))))
        live.kept = Kept(next(path for path in taken if not path.exists()))
        live.kept.create(Message("an event of this name is there already; go on with it"))
        live.kept.add({"format": FORMAT, **asdict(head)})
        return live

    @classmethod
    def resume(cls, path: Path) -> Live:
        """Go on with a journal.

        Raises:
            InputError: it is not there, or is none.
        """
        kept = Kept(path)
        lines, _ = kept.read(lambda reason: Message("there is no event to go on with: {reason}", reason=reason))
        try:
            first, *rest = lines
            if first.pop("format") != FORMAT:
                raise ValueError
            head: Head = built(Head, first)
            entries: list[Entry] = [built(Entry, each) for each in rest]
        except (ValueError, KeyError):
            raise InputError(about(path, Message("is no journal of an event that this program keeps"))) from None
        return cls(head, kept, entries)

    @property
    def name(self) -> str:
        """Of its journal."""
        return self.kept.path.stem

    @property
    def seq(self) -> int:
        """The number of the last entry; 0 before the first."""
        return len(self.entries)

    @cached_property
    def _base(self) -> tuple[Any, Any]:
        sets = [f"{path}={text}" for path, text in self.head.sets]
        case = load_case(self.head.scenario, self.head.pick or None, [*sets, f"starts={self.head.starts}"])
        return case.park, case.scenario

    @property
    def starts(self) -> datetime:
        """When the accident began."""
        return datetime.fromisoformat(self._base[1].starts)

    def since_s(self, now: datetime) -> float:
        """How long ago the accident began [s]."""
        return (now - self.starts).total_seconds()

    def add(self, entry: Entry, seen: int | None = None) -> Entry:
        """Take an entry, once it is on the disk; the one of the same key again, if there is one.

        Args:
            entry: what is entered; its number is given here.
            seen: the number of the last entry that whoever enters it has seen; None where that does not matter.

        Raises:
            Stale: there are newer ones.
            InputError: it is about nothing there is, or the disk does not take it.
        """
        again = next((each for each in self.entries if entry.key and each.key == entry.key), None)
        if again is not None:
            return again
        if seen is not None and seen < self.seq:
            raise Stale(self.entries[seen:])
        self._check(entry)
        entry = replace(entry, seq=self.seq + 1)
        self.kept.add({name: value for name, value in asdict(entry).items() if value not in ("", 0, ())})
        self.entries.append(entry)
        return entry

    def _check(self, entry: Entry) -> None:
        """Refuse what is about nothing there is.

        Raises:
            InputError: says what.
        """
        horizon_s = self._base[1].horizon_s
        if entry.do in (Do.DONE, Do.CANNOT):
            known = self.actions
            if sheet_of(entry.subject) not in known and entry.subject not in known:
                raise InputError(Message("no action is named '{name}'; {hint}", name=entry.subject,
                                         hint=hint(entry.subject, known)))  # fmt: skip
        if entry.do is Do.BACK and entry.back not in {each.seq for each in self.valid if each.do is not Do.BACK}:
            raise InputError(Message("there is no entry {number} that could be taken back", number=entry.back))
        if not (isfinite(entry.at_s) and 0 <= entry.at_s <= horizon_s):
            raise InputError(Message("the time is not within the run, which lasts {time} from when the accident began",
                                     time=time_text(horizon_s)))  # fmt: skip

    @property
    def actions(self) -> list[str]:
        """What can be done."""
        park, scenario = self._base
        return [*(each.id for each in scenario.actions), *park.sheets]

    @property
    def valid(self) -> list[Entry]:
        """The entries that hold: none that was taken back."""
        gone = {each.back for each in self.entries if each.do is Do.BACK}
        return [each for each in self.entries if each.seq not in gone]

    def forecast(self) -> Forecast:
        """How it goes on.

        Raises:
            Problems: the scenario is wrong.
        """
        if self._forecast is None or self._forecast[0] != self.seq:
            self._forecast = self.seq, self._played()
        return self._forecast[1]

    def due(self, now_s: float, tell: Tell = nobody) -> Sequence[Deadline]:
        """By when what is still to be done must be done; found by many runs."""
        seq, forecast = self.seq, self.forecast()
        found = deadlines(forecast.result.park, forecast.result.scenario, tell, held=forecast.held, now_s=now_s)
        self._due = seq, found
        return found

    @property
    def next_s(self) -> float:
        """The first deadline that was found when somebody asked last [s]; NaN where there is none, or something was
        entered since."""
        known = self._due[1] if self._due and self._due[0] == self.seq else ()
        return min((each.latest_s for each in known if each.needed), default=nan)

    @property
    def levels(self) -> Mapping[str, tuple[Level, int]]:
        """The last reading of each storage, and the number of its entry."""
        last: dict[str, tuple[Level, int]] = {}
        for entry in self.valid:
            for level in entry.levels:
                if level.storage not in last or level.at_s >= last[level.storage][0].at_s:
                    last[level.storage] = level, entry.seq
        return last

    def _played(self) -> Forecast:
        park, scenario = self._base
        valid, never_s = self.valid, 2 * scenario.horizon_s + 1
        held = {each.subject: each.at_s if each.do is Do.DONE else never_s
                for each in valid if each.do in (Do.DONE, Do.CANNOT)}  # fmt: skip
        scenario = replace(scenario, corrections=(*scenario.corrections, *_corrections(valid)))
        return Forecast(Result(park, scenario, play(park, scenario, held=held)), held)

    def log(self) -> Log:
        """What was done, as `replay` reads it."""
        ends = {Do.DONE: What.DONE, Do.CANNOT: What.FAILED}
        return Log(tuple(Row(each.subject, ends[each.do], each.at_s, each.who, each.note)
                         for each in self.valid if each.do in ends))  # fmt: skip


def _corrections(entries: Iterable[Entry]) -> list[Correction]:
    """What was measured; of two readings of a storage at one time the later entry holds."""
    found = {(level.storage, level.at_s): Correction(f"entry-{each.seq}-{level.storage}", level.storage, level.at_s,
                                                     level.volume_m3)
             for each in entries for level in each.levels}  # fmt: skip
    return sorted(found.values(), key=lambda each: each.at_s)

