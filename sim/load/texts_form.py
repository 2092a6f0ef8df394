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
from sim.load.kinds.version import WRITTEN_IN
from sim.load.kinds.words import Names, Text
from sim.load.node import Block, Entry, Node, Scalar
from sim.load.place import Place
from sim.load.reading import Reading
from sim.load.schema import described
from sim.load.suggest import hint
from sim.load.table import open_table
from sim.load.table_form import TableForm
from sim.message import Listed, Message, a
from sim.park import Name
from sim.words import LANGUAGES
from sim.words.catalogue import template

TABLES = (".csv", ".xlsx", ".xlsm")
"""How files are named that hold texts as a table."""
IN_ENGLISH = {language: template("language_in_english", language) for language in LANGUAGES}
"""What languages are called in English."""
HEADS = {head: language for language, name in IN_ENGLISH.items()
         for head in (name.lower(), template("language_name", language))}  # fmt: skip
ROW = TableForm(Record(a("text"), (
    Field("key", Text(), "Which text."), *(Field(code, Text(), f"In {name}.") for code, name in IN_ENGLISH.items()),
)), {"键": "key", "英文": "en"} | HEADS, (("key",), LANGUAGES))  # fmt: skip

COLUMNS = Listed(("key", *LANGUAGES), " and ")

Placeholders = Callable[[str], set[str]]
"""The names of the values that a template puts in; raises InputError for braces without partner."""


def texts_form(templates: Mapping[str, Name]) -> Record:
    """The form: a key for each template, described by what it says when nobody replaces it."""
    texts = (Field(key, Names(), _doc(name)) for key, name in templates.items())
    return Record(a("file of texts"), (*texts, WRITTEN_IN))


def _doc(name: Name) -> str:
    return " | ".join(name.values())


def texts_schema(templates: Mapping[str, Name]) -> Schema:
    """The JSON Schema of such files."""
    return described("Drill-texts file", texts_form(templates))


def load_texts(
    path: str | os.PathLike[str], templates: Mapping[str, Name], placeholders: Placeholders
) -> dict[str, Name]:
    """A designer's own templates from a file, YAML or a table; a language that is left out stays as it is.

    Raises:
        Problems: everything that is wrong with it, at once: unknown keys, and values that a template does not know.
    """
    files, name = Files(begins=Message("write texts by their keys, such as rain:")), os.path.normpath(os.fspath(path))
    tree = _of_table(name, files) if name.lower().endswith(TABLES) else files.block(name)
    own: dict[str, Name] = {}
    if tree is not None:
        form = texts_form(templates).read_block(tree, Reading(files.faults, {}).start())
        for key in templates.keys() & form.values.keys():
            text = form[key]
            _check(form, key, text, placeholders, templates[key])
            own[key] = Name(**{**templates[key], **text})
    files.faults.raise_any()
    return own


def _of_table(path: str, files: Files) -> Block | None:
    """The block that a table of texts writes, a row a text; what is wrong is noted."""
    table = open_table(path, Place(path), ROW, files)
    if table is None or table.is_broken:
        return None
    if "key" not in table.keys:
        place = table.header[0].place if table.header else Place(path)
        files.faults.add(place, "", Message("a table of texts has the columns {heads}; key is missing", heads=COLUMNS))
        return None
    for cell, column in zip(table.header, table.columns, strict=True):
        if cell.text and not column.path:  # nobody would be told, and a language lost
            files.faults.add(cell.place, "", Message("a table of texts has the columns {heads}; found '{text}'",
                                                     heads=COLUMNS, text=cell.text))  # fmt: skip
    entries: dict[str, Entry] = {}
    for row in table.blocks():
        key = row.get("key")
        if not isinstance(key, Scalar):
            files.faults.add(row.place, "", Message("the key of this row is missing"))
        elif key.text in entries:
            files.faults.add(key.place, key.text, Message("written twice; it stands at {place} already",
                                                          place=entries[key.text].place))  # fmt: skip
        else:
            entries[key.text] = Entry(key.place, row.without("key"))
    return Block(entries, Place(path))


def _check(form: Form, key: str, text: Name, placeholders: Placeholders, template: Name) -> None:
    """Note values that the template does not have, where they are written."""
    known = placeholders(template.en)
    for language, written in text.items():
        spot = form.spot.child(key)
        for wrong in _wrong(written, known, placeholders):
            spot.fault(_node(form, key, language), wrong)


def _wrong(text: str, known: set[str], placeholders: Placeholders) -> list[Message]:
    """What is wrong with a template."""
    try:
        unknown = sorted(placeholders(text) - known)
    except InputError as error:
        return [error.message]
    if unknown:
        otherwise = "it knows {names}" if known else "it has no values, and knows {names}"
        return [Message("{{{each}}} is no value of this text; {hint}", each=each,
                        hint=hint(each, sorted(known), otherwise)) for each in unknown]  # fmt: skip
    try:
        text.format(**dict.fromkeys(known, ""))
    except (ValueError, IndexError, KeyError):
        name = min(known) if known else "place"
        return [Message("write each value by its name alone, such as {{{name}}}", name=name)]
    return []


def _node(form: Form, key: str, language: str) -> Node:
    """Where the text of a language stands."""
    node = form.node.entries[key].node
    return node.get(language) or node if isinstance(node, Block) else node
