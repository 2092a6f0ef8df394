"""What a command is, and which there are: each is a file here, with its options, its examples and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, NamedTuple

from sim.cli.language import asked
from sim.cli.output import printing
from sim.cli.parser import Parser, program
from sim.words import text

if TYPE_CHECKING:
    from argparse import Namespace

COMMANDS = (
    "run", "board", "deadlines", "limits", "faults", "periods", "recovery", "ensemble", "sweep", "sensitivity",
    "compare", "measures", "plot", "map", "report", "drill", "replay", "play", "coverage", "size", "new", "gaps",
    "import", "reconcile", "package", "export", "validate", "upgrade", "schema",
)  # fmt: skip
"""Their names, which are those of their files, in the order in which one reads them."""
EXAMPLES = {
    "scenarios/changshou-tank-fire.yaml": "",
    "scenarios/changshou-boundary-breach.yaml --pick by-the-book": "",
    'scenarios/changshou-tank-fire.yaml --set "fires.monitors.lasts=8 h"': "",
    "validate configs/changshou-yanjia scenarios/*.yaml": "",
}
"""For whoever names no command."""


class Command(NamedTuple):
    """A command: what may be written after it, what it teaches, and what it does."""

    name: str
    usage: str
    """What is written after it, in short, before its options."""
    about: str
    """Key of the words on what it is for."""
    more: str
    """Key of the words that follow its examples, such as where files go."""
    examples: Mapping[str, str]
    """What one may type, and the key of a remark on it, if it has one."""
    options: Callable[[Parser], None]
    """Adds the words and options that it understands."""
    run: Callable[[Namespace], int]
    """Does it; returns the exit status."""

    def obey(self, words: Sequence[str]) -> int:
        """Do what the words say, or explain what they may be; returns the exit status."""
        parser = self.parser(asked(words))
        given = parser.understand(words)
        if not given.help:
            return self.run(given)
        with printing():
            print(parser.format_help(), end="")
        return 0

    def parser(self, language: str) -> Parser:
        """What understands its words, with help in a language."""
        more = _more(self.examples, self.more, language)
        usage = f"{self.name} {self.usage} [{text('help_options', language)}]"
        parser = Parser(usage, text(self.about, language), more, language)
        self.options(parser)
        parser.add("--debug", "help_option_debug", action="store_true")
        parser.add_argument("-h", "--help", action="store_true", help=text("help_option_help", language))
        return parser


def named(name: str) -> Command:
    """The command of a name; the file of one that is a word of Python ends in an underscore."""
    found: Command = import_module(f"sim.cli.{name}_" if iskeyword(name) else f"sim.cli.{name}").COMMAND
    return found


def whole_help(language: str) -> str:
    """What `--help` without a command prints."""
    return f"{text('help_whole', language, prog=program())}\n{_more(EXAMPLES, 'help_whole_more', language)}"


def _more(examples: Mapping[str, str], more: str, language: str) -> str:
    """Examples with remarks, what follows them, and how a command can end."""
    lines = [f"  {program()} {line}" + (f"\n      {text(remark, language)}" if remark else "")
             for line, remark in examples.items()]  # fmt: skip
    said = "\n".join([text("help_examples", language), *lines])
    return f"{said}\n\n{text(more, language)}\n\n{text('help_statuses', language)}"
