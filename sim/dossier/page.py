"""What every document of a package needs at hand while it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sim import __version__
from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.names import not_known, not_known_what
from sim.drill.paper.typeset import no_sooner_s, t_plus, typeset
from sim.office.document import TABLE_PT, Document
from sim.record.column import Column, Row


@dataclass(frozen=True, slots=True)
class Page:
    """A document with what it tells of, in one language; every word goes through here to be typeset."""

    document: Document
    dossier: Dossier
    called: Called

    @property
    def language(self) -> str:
        """Of the document."""
        return self.called.language

    def say(self, key: str, **values: object) -> str:
        """Words of the catalogue, typeset."""
        return typeset(self.called.says(key, **values), self.language)

    @property
    def not_known(self) -> str:
        """What stands where the park does not say."""
        return not_known(self.called)

    def heading(self, key: str, level: int = 1, numbered: bool = True, **values: object) -> None:
        """A heading."""
        self.document.heading(self.say(key, **values), level, numbered)

    def text(self, key: str, leads: bool = False, **values: object) -> None:
        """A paragraph."""
        self.document.text(self.say(key, **values), leads)

    def points(self, lines: Iterable[str]) -> None:
        """A list."""
        self.document.points(typeset(each, self.language) for each in lines)

    def unknown(self, what: str) -> None:
        """A paragraph that says that something is not known; `what` is the key of its name."""
        self.document.text(not_known_what(self.called, what))

    def typed(self, columns: Sequence[Column[Row]]) -> list[Column[Row]]:
        """Columns with heads and cells as they are typeset."""
        def of(column: Column[Row]) -> Callable[[Row], str]:
            return lambda row: typeset(column.of(row), self.language)

        return [replace(each, title=self.say(each.head), of=of(each)) for each in columns]

    def table(self, columns: Sequence[Column[Row]], rows: Iterable[Row], size_pt: float = TABLE_PT) -> None:
        """A table over the whole width."""
        self.document.table(self.typed(columns), rows, size_pt)


def at(time_s: float, language: str) -> str:
    """A time of the run since the incident began; a dash for one that never comes."""
    return t_plus(time_s, language) if abs(time_s) < float("inf") else "-"


def done_at(time_s: float, language: str) -> str:
    """When something was done: no sooner than is said."""
    return at(no_sooner_s(time_s), language)


def versions(dossier: Dossier, called: Called) -> list[tuple[str, str]]:
    """What a package was made with, and of what: the program, and the hash of every scenario's inputs."""
    hashes = called.says("comma").join(dict.fromkeys(each.case.inputs_hash[:8] for each in dossier.played))
    return [(called.says("pack_program"), __version__), (called.says("pack_inputs"), hashes)]
