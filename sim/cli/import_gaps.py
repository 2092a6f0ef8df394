"""`import gaps`: a filled-in list of gaps, held against the park, shown, and put into its files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_language
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import one
from sim.errors import InputError
from sim.message import Message
from sim.words import text

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.exchange.gaps import Answer, Known
    from sim.load.node import Block


def _carry_out(given: Namespace) -> int:
    """Read the list that the words name, say what it changes, and write it if they ask for that."""
    from sim.called import Called
    from sim.exchange.gaps import known_of, read_answers
    from sim.load import load_park
    from sim.load.files import Files
    from sim.load.loading import changed_park
    from sim.report.doubts import noted_lines
    from sim.report.gaps_back import OF_SCENARIOS, print_known, questions_of, was_asked

    path = one(given.files, "import gaps", Message("list of gaps"), "gaps/gaps.xlsx --park docs/first-park")
    if given.park is None:
        raise InputError(Message("say which park the answers are for: --park PARK"))
    park, files = load_park(given.park), Files()
    answers = read_answers(path, questions_of(park), OF_SCENARIOS, partial(was_asked, park), files)
    known = known_of(answers.filled, files)
    folded, changed = changed_park(given.park, [each.change for each in known], files)
    files.faults.raise_any()
    assert folded is not None  # the park was loaded before
    written, left = _write(given.park, folded.tree, known, given.lang) if given.update and known else ([], [])
    if not given.quiet:
        with printing():
            by_hand = [*_unwritten(answers.filled, given.lang), *left]
            print_known(make_console(), Called(park, language=given.lang), known, by_hand, answers)
            for line in noted_lines(Called(changed, language=given.lang)):
                print(line)
            for each in written:
                print(text("gap_back_written", given.lang, path=each))
            if known and not given.update:
                print(text("gap_back_not_yet", given.lang))
    return 0


def _unwritten(answers: Sequence[Answer], language: str) -> list[str]:
    """Answers that no single value says, so that people have to write them."""
    by_hand = (each for each in answers if not each.question.of)
    return [text("gap_back_by_hand", language, place=str(each.text.place), answer=each.text.text,
                 question=each.question.asked) for each in by_hand]  # fmt: skip


def _write(park: str, tree: Block, known: Sequence[Known], language: str) -> tuple[list[str], list[str]]:
    """Put what is known into the park's files; returns their paths, and what only people can write."""
    from sim.load.inserting import Inserted, inserted, save_all

    values = [Inserted(each.path, each.text, *(("", "") if each.answer.question.choices else
                                               (each.answer.basis.text, each.answer.source.text))) for each in known]
    files, left = inserted(tree, values)
    storages = save_all(files, park).storages
    still = (each.path[1:3] for each in known if each.path[0] == "storages")
    assumed = [text("gap_back_still_assumed", language, thing=thing, what=key)
               for thing, key in still if key in storages[thing].assumed]  # fmt: skip
    return list(files), [*(f"{'.'.join(each.path)}: {each.text}" for each in left), *assumed]


def _options(parser: Parser) -> None:
    parser.add("files", "help_import_gaps_files", metavar="FILE", nargs="*")
    parser.add("--park", "help_import_gaps_park", metavar="PARK", type=values.folder)
    parser.add("--update", "help_import_gaps_update", action="store_true")
    add_language(parser)
    parser.add("--quiet", "help_option_quiet", action="store_true")


COMMAND = Command(
    "import gaps", "FILE --park PARK", "help_import_gaps", "help_import_gaps_more",
    {"import gaps gaps/gaps.xlsx --park docs/first-park": ""},
    _options, _carry_out,
)  # fmt: skip
