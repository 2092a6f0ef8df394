"""The written form of a designer's own texts for exercises: templates by their keys; and its reader.

The templates that there are belong to exercises, which stand above the reader: they are handed in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from sim.errors import InputError
from sim.load.files import Files
from sim.load.kinds.blocks import Field, Form, Record
from sim.load.kinds.kind import Schema
from sim.load.kinds.words import Names
from sim.load.node import Block, Node
from sim.load.reading import Reading
from sim.load.schema import described
from sim.load.suggest import hint
from sim.park import Name

Placeholders = Callable[[str], set[str]]
"""The names of the values that a template puts in; raises InputError for braces without partner."""


def texts_form(templates: Mapping[str, Name]) -> Record:
    """The form: a key for each template, described by what it says when nobody replaces it."""
    return Record("a file of texts", tuple(Field(key, Names(), _doc(name)) for key, name in templates.items()))


def _doc(name: Name) -> str:
    return f"{name.en} | {name.zh}"


def texts_schema(templates: Mapping[str, Name]) -> Schema:
    """The JSON Schema of such files."""
    return described("Drill-texts file", texts_form(templates))


def load_texts(
    path: str | os.PathLike[str], templates: Mapping[str, Name], placeholders: Placeholders
) -> dict[str, Name]:
    """A designer's own templates from a file; a language that is left out stays as it is.

    Raises:
        Problems: everything that is wrong with it, at once: unknown keys, and values that a template does not know.
    """
    files, name = Files(begins="write texts by their keys, such as rain:"), os.path.normpath(os.fspath(path))
    tree = files.block(name)
    own: dict[str, Name] = {}
    if tree is not None:
        form = texts_form(templates).read_block(tree, Reading(files.faults, {}).start())
        for key, text in form.values.items():
            _check(form, key, text, placeholders, templates[key])
            own[key] = Name(text.en or templates[key].en, text.zh or templates[key].zh)
    files.faults.raise_any()
    return own


def _check(form: Form, key: str, text: Name, placeholders: Placeholders, template: Name) -> None:
    """Note values that the template does not have, where they are written."""
    known = placeholders(template.en)
    for language in ("en", "zh"):
        written = getattr(text, language)
        spot = form.spot.child(key)
        for wrong in _wrong(written, known, placeholders):
            spot.fault(_node(form, key, language), wrong)


def _wrong(text: str, known: set[str], placeholders: Placeholders) -> list[str]:
    """What is wrong with a template."""
    try:
        unknown = sorted(placeholders(text) - known)
    except InputError as error:
        return [str(error)]
    if unknown:
        otherwise = "it knows" if known else "it has no values, and knows"
        return [f"{{{each}}} is no value of this text; {hint(each, sorted(known), otherwise)}" for each in unknown]
    try:
        text.format(**dict.fromkeys(known, ""))
    except (ValueError, IndexError, KeyError):
        return ["write each value by its name alone, such as {" + (min(known) if known else "place") + "}"]
    return []


def _node(form: Form, key: str, language: str) -> Node:
    """Where the text of a language stands."""
    node = form.node.entries[key].node
    return node.get(language) or node if isinstance(node, Block) else node
