"""From words to an exit status; nothing leaves here as a traceback."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence

from sim import __version__
from sim.cli.command import COMMANDS, named, whole_help
from sim.cli.language import asked, language_last
from sim.cli.options import FORMULAS
from sim.cli.output import never_fail_on_letters, printing
from sim.cli.parser import program
from sim.errors import InputError, SimError
from sim.message import Message

DEBUG = "THREE_TIER_DEBUG"
"""Set in the environment, it does what `--debug` does."""
INTERRUPTED = 130
WRONG_INPUT = InputError.exit_status
WRONG_PROGRAM = SimError.exit_status


def main(given: Sequence[str] | None = None) -> int:
    """Do what the words of the command line say; returns the exit status."""
    words = list(sys.argv[1:] if given is None else given)
    never_fail_on_letters()
    language = asked(words)
    try:
        return _obey(words)
    except KeyboardInterrupt:
        return _end(INTERRUPTED, Message("interrupted; results are there whole or not at all"), language)
    except InputError as error:
        return _end(error.exit_status, error.message, language)
    except ModuleNotFoundError as error:
        return _missing(error, words)
    except Exception as error:
        return _our_fault(error, words)


def start() -> int:
    """The program itself: `main`, after which nothing is left to be looked after."""
    status = main()
    gc.freeze()  # Python would look through all that was read once more before it ends
    return status


def _obey(words: list[str]) -> int:
    """Carry out the command."""
    words = language_last(words)
    if words[:1] in (["-h"], ["--help"], ["--version"]):
        version = f"three-tier-containment {__version__}\n"
        with printing():
            print(version if words[0] == "--version" else whole_help(asked(words)), end="")
        return 0
    command, rest = _command(words)
    carry_out = named(command).obey
    if FORMULAS in rest:
        from sim.record.table import formulas_left

        carry_out = formulas_left()(carry_out)
    return carry_out(rest)


def _command(words: list[str]) -> tuple[str, list[str]]:
    """The command and the words after it; a bare scenario is to be run.

    Raises:
        InputError: no word is there, or the first is a misspelt command.
    """
    if not words:
        raise InputError(Message("name a scenario, such as: {program} scenarios/changshou-tank-fire.yaml\n"
                                 "{program} --help says more", program=program()))  # fmt: skip
    first = next((place for place, word in enumerate(words) if not word.startswith("-")), 0)
    word = words[first]
    if word in COMMANDS and all(each in ("--debug", "--quiet", "--json") for each in words[:first]):
        return word, words[:first] + words[first + 1 :]
    if first == 0 and word.isalpha() and not os.path.exists(word) and not os.path.exists(f"scenarios/{word}.yaml"):
        _refuse_misspelt(word)
    return "run", words


def _refuse_misspelt(word: str) -> None:
    """Say which command is meant, when one is close."""
    from sim.load.suggest import did_you_mean

    if close := did_you_mean(word, COMMANDS):
        raise InputError(Message("there is no command '{word}'; did you mean '{close}'?", word=word, close=close))


def _missing(error: ModuleNotFoundError, words: list[str]) -> int:
    """A library that is not installed is for the user to install; a module of ours is our fault."""
    if (error.name or "sim").partition(".")[0] == "sim":
        return _our_fault(error, words)
    text = Message("{name} is not installed for this Python; run `make setup`, then use .venv/bin/python",
                   name=error.name)  # fmt: skip
    return _end(WRONG_INPUT, text, asked(words))


def _our_fault(error: Exception, words: list[str]) -> int:
    """What nobody foresaw, in one line that helps us mend it."""
    if "--debug" in words or os.environ.get(DEBUG):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    what = f"{type(error).__name__}: {' '.join(str(error).split())}".removesuffix(": ")
    return _end(WRONG_PROGRAM, Message("the program is wrong, not your input: {what}{place}; please report this line "
                                       "with the files you ran, --debug shows more", what=what,
                                       place=place), asked(words))  # fmt: skip


def _end(status: int, text: Message, language: str) -> int:
    """Say how it ended."""
    from sim.words.say import said

    print(said(text, language), file=sys.stderr)
    return status
