"""`upgrade`: write anew what files of earlier programs say and is understood otherwise now."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.cli.command import Command
from sim.cli.options import add_language
from sim.cli.output import printing
from sim.cli.parser import Parser, program
from sim.errors import InputError
from sim.message import Message
from sim.words import text

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.load.older import Looked, Older

TO_DO = 1


def _carry_out(given: Namespace) -> int:
    """Look the files through that the words name, and mend them; returns the exit status."""
    if not given.files:
        raise InputError(Message("name parks or scenarios, such as: {program} upgrade configs/my-park "
                                 "scenarios/fire.yaml", program=program()))  # fmt: skip
    from sim.load.files import park_path
    from sim.load.older import look

    paths = [park_path(path) if os.path.isdir(path) else os.path.normpath(path) for path in given.files]
    looked = [look(path) for path in dict.fromkeys(paths)]
    with printing():
        done = [_mend(each, given) for each in looked]
    return TO_DO if given.check and not all(done) else 0


def _mend(looked: Looked, given: Namespace) -> bool:
    """Mend a file, or say what there is to mend; whether there is nothing to do."""
    from sim.load.rewriting import Rewriting, rewritten

    files, left = rewritten(looked.found)
    if looked.begins and not left and (files or given.mark):
        files = {looked.path: Rewriting(looked.path), **files}
        files[looked.path].mark(looked.begins)
    for path in () if given.check else files:
        files[path].save()
    if not given.quiet:
        _say(looked, left, list(files), given)
    return not files and not left


def _say(looked: Looked, left: Sequence[Older], files: Sequence[str], given: Namespace) -> None:
    """What is written anew, what is left to people, and where the files are that were there."""
    _list([each for each in looked.found if each not in left], given.lang)
    if left:
        print(text("upgrade_by_hand", given.lang, path=looked.path))
        _list(left, given.lang)
    if not files and not left:
        print(text("upgrade_nothing", given.lang, path=looked.path))
    for path in files:
        print(text("upgrade_would" if given.check else "upgrade_kept", given.lang, path=path))


def _list(found: Sequence[Older], language: str) -> None:
    """Older values under what has changed."""
    for why in dict.fromkeys(each.why for each in found):
        print(text(f"upgrade_{why}", language))
        for each in found:
            if each.why == why:
                print(f"  {each.place}: {each.path}: {each.text}" + f" -> {each.now}" * bool(each.now))


def _options(parser: Parser) -> None:
    parser.add("files", "help_upgrade_files", metavar="FILE", nargs="*")
    parser.add("--check", "help_upgrade_check", action="store_true")
    parser.add("--mark", "help_upgrade_mark", action="store_true")
    add_language(parser)
    parser.add("--quiet", "help_option_quiet", action="store_true")


COMMAND = Command(
    "upgrade", "FILE...", "help_upgrade", "help_upgrade_more",
    {
        "upgrade configs/changshou-yanjia scenarios/*.yaml --check": "",
        "upgrade docs/first-park/park.yaml docs/first-park/plan.yaml": "",
    },
    _options, _carry_out,
)  # fmt: skip
