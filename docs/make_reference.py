"""Write docs/reference.md from the JSON Schema, the same definition the reader uses: `make reference`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.drill.texts import TEMPLATES
from sim.load import json_schema
from sim.load.texts_form import texts_schema

PAGE = Path(__file__).parent / "reference.md"
HEAD = """# Every key of the written form

Made from the JSON Schema by `make reference`; [format.md](format.md) is the manual, with examples and rules. `ID`
stands for an id of your choice, `[]` for a list. The third column says what must be written, or what holds where
nothing is. Any number may be `{value:, basis:, source:}`; any block may say `basis:` and `source:` for what stands
below it.
"""
HERITAGE = ("basis", "source")
YES_OR_NO = "yes or no"
WORDS = {"object": "block", "string": "text", "number": "number", "integer": "count", "boolean": YES_OR_NO}
"""What JSON's types are called here."""

Schema = dict[str, Any]


def page() -> str:
    """The whole page."""
    schemas = [json_schema(kind) for kind in ("park", "scenario", "sizing", "measures")]  # type: ignore[arg-type]
    parts = [HEAD, *(_section(schema) for schema in (*schemas, texts_schema(TEMPLATES)))]
    return "\n".join(parts)


def _section(schema: Schema) -> str:
    rows = "\n".join(f"| `{path}` | {value} | {need} | {doc} |" for path, value, need, doc in _rows(schema, ""))
    return f"## {schema['title']}\n\n| key | value | | meaning |\n|---|---|---|---|\n{rows}\n"


def _rows(schema: Schema, above: str) -> Iterator[tuple[str, str, str, str]]:
    """A row for every key below a block, in the order of the schema."""
    required = schema.get("required", ())
    for key, each in schema.get("properties", {}).items():
        if key not in HERITAGE:
            path = f"{above}{key}"
            doc = each.get("description", "").replace("|", "\\|")
            need = f"`{_written(each['default'])}`" if "default" in each else ""
            yield path, _value(each), "required" if key in required else need, doc
            yield from _below(each, path)
    for each in schema.get("patternProperties", {}).values():
        yield from _rows(each, f"{above}ID.")


def _below(schema: Schema, path: str) -> Iterator[tuple[str, str, str, str]]:
    for each in (schema, *schema.get("anyOf", ())):
        if each.get("type") == "object":
            yield from _rows(each, f"{path}.")
        elif each.get("type") == "array":
            yield from _below(each.get("items", {}), f"{path}[]")


def _written(default: Any) -> str:
    """A default as one would write it."""
    return ("yes" if default else "no") if isinstance(default, bool) else str(default)


def _value(schema: Schema) -> str:
    """What kind of value stands there, in a word or two."""
    if "anyOf" in schema:
        words = dict.fromkeys(word for each in schema["anyOf"] if (word := _value(each)))
        return YES_OR_NO if YES_OR_NO in words else " or ".join(words)
    if "$ref" in schema:
        name = str(schema["$ref"].rsplit("/", 1)[-1])
        return "" if name == "valued" else name
    if "enum" in schema:
        return ", ".join(f"`{each}`" for each in schema["enum"])
    if schema.get("type") == "array":
        items = schema["items"]
        inner = items.get("prefixItems")
        row = ", ".join(_value(each) for each in inner) if inner else _value(items)
        return f"[[{row}], ...]" if inner else f"[{row}, ...]"
    kinds = schema.get("type", "")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    return WORDS.get(kind, kind)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
