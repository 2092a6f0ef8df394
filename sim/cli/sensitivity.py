"""`sensitivity`: which uncertain number decides how the accident ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.drawn import add_players, of_one_accident, start_of, workers
from sim.cli.options import add_played, add_sheet
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import changes_of, warn_if_cold
from sim.cli.study import progress, tables_as_json
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble.sensitivity import Sensitivity
    from sim.record.table import Table

COUNTS = {"sobol": 1024, "morris": 20}
"""Points, or trajectories, unless somebody says otherwise."""


def _carry_out(given: Namespace) -> int:
    """Find what decides in the scenario that the words name; returns the exit status."""
    from sim.ensemble.sensitivity import Method, run_sensitivity

    start, count = of_one_accident(start_of(given, "sensitivity"), "sensitivity"), _count(given)
    warn_if_cold(given.lang)
    with progress("sensitivity") as tell:
        found = run_sensitivity(start, Method(given.method), count, workers(given), tell)
    tables = _tables(found)
    folder = Path(given.out) / _folder_name(found, given)
    _write(folder, tables, _figures(found, given), bom=given.bom)
    if not given.quiet:
        with printing():
            _show(found, tables, folder, given)
    return 0


def _count(given: Namespace) -> int:
    """How many points or trajectories there are.

    Raises:
        InputError: a number is named for a tornado, which has none.
    """
    if given.count and given.method not in COUNTS:
        raise InputError(Message("--method tornado plays each number low and high once; leave -n out"))
    return given.count or COUNTS.get(given.method, 0)


def _folder_name(found: Sensitivity, given: Namespace) -> str:
    """The name of the folder that a study goes into: the same for the same inputs, method and seed."""
    from sim.result.folder import HASH_LETTERS

    drawn = f"{given.method}{_count(given)}-seed{given.seed}" if given.method in COUNTS else given.method
    inputs_hash = found.player.varying.case.inputs_hash[:HASH_LETTERS]
    parts = (Path(found.player.start.scenario).stem, given.pick, "sensitivity", drawn, inputs_hash)
    return "-".join(filter(None, parts))


def _tables(found: Sensitivity) -> dict[str, Table]:
    """The tables, by the names of their files."""
    from sim.ensemble.rows import FAILURES
    from sim.ensemble.sensitivity import OUTPUTS, effect_rows, effects_of

    return {
        "sensitivity.csv": effects_of(found.method).table(effect_rows(found)),
        "outputs.csv": OUTPUTS.table([(found, each) for each in found.decided]),
        "failed.csv": FAILURES.table(found.played.failures),
    }


def _figures(found: Sensitivity, given: Namespace) -> dict[str, bytes]:
    """A figure of each output that is asked for, or of those that are usual, by the names of its files."""
    from sim.ensemble.outputs import Kind
    from sim.ensemble.sensitivity import asked
    from sim.report.figures import Look, Sheet, as_files, draw_sensitivity

    look = Look(given.lang, Sheet[given.sheet.upper()], changes_of(found.player.varying.case), given.pick or "")
    if not given.of:
        return as_files(given.method, draw_sensitivity(found, asked(found), look))
    files: dict[str, bytes] = {}
    for each in given.of:
        files |= as_files(f"{given.method}-{each}", draw_sensitivity(found, asked(found, [Kind(each)]), look))
    return files


def _write(folder: Path, tables: dict[str, Table], figures: dict[str, bytes], *, bom: bool) -> None:
    """Put all of it into its folder.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import table_bytes

    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = figures | {name: table_bytes(table, bom) for name, table in tables.items()}
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise InputError(about(folder, Message("the results cannot be written: {reason}",
                                               reason=cause(error)))) from error  # fmt: skip


def _show(found: Sensitivity, tables: dict[str, Table], folder: Path, given: Namespace) -> None:
    """Print what was found."""
    if given.json:
        print(tables_as_json(tables), end="")
        return
    from sim.called import Called
    from sim.ensemble.outputs import Kind
    from sim.ensemble.sensitivity import asked
    from sim.report.sensitivity import print_sensitivity

    case = found.player.varying.case
    called = Called(case.park, case.scenario, given.lang)
    told = asked(found, [Kind(each) for each in given.of])
    print_sensitivity(make_console(), called, found, told, str(folder), changes_of(case))


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("--method", "help_sensitivity_method", metavar="|".join(values.METHODS), default="sobol",
               type=values.method)  # fmt: skip
    parser.add("-n", "help_sensitivity_count", dest="count", metavar="N", type=values.count)
    parser.add("--of", "help_sensitivity_of", *values.OUTPUTS, metavar="OUTPUT,...", default=(),
               type=values.outputs)  # fmt: skip
    add_players(parser)
    add_sheet(parser)


COMMAND = Command(
    "sensitivity", "SCENARIO", "help_sensitivity", "help_sensitivity_more",
    {
        "sensitivity scenarios/changshou-tank-fire-uncertain.yaml --method tornado": "help_sensitivity_fast",
        "sensitivity scenarios/changshou-tank-fire-uncertain.yaml --method morris -n 10": "help_sensitivity_few",
        "sensitivity scenarios/changshou-tank-fire-uncertain.yaml -n 512 --of margin,breached":
            "help_sensitivity_whole",
    },
    _options, _carry_out,
)  # fmt: skip
