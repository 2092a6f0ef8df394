"""Libraries that only documents need."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from sim.errors import InputError


def wanted(module: str, for_what: str) -> ModuleType:
    """A library of the extra `drill`.

    Raises:
        InputError: it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise InputError(
            f"{for_what} needs {module}, which is not installed; install the extra `drill`: "
            "pip install 'three-tier-containment[drill]'"
        ) from error
