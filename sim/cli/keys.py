"""Where entries come from while an exercise is held: a pipe, or the keys of a terminal."""

from __future__ import annotations

import codecs
import os
import sys
from queue import Empty, Queue
from threading import Thread
from typing import Protocol

from sim.letters import UNFIT, fit


class Source(Protocol):
    """Gives entries, one a line."""

    END: str
    """Stands for: nobody will type anything more."""

    def next(self, wait_s: float) -> str | None:
        """The next entry; None when none came for so long [s]."""


class Piped:
    """Lines of a pipe or a file; a thread waits for them, so that the clock does not."""

    END = "\x04"

    def __init__(self) -> None:
        self._lines: Queue[str] = Queue()

    def __enter__(self) -> Piped:
        Thread(target=self._read, daemon=True).start()
        return self

    def __exit__(self, *what: object) -> None:
        """The thread ends with the program: nothing can be done about its waiting."""

    def _read(self) -> None:
        try:
            for line in sys.stdin or ():
                self._lines.put(UNFIT.sub("", fit(line.rstrip("\r\n"))))
        except (OSError, ValueError):  # closed, or not to be read from
            pass
        self._lines.put(self.END)

    def next(self, wait_s: float) -> str | None:
        """The next entry; None when none came for so long [s]."""
        try:
            return self._lines.get(timeout=wait_s)
        except Empty:
            return None


class Typed:
    """Keys of a terminal, letter by letter, since the screen is drawn anew while somebody types."""

    END = "\x04"
    ERASE = ("\x7f", "\x08")
    ESCAPE = "\x1b"

    def __init__(self) -> None:
        self.typed = ""
        self._ahead = ""
        self._letters = codecs.getincrementaldecoder("utf-8")("ignore")

    @staticmethod
    def possible() -> bool:
        """Whether this system's terminals give single keys."""
        try:
            import termios  # noqa: F401
        except ModuleNotFoundError:
            return False
        return True

    def __enter__(self) -> Typed:
        import termios
        import tty

        self._before = termios.tcgetattr(sys.stdin.fileno())
        tty.setcbreak(sys.stdin.fileno())
        return self

    def __exit__(self, *what: object) -> None:
        import termios

        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._before)

    def next(self, wait_s: float) -> str | None:
        """The line that was typed, at its end; None until then."""
        from select import select

        if not self._ahead and not select([sys.stdin.fileno()], [], [], wait_s)[0]:
            return None
        data = b"" if self._ahead else os.read(sys.stdin.fileno(), 1024)
        return self.read(self._letters.decode(data)) if data or self._ahead else self.END

    def read(self, letters: str) -> str | None:
        """Take letters; the entry when they end a line. What is pasted beyond it waits for its turn.

        >>> typed = Typed()
        >>> typed.read("14 dx"), typed.typed, typed.read("\\x7fone\\n"), typed.typed
        (None, '14 dx', '14 done', '')
        >>> typed.read("undo\\npause\\n"), typed.read("")
        ('undo', 'pause')
        """
        letters, self._ahead = self._ahead + letters, ""
        if letters.startswith(self.ESCAPE):  # an arrow or the like
            return None
        for place, letter in enumerate(letters, start=1):
            if letter in "\r\n":
                entry, self.typed, self._ahead = self.typed, "", letters[place:]
                return entry
            if letter == self.END and not self.typed:
                return self.END
            self.typed = self.typed[:-1] if letter in self.ERASE else self.typed + letter * letter.isprintable()
        return None
