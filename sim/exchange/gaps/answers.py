"""The rows of a filled-in list: what was answered, by whom and how it is known, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sim.load.clock_text import without_hours
from sim.load.files import Files
from sim.load.grid import UNSAVED, Grid, Heads
from sim.load.node import Scalar
from sim.load.place import Place
from sim.load.table_form import is_bare
from sim.message import Listed, Message
from sim.park import Basis, Name
from sim.record.table import unmarked
from sim.words import LANGUAGES
from sim.words.catalogue import template

KEYS = ("gap", "question", "answer", "unit", "basis", "source", "by", "date")
"""Columns that are read; the others are for people."""
HEADS = {template(f"gap_head_{key}", language): key for key in KEYS for language in LANGUAGES}
"""What each is headed by."""
KNOWN = (Basis.MEASURED, Basis.PUBLISHED, Basis.DESIGNED)
"""How an answer may be known: an assumption is none."""
BASES = {template(f"basis_{each}", language): each for each in Basis for language in LANGUAGES}
"""How something may be known, in both languages."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked."""

    asked: Name
    of: str = ""
    """The collection of the park into which the answer goes; empty where people have to write it themselves."""
    thing: str = ""
    key: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Of an answer that names something: ids by what people call them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A row that was filled in, each cell with its place."""

    id: str
    question: Question
    text: Scalar
    """With its unit."""
    basis: Scalar
    source: Scalar
    """Where it comes from, who said so, and when."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What came back."""

    filled: tuple[Answer, ...]
    empty: int
    """Rows without an answer."""
    earlier: tuple[str, ...] = ()
    """Gaps that have been filled in before, so that their rows are not read again."""


def read_answers(
    path: str, questions: Mapping[str, Question], elsewhere: tuple[str, ...], once: Callable[[str], bool], files: Files
) -> Answers:
    """The answers in a list, CSV or a workbook; whatever is wrong with a row is noted in `files`.

    What `elsewhere` begins the ids of was asked about a scenario: people write it there. What was a gap of the park
    `once` has been filled in.
    """
    grid, header = _opened(path, files)
    if grid is None:
        return Answers((), 0)
    missing = [key for key in KEYS if key not in header]
    if missing:
        names = [Message("{en} ({zh})", en=template(f"gap_head_{key}", "en"), zh=template(f"gap_head_{key}", "zh"))
                 for key in missing]  # fmt: skip
        files.faults.add(Place(path), "", Message("columns of the list of gaps are missing: {names}; fill in the file "
                                                  "that `gaps --out` writes", names=Listed(names)))  # fmt: skip
        return Answers((), 0)
    rows = [_cells(row, header, grid) for row in grid.rows[1:]]
    for cell in (cell for row in rows for cell in row.values() if cell.place in grid.unsaved):
        files.faults.add(cell.place, "", UNSAVED)
    answered = [row for row in rows if row["answer"].text]
    earlier = {id: None for row in answered if (id := row["gap"].text) not in questions and once(id)}
    filled = [row for row in answered if row["gap"].text not in earlier]
    seen: set[str] = set()
    known = dict(questions)
    for row in filled:
        if row["gap"].text.startswith(elsewhere):
            known.setdefault(row["gap"].text, Question(Name(row["question"].text)))
    found = [_answer(row, known, seen, files) for row in filled]
    return Answers(tuple(each for each in found if each is not None), len(rows) - len(answered), tuple(earlier))


def is_filled_in(path: str) -> bool:
    """Whether a file is a list of gaps in which somebody has written an answer."""
    grid, header = _opened(path, Files())
    if grid is None or "answer" not in header:
        return False
    return any(_cells(row, header, grid)["answer"].text for row in grid.rows[1:])


def _opened(path: str, files: Files) -> tuple[Grid | None, dict[str, int]]:
    """The cells of a list, and where its columns stand."""
    grid = files.grid(path, Place(path), Heads(lambda text: text in HEADS, _fits))
    heads = grid.rows[0] if grid and grid.rows else []
    return grid, {HEADS[cell.text]: place for place, cell in enumerate(heads) if cell.text in HEADS}


def _fits(row: list[Scalar]) -> bool:
    """Whether a row of heads is that of a list of gaps."""
    return {"gap", "answer"} <= {HEADS.get(cell.text, "") for cell in row}


def _cells(row: list[Scalar], header: Mapping[str, int], grid: Grid) -> dict[str, Scalar]:
    """The cells of a row by their columns, without what keeps spreadsheets from working them out."""
    found = {}
    for key, place in header.items():
        cell = row[place] if place < len(row) else Scalar("", grid.place(row, place + 1))
        found[key] = Scalar(unmarked(cell.text).strip(), cell.place)
    return found


def _answer(row: dict[str, Scalar], questions: Mapping[str, Question], seen: set[str], files: Files) -> Answer | None:
    """An answer; None when something is wrong with its row, which is noted."""
    gap, before = row["gap"], len(files.faults.found)
    question = questions.get(gap.text)
    if question is None:
        files.faults.add(gap.place, "", Message("'{gap}' is no gap of this park; make the list anew with "
                                                "`gaps --out`", gap=gap.text))  # fmt: skip
        return None
    if gap.text in seen:
        files.faults.add(gap.place, "", Message("'{gap}' is answered twice; keep one row", gap=gap.text))
    seen.add(gap.text)
    if row["question"].text not in question.asked.values():
        files.faults.add(row["question"].place, "", Message("the question was changed, so that nobody knows what was "
                                                            "answered; it was: {asked}", asked=question.asked))
    _check_known(row, files)
    if len(files.faults.found) > before:
        return None
    answer, unit = row["answer"], row["unit"].text
    bare = unit and is_bare(answer.text.replace(",", "")) and question.key != "place"
    text = f"{answer.text} {unit}" if bare else answer.text
    said = ", ".join(filter(None, (row["source"].text, row["by"].text, without_hours(row["date"].text))))
    return Answer(gap.text, question, Scalar(text, answer.place), Scalar(BASES[row["basis"].text], row["basis"].place),
                  Scalar(said, row["by"].place, plain=False))  # fmt: skip


def _check_known(row: dict[str, Scalar], files: Files) -> None:
    """Note an answer of which nobody says how it is known, or who says so."""
    basis = row["basis"]
    if BASES.get(basis.text) is Basis.ASSUMED:
        files.faults.add(basis.place, "", Message("an assumption is no answer; leave the row empty, or find out"))
    elif basis.text not in BASES:
        found = Message("found '{text}'", text=basis.text) if basis.text else Message("nothing stands here")
        files.faults.add(basis.place, "", Message("say how it is known: measured, published or designed; {found}",
                                                  found=found))  # fmt: skip
    if not row["by"].text:
        files.faults.add(row["by"].place, "", Message("say who answered, a role or an office"))
