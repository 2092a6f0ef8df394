"""Kinds of words: text, ids, references, choices, yes or no, clock times, times of day, names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from unicodedata import normalize

from sim.errors import InputError
from sim.load.clock_text import plain_clock
from sim.load.emit import Data
from sim.load.kinds.kind import Kind, Schema, Single
from sim.load.node import Block, Node, Scalar
from sim.load.reading import Spot
from sim.load.suggest import did_you_mean, hint
from sim.message import Listed, Message
from sim.park import Name
from sim.park.tier import tier_meant
from sim.units import Dimension, parse
from sim.words import LANGUAGES

HAN = "㐀-䶿一-鿿"
"""Chinese letters."""
ID = rf"[a-z0-9{HAN}][a-z0-9_.{HAN}-]{{0,79}}"
_ID = re.compile(ID)
_NOT_ID = re.compile(rf"[^a-z0-9_.{HAN}]+")
EARLIEST = 1900
"""Years before that are slips."""
FARTHEST_AHEAD_S = parse("14 h", Dimension.TIME)
"""No clock is farther from UTC than that of the Line Islands."""
FLAGS = {"true": True, "yes": True, "on": True, "是": True, "false": False, "no": False, "off": False, "否": False}


TEXT = Message("text")


@dataclass(frozen=True)
class Text(Single):
    """Any text."""

    wanted: Message = TEXT

    def parse(self, text: str, spot: Spot) -> str:
        return text

    def schema(self) -> Schema:
        return {"type": ["string", "number"]}


@dataclass(frozen=True)
class Id(Single):
    """A name for the program: lower case, no spaces."""

    wanted = Message("an id such as pool-3")

    def parse(self, text: str, spot: Spot) -> str:
        return check_id(text)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{ID}$"}


def check_id(text: str) -> str:
    """The id itself.

    Raises:
        InputError: it has letters that ids do not have; suggests one that has not.
    """
    if _ID.fullmatch(text):
        return text
    better = nearly(text)
    rule = Message("lower-case or Chinese letters, digits, '-', '_' and '.', 80 at most")
    if _ID.fullmatch(better):
        raise InputError(Message("{text!r} is no id; use {rule}: {better}?", text=text, rule=rule, better=better))
    raise InputError(Message("{text!r} is no id; use {rule}", text=text, rule=rule))


def nearly(text: str) -> str:
    """The id that is nearest to a text; empty when it has no letter that ids have.

    >>> nearly("XYH-AB004"), nearly("1#事故应急池")
    ('xyh-ab004', '1-事故应急池')
    """
    return _NOT_ID.sub("-", normalize("NFKC", text).lower()).strip("-._")[:80]


@dataclass(frozen=True)
class Ref(Single):
    """The id of something that stands in the park, one of several sorts."""

    sorts: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Words that may stand instead."""

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("the id of {a}", a=_a(Listed(map(Message, self.sorts), " or ", " or ")))

    def parse(self, text: str, spot: Spot) -> str:
        ids = [spot.known(sort) for sort in self.sorts]
        if text in self.also or any(each is None or text in each for each in ids):
            return text
        if "tier" in self.sorts and (meant := tier_meant(text, spot.reading.tiers)):
            return meant
        for sort in spot.reading.known:
            if text in (spot.known(sort) or ()):
                raise InputError(Message("'{text}' is {a}; {wanted} is wanted here", text=text, a=_a(Message(sort)),
                                         wanted=self.wanted))  # fmt: skip
        known = [*self.also, *(id for each in ids for id in each or ())]
        sorts = Listed(map(Message, self.sorts), " or ", " or ")
        advice = hint(text, known)
        raise InputError(Message("no {sorts} is named '{text}'; {hint}", sorts=sorts, text=text, hint=advice))

    def schema(self) -> Schema:
        return {**Id().schema(), "description": f"Id of {_a(Message(' or '.join(self.sorts)))}."}


def _a(sorts: Message) -> Message:
    """Sorts of things with their article; of equipment there is none."""
    return sorts if sorts.startswith("equipment") else Message("a {thing}", thing=sorts)


@dataclass(frozen=True)
class Choice(Single):
    """One of a few words."""

    what: str
    words: tuple[str, ...]
    instead: tuple[tuple[str, Message], ...] = ()
    """Words that one might expect here, and what to write instead."""

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("one of {words}", words=Listed(self.words))

    def parse(self, text: str, spot: Spot) -> str:
        if text in self.words:
            return text
        advice = dict(self.instead).get(text) or hint(text, self.words, "write one of {names}")
        raise InputError(Message("'{text}' is no {what}; {advice}", text=text, what=Message(self.what), advice=advice))

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Flag(Single):
    """Yes or no."""

    wanted = Message("true or false")

    def parse(self, text: str, spot: Spot) -> bool:
        if (value := FLAGS.get(text.lower())) is None:
            raise InputError(Message("{text!r} is neither true nor false; write one of the two", text=text))
        return value

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "boolean"}, {"enum": list(FLAGS)}]}


