"""The map of the package: what stands where."""

from __future__ import annotations

from collections.abc import Mapping

from sim.dossier.dossier import Dossier


def command_map(dossier: Dossier, language: str, name: str) -> Mapping[str, bytes]:
    """The park's map, as a PDF to print and a PNG to look at, by the names of their files."""
    from sim.report.figures import as_files, draw_park_map
    from sim.report.figures.frame import Look

    return as_files(name, draw_park_map(dossier.park, Look(language)), ("pdf", "png"))
