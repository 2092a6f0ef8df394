"""How the kernel is compiled, and where the compiled code is kept.

The cache is kept per user and per content of this folder, wherever that lies, so that a changed kernel never meets old
machine code, the same one elsewhere is not compiled again, and a read-only installation starts fast. It is code that
runs, so it is taken only from a folder of the user's own that nobody else may write. With `NUMBA_DISABLE_JIT=1` the
same functions run as plain Python.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


def _digest() -> str:
    """Content of this folder's code, in ten letters."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _homes() -> list[Path]:
    """Folders that caches of several kernels may lie in."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return [Path(home) / "three-tier", Path(tempfile.gettempdir()) / f"three-tier-{os.getuid()}"]


def _cache_folder() -> Path | None:
    """A folder we may write to and nobody else may, or None when there is none."""
    name = f"kernel-{_digest()}-{sys.implementation.cache_tag}"
    for home in _homes():
        try:
            home.parent.mkdir(parents=True, exist_ok=True)
            if _is_ours(home) and _is_ours(home / name):
                with tempfile.TemporaryFile(dir=home / name):
                    return home / name
        except OSError:
            continue
    return None


def _is_ours(folder: Path) -> bool:
    """Whether a folder, made if it is not there, is the user's own and closed to everybody else's writing.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
    found = folder.lstat()  # of a link, not of what somebody lets it lead to
    closed = not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and closed


@cache
def cache_folder() -> Path | None:
    """Where compiled code is kept; None, which is told once, where there is no place for it."""
    if chosen := os.environ.get("NUMBA_CACHE_DIR"):
        return Path(chosen)
    folder = _cache_folder()
    if folder is None:
        print("note: no folder to keep the compiled kernel in; every start compiles it anew", file=sys.stderr)
    return folder


COMPILED = os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0")
"""Whether kernel functions are compiled, or run as plain Python."""


def jit(function: Function) -> Function:
    """Compile a kernel function into its callers, keeping the machine code for the next start."""
    return _compiled(function, forceinline=True)


def rare(function: Function) -> Function:
    """Compile one that few events come to as a function of its own, so that it is not in the way of the others."""
    return _compiled(function, forceinline=False)


def settle(function: Function, folder: Path) -> None:
    """Let a function's source lie in the cache's folder: Numba keeps apart what is compiled of files in two places."""
    source = Path(function.__code__.co_filename)
    if not (folder / source.name).exists():
        shutil.copyfile(source, folder / source.name)
    function.__code__ = function.__code__.replace(co_filename=str(folder / source.name))


def _compiled(function: Function, *, forceinline: bool) -> Function:
    import numba

    folder = cache_folder()
    if COMPILED and folder is not None and not os.environ.get("NUMBA_CACHE_DIR"):
        numba.config.CACHE_DIR = str(folder)
        settle(function, folder)
    kept = folder is not None
    compiled: Function = numba.njit(cache=kept, error_model="numpy", _nrt=False, forceinline=forceinline)(function)
    return compiled
