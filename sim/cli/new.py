"""`new`: a park or a scenario to begin with, made of a few numbers that are asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_language
from sim.cli.output import printing
from sim.cli.parser import Parser, program
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.words import text

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.load.skeleton import Asked
    from sim.park import Park

SORTS = ("park", "scenario")
FIRST = "fire.yaml"
"""The scenario that is made with a park, beside it."""


def _carry_out(given: Namespace) -> int:
    """Make what the words name; returns the exit status.

    Raises:
        InputError: they name something else, or a file is there already.
    """
    from sim.load.suggest import hint

    words = given.words
    if len(words) != 2 or words[0] not in SORTS:
        if words and words[0] not in SORTS:
            raise InputError(Message("nothing new is called '{sort}'; {hint}", sort=words[0],
                                     hint=hint(words[0], SORTS)))  # fmt: skip
        raise InputError(Message("name what to make, such as: {program} new park my-park, or {program} new scenario "
                                 "configs/my-park", program=program()))  # fmt: skip
    with printing():
        made = _new_park(words[1], given) if words[0] == "park" else _new_scenario(words[1], given)
        if not given.quiet:
            for path in made:
                print(text("new_written", given.lang, path=path.as_posix()))
            print(text("new_play", given.lang, play=_play(made[-1])))
    return 0


def _new_park(name: str, given: Namespace) -> list[Path]:
    """Ask for the numbers of a park, and write it with a first scenario."""
    from sim.load.kinds.words import check_id
    from sim.load.skeleton import OF_FIRE, OF_PARK, park_text

    id = check_id(name)
    folder = Path(given.out or f"configs/{name}")
    paths = [folder / "park.yaml", folder / FIRST]
    _refuse_what_is_there(paths)
    numbers = _answers((*OF_PARK, *OF_FIRE), given)
    park = park_text(id, name, numbers, _source(given), _play(paths[1]), given.lang)
    _write(paths[0], park)
    _write(paths[1], _scenario(paths[1], folder.as_posix(), "bund", numbers, given))
    return paths


def _new_scenario(park: str, given: Namespace) -> list[Path]:
    """Ask for the numbers of a scenario in a park, and write it."""
    from sim.load import load_park
    from sim.load.skeleton import OF_FIRE, begins_at, volume_asked

    stands = load_park(park)
    path = Path(given.out or "scenarios")
    if path.suffix not in (".yaml", ".yml"):
        path /= f"{stands.id}-{FIRST}"
    _refuse_what_is_there([path])
    into = begins_at(stands).id
    numbers = _answers((volume_asked(stands, into), *OF_FIRE), given, stands, into)
    _write(path, _scenario(path, park, into, numbers, given))
    return [path]


def _scenario(path: Path, park: str, into: str, numbers: dict[str, str], given: Namespace) -> str:
    from sim.load import load_park
    from sim.load.skeleton import scenario_text, seen_from

    words = {"name": text("new_name", given.lang), "source": _source(given), "play": _play(path)}
    return scenario_text(load_park(park), seen_from(park, path.as_posix()), into, numbers, words, given.lang)


def _source(given: Namespace) -> str:
    """Where the numbers come from."""
    return text("new_source_defaults" if given.yes else "new_source_typed", given.lang)


def _play(path: Path) -> str:
    return f"{program()} {path.as_posix()}"


def _refuse_what_is_there(paths: Sequence[Path]) -> None:
    """Leave files of people's own alone.

    Raises:
        InputError: one is there already.
    """
    for path in paths:
        if path.exists():
            raise InputError(Message("{path} is there already; name another with --out", path=path.as_posix()))


def _answers(asked: Sequence[Asked], given: Namespace, park: Park | None = None, into: str = "") -> dict[str, str]:
    """The numbers as they are typed, or as they are offered, by their keys."""
    if given.yes:
        return {each.key: each.default for each in asked}
    from sim.called import Called

    print(text("new_how", given.lang))
    place = Called(park, language=given.lang).place(into) if park else text("new_bund", given.lang)
    return {each.key: _ask(each, place, given.lang) for each in asked}


def _ask(asked: Asked, place: str, language: str) -> str:
    """Ask until the answer is a quantity; an empty one takes what is offered.

    Raises:
        InputError: nobody answers any more.
    """
    from sim.load.reading import Spot
    from sim.units import UnitError
    from sim.words.say import said

    while True:
        print(text(f"new_ask_{asked.key}", language, place=place), f"[{asked.default}] ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            raise InputError(Message("no more answers; type them, or take what is offered with --yes"))
        answer = " ".join(line.split())
        try:
            asked.kind.parse(answer or asked.default, Spot.nowhere())
        except (UnitError, InputError) as error:
            print(f"  {said(error.message, language)}")
            continue
        return answer or asked.default


def _write(path: Path, content: str) -> None:
    """Write a file that is not there.

    Raises:
        InputError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except OSError as error:
        raise InputError(about(path, Message("cannot be written: {reason}", reason=cause(error)))) from error


def _options(parser: Parser) -> None:
    parser.add("words", "help_new_words", metavar="park NAME | scenario PARK", nargs="*")
    parser.add("--out", "help_new_out", metavar="PATH", type=values.file)
    parser.add("--yes", "help_new_yes", action="store_true")
    add_language(parser)
    parser.add("--quiet", "help_option_quiet", action="store_true")


COMMAND = Command(
    "new", "park NAME | scenario PARK", "help_new", "help_new_more",
    {
        "new park my-park --yes --out my-park": "",
        "new scenario docs/first-park --out my-fire.yaml --yes --lang zh": "",
    },
    _options, _carry_out,
)  # fmt: skip
