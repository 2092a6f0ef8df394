"""`import inventory`: planners' lists of emergency spaces to a park that loads, told row by row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.command import Command
from sim.cli.options import add_language, add_out, add_quiet_or_json
from sim.cli.output import print_json, printing
from sim.cli.parser import Parser, program
from sim.errors import InputError
from sim.load.files import PARK_FILE
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sim.exchange.inventory import Changes, Inventory, TierWords
    from sim.park import Tier

EXAMPLE = "import inventory docs/from-list/spaces.csv --out parks/from-list"


def _carry_out(given: Namespace) -> int:
    """Read the lists that the words name into a park; returns the exit status."""
    from sim.exchange.inventory import aligned, changes, read_folder, read_inventory
    from sim.exchange.inventory.folder import tables_of

    if not given.files:
        raise InputError(Message("name one or more lists, such as: {program} {example}", program=program(),
                                 example=EXAMPLE))  # fmt: skip
    folder = None if given.out is None else Path(given.out)
    is_there = folder is not None and (folder / PARK_FILE).exists()
    before = read_folder(folder) if folder and is_there else None
    tiers = _tiers(folder if is_there else None)
    found = read_inventory(given.files, tiers, _default_tier(given, tiers))
    found = found if before is None else aligned(found, before)
    changed = None if before is None else changes(before, tables_of(found.spaces))
    needed = tiers.needed({each.tier for each in found.spaces})
    written = [] if folder is None else _write(folder, found, needed, changed, given)
    if not given.quiet:
        with printing():
            _say(found, needed, changed, written, given)
    return 0


def _tiers(folder: Path | None) -> TierWords:
    """The tiers of the park that is there, or the usual ones for a new one."""
    from sim.exchange.inventory import known_tiers, usual_tiers
    from sim.load import load_park

    return usual_tiers() if folder is None else known_tiers(load_park(folder))


def _default_tier(given: Namespace, tiers: TierWords) -> str | None:
    """The tier that rows without one belong to, where somebody names it."""
    if given.tier is None:
        return None
    meant = tiers.meant(given.tier)
    if meant is None:
        raise InputError(about("--tier", Message("'{text}' is no tier; write one of {names}", text=given.tier,
                                                 names=", ".join(tiers.tiers))))  # fmt: skip
    return meant


def _write(
    folder: Path, found: Inventory, tiers: Sequence[Tier], changed: Changes | None, given: Namespace
) -> list[Path]:
    """Write the park, or what is new in one that is there where that is asked for; returns the files."""
    from sim.exchange.inventory import write_park
    from sim.exchange.inventory.folder import park_text, tables_of
    from sim.load.kinds.words import nearly
    from sim.park import Name
    from sim.park.names import in_chinese

    if changed is not None:
        return write_park(folder, changed.after, None) if given.update and changed.alters else []
    called = given.name or folder.resolve().name
    name = Name(zh=called) if in_chinese(called) else Name(called)
    id = given.id or nearly(folder.resolve().name) or "park"
    files = [Path(each).name for each in given.files]
    return write_park(folder, tables_of(found.spaces), park_text(id, name, tiers, files, given.lang))


def _say(
    found: Inventory, tiers: Sequence[Tier], changed: Changes | None, written: list[Path], given: Namespace
) -> None:
    """Print what was read and written, or what differs."""
    from sim.report.inventory import as_data, change_lines, inventory_lines
    from sim.words import text

    if given.json:
        files = [each.as_posix() for each in written]
        print_json({"files": files, **as_data(found, tiers, changed, given.lang)})
        return
    lines = [*map(str, written), *([""] if written else [])]
    lines += inventory_lines(found, tiers, changed is None, given.lang)
    if changed is not None:
        lines += ["", *change_lines(changed, Path(given.out), given.lang)]
    if given.out is None:
        lines += ["", text("inventory_nothing_written", given.lang)]
    elif changed is not None and changed.alters and not written:
        lines.append(text("inventory_not_written", given.lang))
    print(*lines, sep="\n")


def _options(parser: Parser) -> None:
    parser.add("files", "help_import_inventory_files", metavar="FILE", nargs="*")
    add_out(parser, "help_import_inventory_out")
    parser.add("--name", "help_import_inventory_name", metavar="NAME")
    parser.add("--id", "help_import_inventory_id", metavar="ID")
    parser.add("--tier", "help_import_inventory_tier", metavar="TIER")
    parser.add("--update", "help_import_inventory_update", action="store_true")
    add_language(parser)
    add_quiet_or_json(parser, "help_import_inventory_json")


COMMAND = Command(
    "import inventory", "FILE... [--out DIR]", "help_import_inventory", "help_import_inventory_more",
    {EXAMPLE: "", f"{EXAMPLE} --lang zh": "help_import_inventory_again"},
    _options, _carry_out,
)  # fmt: skip
