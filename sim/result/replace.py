"""A folder that is replaced whole."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

TRIES = 10
"""How often to try again when another run puts a folder of the same name there meanwhile."""
LOCK = "at-work"
"""A file in a hidden folder that is locked as long as the run that writes there lives."""
RANDOM_LETTERS = 9
"""Of a hidden folder's name, behind that of the folder it is for, with a dash."""
HERE, EXCHANGE = -100, 2
"""What Linux calls the current folder, and an exchange of two names (`AT_FDCWD`, `RENAME_EXCHANGE`)."""


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A new folder to write into, which takes the place of `target` when all went well.

    It is made beside `target` in a hidden folder, and the two exchange their names in one step, so whoever looks sees
    the old folder or the new one, also when the run is killed. Where the system cannot exchange names the old folder
    is renamed away and the new one in; killed between the two, a run leaves the old one in its hidden folder, and the
    next that writes beside it puts it back. When something goes wrong, an interrupt included, the old one stays or is
    put back and nothing else is left behind.

    Raises:
        OSError: the folder above cannot be written, or `target` is a file.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, f"{target} is a file")
    tidy(target.parent)
    hidden = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        with _locked(hidden):
            new = hidden / "new"
            new.mkdir()
            yield new
            _put(new, target, hidden)
    finally:
        _remove(hidden)


def tidy(folder: Path) -> None:
    """Put back what runs that were killed have renamed away, and remove what else they left behind."""
    for lock in folder.glob(f".*/{LOCK}"):
        with suppress(OSError), lock.open("rb") as file:  # another run may be tidying up, too
            if _lock(file):
                _put_back(lock.parent)
                _remove(lock.parent)


def _put_back(hidden: Path) -> None:
    """Put an old folder back, if it is missing in its place."""
    target = hidden.with_name(hidden.name[1:-RANDOM_LETTERS])
    for old in sorted(hidden.glob("old-*")):
        if not target.exists():
            os.rename(old, target)


@contextmanager
def _locked(hidden: Path) -> Iterator[None]:
    """Hold a lock in a folder, which the system lets go when the process ends, however it does."""
    making = hidden / f"{LOCK}.new"
    with making.open("wb") as file:
        _lock(file)
        os.replace(making, hidden / LOCK)
        yield


def _lock(file: IO[bytes]) -> bool:
    """Take the lock of a file; False when somebody else has it, or nobody can tell."""
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ModuleNotFoundError, OSError):
        return False
    return True


def _remove(hidden: Path) -> None:
    """Remove a hidden folder, its lock last: what a kill leaves of it is known for what it is."""
    with suppress(OSError):
        for each in hidden.iterdir():
            if each.name != LOCK:
                shutil.rmtree(each, ignore_errors=True)
    shutil.rmtree(hidden, ignore_errors=True)


def _put(new: Path, target: Path, hidden: Path) -> None:
    """Put the new folder in the place of the old one, which goes into the hidden folder."""
    for attempt in range(TRIES):
        if _exchange(new, target):
            return
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


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders exchange their names in one step; False where the system cannot, or one is not there."""
    import ctypes

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE)
    return done == 0


def _move(folder: Path, to: Path) -> None:
    """Rename a folder, if it is there."""
    with suppress(FileNotFoundError):
        os.rename(folder, to)
