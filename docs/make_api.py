"""Write docs/api.md from the docstrings of what Python users import: `make reference`."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum, EnumType
from functools import cached_property
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from textwrap import dedent, fill
from types import FunctionType
from typing import Any

PAGE = Path(__file__).parent / "api.md"
HEAD = """# What Python users import

Made from the docstrings by `make reference`; [analysts.md](analysts.md) is the way in, with examples that run.
`load_park`, `load_scenario`, `load_result`, `run` and `Result` are in `sim` itself, too. Names carry their units;
inside, everything is in m3, s and m3/s. What is wrong with what was handed in is an `InputError`, and says what would
be right. Parks and scenarios are frozen values of `sim.park` and `sim.scenario`, whose docstrings say what each is.
"""
MODULES = (
    "sim.load", "sim.result", "sim.record.record", "sim.record.event", "sim.record.job", "sim.record.state",
    "sim.record.course", "sim.check", "sim.study", "sim.called", "sim.report.figures", "sim.drill", "sim.exchange",
    "sim.errors",
)  # fmt: skip
BARE = (Enum, Exception)
"""Kinds that nobody makes by calling them."""
PLAIN = (str, int, float, bool, type(None))
"""Kinds of defaults that are shown as they are written."""
VALUES = (property, cached_property)
ASKED = (*VALUES, FunctionType, classmethod, staticmethod)
"""What may be asked of a class: values, and functions."""
RAISES = re.compile(r"\n\nRaises:\n((?:    .+\n?)+)")


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(name) for name in MODULES)])


def _section(name: str) -> str:
    """A module with everything that it hands out, in the order of the alphabet."""
    module = import_module(name)
    own = (key for key, each in vars(module).items() if getattr(each, "__module__", "") == name and key[0] != "_")
    things = ((key, getattr(module, key)) for key in sorted(getattr(module, "__all__", own), key=str.lower))
    entries = (_entry(key, thing) for key, thing in things if isinstance(thing, type | FunctionType))
    return "\n".join([f"## {name}\n\n{_first(module.__doc__)}\n", *entries])


def _entry(name: str, thing: Any) -> str:
    """How it is called, what it is, what it raises, and what one may ask of it."""
    said = inspect.getdoc(thing) or ""
    head = name if isinstance(thing, type) and issubclass(thing, BARE) else _called(name, thing)
    lines = [f"### {name}\n\n```python\n{fill(head, 110, subsequent_indent='    ')}\n```\n\n{_first(said)}\n"]
    if isinstance(thing, FunctionType):
        lines.append(f"`{thing.__module__}`: {_first(import_module(thing.__module__).__doc__)}\n")
    if raised := RAISES.search(said):
        lines.append(f"Raises:\n\n{_listed(dedent(raised[1]))}\n")
    if isinstance(thing, type) and (parts := list(_parts(thing))):
        lines.append("\n".join(parts) + "\n")
    return "\n".join(lines)


def _first(said: str | None) -> str:
    """The first paragraph, on one line."""
    return " ".join((said or "").partition("\n\n")[0].split())


def _listed(raised: str) -> str:
    return "\n".join(f"- {' '.join(each.split())}" for each in re.split(r"\n(?=\S)", raised.strip()))


def _called(name: str, thing: Any) -> str:
    """How it is called, with its types and defaults."""
    signature = inspect.signature(thing)
    given = [each.replace(annotation=_Written(each.annotation), default=_default(each.default))
             for each in signature.parameters.values() if each.name != "self"]  # fmt: skip
    back = signature.empty if isinstance(thing, type) else _Written(signature.return_annotation)
    return f"{name}{signature.replace(parameters=given, return_annotation=back)}"


class _Written(str):
    """What a signature shows as it stands there, without quotes."""

    __slots__ = ()
    __repr__ = str.__str__


def _default(value: Any) -> Any:
    """A default as one would write it; dots for what takes more than a word, or is made anew."""
    return value if value is inspect.Parameter.empty or type(value) in PLAIN else _Written("...")


def _parts(kind: type) -> Iterator[str]:
    """Its members or fields that say what they are, then what may be asked of it."""
    said = _beside(kind)
    names = list(kind) if isinstance(kind, EnumType) else fields(kind) if is_dataclass(kind) else ()
    yield from (f"- `{each.name}`: {_first(said[each.name])}" for each in names if each.name in said)
    for name, each in vars(kind).items():
        if name[0] != "_" and isinstance(each, ASKED):
            head = name if isinstance(each, VALUES) else _called(name, getattr(kind, name))
            yield f"- `{head}`: {_first(inspect.getdoc(each))}"


def _beside(kind: type) -> dict[str, str]:
    """The sentence under each field or member, of a class and those it is made of."""
    found: dict[str, str] = {}
    for each in reversed(kind.__mro__):
        if each.__module__.partition(".")[0] == "sim":
            body = ast.parse(dedent(inspect.getsource(each))).body[0].body  # type: ignore[attr-defined]
            for node, text in pairwise(body):
                if isinstance(node, ast.AnnAssign | ast.Assign) and isinstance(text, ast.Expr):
                    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
                    found[target.id] = text.value.value  # type: ignore[attr-defined]
    return found


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
