"""The exercise script (演练脚本) as a Word document.

Columns and phases as Chinese scripts have them (YJ/T 9007-2019, DB23/T 2574-2020); the English one has the
same structure in the words of a Master Scenario Events List.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sim.drill.line import Kind, Line, Phase
from sim.drill.master_list import MasterList
from sim.drill.paper.heading import facts, part_title, title_of
from sim.drill.paper.parts import Part, parts
from sim.drill.paper.roles import roles
from sim.drill.paper.scene import Scene
from sim.office.document import Document
from sim.record.column import Sort, placed
from sim.words import text as say

COLUMNS = placed(
    ("number", Sort.COUNT, 1.1), ("time", 2.5), ("situation", 4), ("deed", 4.1), ("dialogue", 7), ("narration", 5.1),
    ("subtitle", 2.3),
)  # fmt: skip


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write `script.LANGUAGE.docx`.

    Raises:
        InputError: python-docx is not installed.
    """
    title = f"{say('script', language)} - {title_of(master, language)}"
    document = Document(title, language, landscape=True)
    document.cover(say("script", language), title_of(master, language), facts(master, language),
                   say("confidential", language))  # fmt: skip
    document.heading(say("how_to_read", language))
    document.text(say("how_to_read_text", language))
    document.heading(say("roles", language))
    _roles(document, master, language)
    for number, part in enumerate(parts(master), start=1):
        _part(document, master, part, number, language)
    return [document.write(folder / f"script.{language}.docx")]


def _roles(document: Document, master: MasterList, language: str) -> None:
    rows = [(each.name, each.duty) for each in roles(master, language)]
    rows.append((say("narrator", language), say("duty_narrator", language)))
    document.table(placed(("role", 7), ("duty", document.width_cm - 7)), rows)


def _part(document: Document, master: MasterList, part: Part, number: int, language: str) -> None:
    """The sections of a part; with one part alone phases are the chapters."""
    several = len(master.incidents) > 1
    if several:
        document.heading(part_title(part, number, language))
    for phase, lines in part.sections:
        document.heading(say(f"phase_{phase}", language), level=2 if several else 1)
        document.text(_intro(phase, language), leads=True)
        _table(document, master, lines, language, named=len(part.incidents) > 1)


def _intro(phase: Phase, language: str) -> str:
    return say(f"intro_{phase}", language)


def _table(document: Document, master: MasterList, lines: Iterable[Line], language: str, named: bool) -> None:
    """The scenes, contingencies in grey: of which kind it is stands behind a row's cells."""
    rows = [(*_cells(Scene.of(master, line, language), language, named), line.kind) for line in lines]
    document.table(COLUMNS, rows, grey=lambda row: row[-1] is Kind.CONTINGENCY)


def _cells(scene: Scene, language: str, named: bool) -> tuple[str, ...]:
    """The cells of a scene; `named` says which incident it belongs to."""
    row = scene.row
    marks = [f"{row.incident}\t"] if named else []
    marks += [f"{row.kind}\t"] if scene.line.kind in (Kind.CONTINGENCY, Kind.JUMP) else []
    situation = "\n".join([*marks, *filter(None, [scene.situation])])
    speech = [say("speech", language, who=who, words="\t" + words) for who, words in scene.speeches]
    none = say("paper_none", language)
    when = f"{row.clock}\t\n{row.t_plus}"
    said, told = "\n".join(speech) or none, scene.narration or none
    return row.number, when, situation or none, scene.deed, said, told, scene.caption
