"""Every error this program raises on purpose, and whose it is to mend.

    SimError
    |-- InputError       a file or a flag is wrong: the user mends it (exit status 2)
    |   `-- Problems     many of them at once, each with its place
    `-- ProgramError     the program is wrong: we mend it (exit status 3)
        |-- LedgerError  water appeared or vanished
        `-- KernelError  the water kernel could not go on

Every class takes positional values, since SimPy rebuilds exceptions from `args`
and worker processes pickle them.
"""

from __future__ import annotations

MOST_SHOWN = 200
"""Problems printed before the rest is only counted."""


class SimError(Exception):
    """The root of all errors raised on purpose."""

    exit_status = 3


class InputError(SimError):
    """Something the user wrote is wrong; the message says what would be right."""

    exit_status = 2


class Problems(InputError):
    """All the problems found in the input, in the order of their places.

    `args` is the list of finished one-line messages, one a problem.

    >>> print(Problems(["a.yaml:1:2: x: wrong", "a.yaml:3:4: y: wrong too"]))
    2 problems:
      a.yaml:1:2: x: wrong
      a.yaml:3:4: y: wrong too
    """

    def __init__(self, messages: list[str]) -> None:
        super().__init__(messages)
        self.messages = messages

    @property
    def shown(self) -> list[str]:
        """As many of them as somebody will read, and how many there are besides."""
        more = len(self.messages) - MOST_SHOWN
        return self.messages if more <= 0 else [*self.messages[:MOST_SHOWN], f"and {more} more"]

    def __str__(self) -> str:
        count = len(self.messages)
        head = "1 problem:" if count == 1 else f"{count} problems:"
        return "\n".join([head, *(f"  {message}" for message in self.shown)])


class ProgramError(SimError):
    """The program broke one of its own promises; please report it."""


class LedgerError(ProgramError):
    """Water appeared or vanished in a run, so none of its figures can be trusted."""


class KernelError(ProgramError):
    """The water kernel could not go on."""
