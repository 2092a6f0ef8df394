"""`schema`: the JSON Schema of input files, for editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from sim.cli.output import printing
from sim.cli.parser import schema_parser
from sim.errors import InputError, cause
from sim.message import Message, about

TEXTS = "drill-texts"


def main(words: Sequence[str]) -> int:
    """Print or write the schema that the words name; returns the exit status."""
    parser = schema_parser()
    given = parser.understand(words)
    if given.help:
        with printing():
            print(parser.format_help(), end="")
        return 0
    if len(given.kind) != 1:
        raise InputError(Message("say which schema: park, scenario, sizing or drill-texts"))
    kind = given.kind[0]
    text = _schema(kind)
    with printing():
        print(text if given.out is None else _write(text, Path(given.out), kind))
    return 0


def _schema(kind: str) -> str:
    from sim.load.file_sort import FORMS
    from sim.load.schema import json_schema
    from sim.load.suggest import hint

    if kind == TEXTS:
        from sim.drill.texts import TEMPLATES
        from sim.load.texts_form import texts_schema

        return json.dumps(texts_schema(TEMPLATES), ensure_ascii=False, indent=2)
    if kind not in FORMS:
        raise InputError(Message("there is no schema of '{kind}'; {hint}", kind=kind, hint=hint(kind, [*FORMS, TEXTS])))
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2)  # type: ignore[arg-type]


def _write(text: str, out: Path, kind: str) -> Path:
    """Write the schema into a folder; returns its file.

    Raises:
        InputError: the folder cannot be written.
    """
    path = out / f"{kind}.schema.json"
    try:
        out.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(about(path, Message("cannot be written: {reason}", reason=cause(error)))) from error
    return path
