"""A folder that is replaced whole."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

TRIES = 10
"""How often to try again when another run puts a folder of the same name there meanwhile."""


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A new folder to write into, which takes the place of `target` when all went well.

    It is made beside `target` in a hidden folder and renamed, so whoever looks sees the old folder
    or the new one. When something goes wrong, an interrupt included, the old one stays or is put
    back and nothing else is left behind. Being killed for good between two renamings leaves the old
    one in the hidden folder.

    Raises:
        OSError: the folder above cannot be written, or `target` is a file.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, f"{target} is a file")
    hidden = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        new = hidden / "new"
        new.mkdir()
        yield new
        _put(new, target, hidden)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def _put(new: Path, target: Path, hidden: Path) -> None:
    """Rename the old folder away and the new one in."""
    for attempt in range(TRIES):
        old = hidden / f"old-{attempt}"
        try:
            _move(target, old)
            os.rename(new, target)
            return
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST) or attempt == TRIES - 1:
                raise
        finally:
            if old.exists() and not target.exists():
                os.rename(old, target)


def _move(folder: Path, to: Path) -> None:
    """Rename a folder, if it is there."""
    with suppress(FileNotFoundError):
        os.rename(folder, to)
