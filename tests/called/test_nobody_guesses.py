"""Facts are read as facts: no module takes a text of the record apart, and one module reads a trace."""

import ast
from pathlib import Path

import pytest

SIM = Path(__file__).parents[2] / "sim"
SPEAK = ("words", "report", "called")
"""Folders that make sentences."""
NO_RECORD = ("load", "cli")
"""Folders that see texts of people, not of a record."""
TAKES_APART = {
    "partition", "rpartition", "split", "rsplit", "startswith", "endswith", "removeprefix", "removesuffix", "find",
    "index", "replace", "strip", "lstrip", "rstrip",
}  # fmt: skip
TEXTS = {"subject", "cause", "what", "detail", "sheet", "crew", "job"}
"""Fields of events, jobs and states that are ids or words."""


def modules(*without):
    """Every module of the program but those of some folders, as (path below `sim`, its tree)."""
    for path in sorted(SIM.rglob("*.py")):
        place = path.relative_to(SIM)
        if place.parts[0] not in without:
            yield str(place), ast.parse(path.read_text(encoding="utf-8"))


def taken_apart(tree):
    """Lines in which a text of an event is cut, searched or compared with a piece of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TAKES_APART:
            whole = node.func.value
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            whole = node.comparators[0]
        elif isinstance(node, ast.Subscript):
            whole = node.value
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            whole = node.args[-1] if node.args else node
        else:
            continue
        if isinstance(whole, ast.Attribute) and whole.attr in TEXTS:
            yield node.lineno


def test_no_text_of_the_record_is_taken_apart():
    """Where the engine, verdicts, studies, drills and exports need a fact, the record has it."""
    found = [f"{name}:{line}" for name, tree in modules(*SPEAK, *NO_RECORD) for line in taken_apart(tree)]

    assert [each for each in found if not each.startswith("drill/log.py")] == []  # a log's own keys


@pytest.mark.parametrize("guess", [
    "each.subject.partition('#')[0]", "'stuck' in entry.what", "re.search(pattern, entry.cause)",
    "entry.detail.split(', ')",
])  # fmt: skip
def test_a_guess_would_be_found(guess):
    assert list(taken_apart(ast.parse(guess)))


def test_the_number_of_an_order_is_read_in_one_place():
    """`valve-shut#2`: who else cuts at the mark knows too much."""
    found = {
        name for name, tree in modules() for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and "partition" in node.func.attr
        and ast.unparse(node.args[0]) in ("'#'", "AGAIN")
    }  # fmt: skip

    assert found == {"park/sheet.py"}


def test_one_module_reads_a_trace():
    """The engine fills it, files keep it, the course answers for it."""
    found = {
        name for name, tree in modules() for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "trace"
    }  # fmt: skip

    assert found <= {"record/course.py", "engine/seen.py"}
