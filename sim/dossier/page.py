"""What every document of a package needs at hand while it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sim import __version__
from sim.called import Called
from sim.dossier.dossier import Dossier
from sim.dossier.names import not_known, not_known_what
from sim.drill.paper.typeset import no_sooner_s, t_plus, typeset
from sim.office.document import Document


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

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], size_pt: float = 8.5
    ) -> None:
        """A table over the whole width, its columns in these shares; `head` are keys."""
        scale = self.document.width_cm / sum(shares)
        cells = [[typeset(cell, self.language) for cell in row] for row in rows]
        widths = [share * scale for share in shares]
        self.document.table([self.say(key) for key in head], cells, widths, size_pt=size_pt)


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
