"""How the words after a command are understood, and how its help is laid out."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import east_asian_width

from sim.errors import InputError
from sim.message import Message, about
from sim.words import text

WIDTH = 100
"""Columns a line of help has at most; a Chinese letter takes two."""
_WIDE = "[⺀-￿]"
_PIECE = re.compile(rf"(?:{_WIDE}|[^⺀-￿\s]+)[，。；：、）”]*|\s+")
"""What stays on one line: a word or a Chinese letter, with the marks that cannot begin a line, or a space."""


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help of the same width everywhere."""

    def __init__(self, prog: str, language: str) -> None:
        super().__init__(prog, width=WIDTH)
        self.language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with how it is written."""
        super().add_usage(usage, actions, groups, prefix or text("help_usage", self.language))

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns.

    >>> wrapped("print summary.json", 12), wrapped("打印每级防线的结论，或全部。", 12)
    (['print', 'summary.json'], ['打印每级防线', '的结论，或全', '部。'])
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        if columns_of(lines[-1] + piece.rstrip()) > columns:
            lines[-1:] = [lines[-1].rstrip(), piece.lstrip()]
        else:
            lines[-1] += piece
    return lines


def columns_of(text: str) -> int:
    """How wide a text is on a terminal."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


class _Once(argparse.Action):
    """Keeps a value, and refuses another: of two files, one would be dropped and nobody told."""

    given = False

    def __call__(
        self, parser: object, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        """Keep the value.

        Raises:
            InputError: the option has one already.
        """
        if option is not None and self.given:
            raise InputError(Message("{option} is written twice; it can stand once, so leave one out", option=option))
        self.given = True
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """An argument parser that raises what is wrong instead of ending the program, with help in a language."""

    def __init__(self, usage: str, description: str, more: str, language: str) -> None:
        super().__init__(
            prog=program(),
            usage=f"{program()} {usage}",
            description=description,
            epilog=more,
            formatter_class=lambda prog: _Layout(prog, language),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.language = language
        self._positionals.title, self._optionals.title = text("help_words", language), text("help_options", language)
        self.register("action", None, _Once)

    def format_help(self) -> str:
        """The help; where a heading is Chinese, so is the colon that argparse writes behind it."""
        return re.sub(f"({_WIDE}):\n", r"\1：\n", super().format_help())

    def add(self, name: str, key: str, *listed: str, **how: Any) -> None:
        """Understand a word or an option, explained by the words of `key`, with what may be written listed in them."""
        self.add_argument(name, help=text(key, self.language, listed=", ".join(listed)), **how)

    def understand(self, given: Sequence[str]) -> argparse.Namespace:
        """What the words mean, in any order.

        Raises:
            InputError: an option is unknown, or lacks its value.
        """
        self._refuse_unknown(given)
        try:
            return self.parse_intermixed_args(list(given))
        except argparse.ArgumentError as error:  # its message is ours where a value is wrong, else words of argparse
            told = error.message
            told = told if isinstance(told, Message) else Message(told)
            raise InputError(about(error.argument_name, told)) from error

    def _refuse_unknown(self, given: Sequence[str]) -> None:
        """Look for misspelt options first, lest their values be taken for files."""
        known = {option: action for action in self._actions for option in action.option_strings}
        for word in given:
            if word == "--":
                return
            option, equals, value = word.partition("=")
            if len(word) > 1 and word.startswith("-") and option not in known:
                raise InputError(Message("there is no option '{option}'; {advice}", option=option,
                                         advice=_advice(option, list(known))))  # fmt: skip
            if equals and option in known and known[option].nargs == 0:
                raise InputError(about(option, Message("ignored explicit argument {text!r}", text=value)))


def _advice(wrong: str, known: Sequence[str]) -> Message:
    """The option that was meant: one that begins so, or the closest, or all there are."""
    from sim.load.suggest import hint

    longer = [option for option in known if option.startswith(wrong)]
    return Message("did you mean '{close}'?", close=longer[0]) if len(longer) == 1 else hint(wrong, known)


def program() -> str:
    """What people typed to get here."""
    installed = os.path.basename(sys.argv[0]).startswith("three-tier")
    return "three-tier" if installed else "python run_sim.py"
