"""What a designer changed in a master list, kept by the lines' keys, and put into the next one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sim.drill.line import Line, Phase
from sim.drill.numbers import line_key
from sim.drill.run_of import RunOf
from sim.drill.texts import Texts
from sim.drill.told import told_at
from sim.park import Name
from sim.words import LANGUAGES

Change = str | float
NAMES = ("text", "sender", "receiver", "medium", "evaluate", "evidence")
"""Fields in several languages, each of which is changed alone: `text.en`."""
WORDS = {"phase": Phase, "tier": str}
"""Other fields that may be changed."""


@dataclass(frozen=True, slots=True)
class Edits:
    """Changes to a master list; they outlive the runs that it is made of."""

    changed: Mapping[str, Mapping[str, Change]] = field(default_factory=dict)
    """By a line's key, its incident's before it: fields with what they became. Names by language, `text.en`; `at_s`."""
    deleted: frozenset[str] = frozenset()
    """Keys of lines that shall not come back."""
    own: tuple[Line, ...] = ()
    """Lines that the designer added, as they were first written."""

    def of(self, line: Line) -> Mapping[str, Change]:
        """What was changed in a line."""
        return self.changed.get(line_key(line), {})

    def touches(self, line: Line) -> bool:
        """Whether the designer wrote something in a line, or all of it."""
        return bool(self.of(line)) or line.is_own


def placed(lines: Iterable[Line], of: RunOf, texts: Texts, edits: Edits) -> list[Line]:
    """The lines of one incident as the designer wants them in time: less those deleted, with those added, moved."""
    incident = of.scenario.id
    named = [replace(line, incident=incident) for line in lines]
    kept = [line for line in named if line_key(line) not in edits.deleted]
    own = [line for line in edits.own if line.incident == incident]
    return [_moved(line, of, texts, edits) for line in (*kept, *own)]


def _moved(line: Line, of: RunOf, texts: Texts, edits: Edits) -> Line:
    at_s = edits.of(line).get("at_s", line.at_s if line.is_own else None)
    return line if at_s is None else told_at(of, texts, line, float(at_s))


def worded(line: Line, edits: Edits) -> Line:
    """A line with the designer's words in it; what the designer touched is never thinned out.

    >>> from sim.drill.line import Kind
    >>> line = Line("power/a", 0, Kind.INJECT, Phase.RESPONSE, Name("Dark.", "停电。"), incident="s")
    >>> worded(line, Edits({"s/power/a": {"text.en": "It is dark."}})).text
    Name(en='It is dark.', zh='停电。')
    """
    changed = edits.of(line)
    if not edits.touches(line):
        return line
    names = {key: _name(getattr(line, key), key, changed) for key in NAMES}
    words = {key: kind(changed[key]) for key, kind in WORDS.items() if key in changed}
    return replace(line, weight=float("inf"), **names, **words)  # type: ignore[arg-type]


def _name(name: Name, key: str, changed: Mapping[str, Change]) -> Name:
    parts = {each: str(changed.get(f"{key}.{each}", getattr(name, each))) for each in LANGUAGES}
    return Name(**parts)
