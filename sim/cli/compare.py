"""`compare`: play two designs on the same draws, and say which breaks less often."""

from __future__ import annotations

from argparse import Namespace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.drawn import add_drawn, pace, start_of, workers
from sim.cli.options import add_levels, add_printing
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser, program
from sim.cli.scenario import warn_if_cold
from sim.cli.study import tables_as_json
from sim.errors import InputError
from sim.message import Listed, Message

if TYPE_CHECKING:
    from sim.ensemble import Start
    from sim.ensemble.compare import Comparison

RUNS = 1000
"""Runs of each unless somebody says otherwise."""
DESIGNS = 2


def _carry_out(given: Namespace) -> int:
    """Play the two designs that the words name; returns the exit status."""
    from sim.ensemble import Wanted
    from sim.ensemble.compare import COMPARED, FAILURES, run_compare
    from sim.record.table import write_table

    runs = given.runs or RUNS
    starts = _starts(given, runs)
    warn_if_cold(given.lang)
    folder = Path(given.out) / _folder_name(starts)
    with pace(given.lang) as tell:
        found = run_compare(starts, Wanted(runs, workers=workers(given)), folder, tell)
    tables = {"compare.csv": COMPARED.table(found.tiers), "failed.csv": FAILURES.table(found.failed)}
    for name, table in tables.items():
        write_table(folder / name, table, given.bom)
    if not given.quiet:
        with printing():
            if given.json:
                print(tables_as_json(tables), end="")
            else:
                _show(found, folder, given)
    return 0


def _starts(given: Namespace, runs: int) -> tuple[Start, Start]:
    """The two designs.

    Raises:
        InputError: there is no scenario, or there are more than two of them, or more than two picks.
    """
    scenarios, picks = list(given.scenario), list(given.pick)
    if not scenarios:
        raise InputError(Message("name one scenario or two, such as: {program} compare {example}", program=program(),
                                 example="scenarios/changshou-tank-fire-uncertain.yaml --pick people"))  # fmt: skip
    if len(scenarios) > DESIGNS:
        raise InputError(Message("two scenarios at a time; found {paths}", paths=Listed(scenarios)))
    if len(picks) > DESIGNS:
        raise InputError(Message("--pick may be written twice, for the one and for the other; found {picks}",
                                 picks=Listed(picks)))  # fmt: skip
    if len(picks) < DESIGNS:
        alone = picks[0] if picks else None
        picks = [alone if len(scenarios) == DESIGNS else None, alone]
    sides = zip((scenarios[0], scenarios[-1]), picks, (given.set, [*given.set, *given.with_]), strict=True)
    first, second = (start_of(Namespace(**{**vars(given), "scenario": [path], "pick": pick, "set": sets}), "compare",
                              runs) for path, pick, sets in sides)  # fmt: skip
    return first, second


def _folder_name(starts: tuple[Start, Start]) -> str:
    """The name of the folder that a comparison goes into: the same for the same inputs, seed and sampling."""
    from sim.ensemble import prepare
    from sim.result.folder import HASH_LETTERS

    first, second = starts
    hashes = "".join(prepare(each).varying.case.inputs_hash for each in starts)
    names = [Path(first.scenario).stem, first.pick, "against",
             Path(second.scenario).stem if second.scenario != first.scenario else "", second.pick]  # fmt: skip
    if names[-2:] == ["", None]:
        names.remove("against")
    design = ["compare", f"seed{first.seed}", f"{first.sampling}{first.runs or ''}"]
    return "-".join(filter(None, [*names, *design, sha256(hashes.encode()).hexdigest()[:HASH_LETTERS]]))


def _show(found: Comparison, folder: Path, given: Namespace) -> None:
    """Print what was found."""
    from sim.report.compare import print_comparison

    print_comparison(make_console(), found, str(folder), given.lang)


def _options(parser: Parser) -> None:
    parser.add("scenario", "help_option_scenario", metavar="SCENARIO", nargs="*")
    parser.add("--pick", "help_compare_pick", metavar="NAME", action="append", default=[])
    parser.add("--with", "help_compare_with", dest="with_", metavar="PATH=VALUE", action="append", default=[])
    parser.add("--set", "help_compare_set", metavar="PATH=VALUE", action="append", default=[])
    add_levels(parser)
    add_printing(parser, "help_option_json")
    parser.add("-n", "help_compare_runs", dest="runs", metavar="N", type=values.count)
    add_drawn(parser)


COMMAND = Command(
    "compare", "SCENARIO [SCENARIO]", "help_compare", "help_compare_more",
    {
        "compare scenarios/changshou-tank-fire-uncertain.yaml -n 200 \\\n"
        '      --with "park.storages.a-001-pool.capacity=9000 m3"': "help_compare_with_remark",
        "compare scenarios/changshou-night-shift.yaml -n 100 --pick outfall-first --pick order-right":
            "help_compare_pick_remark",
    },
    _options, _carry_out,
)  # fmt: skip
