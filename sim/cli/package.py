"""`package`: the lists, the response plan, the map and the cards that a park owes, out of runs of its scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.language import OPTION, preferred
from sim.cli.options import add_csv, add_out, add_quiet_or_json
from sim.cli.output import make_console, print_files, printing
from sim.cli.parser import Parser, program
from sim.cli.scenario import only, warn_if_cold
from sim.cli.study import progress
from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    from argparse import Namespace

    from rich.table import Table

    from sim.dossier import Dossier, Paper
    from sim.load import Case
    from sim.park import Park

RUNS = "runs"
"""The folder of the runs within that of the package."""
MOST_QUESTIONS = 5
"""Open questions that are printed; the cover sheet has all."""


def _carry_out(given: Namespace) -> int:
    """Write the package of the park that the words name; returns the exit status."""
    started_s = perf_counter()
    park, cases = _asked(given)
    warn_if_cold(given.lang[0])
    from sim.dossier import Dossier, Played

    with progress("package") as tell:
        played = [Played.of(case, lambda done, place=place: tell((place + done) / len(cases)))  # type: ignore[misc]
                  for place, case in enumerate(cases)]  # fmt: skip
    dossier = Dossier(park, played)
    papers = _save(dossier, given)
    if not given.quiet:
        with printing():
            _show(dossier, papers, perf_counter() - started_s, given)
    return 0


def _asked(given: Namespace) -> tuple[Park, list[Case]]:
    """The park and the scenarios that the words name.

    Raises:
        InputError: one of them is missing, or a scenario is named twice or plays in another park.
    """
    from sim.load import load_case, load_park

    if len(given.paths) < 2:
        raise InputError(Message("name a park and its scenarios, such as: {program} package configs/changshou-yanjia "
                                 "scenarios/changshou-night-shift.yaml", program=program()))  # fmt: skip
    park = load_park(given.paths[0])
    cases = [load_case(only([path], "package")) for path in given.paths[1:]]
    ids = [case.scenario.id for case in cases]
    for path, case in zip(given.paths[1:], cases, strict=True):
        if case.park.id != park.id:
            raise InputError(Message("{wrong} does not play in {id}; name scenarios of one park", wrong=path,
                                     id=park.id))  # fmt: skip
        if ids.count(case.scenario.id) > 1:
            raise InputError(Message("{each} is played twice; copy the scenario under another id to play it again",
                                     each=case.scenario.id))  # fmt: skip
    return park, cases


def _save(dossier: Dossier, given: Namespace) -> list[Paper]:
    """Write the results of the runs and the papers; returns the latter.

    Raises:
        InputError: the folder cannot be written, or holds papers that were edited since they were written.
    """
    from sim.dossier import Paper, write_papers
    from sim.office.kept import edited, put
    from sim.result import save

    folder = Path(given.out)
    with TemporaryDirectory() as place:
        made = [paper for language in given.lang for paper in write_papers(dossier, Path(place), language, given.bom)]
        for path in edited(folder, [paper.path.name for paper in made]):
            raise InputError(Message("{path} was edited since it was written; move it away, or write elsewhere with "
                                     "--out DIR", path=path))  # fmt: skip
        for each in dossier.played:
            save(each.run.result, each.case, folder / RUNS, given.bom, each.tables())
        paths = put([paper.path for paper in made], folder)
    return [Paper(path, paper.about) for path, paper in zip(paths, made, strict=True)]


def _show(dossier: Dossier, papers: Sequence[Paper], took_s: float, given: Namespace) -> None:
    """Print what was written, in the order in which one reads it, and what is most pressing to find out."""
    from rich.text import Text

    from sim.dossier import questions
    from sim.report.numbers import span

    language = given.lang[0] if len(given.lang) == 1 else preferred()
    called, found = dossier.called(language), questions(dossier, language)
    if given.json:
        print_files([each.path for each in papers], not_known=[[each.text, each.whom] for each in found])
        return
    console = make_console()
    console.print(Text(called.says("pack_written", park=called.name(dossier.park)), "bold"))
    files = [(str(each.path), each.about) for each in papers]
    console.print(_grid([*files, (str(Path(given.out) / RUNS), called.says("pack_runs_in"))]))
    console.print()
    console.print(Text(called.says("pack_most_open", count=len(found)), "bold"))
    rows = [(f"{number}.", called.says("pack_ask_of", what=asked.text, whom=asked.whom))
            for number, asked in enumerate(found[:MOST_QUESTIONS], start=1)]  # fmt: skip
    console.print(_grid(rows))
    console.print()
    console.print(Text(called.says("pack_took", runs=len(dossier.played), time=span(took_s))))


def _grid(rows: Sequence[tuple[str, str]]) -> Table:
    """Two columns without a head, of which the first is never broken."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    return grid


def _options(parser: Parser) -> None:
    parser.add("paths", "help_package_paths", metavar="PATH", nargs="*")
    add_out(parser, "help_package_out", "package")
    parser.add(OPTION, "help_package_lang", metavar=f"en|zh|{values.BOTH}", default=preferred(), type=values.languages)
    add_csv(parser)
    add_quiet_or_json(parser, "help_package_json")


COMMAND = Command(
    "package", "PARK SCENARIO...", "help_package", "help_package_more",
    {
        "package docs/first-park docs/first-park/plan.yaml --lang both": "",
        "package configs/changshou-yanjia scenarios/changshou-night-shift.yaml \\\n"
        "      scenarios/changshou-tank-fire.yaml --out dossier --lang zh": "",
    },
    _options, _carry_out,
)  # fmt: skip
