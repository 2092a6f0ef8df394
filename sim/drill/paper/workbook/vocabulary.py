"""Words of closed lists, as people write them in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.drill.line import Kind, Phase
from sim.drill.master_list import Incident
from sim.drill.paper.labels import KINDS, PHASES
from sim.drill.paper.workbook.cells import plain_text
from sim.load.suggest import hint
from sim.message import Message
from sim.park import Name, Park
from sim.park.names import is_written_in
from sim.words import LANGUAGES


@dataclass(frozen=True)
class Vocabulary:
    """What may be named in a timeline."""

    park: Park
    incidents: tuple[Incident, ...]

    def phase(self, value: Any) -> Phase:
        """A phase by its name."""
        return Phase(_found(value, {str(key): name for key, name in PHASES.items()}, "phase"))

    def kind(self, value: Any) -> Kind:
        """A kind by its name; the clock is put forward by the program alone."""
        return Kind(
            _found(value, {str(key): name for key, name in KINDS.items() if key is not Kind.JUMP}, "kind of line")
        )

    def tier(self, value: Any) -> str:
        """A tier by its name or id; empty for none."""
        names = {id: tier.name for id, tier in self.park.tiers.items()}
        return _found(value, names, "tier of the park") if plain_text(value) else ""

    def incident(self, value: Any) -> str:
        """An incident by its name or id."""
        return _found(value, {each.id: each.name for each in self.incidents}, "incident of this exercise")

    def storage(self, value: Any) -> str:
        """A storage by its name or id."""
        return _found(value, {id: each.name for id, each in self.park.storages.items()}, "storage of the park")

    def sheet(self, value: Any) -> str:
        """An operation sheet by its name or id."""
        return _found(value, {id: each.name for id, each in self.park.sheets.items()}, "operation sheet of the park")


def _found(value: Any, names: Mapping[str, Name], what: str) -> str:
    """The id of what a text names.

    Raises:
        ValueError: there is nothing of that name; says what may be meant.
    """
    text = plain_text(value)
    by_name = {each.lower(): id for id, name in names.items() for each in (id, *name.values())}
    if text.lower() in by_name:
        return by_name[text.lower()]
    language = next(each for each in LANGUAGES if is_written_in(text, each))
    known = [name.in_language(language) or id for id, name in names.items()]
    raise ValueError(Message("there is no such {what}; {hint}", what=Message(what),
                             hint=hint(text, known, "write one of {names}")))  # fmt: skip
