"""The timeline as Markdown: a table a phase (the tables of GitHub Flavored Markdown)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from re import compile
from typing import Any

from sim.drill.master_list import MasterList
from sim.drill.paper.heading import facts, part_title, title_of
from sim.drill.paper.lead import lead
from sim.drill.paper.parts import parts
from sim.drill.paper.row import Row
from sim.drill.paper.table import COLUMNS
from sim.record.column import Column
from sim.words import text as say

SPECIAL = compile(r"([\\`*_{}\[\]<>#|~&])")
"""What Markdown would take for marks of its own."""


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write `timeline.LANGUAGE.md`."""
    path = folder / f"timeline.{language}.md"
    path.write_text("\n".join(_page(master, language)), encoding="utf-8", newline="\n")
    return [path]


def escaped(text: str) -> str:
    r"""A text that is shown as it is, in one cell of a table.

    >>> escaped("a|b <c>\n*d*")
    'a\\|b \\<c\\> \\*d\\*'
    """
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _page(master: MasterList, language: str) -> Iterable[str]:
    yield f"# {escaped(title_of(master, language))}"
    yield ""
    yield from (f"- {escaped(name)}: {escaped(fact)}" for name, fact in facts(master, language))
    yield ""
    yield escaped(lead(master, language))
    yield ""
    yield escaped(say("assumes", language))
    yield ""
    for number, part in enumerate(parts(master), start=1):
        if len(master.incidents) > 1:
            yield f"## {escaped(part_title(part, number, language))}"
            yield ""
        for phase, lines in part.sections:
            yield f"{'###' if len(master.incidents) > 1 else '##'} {escaped(say(f'phase_{phase}', language))}"
            yield ""
            yield from markdown_table(COLUMNS, (Row.of(master, line, language) for line in lines), language)
            yield ""


def markdown_table(columns: Sequence[Column[Any]], rows: Iterable[Any], language: str) -> Iterator[str]:
    """A table, line by line; the pieces of a cell stand one below the other."""
    yield _row(escaped(say(each.head, language)) for each in columns)
    yield _row("---:" if each.sort.numeric else "---" for each in columns)
    for row in rows:
        yield _row(_cell(each.of(row)) for each in columns)


def _cell(said: str | tuple[str, ...]) -> str:
    return "<br>".join(escaped(piece) for piece in ((said,) if isinstance(said, str) else said) if piece)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
