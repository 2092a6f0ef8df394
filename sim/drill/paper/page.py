"""The timeline as one printable page: a file of its own, without scripts, without the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sim.drill.line import Line
from sim.drill.master_list import MasterList
from sim.drill.paper.heading import facts, names_of, title_of
from sim.drill.paper.lead import lead
from sim.drill.paper.parts import parts
from sim.drill.paper.row import Row
from sim.drill.paper.table import COLUMNS
from sim.message import Message
from sim.office.wanted import wanted
from sim.words import text as say

TEMPLATES = Path(__file__).parent / "templates"


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write `timeline.LANGUAGE.html`.

    Raises:
        InputError: jinja2 is not installed.
    """
    jinja2 = wanted("jinja2", Message("pages"))
    loader = jinja2.FileSystemLoader(TEMPLATES)
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True,
                                     undefined=jinja2.StrictUndefined, keep_trailing_newline=True)  # fmt: skip
    text = environment.get_template("timeline.html").render(
        slant=say("language_slant", language),
        tag=say("language_tag", language),
        title=title_of(master, language),
        kind_of_paper=say("timeline", language),
        facts=facts(master, language),
        lead=lead(master, language),
        notes=[say("confidential", language), say("assumes", language)],
        heads=[(column.head, say(column.head, language)) for column in COLUMNS],
        sections=_sections(master, language),
    )
    path = folder / f"timeline.{language}.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    return [path]


def _sections(master: MasterList, language: str) -> list[tuple[str, list[tuple[str, list[Sequence[str]]]]]]:
    """Of each phase its heading and its rows: kind and cells."""
    found = []
    for part in parts(master):
        name = names_of(part.incidents, language)
        for phase, lines in part.sections:
            heading = say(f"phase_{phase}", language)
            if len(master.incidents) > 1:
                heading = say("colon", language, name=name, what=heading)
            found.append((heading, [_row(master, line, language) for line in lines]))
    return found


def _row(master: MasterList, line: Line, language: str) -> tuple[str, list[Sequence[str]]]:
    row = Row.of(master, line, language)
    return str(line.kind), [[piece for piece in column.of(row) if piece] for column in COLUMNS]
