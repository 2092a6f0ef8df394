"""JSON Schema of the written form, for editors that help while typing."""

from __future__ import annotations

from typing import Any, Literal

from sim.errors import InputError
from sim.load.file_sort import FORMS, FileSort
from sim.load.kinds.blocks import Record
from sim.load.kinds.kind import Schema
from sim.load.kinds.spread import SPREAD, spread_schema
from sim.load.park_form import VARIED as OF_PARK
from sim.load.scenario_form import VARIED as OF_SCENARIO
from sim.message import Listed, Message, a
from sim.park import Basis
from sim.units import Dimension, pattern
from sim.words import LANGUAGES

VARIED = {FileSort.PARK: OF_PARK, FileSort.SCENARIO: OF_SCENARIO}
"""Parts of a file whose numbers may be spread."""


def json_schema(kind: Literal["park", "scenario", "sizing", "measures"]) -> Schema:
    """The JSON Schema (2020-12) of park, scenario, sizing or measures files.

    Raises:
        InputError: there is no schema of that kind.
    """
    if kind not in FORMS:
        raise InputError(Message("there is no schema of '{kind}'; there are {forms}", kind=kind, forms=Listed(FORMS)))
    schema = described(f"{kind.capitalize()} file", FORMS[FileSort(kind)])
    varied = VARIED.get(FileSort(kind), ())
    keys = schema["properties"]
    schema["properties"] = {key: each if key in varied else _certain(each) for key, each in keys.items()}
    return schema


def _certain(schema: Any) -> Any:
    """The same where no number may be spread."""
    if isinstance(schema, list):
        return [_certain(each) for each in schema if each != SPREAD]
    return {key: _certain(each) for key, each in schema.items()} if isinstance(schema, dict) else schema


def described(title: str, form: Record) -> Schema:
    """The JSON Schema of files of a form."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return {**head, **form.schema(), "$defs": _definitions()}


def _definitions() -> Schema:
    return {
        **{dimension.value: _quantity(dimension) for dimension in Dimension},
        "basis": {"enum": [basis.value for basis in Basis], "description": "How the numbers below are known."},
        "name": _name(),
        "valued": _valued(),
        "spread": spread_schema(),
    }


def _quantity(dimension: Dimension) -> Schema:
    text: Schema = {"type": "string", "pattern": pattern(dimension)}
    if dimension is Dimension.SHARE:
        return {"anyOf": [text, {"type": "number", "minimum": 0, "maximum": 1}], "description": "A share, 0 to 100 %."}
    return {**text, "description": f"{a(dimension.called).capitalize()} with its unit, such as 5 {dimension.unit}."}


def _name() -> Schema:
    parts = {language: {"type": "string"} for language in LANGUAGES}
    both = {"type": "object", "properties": parts, "additionalProperties": False, "minProperties": 1}
    return {"anyOf": [{"type": ["string", "number"]}, both]}


def _valued() -> Schema:
    parts = {"value": {}, "basis": {"$ref": "#/$defs/basis"}, "source": {"type": "string"}}
    return {"type": "object", "properties": parts, "required": ["value"], "additionalProperties": False}
