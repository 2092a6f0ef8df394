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

from sim.message import Listed, Message

MOST_SHOWN = 200
"""Problems printed before the rest is only counted."""


class SimError(Exception):
    """The root of all errors raised on purpose."""

    exit_status = 3


class InputError(SimError):
    """Something the user wrote is wrong; the message says what would be right."""

    exit_status = 2

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Problems(InputError):
    """All the problems found in the input, in the order of their places.

    `args` is the list of one-line messages, one a problem.

    >>> print(Problems([Message("a.yaml:1:2: x: wrong"), Message("a.yaml:3:4: y: wrong too")]))
    2 problems:
      a.yaml:1:2: x: wrong
      a.yaml:3:4: y: wrong too
    """

    def __init__(self, messages: list[Message]) -> None:
        count = len(messages)
        head = Message("{number} problem:" if count == 1 else "{number} problems:", number=count)
        self.messages = messages
        self.shown = messages[:MOST_SHOWN]
        if count > MOST_SHOWN:
            self.shown.append(Message("and {more} more", more=count - MOST_SHOWN))
        super().__init__(Listed([head, *self.shown], joint="\n  ", last="\n  "))
        self.args = (messages,)

    def __str__(self) -> str:
        return self.message


def cause(error: Exception) -> str:
    """What another program refused: the words of the operating system where it is the one, else the error's own."""
    words = getattr(error, "strerror", None)
    return Message(words) if words else str(error)


class ProgramError(SimError):
    """The program broke one of its own promises; please report it."""


class LedgerError(ProgramError):
    """Water appeared or vanished in a run, so none of its figures can be trusted."""


class KernelError(ProgramError):
    """The water kernel could not go on."""
