"""Whether files have changed on disk since they were read, looked at without reading them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping

EVERY_S = 0.25
"""How long what was seen is taken to be so still [s]; files are looked at no more often."""
Stamp = tuple[int, int]
"""When a file was written last [ns], and its size [bytes]."""


class Watched:
    """Files as they stood when they were read."""

    def __init__(self, read: Mapping[str, bytes], clock: Callable[[], float] = time.monotonic) -> None:
        """`read` is what stood in them, by path; one that holds other bytes by now counts as changed."""
        self._stamps = {path: _stamp(path) for path in read}
        self._changed = any(not _holds(path, data) for path, data in read.items())
        self._clock = clock
        self._looked_s = clock()

    def changed(self) -> bool:
        """Whether any of them is another file now, or gone; once one was, they stay changed."""
        now_s = self._clock()
        if not self._changed and now_s - self._looked_s >= EVERY_S:
            self._looked_s = now_s
            self._changed = any(_stamp(path) != stamp for path, stamp in self._stamps.items())
        return self._changed


def _stamp(path: str) -> Stamp | None:
    """A file's stamp; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _holds(path: str, data: bytes) -> bool:
    """Whether a file holds those bytes."""
    try:
        with open(path, "rb") as file:
            return file.read(len(data) + 1) == data
    except OSError:
        return False
