"""`size`: what the sizing standards ask for, beside what there is, and beside what a run makes of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_changes, add_csv, add_language, add_levels, add_out, add_quiet_or_json
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import changes_of, one, read, warn_if_cold
from sim.errors import InputError, cause
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from rich.console import Console

    from sim.check import Beside
    from sim.hydrology.size_sheet import SizeSheet
    from sim.load import Case
    from sim.park import Park
    from sim.report.sized import Sized

OF_SCENARIOS = ("pick", "set", "levels", "max_age")


@dataclass(frozen=True)
class Asked:
    """The sheets that were asked for, and where they come from."""

    sized: Sequence[Sized]
    park: Park | None = None
    """None for a sheet of its own."""
    case: Case | None = None
    """None where nothing was played."""
    not_sized: Sequence[str] = field(default_factory=tuple)
    """Plants that the scenario hits and nobody has a sheet of."""


def _carry_out(given: Namespace) -> int:
    """Ask the standards with what the words name; returns the exit status."""
    what = Message("sizing sheet, park or scenario")
    asked = _asked(one(given.file, "size", what, "docs/sizing/works.yaml"), given)
    where = "" if given.out is None else _write(asked, given)
    with printing():
        _show(asked, where, given)
    return 0


def _asked(path: str, given: Namespace) -> Asked:
    """What a file or folder asks, by what it is."""
    from sim.load.file_sort import FileSort, sort_of_path

    sort = sort_of_path(path)
    if sort is not FileSort.SCENARIO:
        _refuse(given, OF_SCENARIOS, Message("{path} is no scenario", path=path))
    if sort is FileSort.PARK:
        return _of_park(path, given)
    if sort is FileSort.SCENARIO:
        return _of_scenario(path, given)
    _refuse(given, ("plant",), Message("{path} is no park and no scenario", path=path))

    from sim.load.size_form import load_sheet

    return Asked([_sized(load_sheet(path), given)])


def _refuse(given: Namespace, options: Sequence[str], why: Message) -> None:
    """Refuse options that mean nothing here.

    Raises:
        InputError: one of them was given.
    """
    for option in options:
        if getattr(given, option) not in (None, []):
            raise InputError(Message("{why}; leave --{replace} out", why=why, replace=option.replace("_", "-")))


def _of_park(path: str, given: Namespace) -> Asked:
    """Every plant that has a sizing block, or the one that is named."""
    from sim.load import load_plant_sheets

    park, sheets = load_plant_sheets(path)
    plants = list(sheets) if given.plant is None else [_known(given.plant, sheets, park)]
    if not plants:
        raise InputError(about(path, Message("no plant of {id} has a sizing block; {format}", id=park.id,
                                             format=_block("PLANT"))))  # fmt: skip
    return Asked([_sized(sheets[plant], given, plant) for plant in plants], park)


def _block(plant: str) -> Message:
    """What to do for a plant without a sizing block."""
    return Message("write sizing: {{{plant}: {{groups: ..., rain: ...}}}} in its park file", plant=plant)


def _known(plant: str, sheets: Mapping[str, SizeSheet], park: Park) -> str:
    """A plant that has a sheet.

    Raises:
        InputError: it has none, or there is no such plant.
    """
    from sim.load.suggest import hint

    if plant in sheets:
        return plant
    if plant in park.plants:
        raise InputError(Message("{plant} has no sizing block; {format}", plant=plant, format=_block(plant)))
    raise InputError(Message("no plant is named '{plant}'; {hint}", plant=plant,
                             hint=hint(plant, sheets or park.plants)))  # fmt: skip


def _of_scenario(path: str, given: Namespace) -> Asked:
    """The plants that a scenario hits, with what one run of it says."""
    from sim.check import beside, plants_hit
    from sim.hydrology.size_sheet import COUNTED

    case = read(path, given)
    hit = plants_hit(case.park, case.scenario)
    wanted = [each for each in hit if each in case.sheets]
    if given.plant is not None:
        wanted = [_known(given.plant, case.sheets, case.park)]
    if not wanted:
        _refuse_without_plant(path, hit)
    warn_if_cold(given.lang)

    from sim.result import run

    result = run(case.park, case.scenario)
    found = []
    for plant in wanted:
        sheet = case.sheets[plant]
        spaces = [space.id for space in sheet.spaces or () if space.use in COUNTED]
        seen = beside(case.park, case.scenario, result.record, result.verdict, plant, spaces)
        found.append(_sized(sheet, given, plant, seen))
    return Asked(found, case.park, case, [each for each in hit if each not in case.sheets])


def _refuse_without_plant(path: str, hit: Sequence[str]) -> None:
    """Say why there is nothing to compare.

    Raises:
        InputError: always.
    """
    if not hit:
        raise InputError(about(path, Message("its releases and fires run into storages of no plant, so there is "
                                             "nothing to size")))  # fmt: skip
    raise InputError(about(path, Message("no sizing block for {hit}; {format}", hit=Listed(hit),
                                         format=_block(hit[0]))))  # fmt: skip


def _sized(sheet: SizeSheet, given: Namespace, plant: str = "", run: Beside | None = None) -> Sized:
    """A sheet with its answers, by the standards that the words name, else by those of the sheet."""
    from sim.hydrology.standard_names import named
    from sim.hydrology.standards import size_by_standards
    from sim.report.sized import Sized

    if given.standards is not None:
        sheet = replace(sheet, asked=named(given.standards))
    return Sized(sheet, size_by_standards(sheet), plant, run)


def _show(asked: Asked, where: str, given: Namespace) -> None:
    """Print what was asked for."""
    if given.json:
        print(json.dumps(_data(asked, given.lang), ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False))
    elif not given.quiet:
        from sim.words import text

        console = make_console()
        _print(console, asked, given.lang)
        if where:
            console.print(text("in_file", given.lang, where=where), soft_wrap=True, markup=False, highlight=False)


def _data(asked: Asked, language: str) -> dict[str, Any]:
    from sim.called import Called
    from sim.report.size_data import plants_data, sizes_data

    if asked.park is None:
        sheet, sizes = asked.sized[0].sheet, asked.sized[0].sizes
        return sizes_data(sheet, sizes, language)
    data = plants_data(Called(asked.park, language=language), asked.sized)
    return data if asked.case is None else {**data, "scenario": asked.case.scenario.id}


def _print(console: Console, asked: Asked, language: str) -> None:
    """Print what was played, a line a plant where there are several, then each whole."""
    from sim.called import Called
    from sim.report.size_plants import print_plants
    from sim.report.size_run import print_played, print_run
    from sim.report.sizing import print_sizes

    if asked.case is not None and asked.park is not None:
        print_played(
            console, Called(asked.park, asked.case.scenario, language), changes_of(asked.case), asked.not_sized
        )
    if len(asked.sized) > 1:
        print_plants(console, asked.sized, language)
    for place, each in enumerate(asked.sized):
        if place or len(asked.sized) > 1:
            console.print()
        print_sizes(console, each.sheet, each.sizes, language)
        if asked.park is not None and each.run is not None:
            console.print()
            print_run(console, Called(asked.park, language=language), each, each.run)


def _write(asked: Asked, given: Namespace) -> str:
    """Write the table into a folder; returns its file.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import write_table
    from sim.report.size_data import sizes_table

    path = Path(given.out) / "sizing.csv"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_table(path, sizes_table(asked.sized, given.lang), given.bom)
    except OSError as error:
        raise InputError(about(path, Message("cannot be written: {reason}", reason=cause(error)))) from error
    return str(path)


def _options(parser: Parser) -> None:
    parser.add("file", "help_size_file", metavar="FILE", nargs="*")
    parser.add("--plant", "help_size_plant", metavar="ID")
    parser.add("--standards", "help_size_standards", metavar="LIST", type=values.standards)
    add_changes(parser)
    add_levels(parser)
    add_out(parser, "help_size_out")
    add_csv(parser)
    add_language(parser)
    add_quiet_or_json(parser, "help_size_json")


COMMAND = Command(
    "size", "SHEET|PARK|SCENARIO", "help_size", "help_size_more",
    {
        "size docs/sizing/works.yaml": "",
        "size docs/sizing/published-bund.yaml --lang zh": "",
        "size docs/sizing/works.yaml --standards gb-50351,us": "help_size_some",
        "size configs/changshou-yanjia --plant a-001": "",
        "size scenarios/changshou-boundary-breach.yaml --pick by-the-book": "help_size_run",
    },
    _options, _carry_out,
)  # fmt: skip