@dataclass(frozen=True)
class ClockTime(Single):
    """A date and time of day, ISO 8601 with or without its offset; stays text."""

    wanted = Message("a clock time such as 2025-07-14 14:20 +08:00")

    def parse(self, text: str, spot: Spot) -> str:
        joined = re.sub(r"(?<!\s)\s+(?=[+-]\d\d:?\d\d$|Z$)", "", plain_clock(normalize("NFKC", text).strip()))
        try:
            time = datetime.fromisoformat(joined)
            if time.year < EARLIEST:
                raise ValueError(time)
            return time.isoformat()
        except ValueError:
            raise InputError(Message("{text!r} is no clock time; write one such as 2025-07-14 14:20 +08:00",
                                     text=text)) from None  # fmt: skip

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"}


@dataclass(frozen=True)
class TimeOfDay(Single):
    """A time of day; becomes seconds since midnight."""

    wanted = Message("a time of day such as 08:00")

    def parse(self, text: str, spot: Spot) -> float:
        match = re.fullmatch(r"([01]?\d|2[0-4]):([0-5]\d)", normalize("NFKC", text))
        if not match or int(match[1]) * 60 + int(match[2]) > 24 * 60:
            raise InputError(Message("{text!r} is no time of day; write one from 00:00 to 24:00, such as 08:00",
                                     text=text))  # fmt: skip
        return parse(f"{match[1]} h", Dimension.TIME) + parse(f"{match[2]} min", Dimension.TIME)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^([01]?\d|2[0-4]):[0-5]\d$"}


@dataclass(frozen=True)
class UtcOffset(Single):
    """How far clocks are ahead of UTC; becomes seconds."""

    wanted = Message("an offset from UTC such as +08:00")

    def parse(self, text: str, spot: Spot) -> float:
        match = re.fullmatch(r"([+-])(\d{1,2})(?::?([0-5]\d))?", text.strip())
        ahead = parse(f"{match[2]} h {match[3] or 0} min", Dimension.TIME) if match else 0.0
        if match is None or ahead > FARTHEST_AHEAD_S:
            raise InputError(Message("{text!r} is no offset from UTC; write one such as +08:00", text=text))
        return -ahead if match[1] == "-" else ahead

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^[+-]\d{1,2}(:?[0-5]\d)?$"}


@dataclass(frozen=True)
class Names(Kind):
    """What people call it: `{en: ..., zh: ...}`, or plain text for `en`."""

    wanted = Message("a name, {{en: ..., zh: ...}} or text")

    def read(self, node: Node, spot: Spot) -> Any:
        if isinstance(node, Scalar) and not node.missing:
            parts: dict[str, Any] = {"en": node.text}
        elif isinstance(node, Block):
            parts = {key: self._part(key, node, spot.child(key)) for key in node.entries}
        else:
            self.refuse(node, spot)
            return None
        if not any(part is None or part.strip() for part in parts.values()):
            spot.fault(node, Message("the name is empty; write {wanted}, or leave the key out", wanted=self.wanted))
            return None
        return None if None in parts.values() else Name(**parts)

    def _part(self, key: str, node: Block, spot: Spot) -> Any:
        entry = node.entries[key]
        if key in LANGUAGES:
            return Text().read(entry.node, spot)
        close = did_you_mean(key, LANGUAGES)
        advice = Message("a name knows {languages}", languages=Listed(LANGUAGES))
        if close:
            advice = Message("did you mean '{close}'?", close=close)
        spot.fault(entry.place, Message("unknown key; {hint}", hint=advice))
        return None

    def plain(self, node: Node) -> Data:
        if isinstance(node, Block):
            return {key: Text().plain(entry.node) for key, entry in sorted(node.entries.items())}
        return Text().plain(node)

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/name"}


@dataclass(frozen=True)
class Reason(Kind):
    """One of the usual reasons, or somebody's own words as `{en: ..., zh: ...}`."""

    what: str
    words: tuple[str, ...]

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        one = Choice(self.what, self.words).wanted
        return Message("{wanted}, or your own words as {{en: ..., zh: ...}}", wanted=one)

    def read(self, node: Node, spot: Spot) -> Any:
        if isinstance(node, Block):
            return Names().read(node, spot)
        if not isinstance(node, Scalar) or node.missing:
            self.refuse(node, spot)
            return None
        if node.text in self.words:
            return node.text
        close = did_you_mean(node.text, self.words)
        advice = Message("did you mean '{close}'?", close=close) if close else Message("write {word}", word=self.wanted)
        spot.fault(node, Message("'{text}' is none of the usual reasons; {advice}", text=node.text, advice=advice))
        return None

    def plain(self, node: Node) -> Data:
        return Names().plain(node)

    def schema(self) -> Schema:
        return {"anyOf": [{"enum": list(self.words)}, {"type": "object", "$ref": "#/$defs/name"}]}
