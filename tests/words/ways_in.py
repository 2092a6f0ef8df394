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
    "_end": 1, "_known": 2, "_one_of": 2, "_wrong": 3,
}  # fmt: skip
"""Names of calls, and which argument is the message."""
NAMED = {"Record": 0, "Choice": 0, "Collection": 1, "Anything": 0, "Reason": 0, "Text": 0}
"""Names of kinds, and which argument says what they are."""
WANTED = "wanted"
"""What kinds call what they want."""
SKIPPED = ("engine", "words")
"""Folders whose errors are the program's own."""
NOTES = ("add", "fault")
FAULTS_ARE_NOTED = ("load", "drill")
"""Folders where faults are noted; elsewhere those calls fill sets and tables."""
HINT = "hint"
DEEPEST = 8


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
        folder = source.path.relative_to(ROOT).parts[0]
        for expression, function, end in _said_in(source, folder) if folder not in SKIPPED else ():
            spot = f"{source.path.relative_to(ROOT)}:{expression.lineno}"
            for text in _texts(expression, source, function, found, spot):
                found.setdefault(text.replace("{{}}", "{each}") + end, spot)
    lines = {_bare(line): spot for text, spot in found.items() for line in text.split("\n")}
    return {line: spot for line, spot in lines.items() if _says_something(line)}


def _said_in(source: Source, folder: str) -> Iterator[tuple[ast.expr, ast.FunctionDef | None, str]]:
    """What a module says, in which function, and what is said after it."""
    for call, function in _calls(source):
        name = _name(call.func)
        at = WAYS.get(name) if name not in NOTES or folder in FAULTS_ARE_NOTED else None
        if name == HINT and len(call.args) == 3:
            yield call.args[2], function, " {names}"
        elif at is not None and len(call.args) > at:
            yield call.args[at], function, ""
        if folder in FAULTS_ARE_NOTED:
            yield from ((each, function, "") for each in _names_given(call, source, function))
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and node.name == WANTED:
            yield from ((each, node, "") for each in _returned(node))
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if getattr(target, "id", "") == WANTED:
                yield node.value, None, ""


def _bare(text: str) -> str:
    """A message without the places before it, without its article, its places told apart."""
    text = re.sub(r"^(?:\S+: )+", "", text)
    seen: dict[str, int] = {}

    def apart(match):
        seen[match[1]] = seen.get(match[1], 0) + 1
        return "{" + match[1] + (str(seen[match[1]]) if seen[match[1]] > 1 else "") + "}"

    return re.sub(r"(?<!\{)\{(\w+)\}", apart, re.sub(r"^an? (?![a-z ]* cannot )(?=[a-z-]+( [a-z-]+){0,3}$)", "", text))


def _names_given(call: ast.Call, source: Source, function: ast.FunctionDef | None) -> list[ast.expr]:
    """What a form calls its things: names of records, of choices, what is wanted."""
    at = NAMED.get(_name(call.func))
    given = [call.args[at]] if at is not None and len(call.args) > at else []
    if _name(call.func) == "Choice" and len(call.args) == 3:
        given += _inside(call.args[2], source, function)
    return given + [each.value for each in call.keywords if each.arg in (WANTED, "begins")]


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
        return [_hole(node)]
    match node:
        case ast.Constant(value=str(text)):
            return [text.replace("{", "{{").replace("}", "}}")]
        case ast.JoinedStr():
            return _joined(node, again)
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, *again) + _texts(other, *again)
        case ast.BoolOp(values=values):
            return [each for value in values for each in _texts(value, *again)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a, b in product(_texts(left, *again), _texts(right, *again))]
        case ast.Name():
            return _of_name(node, source, function, found, spot, depth)
        case ast.Call():
            return _of_call(node, source, function, found, spot, depth)
        case ast.Subscript(value=ast.Name()):
            return _of_table(node, source, found, spot, depth)
    return [_hole(node)]


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
        text += f"'{_hole(piece.value)}'" if piece.conversion == ord("r") else _hole(piece.value)
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
                    values += [v for t, v in zip(target.elts, each.value.elts, strict=True)
                               if getattr(t, "id", "") == node.id]  # fmt: skip
        if isinstance(each, ast.AugAssign | ast.NamedExpr) and getattr(each.target, "id", "") == node.id:
            values.append(each.value)
        if isinstance(each, ast.For | ast.comprehension) and node.id in _names(each.target):
            values += _inside(each.iter, source, function)
    if values:
        return [t for value in values for t in _texts(value, source, function, found, spot, depth + 1)]
    parameters = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)} if function else set()
    if node.id in source.constants and node.id not in parameters:
        return _texts(source.constants[node.id], source, None, found, spot, depth + 1)
    if node.id.isupper() and node.id in everywhere()[1]:
        other, value = everywhere()[1][node.id]
        return _texts(value, other, None, found, spot, depth + 1)
    return ["{" + node.id + "}"]


