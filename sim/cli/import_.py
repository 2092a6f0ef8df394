"""`import`: what other programs hold - lists, map layers, drawings - into a park; each sort is a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from sim.cli.command import Command
from sim.cli.language import asked
from sim.cli.options import add_language
from sim.cli.parser import Parser
from sim.errors import InputError
from sim.load.suggest import hint
from sim.message import Message

if TYPE_CHECKING:
    from argparse import Namespace

SORTS: dict[str, str] = {"inventory": "sim.cli.import_inventory"}
"""What can be imported, and the module that does it."""


class _Import(Command):
    """A command whose first word names another."""

    def obey(self, words: Sequence[str]) -> int:
        """Hand the words to the sort that they name; returns the exit status."""
        sort = next((word for word in words if not word.startswith("-")), None)
        if sort in SORTS:
            rest = list(words)
            rest.remove(sort)
            return sort_named(sort).obey(rest)
        if sort is not None and sort != asked(words):
            advice = hint(sort, list(SORTS))
            raise InputError(Message("nothing is imported as '{text}'; {hint}", text=sort, hint=advice))
        return super().obey(words)


def sort_named(sort: str) -> Command:
    """The command of a sort."""
    found: Command = import_module(SORTS[sort]).COMMAND
    return found


def _carry_out(given: Namespace) -> int:
    raise InputError(Message("name what is to be imported: {sorts}", sorts=", ".join(SORTS)))


def _options(parser: Parser) -> None:
    add_language(parser)


def _examples() -> dict[str, str]:
    """Those of every sort."""
    return {line: remark for sort in SORTS for line, remark in sort_named(sort).examples.items()}


COMMAND = _Import("import", "|".join(SORTS), "help_import", "help_import_more", _examples(), _options, _carry_out)
