"""Where HTML is made: jinja2 with everything escaped, and a clear word where it is not installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> Environment:
    """How templates are filled in.

    Raises:
        InputError: jinja2 is not installed.
    """
    try:
        from jinja2 import Environment
    except ModuleNotFoundError:
        raise InputError(Message("an HTML page needs jinja2; install the extra `report`, or ask for another "
                                 "format")) from None  # fmt: skip
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
