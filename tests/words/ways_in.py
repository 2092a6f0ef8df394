"""Every message that the source can say, found by reading it and not by running it.

A way in is a call that takes a message, such as `InputError(...)` or `spot.fault(node, ...)`. What is handed to it is
followed back: through both arms of an `if`, through local names, through constants of the module, through functions of
the program that return texts. What cannot be followed becomes a place, written `{}`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

import sim

ROOT = Path(sim.__file__).parent
WAYS = {
    "InputError": 0, "UnitError": 0, "ArgumentTypeError": 0, "ValueError": 0, "fault": 1, "add": 2,
    "error": 0, "_end": 1, "_known": 2, "_one_of": 2,
}  # fmt: skip
"""Names of calls, and which argument is the message."""
NAMED = {"Record": 0, "Choice": 0, "Collection": 1, "Anything": 0, "Usual": 0}
"""Names of kinds, and which argument says what they are."""
RETURNED = ("wanted",)
SKIPPED = ("engine", "words")
"""Folders whose errors are the program's own."""
HINT = "hint"
DEEPEST = 4


@dataclass
class Source:
    """A module: its functions by name, its constants by name."""

    path: Path
    tree: ast.Module
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    constants: dict[str, ast.expr] = field(default_factory=dict)


@cache
def sources() -> tuple[Source, ...]:
    """Every module of the program."""
    return tuple(_source(path) for path in sorted(ROOT.rglob("*.py")))


def _source(path: Path) -> Source:
    source = Source(path, ast.parse(path.read_text(encoding="utf-8")))
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef):
            source.functions[node.name] = node
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            source.constants[node.targets[0].id] = node.value
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            source.constants[node.target.id] = node.value
    return source


@cache
def everywhere() -> tuple[dict[str, tuple[Source, ast.FunctionDef]], dict[str, tuple[Source, ast.expr]]]:
    """Functions and constants of all modules, for what is imported."""
    functions = {name: (source, each) for source in sources() for name, each in source.functions.items()}
    constants = {name: (source, each) for source in sources() for name, each in source.constants.items()}
    return functions, constants


def messages() -> dict[str, str]:
    """Every message with where it was found; places are written `{name}`, by what fills them."""
    found: dict[str, str] = {}
    for source in sources():
        if source.path.relative_to(ROOT).parts[0] in SKIPPED:
            continue
        for call, function in _calls(source):
            name, at = _name(call.func), WAYS.get(_name(call.func))
            spot = f"{source.path.relative_to(ROOT)}:{call.lineno}"
            for text in _wanted(call, source, function, found, spot):
                found.setdefault(text, spot)
            if name == HINT and len(call.args) == 3:
                for text in _texts(call.args[2], source, function, found, spot):
                    found.setdefault(text + " {names}", spot)
            elif at is not None and len(call.args) > at:
                for text in _texts(call.args[at], source, function, found, spot):
                    found.setdefault(text, spot)
        for function in (each for each in ast.walk(source.tree) if isinstance(each, ast.FunctionDef)):
            if function.name in RETURNED:
                spot = f"{source.path.relative_to(ROOT)}:{function.lineno}"
                for each in ast.walk(function):
                    if isinstance(each, ast.Return) and each.value is not None:
                        for text in _texts(each.value, source, function, found, spot):
                            found.setdefault(text, spot)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if getattr(target, "id", "") == "wanted":
                    for text in _texts(node.value, source, None, found, f"{source.path.relative_to(ROOT)}:{node.lineno}"):
                        found.setdefault(text, f"{source.path.relative_to(ROOT)}:{node.lineno}")
    return {each: spot for text, spot in found.items() for each in map(_bare, text.split("\n")) if _says_something(each)}


def _bare(text: str) -> str:
    """A message without the places before it, without its article, its places told apart."""
    text = re.sub(r"^(?:[^\s:]+(?<!write)(?<!leave): )+", "", text)
    seen: dict[str, int] = {}

    def apart(match):
        seen[match[1]] = seen.get(match[1], 0) + 1
        return "{%s%s}" % (match[1], seen[match[1]] if seen[match[1]] > 1 else "")

    return re.sub(r"(?<!\{)\{(\w+)\}", apart, re.sub(r"^an? (?=[a-z-]+( [a-z-]+){0,3}$)", "", text))


def _wanted(call, source, function, found, spot):
    """What a form calls its things: names of records, of choices, what is wanted."""
    at = NAMED.get(_name(call.func))
    given = [call.args[at]] if at is not None and len(call.args) > at else []
    given += [each.value for each in call.keywords if each.arg in ("wanted", "begins")]
    return [text for each in given for text in _texts(each, source, function, found, spot)]


def _says_something(text: str) -> bool:
    return bool(re.search(r"[a-z]{2}", re.sub(r"\{\w*\}", "", text)))


