"""What there is to say, as the source has it: keys, and every call that makes a message, with the places it fills."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import sim
from sim.words.catalogue import TOPICS
from sim.words.po import HERE, Entry, entries

ROOT = Path(sim.__file__).parent
MADE_BY = {"Message": 0, "hint": 2, "_known": 2}
"""Calls that make a message, and which argument is its template."""
FILLED = {"hint": {"names"}, "_known": {"each"}}
"""Places that such calls fill themselves."""
RAISED_BY = {"ArgumentTypeError": 0, "ValueError": 0, "InputError": 0, "UnitError": 0, "about": 1, "fault": 1, "add": 2}
"""Calls that take a message, and which argument it is."""
OF_OTHERS = (
    "Directory not empty", "File exists", "File name too long", "Is a directory", "No space left on device",
    "No such file or directory", "Not a directory", "Permission denied", "Read-only file system",
    "expected one argument", "expected 2 arguments", "not allowed with argument --json",
    "not allowed with argument --quiet",
)  # fmt: skip
"""What argparse and the operating system say."""
PUT_TOGETHER = ("longitude and latitude", "return period", "x and y")
"""Names that the source puts together from keys."""


class Made(NamedTuple):
    """One call that makes a message."""

    where: str
    templates: list[str]
    """What its template may be; none where it is no literal, such as the name of a kind."""
    places: set[str] | None
    """What is filled in; None where that is handed over as a whole."""
    values: list[ast.expr]


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the program but the words themselves, by its path."""
    paths = (path for path in sorted(ROOT.rglob("*.py")) if path.parent.name != "words")
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@cache
def made() -> list[Made]:
    """Every call that makes a message."""
    return [_made(call, where, name) for name, call, where in _calls(MADE_BY)]


def raised() -> Iterator[tuple[str, ast.expr]]:
    """Everything that is raised or noted as wrong, with where that is."""
    for name, call, where in _calls(RAISED_BY):
        if len(call.args) > RAISED_BY[name] and (name != "add" or "faults" in ast.unparse(call.func)):
            yield where, call.args[RAISED_BY[name]]


@cache
def constants() -> set[str]:
    """Every text that stands in the program."""
    nodes = (node for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def _calls(names: dict[str, int]) -> Iterator[tuple[str, ast.Call, str]]:
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in names:
                    yield name, node, f"{path}:{node.lineno}"


def _made(call: ast.Call, where: str, name: str) -> Made:
    template = call.args[MADE_BY[name]] if len(call.args) > MADE_BY[name] else None
    given = [each.arg for each in call.keywords]
    named = {each for each in given if each is not None} | FILLED.get(name, set())
    values = [each.value for each in call.keywords]
    return Made(where, _literals(template) if template else [], None if None in given else named, values)


def _literals(node: ast.expr) -> list[str]:
    """A text that stands there, or either of two."""
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) else []


def untranslated() -> list[Entry]:
    """All that there is to say, with its English and where it stands: keys, and messages, which have none."""
    return [*_keys(), *_names(), *_templates()]


def _keys() -> Iterator[Entry]:
    """The keys of the catalogue, topic by topic."""
    for topic in TOPICS:
        about = (topic.__doc__ or "").partition("\n")[0]
        place = f"sim/words/{topic.__name__.rpartition('.')[2]}.py: {about}"
        yield from (Entry(key, english, "", place=place) for key, english in topic.WORDS.items())


def _names() -> Iterator[Entry]:
    """Messages that no call shows whole, such as the names of things: those the Chinese file has a word for."""
    templates = {each for one in made() for each in one.templates}
    known = [each for each in _chinese() if each in constants() and each not in templates]
    yield from (Entry("", each, "", place="Names of things, and what stands in places") for each in known)
    yield from (Entry("", each, "", place="Names put together") for each in PUT_TOGETHER)
    yield from (Entry("", each, "", place="What argparse and the operating system say") for each in OF_OTHERS)


def _templates() -> Iterator[Entry]:
    """Messages file by file, each where it is made first; those of signs alone only where Chinese has others."""
    chinese, places = set(_chinese()), {}
    for one in made():
        for each in one.templates:
            if each in chinese or re.search("[a-zA-Z]", fixed(each)):
                places.setdefault(each, f"sim/{one.where.partition(':')[0]}")
    yield from (Entry("", each, "", place=place) for each, place in sorted(places.items(), key=lambda each: each[1]))


def _chinese() -> list[str]:
    """The messages that the Chinese file has."""
    every = entries((HERE / "zh.po").read_text(encoding="utf-8"))
    return [each.english for each in every if each.english and not each.key]


def fixed(template: str) -> str:
    """A template without its places."""
    return "".join(each for each, _, _, _ in Formatter().parse(template))
