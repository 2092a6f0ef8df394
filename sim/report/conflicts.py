"""Conflicts of a response plan in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from sim.called import Called
from sim.lint import Conflict, Saying
from sim.park import LinkKind
from sim.report.numbers import after_start, exact, lasting
from sim.scenario import Alarm, Clock, Detected, Level, Reported, SheetEnds, TierIs, Trigger
from sim.units import share_text, volume_text

MOST = 3
"""Names in a row; the others are counted."""

MOST_UNCALLED = 8
"""Names in a row of what nobody calls."""

PLACES = ("facility", "facilities", "storage")
"""Values that name storages or links."""

MOMENTS = ("begins_s", "until_s", "horizon_s")
"""Values that are times since the start, not spans."""


def conflict_lines(called: Called, found: Sequence[Conflict]) -> list[str]:
    """How many conflicts there are, then one a line: who, what is wrong, why, what to do."""
    key = {0: "conflicts_none", 1: "conflicts_one"}.get(len(found), "conflicts")
    head = called.says(key, count=len(found), name=called.played.name)
    return [head, *_sentences(called, found)]


def more_lines(called: Called, pick: str, found: Sequence[Conflict]) -> list[str]:
    """What a pick adds, one a line; nothing when that is nothing."""
    return [called.says("conflicts_more", pick=pick), *_sentences(called, found)] if found else []


def conflict_texts(called: Called, found: Sequence[Conflict]) -> list[str]:
    """A sentence for each conflict."""
    return [_Line(called, each).text() for each in found]


def _sentences(called: Called, found: Sequence[Conflict]) -> list[str]:
    return [f"  {each}" for each in conflict_texts(called, found)]


class _Line:
    """One conflict as a sentence; what people call a thing stands where it is first named."""

    def __init__(self, called: Called, conflict: Conflict) -> None:
        self.called = called
        self.park = called.park
        self._say = called.says
        self.conflict = conflict
        self.ids: dict[str, str] = {}
        """Ids by how they are written with their names."""

    def text(self) -> str:
        """The whole sentence."""
        values = {key: self._in_words(key) for key in self.conflict.values}
        said = self._say(f"conflict_{self.conflict.saying}", **values, **self._verbs())
        for named, id in self.ids.items():
            before, first, after = said.partition(named)
            said = before + first + after.replace(named, id)
        return said if self.conflict.saying is Saying.UNCALLED else self._say("conflict_of", who=self._who(), what=said)

    def _who(self) -> str:
        """The rules, and the actions they are at odds with."""
        rules, actions = self.conflict.rules, self.conflict.actions
        parts = [self._say("rule" if len(rules) == 1 else "rules", ids=self._row(rules, len(rules)))] if rules else []
        if actions:
            parts.append(self._say("action", ids=self._row(actions, len(actions))))
        return self._say("and").join(parts)

    def _verbs(self) -> dict[str, str]:
        """How one shuts and opens the facilities in question."""
        facilities = self.conflict.values.get("facilities", ())
        if not isinstance(facilities, tuple):
            return {}
        links = self.park.links
        if all(id in links and links[id].kind is LinkKind.PUMP for id in facilities):
            return {"shuts": self._say("stops"), "opens": self._say("starts")}
        if all(id in self.park.storages for id in facilities):
            return {"shuts": self._say("raises"), "opens": self._say("lowers")}
        return {"shuts": self._say("shuts"), "opens": self._say("opens")}

    def _in_words(self, key: str) -> str:
        """What is filled in at one place of the sentence."""
        value = self.conflict.values[key]
        if isinstance(value, float | int):
            return self._number(key, value)
        if isinstance(value, str):
            return self._named(key, value)
        if not isinstance(value, tuple):
            return self._trigger(value)
        names = [self._named(key, id) for id in value]
        if key == "ring":
            return " -> ".join(names)
        return self._row(names, MOST_UNCALLED if self.conflict.saying is Saying.UNCALLED else MOST)

    def _number(self, key: str, value: float) -> str:
        """A number with its unit, which the end of its key tells; a bare count has none."""
        if key in MOMENTS:
            return after_start(value)
        if key.endswith("_s"):
            return lasting(value)
        return self._volume(str(self.conflict.values["storage"]), value) if key.endswith("_m3") else exact(value)

    def _volume(self, storage: str, volume_m3: float) -> str:
        """A volume in a storage, and which share of what it holds that is."""
        holds_m3 = self.park.storages[storage].holds_m3
        share = f" ({share_text(volume_m3 / holds_m3)})" if holds_m3 > 0 else ""
        return f"{volume_text(volume_m3)}{share}"

    def _row(self, names: Sequence[str], most: int) -> str:
        """`a`, `a and b`, `a, b and c`, `a, b, c and 4 more`."""
        *firsts, last = names
        if len(names) > most:
            firsts, last = list(names[:most]), self._say("more", count=len(names) - most)
        return self._say("comma").join(firsts) + self._say("and") + last if firsts else last

    def _named(self, key: str, id: str) -> str:
        """An id, with what people call it where that is something else."""
        name = self._name(key, id)
        if name == id:
            return id
        named = self._say("named", id=id, name=name)
        self.ids[named] = id
        return named

    def _name(self, key: str, id: str) -> str:
        """What people call the thing at one place of a sentence; rules, actions and faults have no names."""
        called = self.called
        if key in PLACES:
            return called.facility(id)
        helper = called.crew if id in self.park.crews else called.equipment
        named = {"crew": called.crew, "equipment": called.equipment, "helper": helper, "sensor": called.sensor,
                 "sheet": called.job, "sheets": called.job, "tier": called.tier}  # fmt: skip
        return named[key](id) if key in named else id

    def _trigger(self, trigger: Trigger) -> str:
        """When a rule is set off, as part of a sentence."""
        match trigger:
            case Clock(at_s=at_s):
                return self._say("when_at", time=after_start(at_s))
            case Level(storage=storage, volume_m3=volume_m3, rising=rising):
                key, place = "when_rises" if rising else "when_falls", self._named("storage", storage)
                return self._say(key, storage=place, volume=self._volume(storage, volume_m3))
            case Detected():
                return self._say("when_detected")
            case Reported(volume_m3=volume_m3):
                return self._say("when_reported", volume=volume_text(volume_m3))
            case Alarm(sensor=sensor):
                return self._say("when_alarm", sensor=self._named("sensor", sensor))
            case SheetEnds(sheet=sheet, how=how):
                return self._say(f"when_{how}", sheet=self._named("sheet", sheet))
            case TierIs(tier=tier, state=state):
                return self._say(f"when_{state}", tier=self._named("tier", tier))
