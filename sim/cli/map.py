"""`map`: the park on one sheet, at an instant of a run or alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_changes, add_csv, add_language, add_levels, add_out, add_quiet_or_json
from sim.cli.output import print_files, printing
from sim.cli.parser import Parser
from sim.cli.scenario import changes_of, is_result, one, read, refuse_beyond, warn_if_cold
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.record.table import Table
    from sim.report.figures.frame import Look
    from sim.result import Result

FIGURES = "figures"


def _carry_out(given: Namespace) -> int:
    """Draw what the words name; returns the exit status."""
    path = one(given.paths, "map", Message("scenario, a park or a result"), "scenarios/changshou-tank-fire.yaml")
    written = _drawn(path, given)
    if not given.quiet:
        with printing():
            if given.json:
                print_files(written)
            else:
                print(*written, sep="\n")
    return 0


def _drawn(path: str, given: Namespace) -> list[Path]:
    """Draw it and write it; the files."""
    from sim.load.file_sort import FileSort, sort_of_path

    if is_result(path):
        return _of_result(path, given)
    if sort_of_path(path) is FileSort.PARK:
        return _of_park(path, given)
    return _of_scenario(path, given)


def _of_scenario(path: str, given: Namespace) -> list[Path]:
    case = read(path, given)
    warn_if_cold(given.lang)

    from sim.result import run, save

    result = run(case.park, case.scenario)
    name, figures, table = _figures(result, _look(given, changes_of(case)), given.at)
    folder = save(result, case, given.out, given.bom, {f"{FIGURES}/{name}.csv": table}, figures)
    return [folder / FIGURES / each for each in (*figures, f"{name}.csv")]


def _of_result(path: str, given: Namespace) -> list[Path]:
    """Raises:
    InputError: changes are asked for, which belong to a run.
    """
    from sim.result import load_result

    _refuse_changes(given, Message("{path} is a result, which stays as it was played; name its scenario instead",
                                   path=path))  # fmt: skip
    result = load_result(path)
    name, figures, table = _figures(result, _look(given), given.at)
    return _write(Path(path) / FIGURES, name, figures, table, given.bom)


def _of_park(path: str, given: Namespace) -> list[Path]:
    """Raises:
    InputError: a time is named, or changes, which belong to a scenario.
    """
    from sim.load import load_park
    from sim.report.figures import as_files, draw_park_map, park_map_table

    text = Message("{path} is a park, in which nothing happens; name a scenario instead", path=path)
    _refuse_changes(given, text)
    if given.at is not None:
        raise InputError(about("--at", text))
    park = load_park(path)
    name = f"{park.id}-map"
    figures = as_files(name, draw_park_map(park, _look(given)))
    return _write(Path(given.out), name, figures, park_map_table(park), given.bom)


def _refuse_changes(given: Namespace, text: Message) -> None:
    """Refuse words that change a scenario where there is none to be played.

    Raises:
        InputError: there are such words.
    """
    asked = {"--pick": given.pick, "--set": given.set, "--levels": given.levels, "--max-age": given.max_age}
    for word, value in asked.items():
        if value:
            raise InputError(about(word, text))


def _look(given: Namespace, changes: Sequence[str] = ()) -> Look:
    from sim.report.figures import Sheet
    from sim.report.figures.frame import Look

    return Look(given.lang, Sheet[given.sheet.upper()], changes, given.pick or "")


def _figures(result: Result, look: Look, at_s: float | None) -> tuple[str, dict[str, bytes], Table]:
    """The name of the files without their endings, the pictures by theirs, and the table.

    Raises:
        InputError: the time lies beyond the end of the run.
    """
    from sim.report.figures import as_files, draw_map, map_table
    from sim.units import time_text

    refuse_beyond(at_s, result)
    name = "map" if at_s is None else f"map-{time_text(at_s).replace(' ', '')}"
    return name, as_files(name, draw_map(result, at_s, look)), map_table(result, at_s)


def _write(folder: Path, name: str, figures: dict[str, bytes], table: Table, bom: bool) -> list[Path]:
    """Write pictures and table into a folder; the files.

    Raises:
        InputError: it cannot be written.
    """
    from sim.record.table import write_table

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, data in figures.items():
            (folder / file).write_bytes(data)
        write_table(folder / f"{name}.csv", table, bom)
    except OSError as error:
        raise InputError(about(folder, Message("cannot be written: {reason}", reason=cause(error)))) from error
    return [folder / each for each in (*figures, f"{name}.csv")]


def _options(parser: Parser) -> None:
    parser.add("paths", "help_map_paths", metavar="FILE", nargs="*")
    parser.add("--at", "help_map_at", metavar="TIME", type=values.time_s)
    parser.add("--sheet", "help_map_sheet", metavar="a4|screen", default="a4", type=values.sheet)
    add_changes(parser)
    add_levels(parser)
    add_out(parser, "help_map_out", "results")
    add_csv(parser)
    add_language(parser)
    add_quiet_or_json(parser, "help_map_json")


COMMAND = Command(
    "map", "SCENARIO|PARK|RESULT", "help_map", "help_map_more",
    {
        "map scenarios/changshou-late-wall.yaml": "",
        'map scenarios/changshou-night-shift.yaml --at "2 h" --lang zh --sheet screen': "",
        "map configs/changshou-yanjia --out pictures": "",
    },
    _options, _carry_out,
)  # fmt: skip
