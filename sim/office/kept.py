"""Documents in a folder, which people edit: what they have edited is known, and never written over."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from sim.errors import InputError, cause
from sim.message import Message, about

FILES = "files.json"
"""What was written beside it, with its hashes."""


def edited(folder: Path, names: Iterable[str]) -> list[Path]:
    """The documents of a folder that are no longer what was written, or of which nobody knows."""
    known = _hashes(folder)
    return [folder / name for name in names
            if (folder / name).is_file() and known.get(name) != _hash(folder / name)]  # fmt: skip


def put(files: Sequence[Path], folder: Path) -> list[Path]:
    """Put documents into their folder, each whole; returns them there.

    Raises:
        InputError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        hashes = {**_hashes(folder), **{each.name: _hash(each) for each in files}}
        text = json.dumps(hashes, ensure_ascii=False, indent=2, sort_keys=True)
        for name, data in [*((each.name, each.read_bytes()) for each in files), (FILES, f"{text}\n".encode())]:
            new = folder / f".{name}.new"
            new.write_bytes(data)
            os.replace(new, folder / name)
    except OSError as error:
        raise InputError(about(folder, Message("the documents cannot be written: {reason}",
                                               reason=cause(error)))) from error  # fmt: skip
    return [folder / each.name for each in files]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hashes(folder: Path) -> dict[str, str]:
    """Of the documents as they were written; none when nobody knows."""
    from sim.record.plain import from_json

    try:
        found = from_json((folder / FILES).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
