"""Libraries that only documents need."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from sim.errors import InputError
from sim.message import Message


def wanted(module: str, for_what: Message) -> ModuleType:
    """A library of the extra `drill`.

    Raises:
        InputError: it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise not_installed(module, for_what) from error


def not_installed(library: str, what: Message) -> InputError:
    """What to say when a library of the extra `drill` is missing."""
    return InputError(Message("{what} need {library}, which is not installed for this Python; install the extra "
                              "`drill`", what=what, library=library))  # fmt: skip