def _calls(source: Source) -> Iterator[tuple[ast.Call, ast.FunctionDef | None]]:
    """Every call with the function it stands in."""
    owner: dict[ast.AST, ast.FunctionDef] = {}
    for node in ast.walk(source.tree):  # outer functions come first, inner ones overwrite them
        if isinstance(node, ast.FunctionDef):
            owner |= dict.fromkeys(ast.walk(node), node)
    return ((node, owner.get(node)) for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _texts(node, source, function, found, spot, depth=0) -> list[str]:
    """The messages an expression can be; `{name}` when it cannot be followed."""
    again = (source, function, found, spot, depth + 1)
    if depth > DEEPEST:
        return ["{%s}" % _place(node)]
    if isinstance(node, ast.Constant):
        return [node.value.replace("{", "{{").replace("}", "}}")] if isinstance(node.value, str) else ["{number}"]
    if isinstance(node, ast.JoinedStr):
        return _joined(node, again)
    if isinstance(node, ast.IfExp):
        return _texts(node.body, *again) + _texts(node.orelse, *again)
    if isinstance(node, ast.BoolOp):
        return [each for value in node.values for each in _texts(value, *again)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [a + b for a, b in product(_texts(node.left, *again), _texts(node.right, *again))]
    if isinstance(node, ast.Name):
        return _of_name(node, source, function, found, spot, depth)
    if isinstance(node, ast.Call):
        return _of_call(node, source, function, found, spot, depth)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        return _of_table(node, source, found, spot, depth)
    return ["{%s}" % _place(node)]


def _joined(node: ast.JoinedStr, again) -> list[str]:
    """An f-string; whatever can be said in a place of it is a message too."""
    found, spot = again[2], again[3]
    text = ""
    for piece in node.values:
        if isinstance(piece, ast.Constant):
            text += piece.value.replace("{", "{{").replace("}", "}}")
            continue
        inner = _texts(piece.value, *again)
        for each in inner:
            if _says_something(each):
                found.setdefault(each, spot)
        name = _place(piece.value)
        text += "'{%s}'" % name if piece.conversion == ord("r") else "{%s}" % name
    return [text]


def _of_name(node: ast.Name, source, function, found, spot, depth) -> list[str]:
    """A local name by all that is assigned to it, or a constant."""
    values = []
    for each in ast.walk(function) if function else ():
        if isinstance(each, ast.Assign):
            for target in each.targets:
                if isinstance(target, ast.Name) and target.id == node.id:
                    values.append(each.value)
                if isinstance(target, ast.Tuple) and isinstance(each.value, ast.Tuple):
                    values += [v for t, v in zip(target.elts, each.value.elts) if getattr(t, "id", "") == node.id]
        if isinstance(each, ast.NamedExpr) and each.target.id == node.id:
            values.append(each.value)
    if values:
        return [t for value in values for t in _texts(value, source, function, found, spot, depth + 1)]
    parameters = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)} if function else set()
    if node.id in source.constants and node.id not in parameters:
        return _texts(source.constants[node.id], source, None, found, spot, depth + 1)
    if node.id.isupper() and node.id in everywhere()[1]:
        other, value = everywhere()[1][node.id]
        return _texts(value, other, None, found, spot, depth + 1)
    return ["{%s}" % node.id]


def _of_call(node: ast.Call, source, function, found, spot, depth) -> list[str]:
    """A function of the program by what it returns."""
    name = _name(node.func)
    if name == "format" and isinstance(node.func, ast.Attribute):
        texts = _texts(node.func.value, source, function, found, spot, depth + 1)
        return [each.replace("{{", "{").replace("}}", "}") for each in texts]
    home = source if name in source.functions else None
    callee = source.functions.get(name)
    if callee is None and isinstance(node.func, ast.Name) and name in everywhere()[0]:
        home, callee = everywhere()[0][name]
    if callee is None or home is None or name in ("text", "hint") or getattr(callee.returns, "id", "") != "str":
        return ["{%s}" % _place(node)]
    returned = [each.value for each in ast.walk(callee) if isinstance(each, ast.Return) and each.value]
    texts = [t for each in returned for t in _texts(each, home, callee, found, spot, depth + 1)]
    return texts if any(_says_something(each) for each in texts) else ["{%s}" % _place(node)]


def _of_table(node: ast.Subscript, source, found, spot, depth) -> list[str]:
    """One of the texts of a table of the module."""
    table = source.constants.get(node.value.id)
    if not isinstance(table, ast.Dict):
        return ["{%s}" % _place(node)]
    return [t for each in table.values for t in _texts(each, source, None, found, spot, depth + 1)]


def _place(node: ast.expr) -> str:
    """A name for what fills a place."""
    if isinstance(node, ast.Name):
        return node.id.lstrip("_").lower()
    if isinstance(node, ast.Attribute):
        return node.attr.lstrip("_")
    if isinstance(node, ast.Call):
        first = node.args[0] if node.args else None
        return _place(first) if _name(node.func) in ("join", "repr", "str", "len") and first else _name(node.func).lstrip("_")
    if isinstance(node, ast.BoolOp | ast.IfExp):
        return _place(node.values[0] if isinstance(node, ast.BoolOp) else node.body)
    if isinstance(node, ast.Subscript):
        return _place(node.value)
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return _place(node.generators[0].iter)
    if isinstance(node, ast.BinOp):
        return _place(node.left)
    return "what"
