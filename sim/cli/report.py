"""`report`: one page in one file on which anybody watches the run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.output import make_console, print_files, printing
from sim.cli.parser import report_parser
from sim.cli.study import progress
from sim.cli.subject import Subject, subject_of

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.study import Deadline


def main(words: Sequence[str]) -> int:
    """Make the page of the run that the words name; returns the exit status."""
    parser = report_parser()
    given = parser.understand(words)
    if given.help:
        with printing():
            print(parser.format_help(), end="")
        return 0
    subject = subject_of(given, "report")
    with progress("deadlines") as tell:
        found = subject.deadlines(tell)
    file = subject.keep_page(_page(subject, found, given), found)
    if not given.quiet:
        with printing():
            _say(file, given)
    if given.open:
        import webbrowser

        webbrowser.open(file.resolve().as_uri())
    return 0


def _page(subject: Subject, found: Sequence[Deadline], given: Namespace) -> str:
    """The page, with the deadlines of everything that was done."""
    from sim.report.figures import Look
    from sim.report.page import page_html

    look = Look(given.lang, changes=subject.changes, pick=given.pick or "")
    return page_html(subject.result, found, subject.resolved, subject.inputs_hash, look)


def _say(file: Path, given: Namespace) -> None:
    """Where it is."""
    if given.json:
        print_files([file])
        return
    from rich.text import Text

    from sim.words import text

    make_console().print(Text(text("report_where", given.lang, where=str(file))), soft_wrap=True)