def _root(node: ast.expr) -> str:
    """The name itself, or that of what an item or a method is of."""
    return getattr(node, "id", "") or getattr(getattr(node, "value", None), "id", "")


def _names(target: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(target) if isinstance(each, ast.Name)}


def _inside(node: ast.expr, source: Source, function: ast.FunctionDef | None, depth: int = 0) -> list[ast.expr]:
    """The sentences that stand in what a loop runs over."""
    found: list[ast.expr] = []
    for each in ast.walk(node):
        if isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and " " in str(each.value)):
            found.append(each)
        elif isinstance(each, ast.Name) and depth < DEEPEST:
            values = _given(each.id, source, function)
            found += [one for value in values for one in _inside(value, source, function, depth + 1)]
        elif isinstance(each, ast.Call) and _name(each.func) in source.functions and depth < DEEPEST:
            callee = source.functions[_name(each.func)]
            found += [one for value in _returned(callee) for one in _inside(value, source, callee, depth + 1)]
    inner = {id(part) for each in found for part in ast.walk(each) if part is not each}
    return [each for each in found if id(each) not in inner]


def _returned(function: ast.FunctionDef) -> list[ast.expr]:
    return [each.value for each in ast.walk(function) if isinstance(each, ast.Return) and each.value]


def _given(name: str, source: Source, function: ast.FunctionDef | None) -> list[ast.expr]:
    """What is put into a local list or table, or stands in one of the module."""
    found = [source.constants[name]] if name in source.constants else []
    for each in ast.walk(function) if function else ():
        if isinstance(each, ast.Assign | ast.AugAssign):
            targets = each.targets if isinstance(each, ast.Assign) else [each.target]
            if name in {_root(target) for target in targets}:
                found.append(each.value)
        if isinstance(each, ast.Call) and _name(each.func) == "append" and _root(each.func) == name:
            found += each.args
    return found


def _of_call(node: ast.Call, source, function, found, spot, depth) -> list[str]:
    """A function of the program by what it returns; a value of a table; pieces that are joined."""
    again = (source, function, found, spot, depth + 1)
    match node.func:
        case ast.Attribute(attr="format", value=text):
            return [each.replace("{{", "{").replace("}}", "}") for each in _texts(text, *again)]
        case ast.Attribute(attr="get", value=table):
            return [t for each in _inside(table, source, function) for t in _texts(each, *again)] or [_hole(node)]
        case ast.Attribute(attr="join") if node.args:
            pieces = [t for each in _inside(node.args[0], source, function) for t in _texts(each, *again)]
            found.update({piece: spot for piece in pieces if piece not in found})
            return [_hole(node)]
    home, callee = source, source.functions.get(_name(node.func))
    if callee is None and isinstance(node.func, ast.Name):
        home, callee = everywhere()[0].get(node.func.id, (source, None))
    if callee is None or callee.name in ("text", HINT) or not _gives_text(callee):
        return [_hole(node)]
    texts = [t for each in _returned(callee) for t in _texts(each, home, callee, found, spot, depth + 1)]
    return texts if any(_says_something(each) for each in texts) else [_hole(node)]


def _gives_text(function: ast.FunctionDef) -> bool:
    return function.returns is not None and ast.unparse(function.returns) in ("str", "str | None")


def _of_table(node: ast.Subscript, source, found, spot, depth) -> list[str]:
    """One of the texts of a table of the module."""
    table = source.constants.get(node.value.id)
    if not isinstance(table, ast.Dict):
        return [_hole(node)]
    return [t for each in _inside(table, source, None) for t in _texts(each, source, None, found, spot, depth + 1)]


def _hole(node: ast.expr) -> str:
    return "{" + _place(node) + "}"


def _place(node: ast.expr) -> str:
    """A name for what fills a place."""
    if isinstance(node, ast.Name):
        return node.id.lstrip("_").lower()
    if isinstance(node, ast.Attribute):
        return node.attr.lstrip("_")
    if isinstance(node, ast.Call):
        if _name(node.func) in ("join", "repr", "str", "len") and node.args:
            return _place(node.args[0])
        return _name(node.func).lstrip("_")
    if isinstance(node, ast.BoolOp | ast.IfExp):
        return _place(node.values[0] if isinstance(node, ast.BoolOp) else node.body)
    if isinstance(node, ast.Subscript):
        return _place(node.value)
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return _place(node.generators[0].iter)
    if isinstance(node, ast.BinOp):
        return _place(node.left)
    return "what"
