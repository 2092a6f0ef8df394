"""What a result was made with, from what, and what was written; nothing of the clock or of the machine."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sim import __version__
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.record.plain import from_json
from sim.record.record import Record

MANIFEST = "manifest.json"
TABLES = "tables"
"""Its digests of every table, by which one that was changed is found."""
ENDINGS = (".csv", ".json", ".parquet")
"""What tables end in; documents, pages and figures are not read back."""

PACKAGES = ("numba", "numpy", "pyarrow", "scipy", "simpy")
"""Packages a number or a byte of the results may depend on."""


def manifest(record: Record, inputs_hash: str, seed: int | None = None) -> dict[str, Any]:
    """Versions, the hash of all inputs, and how many events the water took."""
    return {
        "inputs_hash": inputs_hash,
        "kernel_events": int(record.kernel_events),
        "program": {"name": "three-tier-containment", "version": __version__},
        "seed": seed,
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PACKAGES}},
    }


def digests(folder: Path) -> dict[str, str]:
    """Of every table that stands in a folder, by name."""
    tables = (each for each in sorted(folder.iterdir()) if each.suffix in ENDINGS and each.name != MANIFEST)
    return {each.name: digest(each.read_bytes()) for each in tables if each.is_file()}


def digest(data: bytes) -> str:
    """What bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def changed(folder: Path, known: Mapping[str, Any], studies: Sequence[str]) -> list[str]:
    """Names of the tables that are not what was written, studies that were never written included.

    One that is gone is none, and what people put there besides is theirs.
    """
    written = dict.fromkeys(studies, "") | dict(known[TABLES])
    return [name for name, found in digests(folder).items() if written.get(name, found) != found]


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a folder.

    Raises:
        InputError: it is not there, damaged, or of another version.
    """
    path = folder / MANIFEST
    try:
        found = from_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(about(path, Message("cannot be read: {reason}", reason=cause(error)))) from None
    if not isinstance(found, dict) or not isinstance(found.get(TABLES), dict):
        raise InputError(about(path, Message("the record was written by another version; run the scenario again")))
    return found


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
