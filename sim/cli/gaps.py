"""`gaps`: what the simulation needs and the lists lack, by how much a verdict hangs on it, to be asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.command import Command
from sim.cli.options import add_csv, add_language, add_out, add_quiet_or_json
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser, program
from sim.cli.scenario import warn_if_cold
from sim.cli.study import progress, tables_as_json
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.park import Park
    from sim.report.gaps import Spoken
    from sim.scenario import Scenario
    from sim.study.gaps import Gap, Ranked

TABLE, BOOK = "gaps.csv", "gaps.xlsx"


def _carry_out(given: Namespace) -> int:
    """Find what the park and the scenarios that the words name leave out; returns the exit status."""
    from sim.called import Called
    from sim.report.gaps import Spoken
    from sim.study.gaps import gaps_of, ranked

    park, scenarios = _read(given.files)
    spoken = Spoken(Called(park, language=given.lang), scenarios)
    ranks: list[Ranked] = []
    if scenarios:
        warn_if_cold(given.lang)
        with progress("gaps") as tell:
            ranks = ranked(given.files[1:], tell)
    gaps = [each.gap for each in ranks] if scenarios else gaps_of(park)
    rows = [spoken.row(gap, ranks[place] if ranks else None) for place, gap in enumerate(gaps)]
    files = [] if given.out is None else _write(Path(given.out), rows, spoken, given.bom)
    if not given.quiet:
        with printing():
            _show(spoken, gaps, ranks, rows, files, given)
    return 0


def _read(files: Sequence[str]) -> tuple[Park, Mapping[str, Scenario]]:
    """The park, and the scenarios by their ids.

    Raises:
        InputError: no park is named first, or something behind it is no scenario of it.
    """
    from sim.load.loading import held_by

    if not files:
        raise InputError(Message("name a park, and scenarios to rank its gaps by, such as: {program} gaps "
                                 "docs/first-park docs/first-park/fire.yaml", program=program()))  # fmt: skip
    park, *scenarios = held_by(files)
    if park.scenario is not None:
        raise InputError(Message("{path} is a scenario; name its park before it", path=park.path))
    found: dict[str, Scenario] = {}
    for each in scenarios:
        if each.scenario is None:
            raise InputError(Message("{path} is a park; one park at a time, and scenarios behind it", path=each.path))
        if each.park.id != park.park.id:
            raise InputError(Message("{wrong} does not play in {id}; name scenarios of one park", wrong=each.path,
                                     id=park.park.id))  # fmt: skip
        if each.scenario.id in found:
            raise InputError(Message("two scenarios are called '{id}'; name one of them", id=each.scenario.id))
        found[each.scenario.id] = each.scenario
    return park.park, found


def _write(folder: Path, rows: Sequence[Mapping[str, str]], spoken: Spoken, bom: bool) -> list[Path]:
    """Write the lists to be filled in; returns their files.

    Raises:
        InputError: they cannot be written, or somebody has filled in what is there.
    """
    from sim.exchange.gaps import is_filled_in
    from sim.record.table import write_table
    from sim.report.gaps import COLUMNS
    from sim.report.gaps_book import write_gaps_book

    files = [folder / TABLE, folder / BOOK]
    for path in files:
        if path.exists() and is_filled_in(str(path)):
            raise InputError(Message("{path} has answers in it; take them back with `import gaps`, or write elsewhere "
                                     "with --out", path=path.as_posix()))  # fmt: skip
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_table(files[0], COLUMNS.table(rows, spoken.called.says), bom)
        write_gaps_book(files[1], rows, spoken)
    except OSError as error:
        raise InputError(about(folder, Message("cannot be written: {reason}", reason=cause(error)))) from error
    return files


def _show(
    spoken: Spoken, gaps: Sequence[Gap], ranks: Sequence[Ranked], rows: Sequence[Mapping[str, str]],
    files: Sequence[Path], given: Namespace,
) -> None:  # fmt: skip
    """Print the first of them, or all of them for a program."""
    from sim.report.gaps import COLUMNS, HEAD, print_ranked, print_sorts

    if given.json:
        print(tables_as_json({TABLE: COLUMNS.table(rows, lambda key: key.removeprefix(HEAD))}), end="")
        return
    console = make_console()
    if ranks:
        print_ranked(console, spoken, ranks, given.all)
    else:
        print_sorts(console, spoken, gaps, given.all)
    if files:
        print(f"\n{spoken.called.says('gap_files', files=spoken.called.listed(each.as_posix() for each in files))}")


def _options(parser: Parser) -> None:
    parser.add("files", "help_gaps_files", metavar="PARK [SCENARIO...]", nargs="*")
    parser.add("--all", "help_gaps_all", action="store_true")
    add_out(parser, "help_gaps_out")
    add_csv(parser)
    add_language(parser)
    add_quiet_or_json(parser, "help_gaps_json")


COMMAND = Command(
    "gaps", "PARK [SCENARIO...]", "help_gaps", "help_gaps_more",
    {
        "gaps docs/first-park": "",
        "gaps docs/first-park docs/first-park/plan.yaml --out gaps": "",
        "gaps configs/changshou-yanjia --lang zh --all": "",
    },
    _options, _carry_out,
)  # fmt: skip
