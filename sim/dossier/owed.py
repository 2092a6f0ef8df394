"""Reports that a scenario owes, as the exercise has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.drill.line import Line
from sim.drill.owed import reports
from sim.drill.texts import Texts
from sim.record.table import Cell, Table

if TYPE_CHECKING:
    from sim.dossier.played import Played


REPORTS = ("due at [s]", "from", "to", "report", "by")


def reports_table(played: Played) -> Table:
    """A row a report, by when it is due since the incident began."""
    rows: list[list[Cell]] = [
        [line.deadline_s, *(str(each) for each in (line.sender, line.receiver, line.text, line.medium))]
        for line in reports_owed(played)
    ]
    return Table(REPORTS, rows)


def reports_owed(played: Played) -> Sequence[Line]:
    """The reports, by when they are due; none where nothing says when the incident becomes known."""
    return sorted(reports(played.run, Texts()), key=lambda line: line.deadline_s)
