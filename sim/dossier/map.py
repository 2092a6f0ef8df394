"""The maps of the package: the park as it stands, and of each scenario the sheet that hangs in the command post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sim.dossier.dossier import Dossier
from sim.dossier.played import Played

PAPER = "A3"
"""Size of a command map; printed at twice the size it is one of A1."""


def park_map(dossier: Dossier, language: str, name: str) -> Mapping[str, bytes]:
    """The park's map, as a PDF to print and a PNG to look at, by the names of their files."""
    from sim.report.figures import as_files, draw_park_map
    from sim.report.figures.frame import Look

    return as_files(name, draw_park_map(dossier.park, Look(language)), ("pdf", "png"))


def command_maps(dossier: Dossier, language: str, name: str) -> Iterator[tuple[Played, Mapping[str, bytes]]]:
    """Each scenario with its command map, as a PDF and a PNG by the names of their files, which begin with `name`."""
    from sim.report.figures import draw_command_map
    from sim.report.figures.command_map import ENLARGED
    from sim.report.figures.enlarged import enlarged_files
    from sim.report.figures.frame import Look

    for played in dossier.played:
        sheet = draw_command_map(played.run.result, played.run.deadlines, Look(language))
        yield played, enlarged_files(f"{name}-{played.scenario.id}.{language}", sheet, ENLARGED[PAPER])
