"""Libraries that only documents need."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from sim.drill.paper import not_installed
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
