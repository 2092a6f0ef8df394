"""Messages as the source has them: every call that makes one, with its templates and the places it fills."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import sim

ROOT = Path(sim.__file__).parent
MADE_BY = {"Message": 0, "hint": 2, "_known": 2}
"""Calls that make a message, and which argument is its template."""
FILLED = {"hint": {"names"}, "_known": {"each"}}
"""Places that such calls fill themselves."""
RAISED_BY = {"ArgumentTypeError": 0, "ValueError": 0, "InputError": 0, "UnitError": 0, "about": 1, "fault": 1, "add": 2}
"""Calls that take a message, and which argument it is."""


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
    paths = (path for path in sorted(ROOT.rglob("*.py")) if path.parent.name not in ("words", "messages"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


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
