"""`report`: one page in one file on which anybody watches the run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.drawn import start_at
from sim.cli.options import add_changes, add_language, add_levels, add_out, add_quiet_or_json, add_run_or_result
from sim.cli.output import make_console, print_files, printing
from sim.cli.parser import Parser
from sim.cli.study import progress
from sim.cli.subject import Subject, subject_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble.answer import Answer
    from sim.study import Deadline


def _carry_out(given: Namespace) -> int:
    """Make the page of the run that the words name; returns the exit status."""
    subject = subject_of(given, "report")
    answer = _likely(subject, given)
    with progress("deadlines") as tell:
        found = subject.deadlines(tell)
    file = subject.keep_page(_page(subject, found, answer, given), found)
    if not given.quiet:
        with printing():
            _say(file, given)
    if given.open:
        import webbrowser

        webbrowser.open(file.resolve().as_uri())
    return 0


def _likely(subject: Subject, given: Namespace) -> Answer | None:
    """What the ensemble answers that the words name; None where they name none.

    Raises:
        InputError: it is no ensemble of what the page is about.
    """
    if given.ensemble is None:
        return None
    from sim.ensemble import kept_ensemble
    from sim.ensemble.answer import answer_of
    from sim.ensemble.manifest import Manifest

    folder = Path(given.ensemble)
    made = Manifest.read(folder)
    start = start_at(str(subject.file), given, made.seed, made.sampling, made.runs)
    return answer_of(kept_ensemble(start, folder))


def _page(subject: Subject, found: Sequence[Deadline], answer: Answer | None, given: Namespace) -> str:
    """The page, with the deadlines of everything that was done, and how likely it is if that was asked for."""
    from sim.report.figures import Look
    from sim.report.page import page_html

    look = Look(given.lang, changes=subject.changes, pick=given.pick or "")
    return page_html(subject.result, found, subject.resolved, subject.inputs_hash, look, answer)


def _say(file: Path, given: Namespace) -> None:
    """Where it is."""
    if given.json:
        print_files([file])
        return
    from rich.text import Text

    from sim.words import text

    make_console().print(Text(text("report_where", given.lang, where=str(file))), soft_wrap=True)


def _options(parser: Parser) -> None:
    add_run_or_result(parser)
    add_changes(parser)
    add_levels(parser)
    parser.add("--ensemble", "help_report_ensemble", metavar="DIR", type=values.folder)
    add_out(parser, "help_option_out", "results")
    add_language(parser)
    parser.add("--open", "help_report_open", action="store_true")
    add_quiet_or_json(parser, "help_report_json")


COMMAND = Command(
    "report", "SCENARIO|RESULT", "help_report", "help_report_more",
    {
        "report scenarios/changshou-night-shift.yaml": "",
        "report scenarios/changshou-storm-relief.yaml --lang zh --open": "",
        "report results/changshou-tank-fire-1a2b3c4d": "",
    },
    _options, _carry_out,
)  # fmt: skip
