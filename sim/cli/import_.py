"""`import`: what other people hold, taken into a park; each sort of it is a module of its own."""

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

SORTS = {
    "inventory": "sim.cli.import_inventory", "gaps": "sim.cli.import_gaps", "geojson": "sim.cli.import_gis",
    "gpkg": "sim.cli.import_gis", "shp": "sim.cli.import_gis", "dxf": "sim.cli.import_gis",
}  # fmt: skip
"""What may be imported, and the module that does it."""


class Import(Command):
    """Hands the words behind the sort to the command of that sort."""

    __slots__ = ()

    def obey(self, words: Sequence[str]) -> int:
        """Do what the words say, or explain what they may be; returns the exit status."""
        at = next((place for place, word in enumerate(words) if word in SORTS), None)
        if at is None:
            return super().obey(words)
        command: Command = import_module(SORTS[words[at]]).COMMAND
        return command.obey([*words[:at], *words[at + 1 :]])


def _carry_out(given: Namespace) -> int:
    """Refuse to import what nobody named.

    Raises:
        InputError: always.
    """
    from sim.load.suggest import hint

    if not given.sort:
        raise InputError(Message("name what to import, such as: {program} import inventory spaces.xlsx "
                                 "--out configs/my-park", program=program()))  # fmt: skip
    raise InputError(Message("there is no import of '{sort}'; {hint}", sort=given.sort[0],
                             hint=hint(given.sort[0], SORTS)))  # fmt: skip


def _options(parser: Parser) -> None:
    parser.add("sort", "help_import_sort", *SORTS, metavar="SORT", nargs="*")
    add_language(parser)


COMMAND = Import(
    "import", "SORT FILE...", "help_import", "help_import_more",
    {
        "import inventory docs/from-list/spaces.xlsx --out parks/from-list": "",
        "import gaps gaps/gaps.xlsx --park docs/first-park": "",
        "import geojson docs/gis/first-park.geojson --park docs/first-park/park.yaml": "",
        "import dxf --help": "",
    },
    _options, _carry_out,
)  # fmt: skip
