"""What goes to the screen or to whoever reads our output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.errors import InputError, cause
from sim.message import Message

if TYPE_CHECKING:
    from rich.console import Console


def make_console() -> Console:
    """A console for tables that leaves it to us what to do when nobody reads on."""
    from rich.console import Console

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Plain()


@contextmanager
def printing() -> Iterator[None]:
    """Print to a reader who may leave, as `head` does, which is no mistake of anybody.

    Raises:
        InputError: what is printed cannot be written, such as to a full disk.
    """
    try:
        yield
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _print_no_more()
    except OSError as error:
        _print_no_more()
        raise InputError(Message("the output cannot be written: {reason}", reason=cause(error))) from error


def _print_no_more() -> None:
    """Send what is still to be printed nowhere, so that the end of the program stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def print_json(data: dict[str, Any]) -> None:
    """Data for a program to read."""
    from sim.result.summary import json_text

    print(json_text(data), end="")


def print_files(files: Iterable[Path], **more: object) -> None:
    """What was written, for a program to read."""
    print_json({"files": [each.as_posix() for each in files], **more})


def never_fail_on_letters() -> None:
    """Print a question mark for letters that the screen does not have."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
