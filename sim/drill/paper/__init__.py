"""The documents of an exercise: one module a format, each with `write(master, folder, language)`.

The same list gives the same bytes: no document holds the time at which it was made.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from sim.drill.master_list import MasterList
from sim.errors import InputError

PAPERS: dict[str, str] = {"xlsx": "xlsx", "csv": "csv", "json": "json"}
"""Formats, and the modules that write them."""


def write_papers(
    master: MasterList, folder: Path, language: str, formats: Iterable[str], bom: bool = False
) -> list[Path]:
    """Write an exercise in some formats; returns the files.

    `bom` begins tables with a byte-order mark, for Excel.

    Raises:
        InputError: a library that writes one of them is not installed.
    """
    files: list[Path] = []
    for each in formats:
        extra = {"bom": bom} if each == "csv" else {}
        files += import_module(f"sim.drill.paper.{PAPERS[each]}").write(master, folder, language, **extra)
    return files


def not_installed(library: str, what: str) -> InputError:
    """What to say when a library of the extra `drill` is missing."""
    return InputError(f"{what} need {library}, which is not installed for this Python; install the extra `drill`")
