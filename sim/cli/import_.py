"""`import`: what other programs hold, into a park; each sort is a file here with a command of its own."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from sim.cli.command import Command
from sim.cli.options import add_language
from sim.cli.parser import Parser, program
from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    from argparse import Namespace

SORTS: dict[str, str] = {
    "geojson": "sim.cli.import_gis",
    "gpkg": "sim.cli.import_gis",
    "shp": "sim.cli.import_gis",
    "dxf": "sim.cli.import_gis",
}
"""What may be read, and the file of the command that does."""


class _Sorted(Command):
    """A command that hands its words to the one of the sort that they name."""

    def obey(self, words: Sequence[str]) -> int:
        """Do what the words say, or explain what they may be; returns the exit status."""
        place = next((place for place, word in enumerate(words) if word in SORTS), None)
        if place is None:
            return super().obey(words)
        command: Command = import_module(SORTS[words[place]]).COMMAND
        return command.obey([*words[:place], *words[place + 1 :]])


def _refuse(given: Namespace) -> int:
    """Say what may be read.

    Raises:
        InputError: always, since a sort that is known is read elsewhere.
    """
    from sim.load.suggest import hint

    if given.words:
        raise InputError(Message("there is no import for '{names}'; {hint}", names=given.words[0],
                                 hint=hint(given.words[0], SORTS, "there is {names}")))  # fmt: skip
    raise InputError(Message("say what to read, such as: {program} import geojson docs/gis/first-park.geojson --park "
                             "docs/first-park/park.yaml", program=program()))  # fmt: skip


def _options(parser: Parser) -> None:
    parser.add("words", "help_import_words", *SORTS, metavar="SORT FILE", nargs="*")
    add_language(parser)


COMMAND = _Sorted(
    "import", "|".join(SORTS) + " FILE", "help_import", "help_import_more",
    {
        "import geojson docs/gis/first-park.geojson --park docs/first-park/park.yaml": "",
        "import shp docs/gis/pools.shp --park docs/first-park/park.yaml --datum gcj02": "",
        "import dxf docs/gis/site.dxf --park docs/first-park/park.yaml --datum local": "",
    },
    _options, _refuse,
)  # fmt: skip
