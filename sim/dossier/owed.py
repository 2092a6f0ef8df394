"""Reports that a scenario owes, as the exercise has them."""

from __future__ import annotations

from collections.abc import Sequence

from sim.dossier.played import Played
from sim.drill.line import Line
from sim.drill.owed import reports
from sim.drill.texts import Texts


def reports_owed(played: Played) -> Sequence[Line]:
    """The reports, by when they are due; none where nothing says when the incident becomes known."""
    return sorted(reports(played.run, Texts()), key=lambda line: line.deadline_s)
