"""The documents of an exercise: one module a format, each with `write(master, folder, language)`.

The same list gives the same bytes: no document holds the time at which it was made.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from sim.drill.master_list import MasterList

PAPERS: dict[str, str] = {
    "xlsx": "xlsx", "csv": "csv", "json": "json", "script": "script", "plan": "plan", "html": "page", "md": "markdown",
    "ics": "calendar",
}  # fmt: skip
"""Formats, and the modules that write them."""


def possible(master: MasterList) -> list[str]:
    """The formats that a list can be written in: without a clock time there is no calendar."""
    return [each for each in PAPERS if each != "ics" or master.starts]


def write_papers(
    master: MasterList,
    folder: Path,
    language: str,
    formats: Iterable[str],
    bom: bool = False,
    calendar: Path | None = None,
) -> list[Path]:
    """Write an exercise in some formats; returns the files.

    `bom` begins tables with a byte-order mark, for Excel; `calendar` is an earlier one, which people have imported.

    Raises:
        InputError: a library that writes one of them is not installed, or the earlier calendar is none.
    """
    files: list[Path] = []
    for each in formats:
        paper = import_module(f"sim.drill.paper.{PAPERS[each]}")
        extra = {"bom": bom} if each == "csv" else {}
        if each == "ics" and calendar is not None:
            extra = {"known": paper.read_known(calendar)}
        files += paper.write(master, folder, language, **extra)
    return files
